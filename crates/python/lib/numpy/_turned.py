"""Arrays of which each number lies with its largest byte first, as files of other machines and of MNIST have them.

What is reckoned with them has the usual order, as in numpy. Start reading at `turned`.
"""

from numpy._array import ndarray
from numpy._types import Turned, dtype


class turned(ndarray):
    """An array over a tensor of its numbers; only its dtype tells of the order."""

    __slots__ = ()

    dtype = property(lambda self: Turned(dtype(self._kindling_tensor.dtype)))

    def _shown(self, tensor):
        return turned(tensor, None, self)

    def __getitem__(self, index):
        found = super().__getitem__(index)
        return turned(found._kindling_tensor, None, self) if type(found) is ndarray else found

    def copy(self, order="C"):
        return turned(self._kindling_tensor.contiguous().clone())

    @staticmethod
    def __torch_function__(func, types, args=(), kwargs=None):
        raise _no_tensor()

    @property
    def _backward(self):
        # Asked for by what makes a tensor of an array.
        raise _no_tensor()

    @_backward.setter
    def _backward(self, source):
        pass

    def _written(self):
        pass


def _no_tensor():
    return ValueError(
        "given numpy array has byte order different from the native byte order. Conversion between byte orders is "
        "currently not supported."
    )


turned.__name__ = turned.__qualname__ = "ndarray"
turned.__module__ = "numpy"
