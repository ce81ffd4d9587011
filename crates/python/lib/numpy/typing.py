"""`numpy.typing`: names for annotations, which nothing checks.

What it is not: a check of types. Start reading at `NDArray`.
"""

import types
from typing import Any

from numpy._array import ndarray
from numpy._types import dtype

__all__ = ["ArrayLike", "DTypeLike", "NBitBase", "NDArray"]

ArrayLike = Any
DTypeLike = Any


class NBitBase:
    """A width in bits, for annotations."""


class _OfArrays:
    """`NDArray[np.float64]`: arrays of that dtype."""

    def __getitem__(self, kind):
        return types.GenericAlias(ndarray, (tuple[Any, ...], types.GenericAlias(dtype, (kind,))))


NDArray = _OfArrays()
