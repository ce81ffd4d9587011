"""Distributions of positive numbers and of shares: gamma, beta, Dirichlet, and what is made of exponentials.

Not those of whole numbers, which are `_counts`'. Start reading at `Gamma`.
"""

import math

import _torch
from torch._gamma import digamma, lgamma
from torch._modes import no_grad
from torch._more_draws import standard_gamma
from torch.distributions import constraints
from torch.distributions._base import Distribution
from torch.distributions._families import ExponentialFamily
from torch.distributions._implicit import dirichlet_draws, gamma_draws
from torch.distributions._common import Normal, one_of
from torch.distributions.utils import broadcast_all

_EULER = 0.57721566490153286060


def _drawn_gamma(shapes):
    """Gamma draws, which the shapes get gradients through."""
    drawn = standard_gamma(shapes.detach())
    return gamma_draws(shapes, drawn) if shapes.requires_grad and _torch.is_grad_enabled() else drawn


class Gamma(ExponentialFamily):
    """The gamma distribution with a shape (`concentration`) and a rate."""

    has_rsample = True
    arg_constraints = {"concentration": constraints.positive, "rate": constraints.positive}
    support = constraints.nonnegative

    def __init__(self, concentration, rate, validate_args=None):
        self.concentration, self.rate = broadcast_all(concentration, rate)
        super().__init__(self.concentration.shape, validate_args=validate_args)

    mean = property(lambda self: self.concentration / self.rate)
    mode = property(lambda self: ((self.concentration - 1) / self.rate).clamp(min=0))
    variance = property(lambda self: self.concentration / self.rate.pow(2))

    def rsample(self, sample_shape=()):
        """Draws in a way that parameters get gradients through."""
        shape = self._extended_shape(sample_shape)
        found = _drawn_gamma(self.concentration.expand(shape)) / self.rate.expand(shape)
        found.detach().clamp_(min=_torch._dtype_limits(found.dtype)["smallest_normal"])
        return found

    def log_prob(self, value):
        """The logarithm of the density of values."""
        value = _torch.as_tensor(value, dtype=self.rate.dtype)
        self._check(value)
        shape = self.concentration
        return _weighted(shape, self.rate) + _weighted(shape - 1, value) - self.rate * value - lgamma(shape)

    def entropy(self):
        shape = self.concentration
        return shape - self.rate.log() + lgamma(shape) + (1.0 - shape) * digamma(shape)


def _weighted(weight, value):
    """weight * log(value), and 0 where the weight is."""
    return _torch.where(weight == 0, _torch.zeros_like(value * weight), weight * value.log())


class Chi2(Gamma):
    """The sum of so many squares of normals."""

    arg_constraints = {"df": constraints.positive}
    _is_silent = True

    def __init__(self, df, validate_args=None):
        (df,) = broadcast_all(df)
        self.df = df
        super().__init__(0.5 * df, _torch.full_like(df, 0.5), validate_args)


class Dirichlet(ExponentialFamily):
    """Shares that add up to one."""

    has_rsample = True
    arg_constraints = {"concentration": constraints.independent(constraints.positive, 1)}
    support = constraints.simplex

    def __init__(self, concentration, validate_args=None):
        if concentration.dim() < 1:
            raise ValueError("`concentration` parameter must be at least one-dimensional.")
        self.concentration = concentration
        super().__init__(concentration.shape[:-1], concentration.shape[-1:], validate_args)

    mean = property(lambda self: self.concentration / self.concentration.sum(-1, True))

    @property
    def mode(self):
        """The likeliest shares; where all pull to the corners, the corner of the largest."""
        above = (self.concentration - 1).clamp(min=0.0)
        in_corner = (self.concentration < 1).all(-1, True)
        return _torch.where(in_corner, one_of(above), above / above.sum(-1, True))

    @property
    def variance(self):
        total = self.concentration.sum(-1, True)
        return self.concentration * (total - self.concentration) / (total.pow(2) * (total + 1))

    def rsample(self, sample_shape=()):
        """Draws in a way that the concentration gets gradients through."""
        shapes = self.concentration.expand(self._extended_shape(sample_shape))
        parts = standard_gamma(shapes.detach().double())
        drawn = (parts / parts.sum(-1, True)).to(shapes.dtype)
        return dirichlet_draws(shapes, drawn) if shapes.requires_grad and _torch.is_grad_enabled() else drawn

    def log_prob(self, value):
        """The logarithm of the density of shares."""
        self._check(value)
        shape = self.concentration
        return _weighted(shape - 1.0, value).sum(-1) + lgamma(shape.sum(-1)) - lgamma(shape).sum(-1)

    def entropy(self):
        shape = self.concentration
        count, total = shape.size(-1), shape.sum(-1)
        inner = ((shape - 1.0) * digamma(shape)).sum(-1)
        return lgamma(shape).sum(-1) - lgamma(total) - (count - total) * digamma(total) - inner


