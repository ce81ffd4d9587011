"""The distributions that most programs use.

Others are in the files beside this one; what all have is `_base`'s. Start reading at `Normal`.
"""

import math

import _torch
from torch._gamma import lgamma
from torch._modes import no_grad
from torch.distributions import constraints
from torch.distributions._base import Distribution
from torch.distributions._families import ExponentialFamily
from torch.distributions.utils import broadcast_all, lazy_property, logits_to_probs, probs_to_logits


class Normal(ExponentialFamily):
    """The normal distribution with mean `loc` and deviation `scale`."""

    has_rsample = True
    arg_constraints = {"loc": constraints.real, "scale": constraints.positive}
    support = constraints.real

    def __init__(self, loc, scale, validate_args=None):
        self.loc, self.scale = broadcast_all(loc, scale)
        super().__init__(self.loc.shape, validate_args=validate_args)

    mean = mode = property(lambda self: self.loc)
    stddev = property(lambda self: self.scale)
    variance = property(lambda self: self.scale**2)

    def sample(self, sample_shape=()):
        """Draws without a gradient."""
        shape = self._extended_shape(sample_shape)
        with no_grad():
            return _torch.normal(self.loc.expand(shape), self.scale.expand(shape))

    def rsample(self, sample_shape=()):
        """Draws in a way that parameters get gradients through."""
        shape = self._extended_shape(sample_shape)
        return (
            self.loc
            + _torch.normal(_torch.zeros(shape, dtype=self.loc.dtype), _torch.ones(shape, dtype=self.loc.dtype))
            * self.scale
        )

    def log_prob(self, value):
        """The logarithm of the density of values."""
        self._check(value)
        return -((value - self.loc) ** 2) / (2 * self.variance) - self.scale.log() - math.log(math.sqrt(2 * math.pi))

    def cdf(self, value):
        """The probability of less."""
        self._check(value)
        return 0.5 * (1 + ((value - self.loc) * self.scale.reciprocal() / math.sqrt(2)).erf())

    def entropy(self):
        return 0.5 + 0.5 * math.log(2 * math.pi) + self.scale.log()


class Uniform(Distribution):
    """Every value from `low` to `high` as likely as any other."""

    has_rsample = True

    def __init__(self, low, high, validate_args=None):
        self.low, self.high = broadcast_all(low, high)
        super().__init__(self.low.shape, validate_args=validate_args)

    @property
    def arg_constraints(self):
        return {"low": constraints.less_than(self.high), "high": constraints.greater_than(self.low)}

    @constraints.dependent_property(is_discrete=False, event_dim=0)
    def support(self):
        return constraints.interval(self.low, self.high)

    mean = property(lambda self: (self.high + self.low) / 2)
    mode = property(lambda self: _torch.full_like(self.high, math.nan))
    variance = property(lambda self: (self.high - self.low) ** 2 / 12)

    def rsample(self, sample_shape=()):
        """Draws in a way that parameters get gradients through."""
        return self.low + _torch.rand(self._extended_shape(sample_shape), dtype=self.low.dtype) * (self.high - self.low)

    def log_prob(self, value):
        """The logarithm of the density of values."""
        self._check(value)
        inside = ((self.low <= value) & (self.high > value)).to(self.low.dtype)
        return inside.log() - (self.high - self.low).log()

    def cdf(self, value):
        """The probability of less."""
        self._check(value)
        return ((value - self.low) / (self.high - self.low)).clamp(0, 1)

    def entropy(self):
        return (self.high - self.low).log()


class Exponential(ExponentialFamily):
    """The time to the next event, of which there are `rate` in a unit of time."""

    has_rsample = True
    arg_constraints = {"rate": constraints.positive}
    support = constraints.nonnegative

    def __init__(self, rate, validate_args=None):
        (self.rate,) = broadcast_all(rate)
        super().__init__(self.rate.shape, validate_args=validate_args)

    mean = stddev = property(lambda self: self.rate.reciprocal())
    mode = property(lambda self: _torch.zeros_like(self.rate))
    variance = property(lambda self: self.rate.pow(-2))

    def rsample(self, sample_shape=()):
        """Draws in a way that parameters get gradients through."""
        return _torch.empty(self._extended_shape(sample_shape), dtype=self.rate.dtype).exponential_() / self.rate

    def log_prob(self, value):
        """The logarithm of the density of values."""
        self._check(value)
        return self.rate.log() - self.rate * value

    def cdf(self, value):
        """The probability of less."""
        self._check(value)
        return 1 - (-self.rate * value).exp()

    def entropy(self):
        return 1.0 - self.rate.log()


