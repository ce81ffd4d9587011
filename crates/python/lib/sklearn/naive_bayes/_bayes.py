"""Bayes' rule with features that are taken for independent.

What it is not: features out of a few categories, which are `_further`'s. Start reading at `GaussianNB`.
"""

import math

import numpy as np
from sklearn._arrays import array_of, different, labels, matrix, same_length
from sklearn._weights import weights_of
from sklearn.base import BaseEstimator, ClassifierMixin


class _Bayes(ClassifierMixin, BaseEstimator):
    """What follows from how likely each class is together with the features, which `_joint` gives as logarithms."""

    def predict_log_proba(self, X):
        """The logarithms of the chances."""
        joint = self._joint(X)
        high = joint.max(axis=1).reshape(-1, 1)
        return joint - (high + np.log(np.exp(joint - high).sum(axis=1).reshape(-1, 1)))

    def predict_proba(self, X):
        """The chance of each class."""
        return np.exp(self.predict_log_proba(X))

    def predict(self, X):
        """The class that is the likeliest."""
        names = self.classes_.tolist()
        return array_of([names[at] for at in self._joint(X).argmax(axis=1).tolist()], self.classes_)


class GaussianNB(_Bayes):
    """Each feature of a class lies around a mean, as a bell says."""

    def __init__(self, *, priors=None, var_smoothing=1e-09):
        self.priors, self.var_smoothing = priors, var_smoothing

    def fit(self, X, y, sample_weight=None):
        """The mean and the variance of each feature in each class."""
        X, names = matrix(X, "GaussianNB").astype(float), labels(y)
        same_length(X, names, sample_weight)
        classes = different(names)
        self.classes_, self.n_features_in_ = array_of(classes, y), X.shape[1]
        self.epsilon_ = self.var_smoothing * float(X.var(axis=0).max())
        weights = weights_of(names, classes, None, sample_weight)
        means, spreads, counts = [], [], []
        for each in classes:
            rows = np.array([at for at, name in enumerate(names) if name == each])
            own, share = X[rows], weights[rows].reshape(-1, 1)
            mean = (own * share).sum(axis=0) / share.sum()
            means.append(mean)
            spreads.append((share * (own - mean) ** 2).sum(axis=0) / share.sum() + self.epsilon_)
            counts.append(float(share.sum()))
        self.theta_, self.var_, self.class_count_ = np.stack(means), np.stack(spreads), np.array(counts)
        if self.priors is None:
            self.class_prior_ = self.class_count_ / self.class_count_.sum()
        else:
            self.class_prior_ = np.array(list(self.priors), dtype=float)
            if len(self.class_prior_) != len(classes):
                raise ValueError("Number of priors must match number of classes.")
        return self

    def _joint(self, X):
        self._check_fitted()
        X = matrix(X, "GaussianNB").astype(float)
        self._check_features(X)
        found = []
        for prior, mean, spread in zip(self.class_prior_.tolist(), self.theta_, self.var_):
            apart = -0.5 * np.log(2.0 * math.pi * spread).sum() - 0.5 * ((X - mean) ** 2 / spread).sum(axis=1)
            found.append(math.log(prior) + apart)
        return np.stack(found, axis=1)


class _Counts(_Bayes):
    """Classes by how often features come in them."""

    def _counted(self, X, y, sample_weight):
        names = labels(y)
        same_length(X, names, sample_weight)
        classes = different(names)
        self.classes_, self.n_features_in_ = array_of(classes, y), X.shape[1]
        weights = weights_of(names, classes, None, sample_weight).reshape(-1, 1)
        rows = [np.array([at for at, name in enumerate(names) if name == each]) for each in classes]
        self.feature_count_ = np.stack([(X[own] * weights[own]).sum(axis=0) for own in rows])
        self.class_count_ = np.array([float(weights[own].sum()) for own in rows])
        if self.class_prior is not None:
            self.class_log_prior_ = np.log(np.array(list(self.class_prior), dtype=float))
        elif self.fit_prior:
            self.class_log_prior_ = np.log(self.class_count_) - math.log(float(self.class_count_.sum()))
        else:
            self.class_log_prior_ = np.full(len(classes), -math.log(len(classes)))
        return float(self.alpha) if self.force_alpha else max(float(self.alpha), 1e-10)

    def _rows(self, X):
        self._check_fitted()
        X = matrix(X.toarray() if hasattr(X, "toarray") else X, type(self).__name__).astype(float)
        if bool((X < 0).any()):
            raise ValueError(f"Negative values in data passed to {type(self).__name__} (input X).")
        self._check_features(X)
        return X


class MultinomialNB(_Counts):
    """Counts, as of words in texts."""

    def __init__(self, *, alpha=1.0, force_alpha=True, fit_prior=True, class_prior=None):
        self.alpha, self.force_alpha, self.fit_prior, self.class_prior = alpha, force_alpha, fit_prior, class_prior

    def fit(self, X, y, sample_weight=None):
        """How large a share of its class's counts each feature has."""
        X = matrix(X.toarray() if hasattr(X, "toarray") else X, "MultinomialNB").astype(float)
        if bool((X < 0).any()):
            raise ValueError("Negative values in data passed to MultinomialNB (input X).")
        alpha = self._counted(X, y, sample_weight)
        smooth = self.feature_count_ + alpha
        self.feature_log_prob_ = np.log(smooth) - np.log(smooth.sum(axis=1).reshape(-1, 1))
        return self

    def _joint(self, X):
        return self._rows(X) @ self.feature_log_prob_.T + self.class_log_prior_


class BernoulliNB(_Counts):
    """Features that are there or not."""

    def __init__(self, *, alpha=1.0, force_alpha=True, binarize=0.0, fit_prior=True, class_prior=None):
        self.alpha, self.force_alpha, self.binarize = alpha, force_alpha, binarize
        self.fit_prior, self.class_prior = fit_prior, class_prior

    def _there(self, X):
        X = matrix(X.toarray() if hasattr(X, "toarray") else X, "BernoulliNB").astype(float)
        return X if self.binarize is None else (X > self.binarize).astype(float)

    def fit(self, X, y, sample_weight=None):
        """In how large a share of its class each feature is there."""
        alpha = self._counted(self._there(X), y, sample_weight)
        whole = (self.class_count_ + 2 * alpha).reshape(-1, 1)
        self.feature_log_prob_ = np.log(self.feature_count_ + alpha) - np.log(whole)
        return self

    def _joint(self, X):
        self._check_fitted()
        X = self._there(X)
        self._check_features(X)
        gone = np.log(1 - np.exp(self.feature_log_prob_))
        return X @ (self.feature_log_prob_ - gone).T + self.class_log_prior_ + gone.sum(axis=1)
