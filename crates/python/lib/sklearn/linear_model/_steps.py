"""Lines that are learned sample by sample: `SGDClassifier`, `SGDRegressor`, `Perceptron`.

What it is not: torch's optimizers, which go by batches. Start reading at `_descended`; samples are drawn as scikit-learn
draws them.
"""

import math
import warnings

import numpy as np
import torch
from sklearn._arrays import (
    array_of, check_numbers, check_random_state, decided, different, goal_of, labels, matrix, refuse, same_length,
)  # fmt: skip
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin
from sklearn.exceptions import ConvergenceWarning

_SEEDS = 2**31 - 1
# So small a number that all slopes are times is multiplied into them.
_LEAST_SCALE = 1e-9


def _shuffled(order, seed):
    """The places in another order, by shifts of 32 bits from a seed. Source: G. Marsaglia, Xorshift RNGs, 2003."""
    state, count = seed or 1, len(order)
    for at in range(count - 1):
        state ^= (state << 13) & 0xFFFFFFFF
        state ^= state >> 17
        state ^= (state << 5) & 0xFFFFFFFF
        other = at + (state % (_SEEDS + 1)) % (count - at)
        order[at], order[other] = order[other], order[at]


def _hinge(threshold):
    return (lambda p, y: max(0.0, threshold - p * y)), (lambda p, y: -y if p * y <= threshold else 0.0)


def _log_loss(p, y):
    grown = math.exp(p) if p <= -37 else math.log1p(math.exp(p)) if p <= 18 else p + math.exp(-p) if p <= 33.3 else p
    return grown - (p if y > 0 else 0.0)


def _log_slope(p, y):
    goal = 1.0 if y > 0 else 0.0
    if p <= -37:
        return math.exp(p) - goal
    shrunk = math.exp(-p)
    return ((1 - goal) - goal * shrunk) / (1 + shrunk)


def _huber(epsilon):
    return (
        lambda p, y: 0.5 * (p - y) ** 2 if abs(p - y) <= epsilon else epsilon * abs(p - y) - 0.5 * epsilon**2,
        lambda p, y: p - y if abs(p - y) <= epsilon else math.copysign(epsilon, p - y),
    )


def _loss(name, epsilon):
    """A loss and its slope, each of a prediction and a goal."""
    known = {
        "hinge": lambda: _hinge(1.0),
        "perceptron": lambda: _hinge(0.0),
        "log_loss": lambda: (_log_loss, _log_slope),
        "squared_hinge": lambda: (lambda p, y: max(0.0, 1 - p * y) ** 2, lambda p, y: -2 * y * max(0.0, 1 - p * y)),
        "squared_error": lambda: (lambda p, y: 0.5 * (p - y) ** 2, lambda p, y: p - y),
        "huber": lambda: _huber(epsilon),
        "epsilon_insensitive": lambda: (
            lambda p, y: max(0.0, abs(y - p) - epsilon),
            lambda p, y: -1.0 if y - p > epsilon else 1.0 if p - y > epsilon else 0.0,
        ),
    }
    if name not in known:
        raise NotImplementedError(f"loss={name!r} is not built into this sklearn")
    return known[name]()


