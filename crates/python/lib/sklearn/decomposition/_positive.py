"""`NMF`: tables without negative numbers as products of two such tables.

What it is not: for other losses than the squares, which are refused. Source: A. Cichocki, A.-H. Phan, Fast local algorithms for
large scale nonnegative matrix and tensor factorizations, 2009. Start reading at `NMF`.
"""

import warnings

import numpy as np
from numpy._objects import objects
from sklearn._arrays import check_random_state, matrix, refuse
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.decomposition._cut import randomized_svd
from sklearn.exceptions import ConvergenceWarning


def _swept(W, own, pulls, order):
    """Each column in turn made the best one beside the others; how far that was from the best."""
    total = 0.0
    for at in order:
        slopes = W @ own[at] - pulls[:, at]
        column = W[:, at]
        total += float(np.abs(np.where(column == 0, np.minimum(slopes, 0.0), slopes)).sum())
        if own[at, at] != 0:
            W[:, at] = np.maximum(column - slopes / own[at, at], 0.0)
    return total


def _spread(X, count, way, seed):
    """Where the search begins."""
    if way is None:
        way = "nndsvda" if count <= min(X.shape) else "random"
    if way == "random":
        level, generator = float(np.sqrt(X.mean() / count)), check_random_state(seed)
        H = np.abs(level * generator.standard_normal(size=(count, X.shape[1])))
        return np.abs(level * generator.standard_normal(size=(len(X), count))), H
    left, sizes, right = randomized_svd(X, count, random_state=seed)
    W, H = np.zeros(left.shape), np.zeros(right.shape)
    W[:, 0], H[0] = float(sizes[0]) ** 0.5 * np.abs(left[:, 0]), float(sizes[0]) ** 0.5 * np.abs(right[0])
    for at in range(1, count):
        parts = []
        for sign in (1, -1):
            one, other = np.maximum(sign * left[:, at], 0.0), np.maximum(sign * right[at], 0.0)
            long = float(np.linalg.norm(one)), float(np.linalg.norm(other))
            parts.append((long[0] * long[1], one / long[0] if long[0] else one, other / long[1] if long[1] else other))
        much, one, other = parts[0] if parts[0][0] > parts[1][0] else parts[1]
        share = (float(sizes[at]) * much) ** 0.5
        W[:, at], H[at] = share * one, share * other
    W, H = (np.where(each < 1e-6, 0.0, each) for each in (W, H))
    if way == "nndsvda":
        return np.where(W == 0, X.mean(), W), np.where(H == 0, X.mean(), H)
    if way == "nndsvdar":
        generator, level = check_random_state(seed), float(X.mean())
        for each in (W, H):
            none = each == 0
            each[none] = np.abs(level * generator.standard_normal(size=int(none.sum())) / 100)
    return W, H


class NMF(TransformerMixin, BaseEstimator):
    """Parts that are only added, none taken off."""

    def __init__(self, n_components="auto", *, init=None, solver="cd", beta_loss="frobenius", tol=0.0001, max_iter=200,
                 random_state=None, alpha_W=0.0, alpha_H="same", l1_ratio=0.0, verbose=0, shuffle=False):  # fmt: skip
        self.__dict__.update({name: value for name, value in locals().items() if name not in ("self", "__class__")})

    def _check(self):
        refuse("NMF", solver=(self.solver, "cd"), verbose=(self.verbose, 0))
        if self.beta_loss not in ("frobenius", 2):
            raise ValueError(f"Invalid beta_loss parameter: solver 'cd' does not handle beta_loss = {self.beta_loss!r}")

    def _held(self, X):
        """What lengths and squares of both tables cost."""
        held = self.alpha_W if isinstance(self.alpha_H, str) else self.alpha_H
        parts = X.shape[1] * self.alpha_W, len(X) * held
        return [(each * self.l1_ratio, each * (1 - self.l1_ratio)) for each in parts]

    def _found(self, X, W, H, with_parts):
        generator, (short_w, short_h), first = check_random_state(self.random_state), self._held(X), 0.0
        W, T = W.copy(), H.T.copy()
        one = np.eye(W.shape[1])
        for turn in range(1, self.max_iter + 1):
            total = 0.0
            for table, other, data, (lengths, squares) in ((W, T, X, short_w), (T, W, X.T, short_h)):
                if table is T and not with_parts:
                    continue
                count = W.shape[1]
                order = (generator.permutation(count) if self.shuffle else np.arange(count)).tolist()
                total += _swept(table, other.T @ other + squares * one, data @ other - lengths, order)
            first = total if turn == 1 else first
            if first == 0 or total / first <= self.tol:
                break
        if turn == self.max_iter and self.tol > 0:
            warnings.warn(f"Maximum number of iterations {self.max_iter} reached. Increase it to improve convergence.",
                          ConvergenceWarning, stacklevel=4)
        return W, T.T, turn

    def fit(self, X, y=None):
        """The parts."""
        self.fit_transform(X)
        return self

    def fit_transform(self, X, y=None, W=None, H=None):
        """The parts, and how much of each there is in X."""
        self._check()
        X = matrix(X, "NMF").astype(float)
        if float(X.min()) < 0:
            raise ValueError("Negative values in data passed to NMF (input X)")
        count = X.shape[1] if self.n_components in (None, "auto") else self.n_components
        if self.init != "custom":
            W, H = _spread(X, count, self.init, self.random_state)
        W, H, self.n_iter_ = self._found(X, np.asarray(W, dtype=float), np.asarray(H, dtype=float), True)
        self.components_, self.n_components_, self.n_features_in_ = H.copy(), len(H), X.shape[1]
        self.reconstruction_err_ = float(np.linalg.norm(X - W @ H))
        return W

    def transform(self, X):
        """How much of each part there is in X."""
        self._check_fitted()
        X = matrix(X, "NMF").astype(float)
        self._check_features(X)
        start = np.full((len(X), self.n_components_), 0.0)
        return self._found(X, start, self.components_, False)[0]

    def inverse_transform(self, X):
        """What has so much of each part."""
        return matrix(X, "NMF") @ self.components_

    def get_feature_names_out(self, input_features=None):
        return objects(f"nmf{at}" for at in range(self.n_components_))
