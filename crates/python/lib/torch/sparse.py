"""`torch.sparse`: matrices of which only what is not zero is kept, as graphs' neighbours are; made, summed and multiplied.

Not what they are (`_sparse_tensor`, `_sparse_rows`). Start reading at `sparse_coo_tensor`.
"""

import _torch
from torch._sparse_rows import SparseRows, sparse_csr
from torch._sparse_tensor import SparseTensor, from_dense, sparse_coo

__all__ = [
    "addmm", "dsmm", "from_dense", "log_softmax", "mm", "softmax", "sparse_coo", "sparse_coo_tensor", "sparse_csr",
    "sparse_csr_tensor", "spmm", "sum",
]

def sparse_coo_tensor(
    indices=None,
    values=None,
    size=None,
    *,
    dtype=None,
    device=None,
    requires_grad=False,
    check_invariants=None,
    is_coalesced=None,
):
    """A matrix from where its values are, a dimension a row, and the values."""
    if indices is None and values is None and size is not None:
        indices, values = _torch.empty((len(size), 0), dtype=_torch.int64), _torch.empty(0)
    indices = _torch.as_tensor(indices, dtype=_torch.int64, device=device)
    values = _torch.as_tensor(values, dtype=dtype, device=device)
    if indices.dim() != 2:
        raise RuntimeError(f"indices must be sparse_dim x nnz, but got: {list(indices.shape)}")
    if indices.size(1) != values.size(0):
        raise RuntimeError(
            f"indices and values must have same nnz, but got nnz from indices: {indices.size(1)}, nnz from values: "
            f"{values.size(0)}"
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


def sparse_csr_tensor(
    crow_indices,
    col_indices,
    values,
    size=None,
    *,
    dtype=None,
    device=None,
    pin_memory=False,
    requires_grad=False,
    check_invariants=None,
):
    """A matrix from where each row's values begin, their columns, and the values."""
    starts = _torch.as_tensor(crow_indices, dtype=_torch.int64, device=device)
    columns = _torch.as_tensor(col_indices, dtype=_torch.int64, device=device)
    rows = _torch.repeat_interleave(_torch.arange(len(starts) - 1), starts[1:] - starts[:-1])
    size = (len(starts) - 1, int(columns.max()) + 1 if len(columns) else 0) if size is None else size
    made = sparse_coo_tensor(
        _torch.stack([rows, columns]), values, size, dtype=dtype, requires_grad=requires_grad, is_coalesced=True
    )
    return SparseRows(made)


def mm(sparse, dense):
    """The product of a sparse matrix and a dense one."""
    return sparse.matmul(dense)


dsmm = spmm = mm


def addmm(mat, mat1, mat2, *, beta=1.0, alpha=1.0):
    """The product of a sparse matrix and a dense one, and another matrix."""
    return beta * mat + alpha * mat1.matmul(mat2)


def sum(input, dim=None, dtype=None):
    """The sum of all values, or along a dimension."""
    return (input if dtype is None else input.to(dtype)).sum(dim)


def _by_line(input, dim):
    """The matrix in order, the line of each value, and how many lines there are."""
    input = input.coalesce()
    return input, input._indices_[1 - dim % 2], input.shape[1 - dim % 2]


def softmax(input, dim, *, dtype=None):
    """Softmax of what is kept, along a dimension of a matrix."""
    input, index, count = _by_line(input if dtype is None else input.to(dtype), dim)
    shifted = (input._values_ - input._values_.detach().max()).exp()
    totals = shifted.new_zeros((count,)).index_add(0, index, shifted)
    return input._with(shifted / totals[index])


def log_softmax(input, dim, *, dtype=None):
    """The logarithms of the softmax of what is kept."""
    input, index, count = _by_line(input if dtype is None else input.to(dtype), dim)
    shifted = input._values_ - input._values_.detach().max()
    totals = shifted.new_zeros((count,)).index_add(0, index, shifted.exp())
    return input._with(shifted - totals[index].log())
