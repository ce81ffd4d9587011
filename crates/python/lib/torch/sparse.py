"""`torch.sparse`: matrices of which only what is not zero is kept, as graphs' neighbours are; in coordinates.

What it is not: a tensor. It multiplies tensors, and becomes one by `to_dense`. Start reading at `SparseTensor`.
"""

import _torch


class _Layout:
    def __repr__(self):
        return "torch.sparse_coo"


sparse_coo = _Layout()


class SparseTensor:
    """Values, and at which indices they are."""

    is_sparse, layout = True, sparse_coo

    def __init__(self, indices, values, size, is_coalesced=False):
        self._indices_, self._values_, self._is_coalesced = indices, values, is_coalesced
        self.shape = _torch.Size(size)

    dtype = property(lambda self: self._values_.dtype)
    device = property(lambda self: self._values_.device)
    requires_grad = property(lambda self: self._values_.requires_grad)
    ndim = property(lambda self: len(self.shape))

    @property
    def T(self):
        return self.t()

    def size(self, dim=None):
        return self.shape if dim is None else self.shape[dim]

    def dim(self):
        return len(self.shape)

    def numel(self):
        return self.shape.numel()

    def _nnz(self):
        return self._indices_.size(1)

    def is_coalesced(self):
        return self._is_coalesced

    def _indices(self):
        return self._indices_

    def _values(self):
        return self._values_

    def indices(self):
        """Where the values are, a dimension a row."""
        return self._coalesced("indices")._indices_

    def values(self):
        """The values."""
        return self._coalesced("values")._values_

    def _coalesced(self, what):
        if not self._is_coalesced:
            raise RuntimeError(
                f"Cannot get {what} on an uncoalesced tensor, please call .coalesce() first"
            )
        return self

    def _places(self):
        """The indices in the flattened tensor."""
        places = _torch.zeros(self._nnz(), dtype=_torch.int64)
        for row, size in zip(self._indices_, self.shape):
            places = places * size + row
        return places

    def coalesce(self):
        """In order, and what is at one place added up."""
        if self._is_coalesced:
            return self
        places, back = _torch.unique(self._places(), return_inverse=True)
        values = self._values_.new_zeros((len(places), *self._values_.shape[1:])).index_add(0, back, self._values_)
        rows, rest = [], places
        for size in reversed(self.shape[: self._indices_.size(0)]):
            rows.insert(0, rest % size)
            rest = rest // size
        return SparseTensor(_torch.stack(rows), values, self.shape, True)

    def to_dense(self):
        """With all zeros."""
        flat = self._values_.new_zeros((self.shape.numel(),))
        return flat.index_add(0, self._places(), self._values_).reshape(self.shape)

    def to_sparse(self):
        return self

    def t(self):
        """Rows as columns."""
        return SparseTensor(self._indices_.flip(0), self._values_, self.shape[::-1])

    def transpose(self, dim0, dim1):
        return self.t() if {dim0 % 2, dim1 % 2} == {0, 1} else self

    def _with(self, values):
        return SparseTensor(self._indices_, values, self.shape, self._is_coalesced)

    def to(self, *args, **kwargs):
        return self._with(self._values_.to(*args, **kwargs))

    def float(self):
        return self._with(self._values_.float())

    def detach(self):
        return self._with(self._values_.detach())

    def clone(self):
        return self._with(self._values_.clone())

    def requires_grad_(self, requires_grad=True):
        self._values_.requires_grad_(requires_grad)
        return self

    def matmul(self, other):
        """The product with a matrix or a vector."""
        if isinstance(other, SparseTensor):
            return from_dense(self.matmul(other.to_dense()))
        if self.shape[1] != other.size(0):
            raise RuntimeError(
                f"mat1 and mat2 shapes cannot be multiplied ({self.shape[0]}x{self.shape[1]} and "
                f"{'x'.join(map(str, other.shape))})"
            )
        rows, columns = self._indices_
        parts = other[columns] * (self._values_ if other.dim() == 1 else self._values_.unsqueeze(1))
        return parts.new_zeros((self.shape[0], *other.shape[1:])).index_add(0, rows, parts)

    __matmul__ = mm = spmm = matmul

    def __mul__(self, other):
        if isinstance(other, SparseTensor):
            return from_dense(self.to_dense() * other.to_dense())
        return (
            self._with(self._values_ * other)
            if isinstance(other, (int, float)) or other.dim() == 0
            else from_dense(self.to_dense() * other)
        )

    __rmul__ = __mul__

    def __truediv__(self, other):
        return self._with(self._values_ / other)

    def __neg__(self):
        return self._with(-self._values_)

    def __add__(self, other):
        if not isinstance(other, SparseTensor):
            return self.to_dense() + other
        indices = _torch.cat([self._indices_, other._indices_], 1)
        return SparseTensor(indices, _torch.cat([self._values_, other._values_]), self.shape).coalesce()

    __radd__ = __add__

    def sum(self, dim=None):
        """The sum of all values, or along a dimension."""
        return self._values_.sum() if dim is None else from_dense(self.to_dense().sum(dim))

    def __repr__(self):
        notes = f"size={tuple(self.shape)}, nnz={self._nnz()}"
        if self.dtype not in (_torch.float32, _torch.int64, _torch.bool):
            notes += f", dtype={self.dtype}"
        notes += ", layout=torch.sparse_coo"
        if self._values_.grad_fn is not None:
            notes += f", grad_fn=<{type(self._values_.grad_fn).__name__}>"
        elif self.requires_grad:
            notes += ", requires_grad=True"
        parts = []
        for name, part in (("indices", self._indices_), ("values", self._values_.detach())):
            lines = repr(part).split("\n")
            parts.append(f"{name}=" + ("\n" + " " * len(f"tensor({name}=")).join(lines))
        return f"tensor({parts[0]},\n       {parts[1]},\n       {notes})"


