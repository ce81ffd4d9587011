"""Functions of complex numbers, composed of those of `math` by their definitions.

What it is not: the tables of what infinities give; there `math` decides. The inverse functions go by Kahan (1987), which
keeps their digits near the branch cuts. Start reading at `_number`.
"""

import math
from math import e, inf, nan, pi, tau

infj, nanj = complex(0, math.inf), complex(0, math.nan)


def _number(z):
    """Any number as a complex one."""
    if isinstance(z, (str, bytes)) or not any(hasattr(z, name) for name in ("__complex__", "__float__", "__index__")):
        raise TypeError(f"must be real number, not {type(z).__name__}")
    return complex(z)


def _turned(function, z):
    """A circular function by its hyperbolic one: `f(z)` is `-i g(i z)`."""
    z = _number(z)
    value = function(complex(-z.imag, z.real))
    return complex(value.imag, -value.real)


def phase(z):
    z = _number(z)
    return math.atan2(z.imag, z.real)


def polar(z):
    return abs(_number(z)), phase(z)


def rect(r, phi):
    return complex(r * math.cos(phi), r * math.sin(phi))


def exp(z):
    z = _number(z)
    return rect(math.exp(z.real), z.imag)


def log(z, base=None):
    z = _number(z)
    if z == 0:
        raise ValueError("math domain error")
    value = complex(_log_abs(abs(z.real), abs(z.imag)), phase(z))
    return value if base is None else value / log(base)


def _log_abs(x, y):
    size, larger, smaller = math.hypot(x, y), max(x, y), min(x, y)
    if 0.71 <= size <= 1.73:
        return math.log1p((larger - 1) * (larger + 1) + smaller * smaller) / 2
    return math.log(size)


def log10(z):
    value = log(z)
    return complex(value.real / math.log(10), value.imag / math.log(10))


def sqrt(z):
    """The root whose real part is not negative."""
    z = _number(z)
    if z == 0:
        return complex(0, z.imag)
    half = math.sqrt((abs(z.real) + abs(z)) / 2)
    other = abs(z.imag) / (2 * half)
    if z.real >= 0:
        return complex(half, math.copysign(other, z.imag))
    return complex(other, math.copysign(half, z.imag))


def cosh(z):
    z = _number(z)
    return complex(math.cosh(z.real) * math.cos(z.imag), math.sinh(z.real) * math.sin(z.imag))


def sinh(z):
    z = _number(z)
    return complex(math.sinh(z.real) * math.cos(z.imag), math.cosh(z.real) * math.sin(z.imag))


def tanh(z):
    z = _number(z)
    slope, turn = math.tanh(z.real), math.tan(z.imag)
    shrunk = 1 / math.cosh(z.real) if abs(z.real) < 700 else 0.0
    whole = 1 + (slope * turn) ** 2
    return complex(slope * (1 + turn * turn) / whole, turn / whole * shrunk * shrunk)


def cos(z):
    z = _number(z)
    return cosh(complex(-z.imag, z.real))


def sin(z):
    return _turned(sinh, z)


def tan(z):
    return _turned(tanh, z)


def acos(z):
    z = _number(z)
    below, above = sqrt(1 - z), sqrt(1 + z)
    return complex(
        2 * math.atan2(below.real, above.real), math.asinh(above.real * below.imag - above.imag * below.real)
    )


def acosh(z):
    """The inverse of the hyperbolic cosine, cut from 1 down."""
    z = _number(z)
    below, above = sqrt(z - 1), sqrt(z + 1)
    return complex(
        math.asinh(below.real * above.real + below.imag * above.imag), 2 * math.atan2(below.imag, above.real)
    )


def asinh(z):
    """The inverse of the hyperbolic sine, cut on the imaginary axis beyond i and -i."""
    z = _number(z)
    one, other = sqrt(complex(1 + z.imag, -z.real)), sqrt(complex(1 - z.imag, z.real))
    return complex(
        math.asinh(one.real * other.imag - other.real * one.imag),
        math.atan2(z.imag, one.real * other.real - one.imag * other.imag),
    )


def atanh(z):
    """The inverse of the hyperbolic tangent, cut on the real axis beyond 1 and -1."""
    z = _number(z)
    if z.real < 0 or (z.real == 0 and math.copysign(1, z.real) < 0):
        return -atanh(-z)
    if z in (1, -1):
        raise ValueError("math domain error")
    x, y = z.real, z.imag
    return complex(
        math.log1p(4 * x / ((1 - x) ** 2 + y * y)) / 4, -math.atan2(-2 * y, (1 - x) * (1 + x) - y * y) / 2
    )


def asin(z):
    return _turned(asinh, z)


def atan(z):
    return _turned(atanh, z)


def isfinite(z):
    z = _number(z)
    return math.isfinite(z.real) and math.isfinite(z.imag)


def isinf(z):
    z = _number(z)
    return math.isinf(z.real) or math.isinf(z.imag)


def isnan(z):
    z = _number(z)
    return math.isnan(z.real) or math.isnan(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError("tolerances must be non-negative")
    a, b = _number(a), _number(b)
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    return abs(a - b) <= max(rel_tol * max(abs(a), abs(b)), abs_tol)
