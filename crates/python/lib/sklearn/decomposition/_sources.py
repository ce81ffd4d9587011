"""`FastICA`: signals taken apart into those that know nothing of each other.

What it is not: parts one after the other by variance, which is `PCA`. Source: A. Hyvärinen, E. Oja, Independent component
analysis: algorithms and applications, 2000. Start reading at `FastICA`.
"""

import warnings

import numpy as np
from numpy._objects import objects
from sklearn._arrays import check_random_state, matrix
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.exceptions import ConvergenceWarning


def _bent(name, x, args):
    """A function that is not straight, and the mean of its slopes, row by row."""
    if callable(name):
        return name(x, **args)
    if name == "exp":
        share = np.exp(-(x**2) / 2)
        return x * share, ((1 - x**2) * share).mean(axis=-1)
    if name == "cube":
        return x**3, (3 * x**2).mean(axis=-1)
    alpha = args.get("alpha", 1.0)
    found = np.tanh(alpha * x)
    return found, (alpha * (1 - found**2)).mean(axis=-1)


def _apart(W):
    """The rows made square to each other, all alike."""
    values, vectors = np.linalg.eigh(W @ W.T)
    values = np.maximum(values, np.finfo(np.float64).tiny)
    return (vectors / np.sqrt(values)) @ vectors.T @ W


class FastICA(TransformerMixin, BaseEstimator):
    """The directions along which data look least like a bell."""

    def __init__(self, n_components=None, *, algorithm="parallel", whiten="unit-variance", fun="logcosh", fun_args=None,
                 max_iter=200, tol=0.0001, w_init=None, whiten_solver="svd", random_state=None):  # fmt: skip
        self.__dict__.update({name: value for name, value in locals().items() if name not in ("self", "__class__")})

    def fit(self, X, y=None):
        """The directions."""
        self._found(X)
        return self

    def fit_transform(self, X, y=None):
        """The directions, and the sources."""
        return self._found(X)

    def _found(self, X):
        X = matrix(X, "FastICA").astype(float).T
        self.n_features_in_, count = X.shape
        args = self.fun_args or {}
        if not 1 <= args.get("alpha", 1.0) <= 2:
            raise ValueError("alpha must be in [1,2]")
        many = min(X.shape) if self.n_components is None or not self.whiten else self.n_components
        if many > min(X.shape):
            many = min(X.shape)
            warnings.warn(f"n_components is too large: it will be set to {many}", stacklevel=4)
        rows, white = X, None
        if self.whiten:
            self.mean_ = X.mean(axis=-1)
            X = X - self.mean_.reshape(-1, 1)
            if self.whiten_solver == "eigh":
                values, left = np.linalg.eigh(X @ X.T)
                left, sizes = left[:, ::-1], np.sqrt(np.maximum(values[::-1], np.finfo(np.float64).eps * 10))
            else:
                left, sizes, _ = np.linalg.svd(X, full_matrices=False)
            white = ((left * np.sign(left[0])) / sizes).T[:many]
            rows = (white @ X) * count**0.5
        start = check_random_state(self.random_state).normal(size=(many, many)) if self.w_init is None else np.asarray(self.w_init)
        W, self.n_iter_ = (self._together if self.algorithm == "parallel" else self._in_turn)(rows, start, args)
        sources = (W @ white @ X).T if self.whiten else (W @ X).T
        if self.whiten == "unit-variance":
            spread = sources.std(axis=0)
            sources, W = sources / spread, W / spread.reshape(-1, 1)
        self.components_ = W @ white if self.whiten else W
        if self.whiten:
            self.whitening_ = white
        self.mixing_ = np.linalg.pinv(self.components_)
        return sources

    def _together(self, rows, start, args):
        W = _apart(start)
        for turn in range(self.max_iter):
            bent, slopes = _bent(self.fun, W @ rows, args)
            new = _apart(bent @ rows.T / rows.shape[1] - slopes.reshape(-1, 1) * W)
            away = float(np.abs(np.abs((new * W).sum(axis=1)) - 1).max())
            W = new
            if away < self.tol:
                break
        else:
            warnings.warn("FastICA did not converge. Consider increasing tolerance or the maximum number of iterations.",
                          ConvergenceWarning, stacklevel=5)
        return W, turn + 1

    def _in_turn(self, rows, start, args):
        W, turns = np.zeros(start.shape), []
        for at in range(len(start)):
            own = start[at] / np.sqrt((start[at] ** 2).sum())
            for turn in range(self.max_iter):
                bent, slopes = _bent(self.fun, own @ rows, args)
                new = (rows * bent).mean(axis=1) - slopes.mean() * own
                new = new - W[:at].T @ (W[:at] @ new) if at else new
                new = new / np.sqrt((new**2).sum())
                away = abs(abs(float((new * own).sum())) - 1)
                own = new
                if away < self.tol:
                    break
            turns.append(turn + 1)
            W[at] = own
        return W, max(turns)

    def transform(self, X, copy=True):
        """The sources."""
        self._check_fitted()
        X = matrix(X, "FastICA").astype(float)
        self._check_features(X)
        return (X - self.mean_ if self.whiten else X) @ self.components_.T

    def inverse_transform(self, X, copy=True):
        """The signals of such sources."""
        found = matrix(X, "FastICA") @ self.mixing_.T
        return found + self.mean_ if self.whiten else found

    def get_feature_names_out(self, input_features=None):
        return objects(f"fastica{at}" for at in range(len(self.components_)))


def fastica(X, n_components=None, *, algorithm="parallel", whiten="unit-variance", fun="logcosh", fun_args=None, max_iter=200, tol=1e-4,
            w_init=None, whiten_solver="svd", random_state=None, return_X_mean=False, compute_sources=True, return_n_iter=False):
    """How to whiten, the directions, and the sources."""
    model = FastICA(n_components, algorithm=algorithm, whiten=whiten, fun=fun, fun_args=fun_args, max_iter=max_iter, tol=tol,
                    w_init=w_init, whiten_solver=whiten_solver, random_state=random_state)  # fmt: skip
    sources = model.fit_transform(X)
    white = model.whitening_ if whiten else None
    unmixing = model.components_ @ np.linalg.pinv(white) if whiten else model.components_
    found = [white, unmixing, sources if compute_sources else None]
    found += [model.mean_ if whiten else None] * return_X_mean + [model.n_iter_] * return_n_iter
    return tuple(found)
