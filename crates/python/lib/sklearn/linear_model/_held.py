"""Lines whose slopes are held back: `Ridge` by their squares, `Lasso` by their lengths, `ElasticNet` by both.

What it is not: the line without that, which is `_line`. Start reading at `Ridge`.
"""

import math
import warnings

import numpy as np
from sklearn._arrays import floats, goals_of, matrix, refuse, same_length
from sklearn._sums import column_sums
from sklearn.base import BaseEstimator, RegressorMixin
from sklearn.exceptions import ConvergenceWarning


class _Line(RegressorMixin, BaseEstimator):
    # Whether one goal in a column of its own has its slopes in a row, as a goal without a column.
    _flattens = True
    _is_row = False

    def _centered(self, X, y, sample_weight=None):
        """Features and goals (a column each) around their means, and the means."""
        name = type(self).__name__
        X, y = matrix(X, name).astype(float), goals_of(y).astype(float)
        same_length(X, y, sample_weight)
        self.n_features_in_, self._is_flat = X.shape[1], y.ndim == 1
        self._is_row = self._is_flat or self._flattens and y.shape[1] == 1
        goals, weights = y.reshape(len(y), -1), None if sample_weight is None else floats(sample_weight)
        if self.fit_intercept:
            if weights is None:
                middle, level = column_sums(X) / len(X), column_sums(goals) / len(X)
            else:
                column = weights.reshape(-1, 1)
                middle, level = (column_sums(each * column) / weights.sum() for each in (X, goals))
            X, goals = X - middle, goals - level
        else:
            middle, level = np.zeros(X.shape[1]), np.zeros(goals.shape[1])
        if weights is not None:
            root = np.sqrt(weights).reshape(-1, 1)
            X, goals = X * root, goals * root
        return X, goals, middle, level

    def _keep(self, slopes, middle, level):
        """Slopes, a row a goal, and where the lines meet 0."""
        self.coef_ = slopes[0] if self._is_row else slopes
        heights = level - slopes @ middle
        self.intercept_ = 0.0 if not self.fit_intercept else float(heights[0]) if self._is_flat else heights
        return self

    def predict(self, X):
        """The line's height at X."""
        self._check_fitted()
        X = matrix(X, type(self).__name__)
        self._check_features(X)
        return X @ (self.coef_ if self._is_row else self.coef_.T) + self.intercept_


class Ridge(_Line):
    """The least squares of what is missing, and `alpha` times those of the slopes."""

    def __init__(
        self,
        alpha=1.0,
        *,
        fit_intercept=True,
        copy_X=True,
        max_iter=None,
        tol=0.0001,
        solver="auto",
        positive=False,
        random_state=None,
    ):
        self.alpha, self.fit_intercept, self.copy_X, self.max_iter = alpha, fit_intercept, copy_X, max_iter
        self.tol, self.solver, self.positive, self.random_state = tol, solver, positive, random_state

    def fit(self, X, y, sample_weight=None):
        """The slopes, which are computed at once: nothing goes on step by step, and nothing is drawn."""
        refuse("Ridge", positive=(self.positive, False))
        if self.solver not in ("auto", "cholesky", "svd"):
            refuse("Ridge", solver=(self.solver, "auto"))
        rows, goals, middle, level = self._centered(X, y, sample_weight)
        own = rows.T @ rows + float(self.alpha) * np.eye(rows.shape[1])
        return self._keep(np.linalg.solve(own, rows.T @ goals).T, middle, level)


