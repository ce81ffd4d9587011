"""The base of distributions, and those that most programs use.

Others are in the files beside this one. Start reading at `Distribution`.
"""

import math

import _torch
from torch._gamma import lgamma
from torch._modes import no_grad
from torch.distributions._homes import home_of

def _tensors(*values):
    """Numbers and tensors as tensors of one shape."""
    if not all(isinstance(value, (_torch.Tensor, int, float)) or hasattr(value, "__float__") for value in values):
        raise ValueError(
            "Input arguments must all be instances of Number, torch.Tensor or objects implementing __torch_function__."
        )
    floats = [value if isinstance(value, _torch.Tensor) else _torch.tensor(float(value)) for value in values]
    # What has that shape already stays the tensor that it is.
    if all(each.shape == floats[0].shape for each in floats):
        return tuple(floats)
    return tuple(
        each if each.shape == wide.shape else wide for each, wide in zip(floats, _torch.broadcast_tensors(*floats))
    )


class Constraint:
    """What values of a parameter or of a draw hold, named as PyTorch names it."""

    def __init__(self, told, holds):
        self._told, self._holds = told, holds

    def check(self, value):
        """Where values hold it."""
        return self._holds(value)

    def __repr__(self):
        return self._told


class Distribution:
    """A subclass has `_parameters`, each name with its constraint and a test, and `_support`, the same of values."""

    has_rsample = has_enumerate_support = False
    _parameters = {}
    _support = None

    def __init_subclass__(cls):
        if cls.__module__.startswith("torch.distributions."):
            cls.__module__ = f"torch.distributions.{home_of(cls.__name__)}"

    def __init__(self, batch_shape=(), event_shape=(), validate_args=None):
        self._batch_shape, self._event_shape = _torch.Size(batch_shape), _torch.Size(event_shape)
        self._validates = validate_args is not False
        if not self._validates:
            return
        for name, (constraint, holds) in self._parameters.items():
            value = self.__dict__.get(name)
            if value is not None and not bool(holds(self, value).all()):
                constraint = constraint(self) if callable(constraint) else constraint
                raise ValueError(
                    f"Expected parameter {name} (Tensor of shape {tuple(value.shape)}) of distribution {self!r} to satisfy "
                    f"the constraint {constraint}, but found invalid values:\n{value}"
                )

    @property
    def batch_shape(self):
        return self._batch_shape

    @property
    def event_shape(self):
        return self._event_shape

    def _shape(self, sample_shape):
        return (*sample_shape, *self._batch_shape, *self._event_shape)

    def _check(self, value):
        if not isinstance(value, _torch.Tensor):
            raise ValueError("The value argument to log_prob must be a Tensor")
        if not self._validates or self._support is None:
            return
        constraint, holds = self._support
        if not bool(holds(self, value).all()):
            constraint = constraint(self) if callable(constraint) else constraint
            raise ValueError(
                f"Expected value argument (Tensor of shape {tuple(value.shape)}) to be within the support ({constraint}) of "
                f"the distribution {self!r}, but found invalid values:\n{value}"
            )

    def sample(self, sample_shape=()):
        """Draws without a gradient."""
        with no_grad():
            return self.rsample(sample_shape)

    def rsample(self, sample_shape=()):
        """Draws in a way that parameters get gradients through."""
        raise NotImplementedError

    def log_prob(self, value):
        """The logarithm of the probability (density) of values."""
        raise NotImplementedError

    @property
    def mean(self):
        raise NotImplementedError

    variance = mean

    @property
    def mode(self):
        raise NotImplementedError(f"{type(self)} does not implement mode")

    @property
    def stddev(self):
        return self.variance.sqrt()

    @property
    def support(self):
        """What can be drawn."""
        if self._support is None:
            raise NotImplementedError
        told, holds = self._support
        return Constraint(told(self) if callable(told) else told, lambda value: holds(self, value))

    @property
    def arg_constraints(self):
        """What parameters hold, by their names."""
        return {
            name: Constraint(told(self) if callable(told) else told, lambda value, holds=holds: holds(self, value))
            for name, (told, holds) in self._parameters.items()
        }

    def cdf(self, value):
        """How likely it is to draw no more than values."""
        from torch.distributions import _closed_forms

        return _closed_forms.share(self, value)

    def icdf(self, value):
        """What is drawn at most, that likely."""
        from torch.distributions import _closed_forms

        return _closed_forms.quantile(self, value)

    def entropy(self):
        raise NotImplementedError

    # How many numbers can be drawn, from 0 on; None where they are not to be listed.
    _listed = None

    def enumerate_support(self, expand=True):
        """All that can be drawn."""
        if self._listed is None:
            raise NotImplementedError
        from torch.distributions import _closed_forms

        return _closed_forms.listed(self, self._listed, expand)

    def expand(self, batch_shape, _instance=None):
        """The distribution for more in a batch."""
        made, shape = object.__new__(type(self)), tuple(batch_shape)
        made.__dict__.update(self.__dict__, _batch_shape=_torch.Size(shape))
        for name, value in self.__dict__.items():
            own = value.shape if isinstance(value, _torch.Tensor) else getattr(value, "batch_shape", None)
            count = len(self._batch_shape)
            if name != "temperature" and own is not None and own[:count] == self._batch_shape:
                made.__dict__[name] = value.expand((*shape, *own[count:]))
        return made

    def perplexity(self):
        """The exponential of the entropy."""
        return self.entropy().exp()

    # Some classes print no parameters in PyTorch.
    _is_silent = False

    def _told(self):
        if self._is_silent:
            return []
        return [name for name in self._parameters if name in self.__dict__]

    def __repr__(self):
        told = [
            f"{name}: {value if value.numel() == 1 else value.shape}"
            for name, value in ((name, self.__dict__[name]) for name in self._told())
        ]
        return f"{type(self).__name__}({', '.join(told)})"


