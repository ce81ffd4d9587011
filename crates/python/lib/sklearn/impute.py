"""Missing values filled in.

What it is not: guessed from other features. Start reading at `SimpleImputer`.
"""

from _kindling_absent import Absent
import numpy as np
from sklearn._arrays import matrix, refuse
from sklearn.base import BaseEstimator, TransformerMixin


class SimpleImputer(TransformerMixin, BaseEstimator):
    """By the mean, the median, the most frequent value or one value of each feature."""

    def __init__(
        self,
        *,
        missing_values=np.nan,
        strategy="mean",
        fill_value=None,
        copy=True,
        add_indicator=False,
        keep_empty_features=False,
    ):
        self.missing_values, self.strategy, self.fill_value = missing_values, strategy, fill_value
        self.copy, self.add_indicator, self.keep_empty_features = copy, add_indicator, keep_empty_features

    def _missing(self, X):
        return np.isnan(X) if self.missing_values != self.missing_values else X == self.missing_values

    def fit(self, X, y=None):
        """What is filled in."""
        refuse(
            "SimpleImputer",
            copy=(self.copy, True),
            add_indicator=(self.add_indicator, False),
            keep_empty_features=(self.keep_empty_features, False),
        )
        if self.strategy not in ("mean", "median", "most_frequent", "constant"):
            raise ValueError(
                "The 'strategy' parameter of SimpleImputer must be a str among {'mean', 'median', 'most_frequent', 'constant'} "
                f"or a callable. Got {self.strategy!r} instead."
            )
        X = matrix(X, "SimpleImputer", allow_nan=True).astype(float)
        self.n_features_in_, gone = X.shape[1], self._missing(X)
        columns = [[v for v, lost in zip(*each) if not lost] for each in zip(X.T.tolist(), gone.T.tolist())]
        self.statistics_ = np.array([self._filler(column) for column in columns])
        return self

    def _filler(self, column):
        if self.strategy == "constant":
            return 0.0 if self.fill_value is None else float(self.fill_value)
        if not column:
            raise NotImplementedError("SimpleImputer: features without any value are not built into this sklearn")
        if self.strategy == "most_frequent":
            return max(sorted(set(column)), key=column.count)
        values = np.array(column)
        return float(values.mean() if self.strategy == "mean" else np.median(values))

    def transform(self, X):
        """X without what is missing."""
        self._check_fitted()
        X = matrix(X, "SimpleImputer", allow_nan=True).astype(float)
        self._check_features(X)
        return np.where(self._missing(X), self.statistics_, X)


def __getattr__(name):
    if name in ("KNNImputer", "MissingIndicator", "IterativeImputer"):
        return Absent(f"sklearn.impute.{name} is not built into this sklearn")
    raise AttributeError(f"module 'sklearn.impute' has no attribute '{name}'")
