"""Distributions of counts: of successes, of tries, of outcomes.

`Bernoulli`, `Categorical` and `Poisson` are `_common`'s. Start reading at `Binomial`.
"""

import math

import _torch
from _scalars import INTS
from torch._gamma import lgamma
from torch._modes import no_grad
from torch._more_draws import binomial, poisson
from torch.distributions import constraints
from torch.distributions._base import Distribution
from torch.distributions._common import Bernoulli, Categorical, _OfChances, one_of
from torch.distributions._positive import Gamma
from torch.distributions.utils import broadcast_all


class Binomial(_OfChances):
    """How many of `total_count` tries succeed."""

    arg_constraints = {
        "total_count": constraints.nonnegative_integer, "probs": constraints.unit_interval, "logits": constraints.real,
    }
    has_enumerate_support = True

    def __init__(self, total_count=1, probs=None, logits=None, validate_args=None):
        given = self._take(probs, logits)
        self.total_count, given = broadcast_all(total_count, given)
        self.__dict__["logits" if probs is None else "probs"] = given
        super().__init__(given.shape, validate_args=validate_args)

    mean = property(lambda self: self.total_count * self.probs)
    mode = property(lambda self: ((self.total_count + 1) * self.probs).floor().clamp(max=self.total_count))
    variance = property(lambda self: self.total_count * self.probs * (1 - self.probs))

    @constraints.dependent_property(is_discrete=True, event_dim=0)
    def support(self):
        return constraints.integer_interval(0, self.total_count)

    def sample(self, sample_shape=()):
        """Draws without a gradient."""
        shape = self._extended_shape(sample_shape)
        return binomial(self.total_count.expand(shape), self.probs.detach().expand(shape))

    def log_prob(self, value):
        """The logarithm of the probability of values."""
        self._check(value)
        count = self.total_count
        ways = lgamma(count + 1) - lgamma(value + 1) - lgamma(count - value + 1)
        return ways + value * self.logits - count * _softplus(self.logits)

    @property
    def _listed(self):
        most = int(self.total_count.max())
        if not bool((self.total_count == most).all()):
            raise NotImplementedError("Inhomogeneous total count not supported by `enumerate_support`.")
        return most + 1

    def entropy(self):
        """The expected negative logarithm of the probability, over all counts."""
        logarithms = self.log_prob(self.enumerate_support(False))
        return -(logarithms.exp() * logarithms).sum(0)


def _softplus(x):
    return x.clamp(min=0) + (-x.abs()).exp().log1p()


class Geometric(_OfChances):
    """How many tries fail before one succeeds."""

    arg_constraints = {"probs": constraints.unit_interval, "logits": constraints.real}
    support = constraints.nonnegative_integer

    def __init__(self, probs=None, logits=None, validate_args=None):
        super().__init__(self._take(probs, logits).shape, validate_args=validate_args)

    mean = property(lambda self: 1.0 / self.probs - 1.0)
    mode = property(lambda self: _torch.zeros_like(self.probs))
    variance = property(lambda self: (1.0 / self.probs - 1.0) / self.probs)

    def sample(self, sample_shape=()):
        """Draws without a gradient."""
        with no_grad():
            u = _torch.rand(self._extended_shape(sample_shape), dtype=self.probs.dtype)
            u = u.clamp(min=_torch._dtype_limits(u.dtype)["smallest_normal"])
            return (u.log() / (-self.probs).log1p()).floor()

    def log_prob(self, value):
        """The logarithm of the probability of values."""
        self._check(value)
        chances = _torch.where((self.probs == 1) & (value == 0), 0.0, self.probs)
        return value * (-chances).log1p() + self.probs.log()

    def entropy(self):
        return Bernoulli(logits=self.logits).entropy() / self.probs


