"""Changes of variables with the logarithms of their slopes: `torch.distributions.transforms`.

Not what is drawn through them (`_transformed`), nor those that few use (`_more_transforms`). Start reading at `Transform`.
"""

import math

import _torch
from torch.distributions import constraints
from torch.distributions.utils import broadcast_all
from torch.nn.functional import softplus as _softplus


def sum_rightmost(value, count):
    """Sums over the last dimensions."""
    return value.reshape((*value.shape[: value.dim() - count], -1)).sum(-1) if count else value


class Transform:
    """A function that can be undone, with what it takes and gives, and whether it is one to one."""

    bijective = False
    _cache_size, _inv, _cached = 0, None, (None, None)

    def __init_subclass__(cls):
        if cls.__module__.startswith("torch.distributions."):
            cls.__module__ = "torch.distributions.transforms"

    def __init__(self, cache_size=0):
        if cache_size not in (0, 1):
            raise ValueError("cache_size must be 0 or 1")
        self._cache_size = cache_size

    @property
    def event_dim(self):
        """How many of the last dimensions it takes as one."""
        if self.domain.event_dim != self.codomain.event_dim:
            raise ValueError("Please use either .domain.event_dim or .codomain.event_dim")
        return self.domain.event_dim

    @property
    def inv(self):
        """What undoes it."""
        if self._inv is None:
            self._inv = _InverseTransform(self)
        return self._inv

    @property
    def sign(self):
        """1 where it rises, -1 where it falls."""
        raise NotImplementedError

    def with_cache(self, cache_size=1):
        """The same, which remembers its last value, or does not."""
        if self._cache_size == cache_size:
            return self
        if type(self).__init__ is Transform.__init__:
            return type(self)(cache_size=cache_size)
        raise NotImplementedError(f"{type(self)}.with_cache is not implemented")

    def __eq__(self, other):
        return self is other

    __hash__ = object.__hash__

    def __call__(self, x):
        before, after = self._cached
        if self._cache_size and x is before:
            return after
        y = self._call(x)
        if self._cache_size:
            self._cached = x, y
        return y

    def _inv_call(self, y):
        before, after = self._cached
        if self._cache_size and y is after:
            return before
        x = self._inverse(y)
        if self._cache_size:
            self._cached = x, y
        return x

    def _call(self, x):
        raise NotImplementedError

    def _inverse(self, y):
        raise NotImplementedError

    def log_abs_det_jacobian(self, x, y):
        """The logarithm of how much the function stretches at x."""
        raise NotImplementedError

    def forward_shape(self, shape):
        """The shape of what comes of this shape."""
        return shape

    def inverse_shape(self, shape):
        """The shape of which this shape comes."""
        return shape

    def __repr__(self):
        return f"{type(self).__name__}()"


Transform.__module__ = "torch.distributions.transforms"


class _Alike(Transform):
    """A transform that equals every other of its class."""

    def __eq__(self, other):
        return type(other) is type(self)

    __hash__ = object.__hash__


class _InverseTransform(Transform):
    """What undoes a transform."""

    def __init__(self, transform):
        super().__init__(transform._cache_size)
        self._inv = transform

    domain = property(lambda self: self._inv.codomain)
    codomain = property(lambda self: self._inv.domain)
    bijective = property(lambda self: self._inv.bijective)
    sign = property(lambda self: self._inv.sign)

    def with_cache(self, cache_size=1):
        return self._inv.with_cache(cache_size).inv

    def __eq__(self, other):
        return isinstance(other, _InverseTransform) and self._inv == other._inv

    __hash__ = object.__hash__

    def __call__(self, y):
        return self._inv._inv_call(y)

    def _inv_call(self, x):
        return self._inv(x)

    def log_abs_det_jacobian(self, x, y):
        return -self._inv.log_abs_det_jacobian(y, x)

    def forward_shape(self, shape):
        return self._inv.inverse_shape(shape)

    def inverse_shape(self, shape):
        return self._inv.forward_shape(shape)

    def __repr__(self):
        return f"_InverseTransform({self._inv!r})"


class ExpTransform(_Alike):
    """exp(x)."""

    domain, codomain, bijective, sign = constraints.real, constraints.positive, True, 1

    def _call(self, x):
        return x.exp()

    def _inverse(self, y):
        return y.log()

    def log_abs_det_jacobian(self, x, y):
        return x


class AffineTransform(Transform):
    """loc + scale * x."""

    bijective = True

    def __init__(self, loc, scale, event_dim=0, cache_size=0):
        super().__init__(cache_size)
        self.loc, self.scale, self._event_dim = loc, scale, event_dim

    event_dim = property(lambda self: self._event_dim)

    @property
    def domain(self):
        return constraints.independent(constraints.real, self._event_dim) if self._event_dim else constraints.real

    codomain = domain

    @property
    def sign(self):
        if isinstance(self.scale, _torch.Tensor):
            return self.scale.sign()
        return (self.scale > 0) - (self.scale < 0)

    def with_cache(self, cache_size=1):
        if self._cache_size == cache_size:
            return self
        return AffineTransform(self.loc, self.scale, self._event_dim, cache_size)

    def __eq__(self, other):
        if not isinstance(other, AffineTransform):
            return False
        pairs = (self.loc, other.loc), (self.scale, other.scale)
        return all(bool(_torch.as_tensor(a == b).all()) for a, b in pairs)

    __hash__ = object.__hash__

    def _call(self, x):
        return self.loc + self.scale * x

    def _inverse(self, y):
        return (y - self.loc) / self.scale

    def log_abs_det_jacobian(self, x, y):
        scale = self.scale
        found = scale.abs().log() if isinstance(scale, _torch.Tensor) else _torch.full_like(x, math.log(abs(scale)))
        return sum_rightmost(found, self._event_dim).expand(x.shape[: x.dim() - self._event_dim])

    def forward_shape(self, shape):
        sizes = (getattr(each, "shape", ()) for each in (self.loc, self.scale))
        return _torch.broadcast_tensors(*(_torch.empty(each) for each in (shape, *sizes)))[0].shape

    inverse_shape = forward_shape


