"""`ComplementNB`, for classes of unlike sizes, and `CategoricalNB`, for features out of a few categories.

What it is not: numbers that lie as a bell says, which is `_bayes`. Start reading at `ComplementNB`.
"""

import numpy as np
from sklearn._arrays import matrix
from sklearn.naive_bayes._bayes import _Counts


class ComplementNB(_Counts):
    """Counts, as of words in texts: each class by what the others are like."""

    def __init__(self, *, alpha=1.0, force_alpha=True, fit_prior=True, class_prior=None, norm=False):
        self.alpha, self.force_alpha, self.fit_prior, self.class_prior, self.norm = alpha, force_alpha, fit_prior, class_prior, norm

    def fit(self, X, y, sample_weight=None):
        """How large a share of the other classes' counts each feature has."""
        X = matrix(X.toarray() if hasattr(X, "toarray") else X, "ComplementNB").astype(float)
        if bool((X < 0).any()):
            raise ValueError("Negative values in data passed to ComplementNB (input X).")
        alpha = self._counted(X, y, sample_weight)
        self.feature_all_ = self.feature_count_.sum(axis=0)
        others = self.feature_all_ + alpha - self.feature_count_
        shares = np.log(others / others.sum(axis=1, keepdims=True))
        self.feature_log_prob_ = shares / shares.sum(axis=1, keepdims=True) if self.norm else -shares
        return self

    def _joint(self, X):
        found = self._rows(X) @ self.feature_log_prob_.T
        return found + self.class_log_prior_ if len(self.classes_) == 1 else found


class CategoricalNB(_Counts):
    """Features out of a few categories, which are counted from 0."""

    def __init__(self, *, alpha=1.0, force_alpha=True, fit_prior=True, class_prior=None, min_categories=None):
        self.alpha, self.force_alpha, self.fit_prior = alpha, force_alpha, fit_prior
        self.class_prior, self.min_categories = class_prior, min_categories

    def fit(self, X, y, sample_weight=None):
        """How often each category comes in each class."""
        X = matrix(X, "CategoricalNB").astype(int)
        if bool((X < 0).any()):
            raise ValueError("Negative values in data passed to CategoricalNB (input X).")
        least = np.zeros(X.shape[1], dtype=int) + (0 if self.min_categories is None else np.asarray(self.min_categories))
        self.n_categories_ = np.maximum(X.max(axis=0) + 1, least)
        self.category_count_, self.feature_log_prob_ = [], []
        for at, count in enumerate(self.n_categories_.tolist()):
            # Each category as a feature of its own.
            alpha = self._counted((X[:, at : at + 1] == np.arange(count)).astype(float), y, sample_weight)
            self.category_count_.append(self.feature_count_)
            smooth = self.feature_count_ + alpha
            self.feature_log_prob_.append(np.log(smooth) - np.log(smooth.sum(axis=1, keepdims=True)))
        del self.feature_count_
        self.n_features_in_ = X.shape[1]
        return self

    def _joint(self, X):
        X = self._rows(X).astype(int)
        return sum(table[:, X[:, at]].T for at, table in enumerate(self.feature_log_prob_)) + self.class_log_prior_
