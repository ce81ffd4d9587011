"""Estimators that keep some of the features.

What it is not: the tests they go by, which are `_tests`. Start reading at `_Chosen`.
"""

import numpy as np
from numpy._objects import objects
from sklearn._arrays import matrix
from sklearn._named import known_names
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.feature_selection._tests import f_classif


class _Chosen(TransformerMixin, BaseEstimator):
    """Keeps the features that `_kept` says."""

    def _begin(self, X):
        X = matrix(X, type(self).__name__).astype(float)
        self.n_features_in_ = X.shape[1]
        return X

    def get_support(self, indices=False):
        """Which features are kept: flags, or their places."""
        self._check_fitted()
        kept = self._kept()
        return np.nonzero(kept)[0] if indices else kept

    def transform(self, X):
        """The features that are kept."""
        self._check_fitted()
        X = matrix(X, type(self).__name__)
        self._check_features(X)
        return X[:, np.nonzero(self._kept())[0]]

    def get_feature_names_out(self, input_features=None):
        names = known_names(self, input_features)
        return objects([name for name, is_kept in zip(names, self._kept().tolist()) if is_kept])


class SelectKBest(_Chosen):
    """So many features, those that a test finds to say most."""

    def __init__(self, score_func=f_classif, *, k=10):
        self.score_func, self.k = score_func, k

    def fit(self, X, y=None):
        """Each feature's score."""
        found = self.score_func(self._begin(X), y)
        self.scores_, self.pvalues_ = found if isinstance(found, tuple) else (found, None)
        return self

    def _count(self):
        return self.n_features_in_ if self.k == "all" else min(self.k, self.n_features_in_)

    def _kept(self):
        scores = [-np.inf if score != score else score for score in self.scores_.tolist()]
        best = sorted(range(len(scores)), key=scores.__getitem__)[len(scores) - self._count():]
        kept = np.zeros(len(scores), dtype=bool)
        kept[np.array(best, dtype=np.int64)] = True
        return kept


class SelectPercentile(SelectKBest):
    """A share of the features, those that a test finds to say most."""

    def __init__(self, score_func=f_classif, *, percentile=10):
        self.score_func, self.percentile = score_func, percentile

    def _count(self):
        return max(int(self.n_features_in_ * self.percentile / 100), 1)


class VarianceThreshold(_Chosen):
    """The features that vary by more than a threshold."""

    def __init__(self, threshold=0.0):
        self.threshold = threshold

    def fit(self, X, y=None):
        """Each feature's variance."""
        X = self._begin(X)
        self.variances_ = X.var(axis=0)
        if self.threshold == 0:
            # What is the same everywhere varies by nothing, whatever rounding says.
            self.variances_ = np.minimum(self.variances_, X.max(axis=0) - X.min(axis=0))
        if not bool((self.variances_ > self.threshold).any()):
            raise ValueError(f"No feature in X meets the variance threshold {self.threshold:.5f}")
        return self

    def _kept(self):
        return self.variances_ > self.threshold