class Beta(ExponentialFamily):
    """A share between 0 and 1: of two that a `Dirichlet` draws, the first."""

    has_rsample = _is_silent = True
    arg_constraints = {"concentration1": constraints.positive, "concentration0": constraints.positive}
    support = constraints.unit_interval

    def __init__(self, concentration1, concentration0, validate_args=None):
        self.concentration1, self.concentration0 = broadcast_all(concentration1, concentration0)
        self._pair = Dirichlet(_torch.stack([self.concentration1, self.concentration0], -1), validate_args)
        super().__init__(self.concentration1.shape, validate_args=validate_args)

    mean = property(lambda self: self.concentration1 / (self.concentration1 + self.concentration0))
    mode = property(lambda self: self._pair.mode[..., 0])

    @property
    def variance(self):
        total = self.concentration1 + self.concentration0
        return self.concentration1 * self.concentration0 / (total.pow(2) * (total + 1))

    def rsample(self, sample_shape=()):
        """Draws in a way that the concentrations get gradients through."""
        return self._pair.rsample(sample_shape).select(-1, 0)

    def log_prob(self, value):
        """The logarithm of the density of values."""
        self._check(value)
        return self._pair.log_prob(_torch.stack([value, 1.0 - value], -1))

    def entropy(self):
        return self._pair.entropy()


class HalfOf(Distribution):
    """How far numbers of a distribution around 0 are from it."""

    has_rsample = _is_silent = True
    arg_constraints = {"scale": constraints.positive}
    support = constraints.nonnegative

    def __init__(self, scale, validate_args=None):
        (self.scale,) = broadcast_all(scale)
        self.base_dist = self._whole(_torch.zeros_like(self.scale), self.scale, validate_args=False)
        super().__init__(self.scale.shape, validate_args=validate_args)

    mode = property(lambda self: _torch.zeros_like(self.scale))

    def rsample(self, sample_shape=()):
        """Draws in a way that the scale gets gradients through."""
        return self.base_dist.rsample(sample_shape).abs()

    def log_prob(self, value):
        """The logarithm of the density of values."""
        self._check(value)
        return _torch.where(value >= 0, self.base_dist.log_prob(value) + math.log(2), -math.inf)

    def cdf(self, value):
        """The probability of less."""
        return 2 * self.base_dist.cdf(value) - 1

    def entropy(self):
        return self.base_dist.entropy() - math.log(2)


class HalfNormal(HalfOf):
    """How far normals of mean 0 are from it."""

    _whole = Normal
    mean = property(lambda self: self.scale * math.sqrt(2 / math.pi))
    variance = property(lambda self: self.scale.pow(2) * (1 - 2 / math.pi))


@no_grad()
def exponential_draws(shape, like):
    """Exponential numbers of mean 1."""
    return _torch.empty(shape, dtype=like.dtype).exponential_()


class Weibull(Distribution):
    """How long what wears out lasts."""

    has_rsample = True
    arg_constraints = {"scale": constraints.positive, "concentration": constraints.positive}
    support = constraints.positive

    def __init__(self, scale, concentration, validate_args=None):
        self.scale, self.concentration = broadcast_all(scale, concentration)
        super().__init__(self.scale.shape, validate_args=validate_args)

    @property
    def mode(self):
        shape = self.concentration
        return self.scale * ((shape - 1) / shape) ** shape.reciprocal()

    @property
    def mean(self):
        return self.scale * lgamma(1 + self.concentration.reciprocal()).exp()

    @property
    def variance(self):
        part = self.concentration.reciprocal()
        return self.scale.pow(2) * (lgamma(1 + 2 * part).exp() - (2 * lgamma(1 + part)).exp())

    def rsample(self, sample_shape=()):
        """Draws in a way that parameters get gradients through."""
        return self.scale * exponential_draws(self._extended_shape(sample_shape), self.scale) ** self.concentration.reciprocal()

    def log_prob(self, value):
        """The logarithm of the density of values."""
        self._check(value)
        ratio, shape = value / self.scale, self.concentration
        return (shape / self.scale).log() + (shape - 1) * ratio.log() - ratio**shape

    def entropy(self):
        """The expected negative logarithm of the density."""
        part = self.concentration.reciprocal()
        return _EULER * (1 - part) + (self.scale * part).log() + 1


class Pareto(Distribution):
    """Much in few hands: above `scale`, with a power `alpha`."""

    has_rsample = True
    arg_constraints = {"alpha": constraints.positive, "scale": constraints.positive}

    def __init__(self, scale, alpha, validate_args=None):
        self.scale, self.alpha = broadcast_all(scale, alpha)
        super().__init__(self.scale.shape, validate_args=validate_args)

    @constraints.dependent_property(is_discrete=False, event_dim=0)
    def support(self):
        return constraints.greater_than_eq(self.scale)

    mode = property(lambda self: self.scale)

    @property
    def mean(self):
        alpha = self.alpha.clamp(min=1)
        return alpha * self.scale / (alpha - 1)

    @property
    def variance(self):
        alpha = self.alpha.clamp(min=2)
        return self.scale.pow(2) * alpha / ((alpha - 1).pow(2) * (alpha - 2))

    def rsample(self, sample_shape=()):
        """Draws in a way that parameters get gradients through."""
        return self.scale * (exponential_draws(self._extended_shape(sample_shape), self.scale) / self.alpha).exp()

    def log_prob(self, value):
        """The logarithm of the density of values."""
        self._check(value)
        return self.alpha.log() + self.alpha * self.scale.log() - (self.alpha + 1) * value.log()

    def entropy(self):
        return (self.scale / self.alpha).log() + (1 + self.alpha.reciprocal())
