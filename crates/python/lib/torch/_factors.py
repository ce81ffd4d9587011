"""Factors of matrices that few programs ask for: LU, Householder's, the polar form, and answers that tell of failure.

Not what is native (`torch._linalg`). Start reading at `lu_factor_ex`: a column a step, so gradients flow through all.
"""

import math

import _torch
from _torch import _LinAlgError as LinAlgError
from torch import return_types
from torch._kinds import kind_of as _kind

_FLOATS = {_torch.float32, _torch.float64}


def _expect(name, A, argument="A"):
    if not isinstance(A, _torch.Tensor):
        raise TypeError(f"{name}(): argument '{argument}' (position 1) must be Tensor, not {type(A).__name__}")
    return A


def _matrices(name, A, square=True):
    """Refuses what is no matrix of floats, in the words of `torch.linalg`."""
    if _expect(f"linalg_{name}", A).dim() < 2:
        raise RuntimeError(f"linalg.{name}: The input tensor A must have at least 2 dimensions.")
    if square and A.size(-1) != A.size(-2):
        raise RuntimeError(
            f"linalg.{name}: A must be batches of square matrices, but they are {A.size(-2)} by {A.size(-1)} matrices"
        )
    if not (A.is_floating_point() or A.is_complex()):
        raise NotImplementedError(f"linalg.{name}: Expected a floating point or complex tensor as input. Got {_kind(A)}")
    return A


def _of_floats(kernel, A):
    if A.dtype not in _FLOATS:
        raise NotImplementedError(f"\"{kernel}\" not implemented for '{_kind(A)}'")


def _factored(name, A, pivot):
    """L and U in one matrix, the order of the rows, and LAPACK's pivots: for each column the row it was changed for."""
    if _expect(name, A).dim() < 2:
        shown = "torch.lu_factor" if name.startswith("linalg_lu_factor") else "linalg.lu"
        raise RuntimeError(f"{shown}: Expected tensor with 2 or more dimensions. Got size: {list(A.shape)} instead")
    _of_floats("lu_cpu", A)
    rows, columns = A.shape[-2:]
    order = _torch.arange(rows).expand(A.shape[:-1])
    pivots = []
    for k in range(min(rows, columns)):
        best = A[..., k:, k].detach().abs().argmax(-1) + k if pivot else _torch.full(A.shape[:-2], k)
        pivots.append(best + 1)
        places = _torch.arange(rows).expand(A.shape[:-1])
        at, chosen = _torch.tensor(k), best.unsqueeze(-1)
        places = _torch.where(places == at, chosen, _torch.where(places == chosen, at, places))
        order = order.gather(-1, places)
        A = A.gather(-2, places.unsqueeze(-1).expand(A.shape))
        head, rest = A[..., : k + 1, :], A[..., k + 1 :, :]
        column = rest[..., k : k + 1] / _torch.where(head[..., k:, k : k + 1] == 0, 1.0, head[..., k:, k : k + 1])
        below = rest[..., k + 1 :] - column * head[..., k:, k + 1 :]
        A = _torch.cat([head, _torch.cat([rest[..., :k], column, below], -1)], -2)
    shape = (*A.shape[:-2], min(rows, columns))
    pivots = _torch.stack(pivots, -1).int() if pivots else _torch.zeros(shape, dtype=_torch.int32)
    return A, order, pivots


def _first_zero(LU):
    """For each matrix the number of the first pivot that is 0, or 0."""
    diagonal = LU.detach().diagonal(0, -2, -1)
    numbers = _torch.arange(1, diagonal.size(-1) + 1)
    missing = _torch.where(diagonal == 0, numbers, diagonal.size(-1) + 1)
    first = missing.amin(-1) if diagonal.size(-1) else _torch.ones(diagonal.shape[:-1], dtype=_torch.int64)
    return _torch.where(first > diagonal.size(-1), 0, first).int()


def lu_factor_ex(A, *, pivot=True, check_errors=False):
    """As `lu_factor`, with which pivot is 0, if one is."""
    LU, _, pivots = _factored("linalg_lu_factor_ex", A, pivot)
    info = _first_zero(LU)
    if check_errors:
        _refuse("lu_factor_ex", info)
    return return_types.make("linalg_lu_factor_ex", ("LU", "pivots", "info"), (LU, pivots, info))


