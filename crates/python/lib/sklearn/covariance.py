"""Covariances: as they are, or drawn nearer to a ball.

What it is not: with zeros in their inverse, nor without outliers; those names say so. Start reading at `EmpiricalCovariance`.
"""

import numpy as np
from sklearn._arrays import matrix
from sklearn._missing import missing
from sklearn.base import BaseEstimator

__all__ = ["EmpiricalCovariance", "LedoitWolf", "OAS", "ShrunkCovariance", "empirical_covariance", "ledoit_wolf", "shrunk_covariance"]


def empirical_covariance(X, *, assume_centered=False):
    """The mean products of features around their means."""
    X = matrix(X, "empirical_covariance").astype(float)
    X = X if assume_centered else X - X.mean(axis=0)
    return X.T @ X / len(X)


def shrunk_covariance(emp_cov, shrinkage=0.1):
    """A covariance and so much of a ball."""
    emp_cov = np.asarray(emp_cov, dtype=float)
    wide = len(emp_cov)
    return (1.0 - shrinkage) * emp_cov + shrinkage * float(np.trace(emp_cov)) / wide * np.eye(wide)


def _best_share(X):
    """How much of a ball is best (O. Ledoit, M. Wolf, 2004)."""
    count, wide = X.shape
    if wide == 1:
        return 0.0
    squares = X**2
    level = float(squares.sum()) / count / wide
    beta = float((squares.T @ squares).sum())
    delta = float(((X.T @ X) ** 2).sum()) / count**2
    beta = 1.0 / (wide * count) * (beta / count - delta)
    delta = (delta - 2.0 * level * float(squares.sum()) / count + wide * level**2) / wide
    beta = min(beta, delta)
    return 0 if beta == 0 else beta / delta


def ledoit_wolf(X, *, assume_centered=False, block_size=1000):
    """The covariance with the best share of a ball, and that share."""
    del block_size
    X = matrix(X, "ledoit_wolf").astype(float)
    X = X if assume_centered else X - X.mean(axis=0)
    share = _best_share(X)
    return shrunk_covariance(X.T @ X / len(X), share), share


class EmpiricalCovariance(BaseEstimator):
    """The covariance as it is."""

    def __init__(self, *, store_precision=True, assume_centered=False):
        self.store_precision, self.assume_centered = store_precision, assume_centered

    def fit(self, X, y=None):
        """The mean and the covariance."""
        X = matrix(X, type(self).__name__).astype(float)
        self.n_features_in_ = X.shape[1]
        self.location_ = np.zeros(X.shape[1]) if self.assume_centered else X.mean(axis=0)
        self.covariance_ = self._made(X - self.location_)
        self.precision_ = np.linalg.pinv(self.covariance_) if self.store_precision else None
        return self

    def _made(self, X):
        return X.T @ X / len(X)

    def get_precision(self):
        """The inverse of the covariance."""
        return self.precision_ if self.store_precision else np.linalg.pinv(self.covariance_)

    def mahalanobis(self, X):
        """The squared distances that the inverse measures."""
        apart = matrix(X, type(self).__name__) - self.location_
        return ((apart @ self.get_precision()) * apart).sum(axis=1)

    def score(self, X_test, y=None):
        """The logarithm of how likely samples are."""
        own = empirical_covariance(matrix(X_test, type(self).__name__) - self.location_, assume_centered=True)
        precision = self.get_precision()
        found = -float((own * precision).sum()) + float(np.linalg.slogdet(precision)[1])
        return (found - len(precision) * float(np.log(2 * np.pi))) / 2.0


class ShrunkCovariance(EmpiricalCovariance):
    """The covariance and so much of a ball."""

    def __init__(self, *, store_precision=True, assume_centered=False, shrinkage=0.1):
        super().__init__(store_precision=store_precision, assume_centered=assume_centered)
        self.shrinkage = shrinkage

    def _made(self, X):
        return shrunk_covariance(X.T @ X / len(X), self.shrinkage)


class LedoitWolf(EmpiricalCovariance):
    """The covariance with the best share of a ball."""

    def __init__(self, *, store_precision=True, assume_centered=False, block_size=1000):
        super().__init__(store_precision=store_precision, assume_centered=assume_centered)
        self.block_size = block_size

    def _made(self, X):
        self.shrinkage_ = _best_share(X)
        return shrunk_covariance(X.T @ X / len(X), self.shrinkage_)


class OAS(EmpiricalCovariance):
    """The covariance with the best share of a ball where data lie as a bell (Y. Chen et al., 2010)."""

    def _made(self, X):
        own, (count, wide) = X.T @ X / len(X), X.shape
        alpha, level = float((own**2).mean()), float(np.trace(own)) / wide
        below = (count + 1) * (alpha - level**2 / wide)
        self.shrinkage_ = 1.0 if below == 0 else min((alpha + level**2) / below, 1.0)
        return shrunk_covariance(own, self.shrinkage_)


__getattr__ = missing("sklearn.covariance")
