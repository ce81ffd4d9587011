"""Linear algebra."""

import _torch
from _torch import _LinAlgError as LinAlgError


def norm(A, ord=None, dim=None, keepdim=False, *, dtype=None):
    """A vector's norm, or with dim that of vectors along it."""
    if ord in ("fro", None):
        ord = 2
    if isinstance(ord, str):
        raise NotImplementedError(f"torch.linalg.norm: ord={ord!r} is not built into this torch")
    A = A if dtype is None else A.to(dtype)
    return _torch.norm(A, ord, dim, keepdim)


vector_norm = norm


def cross(input, other, *, dim=-1):
    """The vectors at right angles to both."""
    return _torch.cross(input, other, dim)


def __getattr__(name):
    if hasattr(_torch, name) and not name.startswith("_"):
        return getattr(_torch, name)
    raise NotImplementedError(f"torch.linalg.{name} is not built into this torch")
