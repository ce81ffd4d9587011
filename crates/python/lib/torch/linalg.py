"""Linear algebra."""

import _torch
from _torch import _LinAlgError as LinAlgError


def _checked(name, A, dtype):
    if not isinstance(A, _torch.Tensor):
        raise TypeError(f"{name}(): argument 'input' (position 1) must be Tensor, not {type(A).__name__}")
    A = A if dtype is None else A.to(dtype)
    if not A.is_floating_point():
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
    dims = tuple(range(A.dim())) if dim is None else (dim,) if isinstance(dim, int) else tuple(dim)
    if isinstance(ord, str) or len(dims) == 2:
        return matrix_norm(A, ord, dims if len(dims) == 2 else (-2, -1), keepdim)
    return vector_norm(A, ord, dims, keepdim)


def vector_norm(x, ord=2, dim=None, keepdim=False, *, dtype=None):
    """The sum of |x| ** ord to the power of 1 / ord; by default over everything."""
    x = _checked("linalg_vector_norm", x, dtype)
    if isinstance(ord, bool) or not isinstance(ord, (int, float)):
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
        if not hasattr(_torch, "svdvals"):
            raise NotImplementedError(f"torch.linalg.matrix_norm: ord={ord!r} is not built into this torch")
        values = _torch.svdvals(A).unsqueeze(-1)
        result = values.sum(-2, keepdim=True) if ord == "nuc" else _largest(values, -2, ord > 0)
    else:
        along = -2 if abs(ord) == 1 else -1
        result = _largest(A.abs().sum(along, keepdim=True), -3 - along, ord > 0)
    return result.movedim((-2, -1), dim) if keepdim else result.squeeze(-1).squeeze(-1)


def _largest(values, dim, is_max):
    return (_torch.amax if is_max else _torch.amin)(values, (dim,), keepdim=True)


_NATIVE = (
    "cholesky cond cross det diagonal eig eigh eigvals eigvalsh inv lstsq lu matmul matrix_exp matrix_power "
    "matrix_rank multi_dot pinv qr slogdet solve solve_triangular svd svdvals tensorinv tensorsolve vander vecdot"
).split()
__all__ = ["LinAlgError", "matrix_norm", "norm", "vector_norm"] + [name for name in _NATIVE if hasattr(_torch, name)]


def cross(input, other, *, dim=-1):
    """The vectors at right angles to both."""
    return _torch.cross(input, other, dim)


def __getattr__(name):
    if name in __all__:
        return getattr(_torch, name)
    if name in _NATIVE:
        raise NotImplementedError(f"torch.linalg.{name} is not built into this torch")
    raise AttributeError(f"module 'torch.linalg' has no attribute '{name}'")
