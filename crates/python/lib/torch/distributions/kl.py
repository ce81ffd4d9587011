"""How far distributions are apart.

A pair of classes has a function in `_DIVERGENCES`; `register_kl` adds others. Start reading at `kl_divergence`.
"""

import math

import _torch
from torch._gamma import digamma, lgamma
from torch.distributions._common import (
    Bernoulli,
    Categorical,
    Exponential,
    Independent,
    MultivariateNormal,
    Normal,
    Poisson,
    Uniform,
)
from torch.distributions._counts import Binomial, Geometric, OneHotCategorical
from torch.distributions._families import ExponentialFamily
from torch.distributions._more import ContinuousBernoulli
from torch.distributions._positive import _EULER, Beta, Dirichlet, Gamma, HalfNormal, Pareto
from torch.distributions._real import Cauchy, Gumbel, Laplace, LogNormal
from torch.distributions._transformed import TransformedDistribution


def _of_normals(p, q):
    ratio = (p.scale / q.scale) ** 2
    return 0.5 * (ratio + ((p.loc - q.loc) / q.scale) ** 2 - 1 - ratio.log())


def _of_chances(p, q):
    return (p.probs * (p.logits - q.logits)).sum(-1)


def _of_coins(p, q):
    def part(own, other):
        apart = own * (own.log() - other.log())
        return _torch.where(own == 0, 0.0, apart)

    return part(p.probs, q.probs) + part(1 - p.probs, 1 - q.probs)


def _of_uniforms(p, q):
    apart = ((q.high - q.low) / (p.high - p.low)).log()
    return _torch.where((q.low > p.low) | (q.high < p.high), float("inf"), apart)


def _of_exponentials(p, q):
    ratio = q.rate / p.rate
    return ratio - ratio.log() - 1


def _of_independents(p, q):
    if p.reinterpreted_batch_ndims != q.reinterpreted_batch_ndims:
        raise NotImplementedError
    return p._summed(kl_divergence(p.base_dist, q.base_dist))


def _of_gammas(p, q):
    first = q.concentration * (p.rate / q.rate).log()
    second = lgamma(q.concentration) - lgamma(p.concentration)
    third = (p.concentration - q.concentration) * digamma(p.concentration)
    return first + second + third + (q.rate - p.rate) * (p.concentration / p.rate)


def _of_dirichlets(p, q):
    p, q = p.concentration, q.concentration
    total = p.sum(-1)
    constants = lgamma(total) - lgamma(q.sum(-1)) - (lgamma(p) - lgamma(q)).sum(-1)
    return constants + ((p - q) * (digamma(p) - digamma(total).unsqueeze(-1))).sum(-1)


def _of_betas(p, q):
    return _of_dirichlets(p._pair, q._pair)


def _of_laplaces(p, q):
    ratio, away = p.scale / q.scale, (p.loc - q.loc).abs()
    return -ratio.log() + away / q.scale + ratio * (-away / p.scale).exp() - 1


def _of_normal_and_laplace(p, q):
    away = (p.loc - q.loc) / p.scale
    near = math.sqrt(2 / math.pi) * p.scale * (-0.5 * away.pow(2.0)).exp()
    far = (p.loc - q.loc) * (math.sqrt(0.5) * away).erf()
    return -(p.scale / q.scale).log() + (near + far) / q.scale - 0.5 * (1 + math.log(0.5 * math.pi))


def _of_poissons(p, q):
    return p.rate * (p.rate.log() - q.rate.log()) - (p.rate - q.rate)


def _of_geometrics(p, q):
    return -p.entropy() - (-q.probs).log1p() / p.probs - q.logits


def _of_binomials(p, q):
    if bool((p.total_count < q.total_count).any()):
        raise NotImplementedError("KL between Binomials where q.total_count > p.total_count is not implemented")
    found = p.total_count * (p.probs * (p.logits - q.logits) + (-p.probs).log1p() - (-q.probs).log1p())
    return _torch.where(p.total_count > q.total_count, math.inf, found)


