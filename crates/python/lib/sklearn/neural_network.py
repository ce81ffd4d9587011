"""Networks of layers, learned by gradients: `MLPClassifier` and `MLPRegressor`, step by step as scikit-learn learns them.

What it is not: torch, which these are compared with. Start reading at `_Network`.
"""

import math
import warnings

import numpy as np
from _scalars import INTS
from sklearn._arrays import (
    array_of, check_numbers, check_random_state, check_words, different, goals_of, labels, matrix, refuse, same_length,
)  # fmt: skip
from sklearn._missing import missing
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin
from sklearn.exceptions import ConvergenceWarning
from sklearn.utils import shuffle

# Of each layer: the function, and its slope by the function's value.
_ACTIVATIONS = {
    "identity": (lambda x: x, lambda a: 1.0),
    "logistic": (lambda x: 1 / (1 + np.exp(-x)), lambda a: a * (1 - a)),
    "tanh": (np.tanh, lambda a: 1 - a**2),
    "relu": (lambda x: np.maximum(x, 0), lambda a: (a > 0).astype(a.dtype)),
}


def _softmax(x):
    grown = np.exp(x - x.max(axis=1, keepdims=True))
    return grown / grown.sum(axis=1, keepdims=True)


class _Network(BaseEstimator):
    """Weights, and how they are learned."""

    def _fitted(self, X, goals):
        name = type(self).__name__
        refuse(name, early_stopping=(self.early_stopping, False), warm_start=(self.warm_start, False))
        if self.solver not in ("adam", "sgd"):
            raise NotImplementedError(f"{name}: solver={self.solver!r} is not built into this sklearn; 'adam' and 'sgd' are")
        check_words(name, tuple(_ACTIVATIONS), activation=self.activation)
        check_numbers(name, "int [1, inf)", max_iter=self.max_iter)
        check_numbers(name, "float [0.0, inf)", alpha=self.alpha, tol=self.tol)
        check_numbers(name, "float (0.0, inf)", learning_rate_init=self.learning_rate_init)
        generator = check_random_state(self.random_state)
        hidden = [self.hidden_layer_sizes] if isinstance(self.hidden_layer_sizes, INTS) else list(self.hidden_layer_sizes)
        if any(size <= 0 for size in hidden):
            raise ValueError(f"hidden_layer_sizes must be > 0, got {hidden}.")
        sizes = [X.shape[1], *hidden, goals.shape[1]]
        self.n_layers_, self.n_outputs_, self.n_features_in_ = len(sizes), goals.shape[1], X.shape[1]
        self._begin(sizes, generator, X.dtype)
        self._learn(X, goals, generator)
        return self

    def _begin(self, sizes, generator, dtype):
        factor = 2.0 if self.activation == "logistic" else 6.0
        self.coefs_, self.intercepts_ = [], []
        for above, below in zip(sizes, sizes[1:]):
            bound = math.sqrt(factor / (above + below))
            self.coefs_.append(generator.uniform(-bound, bound, (above, below)).astype(dtype))
            self.intercepts_.append(generator.uniform(-bound, bound, below).astype(dtype))

    def _learn(self, X, goals, generator):
        count, places = len(X), np.arange(len(X))
        size = min(200, count) if self.batch_size == "auto" else min(self.batch_size, count)
        step, self.loss_curve_, self.best_loss_, waits = _OPTIMIZERS[self.solver](self), [], math.inf, 0
        for self.n_iter_ in range(1, self.max_iter + 1):
            if self.shuffle:
                places = shuffle(places, random_state=generator)
            total = 0.0
            for start in range(0, count, size):
                own = places[start:start + size]
                loss, slopes = self._slopes(X[own], goals[own])
                total += loss * len(own)
                step(self.coefs_ + self.intercepts_, slopes)
            self.loss_ = np.float64(total / count)
            self.t_ = self.n_iter_ * count
            self.loss_curve_.append(self.loss_)
            if self.verbose:
                print(f"Iteration {self.n_iter_}, loss = {self.loss_:.8f}")
            waits = waits + 1 if self.loss_ > self.best_loss_ - self.tol else 0
            self.best_loss_ = min(self.best_loss_, self.loss_)
            if waits > self.n_iter_no_change:
                if self.verbose:
                    print(f"Training loss did not improve more than tol={self.tol:f} for {self.n_iter_no_change} consecutive epochs. "
                          "Stopping.")
                return
        warnings.warn(
            f"Stochastic Optimizer: Maximum iterations ({self.max_iter}) reached and the optimization hasn't converged yet.",
            ConvergenceWarning, stacklevel=4,
        )  # fmt: skip

    def _passed(self, X):
        """What each layer makes of X."""
        act, found = _ACTIVATIONS[self.activation][0], [X]
        for at, (weights, heights) in enumerate(zip(self.coefs_, self.intercepts_)):
            made = found[-1] @ weights + heights
            found.append(act(made) if at < len(self.coefs_) - 1 else self._out(made))
        return found

    def _slopes(self, X, goals):
        """The loss of a batch, and its slopes by all weights."""
        passed, count = self._passed(X), len(X)
        held = sum(float((weights.ravel() @ weights.ravel())) for weights in self.coefs_)
        loss = self._loss(goals, passed[-1]) + 0.5 * self.alpha * held / count
        delta, by_weight, by_height = passed[-1] - goals, [], []
        for at in range(len(self.coefs_) - 1, -1, -1):
            by_weight.append((passed[at].T @ delta + self.alpha * self.coefs_[at]) / count)
            by_height.append(delta.mean(axis=0))
            if at:
                delta = (delta @ self.coefs_[at].T) * _ACTIVATIONS[self.activation][1](passed[at])
        return loss, by_weight[::-1] + by_height[::-1]

    def _answer(self, X):
        self._check_fitted()
        X = matrix(X, type(self).__name__)
        self._check_features(X)
        return self._passed(X)[-1]


