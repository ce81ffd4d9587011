"""Distances between vectors, and between the rows of tables.

What it is not: for arrays of texts. Start reading at `euclidean`.
"""

import warnings

import numpy as np


def _pair(u, v):
    u, v = np.asarray(u, dtype=float), np.asarray(v, dtype=float)
    for each in (u, v):
        if each.ndim != 1:
            raise ValueError("Input vector should be 1-D.")
    return u, v


def _row(compute):
    """A distance of two vectors from one of the rows of tables."""

    def distance(u, v, w=None):
        if w is not None:
            raise NotImplementedError(f"{distance.__name__}: w is not built into this scipy")
        u, v = _pair(u, v)
        return np.float64(float(compute(u.reshape(1, -1), v.reshape(1, -1))[0]))

    return distance


def _cosine(u, v):
    sizes = np.sqrt((u**2).sum(axis=-1)) * np.sqrt((v**2).sum(axis=-1))
    return 1 - (u * v).sum(axis=-1) / sizes


def _correlation(u, v):
    return _cosine(u - u.mean(axis=-1, keepdims=True), v - v.mean(axis=-1, keepdims=True))


def _jaccard(u, v):
    differ, known = (u != v), (u != 0) | (v != 0)
    return (differ & known).sum(axis=-1) / np.maximum(known.sum(axis=-1), 1)


_ROWS = {
    "euclidean": lambda u, v: np.sqrt(((u - v) ** 2).sum(axis=-1)),
    "sqeuclidean": lambda u, v: ((u - v) ** 2).sum(axis=-1),
    "cityblock": lambda u, v: np.abs(u - v).sum(axis=-1),
    "chebyshev": lambda u, v: np.abs(u - v).max(axis=-1),
    "cosine": _cosine,
    "correlation": _correlation,
    "hamming": lambda u, v: (u != v).astype(float).mean(axis=-1),
    "jaccard": _jaccard,
    "canberra": lambda u, v: (np.abs(u - v) / np.maximum(np.abs(u) + np.abs(v), 1e-300)).sum(axis=-1),
    "braycurtis": lambda u, v: np.abs(u - v).sum(axis=-1) / np.abs(u + v).sum(axis=-1),
}
for _name, _compute in _ROWS.items():
    globals()[_name] = _row(_compute)
    globals()[_name].__name__ = _name


def minkowski(u, v, p=2, w=None):
    """The root of the sum of powers."""
    if w is not None:
        raise NotImplementedError("minkowski: w is not built into this scipy")
    u, v = _pair(u, v)
    return np.float64(float((np.abs(u - v) ** p).sum()) ** (1 / p))


def _of(metric, kwargs):
    if callable(metric):
        return None
    if metric == "minkowski":
        p = kwargs.pop("p", 2)
        return lambda u, v: (np.abs(u - v) ** p).sum(axis=-1) ** (1 / p)
    if kwargs:
        raise NotImplementedError(f"scipy.spatial.distance: {next(iter(kwargs))} is not built into this scipy")
    if metric not in _ROWS:
        raise ValueError(f"Unknown Distance Metric: {metric}")
    return _ROWS[metric]


def cdist(XA, XB, metric="euclidean", *, out=None, **kwargs):
    """The distance of each row of one table from each of another."""
    if out is not None:
        raise NotImplementedError("cdist: out is not built into this scipy")
    XA, XB = np.asarray(XA, dtype=float), np.asarray(XB, dtype=float)
    for name, each in (("XA", XA), ("XB", XB)):
        if each.ndim != 2:
            raise ValueError(f"{name} must be a 2-dimensional array.")
    if XA.shape[1] != XB.shape[1]:
        raise ValueError("XA and XB must have the same number of columns (i.e. feature dimension.)")
    compute = _of(metric, kwargs)
    if compute is None:
        return np.array([[float(metric(a, b, **kwargs)) for b in XB] for a in XA])
    return compute(np.expand_dims(XA, 1), np.expand_dims(XB, 0))


def pdist(X, metric="euclidean", *, out=None, **kwargs):
    """The distance of each two rows, one behind the other."""
    whole = cdist(X, X, metric, out=out, **kwargs)
    count = len(whole)
    return np.array([value for at in range(count) for value in whole[at, at + 1 :].tolist()])


