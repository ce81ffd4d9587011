"""Distributions of whole numbers: successes, counts, and how many tries it takes.

What it is not: what they have in common (_distributions.py). Start reading at `Binom`.
"""

import math

from scipy.stats._distributions import Discrete


class Binom(Discrete):
    """Successes in n tries, each with the chance p."""

    _NAMES = ("n", "p")

    def _drawn(self, generator, size, n, p):
        return generator.binomial(n, p, size)

    def _of(self, k, n, p):
        return math.comb(int(n), k) * p**k * (1 - p) ** (n - k) if k <= n else 0.0

    def _moments(self, n, p):
        return n * p, n * p * (1 - p)


class Bernoulli(Discrete):
    """Success in one try, with the chance p."""

    _NAMES = ("p",)

    def _drawn(self, generator, size, p):
        return generator.binomial(1, p, size)

    def _of(self, k, p):
        return (1 - p, p)[k] if k <= 1 else 0.0

    def _moments(self, p):
        return p, p * (1 - p)


class Poisson(Discrete):
    """Events in a time in which mu are expected."""

    _NAMES = ("mu",)

    def _drawn(self, generator, size, mu):
        return generator.poisson(mu, size)

    def _of(self, k, mu):
        return math.exp(k * math.log(mu) - mu - math.lgamma(k + 1)) if mu > 0 else float(k == 0)

    def _moments(self, mu):
        return mu, mu


class Geom(Discrete):
    """Tries until the first success, each with the chance p."""

    _NAMES = ("p",)

    def _drawn(self, generator, size, p):
        return generator.geometric(p, size)

    def _of(self, k, p):
        return p * (1 - p) ** (k - 1) if k >= 1 else 0.0

    def _moments(self, p):
        return 1 / p, (1 - p) / p**2


binom, bernoulli, poisson, geom = Binom(), Bernoulli(), Poisson(), Geom()