class ElasticNet(_Line):
    """Half the mean square of what is missing, and `alpha` times lengths and squares of the slopes."""

    def __init__(
        self,
        alpha=1.0,
        *,
        l1_ratio=0.5,
        fit_intercept=True,
        precompute=False,
        max_iter=1000,
        copy_X=True,
        tol=0.0001,
        warm_start=False,
        positive=False,
        random_state=None,
        selection="cyclic",
    ):
        self.alpha, self.l1_ratio, self.fit_intercept, self.precompute = alpha, l1_ratio, fit_intercept, precompute
        self.max_iter, self.copy_X, self.tol, self.warm_start = max_iter, copy_X, tol, warm_start
        self.positive, self.random_state, self.selection = positive, random_state, selection

    def fit(self, X, y, sample_weight=None):
        """The slopes, each in turn made the best one beside the others, until little changes."""
        refuse(
            type(self).__name__,
            precompute=(self.precompute, False),
            warm_start=(self.warm_start, False),
            positive=(self.positive, False),
            selection=(self.selection, "cyclic"),
            sample_weight=(sample_weight, None),
        )
        rows, goals, middle, level = self._centered(X, y)
        if goals.shape[1] > 1:
            raise NotImplementedError(f"{type(self).__name__}: several goals are not built into this sklearn")
        slopes, gap, self.n_iter_ = self._descended(rows, goals.ravel())
        self.dual_gap_ = gap / len(rows)
        return self._keep(slopes.reshape(1, -1), middle, level)

    def _descended(self, rows, goal):
        count = len(rows)
        lengths, squares = self.alpha * self.l1_ratio * count, self.alpha * (1 - self.l1_ratio) * count
        columns = [rows[:, at] for at in range(rows.shape[1])]
        sizes = [float(column @ column) for column in columns]
        slopes, left = [0.0] * len(columns), goal.copy()
        enough, gap, turn = self.tol * float(goal @ goal), float("inf"), 0
        for turn in range(self.max_iter):
            most, farthest = 0.0, 0.0
            for at, column in enumerate(columns):
                if sizes[at] == 0.0:
                    continue
                before = slopes[at]
                pull = float(column @ left) + before * sizes[at]
                slopes[at] = math.copysign(max(abs(pull) - lengths, 0.0), pull) / (sizes[at] + squares)
                if slopes[at] != before:
                    left = left + (before - slopes[at]) * column
                most, farthest = max(most, abs(slopes[at] - before)), max(farthest, abs(slopes[at]))
            if farthest == 0.0 or most / farthest < self.tol or turn == self.max_iter - 1:
                gap = self._gap(rows, goal, left, np.array(slopes), lengths, squares)
                if gap <= enough:
                    break
        else:
            warnings.warn(
                "Objective did not converge. You might want to increase the number of iterations, check the scale of the "
                f"features or consider increasing regularisation. Duality gap: {gap:.3e}, tolerance: {enough:.3e}",
                ConvergenceWarning,
                stacklevel=3,
            )
        return np.array(slopes), gap, turn + 1

    @staticmethod
    def _gap(rows, goal, left, slopes, lengths, squares):
        """How far the best can be from what was found, by the dual problem."""
        pulls = rows.T @ left - squares * slopes
        steepest, missed = float(np.max(np.abs(pulls))), float(left @ left)
        share = lengths / steepest if steepest > lengths else 1.0
        gap = 0.5 * (missed + missed * share**2) if steepest > lengths else missed
        own = float(slopes @ slopes)
        gap += lengths * float(np.abs(slopes).sum()) - share * float(left @ goal)
        return gap + 0.5 * squares * (1 + share**2) * own


class Lasso(ElasticNet):
    """Half the mean square of what is missing, and `alpha` times the lengths of the slopes: many become 0."""

    def __init__(
        self,
        alpha=1.0,
        *,
        fit_intercept=True,
        precompute=False,
        copy_X=True,
        max_iter=1000,
        tol=0.0001,
        warm_start=False,
        positive=False,
        random_state=None,
        selection="cyclic",
    ):
        super().__init__(
            alpha,
            fit_intercept=fit_intercept,
            precompute=precompute,
            copy_X=copy_X,
            max_iter=max_iter,
            tol=tol,
            warm_start=warm_start,
            positive=positive,
            random_state=random_state,
            selection=selection,
        )

    @property
    def l1_ratio(self):
        return 1.0

    @l1_ratio.setter
    def l1_ratio(self, value):
        """It is 1 whatever the base class sets."""