_REAL = ("Real()", lambda self, value: value == value)
_POSITIVE = ("GreaterThan(lower_bound=0.0)", lambda self, value: value > 0)
_UNIT = ("Interval(lower_bound=0.0, upper_bound=1.0)", lambda self, value: (value >= 0) & (value <= 1))


class Normal(Distribution):
    """The normal distribution with mean `loc` and deviation `scale`."""

    has_rsample = True
    _parameters = {"loc": _REAL, "scale": _POSITIVE}
    _support = _REAL

    def __init__(self, loc, scale, validate_args=None):
        self.loc, self.scale = _tensors(loc, scale)
        super().__init__(self.loc.shape, validate_args=validate_args)

    mean = mode = property(lambda self: self.loc)
    stddev = property(lambda self: self.scale)
    variance = property(lambda self: self.scale**2)

    def sample(self, sample_shape=()):
        """Draws without a gradient."""
        shape = self._shape(sample_shape)
        with no_grad():
            return _torch.normal(self.loc.expand(shape), self.scale.expand(shape))

    def rsample(self, sample_shape=()):
        """Draws in a way that parameters get gradients through."""
        shape = self._shape(sample_shape)
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
    _parameters = {
        "low": (lambda self: f"LessThan(upper_bound={_number(self.high)})", lambda self, value: value < self.high),
        "high": (lambda self: f"GreaterThan(lower_bound={_number(self.low)})", lambda self, value: value > self.low),
    }
    _support = (
        lambda self: f"Interval(lower_bound={_number(self.low)}, upper_bound={_number(self.high)})",
        lambda self, value: (value >= self.low) & (value <= self.high),
    )

    def __init__(self, low, high, validate_args=None):
        self.low, self.high = _tensors(low, high)
        super().__init__(self.low.shape, validate_args=validate_args)

    mean = property(lambda self: (self.high + self.low) / 2)
    mode = property(lambda self: _torch.full_like(self.high, math.nan))
    variance = property(lambda self: (self.high - self.low) ** 2 / 12)

    def rsample(self, sample_shape=()):
        """Draws in a way that parameters get gradients through."""
        return self.low + _torch.rand(self._shape(sample_shape), dtype=self.low.dtype) * (self.high - self.low)

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


