"""`LocalOutlierFactor`: what lies less densely than its neighbours is an outlier.

What it is not: how dense all lies. Source: M. M. Breunig et al., LOF, 2000. Start reading at `LocalOutlierFactor`.
"""

import warnings

import numpy as np
from sklearn._arrays import matrix
from sklearn.base import OutlierMixin
from sklearn.neighbors._nearest import _Neighbors


class LocalOutlierFactor(OutlierMixin, _Neighbors):
    """How much denser a sample's neighbours lie than itself."""

    def __init__(self, n_neighbors=20, *, algorithm="auto", leaf_size=30, metric="minkowski", p=2, metric_params=None,
                 contamination="auto", novelty=False, n_jobs=None):  # fmt: skip
        self.n_neighbors, self.algorithm, self.leaf_size, self.metric, self.p = n_neighbors, algorithm, leaf_size, metric, p
        self.metric_params, self.contamination, self.novelty, self.n_jobs = metric_params, contamination, novelty, n_jobs

    # Of neighbours that decide, this one asks all alike.
    weights = "uniform"

    def fit(self, X, y=None):
        """How dense the samples lie."""
        self._keep(X)
        count = self.n_samples_fit_
        if self.n_neighbors > count:
            warnings.warn(f"n_neighbors ({self.n_neighbors}) is greater than the total number of samples ({count}). n_neighbors will be "
                          "set to (n_samples - 1) for estimation.", stacklevel=3)
        self.n_neighbors_ = max(1, min(self.n_neighbors, count - 1))
        away, places = self.kneighbors(n_neighbors=self.n_neighbors_)
        self._reach = away[:, -1]
        self._dense = self._density(away, places)
        self.negative_outlier_factor_ = -(self._dense[places] / self._dense.reshape(-1, 1)).mean(axis=1)
        self.offset_ = -1.5
        if self.contamination != "auto":
            self.offset_ = np.percentile(self.negative_outlier_factor_, 100.0 * self.contamination)
        return self

    def _density(self, away, places):
        return 1.0 / (np.maximum(away, self._reach[places]).mean(axis=1) + 1e-10)

    def fit_predict(self, X, y=None):
        """1, and -1 for the outliers among the samples."""
        if self.novelty:
            raise AttributeError("fit_predict is not available when novelty=True. Use novelty=False if you want to predict on the "
                                 "training set.")
        self.fit(X)
        return np.where(self.negative_outlier_factor_ < self.offset_, -1, 1)

    def score_samples(self, X):
        """How much less dense new samples' neighbours lie."""
        self._novel("score_samples")
        away, places = self.kneighbors(matrix(X, "LocalOutlierFactor"), self.n_neighbors_)
        return -(self._dense[places] / self._density(away, places).reshape(-1, 1)).mean(axis=1)

    def _novel(self, name):
        if not self.novelty:
            raise AttributeError(f"{name} is not available when novelty=False. The scores of the training samples are always available "
                                 "through the negative_outlier_factor_ attribute. Use novelty=True if you want to use LOF for novelty "
                                 f"detection and call {name} for new unseen data.")

    def decision_function(self, X):
        """The same, with 0 where outliers begin."""
        return self.score_samples(X) - self.offset_

    def predict(self, X):
        """1, and -1 for outliers among new samples."""
        self._novel("predict")
        return np.where(self.decision_function(X) < 0, -1, 1)