def _refuse(name, info):
    if info.any():
        number = int(info.reshape(-1)[info.reshape(-1) != 0][0])
        raise LinAlgError(
            f"torch.linalg.{name}: U[{number},{number}] is zero and using it on lu_solve would result in a division by zero. "
            "If you still want to perform the factorization, consider calling linalg.lu(A, pivot) or "
            "linalg.lu_factor_ex(A, pivot)"
        )


def lu_factor(A, *, pivot=True):
    """L and U in one matrix, and the rows that were changed."""
    LU, _, pivots = _factored("linalg_lu_factor", A, pivot)
    _refuse("lu_factor", _first_zero(LU))
    return return_types.make("linalg_lu_factor", ("LU", "pivots"), (LU, pivots))


def _unpacked(LU, order):
    rows, columns = LU.shape[-2:]
    small = min(rows, columns)
    lower = LU[..., :small].tril(-1) + _torch.eye(rows, small, dtype=LU.dtype)
    permutation = (order.unsqueeze(-2) == _torch.arange(rows).unsqueeze(-1)).to(LU.dtype)
    return permutation, lower, LU[..., :small, :].triu()


def lu(A, *, pivot=True):
    """The permutation, the lower and the upper triangle whose product is A."""
    LU, order, _ = _factored("linalg_lu", A, pivot)
    return return_types.make("linalg_lu", ("P", "L", "U"), _unpacked(LU, order))


def _order(pivots, rows):
    """The order of rows that pivots lead to."""
    order = _torch.arange(rows).expand(*pivots.shape[:-1], rows)
    for k in range(pivots.size(-1)):
        places = _torch.arange(rows).expand(order.shape)
        chosen = pivots[..., k : k + 1].long() - 1
        places = _torch.where(places == k, chosen, _torch.where(places == chosen, k, places))
        order = order.gather(-1, places)
    return order


def lu_unpack(LU_data, LU_pivots, unpack_data=True, unpack_pivots=True):
    """The permutation and triangles of what `lu_factor` gives."""
    _expect("lu_unpack", LU_data, "LU_data")
    if LU_pivots.dtype is not _torch.int32:
        raise RuntimeError(
            "torch.lu_unpack: LU_pivots is expected to be a contiguous tensor of torch.int32 dtype.\n"
            "Note: this function is intended to be used with the output produced by torch.linalg.lu_factor"
        )
    parts = _unpacked(LU_data, _order(LU_pivots, LU_data.size(-2)))
    nothing = LU_data.new_zeros((0,))
    shown = (parts[0] if unpack_pivots else nothing, *(parts[1:] if unpack_data else (nothing, nothing)))
    return return_types.make("lu_unpack", ("P", "L", "U"), shown)


def lu_solve(LU, pivots, B, *, left=True, adjoint=False):
    """The X of A @ X = B, for the factors of A."""
    _expect("linalg_lu_solve", LU, "LU")
    if LU.size(-1) != LU.size(-2):
        raise RuntimeError(
            "torch.linalg.lu_solve: A must be batches of square matrices, but they are "
            f"{LU.size(-2)} by {LU.size(-1)} matrices"
        )
    if B.dim() < 2:
        raise RuntimeError("linalg.lu_solve: The input tensor B must have at least 2 dimensions.")
    if LU.dtype is not B.dtype:
        raise RuntimeError(
            "linalg.lu_solve: Expected LU and B to have the same dtype, but found LU of type "
            f"{_kind(LU)} and B of type {_kind(B)} instead"
        )
    permutation, lower, upper = _unpacked(LU, _order(pivots, LU.size(-2)))
    if not left:
        return lu_solve(LU, pivots, B.mT, adjoint=not adjoint).mT
    solve = _torch._linalg["solve"]
    if adjoint:
        return permutation @ solve(lower.mT, solve(upper.mT, B))
    return solve(upper, solve(lower, permutation.mT @ B))


def inv_ex(A, *, check_errors=False):
    """The inverse, and which pivot is 0, if one is."""
    inverse, info = _or_failure(lambda: _torch._linalg["inv"](A), A, check_errors, A)
    return return_types.make("linalg_inv_ex", ("inverse", "info"), (inverse, info))