class _Steps(BaseEstimator):
    """What all of them share: one line, learned by going through the samples again and again."""

    _is_classifier = True

    def _checked(self, sample_weight):
        name = type(self).__name__
        refuse(name, early_stopping=(self.early_stopping, False), warm_start=(self.warm_start, False))
        check_numbers(name, "int [1, inf)", max_iter=self.max_iter)
        check_numbers(name, "float [0.0, inf)", alpha=self.alpha)
        check_numbers(name, "float (0.0, inf)", eta0=self.eta0)
        if self.penalty not in (None, "l2"):
            raise NotImplementedError(f"{type(self).__name__}: penalty={self.penalty!r} is not built into this sklearn; 'l2' is")
        if getattr(self, "average", False):
            refuse(type(self).__name__, average=(self.average, False))
        if sample_weight is not None:
            refuse(type(self).__name__, sample_weight=(sample_weight, None))

    def _descended(self, X, y, seed, weights, slopes, height, start=1.0, rounds=None):
        """Slopes, height and how many rounds it took."""
        loss, slope = _loss(self.loss, getattr(self, "epsilon", 0.1))
        order, held = list(range(len(X))), self.alpha if self.penalty == "l2" else 0.0
        # Tensors cost less than arrays where each step is small, and a number that all slopes are times costs less than
        # making all of them smaller; with it the sum of their squares is known, too.
        rows, slopes = list(torch.from_numpy(X)), torch.from_numpy(slopes).clone()
        sizes, scale, squares = (X * X).sum(axis=1).tolist(), 1.0, float(slopes @ slopes)
        counts_price = held and rounds is None
        step_size = self._step_size(slope)
        best, waits, step = math.inf, 0, start
        for done in range(1, (rounds or self.max_iter) + 1):
            total = 0.0
            if self.shuffle:
                _shuffled(order, seed)
            for at in order:
                row, goal = rows[at], y[at]
                along = (row @ slopes).item() * scale
                guess, eta = along + height, step_size(step)
                total += loss(guess, goal)
                if counts_price:
                    # What is to become small is the loss and the price of the slopes together.
                    total += 0.5 * held * squares
                change = -eta * max(-1e12, min(1e12, slope(guess, goal))) * weights[at]
                if held:
                    shrunk = max(0.0, 1.0 - eta * held)
                    scale, squares, along = scale * shrunk, squares * shrunk * shrunk, along * shrunk
                    if scale < _LEAST_SCALE:
                        slopes.mul_(scale)
                        scale = 1.0
                if change:
                    slopes.add_(row, alpha=change / scale)
                    squares += change * (2.0 * along + change * sizes[at])
                    if self.fit_intercept:
                        height += change
                step += 1
            if rounds is None and self.tol is not None:
                mean = total / len(X)
                waits = waits + 1 if mean > best - self.tol else 0
                best = min(best, mean)
                if waits >= self.n_iter_no_change:
                    break
        return slopes.mul_(scale).numpy(), height, done, step

    def _step_size(self, slope):
        """The function from how many steps there were to the length of the next."""
        if self.learning_rate == "optimal":
            typical = math.sqrt(1.0 / math.sqrt(self.alpha))
            first = 1.0 / (typical / max(1.0, slope(-typical, 1.0)) * self.alpha)
            return lambda step: 1.0 / (self.alpha * (first + step - 1))
        if self.learning_rate == "invscaling":
            return lambda step: self.eta0 / step**self.power_t
        if self.learning_rate != "constant":
            raise NotImplementedError(f"learning_rate={self.learning_rate!r} is not built into this sklearn")
        return lambda step: self.eta0

    def _warn_of_rounds(self):
        if self.tol is not None and self.n_iter_ == self.max_iter:
            warnings.warn(
                "Maximum number of iteration reached before convergence. Consider increasing max_iter to improve the fit.",
                ConvergenceWarning, stacklevel=3,
            )  # fmt: skip


