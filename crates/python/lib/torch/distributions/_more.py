"""Distributions that few programs use: heavy tails, angles, shares given one after the other.

Not those of `_positive`, `_real` and `_counts`, nor those of matrices (`_matrices`). Start reading anywhere: each stands alone.
"""

import math

import _torch
from torch import _special
from torch._gamma import digamma, lgamma
from torch._more_shapes import diag_embed
from torch.distributions import constraints
from torch.distributions._base import Distribution
from torch.distributions._families import ExponentialFamily
from torch.distributions._common import MultivariateNormal, Normal, _OfChances
from torch.distributions._counts import OneHotCategorical
from torch.distributions._positive import _EULER, Gamma, HalfOf
from torch.distributions._real import Cauchy
from torch.distributions._more_transforms import StickBreakingTransform
from torch.distributions.utils import broadcast_all


class HalfCauchy(HalfOf):
    """How far Cauchy's numbers are from their middle."""

    _whole = Cauchy
    mean = property(lambda self: _torch.full_like(self.scale, math.inf))
    variance = property(lambda self: self.base_dist.variance)


class InverseGamma(Distribution):
    """One over gamma numbers."""

    has_rsample = _is_silent = True
    arg_constraints = {"concentration": constraints.positive, "rate": constraints.positive}
    support = constraints.positive

    def __init__(self, concentration, rate, validate_args=None):
        self.base_dist = Gamma(concentration, rate, validate_args)
        self.concentration, self.rate = self.base_dist.concentration, self.base_dist.rate
        super().__init__(self.rate.shape, validate_args=validate_args)

    mean = property(
        lambda self: _torch.where(self.concentration > 1, self.rate / (self.concentration - 1), math.inf)
    )
    mode = property(lambda self: self.rate / (self.concentration + 1))

    @property
    def variance(self):
        shape = self.concentration
        found = self.rate.square() / ((shape - 1).square() * (shape - 2))
        return _torch.where(shape > 2, found, math.inf)

    def rsample(self, sample_shape=()):
        """Draws in a way that parameters get gradients through."""
        return 1 / self.base_dist.rsample(sample_shape)

    def log_prob(self, value):
        """The logarithm of the density of values."""
        self._check(value)
        return self.base_dist.log_prob(1 / value) - 2 * value.log()

    def entropy(self):
        shape = self.concentration
        return shape + self.rate.log() + lgamma(shape) - (1 + shape) * digamma(shape)


class FisherSnedecor(Distribution):
    """How two variances of normals compare."""

    has_rsample = True
    arg_constraints = {"df1": constraints.positive, "df2": constraints.positive}
    support = constraints.positive

    def __init__(self, df1, df2, validate_args=None):
        self.df1, self.df2 = broadcast_all(df1, df2)
        self._above, self._below = Gamma(self.df1 * 0.5, self.df1), Gamma(self.df2 * 0.5, self.df2)
        super().__init__(self.df1.shape, validate_args=validate_args)

    mean = property(lambda self: _torch.where(self.df2 > 2, self.df2 / (self.df2 - 2), math.nan))
    mode = property(
        lambda self: _torch.where(self.df1 > 2, (self.df1 - 2) / self.df1 * self.df2 / (self.df2 + 2), math.nan)
    )

    @property
    def variance(self):
        above, below = self.df1, self.df2
        found = 2 * below.pow(2) * (above + below - 2) / (above * (below - 2).pow(2) * (below - 4))
        return _torch.where(below > 4, found, math.nan)

    def rsample(self, sample_shape=()):
        """Draws in a way that parameters get gradients through."""
        above, below = self._above.rsample(sample_shape), self._below.rsample(sample_shape)
        tiny = _torch._dtype_limits(below.dtype)["smallest_normal"]
        return (above / below.clamp(min=tiny)).clamp(min=tiny)

    def log_prob(self, value):
        """The logarithm of the density of values."""
        self._check(value)
        a, b, ratio = self.df1 * 0.5, self.df2 * 0.5, self.df1 / self.df2
        whole = lgamma(a + b) - lgamma(a) - lgamma(b)
        return whole + a * ratio.log() + (a - 1) * value.log() - (a + b) * (ratio * value).log1p()