def squareform(X, force="no", checks=True):
    """Distances of each two as a table, or the other way round."""
    if force != "no":
        raise NotImplementedError("squareform: force is not built into this scipy")
    X = np.asarray(X)
    if X.ndim == 1:
        count = int(round((1 + (1 + 8 * len(X)) ** 0.5) / 2))
        if count * (count - 1) // 2 != len(X):
            raise ValueError(
                "Incompatible vector size. It must be a binomial coefficient n choose 2 for some integer n >= 2."
            )
        table, values = [[X.dtype.type(0).item()] * count for _ in range(count)], iter(X.tolist())
        for row in range(count):
            for column in range(row + 1, count):
                table[row][column] = table[column][row] = next(values)
        return np.array(table)
    if checks and not np.allclose(X, X.T):
        raise ValueError("Distance matrix 'X' must be symmetric.")
    return np.array([value for at in range(len(X)) for value in X[at, at + 1 :].tolist()])


def mahalanobis(u, v, VI):
    """The distance that a covariance's inverse measures."""
    apart = np.subtract(*_pair(u, v))
    return np.sqrt(apart @ np.asarray(VI, dtype=float) @ apart)


def seuclidean(u, v, V):
    """Straight, with each axis divided by its variance."""
    u, v = _pair(u, v)
    return np.sqrt(((u - v) ** 2 / np.asarray(V, dtype=float)).sum())


def jensenshannon(p, q, base=None, *, axis=0, keepdims=False):
    """The root of how much two distributions tell beside their mean."""
    p, q = np.asarray(p, dtype=float), np.asarray(q, dtype=float)
    p, q = p / p.sum(axis=axis, keepdims=True), q / q.sum(axis=axis, keepdims=True)
    middle = (p + q) / 2.0
    parts = [np.where(each > 0, each * np.log(np.where(each > 0, each, 1.0) / np.where(middle > 0, middle, 1.0)), 0.0) for each in (p, q)]
    found = sum(part.sum(axis=axis, keepdims=keepdims) for part in parts)
    return np.sqrt((found / np.log(base) if base is not None else found) / 2.0)


def directed_hausdorff(u, v, rng=0, *, seed=None):
    """How far the point of one table that is farthest from all of the other is, and which both are."""
    del rng, seed
    away = cdist(u, v)
    nearest = away.min(axis=1)
    row = int(nearest.argmax())
    return float(nearest[row]), row, int(away[row].argmin())


def _flags(u, v):
    u, v = (np.asarray(each).astype(bool) for each in (u, v))
    return [int(each.sum()) for each in (u & v, u & ~v, ~u & v, ~u & ~v)]


def dice(u, v, w=None):
    """Of flags: those that differ beside those that both have, twice."""
    _unweighed("dice", w)
    both, one, other, _ = _flags(u, v)
    return np.float64((one + other) / (2.0 * both + one + other))


def rogerstanimoto(u, v, w=None):
    """Of flags: those that differ, twice, beside all that agree."""
    _unweighed("rogerstanimoto", w)
    both, one, other, none = _flags(u, v)
    return np.float64(2.0 * (one + other) / (both + none + 2.0 * (one + other)))


def russellrao(u, v, w=None):
    """Of flags: those that not both have."""
    _unweighed("russellrao", w)
    both, one, other, none = _flags(u, v)
    return np.float64((one + other + none) / (both + one + other + none))


def yule(u, v, w=None):
    """Of flags: how unlike they are by Yule."""
    _unweighed("yule", w)
    both, one, other, none = _flags(u, v)
    return np.float64(2.0 * one * other / (both * none + one * other)) if one * other else 0.0


def _unweighed(name, w):
    if w is not None:
        raise NotImplementedError(f"{name}: w is not built into this scipy")


def is_valid_dm(D, tol=0.0, throw=False, name="D", warning=False):
    """Whether a table is one of distances; what is wrong can be warned of, or raised."""
    D, owner = np.asarray(D, dtype=float), f"Distance matrix '{name}'" if name else "Distance matrix"
    nearly = f" within tolerance {tol:5.5f}" if tol else ""
    if D.ndim != 2:
        wrong = f"{owner} must have shape=2 (i.e. be two-dimensional)."
    elif D.shape[0] != D.shape[1] or not bool((np.abs(D - D.T) <= tol).all()):
        wrong = f"{owner} must be symmetric{nearly}."
    elif not bool((np.diagonal(D) <= tol).all() if tol else (np.diagonal(D) == 0).all()):
        wrong = f"{owner} diagonal must be {'close to ' if tol else ''}zero{nearly}."
    else:
        return True
    if throw:
        raise ValueError(wrong)
    if warning:
        warnings.warn(wrong, stacklevel=2)
    return False


def num_obs_dm(d):
    """How many a table of distances is of."""
    return len(d)


def num_obs_y(Y):
    """How many a list of distances is of."""
    return int(round((1 + (1 + 8 * len(Y)) ** 0.5) / 2))
