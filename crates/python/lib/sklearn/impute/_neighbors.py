"""`KNNImputer`: what is missing is the mean of what the most similar samples have.

What it is not: guessed from other features, which is `_iterative`. Start reading at `KNNImputer`.
"""

import numpy as np
from numpy._objects import objects
from sklearn._arrays import matrix, refuse
from sklearn._named import known_names
from sklearn.base import BaseEstimator, TransformerMixin


class KNNImputer(TransformerMixin, BaseEstimator):
    """Distances are of the features that both samples have."""

    def __init__(self, *, missing_values=np.nan, n_neighbors=5, weights="uniform", metric="nan_euclidean", copy=True,
                 add_indicator=False, keep_empty_features=False):  # fmt: skip
        self.__dict__.update({name: value for name, value in locals().items() if name not in ("self", "__class__")})

    def fit(self, X, y=None):
        """Keeps the samples."""
        refuse("KNNImputer", metric=(self.metric, "nan_euclidean"))
        X = self._table(X)
        self._X, self._known = X, ~np.isnan(X)
        self.n_features_in_ = X.shape[1]
        self._valid = np.ones(X.shape[1], dtype=bool) if self.keep_empty_features else self._known.any(axis=0)
        self._marked = np.nonzero(~self._known.all(axis=0))[0].tolist() if self.add_indicator else []
        return self

    def _table(self, X):
        X = matrix(X, "KNNImputer", allow_nan=True).astype(float)
        return X if self.missing_values != self.missing_values else np.where(X == self.missing_values, np.nan, X)

    def transform(self, X):
        """X without what is missing."""
        from sklearn.metrics.pairwise import nan_euclidean_distances

        self._check_fitted()
        X = self._table(X)
        self._check_features(X)
        gone, found = np.isnan(X), X.copy()
        rows = np.nonzero(gone.any(axis=1))[0]
        if len(rows):
            away = nan_euclidean_distances(X[rows], self._X)
            for column in np.nonzero(gone.any(axis=0))[0].tolist():
                self._fill(found, gone, rows.tolist(), away, column)
        marks = gone[:, self._marked].astype(float) if self._marked else None
        found = found[:, np.nonzero(self._valid)[0]]
        return found if marks is None else np.hstack([found, marks])

    def _fill(self, found, gone, rows, away, column):
        givers = np.nonzero(self._known[:, column])[0]
        if not len(givers):
            found[:, column] = np.where(gone[:, column], 0.0, found[:, column])
            return
        values, count = self._X[givers, column], min(self.n_neighbors, len(givers))
        middle = float(values.mean())
        for at, row in enumerate(rows):
            if not bool(gone[row, column]):
                continue
            far = away[at, givers]
            known = ~np.isnan(far)
            if not bool(known.any()):
                found[row, column] = middle
                continue
            order = np.argsort(np.where(known, far, np.inf), kind="stable")[:count]
            order = order[known[order]]
            found[row, column] = float(np.average(values[order], weights=self._strengths(far[order])))

    def _strengths(self, away):
        if callable(self.weights):
            return self.weights(away)
        if self.weights == "uniform":
            return np.ones(len(away))
        is_here = away == 0
        return is_here.astype(float) if bool(is_here.any()) else 1.0 / away

    def get_feature_names_out(self, input_features=None):
        """The features' names, and those of the marks of what was missing."""
        self._check_fitted()
        names = known_names(self, input_features)
        kept = [name for name, is_valid in zip(names, self._valid.tolist()) if is_valid]
        return objects([*kept, *(f"missingindicator_{names[at]}" for at in self._marked)])
