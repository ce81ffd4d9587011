"""What every distribution has: shapes, checks of parameters and of values, and what it prints.

Not the distributions, which are in the files beside this one. Start reading at `Distribution`.
"""

import warnings

import _torch
from torch._modes import no_grad
from torch.distributions import constraints
from torch.distributions._homes import home_of

# Whether parameters and values are checked where a distribution is not told.
_CHECKS = [True]


class Distribution:
    """A subclass names its parameters with their constraints in `arg_constraints`, and that of values in `support`."""

    has_rsample = has_enumerate_support = False

    def __init_subclass__(cls):
        if cls.__module__.startswith("torch.distributions."):
            cls.__module__ = f"torch.distributions.{home_of(cls.__name__)}"

    @staticmethod
    def set_default_validate_args(value):
        """Has parameters and values of all distributions checked, or not."""
        if value not in [True, False]:
            raise ValueError
        _CHECKS[0] = value

    def __init__(self, batch_shape=(), event_shape=(), validate_args=None):
        self._batch_shape, self._event_shape = _torch.Size(batch_shape), _torch.Size(event_shape)
        self._validate_args = _CHECKS[0] if validate_args is None else validate_args
        if self._validate_args:
            self._validate_parameters()

    def _validate_parameters(self):
        try:
            named = self.arg_constraints
        except NotImplementedError:
            named = {}
            warnings.warn(
                f"{type(self)} does not define `arg_constraints`. Please set `arg_constraints = {{}}` or initialize the "
                "distribution with `validate_args=False` to turn off validation.",
                stacklevel=3,
            )
        for name, constraint in named.items():
            value = self.__dict__.get(name)
            if value is None or constraints.is_dependent(constraint):
                continue
            if not bool(constraint.check(value).all()):
                raise ValueError(
                    f"Expected parameter {name} ({type(value).__name__} of shape {tuple(value.shape)}) of distribution "
                    f"{self!r} to satisfy the constraint {constraint!r}, but found invalid values:\n{value}"
                )

    @property
    def batch_shape(self):
        return self._batch_shape

    @property
    def event_shape(self):
        return self._event_shape

    def _extended_shape(self, sample_shape=()):
        """The shape of so many draws."""
        return _torch.Size((*sample_shape, *self._batch_shape, *self._event_shape))

    def _check(self, value):
        if self._validate_args:
            self._validate_sample(value)
        elif not isinstance(value, _torch.Tensor):
            raise ValueError("The value argument to log_prob must be a Tensor")

    def _validate_sample(self, value):
        """Refuses values of another shape, or that cannot be drawn."""
        if not isinstance(value, _torch.Tensor):
            raise ValueError("The value argument to log_prob must be a Tensor")
        start = value.dim() - len(self._event_shape)
        if value.shape[max(start, 0) :] != self._event_shape:
            raise ValueError(
                f"The right-most size of value must match event_shape: {value.shape} vs {self._event_shape}."
            )
        expected = self._batch_shape + self._event_shape
        if any(1 not in (i, j) and i != j for i, j in zip(reversed(value.shape), reversed(expected))):
            raise ValueError(f"Value is not broadcastable with batch_shape+event_shape: {value.shape} vs {expected}.")
        try:
            support = self.support
        except NotImplementedError:
            warnings.warn(
                f"{type(self)} does not define `support` to enable sample validation. Please initialize the distribution "
                "with `validate_args=False` to turn off validation.",
                stacklevel=3,
            )
            return
        if not bool(support.check(value).all()):
            raise ValueError(
                f"Expected value argument ({type(value).__name__} of shape {tuple(value.shape)}) to be within the support "
                f"({support!r}) of the distribution {self!r}, but found invalid values:\n{value}"
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
    def arg_constraints(self):
        """What parameters hold, by their names."""
        raise NotImplementedError

    @property
    def support(self):
        """What can be drawn."""
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

    def __repr__(self):
        told = [
            f"{name}: {value if value.numel() == 1 else value.shape}"
            for name, value in ((name, self.__dict__[name]) for name in self.arg_constraints if name in self.__dict__)
        ]
        return f"{type(self).__name__}({'' if self._is_silent else ', '.join(told)})"


Distribution.__module__ = "torch.distributions.distribution"