class _StepsClassifier(ClassifierMixin, _Steps):
    def fit(self, X, y, coef_init=None, intercept_init=None, sample_weight=None):
        """The lines between classes."""
        refuse(type(self).__name__, coef_init=(coef_init, None), intercept_init=(intercept_init, None))
        self._checked(sample_weight)
        self.t_ = 1.0
        for name in ("coef_", "classes_"):
            self.__dict__.pop(name, None)
        self._learn(X, y, None, None)
        self._warn_of_rounds()
        return self

    def partial_fit(self, X, y, classes=None, sample_weight=None):
        """One more round, over these samples."""
        self._checked(sample_weight)
        if "classes_" not in self.__dict__ and classes is None:
            raise ValueError("classes must be passed on the first call to partial_fit.")
        self._learn(X, y, classes, 1)
        return self

    def _learn(self, X, y, classes, rounds):
        X, goals = matrix(X, type(self).__name__).astype(np.float64), labels(y)
        same_length(X, goals)
        if "classes_" not in self.__dict__:
            self.n_features_in_ = X.shape[1]
            self.classes_ = array_of(different(goals if classes is None else labels(classes)), y)
        names = self.classes_.tolist()
        if len(names) < 2:
            raise ValueError(f"The number of classes has to be greater than one; got {len(names)} class")
        count = 1 if len(names) == 2 else len(names)
        if "coef_" not in self.__dict__:
            self.coef_, self.intercept_ = np.zeros((count, X.shape[1])), np.zeros(count)
        self._check_features(X)
        weights = self._class_weights(goals, names)
        generator = check_random_state(self.random_state)
        if count > 1:
            seeds = generator.randint(_SEEDS, size=count).tolist()
            generators = [check_random_state(int(seed)) for seed in seeds]
        else:
            generators = [generator]
        found = []
        for at, own in enumerate(generators):
            positive = names[1] if count == 1 else names[at]
            sides = [1.0 if goal == positive else -1.0 for goal in goals]
            start = (self.coef_[at], float(self.intercept_[at]), getattr(self, "t_", 1.0), rounds)
            # One number more is drawn than is needed, as scikit-learn draws it for a stream of the data's own.
            own.randint(1, _SEEDS)
            found.append(self._descended(X, sides, int(own.randint(0, _SEEDS)), weights, *start))
        self.coef_ = np.stack([slopes for slopes, *_ in found])
        self.intercept_ = np.array([height for _, height, *_ in found])
        self.n_iter_ = max(done for *_, done, _ in found)
        self.t_ = getattr(self, "t_", 1.0) + self.n_iter_ * len(X)

    def _class_weights(self, goals, names):
        if self.class_weight is None:
            return [1.0] * len(goals)
        from sklearn.utils.class_weight import compute_class_weight

        by_name = dict(zip(names, compute_class_weight(self.class_weight, classes=self.classes_, y=goals).tolist()))
        return [by_name[goal] for goal in goals]

    def decision_function(self, X):
        """How far each sample lies beyond each line."""
        self._check_fitted()
        X = matrix(X, type(self).__name__)
        self._check_features(X)
        found = X @ self.coef_.T + self.intercept_
        return found.ravel() if found.shape[1] == 1 else found

    def predict(self, X):
        """The class of the line that a sample lies farthest beyond."""
        return decided(self.decision_function(X), self.classes_)


class SGDClassifier(_StepsClassifier):
    """Lines between classes, by steps down the slope of a loss."""

    def __init__(self, loss="hinge", *, penalty="l2", alpha=0.0001, l1_ratio=0.15, fit_intercept=True, max_iter=1000, tol=1e-3,
                 shuffle=True, verbose=0, epsilon=0.1, n_jobs=None, random_state=None, learning_rate="optimal", eta0=0.01,
                 power_t=0.5, early_stopping=False, validation_fraction=0.1, n_iter_no_change=5, class_weight=None,
                 warm_start=False, average=False):  # fmt: skip
        self.loss, self.penalty, self.alpha, self.l1_ratio, self.fit_intercept = loss, penalty, alpha, l1_ratio, fit_intercept
        self.max_iter, self.tol, self.shuffle, self.verbose, self.epsilon = max_iter, tol, shuffle, verbose, epsilon
        self.n_jobs, self.random_state, self.learning_rate, self.eta0, self.power_t = n_jobs, random_state, learning_rate, eta0, power_t
        self.early_stopping, self.validation_fraction, self.n_iter_no_change = early_stopping, validation_fraction, n_iter_no_change
        self.class_weight, self.warm_start, self.average = class_weight, warm_start, average

    def predict_proba(self, X):
        """The probability of each class, of a loss that has one."""
        if self.loss != "log_loss":
            raise AttributeError(f"probability estimates are not available for loss={self.loss!r}")
        found = self.decision_function(X)
        sure = 1 / (1 + np.exp(-found))
        if found.ndim == 1:
            return np.stack([1 - sure, sure], axis=1)
        return sure / sure.sum(axis=1, keepdims=True)


