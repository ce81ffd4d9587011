"""A matrix of which only what is not zero is kept, by rows: what `to_sparse_csr` and `torch.sparse_csr_tensor` make.

What it is not: a tensor. It multiplies tensors, and becomes one by `to_dense`. Start reading at `SparseRows`.
"""

import _torch
from torch import _sparse_calls

sparse_csr = _sparse_calls.Layout("sparse_csr")


class SparseRows:
    """The values of rows one after the other: their columns, and where each row begins."""

    is_sparse, is_sparse_csr, layout = False, True, sparse_csr

    def __init__(self, coordinates):
        self._coordinates = coordinates

    @classmethod
    def __torch_function__(cls, function, types, args=(), kwargs=None):
        return _sparse_calls.answer(function.__name__, cls, args, kwargs or {})

    shape = property(lambda self: self._coordinates.shape)
    dtype = property(lambda self: self._coordinates.dtype)
    device = property(lambda self: self._coordinates.device)
    requires_grad = property(lambda self: self._coordinates.requires_grad)
    ndim = property(lambda self: 2)

    def size(self, dim=None):
        return self._coordinates.size(dim)

    def dim(self):
        return 2

    def numel(self):
        return self._coordinates.numel()

    def _nnz(self):
        return self._coordinates._nnz()

    def values(self):
        return self._coordinates._values()

    def col_indices(self):
        return self._coordinates._indices()[1]

    def crow_indices(self):
        """Where each row's values begin, and where the last row's end."""
        counts = _torch.bincount(self._coordinates._indices()[0], minlength=self.shape[0])
        return _torch.cat([counts.new_zeros(1), counts.cumsum(0)])

    def to_dense(self):
        """With all zeros."""
        return self._coordinates.to_dense()

    def to_sparse_coo(self):
        """In coordinates."""
        return self._coordinates

    to_sparse = to_sparse_coo

    def to_sparse_csr(self):
        return self

    def matmul(self, other):
        """The product with a matrix or a vector."""
        if isinstance(other, SparseRows):
            return SparseRows(self._coordinates.matmul(other._coordinates))
        return self._coordinates.matmul(other)

    __matmul__ = mm = mv = matmul

    def __rmatmul__(self, other):
        return self._coordinates.__rmatmul__(other)

    def mul(self, other):
        return SparseRows(self._coordinates.mul(other))

    __mul__ = __rmul__ = mul

    def sum(self, dim=None):
        """The sum of all values."""
        if dim is not None:
            raise NotImplementedError("torch.sum: dimensions of sparse rows are not built into this torch")
        return self._coordinates.sum()

    def __repr__(self):
        notes = [f"size={tuple(self.shape)}", f"nnz={self._nnz()}"]
        if self.dtype not in (_torch.float32, _torch.int64, _torch.bool):
            notes.append(f"dtype={self.dtype}")
        notes.append("layout=torch.sparse_csr")
        if self.requires_grad:
            notes.append("requires_grad=True")
        parts = ("crow_indices", self.crow_indices()), ("col_indices", self.col_indices()), ("values", self.values())
        return _sparse_calls.told(parts, notes, False)


SparseRows.__name__ = SparseRows.__qualname__ = "Tensor"
SparseRows.__module__ = "torch"