class Kumaraswamy(Distribution):
    """Numbers between 0 and 1, much as beta's, but simpler."""

    has_rsample = True
    arg_constraints = {"concentration1": constraints.positive, "concentration0": constraints.positive}
    support = constraints.unit_interval

    def __init__(self, concentration1, concentration0, validate_args=None):
        self.concentration1, self.concentration0 = broadcast_all(concentration1, concentration0)
        super().__init__(self.concentration1.shape, validate_args=validate_args)

    def _moment(self, n):
        a, b = self.concentration1, self.concentration0
        return (b * (lgamma(1 + n / a) + lgamma(b) - lgamma(1 + n / a + b)).exp())

    mean = property(lambda self: self._moment(1))
    variance = property(lambda self: self._moment(2) - self._moment(1).pow(2))

    # What PyTorch's own formula gives, for all parameters.
    mode = property(lambda self: _torch.full_like(self.concentration1, math.nan))

    def rsample(self, sample_shape=()):
        """Draws in a way that parameters get gradients through."""
        chances = _torch.rand(self._extended_shape(sample_shape), dtype=self.concentration1.dtype)
        return (1 - chances ** (1 / self.concentration0)) ** (1 / self.concentration1)

    def log_prob(self, value):
        """The logarithm of the density of values."""
        self._check(value)
        a, b = self.concentration1, self.concentration0
        return a.log() + b.log() + (a - 1) * value.log() + (b - 1) * (-(value**a)).log1p()

    def entropy(self):
        a, b = self.concentration1, self.concentration0
        harmonic = digamma(b + 1) + _EULER
        return (1 - b.reciprocal()) + (1 - a.reciprocal()) * harmonic - a.log() - b.log()


class ContinuousBernoulli(_OfChances, ExponentialFamily):
    """Numbers between 0 and 1 that are near one of the two."""

    has_rsample = True
    arg_constraints = {"probs": constraints.unit_interval, "logits": constraints.real}
    support = constraints.unit_interval
    _near = (0.499, 0.501)

    def __init__(self, probs=None, logits=None, lims=(0.499, 0.501), validate_args=None):
        self._near = lims
        super().__init__(self._take(probs, logits).shape, validate_args=validate_args)

    def _apart(self):
        """Where the chance is not near a half, and chances with those near it replaced."""
        far = (self.probs <= self._near[0]) | (self.probs > self._near[1])
        return far, _torch.where(far, self.probs, self._near[0])

    def _log_norm(self):
        far, chances = self._apart()
        low, high = chances.clamp(max=0.5), chances.clamp(min=0.5)
        ratio = ((-chances).log1p() - chances.log()).abs().log()
        size = _torch.where(chances <= 0.5, (-2 * low).log1p(), (2 * high - 1).log())
        x = (self.probs - 0.5).pow(2)
        return _torch.where(far, ratio - size, math.log(2) + (4 / 3 + 104 / 45 * x) * x)

    @property
    def mean(self):
        far, chances = self._apart()
        found = chances / (2 * chances - 1) + 1 / ((-chances).log1p() - chances.log())
        x = self.probs - 0.5
        return _torch.where(far, found, 0.5 + (1 / 3 + 16 / 45 * x.pow(2)) * x)

    @property
    def variance(self):
        far, chances = self._apart()
        found = chances * (chances - 1) / (1 - 2 * chances).pow(2) + 1 / ((-chances).log1p() - chances.log()).pow(2)
        x = (self.probs - 0.5).pow(2)
        return _torch.where(far, found, 1 / 12 - (1 / 15 - 128 / 945 * x) * x)

    def rsample(self, sample_shape=()):
        """Draws in a way that parameters get gradients through."""
        return self.icdf(_torch.rand(self._extended_shape(sample_shape), dtype=self.probs.dtype))

    def icdf(self, value):
        """What is drawn at most, that likely."""
        far, chances = self._apart()
        above = (-chances + value * (2 * chances - 1)).log1p() - (-chances).log1p()
        return _torch.where(far, above / (chances.log() - (-chances).log1p()), value)

    def log_prob(self, value):
        """The logarithm of the density of values."""
        self._check(value)
        likely = value * self.logits - self.logits.clamp(min=0) - (-self.logits.abs()).exp().log1p()
        return likely + self._log_norm()

    def cdf(self, value):
        """The probability of less."""
        self._check(value)
        far, chances = self._apart()
        found = (chances.pow(value) * (1 - chances).pow(1 - value) + chances - 1) / (2 * chances - 1)
        inside = _torch.where(far, found, value)
        return _torch.where(value <= 0, 0.0, _torch.where(value >= 1, 1.0, inside))

    def entropy(self):
        none = (-self.probs).log1p()
        return self.mean * (none - self.probs.log()) - self._log_norm() - none


