"""Classes that lie as bells of one shape: the planes between them.

What it is not: bells of several shapes, which are `_quadratic`. Start reading at `LinearDiscriminantAnalysis`.
"""

import numpy as np
from sklearn._arrays import array_of, decided, different, labels, matrix, refuse
from sklearn.base import BaseEstimator, ClassifierMixin, TransformerMixin

__all__ = ["LinearDiscriminantAnalysis", "QuadraticDiscriminantAnalysis"]


class LinearDiscriminantAnalysis(ClassifierMixin, TransformerMixin, BaseEstimator):
    """The directions in which classes lie apart, as singular values find them."""

    def __init__(self, solver="svd", shrinkage=None, priors=None, n_components=None, store_covariance=False, tol=1e-4,
                 covariance_estimator=None):
        self.solver, self.shrinkage, self.priors, self.n_components = solver, shrinkage, priors, n_components
        self.store_covariance, self.tol, self.covariance_estimator = store_covariance, tol, covariance_estimator

    def fit(self, X, y):
        """The classes' means, and the directions between them."""
        refuse("LinearDiscriminantAnalysis", solver=(self.solver, "svd"), shrinkage=(self.shrinkage, None),
               store_covariance=(self.store_covariance, False), covariance_estimator=(self.covariance_estimator, None))
        X, names = matrix(X, "LinearDiscriminantAnalysis").astype(float), labels(y)
        classes, count = different(names), len(X)
        if len(classes) < 2:
            raise ValueError(f"The number of classes has to be greater than one; got {len(classes)} class(es)")
        self.classes_, self.n_features_in_ = array_of(classes, y), X.shape[1]
        rows = [np.array([at for at, name in enumerate(names) if name == each]) for each in classes]
        shares = [len(own) / count for own in rows] if self.priors is None else list(self.priors)
        self.priors_, self.means_ = np.array(shares), np.stack([X[own].mean(axis=0) for own in rows])
        self.xbar_ = self.priors_ @ self.means_
        most = min(len(classes) - 1, X.shape[1])
        if self.n_components is not None and self.n_components > most:
            raise ValueError("n_components cannot be larger than min(n_features, n_classes - 1).")
        self._most = most if self.n_components is None else self.n_components
        self._find(X, rows, count)
        return self

    def _find(self, X, rows, count):
        inner = np.concatenate([X[own] - mean for own, mean in zip(rows, self.means_)])
        spread = inner.std(axis=0)
        spread[spread == 0] = 1.0
        share, classes = 1.0 / count, len(rows)
        _, sizes, right = np.linalg.svd(np.sqrt(share) * (inner / spread), full_matrices=False)
        rank = int((sizes > self.tol).sum())
        scalings = (right[:rank] / spread).T / sizes[:rank]
        weights = np.sqrt(count * self.priors_ * (1.0 if classes == 1 else 1.0 / (classes - 1))).reshape(-1, 1)
        _, sizes, right = np.linalg.svd((weights * (self.means_ - self.xbar_)) @ scalings, full_matrices=False)
        self.explained_variance_ratio_ = (sizes**2 / (sizes**2).sum())[: self._most]
        rank = int((sizes > self.tol * sizes[0]).sum())
        self.scalings_ = scalings @ right.T[:, :rank]
        coefficients = (self.means_ - self.xbar_) @ self.scalings_
        self.intercept_ = -0.5 * (coefficients**2).sum(axis=1) + np.log(self.priors_)
        self.coef_ = coefficients @ self.scalings_.T
        self.intercept_ = self.intercept_ - self.xbar_ @ self.coef_.T
        if classes == 2:
            self.coef_ = (self.coef_[1] - self.coef_[0]).reshape(1, -1)
            self.intercept_ = np.array([self.intercept_[1] - self.intercept_[0]])

    def _checked(self, X):
        self._check_fitted()
        X = matrix(X, "LinearDiscriminantAnalysis").astype(float)
        self._check_features(X)
        return X

    def transform(self, X):
        """The samples along the directions."""
        return ((self._checked(X) - self.xbar_) @ self.scalings_)[:, : self._most]

    def decision_function(self, X):
        """How far samples are on a class's side: of two classes on the second's."""
        scores = self._checked(X) @ self.coef_.T + self.intercept_
        return scores.ravel() if scores.shape[1] == 1 else scores

    def predict_proba(self, X):
        """The chance of each class."""
        scores = self.decision_function(X)
        if scores.ndim == 1:
            second = 1 / (1 + np.exp(-scores))
            return np.stack([1 - second, second], axis=1)
        strength = np.exp(scores - scores.max(axis=1).reshape(-1, 1))
        return strength / strength.sum(axis=1).reshape(-1, 1)

    def predict(self, X):
        """The class of each sample."""
        return decided(self.decision_function(X), self.classes_)


def __getattr__(name):
    if name == "QuadraticDiscriminantAnalysis":
        from sklearn._quadratic import QuadraticDiscriminantAnalysis

        return QuadraticDiscriminantAnalysis
    raise AttributeError(f"module 'sklearn.discriminant_analysis' has no attribute '{name}'")