def sparse_coo_tensor(
    indices,
    values,
    size=None,
    *,
    dtype=None,
    device=None,
    requires_grad=False,
    check_invariants=None,
    is_coalesced=None,
):
    """A matrix from where its values are, a dimension a row, and the values."""
    indices = _torch.as_tensor(indices, dtype=_torch.int64, device=device)
    values = _torch.as_tensor(values, dtype=dtype, device=device)
    if indices.dim() != 2:
        raise RuntimeError(f"indices must be sparse_dim x nnz, but got: {list(indices.shape)}")
    if indices.size(1) != values.size(0):
        raise RuntimeError(
            f"number of dimensions must be sparse_dim ({indices.size(0)}) + dense_dim (0), but got {values.dim()}"
        )
    if values.dim() > 1:
        raise NotImplementedError(
            "torch.sparse_coo_tensor: values of more than one dimension are not built into this torch"
        )
    needed = (indices.max(1)[0] + 1).tolist() if indices.numel() else [0] * indices.size(0)
    for dim, (least, given) in enumerate(zip(needed, needed if size is None else size)):
        if least > given:
            raise RuntimeError(
                f"size is inconsistent with indices: for dim {dim}, size is {given} but found index {least - 1}"
            )
    made = SparseTensor(indices, values, needed if size is None else size, bool(is_coalesced))
    return made.requires_grad_() if requires_grad else made


def from_dense(tensor):
    """What is not zero of a tensor."""
    indices = tensor.nonzero().t()
    return SparseTensor(indices, tensor[tuple(indices)], tensor.shape, True)


def mm(sparse, dense):
    """The product of a sparse matrix and a dense one."""
    return sparse.matmul(dense)


def sum(input, dim=None):
    """The sum of all values, or along a dimension."""
    return input.sum(dim)


def softmax(input, dim):
    """Softmax of what is kept, along a dimension of a matrix."""
    input = input.coalesce()
    index, count = input._indices_[1 - dim % 2], input.shape[1 - dim % 2]
    shifted = (input._values_ - input._values_.detach().max()).exp()
    totals = shifted.new_zeros((count,)).index_add(0, index, shifted)
    return input._with(shifted / totals[index])
