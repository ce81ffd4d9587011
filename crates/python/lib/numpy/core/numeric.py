"""What newer pickles of older numpy ask for.

What it is not: anything of its own. Start reading in `numpy._core.numeric`.
"""

from numpy._core.numeric import _frombuffer

__all__ = ["_frombuffer"]
