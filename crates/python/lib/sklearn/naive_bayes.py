"""Bayes' rule with features that are taken for independent.

What it is not: counts; `MultinomialNB` and its kin are refused by name. Start reading at `GaussianNB`.
"""

from _kindling_absent import Absent
import math

import numpy as np
from sklearn._arrays import array_of, different, labels, matrix, same_length
from sklearn._weights import weights_of
from sklearn.base import BaseEstimator, ClassifierMixin


class GaussianNB(ClassifierMixin, BaseEstimator):
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


def __getattr__(name):
    if name in ("BernoulliNB", "CategoricalNB", "ComplementNB", "MultinomialNB"):
        return Absent(f"sklearn.naive_bayes.{name} is not built into this sklearn")
    raise AttributeError(f"module 'sklearn.naive_bayes' has no attribute '{name}'")
