"""Kernels: how alike each two samples are.

What it is not: distances, which are `pairwise`'s. Start reading at `kernel_of`.
"""

import numpy as np
from sklearn._arrays import both


def rbf_kernel(X, Y=None, gamma=None):
    """The exponential of `-gamma` times the squared distance."""
    X, Y = both(X, Y, "check_pairwise_arrays")
    gamma = 1.0 / X.shape[1] if gamma is None else gamma
    return np.exp(-gamma * ((np.expand_dims(X, 1) - Y) ** 2).sum(axis=2))


def laplacian_kernel(X, Y=None, gamma=None):
    """The exponential of `-gamma` times the distance along the axes."""
    X, Y = both(X, Y, "check_pairwise_arrays")
    return np.exp(-(1.0 / X.shape[1] if gamma is None else gamma) * np.abs(np.expand_dims(X, 1) - Y).sum(axis=2))


def polynomial_kernel(X, Y=None, degree=3, gamma=None, coef0=1):
    """A power of the product."""
    X, Y = both(X, Y, "check_pairwise_arrays")
    return ((1.0 / X.shape[1] if gamma is None else gamma) * (X @ Y.T) + coef0) ** degree


def sigmoid_kernel(X, Y=None, gamma=None, coef0=1):
    """The hyperbolic tangent of the product."""
    X, Y = both(X, Y, "check_pairwise_arrays")
    return np.tanh((1.0 / X.shape[1] if gamma is None else gamma) * (X @ Y.T) + coef0)


def chi2_kernel(X, Y=None, gamma=1.0):
    """The exponential of `-gamma` times the chi-squared distance."""
    return np.exp(gamma * additive_chi2_kernel(X, Y))


def additive_chi2_kernel(X, Y=None):
    """The chi-squared distance below 0."""
    X, Y = both(X, Y, "check_pairwise_arrays")
    one, other = np.expand_dims(X, 1), np.expand_dims(Y, 0)
    whole = one + other
    return -np.where(whole != 0, (one - other) ** 2 / np.where(whole != 0, whole, 1.0), 0.0).sum(axis=2)


def pairwise_kernels(X, Y=None, metric="linear", *, filter_params=False, n_jobs=None, **kwds):
    """The kernel of that name, or a function's value, of each two."""
    # Everything runs in one thread here.
    del n_jobs
    X, Y = both(X, Y, "check_pairwise_arrays")
    if metric == "precomputed":
        return X
    if callable(metric):
        return np.array([[float(metric(a, b, **kwds)) for b in Y] for a in X])
    from sklearn.metrics.pairwise import cosine_similarity, linear_kernel

    known = {
        "linear": (linear_kernel, ()), "cosine": (cosine_similarity, ()), "rbf": (rbf_kernel, ("gamma",)),
        "laplacian": (laplacian_kernel, ("gamma",)), "poly": (polynomial_kernel, ("gamma", "degree", "coef0")),
        "polynomial": (polynomial_kernel, ("gamma", "degree", "coef0")), "sigmoid": (sigmoid_kernel, ("gamma", "coef0")),
        "chi2": (chi2_kernel, ("gamma",)), "additive_chi2": (additive_chi2_kernel, ()),
    }  # fmt: skip
    if metric not in known:
        raise ValueError(f"Unknown kernel {metric!r}")
    function, names = known[metric]
    return function(X, Y, **({name: value for name, value in kwds.items() if name in names} if filter_params else kwds))


def kernel_of(kernel, X, Y, gamma, degree, coef0, params=None):
    """The kernel that an estimator's parameters ask for."""
    if callable(kernel):
        return pairwise_kernels(X, Y, kernel, **(params or {}))
    return pairwise_kernels(X, Y, kernel, filter_params=True, gamma=gamma, degree=degree, coef0=coef0)
