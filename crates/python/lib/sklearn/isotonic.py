"""`IsotonicRegression`: the nearest numbers that only rise, or only fall.

What it is not: a line. Source: M. J. Best, N. Chakravarti, Active set algorithms for isotonic regression, 1990. Start reading at
`isotonic_regression`.
"""

import numpy as np
from sklearn._arrays import floats, goal_of, same_length
from sklearn.base import BaseEstimator, RegressorMixin, TransformerMixin

__all__ = ["IsotonicRegression", "check_increasing", "isotonic_regression"]


def check_increasing(x, y):
    """Whether y rises with x on the whole, by the order of both."""
    from scipy.stats import spearmanr

    return bool(spearmanr(x, y)[0] >= 0)


def isotonic_regression(y, *, sample_weight=None, y_min=None, y_max=None, increasing=True):
    """The nearest numbers that rise: neighbours that fall share their mean."""
    y = floats(y).astype(float)
    weights = np.ones(len(y)) if sample_weight is None else floats(sample_weight).astype(float)
    y, weights = (y, weights) if increasing else (y[::-1], weights[::-1])
    blocks = []
    for value, weight in zip(y.tolist(), weights.tolist()):
        blocks.append([value * weight, weight, 1])
        while len(blocks) > 1 and blocks[-2][0] / blocks[-2][1] >= blocks[-1][0] / blocks[-1][1]:
            last = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], last)]
    found = np.array([total / weight for total, weight, count in blocks for _ in range(count)])
    if y_min is not None or y_max is not None:
        found = np.clip(found, -np.inf if y_min is None else y_min, np.inf if y_max is None else y_max)
    return found if increasing else found[::-1].copy()


def _near(ranked):
    """The number of each place; those nearer than 1e-15 to the first of a number count as the same."""
    found, first, at = [], None, -1
    for value in ranked:
        if first is None or value - first >= 1e-15:
            first, at = value, at + 1
        found.append(at)
    return np.array(found)


class IsotonicRegression(RegressorMixin, TransformerMixin, BaseEstimator):
    """A line of steps that are joined."""

    def __init__(self, *, y_min=None, y_max=None, increasing=True, out_of_bounds="nan"):
        self.y_min, self.y_max, self.increasing, self.out_of_bounds = y_min, y_max, increasing, out_of_bounds

    def fit(self, X, y, sample_weight=None):
        """The steps."""
        x, y = floats(X).astype(float), goal_of(y).astype(float)
        same_length(x, y, sample_weight)
        if x.ndim != 1 and not (x.ndim == 2 and x.shape[1] == 1):
            raise ValueError("Isotonic regression input X should be a 1d array or 2d array with 1 feature")
        x = x.ravel()
        self.increasing_ = check_increasing(x, y) if self.increasing == "auto" else self.increasing
        weights = np.ones(len(x)) if sample_weight is None else floats(sample_weight).astype(float)
        kept = weights > 0
        x, y, weights = x[kept], y[kept], weights[kept]
        order = np.lexsort((y, x))
        x, y, weights = x[order], y[order], weights[order]
        inverse = _near(x.tolist())
        places = x[np.nonzero(np.diff(inverse, prepend=-1))[0]]
        heavy = np.bincount(inverse, weights=weights)
        means = np.bincount(inverse, weights=weights * y) / heavy
        found = isotonic_regression(means, sample_weight=heavy, y_min=self.y_min, y_max=self.y_max, increasing=self.increasing_)
        self.X_min_, self.X_max_ = places.min(), places.max()
        is_needed = np.ones(len(found), dtype=bool)
        is_needed[1:-1] = (found[1:-1] != found[:-2]) | (found[1:-1] != found[2:])
        self.X_thresholds_, self.y_thresholds_, self.n_features_in_ = places[is_needed], found[is_needed], 1
        return self

    def transform(self, T):
        """The heights at T."""
        self._check_fitted()
        T = floats(T).astype(float).ravel()
        if self.out_of_bounds == "raise" and bool(((T < self.X_min_) | (T > self.X_max_)).any()):
            raise ValueError("A value in x_new is outside the interpolation range.")
        found = np.interp(T, self.X_thresholds_, self.y_thresholds_)
        return np.where((T < self.X_min_) | (T > self.X_max_), np.nan, found) if self.out_of_bounds == "nan" else found

    def predict(self, T):
        """The same."""
        return self.transform(T)

    def fit_transform(self, X, y=None, **fit_params):
        return self.fit(X, y, **fit_params).transform(X)
