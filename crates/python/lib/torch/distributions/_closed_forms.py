"""What follows from the parameters of distributions in closed form: quantiles, and how likely it is to draw no more.

What it is not: densities and draws, which are each distribution's own. Start reading at `quantile`.
"""

import math

import _torch
from torch.special import erfinv, gammainc


def _of_normal(d, p):
    return d.loc + d.scale * erfinv(2 * p - 1) * math.sqrt(2)


def _of_laplace(d, p):
    away = p - 0.5
    return d.loc - d.scale * away.sign() * _torch.log1p(-2 * away.abs())


def _of_cauchy(d, p):
    return _torch.tan(math.pi * (p - 0.5)) * d.scale + d.loc


_QUANTILES = {
    "Normal": _of_normal,
    "LogNormal": lambda d, p: _of_normal(d, p).exp(),
    "Uniform": lambda d, p: d.low + p * (d.high - d.low),
    "Exponential": lambda d, p: -_torch.log1p(-p) / d.rate,
    "Laplace": _of_laplace,
    "Cauchy": _of_cauchy,
    "HalfNormal": lambda d, p: d.scale * erfinv(p) * math.sqrt(2),
    "HalfCauchy": lambda d, p: _torch.tan(math.pi * p / 2) * d.scale,
    "Gumbel": lambda d, p: d.loc - d.scale * (-p.log()).log(),
    "Weibull": lambda d, p: d.scale * (-_torch.log1p(-p)) ** d.concentration.reciprocal(),
    "Pareto": lambda d, p: d.scale * (-_torch.log1p(-p) / d.alpha).exp(),
    "Kumaraswamy": lambda d, p: (1 - (1 - p) ** d.concentration0.reciprocal()) ** d.concentration1.reciprocal(),
}


def _gamma_share(concentration, value):
    return gammainc(concentration.expand_as(value), value)


def _of_mixture(d, value):
    return (d.component_distribution.cdf(value.unsqueeze(-1)) * d.mixture_distribution.probs).sum(-1)


_SHARES = {
    "Gumbel": lambda d, value: (-(-(value - d.loc) / d.scale).exp()).exp(),
    "Weibull": lambda d, value: -_torch.expm1(-((value / d.scale) ** d.concentration)),
    "Pareto": lambda d, value: 1 - (d.scale / value) ** d.alpha,
    "Kumaraswamy": lambda d, value: 1 - (1 - value**d.concentration1) ** d.concentration0,
    "Gamma": lambda d, value: _gamma_share(d.concentration, d.rate * value),
    "InverseGamma": lambda d, value: 1 - _gamma_share(d.concentration, d.rate / value),
    "MixtureSameFamily": _of_mixture,
}


def _found(table, distribution):
    for kind in type(distribution).__mro__:
        if kind.__name__ in table:
            return table[kind.__name__]
    raise NotImplementedError


def quantile(distribution, value):
    """What is drawn at most with the probability `value`."""
    return _found(_QUANTILES, distribution)(distribution, value)


def share(distribution, value):
    """How likely it is to draw no more than `value`."""
    formula = _found(_SHARES, distribution)
    distribution._check(value)
    return formula(distribution, value)


def listed(distribution, count, expand):
    """The numbers from 0 to below `count`, along a new first dimension, for every part of the batch."""
    kind = _torch.int64 if type(distribution).__name__ == "Categorical" else distribution.probs.dtype
    batch = distribution.batch_shape
    values = _torch.arange(count, dtype=kind).reshape(-1, *(1,) * len(batch))
    return values.expand(-1, *batch) if expand else values