def _adam(network):
    means, squares, rounds = [], [], 0
    first, second = network.beta_1, network.beta_2

    def step(weights, slopes):
        nonlocal rounds, means, squares
        rounds += 1
        means = means or [np.zeros_like(each) for each in weights]
        squares = squares or [np.zeros_like(each) for each in weights]
        means = [first * mean + (1 - first) * slope for mean, slope in zip(means, slopes)]
        squares = [second * square + (1 - second) * slope**2 for square, slope in zip(squares, slopes)]
        rate = network.learning_rate_init * math.sqrt(1 - second**rounds) / (1 - first**rounds)
        for each, mean, square in zip(weights, means, squares):
            each += -rate * mean / (np.sqrt(square) + network.epsilon)

    return step


def _sgd(network):
    refuse(type(network).__name__, learning_rate=(network.learning_rate, "constant"))
    speeds, rate = [], network.learning_rate_init

    def step(weights, slopes):
        nonlocal speeds
        speeds = speeds or [np.zeros_like(each) for each in weights]
        speeds = [network.momentum * speed - rate * slope for speed, slope in zip(speeds, slopes)]
        for each, speed, slope in zip(weights, speeds, slopes):
            each += network.momentum * speed - rate * slope if network.nesterovs_momentum else speed

    return step


_OPTIMIZERS = {"adam": _adam, "sgd": _sgd}


def _keep(network, given):
    network.__dict__.update({name: value for name, value in given.items() if name not in ("self", "__class__")})


class MLPClassifier(ClassifierMixin, _Network):
    """A network that says how probable each class is."""

    def __init__(self, hidden_layer_sizes=(100,), activation="relu", *, solver="adam", alpha=0.0001, batch_size="auto",
                 learning_rate="constant", learning_rate_init=0.001, power_t=0.5, max_iter=200, shuffle=True, random_state=None,
                 tol=1e-4, verbose=False, warm_start=False, momentum=0.9, nesterovs_momentum=True, early_stopping=False,
                 validation_fraction=0.1, beta_1=0.9, beta_2=0.999, epsilon=1e-8, n_iter_no_change=10, max_fun=15000):  # fmt: skip
        _keep(self, locals())

    def fit(self, X, y):
        """The weights."""
        X, goals = matrix(X, "MLPClassifier"), labels(y)
        same_length(X, goals)
        self.classes_ = array_of(different(goals), y)
        names = {name: at for at, name in enumerate(self.classes_.tolist())}
        places = np.array([names[goal] for goal in goals])
        coded = places.reshape(-1, 1) == np.arange(len(names)) if len(names) > 2 else places.reshape(-1, 1)
        self.out_activation_ = "softmax" if len(names) > 2 else "logistic"
        return self._fitted(X, coded.astype(X.dtype))

    def _out(self, x):
        return _softmax(x) if self.out_activation_ == "softmax" else _ACTIVATIONS["logistic"][0](x)

    def _loss(self, goals, guesses):
        least = np.finfo(guesses.dtype).eps
        guesses = np.clip(guesses, least, 1 - least)
        told = (goals * np.log(guesses)).sum()
        if guesses.shape[1] == 1:
            told = told + ((1 - goals) * np.log(1 - guesses)).sum()
        return -float(told) / len(guesses)

    def predict_proba(self, X):
        """How probable each class is."""
        found = self._answer(X)
        return found if found.shape[1] > 1 else np.concatenate([1 - found, found], axis=1)

    def predict(self, X):
        """The most probable class."""
        found = self._answer(X)
        places = (found.ravel() > 0.5).astype(np.int64) if found.shape[1] == 1 else found.argmax(axis=1)
        return array_of([self.classes_.tolist()[at] for at in places.tolist()], self.classes_)


class MLPRegressor(RegressorMixin, _Network):
    """A network that says numbers."""

    out_activation_ = "identity"

    def __init__(self, loss="squared_error", hidden_layer_sizes=(100,), activation="relu", *, solver="adam", alpha=0.0001,
                 batch_size="auto", learning_rate="constant", learning_rate_init=0.001, power_t=0.5, max_iter=200, shuffle=True,
                 random_state=None, tol=1e-4, verbose=False, warm_start=False, momentum=0.9, nesterovs_momentum=True,
                 early_stopping=False, validation_fraction=0.1, beta_1=0.9, beta_2=0.999, epsilon=1e-8, n_iter_no_change=10,
                 max_fun=15000):  # fmt: skip
        _keep(self, locals())

    def fit(self, X, y):
        """The weights."""
        refuse("MLPRegressor", loss=(self.loss, "squared_error"))
        X, goals = matrix(X, "MLPRegressor"), goals_of(y)
        same_length(X, goals)
        self._is_flat = goals.ndim == 1
        return self._fitted(X, goals.reshape(len(goals), -1).astype(X.dtype))

    def _out(self, x):
        return x

    def _loss(self, goals, guesses):
        return 0.5 * float(((goals - guesses) ** 2).mean(axis=0).mean())

    def predict(self, X):
        """The numbers."""
        found = self._answer(X)
        return found.ravel() if self._is_flat else found


__getattr__ = missing("sklearn.neural_network")
