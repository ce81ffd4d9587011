"""Functions of texts in arrays, by their newer name.

What it is not: other ones; they are `numpy.char`'s. Start reading there.
"""

from numpy import char


def __getattr__(name):
    try:
        return getattr(char, name)
    except AttributeError:
        raise AttributeError(f"module 'numpy.strings' has no attribute '{name}'") from None
