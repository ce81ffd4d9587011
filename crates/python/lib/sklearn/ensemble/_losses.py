"""What gradient boosting may take for wrong in numbers: squares, distances, quantiles, and Huber's mixture.

What it is not: of classes, which is `_boosting`. Source: J. Friedman, Greedy Function Approximation, 2001. Start reading at
`Squares`.
"""

import math

import numpy as np


def percentile(values, weights, share):
    """The least value below which lies such a share of the weights."""
    order = np.argsort(values)
    sums = np.cumsum(weights[order])
    none = int((sums == 0).sum())
    wanted = max(share * float(sums[-1]), math.nextafter(0.0, 1.0))
    return float(values[order][min(max(int(np.searchsorted(sums, wanted)), none), len(values) - 1)])


class Squares:
    """The square of what is missing."""

    def __init__(self, alpha):
        self._alpha = alpha

    def first(self, goals, weights):
        return float(np.average(goals, weights=weights))

    def prepare(self, missing, weights):
        """What must be known before a stage."""

    def pull(self, missing):
        return missing

    def cost(self, missing):
        return missing**2


class Distances(Squares):
    """What is missing, whatever its sign."""

    _share = 0.5

    def first(self, goals, weights):
        return float(np.quantile(goals, self._share)) if weights is None else percentile(goals, weights, self._share)

    def pull(self, missing):
        return np.where(missing < 0, -1.0, 1.0)

    def cost(self, missing):
        return np.abs(missing)

    def best(self, missing, weights):
        return percentile(missing, weights, self._share)


class Quantiles(Distances):
    """More for what is above, or for what is below."""

    _share = property(lambda self: self._alpha)

    def pull(self, missing):
        return np.where(missing < 0, self._alpha - 1, self._alpha)

    def cost(self, missing):
        return np.where(missing < 0, (self._alpha - 1) * missing, self._alpha * missing)


class Huber(Distances):
    """Squares of what is little, distances of the rest."""

    _wide = 0.5

    def prepare(self, missing, weights):
        self._wide = percentile(np.abs(missing), weights, self._alpha)

    def pull(self, missing):
        return np.clip(missing, -self._wide, self._wide)

    def cost(self, missing):
        apart = np.abs(missing)
        return np.where(apart <= self._wide, 0.5 * missing**2, self._wide * (apart - 0.5 * self._wide))

    def best(self, missing, weights):
        middle = percentile(missing, weights, 0.5)
        apart = missing - middle
        return middle + float(np.average(np.clip(apart, -self._wide, self._wide), weights=weights))


LOSSES = {"squared_error": Squares, "absolute_error": Distances, "huber": Huber, "quantile": Quantiles}
