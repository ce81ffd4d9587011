"""Distributions of real numbers besides the normal one: Laplace, Cauchy, Gumbel, Student's t, and normals' exponentials.

Start reading anywhere: each stands alone.
"""

import math

import _torch
from torch._gamma import digamma, lgamma
from torch._modes import no_grad
from torch._more_draws import cauchy
from torch.distributions import constraints
from torch.distributions._base import Distribution
from torch.distributions._common import Normal
from torch.distributions._positive import Chi2
from torch.distributions.utils import broadcast_all


class _Located(Distribution):
    """What has a place and a scale."""

    has_rsample = True
    arg_constraints = {"loc": constraints.real, "scale": constraints.positive}
    support = constraints.real

    def __init__(self, loc, scale, validate_args=None):
        self.loc, self.scale = broadcast_all(loc, scale)
        super().__init__(self.loc.shape, validate_args=validate_args)


class Laplace(_Located):
    """Exponential to both sides."""

    mean = mode = property(lambda self: self.loc)
    variance = property(lambda self: 2 * self.scale.pow(2))
    stddev = property(lambda self: 2**0.5 * self.scale)

    def rsample(self, sample_shape=()):
        """Draws in a way that parameters get gradients through."""
        eps = _torch._dtype_limits(self.loc.dtype)["eps"]
        with no_grad():
            u = _torch.empty(self._extended_shape(sample_shape), dtype=self.loc.dtype).uniform_(eps - 1, 1)
        return self.loc - self.scale * u.sign() * (-u.abs()).log1p()

    def log_prob(self, value):
        """The logarithm of the density of values."""
        self._check(value)
        return -(2 * self.scale).log() - (value - self.loc).abs() / self.scale

    def cdf(self, value):
        """The probability of less."""
        away = value - self.loc
        return 0.5 - 0.5 * away.sign() * (-away.abs() / self.scale).expm1()

    def entropy(self):
        return 1 + (2 * self.scale).log()


class Cauchy(_Located):
    """A normal divided by another, moved and stretched."""

    mode = property(lambda self: self.loc)
    mean = property(lambda self: _torch.full_like(self.loc, math.nan))
    variance = property(lambda self: _torch.full_like(self.loc, math.inf))

    def rsample(self, sample_shape=()):
        """Draws in a way that parameters get gradients through."""
        return self.loc + cauchy(_torch.empty(self._extended_shape(sample_shape), dtype=self.loc.dtype)) * self.scale

    def log_prob(self, value):
        """The logarithm of the density of values."""
        self._check(value)
        return -math.log(math.pi) - self.scale.log() - (((value - self.loc) / self.scale) ** 2).log1p()

    def cdf(self, value):
        """The probability of less."""
        return _torch.atan((value - self.loc) / self.scale) / math.pi + 0.5

    def entropy(self):
        return math.log(4 * math.pi) + self.scale.log()


class Gumbel(_Located):
    """What the largest of many is like."""

    mean = property(lambda self: self.loc + self.scale * 0.57721566490153286060)
    mode = property(lambda self: self.loc)
    stddev = property(lambda self: (math.pi / math.sqrt(6)) * self.scale)
    variance = property(lambda self: self.stddev.pow(2))

    def rsample(self, sample_shape=()):
        """Draws in a way that parameters get gradients through."""
        limits = _torch._dtype_limits(self.loc.dtype)
        low, high = limits["smallest_normal"], 1 - limits["eps"]
        u = low + _torch.rand(self._extended_shape(sample_shape), dtype=self.loc.dtype) * (high - low)
        return self.loc - self.scale * (-u.log()).log()

    def log_prob(self, value):
        """The logarithm of the density of values."""
        self._check(value)
        y = (self.loc - value) / self.scale
        return (y - y.exp()) - self.scale.log()

    def entropy(self):
        return self.scale.log() + (1 + 0.57721566490153286060)


class LogNormal(_Located):
    """What has a normal logarithm."""

    support, _is_silent = constraints.positive, True

    @property
    def base_dist(self):
        return Normal(self.loc, self.scale, validate_args=False)

    mean = property(lambda self: (self.loc + self.scale.pow(2) / 2).exp())
    mode = property(lambda self: (self.loc - self.scale.square()).exp())

    @property
    def variance(self):
        square = self.scale.pow(2)
        return square.expm1() * (2 * self.loc + square).exp()

    def rsample(self, sample_shape=()):
        """Draws in a way that parameters get gradients through."""
        return self.base_dist.rsample(sample_shape).exp()

    def sample(self, sample_shape=()):
        """Draws without a gradient."""
        return self.base_dist.sample(sample_shape).exp()

    def log_prob(self, value):
        """The logarithm of the density of values."""
        self._check(value)
        return self.base_dist.log_prob(value.log()) - value.log()

    def cdf(self, value):
        """The probability of less."""
        return self.base_dist.cdf(value.log())

    def entropy(self):
        return self.base_dist.entropy() + self.loc


class StudentT(Distribution):
    """Student's t."""

    has_rsample = True
    arg_constraints = {"df": constraints.positive, "loc": constraints.real, "scale": constraints.positive}
    support = constraints.real

    def __init__(self, df, loc=0.0, scale=1.0, validate_args=None):
        self.df, self.loc, self.scale = broadcast_all(df, loc, scale)
        self._chi2 = Chi2(self.df, validate_args=False)
        super().__init__(self.df.shape, validate_args=validate_args)

    mean = property(lambda self: _torch.where(self.df <= 1, math.nan, self.loc))
    mode = property(lambda self: self.loc)

    @property
    def variance(self):
        known = self.scale.pow(2) * self.df / (self.df - 2)
        return _torch.where(self.df > 2, known, _torch.where(self.df > 1, math.inf, math.nan))

    def rsample(self, sample_shape=()):
        """Draws in a way that parameters get gradients through."""
        shape = self._extended_shape(sample_shape)
        normals = _torch.normal(_torch.zeros(shape, dtype=self.df.dtype), _torch.ones(shape, dtype=self.df.dtype))
        return self.loc + self.scale * normals * (self._chi2.rsample(sample_shape) / self.df).rsqrt()

    def log_prob(self, value):
        """The logarithm of the density of values."""
        self._check(value)
        y = (value - self.loc) / self.scale
        constant = self.scale.log() + 0.5 * self.df.log() + 0.5 * math.log(math.pi)
        constant = constant + lgamma(0.5 * self.df) - lgamma(0.5 * (self.df + 1.0))
        return -0.5 * (self.df + 1.0) * (y**2.0 / self.df).log1p() - constant

    def entropy(self):
        half, more = self.df / 2, (self.df + 1) / 2
        beta = lgamma(0.5 * self.df) + math.lgamma(0.5) - lgamma(more)
        return self.scale.log() + more * (digamma(more) - digamma(half)) + 0.5 * self.df.log() + beta
