"""`torch.distributions.transforms`: changes of variables with the logarithms of their slopes, and what is drawn through them.

Start reading at `Transform`.
"""

import math

import _torch
from torch._modes import no_grad
from torch.distributions._common import Distribution


class Transform:
    """A function that can be undone."""

    sign = 1

    def __call__(self, x):
        return self._call(x)

    @property
    def inv(self):
        return _Inverse(self)

    def log_abs_det_jacobian(self, x, y):
        """The logarithm of how much the function stretches at x."""
        raise NotImplementedError

    def __repr__(self):
        return f"{type(self).__name__}()"


class _Inverse(Transform):
    def __init__(self, transform):
        self._transform = transform

    @property
    def inv(self):
        return self._transform

    def _call(self, y):
        return self._transform._inverse(y)

    def _inverse(self, x):
        return self._transform._call(x)

    def log_abs_det_jacobian(self, x, y):
        return -self._transform.log_abs_det_jacobian(y, x)


class ExpTransform(Transform):
    """exp(x)."""

    def _call(self, x):
        return x.exp()

    def _inverse(self, y):
        return y.log()

    def log_abs_det_jacobian(self, x, y):
        return x


class AffineTransform(Transform):
    """loc + scale * x."""

    def __init__(self, loc, scale, event_dim=0, cache_size=0):
        self.loc, self.scale, self.event_dim = loc, scale, event_dim

    def _call(self, x):
        return self.loc + self.scale * x

    def _inverse(self, y):
        return (y - self.loc) / self.scale

    def log_abs_det_jacobian(self, x, y):
        scale = (
            self.scale.abs().log()
            if isinstance(self.scale, _torch.Tensor)
            else _torch.tensor(math.log(abs(self.scale)))
        )
        found = scale.expand(x.shape)
        return found.sum(tuple(range(-self.event_dim, 0))) if self.event_dim else found


class SigmoidTransform(Transform):
    """1 / (1 + exp(-x))."""

    def _call(self, x):
        limits = _torch._dtype_limits(x.dtype)
        return x.sigmoid().clamp(limits["smallest_normal"], 1.0 - limits["eps"])

    def _inverse(self, y):
        limits = _torch._dtype_limits(y.dtype)
        y = y.clamp(limits["smallest_normal"], 1.0 - limits["eps"])
        return y.log() - (-y).log1p()

    def log_abs_det_jacobian(self, x, y):
        return -_softplus(-x) - _softplus(x)


def _softplus(x):
    return x.clamp(min=0) + (-x.abs()).exp().log1p()


class TanhTransform(Transform):
    """tanh(x)."""

    def _call(self, x):
        return x.tanh()

    def _inverse(self, y):
        return 0.5 * (y.log1p() - (-y).log1p())

    def log_abs_det_jacobian(self, x, y):
        return 2.0 * (math.log(2.0) - x - _softplus(-2.0 * x))


class SoftplusTransform(Transform):
    """log(1 + exp(x))."""

    def _call(self, x):
        return _softplus(x)

    def _inverse(self, y):
        return (-y).expm1().neg().log() + y

    def log_abs_det_jacobian(self, x, y):
        return -_softplus(-x)


class PowerTransform(Transform):
    """x ** exponent."""

    def __init__(self, exponent, cache_size=0):
        self.exponent = exponent

    def _call(self, x):
        return x.pow(self.exponent)

    def _inverse(self, y):
        return y.pow(1 / self.exponent)

    def log_abs_det_jacobian(self, x, y):
        return (self.exponent * y / x).abs().log()


class AbsTransform(Transform):
    """|x|."""

    def _call(self, x):
        return x.abs()

    def _inverse(self, y):
        return y


class ComposeTransform(Transform):
    """One function after the other."""

    def __init__(self, parts, cache_size=0):
        self.parts = list(parts)

    @property
    def inv(self):
        return ComposeTransform([part.inv for part in reversed(self.parts)])

    def _call(self, x):
        for part in self.parts:
            x = part(x)
        return x

    def _inverse(self, y):
        for part in reversed(self.parts):
            y = part.inv(y)
        return y

    def log_abs_det_jacobian(self, x, y):
        total = 0
        for part in self.parts:
            y = part(x)
            total = total + part.log_abs_det_jacobian(x, y)
            x = y
        return total

    def __repr__(self):
        return "ComposeTransform(\n    " + ",\n    ".join(map(repr, self.parts)) + "\n)"


identity_transform = ComposeTransform([])


class TransformedDistribution(Distribution):
    """What a distribution's draws become by functions."""

    def __init__(self, base_distribution, transforms, validate_args=None):
        self.base_dist = base_distribution
        self.transforms = [transforms] if isinstance(transforms, Transform) else list(transforms)
        self.has_rsample = base_distribution.has_rsample
        super().__init__(base_distribution.batch_shape, base_distribution.event_shape, validate_args)

    def sample(self, sample_shape=()):
        """Draws without a gradient."""
        with no_grad():
            return ComposeTransform(self.transforms)(self.base_dist.sample(sample_shape))

    def rsample(self, sample_shape=()):
        """Draws in a way that parameters get gradients through."""
        return ComposeTransform(self.transforms)(self.base_dist.rsample(sample_shape))

    def log_prob(self, value):
        """The logarithm of the density of values."""
        total, events = 0.0, len(self._event_shape)
        for transform in reversed(self.transforms):
            before = transform.inv(value)
            part = transform.log_abs_det_jacobian(before, value)
            total = total - (part.sum(tuple(range(-events, 0))) if events else part)
            value = before
        return total + self.base_dist.log_prob(value)

    def cdf(self, value):
        """The probability of less."""
        for transform in reversed(self.transforms):
            value = transform.inv(value)
        return self.base_dist.cdf(value)

    def __repr__(self):
        return "TransformedDistribution()"
