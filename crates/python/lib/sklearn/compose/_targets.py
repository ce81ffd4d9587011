"""`TransformedTargetRegressor`: a model of a goal that is transformed first.

What it is not: features that are transformed, which is a pipeline's. Start reading at `TransformedTargetRegressor`.
"""

import warnings

import numpy as np
from sklearn._arrays import goals_of
from sklearn.base import BaseEstimator, RegressorMixin, clone


class TransformedTargetRegressor(RegressorMixin, BaseEstimator):
    """What is predicted is transformed back."""

    _hands_on = True

    def __init__(self, regressor=None, *, transformer=None, func=None, inverse_func=None, check_inverse=True):
        self.regressor, self.transformer, self.func = regressor, transformer, func
        self.inverse_func, self.check_inverse = inverse_func, check_inverse

    def _made(self):
        from sklearn.preprocessing import FunctionTransformer

        if self.transformer is not None and (self.func is not None or self.inverse_func is not None):
            raise ValueError("'transformer' and functions 'func'/'inverse_func' cannot both be set.")
        if self.transformer is not None:
            return clone(self.transformer)
        if (self.func is None) != (self.inverse_func is None):
            lacking, given = ("func", "inverse_func") if self.func is None else ("inverse_func", "func")
            raise ValueError(f"When '{given}' is provided, '{lacking}' must also be provided. If {lacking} is supposed to be the default, "
                             "you need to explicitly pass it the identity function.")
        return FunctionTransformer(func=self.func, inverse_func=self.inverse_func)

    def fit(self, X, y, **fit_params):
        """The transformer, and the model of what it makes of the goal."""
        from sklearn.linear_model import LinearRegression

        if y is None:
            raise ValueError("This TransformedTargetRegressor estimator requires y to be passed, but the target y is None.")
        goals = goals_of(y).astype(float)
        self._is_flat = goals.ndim == 1
        table = goals.reshape(-1, 1) if self._is_flat else goals
        self.transformer_ = self._made().fit(table)
        found = self.transformer_.transform(table)
        if self.check_inverse:
            some = table[:: max(1, len(table) // 10)]
            back = self.transformer_.inverse_transform(self.transformer_.transform(some))
            if not np.allclose(some, back):
                warnings.warn("The provided functions or transformer are not strictly inverse of each other. If you are sure you want to "
                              "proceed regardless, set 'check_inverse=False'", UserWarning, stacklevel=2)
        self.regressor_ = clone(LinearRegression() if self.regressor is None else self.regressor)
        self.regressor_.fit(X, found.ravel() if found.shape[1] == 1 else found, **fit_params)
        return self

    def predict(self, X, **predict_params):
        """What the model says, transformed back."""
        self._check_fitted()
        found = self.regressor_.predict(X, **predict_params)
        back = self.transformer_.inverse_transform(found.reshape(-1, 1) if found.ndim == 1 else found)
        return back.ravel() if self._is_flat and back.ndim == 2 and back.shape[1] == 1 else back