def _number(tensor):
    return tensor.item() if tensor.numel() == 1 else tensor


class Exponential(Distribution):
    """The time to the next event, of which there are `rate` in a unit of time."""

    has_rsample = True
    _parameters = {"rate": _POSITIVE}
    _support = ("GreaterThanEq(lower_bound=0.0)", lambda self, value: value >= 0)

    def __init__(self, rate, validate_args=None):
        (self.rate,) = _tensors(rate)
        super().__init__(self.rate.shape, validate_args=validate_args)

    mean = stddev = property(lambda self: self.rate.reciprocal())
    mode = property(lambda self: _torch.zeros_like(self.rate))
    variance = property(lambda self: self.rate.pow(-2))

    def rsample(self, sample_shape=()):
        """Draws in a way that parameters get gradients through."""
        return _torch.empty(self._shape(sample_shape), dtype=self.rate.dtype).exponential_() / self.rate

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


class Poisson(Distribution):
    """How many events happen where `rate` are expected."""

    _parameters = {"rate": ("GreaterThanEq(lower_bound=0.0)", lambda self, value: value >= 0)}
    _support = (
        "IntegerGreaterThan(lower_bound=0)", lambda self, value: (value % 1 == 0) & (value >= 0)
    )

    def __init__(self, rate, validate_args=None):
        (self.rate,) = _tensors(rate)
        super().__init__(self.rate.shape, validate_args=validate_args)

    mean = variance = property(lambda self: self.rate)
    mode = property(lambda self: self.rate.floor())

    def sample(self, sample_shape=()):
        """Draws without a gradient."""
        from torch._more_draws import poisson

        return poisson(self.rate.detach().expand(self._shape(sample_shape)))

    def log_prob(self, value):
        """The logarithm of the probability of values."""
        self._check(value)
        factorials = lgamma(value + 1)
        weighted = _torch.where(value == 0, 0.0, value * self.rate.log())
        return weighted - self.rate - factorials


class _OfChances(Distribution):
    """What is given by `probs` or by their logits, of which the other follows."""

    def _take(self, probs, logits):
        if (probs is None) == (logits is None):
            raise ValueError("Either `probs` or `logits` must be specified, but not both.")
        (given,) = _tensors(logits if probs is None else probs)
        self.__dict__["logits" if probs is None else "probs"] = given
        return given

    def __getattr__(self, name):
        if name not in ("probs", "logits"):
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
        self.__dict__[name] = value = getattr(self, "_" + name)()
        return value


class Bernoulli(_OfChances):
    """1 with a probability, else 0."""

    _parameters = {"probs": _UNIT, "logits": _REAL}
    _support = ("Boolean()", lambda self, value: (value == 0) | (value == 1))
    has_enumerate_support, _listed = True, 2

    def __init__(self, probs=None, logits=None, validate_args=None):
        super().__init__(self._take(probs, logits).shape, validate_args=validate_args)

    def _probs(self):
        return self.logits.sigmoid()

    def _logits(self):
        eps = _torch._dtype_limits(self.probs.dtype)["eps"]
        bounded = self.probs.clamp(eps, 1 - eps)
        return bounded.log() - (-bounded).log1p()

    mean = property(lambda self: self.probs)
    variance = property(lambda self: self.probs * (1 - self.probs))

    @property
    def mode(self):
        """1 where it is the likelier, nan where both are as likely."""
        return (self.probs >= 0.5).to(self.probs).masked_fill(self.probs == 0.5, math.nan)

    def sample(self, sample_shape=()):
        """Draws without a gradient."""
        with no_grad():
            return _torch.bernoulli(self.probs.expand(self._shape(sample_shape)))

    def log_prob(self, value):
        """The logarithm of the probability of values."""
        self._check(value)
        logits, value = _torch.broadcast_tensors(self.logits, value)
        return -_torch._functional["binary_cross_entropy_with_logits"](logits, value, reduction="none")

    def entropy(self):
        return _torch._functional["binary_cross_entropy_with_logits"](self.logits, self.probs, reduction="none")


