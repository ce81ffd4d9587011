"""`NearestCentroid`: the class whose middle is the nearest.

What it is not: samples as neighbours. Start reading at `NearestCentroid`.
"""

import numpy as np
from sklearn._arrays import array_of, different, labels, matrix, refuse, same_length
from sklearn.base import BaseEstimator, ClassifierMixin


class NearestCentroid(ClassifierMixin, BaseEstimator):
    """The mean of each class, or, along the axes, its median."""

    def __init__(self, metric="euclidean", *, shrink_threshold=None, priors="uniform"):
        self.metric, self.shrink_threshold, self.priors = metric, shrink_threshold, priors

    def fit(self, X, y):
        """The middles."""
        refuse("NearestCentroid", shrink_threshold=(self.shrink_threshold, None), priors=(self.priors, "uniform"))
        X, names = matrix(X, "NearestCentroid").astype(float), labels(y)
        same_length(X, names)
        classes = different(names)
        if len(classes) < 2:
            raise ValueError(f"The number of classes has to be greater than one; got {len(classes)} class")
        self.classes_, self.n_features_in_ = array_of(classes, y), X.shape[1]
        rows = [X[np.array([at for at, name in enumerate(names) if name == each])] for each in classes]
        middle = (lambda part: np.median(part, axis=0)) if self.metric == "manhattan" else (lambda part: part.mean(axis=0))
        self.centroids_ = np.stack([middle(part) for part in rows])
        self.class_prior_ = np.full(len(classes), 1 / len(classes))
        return self

    def predict(self, X):
        """The class of the nearest middle."""
        self._check_fitted()
        X = matrix(X, "NearestCentroid").astype(float)
        self._check_features(X)
        apart = np.expand_dims(X, 1) - self.centroids_
        away = np.abs(apart).sum(axis=2) if self.metric == "manhattan" else (apart**2).sum(axis=2)
        return array_of([self.classes_.tolist()[at] for at in away.argmin(axis=1).tolist()], self.classes_)
