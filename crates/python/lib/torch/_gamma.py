"""The logarithm of the gamma function, its derivatives, and the inverse of the error function, with gradients.

They go through the numbers one by one, as there are no native ones. Start reading at `_elementwise`.
"""

import math

import _torch
from torch.autograd._named import node
from torch.autograd.function import Function


def _elementwise(function, input):
    tensor = input if input.is_floating_point() else input.float()
    values = [function(value) for value in tensor.detach().reshape(-1).tolist()]
    return _torch.tensor(values, dtype=_torch.float64).to(tensor.dtype).reshape(tensor.shape)


def _log_gamma(x):
    try:
        return math.lgamma(x)
    except (ValueError, OverflowError):
        return math.inf


def _digamma(x):
    """By the recurrence up to 10, then by the asymptotic series (Abramowitz and Stegun, 6.3.18)."""
    if x == 0:
        return math.copysign(math.inf, -x)
    if x < 0:
        if x == math.floor(x):
            return math.nan
        return _digamma(1.0 - x) - math.pi / math.tan(math.pi * x)
    found = 0.0
    while x < 10:
        found -= 1.0 / x
        x += 1.0
    if not math.isfinite(x):
        return x
    square = 1.0 / (x * x)
    series = square * (1 / 12 - square * (1 / 120 - square * (1 / 252 - square * (1 / 240 - square * (1 / 132)))))
    return found + math.log(x) - 0.5 / x - series


def _polygamma(n):
    """The nth derivative of digamma, by the recurrence and the asymptotic series (6.4.11)."""
    numbers = (1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6)

    def function(x):
        if x <= 0 and x == math.floor(x):
            return math.inf
        found, sign = 0.0, (-1.0) ** (n + 1)
        while x < 15:
            found += sign * math.factorial(n) / x ** (n + 1)
            x += 1.0
        series = math.factorial(n - 1) / x**n + math.factorial(n) / (2 * x ** (n + 1))
        for at, number in enumerate(numbers, 1):
            series += number * math.factorial(2 * at + n - 1) / (math.factorial(2 * at) * x ** (2 * at + n))
        return found + sign * series

    return function


def _inverse_error(y):
    """Where the error function is y: from a first guess (Winitzki) by Newton's steps."""
    if not -1 < y < 1:
        return math.copysign(math.inf, y) if abs(y) == 1 else math.nan
    if y == 0:
        return y
    size = math.log((1 - y) * (1 + y))
    half = 2 / (math.pi * 0.147) + size / 2
    x = math.copysign(math.sqrt(math.sqrt(half * half - size / 0.147) - half), y)
    for _ in range(3):
        away = math.erf(x) - y if abs(y) < 0.9 else (1 - abs(y) - math.erfc(abs(x))) * math.copysign(1, y)
        x -= away / (2 / math.sqrt(math.pi) * math.exp(-x * x))
    return x


class _LogGamma(Function):
    @staticmethod
    def forward(ctx, input):
        ctx.save_for_backward(input)
        return _elementwise(_log_gamma, input)

    @staticmethod
    def backward(ctx, grad):
        (input,) = ctx.saved_tensors
        return grad * digamma(input)


class _Polygamma(Function):
    @staticmethod
    def forward(ctx, input, order):
        ctx.save_for_backward(input)
        ctx.order = order
        return _elementwise(_polygamma(order) if order else _digamma, input)

    @staticmethod
    def backward(ctx, grad):
        (input,) = ctx.saved_tensors
        return grad * _Polygamma.apply(input, ctx.order + 1), None


class _InverseError(Function):
    @staticmethod
    def forward(ctx, input):
        found = _elementwise(_inverse_error, input)
        ctx.save_for_backward(found)
        return found

    @staticmethod
    def backward(ctx, grad):
        (found,) = ctx.saved_tensors
        return grad * (found * found).exp() * (math.sqrt(math.pi) / 2)


@node("LgammaBackward0")
def lgamma(input):
    """The logarithm of the gamma function's size."""
    return _LogGamma.apply(input)


@node("DigammaBackward0")
def digamma(input):
    """The derivative of `lgamma`."""
    return _Polygamma.apply(input, 0)


@node("PolygammaBackward0")
def polygamma(n, input):
    """The nth derivative of `digamma`."""
    if not isinstance(input, _torch.Tensor):
        raise TypeError(f"polygamma(): argument 'input' (position 2) must be Tensor, not {type(input).__name__}")
    if n < 0:
        raise RuntimeError("polygamma(n, x) does not support negative n.")
    return _Polygamma.apply(input, n)


@node("MvlgammaBackward0")
def mvlgamma(input, p):
    """The logarithm of the gamma function of p dimensions."""
    if p < 1:
        raise RuntimeError("p has to be greater than or equal to 1")
    found = p * (p - 1) / 4 * math.log(math.pi)
    return found + sum(lgamma(input - at / 2) for at in range(p))


@node("ErfinvBackward0")
def erfinv(input):
    """The inverse of the error function."""
    return _InverseError.apply(input)


@node("ErfcBackward0")
def erfc(input):
    """One less the error function."""
    return _ErrorRest.apply(input)


class _ErrorRest(Function):
    @staticmethod
    def forward(ctx, input):
        ctx.save_for_backward(input)
        return _elementwise(math.erfc, input)

    @staticmethod
    def backward(ctx, grad):
        (input,) = ctx.saved_tensors
        return grad * -2 / math.sqrt(math.pi) * (-input * input).exp()