class NegativeBinomial(_OfChances):
    """How many tries succeed before `total_count` fail."""

    arg_constraints = {
        "total_count": constraints.greater_than_eq(0), "probs": constraints.half_open_interval(0.0, 1.0),
        "logits": constraints.real,
    }
    support = constraints.nonnegative_integer

    def __init__(self, total_count, probs=None, logits=None, validate_args=None):
        self.total_count, given = broadcast_all(total_count, self._take(probs, logits))
        self.__dict__["logits" if probs is None else "probs"] = given
        super().__init__(given.shape, validate_args=validate_args)

    mean = property(lambda self: self.total_count * self.logits.exp())
    mode = property(lambda self: ((self.total_count - 1) * self.logits.exp()).floor().clamp(min=0.0))
    variance = property(lambda self: self.mean / (-self.logits).sigmoid())

    def sample(self, sample_shape=()):
        """Draws without a gradient."""
        with no_grad():
            return poisson(Gamma(self.total_count, (-self.logits).exp(), validate_args=False).sample(sample_shape))

    def log_prob(self, value):
        """The logarithm of the probability of values."""
        self._check(value)
        count = self.total_count
        apart = -count * _softplus(self.logits) - value * _softplus(-self.logits)
        ways = -lgamma(count + value) + lgamma(1.0 + value) + lgamma(count)
        return apart - _torch.where(count + value == 0.0, 0.0, ways)


class Multinomial(Distribution):
    """How often each of several outcomes comes in `total_count` tries."""

    arg_constraints = Categorical.arg_constraints

    def __init__(self, total_count=1, probs=None, logits=None, validate_args=None):
        if not isinstance(total_count, INTS):
            raise NotImplementedError("inhomogeneous total_count is not supported")
        self.total_count, self._categorical = total_count, Categorical(probs, logits, validate_args)
        super().__init__(self._categorical.batch_shape, self.probs.shape[-1:], validate_args)

    probs = property(lambda self: self._categorical.probs)
    logits = property(lambda self: self._categorical.logits)
    param_shape = property(lambda self: self._categorical.param_shape)
    mean = property(lambda self: self.probs * self.total_count)
    variance = property(lambda self: self.total_count * self.probs * (1 - self.probs))

    @constraints.dependent_property(is_discrete=True, event_dim=1)
    def support(self):
        return constraints.multinomial(self.total_count)

    def entropy(self):
        """The expected negative logarithm of the probability: of each outcome's count alone, and how many orders give it."""
        count = self.total_count
        binomials = Binomial(count, self.probs).log_prob
        values = _torch.arange(1, count + 1, dtype=self.probs.dtype).reshape(-1, *(1,) * self.probs.dim())
        orders = (binomials(values).exp() * lgamma(values + 1)).sum((0, -1))
        return count * self._categorical.entropy() - math.lgamma(count + 1) + orders

    def sample(self, sample_shape=()):
        """Draws without a gradient."""
        drawn = self._categorical.sample((self.total_count, *sample_shape))
        moved = drawn.movedim(0, -1)
        counts = _torch.zeros(self._extended_shape(sample_shape), dtype=self.probs.dtype)
        return counts.scatter_add(-1, moved, _torch.ones(moved.shape, dtype=counts.dtype))

    def log_prob(self, value):
        """The logarithm of the probability of counts."""
        self._check(value)
        logits, value = _torch.broadcast_tensors(self.logits, value)
        logits = _torch.where((value == 0) & (logits == -math.inf), 0.0, logits)
        return lgamma(value.sum(-1) + 1) - lgamma(value + 1).sum(-1) + (logits * value).sum(-1)

    def __repr__(self):
        return "Multinomial()"


