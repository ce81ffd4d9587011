"""What newer pickles of older numpy ask for.

What it is not: anything of its own. Start reading in `numpy._core.numeric`.
"""

from numpy._core.numeric import _frombuffer

__all__ = ["_frombuffer"]


def __getattr__(name):
    import numpy

    if not name.startswith("_") and hasattr(numpy, name):
        return getattr(numpy, name)
    raise AttributeError(f"module 'numpy.core.numeric' has no attribute {name!r}")
