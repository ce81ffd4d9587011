"""The nearest neighbours: what they are decides.

What it is not: trees of places; all distances are computed. Start reading at `_Neighbors`.
"""

import numpy as np
from sklearn._arrays import array_of, different, goals_of, labels, matrix, refuse, same_length
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin

# Of more columns than these scikit-learn computes distances by a product of matrices, of fewer one by one.
_FEW = 15


class _Neighbors(BaseEstimator):
    """Keeps the samples, and finds those that are nearest."""

    def __init__(
        self,
        n_neighbors=5,
        *,
        weights="uniform",
        algorithm="auto",
        leaf_size=30,
        p=2,
        metric="minkowski",
        metric_params=None,
        n_jobs=None,
    ):
        self.n_neighbors, self.weights, self.algorithm, self.leaf_size = n_neighbors, weights, algorithm, leaf_size
        self.p, self.metric, self.metric_params, self.n_jobs = p, metric, metric_params, n_jobs

    def _keep(self, X):
        # How neighbours are found changes none of them: `algorithm`, `leaf_size` and `n_jobs` are not asked for.
        name = type(self).__name__
        refuse(name, metric_params=(self.metric_params, None))
        if self.metric not in ("minkowski", "euclidean", "manhattan"):
            refuse(name, metric=(self.metric, "minkowski"))
        if self.weights not in ("uniform", "distance", None) and not callable(self.weights):
            raise ValueError(
                f"weights not recognized: should be 'uniform', 'distance', or a callable function, got {self.weights!r}"
            )
        self._X = matrix(X, name).astype(float)
        self.n_features_in_, self.n_samples_fit_ = self._X.shape[1], len(self._X)

    def kneighbors(self, X=None, n_neighbors=None, return_distance=True):
        """How far the nearest samples are, and which they are; without X those of each sample but itself."""
        self._check_fitted()
        count = self.n_neighbors if n_neighbors is None else n_neighbors
        is_own = X is None
        X = self._X if is_own else matrix(X, type(self).__name__).astype(float)
        self._check_features(X)
        if count + is_own > self.n_samples_fit_:
            raise ValueError(
                f"Expected n_neighbors <= n_samples_fit, but n_neighbors = {count}, n_samples_fit = {self.n_samples_fit_}, "
                f"n_samples = {len(X)}"
            )
        away = self._distances(X)
        if is_own:
            away = np.where(np.eye(len(X)) == 1, np.full(away.shape, np.inf), away)
        places = _nearest(away, count)
        if not return_distance:
            return places
        return np.stack([row[at] for row, at in zip(away, places)]), places

    def _distances(self, X):
        power = {"euclidean": 2, "manhattan": 1}.get(self.metric, self.p)
        if power == 2 and X.shape[1] > _FEW:
            squares = (X * X).sum(axis=1).reshape(-1, 1) + (self._X * self._X).sum(axis=1) - 2.0 * (X @ self._X.T)
            return np.sqrt(np.maximum(squares, 0.0))
        # Some rows at a time, as each is compared with all samples.
        step = max(1, 2000000 // max(self._X.size, 1))
        parts = []
        for at in range(0, len(X), step):
            apart = np.abs(X[at : at + step].reshape(-1, 1, X.shape[1]) - self._X)
            parts.append((apart**power).sum(axis=2) if power != 1 else apart.sum(axis=2))
        away = np.concatenate(parts)
        return away if power == 1 else np.sqrt(away) if power == 2 else away ** (1 / power)

    def _strengths(self, away):
        """What each neighbour counts for."""
        if self.weights in ("uniform", None):
            return np.ones(away.shape)
        if callable(self.weights):
            return self.weights(away)
        is_here = away == 0
        has_here = is_here.any(axis=1).reshape(-1, 1)
        return np.where(has_here, is_here.astype(float), 1 / np.where(is_here, np.ones(away.shape), away))


def _nearest(away, count):
    """The places of the least numbers of each row, the first of equal ones first."""
    import torch

    return torch.sort(torch.from_numpy(away), dim=1, stable=True).indices[:, :count].contiguous().numpy()


class NearestNeighbors(_Neighbors):
    """The nearest samples themselves."""

    def __init__(
        self,
        *,
        n_neighbors=5,
        radius=1.0,
        algorithm="auto",
        leaf_size=30,
        metric="minkowski",
        p=2,
        metric_params=None,
        n_jobs=None,
    ):
        super().__init__(
            n_neighbors,
            algorithm=algorithm,
            leaf_size=leaf_size,
            p=p,
            metric=metric,
            metric_params=metric_params,
            n_jobs=n_jobs,
        )
        self.radius = radius

    def fit(self, X, y=None):
        """Keeps the samples."""
        refuse("NearestNeighbors", radius=(self.radius, 1.0))
        self._keep(X)
        return self


class KNeighborsClassifier(ClassifierMixin, _Neighbors):
    """The class that most of the nearest samples have."""

    def fit(self, X, y):
        """Keeps the samples and their classes."""
        self._keep(X)
        names = labels(y)
        same_length(X, names)
        classes = different(names)
        places = {name: at for at, name in enumerate(classes)}
        self.classes_, self._y = array_of(classes, y), np.array([places[name] for name in names])
        return self

    def predict_proba(self, X):
        """The share of each class among the nearest."""
        away, places = self.kneighbors(X)
        strengths, kinds = self._strengths(away), self._y[places]
        shares = np.stack([(strengths * (kinds == at)).sum(axis=1) for at in range(len(self.classes_))], axis=1)
        return shares / shares.sum(axis=1).reshape(-1, 1)

    def predict(self, X):
        """The class of each sample; of equal ones the first."""
        self._check_fitted()
        names = self.classes_.tolist()
        return array_of([names[at] for at in self.predict_proba(X).argmax(axis=1).tolist()], self.classes_)


class KNeighborsRegressor(RegressorMixin, _Neighbors):
    """The mean of the nearest samples' numbers."""

    def fit(self, X, y):
        """Keeps the samples and their numbers."""
        self._keep(X)
        self._y = goals_of(y).astype(float)
        same_length(X, self._y)
        return self

    def predict(self, X):
        """The number of each sample."""
        away, places = self.kneighbors(X)
        strengths, numbers = self._strengths(away), self._y[places]
        if numbers.ndim == 3:
            strengths = np.expand_dims(strengths, 2)
        return (strengths * numbers).sum(axis=1) / strengths.sum(axis=1)
