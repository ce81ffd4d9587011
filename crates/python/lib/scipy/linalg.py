"""Linear algebra by scipy's names: numpy's functions, and some that numpy has not.

What it is not: of band or sparse matrices; those names say so. Start reading at `lu`.
"""

import numpy as np
from numpy.linalg import LinAlgError, det, lstsq, norm, pinv, solve, svd
from scipy._missing import missing


def inv(a, overwrite_a=False, check_finite=True):
    """The inverse."""
    del overwrite_a, check_finite
    try:
        return np.linalg.inv(_square(a))
    except LinAlgError:
        raise LinAlgError("A singular matrix detected: slice(s) [0] are singular.") from None


def _square(a):
    a = np.asarray(a, dtype=np.float64)
    if a.ndim != 2 or a.shape[0] != a.shape[1]:
        raise ValueError("expected square matrix" if a.ndim == 2 else f"expected a square matrix, got {a.ndim} dimensions")
    return a


def _complex(values):
    """Eigenvalues are complex here, also where none has an imaginary part."""
    return values if np.iscomplexobj(values) else values.astype(complex)


def eig(a, b=None, left=False, right=True):
    """Eigenvalues and eigenvectors, as columns."""
    if b is not None or left:
        raise NotImplementedError("scipy.linalg.eig: b and left are not built into this scipy")
    values, vectors = np.linalg.eig(_square(a))
    return (_complex(values), vectors) if right else _complex(values)


def eigvals(a, b=None):
    """Eigenvalues."""
    return eig(a, b, right=False)


def eigh(a, b=None, *, lower=True, eigvals_only=False):
    """Eigenvalues in rising order and eigenvectors, as columns, of a symmetric matrix."""
    if b is not None:
        raise NotImplementedError("scipy.linalg.eigh: b is not built into this scipy")
    values, vectors = np.linalg.eigh(_square(a), "L" if lower else "U")
    return values if eigvals_only else (values, vectors)


def eigvalsh(a, b=None, *, lower=True):
    """Eigenvalues of a symmetric matrix."""
    return eigh(a, b, lower=lower, eigvals_only=True)


def svdvals(a):
    """Singular values."""
    return svd(np.asarray(a), compute_uv=False)


def cholesky(a, lower=False):
    """The triangle whose square a matrix is; the upper one, if nothing is said."""
    found = np.linalg.cholesky(_square(a))
    return found if lower else found.T


def qr(a, mode="full"):
    """An orthogonal matrix and a triangle."""
    if mode not in ("full", "economic", "r"):
        raise NotImplementedError(f"scipy.linalg.qr: mode={mode!r} is not built into this scipy")
    found = np.linalg.qr(np.asarray(a), "complete" if mode != "economic" else "reduced")
    return (found[1],) if mode == "r" else (found[0], found[1])


def lu(a, permute_l=False):
    """A permutation, a lower and an upper triangle."""
    u = np.array(a, dtype=np.float64)
    rows, columns = u.shape
    size = min(rows, columns)
    lower, order = np.eye(rows), list(range(rows))
    for at in range(size):
        pivot = at + int(np.abs(u[at:, at]).argmax())
        if pivot != at:
            u[[at, pivot]] = u[[pivot, at]]
            lower[[at, pivot], :at] = lower[[pivot, at], :at]
            order[at], order[pivot] = order[pivot], order[at]
        if u[at, at] != 0:
            for row in range(at + 1, rows):
                lower[row, at] = u[row, at] / u[at, at]
                u[row] = u[row] - lower[row, at] * u[at]
                u[row, at] = 0.0
    permutation = np.zeros((rows, rows))
    for at, row in enumerate(order):
        permutation[row, at] = 1.0
    lower, u = lower[:, :size], u[:size]
    return (permutation @ lower, u) if permute_l else (permutation, lower, u)


def solve_triangular(a, b, trans=0, lower=False, unit_diagonal=False):
    """The solution for a triangle."""
    a = _square(a)
    a = np.tril(a) if lower else np.triu(a)
    a = a - np.diag(np.diag(a)) + np.eye(len(a)) if unit_diagonal else a
    return np.linalg.solve(a.T if trans in (1, "T") else a, np.asarray(b, dtype=np.float64))


def expm(A):
    """The exponential of a matrix: of a small part of it by its series, squared again and again."""
    a = np.asarray(A, dtype=np.float64)
    if a.ndim != 2 or a.shape[0] != a.shape[1]:
        raise LinAlgError("Last 2 dimensions of the array must be square")
    size = float(np.abs(a).sum(axis=0).max()) if a.size else 0.0
    halvings = max(0, int(np.ceil(np.log2(size))) + 4) if size > 0 else 0
    part = a / 2.0**halvings
    found, term = np.eye(len(a)), np.eye(len(a))
    for power in range(1, 19):
        term = term @ part / power
        found = found + term
    for _ in range(halvings):
        found = found @ found
    return found


def null_space(A, rcond=None):
    """Vectors, as columns, that a matrix takes to nothing."""
    a = np.asarray(A, dtype=np.float64)
    _, sizes, right = svd(a, full_matrices=True)
    least = (np.finfo(np.float64).eps * max(a.shape) if rcond is None else rcond) * float(sizes.max())
    return right[int((sizes > least).sum()):].T


def orth(A, rcond=None):
    """Vectors, as columns, that span what a matrix reaches."""
    a = np.asarray(A, dtype=np.float64)
    left, sizes, _ = svd(a, full_matrices=False)
    least = (np.finfo(np.float64).eps * max(a.shape) if rcond is None else rcond) * float(sizes.max())
    return left[:, :int((sizes > least).sum())]


def toeplitz(c, r=None):
    """The same values along each diagonal."""
    c = np.asarray(c).ravel()
    r = c if r is None else np.asarray(r).ravel()
    values = np.concatenate([c[::-1], r[1:]])
    return values[np.arange(len(r)) - np.arange(len(c)).reshape(-1, 1) + len(c) - 1]


def circulant(c):
    """Each column the one before, moved round."""
    c = np.asarray(c).ravel()
    return c[(np.arange(len(c)).reshape(-1, 1) - np.arange(len(c))) % len(c)]


def hilbert(n):
    """1 / (i + j + 1)."""
    return 1.0 / (np.arange(n).reshape(-1, 1) + np.arange(n) + 1)


def block_diag(*arrs):
    """Matrices along the diagonal, zeros elsewhere."""
    parts = [np.atleast_2d(each) for each in arrs]
    found = np.zeros((sum(part.shape[0] for part in parts), sum(part.shape[1] for part in parts)),
                     dtype=np.result_type(*(part.dtype for part in parts)))
    row = column = 0
    for part in parts:
        found[row:row + part.shape[0], column:column + part.shape[1]] = part
        row, column = row + part.shape[0], column + part.shape[1]
    return found


__getattr__ = missing(
    __name__,
    "lu_factor lu_solve cho_factor cho_solve schur hessenberg logm sqrtm funm polar solve_banded solveh_banded solve_toeplitz "
    "solve_sylvester hadamard hankel companion vander ldl qz rq interpolative blas lapack",
)