def _of_vectors(p, q):
    """Of normal vectors."""
    size = p.event_shape[0]
    turned = _torch._linalg["inv"](q._tril)
    spread = ((turned @ p._tril) ** 2).sum((-2, -1))
    away = ((turned @ (q.loc - p.loc).unsqueeze(-1)) ** 2).sum((-2, -1))
    return q._half_log_det() - p._half_log_det() + 0.5 * (spread + away - size)


def _of_uniform_and_normal(p, q):
    width, middle = p.high - p.low, (p.high + p.low) / 2
    return (math.sqrt(2 * math.pi) * q.scale / width).log() + 0.5 * (width**2 / 12 + (middle - q.loc) ** 2) / q.scale**2


def _of_uniform_and_exponential(p, q):
    found = q.rate * (p.high + p.low) / 2 - ((p.high - p.low) * q.rate).log()
    return _torch.where(p.low < 0, math.inf, found)


def _of_exponential_and_normal(p, q):
    spread = q.scale.pow(2)
    away = p.rate.pow(-2) - q.loc / p.rate + q.loc.pow(2) / 2
    return 0.5 * (p.rate.pow(2) * spread * 2 * math.pi).log() - 1 + away / spread


def _of_exponential_and_gamma(p, q):
    ratio = q.rate / p.rate
    return ratio - q.concentration * ratio.log() + lgamma(q.concentration) + q.concentration * _EULER - (1 + _EULER)


def _of_gamma_and_exponential(p, q):
    return -p.entropy() - q.rate.log() + q.rate * p.concentration / p.rate


def _of_laplace_and_normal(p, q):
    spread = q.scale.pow(2)
    ratio = p.scale.pow(2) / spread
    return -0.5 * (2 * ratio / math.pi).log() + ratio + 0.5 * (p.loc - q.loc) ** 2 / spread - 1


def _of_uniform_and_gamma(p, q):
    width = p.high - p.low
    logs = (p.high * p.high.log() - p.low * p.low.log()) / width - 1
    shape = q.concentration
    found = -width.log() + lgamma(shape) - shape * q.rate.log() + q.rate * (p.high + p.low) / 2 - (shape - 1) * logs
    return _torch.where(p.low < 0, math.inf, found)


def _of_gamma_and_normal(p, q):
    spread, shape = q.scale.pow(2), p.concentration
    own = 0.5 * (p.rate.pow(2) * spread * 2 * math.pi).log() - shape - lgamma(shape) + (shape - 1) * digamma(shape)
    away = 0.5 * (shape**2 + shape) / p.rate.pow(2) - q.loc * shape / p.rate + 0.5 * q.loc.pow(2)
    return own + away / spread


def _of_gumbels(p, q):
    ratio, away = p.scale / q.scale, (p.loc - q.loc) / q.scale
    return -ratio.log() + away + ratio * _EULER + (lgamma(1 + ratio) - away).exp() - (1 + _EULER)


def _of_paretos(p, q):
    ratio = q.alpha / p.alpha
    found = q.alpha * (p.scale / q.scale).log() - ratio.log() + ratio - 1
    return _torch.where(p.scale < q.scale, math.inf, found)


def _of_cauchys(p, q):
    apart = (p.scale + q.scale).pow(2) + (p.loc - q.loc).pow(2)
    return apart.log() - (4 * p.scale * q.scale).log()


def _of_transformed(p, q):
    if p.transforms != q.transforms or p.event_shape != q.event_shape:
        raise NotImplementedError
    return kl_divergence(p.base_dist, q.base_dist)


def _endless(p, q):
    """Where p gives what q never does."""
    shape = _torch.broadcast_tensors(_torch.empty(p.batch_shape), _torch.empty(q.batch_shape))[0].shape
    return _torch.full(shape, math.inf)


