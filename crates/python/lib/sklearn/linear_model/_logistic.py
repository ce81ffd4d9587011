"""`LogisticRegression`: lines between classes, found by L-BFGS as scikit-learn finds them.

What it is not: learning by steps; that is what torch is for. Start reading at `LogisticRegression`.
"""

import warnings

import numpy as np
from _scalars import NUMBERS
from scipy.optimize._lbfgsb import minimized
from sklearn._arrays import array_of, check_random_state, decided, different, labels, matrix, refuse, same_length
from sklearn._weights import weights_of
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.exceptions import ConvergenceWarning, InvalidParameterError

_SOLVERS = ("newton-cholesky", "saga", "newton-cg", "lbfgs", "sag", "liblinear")


class LogisticRegression(ClassifierMixin, BaseEstimator):
    """Chances of classes whose logarithms are lines in the features; `C` is how little long slopes cost."""

    def __init__(
        self,
        penalty="deprecated",
        *,
        C=1.0,
        l1_ratio=0.0,
        dual=False,
        tol=0.0001,
        fit_intercept=True,
        intercept_scaling=1,
        class_weight=None,
        random_state=None,
        solver="lbfgs",
        max_iter=100,
        verbose=0,
        warm_start=False,
        n_jobs=None,
    ):
        self.penalty, self.C, self.l1_ratio, self.dual, self.tol = penalty, C, l1_ratio, dual, tol
        self.fit_intercept, self.intercept_scaling, self.class_weight = fit_intercept, intercept_scaling, class_weight
        self.random_state, self.solver, self.max_iter = random_state, solver, max_iter
        self.verbose, self.warm_start, self.n_jobs = verbose, warm_start, n_jobs

    def _check(self):
        # Most solvers draw nothing, and everything runs in one thread: `random_state` and `n_jobs` change nothing.
        if self.solver not in _SOLVERS:
            raise InvalidParameterError(
                f"The 'solver' parameter of LogisticRegression must be a str among {set(_SOLVERS)}. Got {self.solver!r} "
                "instead."
            )
        if not (isinstance(self.C, NUMBERS) and self.C > 0):
            raise InvalidParameterError(
                f"The 'C' parameter of LogisticRegression must be a float in the range (0.0, inf]. Got {self.C!r} instead."
            )
        is_short = self.penalty == "l1" or self.penalty == "deprecated" and self.l1_ratio == 1
        is_both = self.penalty == "elasticnet" or self.penalty == "deprecated" and self.l1_ratio not in (0, None, 1)
        if is_both and self.solver not in ("liblinear", "saga"):
            raise ValueError(f"Solver {self.solver} supports only 'l2' or None penalties, got elasticnet penalty.")
        if is_both and self.solver == "liblinear":
            raise ValueError(f"Only 'saga' solver supports elasticnet penalty, got solver={self.solver}.")
        if is_short and self.solver not in ("liblinear", "saga"):
            raise ValueError(f"Solver {self.solver} supports only 'l2' or None penalties, got l1 penalty.")
        if self.penalty not in ("deprecated", "l2", None, "l1", "elasticnet"):
            raise InvalidParameterError(
                "The 'penalty' parameter of LogisticRegression must be a str among {'elasticnet', 'l1', 'l2'} or None. Got "
                f"{self.penalty!r} instead."
            )
        if self.penalty is None and self.solver == "liblinear":
            raise ValueError("penalty=None is not supported for the liblinear solver")
        if self.solver != "liblinear":
            refuse("LogisticRegression", intercept_scaling=(self.intercept_scaling, 1))
        if not is_short and not is_both:
            refuse("LogisticRegression", l1_ratio=(self.l1_ratio, 0.0))
        refuse(
            "LogisticRegression",
            dual=(self.dual, False),
            verbose=(self.verbose, 0),
            warm_start=(self.warm_start, False),
        )

    def fit(self, X, y, sample_weight=None):
        """The slopes: one line between two classes, else one a class."""
        self._check()
        X, names = matrix(X, "LogisticRegression").astype(float), labels(y)
        same_length(X, names, sample_weight)
        classes = different(names)
        if len(classes) < 2:
            raise ValueError(
                "This solver needs samples of at least 2 classes in the data, but the data contains only one class: "
                f"{array_of(classes, y)[0]!r}"
            )
        self.classes_, self.n_features_in_ = array_of(classes, y), X.shape[1]
        weights = weights_of(names, classes, self.class_weight, sample_weight)
        places = {name: at for at, name in enumerate(classes)}
        target = np.array([places[name] for name in names])
        if self.solver == "liblinear":
            return self._by_lines(X, target, weights, len(classes))
        if self.solver in ("sag", "saga"):
            return self._averaged(X, target, weights, len(classes))
        penalty = 0.0 if self.penalty is None else 1.0 / (self.C * float(weights.sum()))
        wide = X.shape[1] + int(self.fit_intercept)
        loss = _Binary if len(classes) == 2 else _Several
        cost = loss(X, target, weights / weights.sum(), penalty, self.fit_intercept, len(classes))
        if self.solver in ("newton-cg", "newton-cholesky"):
            return self._stepped(cost, X.shape[1], 1 if len(classes) == 2 else len(classes))
        found = minimized(
            cost,
            np.zeros(wide * (1 if len(classes) == 2 else len(classes))),
            ftol=64 * 2.0**-52,
            gtol=self.tol,
            maxiter=self.max_iter,
            maxls=50,
        )
        if found.status:
            self._warn(found)
        slopes = found.x.reshape(-1, 1 if len(classes) == 2 else len(classes)).T
        self.coef_ = slopes[:, : X.shape[1]].copy()
        self.intercept_ = slopes[:, -1].copy() if self.fit_intercept else np.zeros(len(slopes))
        self.n_iter_ = np.array([found.nit], dtype=np.int32)
        return self

    def _by_lines(self, X, target, weights, count):
        """liblinear's line for each class."""
        from sklearn.svm._liblinear import logistic, several
        from sklearn.svm._short import short_logistic

        if count > 2:
            raise ValueError("The 'liblinear' solver does not support multiclass classification (n_classes >= 3). Either use another "
                             "solver or wrap the estimator in a OneVsRestClassifier to keep applying a one-versus-rest scheme.")
        is_short = self.penalty == "l1" or self.l1_ratio == 1
        seed = int(check_random_state(self.random_state).randint(2**31 - 1))
        bias = float(self.intercept_scaling) if self.fit_intercept else -1
        found = several(short_logistic if is_short else logistic, X, target, self.C * weights, bias, self.tol, self.max_iter, seed)
        self.coef_, self.intercept_, rounds = found
        self.intercept_ = self.intercept_ if self.fit_intercept else np.zeros(len(self.coef_))
        self.n_iter_ = np.array(rounds, dtype=np.int32)
        return self

    def _averaged(self, X, target, weights, count):
        """Steps along the mean of all samples' slopes."""
        from sklearn.linear_model._average import averaged

        price, part = 0.0 if self.penalty is None or self.C == np.inf else 1.0 / self.C, 0.0
        if self.solver == "saga" and self.penalty not in ("l2", None):
            part = 1.0 if self.penalty == "l1" else float(self.l1_ratio or 0.0)
        slopes, heights, turn = averaged(
            X, target, weights, price * (1 - part), price * part, self.fit_intercept, self.tol, self.max_iter,
            check_random_state(self.random_state), self.solver == "saga", 1 if count == 2 else count,
        )  # fmt: skip
        self.coef_, self.intercept_, self.n_iter_ = slopes.T + 0.0, heights, np.array([turn], dtype=np.int32)
        return self

    def _stepped(self, cost, wide, many):
        """Newton's steps, whole ones or nearly so."""
        from scipy.optimize._newton import newton_cg_least, newton_least

        least = newton_least if self.solver == "newton-cholesky" else newton_cg_least
        slopes, turn = least(cost, (wide + int(self.fit_intercept)) * many, self.tol, self.max_iter)
        slopes = slopes.reshape(-1, many).T
        if many > 1 and self.fit_intercept:
            # Heights that all rise together change nothing.
            slopes[:, -1] = slopes[:, -1] - slopes[:, -1].mean()
        self.coef_ = slopes[:, :wide].copy()
        self.intercept_ = slopes[:, -1].copy() if self.fit_intercept else np.zeros(len(slopes))
        self.n_iter_ = np.array([turn], dtype=np.int32)
        return self

    def _warn(self, found):
        warnings.warn(
            f"lbfgs failed to converge after {found.nit} iteration(s) (status={found.status}):\n{found.message}\n\n"
            f"Increase the number of iterations to improve the convergence (max_iter={self.max_iter}).\nYou might also want "
            "to scale the data as shown in:\n    https://scikit-learn.org/stable/modules/preprocessing.html\nPlease also refer "
            "to the documentation for alternative solver options:\n    "
            "https://scikit-learn.org/stable/modules/linear_model.html#logistic-regression",
            ConvergenceWarning,
            stacklevel=3,
        )

    def decision_function(self, X):
        """How far samples are on a class's side: of two classes on the second's."""
        self._check_fitted()
        X = matrix(X, "LogisticRegression")
        self._check_features(X)
        scores = X @ self.coef_.T + self.intercept_
        return scores.ravel() if scores.shape[1] == 1 else scores

    def predict(self, X):
        """The class of each sample."""
        return decided(self.decision_function(X), self.classes_)

    def predict_proba(self, X):
        """The chance of each class, a column each."""
        scores = self.decision_function(X)
        if scores.ndim == 1:
            second = 1 / (1 + np.exp(-scores))
            return np.stack([1 - second, second], axis=1)
        return _shares(scores)

    def predict_log_proba(self, X):
        """The logarithms of the chances."""
        return np.log(self.predict_proba(X))


