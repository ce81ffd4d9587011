"""Equations and eigenvalues of tables of mostly zeros: they are solved as whole tables.

What it is not: for tables that are too large for that. Start reading at `spsolve`.
"""

import numpy as np
from scipy.sparse._matrix import Sparse, SparseArray, sparse_of


def _whole(A):
    return np.asarray(A.toarray() if isinstance(A, Sparse) else A, dtype=float)


def spsolve(A, b, permc_spec=None, use_umfpack=True):
    """What A makes b of; in which order it is found changes nothing."""
    del permc_spec, use_umfpack
    found = np.linalg.solve(_whole(A), _whole(b))
    if isinstance(b, Sparse):
        return sparse_of(found, b.format, isinstance(b, SparseArray))
    return found.ravel() if np.ndim(b) == 2 and np.shape(b)[1] == 1 else found


def spsolve_triangular(A, b, lower=True, overwrite_A=False, overwrite_b=False, unit_diagonal=False):
    """The same of a triangle."""
    del overwrite_A, overwrite_b
    table = np.tril(_whole(A)) if lower else np.triu(_whole(A))
    if unit_diagonal:
        table = table - np.diag(np.diagonal(table)) + np.eye(len(table))
    return np.linalg.solve(table, np.asarray(b, dtype=float))


def inv(A):
    """The inverse."""
    return sparse_of(np.linalg.inv(_whole(A)), A.format, isinstance(A, SparseArray))


def norm(x, ord=None, axis=None):
    """The size of a table: the root of its squares, or another."""
    return np.linalg.norm(_whole(x), ord, axis) if ord is not None or axis is not None else np.linalg.norm(_whole(x))


def factorized(A):
    """A function that solves for what it is given."""
    table = _whole(A)
    return lambda b: np.linalg.solve(table, np.asarray(b, dtype=float))


def _chosen(values, k, which):
    """The places of the eigenvalues that are asked for, in the order in which ARPACK gives them."""
    keys = {"LM": -np.abs(values), "SM": np.abs(values), "LA": -values.real, "SA": values.real, "LR": -values.real, "SR": values.real}
    if which not in keys:
        raise ValueError(f"which must be one of {sorted(keys)}")
    return np.argsort(keys[which], kind="stable")[:k]


def eigsh(A, k=6, M=None, sigma=None, which="LM", v0=None, ncv=None, maxiter=None, tol=0, return_eigenvectors=True, **options):
    """Some eigenvalues, in rising order, and eigenvectors of a symmetric table; how they are looked for changes nothing."""
    del v0, ncv, maxiter, tol
    if M is not None or options:
        raise NotImplementedError("eigsh: M and modes are not built into this scipy")
    values, vectors = np.linalg.eigh(_whole(A))
    places = _chosen(values, k, which) if sigma is None else np.argsort(np.abs(values - sigma), kind="stable")[:k]
    places = np.sort(places)
    return (values[places], vectors[:, places]) if return_eigenvectors else values[places]


def eigs(A, k=6, M=None, sigma=None, which="LM", v0=None, ncv=None, maxiter=None, tol=0, return_eigenvectors=True, **options):
    """Some eigenvalues and eigenvectors."""
    del v0, ncv, maxiter, tol
    if M is not None or options:
        raise NotImplementedError("eigs: M and modes are not built into this scipy")
    values, vectors = np.linalg.eig(_whole(A))
    values, vectors = values.astype(complex), vectors.astype(complex)
    places = _chosen(values, k, which) if sigma is None else np.argsort(np.abs(values - sigma), kind="stable")[:k]
    return (values[places], vectors[:, places]) if return_eigenvectors else values[places]


def svds(A, k=6, ncv=None, tol=0, which="LM", v0=None, maxiter=None, return_singular_vectors=True, solver="arpack", rng=None, **options):
    """Some singular values, in rising order, and their directions."""
    del ncv, tol, v0, maxiter, solver, rng
    if which not in ("LM", "SM"):
        raise ValueError("`which` must be in {'LM', 'SM'}.")
    if options or return_singular_vectors in ("u", "vh"):
        raise NotImplementedError("svds: options, and vectors of one side alone, are not built into this scipy")
    left, sizes, right = np.linalg.svd(_whole(A), full_matrices=False)
    places = np.arange(k)[::-1] if which == "LM" else np.arange(len(sizes) - k, len(sizes))[::-1]
    if return_singular_vectors is False:
        return sizes[places]
    return left[:, places], sizes[places], right[places]


