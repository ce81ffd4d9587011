"""What functions make of complex numbers, value by value.

Not sums, products and questions of whole tensors (`_complex_functions`). Start reading at `both`.
"""

import math

import _torch
from _scalars import NUMBERS
from torch._complex_tensor import ComplexTensor
from torch._more_pointwise import copysign

# By the names that torch has for them.
FUNCTIONS = {}


def function(*names):
    def add(function):
        for name in names:
            FUNCTIONS[name] = function
        return function

    return add


def both(a, b):
    """Two operands, numbers and integers with parts of the other's dtype."""
    for one, other in ((a, b), (b, a)):
        if type(one) is ComplexTensor or (isinstance(one, _torch.Tensor) and one.is_floating_point()):
            part = one._re.dtype if type(one) is ComplexTensor else one.dtype
            break
    else:
        part = None
    return ComplexTensor.of(a, part), ComplexTensor.of(b, part)


# Arithmetic


@function("add")
def _add(input, other, *, alpha=1):
    a, b = both(input, other)
    b = b if alpha == 1 else _mul(b, alpha)
    return ComplexTensor(a._re + b._re, a._im + b._im)


@function("sub", "subtract")
def _sub(input, other, *, alpha=1):
    a, b = both(input, other)
    b = b if alpha == 1 else _mul(b, alpha)
    return ComplexTensor(a._re - b._re, a._im - b._im)


@function("mul", "multiply")
def _mul(input, other):
    a, b = both(input, other)
    return ComplexTensor(a._re * b._re - a._im * b._im, a._re * b._im + a._im * b._re)


@function("div", "divide", "true_divide")
def _div(input, other, *, rounding_mode=None):
    if rounding_mode is not None:
        kind = (input if type(input) is ComplexTensor else other).dtype.type_name
        raise NotImplementedError(f"\"div_{rounding_mode}_cpu\" not implemented for '{kind}'")
    a, b = both(input, other)
    # By the larger part, so that no square is too large or too small.
    scale = _torch.maximum(b._re.detach().abs(), b._im.detach().abs())
    is_zero = scale == 0
    scale = _torch.where(is_zero, 1.0, scale)
    c, d = b._re / scale, b._im / scale
    square = c * c + d * d
    re = (a._re * c + a._im * d) / square / scale
    im = (a._im * c - a._re * d) / square / scale
    return ComplexTensor(_torch.where(is_zero, a._re / 0.0, re), _torch.where(is_zero, a._im / 0.0, im))


@function("pow")
def _pow(input, exponent):
    if isinstance(exponent, NUMBERS) and type(input) is ComplexTensor:
        return _to_real_power(input, exponent)
    a, b = both(input, exponent)
    return _exp(_mul(_log(a), b))


def _to_real_power(z, exponent):
    if exponent != int(exponent) or abs(exponent) > 16:
        log = _log(z)
        return _exp(ComplexTensor(log._re * exponent, log._im * exponent))
    if exponent < 0:
        return _reciprocal(_to_real_power(z, -exponent))
    found = None
    for _ in range(int(exponent)):
        found = z if found is None else _mul(found, z)
    return ComplexTensor.of(_torch.ones_like(z._re)) if found is None else found


@function("neg", "negative")
def _neg(input):
    return ComplexTensor(-input._re, -input._im)


@function("square")
def _square(input):
    return _mul(input, input)


@function("reciprocal")
def _reciprocal(input):
    return _div(1, input)


# Value by value


@function("abs", "absolute")
def _abs(input):
    # With 64 bits no square is too large for 32.
    re, im = input._re.double(), input._im.double()
    square = re * re + im * im
    # At 0 the root has no slope, and PyTorch's gradient is 0.
    is_zero = square == 0
    return _torch.where(is_zero, 0.0, _torch.where(is_zero, 1.0, square).sqrt()).to(input._re.dtype)


@function("angle")
def _angle(input):
    # At 0 there is no slope either.
    re, im = input._re, input._im
    is_zero = (re == 0) & (im == 0)
    re, im = _torch.where(is_zero, copysign(_torch.ones_like(re), re), re), _torch.where(is_zero, im.detach(), im)
    return _torch.atan2(im, re)


@function("real")
def _real(input):
    return input._re


@function("imag")
def _imag(input):
    return input._im


@function("conj", "conj_physical")
def _conj(input):
    return input.conj()


@function("resolve_conj", "resolve_neg")
def _resolved(input):
    return input


@function("sgn")
def _sgn(input):
    size = _abs(input)
    return _over(input, _torch.where(size == 0, 1.0, size))


@function("exp")
def _exp(input):
    size = input._re.exp()
    return ComplexTensor(size * input._im.cos(), size * input._im.sin())


@function("log")
def _log(input):
    return ComplexTensor(_abs(input).log(), _angle(input))


def _over(z, number):
    return ComplexTensor(z._re / number, z._im / number)


@function("log2")
def _log2(input):
    return _over(_log(input), math.log(2.0))


@function("log10")
def _log10(input):
    return _over(_log(input), math.log(10.0))


@function("rsqrt")
def _rsqrt(input):
    return _reciprocal(_sqrt(input))


@function("sigmoid")
def _sigmoid(input):
    return _reciprocal(_add(_exp(_neg(input)), 1))


@function("sqrt")
def _sqrt(input):
    size = _abs(input)
    sign = copysign(_torch.ones_like(size), input._im)
    return ComplexTensor(((size + input._re) / 2).clamp(min=0).sqrt(), sign * ((size - input._re) / 2).clamp(min=0).sqrt())


@function("sin")
def _sin(input):
    x, y = input._re, input._im
    return ComplexTensor(x.sin() * y.cosh(), x.cos() * y.sinh())


@function("cos")
def _cos(input):
    x, y = input._re, input._im
    return ComplexTensor(x.cos() * y.cosh(), -x.sin() * y.sinh())


@function("sinh")
def _sinh(input):
    x, y = input._re, input._im
    return ComplexTensor(x.sinh() * y.cos(), x.cosh() * y.sin())


@function("cosh")
def _cosh(input):
    x, y = input._re, input._im
    return ComplexTensor(x.cosh() * y.cos(), x.sinh() * y.sin())


@function("tan")
def _tan(input):
    return _div(_sin(input), _cos(input))


@function("tanh")
def _tanh(input):
    return _div(_sinh(input), _cosh(input))


# Questions


@function("eq")
def _eq(input, other):
    a, b = both(input, other)
    return (a._re == b._re) & (a._im == b._im)


@function("ne", "not_equal")
def _ne(input, other):
    return ~_eq(input, other)


@function("isnan")
def _isnan(input):
    return input._re.isnan() | input._im.isnan()


@function("isfinite")
def _isfinite(input):
    return input._re.isfinite() & input._im.isfinite()


@function("isinf")
def _isinf(input):
    return input._re.isinf() | input._im.isinf()


@function("isreal")
def _isreal(input):
    return input._im == 0


@function("isclose")
def _isclose(input, other, rtol=1e-05, atol=1e-08, equal_nan=False):
    a, b = both(input, other)
    near = _abs(_sub(a, b)) <= atol + rtol * _abs(b)
    return near | (_isnan(a) & _isnan(b)) if equal_nan else near | _eq(a, b)
