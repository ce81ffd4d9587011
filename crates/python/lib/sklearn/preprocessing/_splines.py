"""Features as smooth bumps along their range: `SplineTransformer`.

What it is not: powers of features, which are `_features`'. Start reading at `SplineTransformer`.
"""

import numpy as np
from numpy._objects import objects
from sklearn._arrays import matrix, refuse
from sklearn._named import known_names
from sklearn.base import BaseEstimator, TransformerMixin

_BEYOND = ("constant", "linear", "continue", "periodic", "error")


class SplineTransformer(TransformerMixin, BaseEstimator):
    """Each feature as the basis of its splines between knots (de Boor, 1978)."""

    def __init__(self, n_knots=5, degree=3, *, knots="uniform", extrapolation="constant", include_bias=True, order="C",
                 handle_missing="error", sparse_output=False):
        self.n_knots, self.degree, self.knots, self.extrapolation = n_knots, degree, knots, extrapolation
        self.include_bias, self.order, self.handle_missing, self.sparse_output = include_bias, order, handle_missing, sparse_output

    def fit(self, X, y=None, sample_weight=None):
        """The knots."""
        refuse("SplineTransformer", order=(self.order, "C"), handle_missing=(self.handle_missing, "error"),
               sample_weight=(sample_weight, None), sparse_output=(self.sparse_output, False))
        X = matrix(X, "SplineTransformer").astype(float)
        self.n_features_in_ = X.shape[1]
        base = self._knots(X)
        count = len(base)
        if self.extrapolation == "periodic" and count <= self.degree:
            raise ValueError(f"Periodic splines require degree < n_knots. Got n_knots={count} and degree={self.degree}.")
        self._count = count + self.degree - 1 if self.extrapolation != "periodic" else count - 1
        self._ends, self._all = (base[0], base[-1]), self._around(base)
        self.n_features_out_ = self.n_features_in_ * (self._count - (not self.include_bias))
        return self

    def _knots(self, X):
        if not isinstance(self.knots, str):
            base = np.asarray(self.knots, dtype=float)
            if base.shape[0] < 2:
                raise ValueError("Number of knots, knots.shape[0], must be >= 2.")
            if base.shape[1] != X.shape[1]:
                raise ValueError("knots.shape[1] == n_features is violated.")
            if not bool((np.diff(base, axis=0) > 0).all()):
                raise ValueError("knots must be sorted without duplicates.")
            return base
        if self.knots == "quantile":
            return np.percentile(X, 100 * np.linspace(0, 1, self.n_knots), axis=0)
        return np.linspace(X.min(axis=0), X.max(axis=0), self.n_knots)

    def _around(self, base):
        """The knots with those beyond the ends."""
        degree = self.degree
        if self.extrapolation == "periodic":
            period = base[-1] - base[0]
            return np.concatenate([base[-(degree + 1) : -1] - period, base, base[1 : degree + 1] + period])
        first, last = base[1] - base[0], base[-1] - base[-2]
        before = np.linspace(base[0] - degree * first, base[0] - first, degree) if degree else base[:0]
        after = np.linspace(base[-1] + last, base[-1] + degree * last, degree) if degree else base[:0]
        return np.concatenate([before, base, after])

    def transform(self, X):
        """The bumps' heights, feature by feature."""
        self._check_fitted()
        X = matrix(X, "SplineTransformer").astype(float)
        self._check_features(X)
        parts = [self._of_feature(X[:, at], at) for at in range(X.shape[1])]
        return np.concatenate([part if self.include_bias else part[:, :-1] for part in parts], axis=1)

    def _of_feature(self, x, at):
        low, high = self._ends[0][at], self._ends[1][at]
        knots, degree, how = self._all[:, at], self.degree, self.extrapolation
        if how not in _BEYOND:
            refuse("SplineTransformer", extrapolation=(how, "constant"))
        if how == "periodic":
            start, end = knots[degree], knots[len(knots) - degree - 1]
            found = _basis(start + (x - start) % (end - start), knots, degree)
            found[:, :degree] = found[:, :degree] + found[:, self._count :]
            return found[:, : self._count]
        if how == "continue":
            return _basis(x, knots, degree)
        inside = (x >= low) & (x <= high)
        if how == "error" and not bool(inside.all()):
            raise ValueError("`X` contains values beyond the limits of the knots.")
        found = _basis(np.clip(x, low, high), knots, degree)
        if how == "linear":
            slopes = _basis(np.clip(x, low, high), knots, degree, True)
            found = found + slopes * (x - np.clip(x, low, high)).reshape(-1, 1)
        return found

    def get_feature_names_out(self, input_features=None):
        """The bumps' names: the feature's, and a number."""
        self._check_fitted()
        names = known_names(self, input_features)
        return objects([f"{name}_sp_{at}" for name in names for at in range(self._count - (not self.include_bias))])


def _basis(x, knots, degree, slope=False):
    """All splines of a degree at x, or their slopes; beyond the ends as the polynomials there go on."""
    last = len(knots) - degree - 2
    span = np.clip(np.searchsorted(knots, x, side="right") - 1, degree, last)
    # The splines that are not 0 between two knots, by those of a lower degree.
    rows = np.ones((len(x), 1))
    top = degree - 1 if slope else degree
    for each in range(1, top + 1):
        rows = _raised(rows, x, knots, span, each)
    if slope:
        rows = _slopes(rows, knots, span, degree)
    found = np.zeros((len(x), len(knots) - degree - 1))
    for at in range(rows.shape[1]):
        found[np.arange(len(x)), span - degree + at] = rows[:, at]
    return found


def _raised(rows, x, knots, span, degree):
    """The splines of one degree more (Cox and de Boor)."""
    made = np.zeros((len(x), degree + 1))
    for at in range(degree):
        right, left = knots[span + at + 1], knots[span + at + 1 - degree]
        share = rows[:, at] / (right - left)
        made[:, at] = made[:, at] + share * (right - x)
        made[:, at + 1] = share * (x - left)
    return made


def _slopes(rows, knots, span, degree):
    """The slopes of splines by those of one degree less."""
    made = np.zeros((len(span), degree + 1))
    for at in range(degree):
        share = degree * rows[:, at] / (knots[span + at + 1] - knots[span + at + 1 - degree])
        made[:, at] = made[:, at] - share
        made[:, at + 1] = share
    return made
