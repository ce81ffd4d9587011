"""`RidgeClassifier`, and `RidgeCV`, which finds its `alpha` by leaving each sample out.

What it is not: `Ridge` itself, which is in `_held`. Start reading at `RidgeCV.fit`.
"""

import numpy as np
from sklearn._arrays import array_of, decided, different, floats, goals_of, labels, matrix, refuse
from sklearn.base import ClassifierMixin
from sklearn.linear_model._held import Ridge, _Line


class RidgeClassifier(ClassifierMixin, Ridge):
    """Lines to 1 for a class and -1 for the others; the highest one decides."""

    _flattens = False

    def __init__(self, alpha=1.0, *, fit_intercept=True, copy_X=True, max_iter=None, tol=0.0001, class_weight=None, solver="auto",
                 positive=False, random_state=None):
        Ridge.__init__(self, alpha, fit_intercept=fit_intercept, copy_X=copy_X, max_iter=max_iter, tol=tol, solver=solver,
                       positive=positive, random_state=random_state)
        self.class_weight = class_weight

    def fit(self, X, y, sample_weight=None):
        """The lines."""
        refuse("RidgeClassifier", class_weight=(self.class_weight, None))
        goals = labels(y)
        self.classes_ = array_of(different(goals), y)
        names = self.classes_.tolist()
        chosen = names[1:] if len(names) == 2 else names
        sides = np.array([[1.0 if goal == name else -1.0 for name in chosen] for goal in goals])
        Ridge.fit(self, X, sides, sample_weight)
        return self

    def decision_function(self, X):
        """How high the lines are."""
        found = Ridge.predict(self, X)
        return found.ravel() if found.shape[1] == 1 else found

    def predict(self, X):
        """The class of the highest line."""
        return decided(self.decision_function(X), self.classes_)


class RidgeCV(_Line):
    """`Ridge` with the best of some `alphas`, by how well each sample is told by all others."""

    def __init__(self, alphas=(0.1, 1.0, 10.0), *, fit_intercept=True, scoring=None, cv=None, gcv_mode=None, store_cv_results=False,
                 alpha_per_target=False):
        self.alphas, self.fit_intercept, self.scoring, self.cv, self.gcv_mode = alphas, fit_intercept, scoring, cv, gcv_mode
        self.store_cv_results, self.alpha_per_target = store_cv_results, alpha_per_target

    def fit(self, X, y, sample_weight=None):
        """The best alpha, and the line with it."""
        refuse("RidgeCV", alpha_per_target=(self.alpha_per_target, False), store_cv_results=(self.store_cv_results, False))
        if self.cv is not None:
            return self._searched(X, y, sample_weight)
        refuse("RidgeCV", scoring=(self.scoring, None), sample_weight=(sample_weight, None))
        rows, goals, middle, level = self._centered(X, y)
        left, sizes, right = np.linalg.svd(rows, full_matrices=False)
        best = None
        for alpha in np.asarray(self.alphas, dtype=float).ravel().tolist():
            # What is told of each sample by itself, to be taken off again: the mean tells some, too.
            share = sizes**2 / (sizes**2 + alpha)
            told = (left * share) @ (left.T @ goals)
            own = (left**2 * share).sum(axis=1) + (1 / len(rows) if self.fit_intercept else 0.0)
            error = float((((goals - told) / (1 - own).reshape(-1, 1)) ** 2).mean())
            if best is None or error < best[0]:
                best = (error, alpha, (right.T * (sizes / (sizes**2 + alpha))) @ (left.T @ goals))
        self.best_score_, self.alpha_ = -np.float64(best[0]), best[1]
        self._keep(best[2].T, middle, level)
        self.intercept_ = np.float64(self.intercept_) if self._is_flat else self.intercept_
        return self

    def _searched(self, X, y, sample_weight):
        from sklearn.model_selection import GridSearchCV

        refuse("RidgeCV", sample_weight=(sample_weight, None))
        search = GridSearchCV(Ridge(fit_intercept=self.fit_intercept), {"alpha": list(self.alphas)}, cv=self.cv, scoring=self.scoring)
        found = search.fit(matrix(X, "RidgeCV"), goals_of(y))
        self.alpha_, self.best_score_ = np.float64(found.best_estimator_.alpha), found.best_score_
        self.n_features_in_, self._is_flat = matrix(X, "RidgeCV").shape[1], floats(y).ndim == 1
        self._is_row = self._is_flat
        self.coef_, self.intercept_ = found.best_estimator_.coef_, found.best_estimator_.intercept_
        return self


class RidgeClassifierCV(RidgeClassifier):
    """`RidgeClassifier` with the best of some `alphas`."""

    def __init__(self, alphas=(0.1, 1.0, 10.0), *, fit_intercept=True, scoring=None, cv=None, class_weight=None,
                 store_cv_results=False):  # fmt: skip
        self.__dict__.update({name: value for name, value in locals().items() if name not in ("self", "__class__")})

    def fit(self, X, y, sample_weight=None):
        """The best alpha, and the lines with it."""
        refuse("RidgeClassifierCV", class_weight=(self.class_weight, None), cv=(self.cv, None))
        goals = labels(y)
        self.classes_ = array_of(different(goals), y)
        names = self.classes_.tolist()
        chosen = names[1:] if len(names) == 2 else names
        sides = np.array([[1.0 if goal == name else -1.0 for name in chosen] for goal in goals])
        found = RidgeCV(self.alphas, fit_intercept=self.fit_intercept, scoring=self.scoring,
                        store_cv_results=self.store_cv_results).fit(X, sides, sample_weight)
        self.alpha_, self.best_score_, self.n_features_in_ = found.alpha_, found.best_score_, found.n_features_in_
        self.coef_, self.intercept_ = found.coef_.reshape(len(chosen), -1), np.atleast_1d(found.intercept_)
        return self


def ridge_regression(X, y, alpha, *, sample_weight=None, solver="auto", max_iter=None, tol=1e-4, verbose=0, positive=False,
                     random_state=None, return_n_iter=False, return_intercept=False, check_input=True):
    """The slopes of `Ridge` without an intercept."""
    del check_input
    refuse("ridge_regression", verbose=(verbose, 0), return_n_iter=(return_n_iter, False), return_intercept=(return_intercept, False))
    model = Ridge(alpha, fit_intercept=False, max_iter=max_iter, tol=tol, solver=solver, positive=positive, random_state=random_state)
    return model.fit(X, y, sample_weight).coef_
