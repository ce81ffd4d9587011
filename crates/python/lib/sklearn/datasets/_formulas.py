"""Data by formulas that are known: `make_friedman1` and others.

What it is not: blobs, moons and classes, which are `_shapes` and `_problems`. Source: J. Friedman, Multivariate adaptive regression
splines, 1991. Start reading at `make_friedman1`.
"""

import numpy as np
from sklearn._arrays import check_random_state


def make_friedman1(n_samples=100, n_features=10, *, noise=0.0, random_state=None):
    """A wave, a square and lines of the first five of some features."""
    generator = check_random_state(random_state)
    X = generator.uniform(size=(n_samples, n_features))
    y = 10 * np.sin(np.pi * X[:, 0] * X[:, 1]) + 20 * (X[:, 2] - 0.5) ** 2 + 10 * X[:, 3] + 5 * X[:, 4]
    return X, y + noise * generator.standard_normal(size=n_samples)


def _circuit(generator, count):
    X = generator.uniform(size=(count, 4))
    X[:, 0] = X[:, 0] * 100
    X[:, 1] = X[:, 1] * (520 * np.pi) + 40 * np.pi
    X[:, 3] = X[:, 3] * 10 + 1
    return X, X[:, 1] * X[:, 2] - 1 / (X[:, 1] * X[:, 3])


def make_friedman2(n_samples=100, *, noise=0.0, random_state=None):
    """How much a circuit resists."""
    generator = check_random_state(random_state)
    X, across = _circuit(generator, n_samples)
    return X, (X[:, 0] ** 2 + across**2) ** 0.5 + noise * generator.standard_normal(size=n_samples)


def make_friedman3(n_samples=100, *, noise=0.0, random_state=None):
    """By how much a circuit lags."""
    generator = check_random_state(random_state)
    X, across = _circuit(generator, n_samples)
    return X, np.arctan(across / X[:, 0]) + noise * generator.standard_normal(size=n_samples)


def make_sparse_uncorrelated(n_samples=100, n_features=10, *, random_state=None):
    """A line in the first four of some features."""
    generator = check_random_state(random_state)
    X = generator.normal(loc=0, scale=1, size=(n_samples, n_features))
    middle = X[:, 0] + 2 * X[:, 1] - 2 * X[:, 2] - 1.5 * X[:, 3]
    return X, generator.normal(loc=middle, scale=np.ones(n_samples))


def make_hastie_10_2(n_samples=12000, *, random_state=None):
    """1 outside a ball of ten dimensions, -1 inside."""
    X = check_random_state(random_state).normal(size=(n_samples, 10))
    return X, np.where((X**2.0).sum(axis=1) > 9.34, 1.0, -1.0)


def make_gaussian_quantiles(*, mean=None, cov=1.0, n_samples=100, n_features=2, n_classes=3, shuffle=True, random_state=None):
    """Rings around a middle, a class each."""
    from sklearn.utils import shuffle as shuffled

    if n_samples < n_classes:
        raise ValueError("n_samples must be at least n_classes")
    generator = check_random_state(random_state)
    mean = np.zeros(n_features) if mean is None else np.array(mean)
    X = generator.multivariate_normal(mean, cov * np.identity(n_features), (n_samples,))
    X = X[np.argsort(((X - mean) ** 2).sum(axis=1))]
    y = np.minimum(np.arange(n_samples) // (n_samples // n_classes), n_classes - 1)
    return shuffled(X, y, random_state=generator) if shuffle else (X, y)
