"""Values as a notebook's echo writes them, as text.

What it is not: the writing, which is `_kindling_pretty`'s. Start reading at `pretty`.
"""

import _kindling_pretty

# A line's width, and how many values of a container are written.
_WIDTH, _MOST = 79, 1000


def pretty(obj, verbose=False, max_width=_WIDTH, newline="\n", max_seq_length=_MOST):
    """The text of a value's echo."""
    for name, differs in (("verbose", verbose), ("max_width", max_width != _WIDTH), ("max_seq_length", max_seq_length != _MOST)):
        if differs:
            raise NotImplementedError(f"IPython.lib.pretty: {name} is not built here")
    return _kindling_pretty.text_of(obj).replace("\n", newline)


def pprint(obj, verbose=False, max_width=_WIDTH, newline="\n", max_seq_length=_MOST):
    """Prints the text of a value's echo."""
    print(pretty(obj, verbose, max_width, newline, max_seq_length))