class Poisson(ExponentialFamily):
    """How many events happen where `rate` are expected."""

    arg_constraints = {"rate": constraints.nonnegative}
    support = constraints.nonnegative_integer

    def __init__(self, rate, validate_args=None):
        (self.rate,) = broadcast_all(rate)
        super().__init__(self.rate.shape, validate_args=validate_args)

    mean = variance = property(lambda self: self.rate)
    mode = property(lambda self: self.rate.floor())

    def sample(self, sample_shape=()):
        """Draws without a gradient."""
        from torch._more_draws import poisson

        return poisson(self.rate.detach().expand(self._extended_shape(sample_shape)))

    def log_prob(self, value):
        """The logarithm of the probability of values."""
        self._check(value)
        factorials = lgamma(value + 1)
        weighted = _torch.where(value == 0, 0.0, value * self.rate.log())
        return weighted - self.rate - factorials


class _OfChances(Distribution):
    """What is given by `probs` or by their logits, of which the other follows."""

    # Whether there is one chance, or one for each of several outcomes.
    _is_binary = True

    def _take(self, probs, logits):
        if (probs is None) == (logits is None):
            raise ValueError("Either `probs` or `logits` must be specified, but not both.")
        (given,) = broadcast_all(logits if probs is None else probs)
        self.__dict__["logits" if probs is None else "probs"] = given
        return given

    @property
    def param_shape(self):
        """The shape of what was given."""
        return self.__dict__.get("probs", self.__dict__.get("logits")).shape

    @lazy_property
    def probs(self):
        return logits_to_probs(self.logits, self._is_binary)

    @lazy_property
    def logits(self):
        return probs_to_logits(self.probs, self._is_binary)


class Bernoulli(_OfChances, ExponentialFamily):
    """1 with a probability, else 0."""

    arg_constraints = {"probs": constraints.unit_interval, "logits": constraints.real}
    support = constraints.boolean
    has_enumerate_support, _listed = True, 2

    def __init__(self, probs=None, logits=None, validate_args=None):
        super().__init__(self._take(probs, logits).shape, validate_args=validate_args)

    mean = property(lambda self: self.probs)
    variance = property(lambda self: self.probs * (1 - self.probs))

    @property
    def mode(self):
        """1 where it is the likelier, nan where both are as likely."""
        return (self.probs >= 0.5).to(self.probs).masked_fill(self.probs == 0.5, math.nan)

    def sample(self, sample_shape=()):
        """Draws without a gradient."""
        with no_grad():
            return _torch.bernoulli(self.probs.expand(self._extended_shape(sample_shape)))

    def log_prob(self, value):
        """The logarithm of the probability of values."""
        self._check(value)
        logits, value = _torch.broadcast_tensors(self.logits, value)
        return -_torch._functional["binary_cross_entropy_with_logits"](logits, value, reduction="none")

    def entropy(self):
        return _torch._functional["binary_cross_entropy_with_logits"](self.logits, self.probs, reduction="none")


class Categorical(_OfChances):
    """One of several numbers, from 0 on, each with its probability."""

    arg_constraints = {"probs": constraints.simplex, "logits": constraints.real_vector}
    has_enumerate_support, _listed, _is_binary = True, property(lambda self: self._count), False

    def __init__(self, probs=None, logits=None, validate_args=None):
        given = self._take(probs, logits)
        if given.dim() < 1:
            raise ValueError(f"`{'logits' if probs is None else 'probs'}` parameter must be at least one-dimensional.")
        if probs is None:
            self.__dict__["logits"] = given - given.logsumexp(-1, keepdim=True)
        else:
            self.__dict__["probs"] = given / given.sum(-1, keepdim=True)
        self._count = given.size(-1)
        super().__init__(given.shape[:-1], validate_args=validate_args)

    @constraints.dependent_property(is_discrete=True, event_dim=0)
    def support(self):
        return constraints.integer_interval(0, self._count - 1)

    # Numbers that are names have no mean.
    mean = variance = property(lambda self: self.probs.new_full(self._batch_shape, math.nan))
    mode = property(lambda self: self.probs.argmax(-1))

    def sample(self, sample_shape=()):
        """Draws without a gradient."""
        count = math.prod(sample_shape)
        with no_grad():
            drawn = _torch.multinomial(self.probs.reshape(-1, self._count), count, True)
        return drawn.t().reshape(self._extended_shape(sample_shape))

    def log_prob(self, value):
        """The logarithm of the probability of values."""
        self._check(value)
        value, logits = _torch.broadcast_tensors(value.long().unsqueeze(-1), self.logits)
        return logits.gather(-1, value[..., :1]).squeeze(-1)

    def entropy(self):
        lowest = _torch._dtype_limits(self.logits.dtype)["min"]
        return -(self.logits.clamp(min=lowest) * self.probs).sum(-1)


def one_of(shares):
    """1 at the largest of them, else 0."""
    return _torch._functional["one_hot"](shares.argmax(-1), shares.size(-1)).to(shares)


