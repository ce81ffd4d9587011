"""Lines that a few wild samples do not turn: `HuberRegressor`, `RANSACRegressor`, and one whose alpha is estimated: `BayesianRidge`.

What it is not: the line of least squares, which is `_line`. Start reading at `HuberRegressor`.
"""

import math
import warnings

import numpy as np
from scipy.optimize._bounded import minimized_between
from sklearn._arrays import check_random_state, floats, goal_of, goals_of, matrix, refuse, same_length
from sklearn.base import BaseEstimator, RegressorMixin, clone
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model._held import _Line
from sklearn.linear_model._line import LinearRegression


class HuberRegressor(_Line):
    """Squares of what is missing by little, lengths of what is missing by much."""

    def __init__(self, *, epsilon=1.35, max_iter=100, alpha=0.0001, warm_start=False, fit_intercept=True, tol=1e-05):
        self.__dict__.update({name: value for name, value in locals().items() if name not in ("self", "__class__")})

    def fit(self, X, y, sample_weight=None):
        """The line, and the scale of what is missing."""
        refuse("HuberRegressor", warm_start=(self.warm_start, False))
        X, goal = matrix(X, "HuberRegressor").astype(float), goal_of(y).astype(float)
        same_length(X, goal, sample_weight)
        weights = np.ones(len(X)) if sample_weight is None else floats(sample_weight).astype(float)
        self.n_features_in_, wide = X.shape[1], X.shape[1]
        start = np.zeros(wide + (2 if self.fit_intercept else 1))
        start[-1] = 1.0
        found = self._least(X, goal, weights, start)
        at = found.x
        self.scale_, self.n_iter_, self.coef_ = float(at[-1]), int(found.nit), at[:wide].copy()
        self.intercept_ = float(at[-2]) if self.fit_intercept else 0.0
        self._is_row = True
        self.outliers_ = np.abs(goal - X @ self.coef_ - self.intercept_) > self.scale_ * self.epsilon
        return self

    def _least(self, X, goal, weights, start):
        """The least cost; the scale stays above 0."""
        low, high = np.full(len(start), -np.inf), np.full(len(start), np.inf)
        low[-1] = 10 * np.finfo(np.float64).eps
        found = minimized_between(lambda at: self._cost(at, X, goal, weights), start, low, high, gtol=self.tol, maxiter=self.max_iter)
        if found.status:
            warnings.warn(f"lbfgs failed to converge after {found.nit} iteration(s) (status={found.status}):\n{found.message}\n\n"
                          f"Increase the number of iterations to improve the convergence (max_iter={self.max_iter}).\nYou might also "
                          "want to scale the data as shown in:\n    https://scikit-learn.org/stable/modules/preprocessing.html",
                          ConvergenceWarning, stacklevel=4)
        return found

    def _cost(self, at, X, goal, weights):
        wide, scale = X.shape[1], float(at[-1])
        line = at[:wide]
        missing = goal - X @ line - (float(at[-2]) if self.fit_intercept else 0.0)
        far = np.abs(missing) > self.epsilon * scale
        sides = np.where(missing < 0, -1.0, 1.0) * far * weights
        near = weights * ~far
        lengths, squares = float((sides * missing).sum()), float((near * missing * missing).sum())
        heavy = float((weights * far).sum())
        value = float(weights.sum()) * scale + 2 * self.epsilon * lengths - scale * heavy * self.epsilon**2 + squares / scale
        pull = near * missing * (2 / scale) + 2 * self.epsilon * sides
        slopes = np.zeros(len(at))
        slopes[:wide] = -(X.T @ pull) + 2 * self.alpha * line
        if self.fit_intercept:
            slopes[-2] = -float(pull.sum())
        slopes[-1] = float(weights.sum()) - heavy * self.epsilon**2 - squares / scale**2
        return value + self.alpha * float(line @ line), slopes


