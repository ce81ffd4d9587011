"""Linear algebra."""

import _torch
from _scalars import INTS, NUMBERS
from _torch import _LinAlgError as LinAlgError
from torch import return_types

# The native functions: inv, det, solve, svd, …
globals().update(_torch._linalg)


_native_svd, _native_eigh = _torch._linalg["svd"], _torch._linalg["eigh"]


def _is_small(A, most):
    """Whether it is a matrix so small that somebody looks at its vectors' signs."""
    return (
        type(A) is _torch.Tensor and A.dim() == 2 and 0 < A.numel() and max(A.shape) <= most and A.device.type == "cpu"
        and A.dtype in (_torch.float32, _torch.float64) and not A.requires_grad and bool(A.isfinite().all())
    )  # fmt: skip


def svd(A, full_matrices=True, *args, **kwargs):
    """U, the singular values and Vh; vectors of small matrices have LAPACK's signs."""
    found = _native_svd(A, full_matrices, *args, **kwargs)
    if not _is_small(A, 25) or "out" in kwargs or A.size(0) < A.size(1) and A.size(1) >= A.size(0) * 11 // 6:
        return found
    from numpy.linalg._values import svd_of_few

    u, _, vh = (_torch.tensor(part, dtype=A.dtype) for part in svd_of_few(A.tolist(), bool(full_matrices)))
    least = min(A.shape)
    # What is beyond the values is any basis of the rest: LAPACK's, then.
    u[:, :least] = found[0][:, :least] * _same_side(found[0][:, :least], u[:, :least], 0)
    vh[:least] = found[2][:least] * _same_side(found[2][:least], vh[:least], 1)
    return return_types.make("linalg_svd", ("U", "S", "Vh"), (u, found[1], vh))


def eigh(A, UPLO="L", *args, **kwargs):
    """Eigenvalues in rising order and eigenvectors, as columns; those of the smallest matrices have LAPACK's signs."""
    found = _native_eigh(A, UPLO, *args, **kwargs)
    if not _is_small(A, 3) or UPLO not in ("L", "l") or "out" in kwargs or len(A) < 2:
        return found
    from numpy.linalg._symmetric import eigh_of_few

    vectors = _torch.tensor(eigh_of_few(A.tolist())[1], dtype=A.dtype)
    vectors = found[1] * _same_side(found[1], vectors, 0)
    return return_types.make("linalg_eigh", ("eigenvalues", "eigenvectors"), (found[0], vectors))


def _same_side(found, wanted, dim):
    """By 1 or -1: what turns vectors to the side of others."""
    return _torch.where((found * wanted).sum(dim, keepdim=True) < 0, -1.0, 1.0).to(found.dtype)


def _checked(name, A, dtype):
    if not isinstance(A, _torch.Tensor):
        raise TypeError(f"{name}(): argument 'input' (position 1) must be Tensor, not {type(A).__name__}")
    A = A if dtype is None else A.to(dtype)
    if not (A.is_floating_point() or A.is_complex()):
        kind = A.type().removeprefix("torch.").removesuffix("Tensor")
        raise NotImplementedError(
            f"linalg.vector_norm: Expected a floating point or complex tensor as input. Got {kind}"
        )
    return A


def norm(A, ord=None, dim=None, keepdim=False, *, dtype=None):
    """The norm of a vector or, where `ord` is given for two dimensions, of a matrix."""
    A = _checked("linalg_norm", A, dtype)
    if ord is None:
        return vector_norm(A, 2, dim, keepdim)
    if dim is None and A.dim() not in (1, 2):
        raise RuntimeError(
            f"linalg.norm: If dim is not specified but ord is, the input must be 1D or 2D. Got {A.dim()}D."
        )
    dims = tuple(range(A.dim())) if dim is None else (dim,) if isinstance(dim, INTS) else tuple(dim)
    if isinstance(ord, str) or len(dims) == 2:
        return matrix_norm(A, ord, dims if len(dims) == 2 else (-2, -1), keepdim)
    return vector_norm(A, ord, dims, keepdim)


def vector_norm(x, ord=2, dim=None, keepdim=False, *, dtype=None):
    """The sum of |x| ** ord to the power of 1 / ord; by default over everything."""
    x = _checked("linalg_vector_norm", x, dtype)
    if isinstance(ord, bool) or not isinstance(ord, NUMBERS):
        raise TypeError(
            f"linalg_vector_norm(): argument 'ord' (position 2) must be Number, not {type(ord).__name__}"
        )
    return _torch.norm(x, float(ord), dim, keepdim)


def matrix_norm(A, ord="fro", dim=(-2, -1), keepdim=False, *, dtype=None):
    """The norm of matrices: 'fro', 'nuc', or by columns (1), rows (inf) or singular values (2)."""
    A = _checked("linalg_matrix_norm", A, dtype)
    if A.dim() < 2:
        raise RuntimeError("linalg.matrix_norm: The input tensor A must have at least 2 dimensions.")
    if ord not in ("fro", "nuc", 1, -1, 2, -2, float("inf"), float("-inf")):
        raise RuntimeError(f"linalg.matrix_norm: Order {ord} not supported.")
    A = A.movedim(dim, (-2, -1))
    if ord == "fro":
        result = _torch.norm(A, 2.0, (-2, -1), True)
    elif ord in (2, -2, "nuc"):
        values = svdvals(A).unsqueeze(-1)
        result = values.sum(-2, keepdim=True) if ord == "nuc" else _largest(values, -2, ord > 0)
    else:
        along = -2 if abs(ord) == 1 else -1
        result = _largest(A.abs().sum(along, keepdim=True), -3 - along, ord > 0)
    return result.movedim((-2, -1), dim) if keepdim else result.squeeze(-1).squeeze(-1)


