"""More distributions of one number: of logarithms, cut off, with heavy tails, and whole numbers alike.

What it is not: those that lessons begin with (_distributions.py). Start reading at `Lognorm`.
"""

import math

from scipy.special import ndtr, ndtri
from scipy.stats._distributions import Continuous, Discrete


class Lognorm(Continuous):
    _NAMES, _LOWEST = ("s",), 0.0

    def _log(self, x, s):
        if x <= 0:
            return -math.inf
        return -(math.log(x) ** 2) / (2 * s * s) - math.log(s * x * math.sqrt(2 * math.pi))

    def _below(self, x, s):
        return float(ndtr(math.log(x) / s)) if x > 0 else 0.0

    def _where(self, share, s):
        return math.exp(s * float(ndtri(share)))

    def _moments(self, s):
        grown = math.exp(s * s)
        return math.sqrt(grown), grown * (grown - 1)

    def _drawn(self, generator, size, s):
        import numpy as np

        return np.exp(s * generator.standard_normal(size))


class Truncnorm(Continuous):
    _NAMES = ("a", "b")

    def _mass(self, a, b):
        return float(ndtr(b)) - float(ndtr(a))

    def _log(self, x, a, b):
        if not a <= x <= b:
            return -math.inf
        return -x * x / 2 - math.log(2 * math.pi) / 2 - math.log(self._mass(a, b))

    def _below(self, x, a, b):
        return min(max((float(ndtr(x)) - float(ndtr(a))) / self._mass(a, b), 0.0), 1.0)

    def _where(self, share, a, b):
        return min(max(float(ndtri(float(ndtr(a)) + share * self._mass(a, b))), a), b)

    def _moments(self, a, b):
        mass = self._mass(a, b)
        low, high = (math.exp(-end * end / 2) / math.sqrt(2 * math.pi) if math.isfinite(end) else 0.0 for end in (a, b))
        mean = (low - high) / mass
        ends = (a * low if math.isfinite(a) else 0.0) - (b * high if math.isfinite(b) else 0.0)
        return mean, 1 + ends / mass - mean * mean


class Laplace(Continuous):
    def _log(self, x):
        return -abs(x) - math.log(2)

    def _below(self, x):
        return 1 - 0.5 * math.exp(-x) if x > 0 else 0.5 * math.exp(x)

    def _where(self, share):
        return -math.log(2 * (1 - share)) if share > 0.5 else math.log(2 * share)

    def _moments(self):
        return 0.0, 2.0

    def _drawn(self, generator, size):
        return generator.laplace(0.0, 1.0, size)


class Logistic(Continuous):
    def _log(self, x):
        return -abs(x) - 2 * math.log1p(math.exp(-abs(x)))

    def _below(self, x):
        return 1 / (1 + math.exp(-x)) if x > -700 else 0.0

    def _where(self, share):
        return math.log(share) - math.log1p(-share)

    def _moments(self):
        return 0.0, math.pi**2 / 3

    def _drawn(self, generator, size):
        return generator.logistic(0.0, 1.0, size)


class Cauchy(Continuous):
    def _log(self, x):
        return -math.log(math.pi * (1 + x * x))

    def _below(self, x):
        return 0.5 + math.atan(x) / math.pi

    def _where(self, share):
        return math.tan(math.pi * (share - 0.5))

    def _moments(self):
        return math.nan, math.nan


def _integral(function, end):
    """From 0 to an end, for a smooth function: points that crowd at both ends (Takahasi and Mori's)."""
    half, step, total = end / 2, 0.05, 0.0
    for at in range(-66, 67):
        inner = math.pi / 2 * math.sinh(at * step)
        weight = math.pi / 2 * math.cosh(at * step) / math.cosh(inner) ** 2
        total += weight * function(half * (1 + math.tanh(inner)))
    return half * step * total


class Skewnorm(Continuous):
    _NAMES = ("a",)

    def _log(self, x, a):
        share = float(ndtr(a * x))
        return math.log(2 * share) - x * x / 2 - math.log(2 * math.pi) / 2 if share > 0 else -math.inf

    def _below(self, x, a):
        # Owen's function, by the angle whose tangent goes from 0 to a.
        owen = _integral(lambda angle: math.exp(-((x / math.cos(angle)) ** 2) / 2), math.atan(a)) / (2 * math.pi)
        return min(max(float(ndtr(x)) - 2 * owen, 0.0), 1.0)

    def _moments(self, a):
        mean = math.sqrt(2 / math.pi) * a / math.sqrt(1 + a * a)
        return mean, 1 - mean * mean

    def _drawn(self, generator, size, a):
        import numpy as np

        first, second = generator.normal(size=size), generator.normal(size=size)
        lean = a / math.sqrt(1 + a * a)
        found = lean * first + second * math.sqrt(1 - lean * lean)
        return np.where(first >= 0, found, -found)


class Randint(Discrete):
    _NAMES = ("low", "high")

    def pmf(self, k, *args, **kwargs):
        return Discrete.pmf(self, k, *args, **kwargs)

    def _share(self, k, low, high):
        return 1 / (high - low) if low <= k < high and k == math.floor(k) else 0.0

    def _below(self, x, low, high):
        return min(max((math.floor(x) - low + 1) / (high - low), 0.0), 1.0)

    def _where(self, share, low, high):
        return float(math.ceil(share * (high - low) + low) - 1)

    def _moments(self, low, high):
        count = high - low
        return (low + high - 1) / 2, (count * count - 1) / 12

    def _drawn(self, generator, size, low, high):
        return generator.randint(int(low), int(high), size)


lognorm, truncnorm, laplace, logistic, cauchy, skewnorm = Lognorm(), Truncnorm(), Laplace(), Logistic(), Cauchy(), Skewnorm()
randint = Randint()