class Categorical(_OfChances):
    """One of several numbers, from 0 on, each with its probability."""

    _parameters = {
        "probs": ("Simplex()", lambda self, value: (value >= 0).all(-1) & ((value.sum(-1) - 1).abs() < 1e-6)),
        "logits": ("IndependentConstraint(Real(), 1)", lambda self, value: value == value),
    }
    _support = (
        lambda self: f"IntegerInterval(lower_bound=0, upper_bound={self._count - 1})",
        lambda self, value: (value % 1 == 0) & (value >= 0) & (value < self._count),
    )
    has_enumerate_support, _listed = True, property(lambda self: self._count)

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

    # Numbers that are names have no mean.
    mean = variance = property(lambda self: self.probs.new_full(self._batch_shape, math.nan))
    mode = property(lambda self: self.probs.argmax(-1))

    def _probs(self):
        return self.logits.softmax(-1)

    def _logits(self):
        eps = _torch._dtype_limits(self.probs.dtype)["eps"]
        return self.probs.clamp(eps, 1 - eps).log()

    def sample(self, sample_shape=()):
        """Draws without a gradient."""
        count = math.prod(sample_shape)
        with no_grad():
            drawn = _torch.multinomial(self.probs.reshape(-1, self._count), count, True)
        return drawn.t().reshape(self._shape(sample_shape))

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


def _is_positive(matrices):
    """Whether matrices are symmetric and positive definite."""
    is_symmetric = _torch.isclose(matrices, matrices.mT, atol=1e-6).all()
    try:
        _torch._linalg["cholesky"](matrices)
    except RuntimeError:
        return is_symmetric & False
    return is_symmetric


class MultivariateNormal(Distribution):
    """Normal vectors with a mean and a covariance, or the lower triangle whose square that is."""

    has_rsample = True
    _parameters = {
        "loc": ("IndependentConstraint(Real(), 1)", _REAL[1]),
        "covariance_matrix": ("PositiveDefinite()", lambda self, value: _is_positive(value)),
        "scale_tril": (
            "LowerCholesky()",
            lambda self, value: (value.tril() == value).all() & (value.diagonal(0, -2, -1) > 0).all(),
        ),
    }
    _support = ("IndependentConstraint(Real(), 1)", lambda self, value: (value == value).all(-1))

    def __init__(self, loc, covariance_matrix=None, precision_matrix=None, scale_tril=None, validate_args=None):
        given = [each is not None for each in (covariance_matrix, precision_matrix, scale_tril)]
        if sum(given) != 1:
            raise ValueError("Exactly one of covariance_matrix or precision_matrix or scale_tril may be specified.")
        if precision_matrix is not None:
            covariance_matrix = _torch._linalg["inv"](precision_matrix)
        matrix = scale_tril if covariance_matrix is None else covariance_matrix
        setattr(self, "scale_tril" if covariance_matrix is None else "covariance_matrix", matrix)
        batch = (matrix[..., 0] + loc).shape[:-1]
        self.loc = loc.expand(*batch, loc.size(-1))
        super().__init__(batch, loc.shape[-1:], validate_args)
        self._tril = matrix if covariance_matrix is None else _torch._linalg["cholesky"](matrix)

    mean = mode = property(lambda self: self.loc)
    variance = property(lambda self: (self._tril**2).sum(-1).expand(self._shape(())))

    def rsample(self, sample_shape=()):
        """Draws in a way that parameters get gradients through."""
        shape = self._shape(sample_shape)
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
