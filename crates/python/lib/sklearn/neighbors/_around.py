"""All samples within a radius, and graphs of neighbours.

What it is not: the nearest few, which are `_nearest`'s. Start reading at `RadiusNeighborsClassifier`.
"""

import warnings

import numpy as np
from sklearn._arrays import array_of, different, labels, matrix, same_length
from sklearn.base import ClassifierMixin, RegressorMixin
from sklearn.neighbors._nearest import KNeighborsRegressor, NearestNeighbors, _Neighbors


class _Around(_Neighbors):
    def __init__(self, radius=1.0, *, weights="uniform", algorithm="auto", leaf_size=30, p=2, metric="minkowski",
                 metric_params=None, n_jobs=None):  # fmt: skip
        super().__init__(weights=weights, algorithm=algorithm, leaf_size=leaf_size, p=p, metric=metric, metric_params=metric_params,
                         n_jobs=n_jobs)  # fmt: skip
        del self.n_neighbors
        self.radius = radius

    def _near(self, X):
        """What each sample counts for each of X: nothing outside the radius."""
        self._check_fitted()
        X = matrix(X, type(self).__name__).astype(float)
        self._check_features(X)
        away = self._distances(X)
        inside = away <= self.radius
        if self.weights in ("uniform", None):
            return inside.astype(float)
        if callable(self.weights):
            return np.where(inside, self.weights(away), 0.0)
        is_here = away == 0
        shares = np.where(is_here.any(axis=1).reshape(-1, 1), is_here.astype(float), 1 / np.where(is_here, 1.0, away))
        return np.where(inside, shares, 0.0)


class RadiusNeighborsClassifier(ClassifierMixin, _Around):
    """The class that most samples within a radius have."""

    def __init__(self, radius=1.0, *, weights="uniform", algorithm="auto", leaf_size=30, p=2, metric="minkowski",
                 outlier_label=None, metric_params=None, n_jobs=None):  # fmt: skip
        super().__init__(radius, weights=weights, algorithm=algorithm, leaf_size=leaf_size, p=p, metric=metric,
                         metric_params=metric_params, n_jobs=n_jobs)  # fmt: skip
        self.outlier_label = outlier_label

    def fit(self, X, y):
        """Keeps the samples and their classes."""
        self._keep(X)
        names = labels(y)
        same_length(X, names)
        classes = different(names)
        self.classes_, self._y = array_of(classes, y), np.array([classes.index(name) for name in names])
        self.outlier_label_ = max(classes, key=names.count) if self.outlier_label == "most_frequent" else self.outlier_label
        return self

    def predict_proba(self, X):
        """The share of each class within the radius."""
        near = self._near(X)
        alone = near.sum(axis=1) == 0
        if bool(alone.any()) and self.outlier_label_ is None:
            raise ValueError(f"No neighbors found for test samples {np.nonzero(alone)[0]!r}, you can try using larger radius, giving a "
                             "label for outliers, or considering removing them from your dataset.")
        shares = np.stack([(near * (self._y == at)).sum(axis=1) for at in range(len(self.classes_))], axis=1)
        names = self.classes_.tolist()
        if bool(alone.any()) and self.outlier_label_ in names:
            shares[alone, names.index(self.outlier_label_)] = 1.0
        elif bool(alone.any()):
            warnings.warn(f"Outlier label {self.outlier_label_} is not in training classes. All class probabilities of outliers will be "
                          "assigned with 0.", stacklevel=3)
        return shares / np.maximum(shares.sum(axis=1), 1e-300).reshape(-1, 1)

    def predict(self, X):
        """The class of each sample; those that are alone are outliers."""
        shares, names = self.predict_proba(X), self.classes_.tolist()
        places, alone = shares.argmax(axis=1).tolist(), (shares.sum(axis=1) == 0).tolist()
        return array_of([self.outlier_label_ if gone else names[at] for at, gone in zip(places, alone)], self.classes_)


class RadiusNeighborsRegressor(RegressorMixin, _Around):
    """The mean of the numbers of the samples within a radius."""

    fit = KNeighborsRegressor.fit

    def predict(self, X):
        """The number of each sample; nan for those that are alone."""
        near = self._near(X)
        whole = near.sum(axis=1)
        if bool((whole == 0).any()):
            warnings.warn("One or more samples have no neighbors within specified radius; predicting NaN.", stacklevel=3)
        with np.errstate(invalid="ignore", divide="ignore"):
            return near @ self._y / (whole if self._y.ndim == 1 else whole.reshape(-1, 1))


def kneighbors_graph(X, n_neighbors, *, mode="connectivity", metric="minkowski", p=2, metric_params=None, include_self=False,
                     n_jobs=None):
    """Which samples are the nearest of which, or how near, as a table of mostly zeros."""
    from scipy.sparse import csr_matrix

    del n_jobs
    is_own = mode == "connectivity" if include_self == "auto" else include_self
    model = NearestNeighbors(n_neighbors=n_neighbors, metric=metric, p=p, metric_params=metric_params).fit(X)
    away, places = model.kneighbors(X if is_own else None)
    table = np.zeros((len(places), model.n_samples_fit_))
    table[np.arange(len(places)).reshape(-1, 1), places] = 1.0 if mode == "connectivity" else away
    return csr_matrix(table)


def radius_neighbors_graph(X, radius, *, mode="connectivity", metric="minkowski", p=2, metric_params=None, include_self=False,
                           n_jobs=None):
    """Which samples are within a radius of which, or how near, as a table of mostly zeros."""
    from scipy.sparse import csr_matrix

    del n_jobs
    model = NearestNeighbors(metric=metric, p=p, metric_params=metric_params).fit(X)
    away = model._distances(model._X)
    inside = away <= radius
    if not (mode == "connectivity" if include_self == "auto" else include_self):
        inside = inside & (np.eye(len(away)) == 0)
    return csr_matrix(inside.astype(float) if mode == "connectivity" else np.where(inside, away, 0.0))