class SigmoidTransform(_Alike):
    """1 / (1 + exp(-x))."""

    domain, codomain, bijective, sign = constraints.real, constraints.unit_interval, True, 1

    def _call(self, x):
        limits = _torch._dtype_limits(x.dtype)
        return x.sigmoid().clamp(limits["smallest_normal"], 1.0 - limits["eps"])

    def _inverse(self, y):
        limits = _torch._dtype_limits(y.dtype)
        y = y.clamp(limits["smallest_normal"], 1.0 - limits["eps"])
        return y.log() - (-y).log1p()

    def log_abs_det_jacobian(self, x, y):
        return -_softplus(-x) - _softplus(x)


class TanhTransform(_Alike):
    """tanh(x)."""

    domain, codomain, bijective, sign = constraints.real, constraints.interval(-1.0, 1.0), True, 1

    def _call(self, x):
        return x.tanh()

    def _inverse(self, y):
        return 0.5 * (y.log1p() - (-y).log1p())

    def log_abs_det_jacobian(self, x, y):
        return 2.0 * (math.log(2.0) - x - _softplus(-2.0 * x))


class SoftplusTransform(_Alike):
    """log(1 + exp(x))."""

    domain, codomain, bijective, sign = constraints.real, constraints.positive, True, 1

    def _call(self, x):
        return _softplus(x)

    def _inverse(self, y):
        return (-y).expm1().neg().log() + y

    def log_abs_det_jacobian(self, x, y):
        return -_softplus(-x)


class PowerTransform(Transform):
    """x ** exponent."""

    domain, codomain, bijective = constraints.positive, constraints.positive, True

    def __init__(self, exponent, cache_size=0):
        super().__init__(cache_size)
        (self.exponent,) = broadcast_all(exponent)

    sign = property(lambda self: self.exponent.sign())

    def with_cache(self, cache_size=1):
        return self if self._cache_size == cache_size else PowerTransform(self.exponent, cache_size)

    def __eq__(self, other):
        return isinstance(other, PowerTransform) and bool(self.exponent.eq(other.exponent).all())

    __hash__ = object.__hash__

    def _call(self, x):
        return x.pow(self.exponent)

    def _inverse(self, y):
        return y.pow(1 / self.exponent)

    def log_abs_det_jacobian(self, x, y):
        return (self.exponent * y / x).abs().log()

    def forward_shape(self, shape):
        return _torch.broadcast_tensors(_torch.empty(shape), self.exponent)[0].shape

    inverse_shape = forward_shape


class AbsTransform(_Alike):
    """|x|."""

    domain, codomain = constraints.real, constraints.positive

    def _call(self, x):
        return x.abs()

    def _inverse(self, y):
        return y


class ComposeTransform(Transform):
    """One function after the other."""

    def __init__(self, parts, cache_size=0):
        super().__init__(cache_size)
        self.parts = [part.with_cache(cache_size) for part in parts] if cache_size else list(parts)

    bijective = property(lambda self: all(part.bijective for part in self.parts))

    @property
    def domain(self):
        return _widest([(part.domain, part.codomain) for part in reversed(self.parts)])

    @property
    def codomain(self):
        return _widest([(part.codomain, part.domain) for part in self.parts])

    @property
    def sign(self):
        found = 1
        for part in self.parts:
            found = found * part.sign
        return found

    @property
    def inv(self):
        if self._inv is None:
            self._inv = ComposeTransform([part.inv for part in reversed(self.parts)])
            self._inv._inv = self
        return self._inv

    def with_cache(self, cache_size=1):
        return self if self._cache_size == cache_size else ComposeTransform(self.parts, cache_size)

    def __eq__(self, other):
        return isinstance(other, ComposeTransform) and self.parts == other.parts

    __hash__ = object.__hash__

    def __call__(self, x):
        for part in self.parts:
            x = part(x)
        return x

    def log_abs_det_jacobian(self, x, y):
        if not self.parts:
            return _torch.zeros_like(x)
        total, events = 0, self.domain.event_dim
        for part in self.parts:
            y = part(x)
            total = total + sum_rightmost(part.log_abs_det_jacobian(x, y), events - part.domain.event_dim)
            events += part.codomain.event_dim - part.domain.event_dim
            x = y
        return total

    def forward_shape(self, shape):
        for part in self.parts:
            shape = part.forward_shape(shape)
        return shape

    def inverse_shape(self, shape):
        for part in reversed(self.parts):
            shape = part.inverse_shape(shape)
        return shape

    def __repr__(self):
        return "ComposeTransform(\n    " + ",\n    ".join(map(repr, self.parts)) + "\n)"


def _widest(pairs):
    """What the last part takes, with as many dimensions in one event as any part asks for."""
    if not pairs:
        return constraints.real
    found, events = pairs[-1][0], pairs[0][1].event_dim
    for own, other in pairs:
        events = max(events + own.event_dim - other.event_dim, own.event_dim)
    return constraints.independent(found, events - found.event_dim) if events > found.event_dim else found


identity_transform = ComposeTransform([])
