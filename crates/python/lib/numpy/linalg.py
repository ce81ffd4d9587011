"""`numpy.linalg`, as much of it as torch has."""

import torch
from numpy._array import ndarray, wrap
from numpy._create import tensor_of

LinAlgError = torch.linalg.LinAlgError


def _floats(a):
    tensor = tensor_of(a)
    return tensor if tensor.is_floating_point() else tensor.double()


def norm(x, ord=None, axis=None, keepdims=False):
    """The norm of a vector or matrix."""
    return wrap(torch.linalg.norm(_floats(x), ord, axis, keepdims))


def inv(a):
    """The inverse."""
    return ndarray(torch.linalg.inv(_floats(a)))


def pinv(a):
    """The pseudoinverse."""
    return ndarray(torch.linalg.pinv(_floats(a)))


def det(a):
    """The determinant."""
    return wrap(torch.linalg.det(_floats(a)))


def solve(a, b):
    """The x with a @ x = b."""
    return ndarray(torch.linalg.solve(_floats(a), _floats(b)))


def matrix_rank(A):
    """How many rows are independent."""
    return wrap(torch.linalg.matrix_rank(_floats(A)))


def svd(a, full_matrices=True, compute_uv=True):
    """U, the singular values and Vh."""
    if not compute_uv:
        return ndarray(torch.linalg.svdvals(_floats(a)))
    return tuple(ndarray(each) for each in torch.linalg.svd(_floats(a), full_matrices))


def eigh(a, UPLO="L"):
    """Eigenvalues in rising order and eigenvectors, as columns, of a symmetric matrix."""
    return tuple(ndarray(each) for each in torch.linalg.eigh(_floats(a), UPLO))


def eigvalsh(a, UPLO="L"):
    """The eigenvalues of a symmetric matrix, in rising order."""
    return ndarray(torch.linalg.eigvalsh(_floats(a), UPLO))


def cholesky(a):
    """The lower triangle L with a = L @ L.T."""
    return ndarray(torch.linalg.cholesky(_floats(a)))


def qr(a, mode="reduced"):
    """Orthonormal columns and an upper triangle whose product is a."""
    q, r = torch.linalg.qr(_floats(a), mode)
    return ndarray(r) if mode == "r" else (ndarray(q), ndarray(r))


def cond(x, p=None):
    """How much a matrix magnifies errors."""
    return wrap(torch.linalg.cond(_floats(x), p))


def matrix_power(a, n):
    """A matrix times itself so often."""
    return ndarray(torch.linalg.matrix_power(_floats(a), n))


def __getattr__(name):
    if name in ("eig", "eigvals", "lstsq", "slogdet", "tensorinv", "tensorsolve"):
        raise NotImplementedError(f"numpy.linalg.{name} is not built into this numpy")
    raise AttributeError(f"module 'numpy.linalg' has no attribute '{name}'")
