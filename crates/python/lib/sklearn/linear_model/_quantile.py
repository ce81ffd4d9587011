"""A line below which a share of the samples lies: `QuantileRegressor`.

What it is not: lines of means, which are `_line`'s. Start reading at `QuantileRegressor`.
"""

import numpy as np
from sklearn._arrays import floats, goal_of, matrix, refuse, same_length
from sklearn.exceptions import InvalidParameterError
from sklearn.linear_model._held import _Line


class QuantileRegressor(_Line):
    """The least sum of what is missing, where what lies above counts by `quantile` and what lies below by the rest."""

    def __init__(self, *, quantile=0.5, alpha=1.0, fit_intercept=True, solver="highs", solver_options=None):
        self.quantile, self.alpha, self.fit_intercept = quantile, alpha, fit_intercept
        self.solver, self.solver_options = solver, solver_options

    def fit(self, X, y, sample_weight=None):
        """The line, as a problem of linear programming."""
        from scipy.optimize import linprog

        refuse("QuantileRegressor", solver_options=(self.solver_options, None))
        if not 0 < self.quantile < 1:
            raise InvalidParameterError(
                f"The 'quantile' parameter of QuantileRegressor must be a float in the range (0.0, 1.0). Got {self.quantile} instead."
            )
        X, goal = matrix(X, "QuantileRegressor").astype(float), goal_of(y).astype(float)
        same_length(X, goal, sample_weight)
        weights = np.ones(len(X)) if sample_weight is None else floats(sample_weight).astype(float)
        self.n_features_in_ = X.shape[1]
        alpha = float(weights.sum()) * self.alpha
        kept = weights != 0
        X, goal, weights = X[kept], goal[kept], weights[kept]
        line = np.concatenate([np.ones((len(X), 1)), X], axis=1) if self.fit_intercept else X
        wide = line.shape[1]
        held = np.full(wide, alpha)
        if self.fit_intercept:
            held[0] = 0.0
        cost = np.concatenate([held, held, weights * self.quantile, weights * (1 - self.quantile)])
        same = np.eye(len(X))
        found = linprog(cost, A_eq=np.concatenate([line, -line, same, -same], axis=1), b_eq=goal, method=self.solver)
        at = found.x[:wide] - found.x[wide : 2 * wide]
        self.n_iter_ = found.nit
        self.coef_, self.intercept_ = (at[1:], at[0]) if self.fit_intercept else (at, 0.0)
        self._is_row = True
        return self