class OneHotCategorical(Distribution):
    """One of several outcomes, as a vector with one 1."""

    arg_constraints, support = Categorical.arg_constraints, constraints.one_hot

    def __init__(self, probs=None, logits=None, validate_args=None):
        self._categorical = Categorical(probs, logits, validate_args)
        super().__init__(self._categorical.batch_shape, self.probs.shape[-1:], validate_args)

    probs = property(lambda self: self._categorical.probs)
    logits = property(lambda self: self._categorical.logits)
    param_shape = property(lambda self: self._categorical.param_shape)
    mean = property(lambda self: self.probs)
    mode = property(lambda self: one_of(self.probs))
    variance = property(lambda self: self.probs * (1 - self.probs))
    has_enumerate_support = True

    def enumerate_support(self, expand=True):
        """All vectors with one 1."""
        count, batch = self.event_shape[0], self.batch_shape
        values = _torch.eye(count, dtype=self.probs.dtype).reshape(count, *(1,) * len(batch), count)
        return values.expand(-1, *batch, -1) if expand else values

    def sample(self, sample_shape=()):
        """Draws without a gradient."""
        drawn = self._categorical.sample(sample_shape)
        return _torch.zeros(self._extended_shape(sample_shape), dtype=self.probs.dtype).scatter(-1, drawn.unsqueeze(-1), 1.0)

    def log_prob(self, value):
        """The logarithm of the probability of vectors."""
        self._check(value)
        return self._categorical.log_prob(value.argmax(-1))

    def entropy(self):
        return self._categorical.entropy()

    def __repr__(self):
        return "OneHotCategorical()"


class MixtureSameFamily(Distribution):
    """One of several distributions of a kind, chosen by a `Categorical`."""

    arg_constraints = {}

    def __init__(self, mixture_distribution, component_distribution, validate_args=None):
        if not isinstance(mixture_distribution, Categorical):
            raise ValueError(" The Mixture distribution needs to be an  instance of torch.distributions.Categorical")
        if not isinstance(component_distribution, Distribution):
            raise ValueError("The Component distribution needs to be an instance of torch.distributions.Distribution")
        self.mixture_distribution, self.component_distribution = mixture_distribution, component_distribution
        if mixture_distribution.logits.size(-1) != component_distribution.batch_shape[-1]:
            raise ValueError(
                f"`mixture_distribution component` ({mixture_distribution.logits.size(-1)}) does not equal "
                f"`component_distribution.batch_shape[-1]` ({component_distribution.batch_shape[-1]})"
            )
        super().__init__(component_distribution.batch_shape[:-1], component_distribution.event_shape, validate_args)

    @constraints.dependent_property
    def support(self):
        return constraints.MixtureSameFamilyConstraint(self.component_distribution.support)

    def _chances(self):
        probs = self.mixture_distribution.probs
        return probs.reshape(*probs.shape, *[1] * len(self._event_shape))

    @property
    def mean(self):
        return (self._chances() * self.component_distribution.mean).sum(-1 - len(self._event_shape))

    @property
    def variance(self):
        dim, chances = -1 - len(self._event_shape), self._chances()
        inside = (chances * self.component_distribution.variance).sum(dim)
        away = self.component_distribution.mean - self.mean.unsqueeze(dim)
        return inside + (chances * away.pow(2.0)).sum(dim)

    def sample(self, sample_shape=()):
        """Draws without a gradient."""
        with no_grad():
            events = len(self._event_shape)
            chosen = self.mixture_distribution.sample(sample_shape)
            drawn = self.component_distribution.sample(sample_shape)
            dim = drawn.dim() - 1 - events
            index = chosen.reshape(*chosen.shape, *[1] * (events + 1))
            shape = list(drawn.shape)
            shape[dim] = 1
            return drawn.gather(dim, index.expand(shape)).squeeze(dim)

    def log_prob(self, value):
        """The logarithm of the density of values."""
        parts = self.component_distribution.log_prob(value.unsqueeze(-1 - len(self._event_shape)))
        return (parts + self.mixture_distribution.logits.log_softmax(-1)).logsumexp(-1)

    def __repr__(self):
        return f"MixtureSameFamily(\n  {self.mixture_distribution!r},\n  {self.component_distribution!r})"