def _largest(values, dim, is_max):
    return (_torch.amax if is_max else _torch.amin)(values, (dim,), keepdim=True)


def cond(A, p=None):
    """How much a matrix magnifies errors: its norm times that of its inverse, by default of singular values."""
    A = _checked("linalg_cond", A, None)
    if A.dim() < 2:
        raise RuntimeError("linalg.cond: The input tensor must have at least 2 dimensions.")
    if p is None or p in (2, -2):
        values = svdvals(A)
        largest, smallest = values[..., 0], values[..., -1]
        return smallest / largest if p == -2 else largest / smallest
    if A.size(-1) != A.size(-2):
        raise RuntimeError(
            f"linalg.cond(ord={p}): A must be batches of square matrices, but they are {A.size(-2)} by {A.size(-1)} matrices"
        )
    try:
        return matrix_norm(A, p) * matrix_norm(inv(A), p)
    except LinAlgError:
        return _torch.full(A.shape[:-2], float("inf"), dtype=A.dtype, device=A.device)


_DRIVERS = ("gels", "gelsy", "gelsd", "gelss")


def lstsq(A, B, rcond=None, *, driver=None):
    """The X that brings A @ X closest to B, of several the shortest; with what the driver of that name tells besides."""
    if driver not in (None, *_DRIVERS):
        raise RuntimeError(f"torch.linalg.lstsq: parameter `driver` should be one of ({', '.join(_DRIVERS)})")
    if A.dim() < 2:
        raise RuntimeError("torch.linalg.lstsq: input must have at least 2 dimensions.")
    if A.dtype is not B.dtype:
        kinds = [each.type().removeprefix("torch.").removesuffix("Tensor") for each in (A, B)]
        raise RuntimeError(
            "torch.linalg.lstsq: Expected input and other to have the same dtype, but got input's dtype "
            f"{kinds[0]} and other's dtype {kinds[1]}"
        )
    is_vector = B.shape == A.shape[:-1]
    right = B.unsqueeze(-1) if is_vector else B
    if right.dim() < 2 or right.size(-2) != A.size(-2):
        raise RuntimeError("torch.linalg.lstsq: input.size(-2) should match other.size(-2)")
    rcond = _torch._dtype_limits(A.dtype)["eps"] * max(A.shape[-2:]) if rcond is None else rcond
    solution = pinv(A, rtol=rcond) @ right
    rank, nothing = matrix_rank(A, rtol=rcond), A.new_empty((0,))
    residuals = nothing
    if driver not in (None, "gelsy") and A.size(-2) > A.size(-1) and (rank == A.size(-1)).all():
        residuals = ((A @ solution - right) ** 2).sum(-2)
    return return_types.make(
        "linalg_lstsq",
        ("solution", "residuals", "rank", "singular_values"),
        (
            solution.squeeze(-1) if is_vector else solution,
            residuals,
            nothing.long() if driver == "gels" else rank,
            svdvals(A) if driver in ("gelsd", "gelss") else nothing,
        ),
    )


def matmul(input, other):
    """The product of matrices."""
    return _torch.matmul(input, other)


def matrix_power(A, n):
    """A times itself so often; for n below 0, its inverse."""
    if A.dim() < 2:
        raise RuntimeError("linalg.matrix_power: The input tensor A must have at least 2 dimensions.")
    if A.size(-1) != A.size(-2):
        raise RuntimeError(
            f"linalg.matrix_power: A must be batches of square matrices, but they are {A.size(-2)} by {A.size(-1)} matrices"
        )
    if n < 0:
        return matrix_power(inv(A), -n)
    power = _torch.eye(A.size(-1), dtype=A.dtype, device=A.device).expand(A.shape)
    while n:
        power = power @ A if n & 1 else power
        A, n = A @ A, n >> 1
    return power


def multi_dot(tensors):
    """The product of several matrices, the first and last of which may be vectors."""
    if len(tensors) < 2:
        raise RuntimeError(f"multi_dot(): expected at least 2 tensors but got {len(tensors)}")
    for at, tensor in enumerate(tensors):
        if tensor.dtype is not tensors[0].dtype:
            from torch._kinds import in_c

            raise RuntimeError(
                f"multi_dot(): all tensors must have be the same dtype but tensor 0 is {in_c(tensors[0])} and tensor {at} "
                f"{in_c(tensor)}"
            )
    product = tensors[0]
    for tensor in tensors[1:]:
        product = product @ tensor
    return product


def vecdot(x, y, *, dim=-1):
    """The sum of products along a dimension."""
    return (x * y).sum(dim)


def vander(x, *, N=None):
    """Powers of a vector's values, a row each."""
    return x.unsqueeze(-1) ** _torch.arange(x.numel() if N is None else N, device=x.device)


# What few programs use comes when it is asked for.
_ELSEWHERE = {
    **dict.fromkeys("matrix_exp solve_triangular".split(), "_more_algebra"),
    **dict.fromkeys("eig eigvals".split(), "_eigen"),
    **dict.fromkeys(
        "cholesky_ex householder_product inv_ex lu lu_factor lu_factor_ex lu_solve matrix_sqrth polar solve_ex tensorinv "
        "tensorsolve".split(),
        "_factors",
    ),
}
__all__ = (
    "LinAlgError cond lstsq matmul matrix_norm matrix_power multi_dot norm vander vecdot vector_norm".split()
    + list(_torch._linalg)
    + list(_ELSEWHERE)
)


def __getattr__(name):
    if name in _ELSEWHERE:
        return getattr(__import__(f"torch.{_ELSEWHERE[name]}", fromlist=(name,)), name)
    raise AttributeError(f"module 'torch.linalg' has no attribute '{name}'")
