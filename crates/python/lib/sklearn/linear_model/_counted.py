"""Lines to the logarithm of what is counted: `PoissonRegressor`, `GammaRegressor`, `TweedieRegressor`.

What it is not: lines to the numbers themselves, which is `_line`. Start reading at `_Counted`.
"""

import warnings

import numpy as np
from scipy.optimize._lbfgsb import minimized
from sklearn._arrays import floats, goal_of, matrix, refuse, same_length
from sklearn.base import BaseEstimator, RegressorMixin
from sklearn.exceptions import ConvergenceWarning


class _Counted(RegressorMixin, BaseEstimator):
    """Half the mean deviance of Tweedie's family, and `alpha` times half the squares of the slopes."""

    def _power(self):
        raise NotImplementedError

    def _is_log(self):
        return True

    def fit(self, X, y, sample_weight=None):
        """The line."""
        name = type(self).__name__
        refuse(name, warm_start=(self.warm_start, False), verbose=(self.verbose, 0))
        X, goal = matrix(X, name).astype(float), goal_of(y).astype(float)
        same_length(X, goal, sample_weight)
        power, is_log = self._power(), self._is_log()
        least = float(goal.min())
        if power >= 1 and (least < 0 or power >= 2 and least <= 0):
            loss = {1: "HalfPoissonLoss", 2: "HalfGammaLoss"}.get(power, "HalfTweedieLoss")
            raise ValueError(f"Some value(s) of y are out of the valid range of the loss '{loss}'.")
        weights = np.ones(len(X)) if sample_weight is None else floats(sample_weight).astype(float)
        weights, wide = weights / weights.sum(), X.shape[1]
        rows = np.concatenate([X, np.ones((len(X), 1))], axis=1) if self.fit_intercept else X

        def cost(at):
            line = rows @ at
            mean = np.exp(line) if is_log else line
            value = float((weights * _deviance(goal, mean, power)).sum())
            pull = weights * (mean - goal) * mean ** (-power) * (mean if is_log else 1.0)
            slopes = rows.T @ pull
            slopes[:wide] = slopes[:wide] + self.alpha * at[:wide]
            return value + 0.5 * self.alpha * float(at[:wide] @ at[:wide]), slopes

        start = np.zeros(rows.shape[1])
        if self.fit_intercept:
            middle = float((weights * goal).sum())
            start[-1] = np.log(middle) if is_log else middle
        if self.solver == "newton-cholesky":
            from scipy.optimize._newton import newton_least

            at, self.n_iter_ = newton_least(lambda step: cost(start + step), len(start), self.tol, self.max_iter)
            at = start + at
        else:
            found = minimized(cost, start, ftol=64 * 2.0**-52, gtol=self.tol, maxiter=self.max_iter, maxls=50)
            at, self.n_iter_ = found.x, int(found.nit)
            if found.status:
                warnings.warn(f"lbfgs failed to converge after {found.nit} iteration(s) (status={found.status}):\n{found.message}",
                              ConvergenceWarning, stacklevel=3)
        self.coef_, self.n_features_in_ = at[:wide].copy(), wide
        self.intercept_ = float(at[-1]) if self.fit_intercept else 0.0
        return self

    def predict(self, X):
        """What is counted at X."""
        self._check_fitted()
        X = matrix(X, type(self).__name__)
        self._check_features(X)
        line = X @ self.coef_ + self.intercept_
        return np.exp(line) if self._is_log() else line

    def score(self, X, y, sample_weight=None):
        """The share of the deviance that is explained."""
        goal, power = goal_of(y).astype(float), self._power()
        weights = np.ones(len(goal)) if sample_weight is None else floats(sample_weight).astype(float)
        own = float(np.average(_whole(goal, self.predict(X), power), weights=weights))
        middle = np.full(len(goal), float(np.average(goal, weights=weights)))
        return 1 - own / float(np.average(_whole(goal, middle, power), weights=weights))


def _deviance(goal, mean, power):
    """Half the deviance, but for what the mean does not change."""
    if power == 0:
        return 0.5 * (goal - mean) ** 2
    if power == 1:
        return mean - goal * np.log(mean)
    if power == 2:
        return np.log(mean) + goal / mean
    return mean ** (2 - power) / (2 - power) - goal * mean ** (1 - power) / (1 - power)


def _whole(goal, mean, power):
    """Half the deviance."""
    if power == 1:
        positive = np.where(goal > 0, goal, 1.0)
        return np.where(goal > 0, goal * np.log(positive / mean), 0.0) - goal + mean
    if power == 0:
        return 0.5 * (goal - mean) ** 2
    if power == 2:
        return np.log(mean / goal) + goal / mean - 1
    own = np.maximum(goal, 0.0) ** (2 - power) / ((1 - power) * (2 - power))
    return own + _deviance(goal, mean, power)


class _OfOnePower(_Counted):
    """Those whose family is known by their class."""

    def __init__(self, *, alpha=1.0, fit_intercept=True, solver="lbfgs", max_iter=100, tol=0.0001, warm_start=False, verbose=0):  # fmt: skip
        self.__dict__.update({name: value for name, value in locals().items() if name not in ("self", "__class__")})


class PoissonRegressor(_OfOnePower):
    """Counts."""

    def _power(self):
        return 1


class GammaRegressor(_OfOnePower):
    """Amounts above 0."""

    def _power(self):
        return 2


class TweedieRegressor(_Counted):
    """The family of both: `power` is 0 for the normal distribution, 1 for Poisson's, 2 for gamma's."""

    def __init__(self, *, power=0.0, alpha=1.0, fit_intercept=True, link="auto", solver="lbfgs", max_iter=100, tol=0.0001,
                 warm_start=False, verbose=0):  # fmt: skip
        self.__dict__.update({name: value for name, value in locals().items() if name not in ("self", "__class__")})

    def _power(self):
        return self.power

    def _is_log(self):
        return self.link == "log" or self.link == "auto" and self.power > 0
