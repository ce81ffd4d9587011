"""`out`: arrays that take a result.

What it is not: the methods of plain arrays, which write into theirs themselves. Start reading at `into`.
"""

import functools


def into(function):
    """Lets a function write what it finds into `out`, which may stand at the place where it names it."""
    names = function.__code__.co_varnames[: function.__code__.co_argcount]
    place = names.index("out") if "out" in names else None

    @functools.wraps(function)
    def called(*args, **kwargs):
        out = kwargs.pop("out", None)
        if place is not None and len(args) > place:
            out, args = args[place], (*args[:place], None, *args[place + 1 :])
        found = function(*args, **kwargs)
        if out is None:
            return found
        out[...] = found
        return out

    return called


def with_outs(kind, names):
    """Lets methods of a class write what they find into `out`."""
    for name in names.split():
        setattr(kind, name, into(getattr(kind, name)))