class BayesianRidge(_Line):
    """`Ridge` whose alpha, and the spread of what is missing, follow from the data."""

    def __init__(self, *, max_iter=300, tol=0.001, alpha_1=1e-06, alpha_2=1e-06, lambda_1=1e-06, lambda_2=1e-06, alpha_init=None,
                 lambda_init=None, compute_score=False, fit_intercept=True, copy_X=True, verbose=False):  # fmt: skip
        self.__dict__.update({name: value for name, value in locals().items() if name not in ("self", "__class__")})

    def fit(self, X, y, sample_weight=None):
        """The line, step by step with both precisions."""
        refuse("BayesianRidge", verbose=(self.verbose, False), sample_weight=(sample_weight, None))
        rows, goals, middle, level = self._centered(X, y)
        goal, (count, wide) = goals.ravel(), rows.shape
        tiny = np.finfo(np.float64).eps
        precision = 1.0 / (float(goal.var()) + tiny) if self.alpha_init is None else self.alpha_init
        held = 1.0 if self.lambda_init is None else self.lambda_init
        left, sizes, right = np.linalg.svd(rows, full_matrices=False)
        values, pulled, before, scores = sizes**2, left.T @ goal, None, []
        for turn in range(self.max_iter):
            line, error = self._line(rows, goal, right, values, sizes * pulled, precision, held)
            if self.compute_score:
                scores.append(self._score(count, wide, values, precision, held, line, error))
            gamma = float((precision * values / (held + precision * values)).sum())
            held = (gamma + 2 * self.lambda_1) / (float(line @ line) + 2 * self.lambda_2)
            precision = (count - gamma + 2 * self.alpha_1) / (error + 2 * self.alpha_2)
            if before is not None and float(np.abs(before - line).sum()) < self.tol:
                break
            before = line
        self.n_iter_, self.alpha_, self.lambda_ = turn + 1, precision, held
        line, error = self._line(rows, goal, right, values, sizes * pulled, precision, held)
        if self.compute_score:
            scores.append(self._score(count, wide, values, precision, held, line, error))
        self.scores_ = np.array(scores)
        full = np.linalg.eigh(rows.T @ rows)
        spread = (full[1] / (held + precision * np.maximum(full[0], 0.0))) @ full[1].T
        self.sigma_, self.X_offset_, self.X_scale_ = spread, middle, np.ones(wide)
        return self._keep(line.reshape(1, -1), middle, level)

    @staticmethod
    def _line(rows, goal, right, values, pulled, precision, held):
        line = right.T @ (pulled / (values + held / precision))
        missing = goal - rows @ line
        return line, float(missing @ missing)

    def _score(self, count, wide, values, precision, held, line, error):
        """The logarithm of how likely the data are."""
        found = wide * math.log(held) + count * math.log(precision) - precision * error - held * float(line @ line)
        found -= float(np.log(held + precision * values).sum()) + (wide - len(values)) * math.log(held)
        found = 0.5 * (found - count * math.log(2 * math.pi))
        found += self.lambda_1 * math.log(held) - self.lambda_2 * held
        return found + self.alpha_1 * math.log(precision) - self.alpha_2 * precision

    def predict(self, X, return_std=False):
        """The line's height at X, and how sure that is."""
        found = super().predict(X)
        if not return_std:
            return found
        apart = matrix(X, "BayesianRidge") - self.X_offset_
        return found, np.sqrt(((apart @ self.sigma_) * apart).sum(axis=1) + 1.0 / self.alpha_)


