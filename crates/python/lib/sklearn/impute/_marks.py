"""`MissingIndicator`: marks of what is missing.

What it is not: filled in. Start reading at `MissingIndicator`.
"""

import numpy as np
from numpy._objects import objects
from sklearn._arrays import matrix
from sklearn._named import known_names
from sklearn.base import BaseEstimator, TransformerMixin


class MissingIndicator(TransformerMixin, BaseEstimator):
    """True where a value is missing, for the features that lack some, or for all."""

    def __init__(self, *, missing_values=np.nan, features="missing-only", sparse="auto", error_on_new=True):
        self.__dict__.update({name: value for name, value in locals().items() if name not in ("self", "__class__")})

    def _gone(self, X):
        X = matrix(X, "MissingIndicator", allow_nan=True).astype(float)
        return np.isnan(X) if self.missing_values != self.missing_values else X == self.missing_values

    def fit(self, X, y=None):
        """Which features lack some."""
        gone = self._gone(X)
        self.n_features_in_ = gone.shape[1]
        self.features_ = np.arange(gone.shape[1]) if self.features == "all" else np.nonzero(gone.any(axis=0))[0]
        return self

    def transform(self, X):
        """The marks."""
        self._check_fitted()
        gone = self._gone(X)
        self._check_features(gone)
        new = sorted(set(np.nonzero(gone.any(axis=0))[0].tolist()) - set(self.features_.tolist()))
        if new and self.error_on_new and self.features == "missing-only":
            raise ValueError(f"The features {np.array(new)} have missing values in transform but have no missing values in fit.")
        found = gone[:, self.features_]
        if self.sparse is True:
            from scipy.sparse import csc_matrix

            return csc_matrix(found)
        return found

    def get_feature_names_out(self, input_features=None):
        names = known_names(self, input_features)
        return objects([f"missingindicator_{names[at]}" for at in self.features_.tolist()])