class VonMises(Distribution):
    """Angles around a middle."""

    arg_constraints = {"loc": constraints.real, "concentration": constraints.positive}
    support = constraints.real

    def __init__(self, loc, concentration, validate_args=None):
        self.loc, self.concentration = broadcast_all(loc, concentration)
        super().__init__(self.loc.shape, validate_args=validate_args)

    mean = mode = property(lambda self: self.loc)

    @property
    def variance(self):
        i0, i1 = (_special.NAMES[name](self.concentration) for name in ("i0e", "i1e"))
        return 1 - i1 / i0

    def log_prob(self, value):
        """The logarithm of the density of values."""
        self._check(value)
        scaled = _special.NAMES["i0e"](self.concentration)
        norm = scaled.log() + self.concentration
        return self.concentration * _torch.cos(value - self.loc) - math.log(2 * math.pi) - norm

    def sample(self, sample_shape=()):
        """Draws by Best and Fisher's method, all at once until the last is taken."""
        loc, kappa = self.loc.double(), self.concentration.double()
        tau = 1 + (1 + 4 * kappa**2).sqrt()
        rho = (tau - (2 * tau).sqrt()) / (2 * kappa)
        r = _torch.where(kappa < 1e-5, 1 / kappa + kappa, (1 + rho**2) / (2 * rho))
        shape = self._extended_shape(sample_shape)
        found, done = _torch.zeros(shape, dtype=_torch.float64), _torch.zeros(shape, dtype=_torch.bool)
        while not bool(done.all()):
            u1, u2, u3 = _torch.rand((3, *shape), dtype=_torch.float64).unbind()
            z = _torch.cos(math.pi * u1)
            f = (1 + r * z) / (r + z)
            c = kappa * (r - f)
            taken = (c * (2 - c) - u2 > 0) | ((c / u2).log() + 1 - c >= 0)
            # What is taken already may be taken anew, as in PyTorch, while others are not.
            found = _torch.where(taken, (u3 - 0.5).sign() * f.acos(), found)
            done = done | taken
        turned = _torch.remainder(found + math.pi + loc, 2 * math.pi) - math.pi
        return turned.to(self.loc.dtype)


class GeneralizedPareto(Distribution):
    """What exceeds a high bound."""

    has_rsample = True
    arg_constraints = {"loc": constraints.real, "scale": constraints.positive, "concentration": constraints.real}

    def __init__(self, loc, scale, concentration, validate_args=None):
        self.loc, self.scale, self.concentration = broadcast_all(loc, scale, concentration)
        super().__init__(self.loc.shape, validate_args=validate_args)

    @constraints.dependent_property(is_discrete=False, event_dim=0)
    def support(self):
        below = self.loc - self.scale / self.concentration
        return constraints.interval(self.loc, _torch.where(self.concentration < 0, below, math.inf))

    mode = property(lambda self: self.loc)

    @property
    def mean(self):
        k = self.concentration
        return _torch.where(k < 1, self.loc + self.scale / (1 - k), math.nan)

    @property
    def variance(self):
        k = self.concentration
        return _torch.where(k < 0.5, self.scale**2 / ((1 - k) ** 2 * (1 - 2 * k)), math.nan)

    def entropy(self):
        return self.scale.log() + self.concentration + 1

    def rsample(self, sample_shape=()):
        """Draws in a way that parameters get gradients through."""
        return self.icdf(_torch.rand(self._extended_shape(sample_shape), dtype=self.loc.dtype))

    def log_prob(self, value):
        """The logarithm of the density of values."""
        self._check(value)
        y, k = (value - self.loc) / self.scale, self.concentration
        safe = _torch.where(k == 0, 1.0, k)
        found = _torch.where(k == 0, -y, -(1 / safe + 1) * (safe * y).log1p())
        return found - self.scale.log()

    def cdf(self, value):
        """The probability of less."""
        y, k = (value - self.loc) / self.scale, self.concentration
        safe = _torch.where(k == 0, 1.0, k)
        return 1 - _torch.where(k == 0, (-y).exp(), (-(safe * y).log1p() / safe).exp())

    def icdf(self, value):
        """What is drawn at most, that likely."""
        k = self.concentration
        safe, rest = _torch.where(k == 0, 1.0, k), (-value).log1p()
        return self.loc + self.scale * _torch.where(k == 0, -rest, (-safe * rest).expm1() / safe)