class RANSACRegressor(RegressorMixin, BaseEstimator):
    """The model of the few drawn samples with which most others agree."""

    def __init__(self, estimator=None, *, min_samples=None, residual_threshold=None, is_data_valid=None, is_model_valid=None,
                 max_trials=100, max_skips=math.inf, stop_n_inliers=math.inf, stop_score=math.inf, stop_probability=0.99, loss="absolute_error",
                 random_state=None):  # fmt: skip
        self.__dict__.update({name: value for name, value in locals().items() if name not in ("self", "__class__")})

    def fit(self, X, y, sample_weight=None):
        """Draws, until one is good enough."""
        from sklearn.utils.random import sample_without_replacement

        refuse("RANSACRegressor", sample_weight=(sample_weight, None), is_data_valid=(self.is_data_valid, None),
               is_model_valid=(self.is_model_valid, None))  # fmt: skip
        X, goals = matrix(X, "RANSACRegressor").astype(float), goals_of(y).astype(float)
        model = clone(LinearRegression() if self.estimator is None else self.estimator)
        count, wanted = len(X), self.min_samples
        wanted = X.shape[1] + 1 if wanted is None else math.ceil(wanted * count) if 0 < wanted < 1 else wanted
        if wanted > count:
            raise ValueError(f"`min_samples` may not be larger than number of samples: n_samples = {count}.")
        flat = goals.reshape(count, -1)
        threshold = self.residual_threshold
        if threshold is None:
            threshold = float(np.median(np.abs(goals - np.median(goals, axis=0))))
        generator = check_random_state(self.random_state)
        if "random_state" in model.get_params():
            model.set_params(random_state=generator)
        self.n_trials_ = self.n_skips_no_inliers_ = self.n_skips_invalid_data_ = self.n_skips_invalid_model_ = 0
        most, best_score, best, limit = 1, -math.inf, None, self.max_trials
        while self.n_trials_ < limit:
            self.n_trials_ += 1
            if self.n_skips_no_inliers_ > self.max_skips:
                break
            places = sample_without_replacement(count, wanted, random_state=generator)
            model.fit(X[places], goals[places])
            inside = self._lost(flat, model.predict(X).reshape(count, -1)) <= threshold
            many = int(inside.sum())
            if many < most:
                self.n_skips_no_inliers_ += 1
                continue
            own = np.nonzero(inside)[0]
            score = model.score(X[own], goals[own])
            if many == most and score < best_score:
                continue
            most, best_score, best = many, score, inside
            limit = min(limit, _trials(many, count, wanted, self.stop_probability))
            if most >= self.stop_n_inliers or best_score >= self.stop_score:
                break
        is_over = self.n_skips_no_inliers_ > self.max_skips
        if best is None and is_over:
            raise ValueError("RANSAC skipped more iterations than `max_skips` without finding a valid consensus set. Iterations were "
                             "skipped because each randomly chosen sub-sample failed the passing criteria. See estimator attributes "
                             "for diagnostics (n_skips*).")
        if best is None:
            raise ValueError("RANSAC could not find a valid consensus set. All `max_trials` iterations were skipped because each "
                             "randomly chosen sub-sample failed the passing criteria. See estimator attributes for diagnostics "
                             "(n_skips*).")
        if is_over:
            warnings.warn("RANSAC found a valid consensus set but exited early due to skipping more iterations than `max_skips`. See "
                          "estimator attributes for diagnostics (n_skips*).", ConvergenceWarning, stacklevel=2)
        own = np.nonzero(best)[0]
        self.estimator_, self.inlier_mask_, self.n_features_in_ = model.fit(X[own], goals[own]), best, X.shape[1]
        return self

    def _lost(self, goals, found):
        if callable(self.loss):
            return self.loss(goals, found) if goals.shape[1] > 1 else self.loss(goals.ravel(), found.ravel())
        return np.abs(goals - found).sum(axis=1) if self.loss == "absolute_error" else ((goals - found) ** 2).sum(axis=1)

    def predict(self, X):
        """What the model says."""
        self._check_fitted()
        return self.estimator_.predict(matrix(X, "RANSACRegressor"))

    def score(self, X, y):
        """How good that is."""
        return self.estimator_.score(X, y)


def _trials(inside, count, wanted, chance):
    """How many draws it takes to draw good samples alone once."""
    tiny = np.finfo(np.float64).eps
    none, share = max(tiny, 1 - chance), max(tiny, 1 - (inside / count) ** wanted)
    if none == 1:
        return 0
    return math.inf if share == 1 else abs(float(math.ceil(math.log(none) / math.log(share))))
