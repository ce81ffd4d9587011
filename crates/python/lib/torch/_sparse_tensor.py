"""A matrix of which only what is not zero is kept, in coordinates: what `torch.sparse_coo_tensor` makes.

What it is not: a tensor. It multiplies tensors, and becomes one by `to_dense`. Start reading at `SparseTensor`.
"""

import _torch
from _scalars import INTS, NUMBERS
from torch import _sparse_calls
from torch._sparse_rows import SparseRows

sparse_coo = _sparse_calls.Layout("sparse_coo")


class SparseTensor:
    """Values, and at which indices they are."""

    is_sparse, is_sparse_csr, layout = True, False, sparse_coo

    def __init__(self, indices, values, size, is_coalesced=False):
        self._indices_, self._values_, self._is_coalesced = indices, values, is_coalesced
        self.shape = _torch.Size(size)

    dtype = property(lambda self: self._values_.dtype)
    device = property(lambda self: self._values_.device)
    requires_grad = property(lambda self: self._values_.requires_grad)
    ndim = property(lambda self: len(self.shape))

    @classmethod
    def __torch_function__(cls, function, types, args=(), kwargs=None):
        return _sparse_calls.answer(function.__name__, cls, args, kwargs or {})

    @property
    def grad(self):
        """What `backward` found for the values."""
        found = self._values_.grad
        return None if found is None else self._with(found)

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

    def double(self):
        return self._with(self._values_.double())

    def half(self):
        return self._with(self._values_.half())

    def int(self):
        return self._with(self._values_.int())

    def long(self):
        return self._with(self._values_.long())

    def bool(self):
        return self._with(self._values_.bool())

    def cpu(self):
        return self

    def type(self, dtype=None):
        """The name of its kind, or it in another dtype."""
        if dtype is None:
            return self._values_.type().replace("torch.", "torch.sparse.")
        return self._with(self._values_.type(dtype))

    def is_floating_point(self):
        return self._values_.is_floating_point()

    def sparse_dim(self):
        return self._indices_.size(0)

    def dense_dim(self):
        return self._values_.dim() - 1

    def numpy(self):
        raise TypeError("can't convert Sparse layout tensor to numpy. Use Tensor.to_dense() first.")

    def __array__(self, *args, **kwargs):
        self.numpy()

    def __len__(self):
        return self.shape[0]

    def __bool__(self):
        raise RuntimeError("Boolean value of Tensor with more than one value is ambiguous")

    def to_sparse_coo(self):
        return self

    def to_sparse_csr(self):
        """By rows."""
        return SparseRows(self.coalesce())

    def matmul(self, other):
        """The product with a matrix or a vector."""
        if isinstance(other, SparseTensor):
            return from_dense(self.matmul(other.to_dense()))
        if self.shape[1] != other.size(0):
            if other.dim() == 1:
                raise RuntimeError("mv: expected self.size(-1) == vec.size(-1)")
            raise RuntimeError(f"addmm: Argument #3 (dense): Expected dim 0 size {self.shape[1]}, got {other.size(0)}")
        rows, columns = self._indices_
        parts = other[columns] * (self._values_ if other.dim() == 1 else self._values_.unsqueeze(1))
        return parts.new_zeros((self.shape[0], *other.shape[1:])).index_add(0, rows, parts)

    __matmul__ = mm = mv = spmm = matmul

    def __rmatmul__(self, other):
        return (self.t() @ other.t()).t()

    def mul(self, other):
        """Value by value; what one of the two has not is not kept."""
        if isinstance(other, SparseTensor):
            return from_dense(self.to_dense() * other.to_dense())
        if isinstance(other, NUMBERS) or other.dim() == 0:
            return self._with(self._values_ * other)
        return self._with(self._values_ * other.expand(self.shape)[tuple(self._indices_)])

    __mul__ = __rmul__ = multiply = mul

    def div(self, other):
        return self._with(self._values_ / other)

    __truediv__ = divide = true_divide = div

    def neg(self):
        return self._with(-self._values_)

    __neg__ = negative = neg

    def pow(self, exponent):
        return self._with(self._values_**exponent)

    __pow__ = pow

    def add(self, other, *, alpha=1):
        """The sum with another of its kind."""
        if not isinstance(other, SparseTensor):
            raise RuntimeError("add(sparse, dense) is not supported. Use add(dense, sparse) instead.")
        indices = _torch.cat([self._indices_, other._indices_], 1)
        return SparseTensor(indices, _torch.cat([self._values_, alpha * other._values_]), self.shape).coalesce()

    __add__ = add

    def __radd__(self, other):
        if not isinstance(other, _torch.Tensor):
            return self.add(other)
        return other + self.to_dense()

    def sub(self, other, *, alpha=1):
        return self.add(-other, alpha=alpha) if isinstance(other, SparseTensor) else self.add(other)

    __sub__ = subtract = sub

    def sum(self, dim=None, keepdim=False):
        """The sum of all values, or along a dimension."""
        if keepdim:
            raise NotImplementedError("torch.sum: keepdim of sparse tensors is not built into this torch")
        return self._values_.sum() if dim is None else from_dense(self.to_dense().sum(dim))

    def norm(self, p=2):
        return self.coalesce()._values_.norm(p)

    def index_select(self, dim, index):
        """Some rows or columns."""
        return from_dense(self.to_dense().index_select(dim, index))

    def unsqueeze(self, dim):
        """With a dimension of one more."""
        dim = dim % (self.dim() + 1)
        row = self._indices_.new_zeros((1, self._nnz()))
        indices = _torch.cat([self._indices_[:dim], row, self._indices_[dim:]])
        return SparseTensor(indices, self._values_, (*self.shape[:dim], 1, *self.shape[dim:]), self._is_coalesced)

    def __getitem__(self, index):
        places = index if isinstance(index, tuple) else (index,)
        if all(isinstance(each, INTS) or each == slice(None) for each in places):
            found = self.to_dense()[index]
            return from_dense(found) if found.dim() else found
        raise NotImplementedError("torch.sparse: indices other than numbers are not built into this torch")

    def __getattr__(self, name):
        if name in _sparse_calls.ZERO_TO_ZERO:
            return lambda: self._with(getattr(self._values_, name)())
        raise AttributeError(f"'Tensor' object has no attribute {name!r}")

    def __repr__(self):
        notes = [f"size={tuple(self.shape)}", f"nnz={self._nnz()}"]
        if self.dtype not in (_torch.float32, _torch.int64, _torch.bool):
            notes.append(f"dtype={self.dtype}")
        notes.append("layout=torch.sparse_coo")
        if self._values_.grad_fn is not None:
            notes.append(f"grad_fn=<{type(self._values_.grad_fn).__name__}>")
        elif self.requires_grad:
            notes.append("requires_grad=True")
        return _sparse_calls.told((("indices", self._indices_), ("values", self._values_)), notes, True)


SparseTensor.__name__ = SparseTensor.__qualname__ = "Tensor"
SparseTensor.__module__ = "torch"


def from_dense(tensor):
    """What is not zero of a tensor."""
    indices = tensor.nonzero().t()
    return SparseTensor(indices, tensor[tuple(indices)], tensor.shape, True)
