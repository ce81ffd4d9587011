"""Functions of texts in arrays, by their newer name.

What it is not: other ones; they are `numpy.char`'s. Start reading there.
"""

from numpy import char

_ELSEWHERE = ("array", "chararray", "compare_chararrays", "join", "split", "rsplit", "splitlines")


def __getattr__(name):
    if name not in _ELSEWHERE and hasattr(char, name):
        return getattr(char, name)
    raise AttributeError(f"module 'numpy.strings' has no attribute '{name}'")