def _of_families(p, q):
    raise NotImplementedError(
        "The cross KL-divergence between different exponential families cannot"
        "                             be computed using Bregman divergences"
    )


_ENDLESS = {
    Beta: (Pareto,), Poisson: (Bernoulli, Binomial),
    ContinuousBernoulli: (Pareto,), Pareto: (Beta, ContinuousBernoulli, Uniform),
    Exponential: (Beta, ContinuousBernoulli, Pareto, Uniform), Gamma: (Beta, ContinuousBernoulli, Pareto, Uniform),
    Gumbel: (Beta, ContinuousBernoulli, Exponential, Gamma, Pareto, Uniform),
    Laplace: (Beta, ContinuousBernoulli, Exponential, Gamma, Pareto, Uniform),
    Normal: (Beta, ContinuousBernoulli, Exponential, Gamma, Pareto, Uniform),
}
_DIVERGENCES = {
    (Normal, Normal): _of_normals,
    (Categorical, Categorical): _of_chances,
    (Bernoulli, Bernoulli): _of_coins,
    (Uniform, Uniform): _of_uniforms,
    (Exponential, Exponential): _of_exponentials,
    (Gamma, Gamma): _of_gammas,
    (Independent, Independent): _of_independents,
    (Dirichlet, Dirichlet): _of_dirichlets,
    (Beta, Beta): _of_betas,
    (Normal, Laplace): _of_normal_and_laplace,
    (Laplace, Laplace): _of_laplaces,
    (Poisson, Poisson): _of_poissons,
    (Geometric, Geometric): _of_geometrics,
    (Binomial, Binomial): _of_binomials,
    (MultivariateNormal, MultivariateNormal): _of_vectors,
    (Uniform, Normal): _of_uniform_and_normal,
    (Uniform, Exponential): _of_uniform_and_exponential,
    (Uniform, Gamma): _of_uniform_and_gamma,
    (Gamma, Normal): _of_gamma_and_normal,
    (Exponential, Normal): _of_exponential_and_normal,
    (Exponential, Gamma): _of_exponential_and_gamma,
    (Gamma, Exponential): _of_gamma_and_exponential,
    (Laplace, Normal): _of_laplace_and_normal,
    (Gumbel, Gumbel): _of_gumbels,
    (Pareto, Pareto): _of_paretos,
    (Cauchy, Cauchy): _of_cauchys,
    (LogNormal, LogNormal): _of_normals,
    (TransformedDistribution, TransformedDistribution): _of_transformed,
    **{(p, q): _endless for p, others in _ENDLESS.items() for q in others},
    (HalfNormal, HalfNormal): lambda p, q: _of_normals(p.base_dist, q.base_dist),
    (OneHotCategorical, OneHotCategorical): lambda p, q: _of_chances(p._categorical, q._categorical),
}


def register_kl(type_p, type_q):
    """As a decorator: the function for a pair of classes."""

    def register(function):
        _DIVERGENCES[type_p, type_q] = function
        return function

    return register


def kl_divergence(p, q):
    """The divergence of q from p (Kullback and Leibler, 1951)."""
    known = _known(type(p), type(q))
    if known is None and isinstance(p, ExponentialFamily) and isinstance(q, ExponentialFamily):
        known = _of_families
    if known is None:
        raise NotImplementedError(
            f"No KL(p || q) is implemented for p type {type(p).__name__} and q type {type(q).__name__}"
        )
    return known(p, q)


def _known(kind_p, kind_q):
    """The function for the nearest classes that the two are, or derive from."""
    pairs = [(above_p, above_q) for above_p in kind_p.__mro__ for above_q in kind_q.__mro__]
    found = next((_DIVERGENCES[pair] for pair in pairs if pair in _DIVERGENCES), None)
    if found is None:
        from torch.distributions._cross_kl import DIVERGENCES

        found = next((DIVERGENCES[pair] for pair in pairs if pair in DIVERGENCES), None)
    return found
