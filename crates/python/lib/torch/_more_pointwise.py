"""Functions value by value that few programs use, composed of those there are.

Not their methods: `_methods` says which tensors have. Start reading anywhere: each stands alone.
"""

import functools
import math

import _torch
from torch._kinds import refuse
from torch.autograd._named import node


def _float(input):
    return input if input.is_floating_point() else input.float()


def _widely(function):
    """Of halves in floats, as PyTorch's kernels compute them."""

    @functools.wraps(function)
    def compute(input):
        if input.dtype not in (_torch.float16, _torch.bfloat16):
            return function(input)
        return function(input.float()).to(input.dtype)

    return compute


def _tensor(value, like):
    return value if isinstance(value, _torch.Tensor) else _torch.tensor(value, dtype=like.dtype, device=like.device)


def _pair(input, other):
    """Two operands in the dtype that both go with, stretched to one shape."""
    input = input if isinstance(input, _torch.Tensor) else _tensor(input, other)
    other = _tensor(other, input)
    kind = _torch.result_type(input, other)
    return _torch.broadcast_tensors(input.to(kind), other.to(kind))


@node("AcoshBackward0")
@_widely
def acosh(input):
    """The inverse of `cosh`."""
    input = _float(input)
    return _torch.log(input + _torch.sqrt((input - 1) * (input + 1)))


@node("AsinhBackward0")
@_widely
def asinh(input):
    """The inverse of `sinh`."""
    input = _float(input)
    size = input.abs()
    return _torch.log1p(size + size * size / (1 + _torch.sqrt(size * size + 1))) * input.sign()


@node("AtanhBackward0")
@_widely
def atanh(input):
    """The inverse of `tanh`."""
    input = _float(input)
    return 0.5 * (_torch.log1p(input) - _torch.log1p(-input))


@node("SgnBackward0")
def sgn(input):
    """The sign."""
    return _torch.sign(input)


def signbit(input):
    """Where the sign is minus, that of zero included."""
    if not input.is_floating_point():
        return input < 0
    return (input < 0) | ((input == 0) & (1 / input < 0))


@node("SincBackward0")
@_widely
def sinc(input):
    """sin(pi x) / (pi x), and 1 at 0."""
    turned = _float(input) * math.pi
    safe = _torch.where(turned == 0, _torch.ones_like(turned), turned)
    return _torch.where(turned == 0, _torch.ones_like(turned), _torch.sin(safe) / safe)


@node("Deg2RadBackward0")
@_widely
def deg2rad(input):
    """Degrees as radians."""
    return _float(input) * (math.pi / 180)


@node("Rad2DegBackward0")
@_widely
def rad2deg(input):
    """Radians as degrees."""
    return _float(input) * (180 / math.pi)


@node("HypotBackward0")
def hypot(input, other):
    """The length of the longest side of a right triangle."""
    input, other = _pair(input, other)
    return _torch.sqrt(input * input + other * other)


@node("LogaddexpBackward0")
def logaddexp(input, other):
    """The logarithm of the sum of exponentials."""
    input, other = _pair(input, other)
    return _torch.logsumexp(_torch.stack([input, other]), 0)


@node("Logaddexp2Backward0")
def logaddexp2(input, other):
    """As `logaddexp`, with 2 as the base."""
    input, other = _pair(input, other)
    return logaddexp(input * math.log(2), other * math.log(2)) / math.log(2)


@node("LogcumsumexpBackward0")
def logcumsumexp(input, dim):
    """The logarithm of the sums of exponentials up to each place."""
    if not input.is_floating_point():
        refuse("logcumsumexp_out_cpu", input)
    if input.numel() == 0:
        return input.clone()
    # What is no number spreads from its place on, not before it.
    most = input.detach().nan_to_num(nan=-math.inf, posinf=math.inf, neginf=-math.inf).amax(dim, keepdim=True)
    return (input - most).exp().cumsum(dim).log() + most


def float_power(input, exponent):
    """A power in double precision."""
    exponent = exponent.double() if isinstance(exponent, _torch.Tensor) else exponent
    input = input.double() if isinstance(input, _torch.Tensor) else _torch.tensor(float(input), dtype=_torch.float64)
    return input**exponent


