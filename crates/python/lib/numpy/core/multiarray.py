"""What pickles of older numpy ask for.

What it is not: anything of its own. Start reading in `numpy._core.multiarray`.
"""

from numpy._core.multiarray import _reconstruct, scalar

__all__ = ["_reconstruct", "scalar"]


def __getattr__(name):
    import numpy

    if not name.startswith("_") and hasattr(numpy, name):
        return getattr(numpy, name)
    raise AttributeError(f"module 'numpy.core.multiarray' has no attribute {name!r}")