def solve_ex(A, B, *, left=True, check_errors=False):
    """The solution, and which pivot is 0, if one is."""
    result, info = _or_failure(lambda: _torch._linalg["solve"](A, B, left=left), A, check_errors, B)
    return return_types.make("linalg_solve_ex", ("result", "info"), (result, info))


def _or_failure(compute, A, check_errors, like):
    try:
        found = compute()
    except LinAlgError:
        if check_errors:
            raise
        return _torch.full_like(like, math.nan), _first_zero(_factored("linalg_lu", A, True)[0])
    return found, _torch.zeros(A.shape[:-2], dtype=_torch.int32)


def cholesky_ex(A, *, upper=False, check_errors=False):
    """Cholesky's factor, and the order of the first part that is not positive-definite, if one is not."""
    cholesky = _torch._linalg["cholesky"]
    info = _torch.zeros(A.shape[:-2], dtype=_torch.int32) if isinstance(A, _torch.Tensor) else None
    try:
        L = cholesky(A, upper=upper)
    except LinAlgError:
        if check_errors:
            raise
        parts = [_cholesky_of_one(one) for one in A.reshape(-1, *A.shape[-2:])]
        L = _torch.stack([factor for factor, _ in parts]).reshape(A.shape)
        L = L.mT if upper else L
        info = _torch.tensor([failed for _, failed in parts], dtype=_torch.int32).reshape(A.shape[:-2])
    return return_types.make("linalg_cholesky_ex", ("L", "info"), (L, info))


def _cholesky_of_one(A):
    """The factor as far as it goes, with what is left of the matrix behind it."""
    left = A.tril().clone()
    for k in range(A.size(-1)):
        left[k, k] -= left[k, :k] @ left[k, :k]
        if not left[k, k] > 0:
            return left, k + 1
        left[k, k] = left[k, k].sqrt()
        left[k + 1 :, k] = (left[k + 1 :, k] - left[k + 1 :, :k] @ left[k, :k]) / left[k, k]
    return left, 0


def geqrf(input):
    """Householder's vectors below the diagonal of R, and their factors."""
    if _expect("geqrf", input, "input").dim() < 2:
        raise RuntimeError("torch.geqrf: input must have at least 2 dimensions.")
    _of_floats("geqrf_cpu", input)
    rows, columns = input.shape[-2:]
    found, factors = input, []
    for k in range(min(rows, columns)):
        column = found[..., k:, k]
        head, tail = column[..., :1], column[..., 1:]
        length = _torch.where(head < 0, -1.0, 1.0) * (column * column).sum(-1, keepdim=True).sqrt()
        is_done = (tail == 0).all(-1, keepdim=True)
        vector = tail / _torch.where(is_done, 1.0, head + length)
        factor = _torch.where(is_done, 0.0, (head + length) / _torch.where(is_done, 1.0, length))
        whole = _torch.cat([_torch.ones_like(head), vector], -1).unsqueeze(-1)
        right = found[..., k:, k + 1 :]
        right = right - factor.unsqueeze(-1) * whole * (whole.mT @ right)
        diagonal = _torch.where(is_done, head, -length).unsqueeze(-1)
        new = _torch.cat([_torch.cat([diagonal, vector.unsqueeze(-1)], -2), right], -1)
        found = _torch.cat([found[..., :k, :], _torch.cat([found[..., k:, :k], new], -1)], -2)
        factors.append(factor.squeeze(-1))
    tau = _torch.stack(factors, -1) if factors else input.new_zeros((*input.shape[:-2], 0))
    return return_types.make("geqrf", ("a", "tau"), (found, tau))


def householder_product(A, tau):
    """The first columns of the product of Householder's reflections."""
    if _expect("linalg_householder_product", A, "input").dim() < 2:
        raise RuntimeError("torch.linalg.householder_product: input must have at least 2 dimensions.")
    if A.size(-2) < A.size(-1):
        raise RuntimeError(
            "torch.linalg.householder_product: input.shape[-2] must be greater than or equal to input.shape[-1]"
        )
    rows, columns = A.shape[-2:]
    product = _torch.eye(rows, columns, dtype=A.dtype).expand(A.shape)
    for k in reversed(range(tau.size(-1))):
        vector = A[..., k : k + 1].tril(-k - 1) + _torch.eye(rows, columns, dtype=A.dtype)[:, k : k + 1]
        product = product - tau[..., k : k + 1].unsqueeze(-1) * vector * (vector.mT @ product)
    return product