def _ignoring_nan(function):
    def apply(input, other):
        input, other = _pair(input, other)
        return _torch.where(input.isnan(), other, _torch.where(other.isnan(), input, function(input, other)))

    return apply


fmax = node("FmaxBackward0")(_ignoring_nan(_torch.maximum))
fmin = node("FminBackward0")(_ignoring_nan(_torch.minimum))


def _by_python(function):
    def apply(input, other):
        input, other = _pair(input, other)
        found = [function(a, b) for a, b in zip(input.reshape(-1).tolist(), other.reshape(-1).tolist())]
        return _torch.tensor(found, dtype=input.dtype).reshape(input.shape)

    return apply


def _of_whole(name, function):
    compute = _by_python(function)

    def apply(input, other):
        kind = _torch.result_type(input, other)
        if kind.is_floating_point or kind is _torch.bool:
            refuse(f"{name}_cpu", _torch.empty(0, dtype=kind))
        return compute(input, other)

    return apply


gcd, lcm = _of_whole("gcd", math.gcd), _of_whole("lcm", math.lcm)


def ldexp(input, other):
    """input times two to the power of other."""
    return _float(input) * _torch.pow(2.0, other)


def frexp(input):
    """A share between 1/2 and 1, and the power of two that it is multiplied by."""
    from torch import return_types

    if not input.is_floating_point():
        raise RuntimeError("torch.frexp() only supports floating-point dtypes")
    pairs = [math.frexp(value) for value in input.reshape(-1).tolist()]
    shares = _torch.tensor([share for share, _ in pairs], dtype=input.dtype).reshape(input.shape)
    powers = _torch.tensor([power for _, power in pairs], dtype=_torch.int32).reshape(input.shape)
    return return_types.make("frexp", ("mantissa", "exponent"), (shares, powers))


@node("CopysignBackward0")
def copysign(input, other):
    """The size of one with the sign of the other."""
    input, other = _pair(_float(input), other)
    return _torch.where(signbit(other), -input.abs(), input.abs())


def heaviside(input, values):
    """0 below zero, 1 above, `values` there."""
    if input.dtype is not values.dtype:
        raise RuntimeError("heaviside is not yet implemented for tensors with different dtypes.")
    input, values = _torch.broadcast_tensors(input, values)
    return _torch.where(input == 0, values, (input > 0).to(input.dtype))


@node("XlogyBackward0")
def xlogy(input, other):
    """input * log(other), and 0 where input is 0."""
    input, other = _pair(input, other)
    safe = _torch.where(input == 0, _torch.ones_like(other), other)
    return _torch.where(other.isnan(), other, input * safe.log())


def isposinf(input):
    """Where values are infinite."""
    return input == math.inf


def isneginf(input):
    """Where values are minus infinite."""
    return input == -math.inf


def isreal(input):
    """Where values have no imaginary part: everywhere."""
    return _torch.ones_like(input, dtype=_torch.bool)


def positive(input):
    """The values as they are."""
    if input.dtype is _torch.bool:
        raise NotImplementedError("The `+` operator, on a bool tensor is not supported.")
    return input


@node("ClampMinBackward0")
def clamp_min(input, min):
    """No less than a bound."""
    return input.clamp(min=min)


@node("ClampMaxBackward0")
def clamp_max(input, max):
    """No more than a bound."""
    return input.clamp(max=max)


def nextafter(input, other):
    """The next number toward another."""
    input, other = _pair(input, other)
    if not input.is_floating_point():
        refuse("nextafter_cpu", input)
    if input.dtype is _torch.float64:
        return _by_python(math.nextafter)(input, other)
    from numpy import nextafter

    return _torch.from_numpy(nextafter(input.detach().numpy(), other.detach().numpy()))


def rsub(input, other, *, alpha=1):
    """other less alpha times input."""
    return other - alpha * input


def conj(input):
    """The same: there are no complex numbers here."""
    return input


conj_physical = resolve_conj = resolve_neg = real = conj


def imag(input):
    raise TypeError("imag is not implemented for tensors with non-complex dtypes.")


def angle(input):
    """0, and pi for what is below 0; nan stays."""
    values = input if input.is_floating_point() else input.float()
    return _torch.where(values.isnan(), values, (values < 0).to(values.dtype) * math.pi)


def is_conj(input):
    return False


is_neg = is_conj
