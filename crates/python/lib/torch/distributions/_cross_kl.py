"""How far distributions of different families are apart: what q gives for p's values on average, and p's entropy.

Not what `kl` has by formulas of its own. Start reading at `DIVERGENCES`.
"""

import math

import _torch
from torch._gamma import digamma, lgamma
from torch._more_algebra import cholesky_solve
from torch._more_pointwise import xlogy
from torch.distributions._common import Bernoulli, Exponential, MultivariateNormal, Normal, Poisson, Uniform
from torch.distributions._more import ContinuousBernoulli, LowRankMultivariateNormal
from torch.distributions._positive import Beta, Gamma, Pareto
from torch.distributions._real import Gumbel


def _log_mean(p):
    """The mean of the logarithm of what p gives."""
    if isinstance(p, Beta):
        return digamma(p.concentration1) - digamma(p.concentration1 + p.concentration0)
    if isinstance(p, Pareto):
        return p.scale.log() + p.alpha.reciprocal()
    return _log_mean_between(p.low, p.high)


def _log_mean_between(low, high):
    return (xlogy(high, high) - xlogy(low, low)) / (high - low) - 1


def _of_exponential(p, q):
    return q.rate.log() - q.rate * p.mean


def _of_gamma(p, q):
    shape = q.concentration
    return shape * q.rate.log() - lgamma(shape) + (shape - 1) * _log_mean(p) - q.rate * p.mean


def _of_normal(p, q):
    spread = q.scale.pow(2)
    return -0.5 * (2 * math.pi * spread).log() - 0.5 * (p.variance + (p.mean - q.loc) ** 2) / spread


def _of_continuous_bernoulli(p, q):
    return p.mean * q.logits + q._log_norm() + (-q.probs).log1p()


def _of_beta(p, q):
    one, other = q.concentration1, q.concentration0
    rest = _log_mean_between(1 - p.high, 1 - p.low)
    return (one - 1) * _log_mean(p) + (other - 1) * rest - lgamma(one) - lgamma(other) + lgamma(one + other)


def _of_pareto(p, q):
    return q.alpha.log() + q.alpha * q.scale.log() - (q.alpha + 1) * _log_mean(p)


def _of_uniform(p, q):
    # Between its ends q is the same everywhere, so that it matters not where p is.
    del p
    return -(q.high - q.low).log()


def _of_poisson(p, q):
    return p.probs * q.rate.log() - q.rate


def _of_gumbel(p, q):
    steps = -q.scale.reciprocal()
    return -q.scale.log() + steps * (p.mean - q.loc) - (q.loc / q.scale).exp() * _growth(p, steps)


def _growth(p, t):
    """The mean of exp(t x)."""
    if isinstance(p, Normal):
        return (t * p.loc + 0.5 * (t * p.scale) ** 2).exp()
    if isinstance(p, Exponential):
        return p.rate / (p.rate - t)
    if isinstance(p, Gamma):
        return (1 - t / p.rate) ** -p.concentration
    return ((t * p.high).exp() - (t * p.low).exp()) / (t * (p.high - p.low))


def _across(of_q, endless=None):
    """The divergence by what q's logarithm is on average; infinite where `endless` says so."""

    def divergence(p, q):
        found = -p.entropy() - of_q(p, q)
        return found if endless is None else _torch.where(endless(p, q), math.inf, found)

    return divergence


def _dense(p, q):
    """Of normal vectors, each by its whole matrix of covariances."""
    inner, outer = (_torch._linalg["cholesky"](each.covariance_matrix) for each in (p, q))
    spread = cholesky_solve(p.covariance_matrix, outer).diagonal(dim1=-2, dim2=-1).sum(-1)
    away = (q.loc - p.loc).unsqueeze(-1)
    apart = (away * cholesky_solve(away, outer)).sum((-2, -1))
    logs = (outer.diagonal(dim1=-2, dim2=-1) / inner.diagonal(dim1=-2, dim2=-1)).log().sum(-1)
    return logs + 0.5 * (spread + apart - p.event_shape[0])


DIVERGENCES = {
    (Bernoulli, Poisson): _across(_of_poisson),
    **{
        (Beta, q): _across(of)
        for q, of in (
            (ContinuousBernoulli, _of_continuous_bernoulli), (Exponential, _of_exponential), (Gamma, _of_gamma),
            (Normal, _of_normal),
        )
    },
    (Beta, Uniform): _across(_of_uniform, lambda p, q: (q.low > 0) | (q.high < 1)),
    (ContinuousBernoulli, ContinuousBernoulli): _across(_of_continuous_bernoulli),
    (ContinuousBernoulli, Exponential): _across(_of_exponential),
    (ContinuousBernoulli, Normal): _across(_of_normal),
    (ContinuousBernoulli, Uniform): _across(_of_uniform, lambda p, q: (q.low >= 0) | (q.high <= 1)),
    **{(p, Gumbel): _across(_of_gumbel) for p in (Exponential, Gamma, Normal, Uniform)},
    (Gumbel, Normal): _across(_of_normal),
    (Pareto, Exponential): _across(_of_exponential, lambda p, q: p.alpha <= 1),
    (Pareto, Gamma): _across(_of_gamma, lambda p, q: p.alpha <= 1),
    (Pareto, Normal): _across(_of_normal, lambda p, q: p.alpha <= 2),
    (Uniform, Beta): _across(_of_beta, lambda p, q: (p.low < 0) | (p.high > 1)),
    (Uniform, ContinuousBernoulli): _across(
        _of_continuous_bernoulli, lambda p, q: (p.high >= 1) | (p.low <= 0)
    ),
    (Uniform, Pareto): _across(_of_pareto, lambda p, q: p.low < q.scale),
    (LowRankMultivariateNormal, LowRankMultivariateNormal): _dense,
    (LowRankMultivariateNormal, MultivariateNormal): _dense,
    (MultivariateNormal, LowRankMultivariateNormal): _dense,
}  # fmt: skip