def ormqr(input, tau, other, left=True, transpose=False):
    """`other` times the whole product of Householder's reflections."""
    rows = input.size(-2)
    more = input.new_zeros((*input.shape[:-1], rows - input.size(-1)))
    product = householder_product(_torch.cat([input, more], -1), tau)
    product = product.mT if transpose else product
    return product @ other if left else other @ product


def matrix_sqrth(A):
    """The root of a symmetric matrix that is positive."""
    if _matrices("matrix_sqrth", A).dtype not in _FLOATS:
        raise NotImplementedError(f"linalg.matrix_sqrth: Low precision dtypes not supported. Got {_kind(A)}")
    values, vectors = _torch._linalg["eigh"](A)
    return (vectors * values.clamp(min=0).sqrt().unsqueeze(-2)) @ vectors.mT


def polar(A):
    """A turning and a positive matrix whose product is A."""
    if _matrices("polar", A, square=False).size(-2) < A.size(-1):
        raise RuntimeError(
            "linalg.polar: input must have at least as many rows as columns, but got "
            f"{A.size(-2)} by {A.size(-1)} matrices"
        )
    U, S, Vh = _torch._linalg["svd"](A, full_matrices=False)
    return return_types.make("linalg_polar", ("U", "H"), (U @ Vh, (Vh.mT * S.unsqueeze(-2)) @ Vh))


def tensorinv(A, ind=2):
    """The inverse of `tensordot` with A."""
    if _expect("linalg_tensorinv", A) is not None and ind <= 0:
        raise RuntimeError(f"Expected a strictly positive integer for 'ind', but got {ind}")
    first, last = A.shape[:ind], A.shape[ind:]
    if math.prod(first) != math.prod(last):
        raise RuntimeError(
            "Expected self to satisfy the requirement prod(self.shape[ind:]) == prod(self.shape[:ind]), but got "
            f"{math.prod(last)} != {math.prod(first)}"
        )
    return _torch._linalg["inv"](A.reshape(math.prod(first), -1)).reshape(*last, *first)


def tensorsolve(A, B, dims=None):
    """The X of tensordot(A, X, X.dim()) = B."""
    _expect("linalg_tensorsolve", A)
    if dims is not None:
        A = A.movedim(dims, tuple(range(A.dim() - len(dims), A.dim())))
    first, last = A.shape[: B.dim()], A.shape[B.dim() :]
    if math.prod(first) != math.prod(last):
        raise RuntimeError(
            "Expected self to satisfy the requirement prod(self.shape[other.ndim:]) == prod(self.shape[:other.ndim]), but got "
            f"{math.prod(last)} != {math.prod(first)}"
        )
    return _torch._linalg["solve"](A.reshape(math.prod(first), -1), B.reshape(-1)).reshape(last)


def triangular_solve(b, A, upper=True, transpose=False, unitriangular=False):
    """The X of A @ X = b of a triangular matrix, as older programs ask for it."""
    if _expect("triangular_solve", b, "b").dtype is not _expect("triangular_solve", A).dtype:
        raise RuntimeError(
            f"Expected b and A to have the same dtype, but found b of type {_kind(b)} and A of type {_kind(A)} instead."
        )
    for name, tensor in (("b", b), ("A", A)):
        if tensor.dim() < 2:
            raise RuntimeError(
                f"torch.triangular_solve: Expected {name} to have at least 2 dimensions, but it has {tensor.dim()} "
                "dimensions instead"
            )
    triangle = A.triu() if upper else A.tril()
    triangle = triangle.mT if transpose else triangle
    if unitriangular:
        triangle = triangle.tril(-1) + triangle.triu(1) + _torch.eye(A.size(-1), dtype=A.dtype)
    found = _torch._linalg["solve"](triangle, b)
    return return_types.make("triangular_solve", ("solution", "cloned_coefficient"), (found, A.clone()))