class Perceptron(_StepsClassifier):
    """Lines that turn towards each sample on the wrong side."""

    loss, learning_rate = "perceptron", "constant"

    def __init__(self, *, penalty=None, alpha=0.0001, l1_ratio=0.15, fit_intercept=True, max_iter=1000, tol=1e-3, shuffle=True,
                 verbose=0, eta0=1.0, n_jobs=None, random_state=0, early_stopping=False, validation_fraction=0.1,
                 n_iter_no_change=5, class_weight=None, warm_start=False):  # fmt: skip
        self.penalty, self.alpha, self.l1_ratio, self.fit_intercept, self.max_iter = penalty, alpha, l1_ratio, fit_intercept, max_iter
        self.tol, self.shuffle, self.verbose, self.eta0, self.n_jobs = tol, shuffle, verbose, eta0, n_jobs
        self.random_state, self.early_stopping, self.validation_fraction = random_state, early_stopping, validation_fraction
        self.n_iter_no_change, self.class_weight, self.warm_start = n_iter_no_change, class_weight, warm_start


class SGDRegressor(RegressorMixin, _Steps):
    """A line through data, by steps down the slope of a loss."""

    def __init__(self, loss="squared_error", *, penalty="l2", alpha=0.0001, l1_ratio=0.15, fit_intercept=True, max_iter=1000,
                 tol=1e-3, shuffle=True, verbose=0, epsilon=0.1, random_state=None, learning_rate="invscaling", eta0=0.01,
                 power_t=0.25, early_stopping=False, validation_fraction=0.1, n_iter_no_change=5, warm_start=False,
                 average=False):  # fmt: skip
        self.loss, self.penalty, self.alpha, self.l1_ratio, self.fit_intercept = loss, penalty, alpha, l1_ratio, fit_intercept
        self.max_iter, self.tol, self.shuffle, self.verbose, self.epsilon = max_iter, tol, shuffle, verbose, epsilon
        self.random_state, self.learning_rate, self.eta0, self.power_t = random_state, learning_rate, eta0, power_t
        self.early_stopping, self.validation_fraction, self.n_iter_no_change = early_stopping, validation_fraction, n_iter_no_change
        self.warm_start, self.average = warm_start, average

    def fit(self, X, y, coef_init=None, intercept_init=None, sample_weight=None):
        """The slopes and the height."""
        refuse("SGDRegressor", coef_init=(coef_init, None), intercept_init=(intercept_init, None))
        self._checked(sample_weight)
        self.t_ = 1.0
        self.__dict__.pop("coef_", None)
        self._learn(X, y, None)
        self._warn_of_rounds()
        return self

    def partial_fit(self, X, y, sample_weight=None):
        """One more round, over these samples."""
        self._checked(sample_weight)
        self._learn(X, y, 1)
        return self

    def _learn(self, X, y, rounds):
        X, goals = matrix(X, "SGDRegressor").astype(np.float64), goal_of(y).tolist()
        same_length(X, goals)
        if "coef_" not in self.__dict__:
            self.n_features_in_ = X.shape[1]
            self.coef_, self.intercept_ = np.zeros(X.shape[1]), np.zeros(1)
        seed = int(check_random_state(self.random_state).randint(0, _SEEDS))
        start = (self.coef_, float(self.intercept_[0]), getattr(self, "t_", 1.0), rounds)
        self.coef_, height, self.n_iter_, _ = self._descended(X, goals, seed, [1.0] * len(goals), *start)
        self.intercept_ = np.array([height])
        self.t_ = getattr(self, "t_", 1.0) + self.n_iter_ * len(X)

    def predict(self, X):
        """The line's height at X."""
        self._check_fitted()
        X = matrix(X, "SGDRegressor")
        self._check_features(X)
        return X @ self.coef_ + self.intercept_[0]