class MultivariateNormal(Distribution):
    """Normal vectors with a mean and a covariance, or the lower triangle whose square that is."""

    has_rsample = True
    arg_constraints = {
        "loc": constraints.real_vector, "covariance_matrix": constraints.positive_definite,
        "precision_matrix": constraints.positive_definite, "scale_tril": constraints.lower_cholesky,
    }
    support = constraints.real_vector

    def __init__(self, loc, covariance_matrix=None, precision_matrix=None, scale_tril=None, validate_args=None):
        given = [each is not None for each in (covariance_matrix, precision_matrix, scale_tril)]
        if sum(given) != 1:
            raise ValueError("Exactly one of covariance_matrix or precision_matrix or scale_tril may be specified.")
        name, matrix = next(
            (name, each)
            for name, each in (
                ("covariance_matrix", covariance_matrix), ("precision_matrix", precision_matrix), ("scale_tril", scale_tril)
            )
            if each is not None
        )
        if loc.dim() < 1:
            raise ValueError("loc must be at least one-dimensional.")
        if matrix.dim() < 2:
            raise ValueError(f"{name} must be at least two-dimensional, with optional leading batch dimensions")
        batch = _torch.broadcast_tensors(matrix[..., 0], loc)[0].shape[:-1]
        self.loc = loc.expand(*batch, loc.size(-1))
        self.__dict__[name] = matrix.expand(*batch, *matrix.shape[-2:])
        super().__init__(batch, loc.shape[-1:], validate_args)
        self._tril = scale_tril if scale_tril is not None else _torch._linalg["cholesky"](self.covariance_matrix)

    @lazy_property
    def scale_tril(self):
        return self._tril.expand(*self._batch_shape, *self._event_shape, *self._event_shape)

    @lazy_property
    def covariance_matrix(self):
        """The covariance: of what was given in its place."""
        if "precision_matrix" in self.__dict__:
            return _torch._linalg["inv"](self.precision_matrix)
        return (self._tril @ self._tril.mT).expand(*self._batch_shape, *self._event_shape, *self._event_shape)

    @lazy_property
    def precision_matrix(self):
        found = _torch._linalg["inv"](self._tril)
        return (found.mT @ found).expand(*self._batch_shape, *self._event_shape, *self._event_shape)

    mean = mode = property(lambda self: self.loc)
    variance = property(lambda self: (self._tril**2).sum(-1).expand(self._extended_shape(())))

    def rsample(self, sample_shape=()):
        """Draws in a way that parameters get gradients through."""
        shape = self._extended_shape(sample_shape)
        noise = _torch.normal(_torch.zeros(shape, dtype=self.loc.dtype), _torch.ones(shape, dtype=self.loc.dtype))
        return self.loc + (self._tril @ noise.unsqueeze(-1)).squeeze(-1)

    def _half_log_det(self):
        return _torch.diagonal(self._tril, 0, -2, -1).log().sum(-1)

    def log_prob(self, value):
        """The logarithm of the density of values."""
        self._check(value)
        apart = (value - self.loc).unsqueeze(-1)
        turned = (_torch._linalg["inv"](self._tril) @ apart).squeeze(-1)
        size = self._event_shape[0]
        return -0.5 * (size * math.log(2 * math.pi) + (turned**2).sum(-1)) - self._half_log_det()

    def entropy(self):
        return 0.5 * self._event_shape[0] * (1.0 + math.log(2 * math.pi)) + self._half_log_det()


class Independent(Distribution):
    """The last dimensions of a batch as parts of one event."""

    arg_constraints = {}

    def __init__(self, base_distribution, reinterpreted_batch_ndims, validate_args=None):
        self.base_dist = base_distribution
        self.reinterpreted_batch_ndims = count = reinterpreted_batch_ndims
        shape = base_distribution.batch_shape
        if count > len(shape):
            raise ValueError(
                "Expected reinterpreted_batch_ndims <= len(base_distribution.batch_shape), actual "
                f"{count} vs {len(shape)}"
            )
        split = len(shape) - count
        super().__init__(shape[:split], (*shape[split:], *base_distribution.event_shape), validate_args)

    @constraints.dependent_property
    def support(self):
        found = self.base_dist.support
        count = self.reinterpreted_batch_ndims
        return constraints.independent(found, count) if count else found

    has_rsample = property(lambda self: self.base_dist.has_rsample)
    mean = property(lambda self: self.base_dist.mean)
    mode = property(lambda self: self.base_dist.mode)
    variance = property(lambda self: self.base_dist.variance)

    def sample(self, sample_shape=()):
        return self.base_dist.sample(sample_shape)

    def rsample(self, sample_shape=()):
        return self.base_dist.rsample(sample_shape)

    def _summed(self, values):
        count = self.reinterpreted_batch_ndims
        return values.sum(tuple(range(-count, 0))) if count else values

    def log_prob(self, value):
        return self._summed(self.base_dist.log_prob(value))

    def entropy(self):
        return self._summed(self.base_dist.entropy())

    def __repr__(self):
        return f"Independent({self.base_dist!r}, {self.reinterpreted_batch_ndims})"