def _product(A):
    if hasattr(A, "matvec"):
        return A.matvec
    table = _whole(A)
    return lambda x: table @ x


def cg(A, b, x0=None, *, rtol=1e-05, atol=0.0, maxiter=None, M=None, callback=None):
    """The solution by conjugate gradients, and 0, or after how many steps it was given up."""
    product, b = _product(A), np.asarray(b, dtype=float).ravel()
    x = np.zeros(len(b)) if x0 is None else np.array(x0, dtype=float)
    prepared = (lambda r: r) if M is None else _product(M)
    enough, most = max(float(atol), rtol * float(np.linalg.norm(b))), 10 * len(b) if maxiter is None else maxiter
    if not b.any():
        return b, 0
    left, way, before = b - product(x), None, None
    for _ in range(most):
        if float(np.linalg.norm(left)) < enough:
            return x, 0
        near = prepared(left)
        square = float(left @ near)
        way = near.copy() if before is None else near + (square / before) * way
        bent = product(way)
        share = square / float(way @ bent)
        x, left, before = x + share * way, left - share * bent, square
        if callback:
            callback(x)
    return (x, 0) if float(np.linalg.norm(left)) < enough else (x, most)


def _solved(A, b, x0=None, *, rtol=1e-05, atol=0.0, **options):
    """The solution, which is found at once, and 0."""
    # Where the search would start, how near it would come and how soon it would give up changes nothing of what is exact.
    del x0, rtol, atol
    _check_options("the solver", options, ("restart", "maxiter", "M", "M1", "M2", "inner_m", "outer_k"))
    return np.linalg.solve(_whole(A), np.asarray(b, dtype=float).ravel()), 0


def _check_options(name, given, idle):
    for option, value in given.items():
        if option not in idle and value not in (None, False):
            raise NotImplementedError(f"{name}: {option}={value!r} is not built into this scipy")


gmres = bicg = bicgstab = minres = lgmres = cgs = _solved


def lsqr(A, b, damp=0.0, **options):
    """The least squares of what is missing: the solution comes first."""
    _check_options("lsqr", options, ("atol", "btol", "conlim", "iter_lim"))
    table, b = _whole(A), np.asarray(b, dtype=float)
    if damp:
        table, b = np.concatenate([table, damp * np.eye(table.shape[1])]), np.concatenate([b, np.zeros(table.shape[1])])
    found = np.linalg.lstsq(table, b, rcond=None)[0]
    lost = float(np.linalg.norm(b - table @ found))
    return found, 1, 1, lost, lost, 0.0, 0.0, 0.0, float(np.linalg.norm(found)), np.zeros(table.shape[1])


def expm(A):
    """The exponential of a table."""
    from scipy import linalg

    return sparse_of(linalg.expm(_whole(A)), A.format, isinstance(A, SparseArray))


class LinearOperator:
    """A table that is known by what it makes of vectors."""

    def __init__(self, shape, matvec, rmatvec=None, matmat=None, dtype=None, rmatmat=None):
        self.shape, self.matvec, self.rmatvec, self.dtype = shape, matvec, rmatvec, np.dtype(float if dtype is None else dtype)
        self._matmat, self._rmatmat = matmat, rmatmat

    def matmat(self, X):
        return self._matmat(X) if self._matmat else np.stack([self.matvec(column) for column in np.asarray(X).T], axis=1)

    def dot(self, x):
        return self.matvec(x) if np.ndim(x) == 1 else self.matmat(x)

    __matmul__ = __mul__ = __call__ = dot


def aslinearoperator(A):
    """A table as what it makes of vectors."""
    table = _whole(A)
    return LinearOperator(table.shape, lambda x: table @ x, lambda x: table.T @ x, dtype=table.dtype)