class LogisticNormal(Distribution):
    """Shares that come of normals, one more than there are normals."""

    has_rsample = _is_silent = True
    arg_constraints, support = {"loc": constraints.real, "scale": constraints.positive}, constraints.simplex

    def __init__(self, loc, scale, validate_args=None):
        self._normal = Normal(loc, scale, validate_args)
        self.loc, self.scale = self._normal.loc, self._normal.scale
        if not self.loc.dim():
            self.loc, self.scale = self.loc.expand(1), self.scale.expand(1)
        self._breaking = StickBreakingTransform()
        super().__init__(self.loc.shape[:-1], (self.loc.size(-1) + 1,), validate_args)

    def rsample(self, sample_shape=()):
        """Draws in a way that parameters get gradients through."""
        return self._breaking(self._normal.rsample(sample_shape))

    def log_prob(self, value):
        """The logarithm of the density of shares."""
        before = self._breaking.inv(value)
        return self._normal.log_prob(before).sum(-1) - self._breaking.log_abs_det_jacobian(before, value)


class LowRankMultivariateNormal(Distribution):
    """Normal vectors whose covariance is a few directions and a diagonal."""

    has_rsample = True
    arg_constraints = {
        "loc": constraints.real_vector, "cov_factor": constraints.independent(constraints.real, 2),
        "cov_diag": constraints.independent(constraints.positive, 1),
    }
    support = constraints.real_vector

    def __init__(self, loc, cov_factor, cov_diag, validate_args=None):
        if loc.dim() < 1:
            raise ValueError("loc must be at least one-dimensional.")
        if cov_factor.dim() < 2:
            raise ValueError("cov_factor must be at least two-dimensional, with optional leading batch dimensions")
        if cov_factor.shape[-2:-1] != loc.shape[-1:]:
            raise ValueError(f"cov_factor must be a batch of matrices with shape {loc.shape[-1]} x m")
        if cov_diag.shape[-1:] != loc.shape[-1:]:
            raise ValueError(f"cov_diag must be a batch of vectors with shape {loc.shape[-1:]}")
        self.loc, self.cov_factor, self.cov_diag = loc, cov_factor, cov_diag
        self._whole = MultivariateNormal(loc, self.covariance_matrix, validate_args=False)
        super().__init__(self._whole.batch_shape, self._whole.event_shape, validate_args)

    scale_tril = property(lambda self: self._whole.scale_tril)
    precision_matrix = property(lambda self: self._whole.precision_matrix)
    mean = mode = property(lambda self: self.loc)
    covariance_matrix = property(lambda self: self.cov_factor @ self.cov_factor.mT + diag_embed(self.cov_diag))
    variance = property(lambda self: (self.cov_factor.pow(2).sum(-1) + self.cov_diag).expand(self._extended_shape(())))

    def rsample(self, sample_shape=()):
        """Draws in a way that parameters get gradients through."""
        shape = self._extended_shape(sample_shape)
        few = _torch.normal(_torch.zeros((*shape[:-1], self.cov_factor.size(-1))), 1.0)
        each = _torch.normal(_torch.zeros(shape), 1.0)
        return self.loc + (self.cov_factor @ few.unsqueeze(-1)).squeeze(-1) + self.cov_diag.sqrt() * each

    def log_prob(self, value):
        """The logarithm of the density of vectors."""
        self._check(value)
        return self._whole.log_prob(value)

    def entropy(self):
        return self._whole.entropy()


class OneHotCategoricalStraightThrough(OneHotCategorical):
    """One of several outcomes, whose gradient is that of the chances."""

    has_rsample = True

    def rsample(self, sample_shape=()):
        """Draws with the gradient of the chances."""
        return self.sample(sample_shape) + (self.probs - self.probs.detach())

    def __repr__(self):
        return "OneHotCategoricalStraightThrough()"