def _shares(scores):
    """Scores as chances, row by row."""
    strength = np.exp(scores - scores.max(axis=1).reshape(-1, 1))
    return strength / strength.sum(axis=1).reshape(-1, 1)


class _Loss:
    """What slopes cost, and how that changes with each of them."""

    def __init__(self, X, target, weights, penalty, has_intercept, count):
        self._X = np.concatenate([X, np.ones((len(X), 1))], axis=1) if has_intercept else X
        self._target, self._weights, self._penalty, self._count = target, weights, penalty, count
        self._features = X.shape[1]
        self._truth = self._truths(target, count)

    def __call__(self, slopes):
        table = slopes.reshape(self._X.shape[1], -1)
        costs, pulls = self._costs(self._X @ table)
        held = table[: self._features]
        change = self._X.T @ pulls
        change[: self._features] = change[: self._features] + self._penalty * held
        value = float((self._weights * costs).sum()) + 0.5 * self._penalty * float((held * held).sum())
        return value, change.ravel()


class _Binary(_Loss):
    def _truths(self, target, count):
        return target.astype(float)

    def _costs(self, scores):
        scores = scores.ravel()
        costs = np.maximum(scores, 0.0) + np.log1p(np.exp(-np.abs(scores))) - self._truth * scores
        pulls = (1 / (1 + np.exp(-scores)) - self._truth) * self._weights
        return costs, pulls.reshape(-1, 1)


class _Several(_Loss):
    def _truths(self, target, count):
        return (target.reshape(-1, 1) == np.arange(count)).astype(float)

    def _costs(self, scores):
        high = scores.max(axis=1).reshape(-1, 1)
        strength = np.exp(scores - high)
        sums = strength.sum(axis=1).reshape(-1, 1)
        costs = (np.log(sums) + high).ravel() - (self._truth * scores).sum(axis=1)
        return costs, (strength / sums - self._truth) * self._weights.reshape(-1, 1)
