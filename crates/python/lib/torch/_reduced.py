"""Objects that say themselves how they are made again: what they are called with, their state, and what they hold.

What it is not: objects that are their `__dict__` alone; those are `_whole`'s. Start reading at `parts_of`.
"""

import copyreg

# The functions that numpy's arrays say they are made by.
_ARRAY_MAKERS = ("_restored", "_the_constant")


def is_plain(value):
    """Whether an object's `__dict__` is all there is to know of it."""
    kind = type(value)
    is_objects = kind.__reduce_ex__ is object.__reduce_ex__ and kind.__reduce__ is object.__reduce__
    return is_objects and kind.__new__ is object.__new__ and hasattr(value, "__dict__") and not _has_slots(kind)


def _has_slots(kind):
    return any(each.__dict__.get("__slots__") for each in kind.__mro__)


def parts_of(value):
    """The class of an object, whether it is made without `__init__`, its arguments, its state, its items and its pairs.

    Raises:
        TypeError: for what says nothing, or names a function, as a file runs none.
    """
    reduced = value.__reduce_ex__(2)
    if isinstance(reduced, str):
        raise TypeError(f"cannot pickle {type(value).__name__!r} object")
    make, args, state, items, pairs = (*reduced, None, None, None)[:5]
    is_new = make is copyreg.__newobj__
    if is_new:
        make, *args = args
    if not is_maker(make):
        raise TypeError(f"cannot pickle {type(value).__name__!r} object")
    return make, is_new, tuple(args), state, list(items or ()), [tuple(pair) for pair in pairs or ()]


def is_maker(make):
    """Whether a file may have it called: a class, or what numpy makes its arrays by."""
    is_numpys = (getattr(make, "__module__", None) or "").startswith("numpy.")
    return isinstance(make, type) or is_numpys and make.__name__ in _ARRAY_MAKERS


def made(parts):
    """The object of such parts.

    Raises:
        TypeError: if what is to be called may not be.
    """
    kind, is_new, args, state, items, pairs = parts
    if not is_maker(kind):
        raise TypeError(f"{kind!r} is no class")
    value = kind.__new__(kind, *args) if is_new else kind(*args)
    if items:
        value.extend(items)
    for key, item in pairs:
        value[key] = item
    if state is not None:
        give_state(value, state)
    return value


def give_state(value, state):
    """Makes an object what it was: its `__dict__`, and what its class has slots for."""
    if hasattr(value, "__setstate__"):
        value.__setstate__(state)
        return
    plain, slots = state if isinstance(state, tuple) and len(state) == 2 else (state, None)
    if plain:
        value.__dict__.update(plain)
    for name, item in (slots or {}).items():
        setattr(value, name, item)


def within(numbers, nodes):
    """The numbers of these nodes and of all that they are made of."""
    seen, due = set(), list(numbers)
    while due:
        at = due.pop()
        if at not in seen:
            seen.add(at)
            due.extend(_numbers(nodes[at]))
    return seen


def _numbers(node):
    """Which nodes a node names."""
    return node[1] if node[0] in ("tuple", "list", "set", "dict", "ordered") else ()
