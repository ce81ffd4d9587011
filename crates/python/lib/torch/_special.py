"""Special functions that few programs use, computed in double precision, many numbers at once.

Not their names (`torch.special` has them). Start reading at `_of_floats`; each function says where its formula is from:
DLMF is the Digital Library of Mathematical Functions.
"""

import math

import _torch
from _scalars import NUMBERS
from torch import _gamma

_EULER = 0.5772156649015329


def _of_floats(name, compute):
    """A function of one tensor: computed of doubles, given in the tensor's own dtype."""

    def function(input, *, out=None):
        tensor = _expect(name, input)
        _refuse_halves(name, tensor.dtype)
        found = compute(tensor.double()).to(tensor.dtype)
        return found if out is None else out.copy_(found)

    function.__name__, function.__doc__ = name, compute.__doc__
    return function


# These PyTorch computes of low precision, too.
_OF_HALVES = frozenset("i0 i0e i1 i1e entr ndtr gammainc gammaincc xlog1py zeta".split())


def _refuse_halves(name, kind):
    if kind in (_torch.float16, _torch.bfloat16) and name not in _OF_HALVES:
        shown = "Half" if kind is _torch.float16 else "BFloat16"
        raise NotImplementedError(f"\"{name}_cpu\" not implemented for '{shown}'")


def _expect(name, value, place=1, argument="input"):
    if not isinstance(value, _torch.Tensor):
        kind = type(value).__name__
        raise TypeError(f"special_{name}(): argument '{argument}' (position {place}) must be Tensor, not {kind}")
    return value if value.is_floating_point() else value.to(_torch.get_default_dtype())


def _pair(name, first, second, names=("input", "other")):
    """Two operands, either of which may be a number, as doubles of one shape, and the dtype of what they give."""
    if not isinstance(first, _torch.Tensor) and not isinstance(second, _torch.Tensor):
        _expect(name, first, 1, names[0])
    for place, value in enumerate((first, second)):
        if not isinstance(value, (_torch.Tensor, NUMBERS)):
            _expect(name, value, place + 1, names[place])
    kind = _torch.result_type(first, second)
    kind = kind if kind.is_floating_point else _torch.get_default_dtype()
    both = [value if isinstance(value, _torch.Tensor) else _torch.tensor(float(value)) for value in (first, second)]
    return *_torch.broadcast_tensors(*(value.double() for value in both)), kind


def _angles(count):
    """The middles of that many equal parts of half a turn, as a dimension of their own."""
    return (_torch.arange(count, dtype=_torch.float64) + 0.5) * (math.pi / count)


def _bessel_j(order, x):
    """DLMF 10.9.2: a smooth periodic function's mean, which the middles of equal parts give as exactly as doubles can."""
    angles = _angles(max(128, int(x.abs().nan_to_num(0, 0, 0).max()) + 64) if x.numel() else 1)
    return _torch.cos(order * angles - x.unsqueeze(-1) * _torch.sin(angles)).mean(-1)


def bessel_j0(x):
    """The Bessel function of the first kind of order 0."""
    return _bessel_j(0, x)


def bessel_j1(x):
    """The Bessel function of the first kind of order 1."""
    return _bessel_j(1, x)


def _neumann(x, first, term):
    """`first` and the sum of Bessel functions with the factors that `term` gives, until they are nothing."""
    for k in range(1, 40 + int(x.nan_to_num(0, 0, 0).max() if x.numel() else 0)):
        order, factor = term(k)
        first = first + factor * _bessel_j(order, x)
    return _torch.where(x < 0, math.nan, _torch.where(x == 0, -math.inf, first))


def bessel_y0(x):
    """The Bessel function of the second kind of order 0, as a sum of those of the first (DLMF 10.23.16)."""
    first = 2 / math.pi * (_torch.log(x / 2) + _EULER) * _bessel_j(0, x)
    return _neumann(x, first, lambda k: (2 * k, -4 / math.pi * (-1) ** k / k))


def bessel_y1(x):
    """The Bessel function of the second kind of order 1 (DLMF 10.23.17)."""
    first = 2 / math.pi * ((_torch.log(x / 2) + _EULER - 1) * _bessel_j(1, x) - _bessel_j(0, x) / x)
    return _neumann(x, first, lambda k: (2 * k + 1, -2 / math.pi * (-1) ** k * (2 * k + 1) / (k * (k + 1))))


def spherical_bessel_j0(x):
    """sin(x) / x."""
    return _torch.where(x == 0, 1.0, _torch.sin(x) / x)


def _scaled_i(order, x):
    """exp(-|x|) times the modified Bessel function (DLMF 10.32.3), and for large numbers its first terms (10.40.1)."""
    size = x.abs().unsqueeze(-1)
    angles = _angles(256)
    mean = (_torch.exp(size * (_torch.cos(angles) - 1)) * _torch.cos(order * angles)).mean(-1)
    size, mu = x.abs(), 4 * order**2
    series = 1 - (mu - 1) / (8 * size) + (mu - 1) * (mu - 9) / (128 * size**2) - (mu - 1) * (mu - 9) * (mu - 25) / (3072 * size**3)
    found = _torch.where(size < 500, mean, series / _torch.sqrt(2 * math.pi * size))
    return found * x.sign() if order % 2 else found


def i0e(x):
    """exp(-|x|) i0(x)."""
    return _scaled_i(0, x)


def i1e(x):
    """exp(-|x|) i1(x)."""
    return _scaled_i(1, x)


def i0(x):
    """The modified Bessel function of the first kind of order 0."""
    return _scaled_i(0, x) * x.abs().exp()


def i1(x):
    """The modified Bessel function of the first kind of order 1."""
    return _scaled_i(1, x) * x.abs().exp()


def _scaled_k(order, x):
    """exp(x) times the modified Bessel function of the second kind (DLMF 10.32.9), whose integrand ends fast."""
    x = x.unsqueeze(-1)
    end = _torch.log(2 * (1 + 45 / x)) + 0.1
    steps = _torch.linspace(0, 1, 513, dtype=_torch.float64) * end
    values = _torch.exp(-x * (_torch.cosh(steps) - 1)) * _torch.cosh(order * steps)
    found = (values.sum(-1) - values[..., 0] / 2) * (end / 512).squeeze(-1)
    x = x.squeeze(-1)
    return _torch.where(x < 0, math.nan, _torch.where(x == 0, math.inf, found))


def scaled_modified_bessel_k0(x):
    """exp(x) times the modified Bessel function of the second kind of order 0."""
    return _scaled_k(0, x)


def scaled_modified_bessel_k1(x):
    """exp(x) times the modified Bessel function of the second kind of order 1."""
    return _scaled_k(1, x)


def modified_bessel_k0(x):
    """The modified Bessel function of the second kind of order 0."""
    return _scaled_k(0, x) * (-x).exp()


def modified_bessel_k1(x):
    """The modified Bessel function of the second kind of order 1."""
    return _scaled_k(1, x) * (-x).exp()


def airy_ai(x):
    """The Airy function: DLMF 9.6.2 right of 2, 9.4.1 around 0, 9.7.9 far to the left."""
    right, far = x.clamp(min=2), (-x).clamp(min=8)
    decaying = _torch.sqrt(right / 3) / math.pi * _scaled_k(1 / 3, 2 / 3 * right**1.5) * _torch.exp(-2 / 3 * right**1.5)
    turn = 2 / 3 * far**1.5
    wave = _torch.cos(turn - math.pi / 4) * (1 - 0.03713348765432099 * 1 / turn**2) + _torch.sin(turn - math.pi / 4) * (
        0.06944444444444445 / turn - 0.03799305912780064 / turn**3
    )
    near = x.clamp(-8, 2)
    f = f_term = _torch.ones_like(near)
    g = g_term = near
    for k in range(1, 60):
        f_term = f_term * near**3 / ((3 * k - 1) * (3 * k))
        g_term = g_term * near**3 / ((3 * k) * (3 * k + 1))
        f, g = f + f_term, g + g_term
    middle = 0.3550280538878172 * f - 0.2588194037928068 * g
    return _torch.where(x > 2, decaying, _torch.where(x < -8, wave / (math.sqrt(math.pi) * far**0.25), middle))


def entr(x):
    """-x log(x), the entropy's terms."""
    return _torch.where(x > 0, -x * _torch.log(x), _torch.where(x == 0, 0.0, _torch.where(x < 0, -math.inf, x)))


def erfcx(x):
    """exp(x ** 2) erfc(x), for large numbers by DLMF 7.12.1."""
    near = x.clamp(max=25)
    far = x.clamp(min=25)
    square = 1 / (2 * far * far)
    series = (1 - square * (1 - 3 * square * (1 - 5 * square))) / (far * math.sqrt(math.pi))
    return _torch.where(x > 25, series, _torch.exp(near * near) * _gamma.erfc(near))


def ndtr(x):
    """The share of the normal distribution below x."""
    return _gamma.erfc(x * -math.sqrt(0.5)) / 2


def log_ndtr(x):
    """The logarithm of `ndtr`."""
    low = x.clamp(max=-1)
    tail = _torch.log(erfcx(-low * math.sqrt(0.5)) / 2) - low * low / 2
    return _torch.where(x < -1, tail, _torch.log1p(-_gamma.erfc(x * math.sqrt(0.5)) / 2))


def ndtri(p):
    """Where `ndtr` is p: by the inverse of the error function, then a step of Newton's."""
    x = math.sqrt(2) * _gamma.erfinv(2 * p - 1)
    better = x - (ndtr(x) - p) * math.sqrt(2 * math.pi) * _torch.exp(x * x / 2)
    return _torch.where(x.isfinite(), better, x)


def _both_gammas(a, x):
    """The regularized incomplete gamma functions: DLMF 8.7.1 where x is small, else 8.9.2 by Lentz's method."""
    scale = _torch.exp(a * _torch.log(x) - x - _gamma.lgamma(a))
    term = total = 1 / a
    for n in range(1, 300):
        term = term * x / (a + n)
        total = total + term
    lower = _torch.where(x == 0, 0.0, total * scale)
    tiny = 1e-300
    b = x + 1 - a
    c, d = _torch.full_like(x, 1 / tiny), 1 / _torch.where(b == 0, tiny, b)
    fraction = d
    for n in range(1, 200):
        b = b + 2
        factor = -n * (n - a)
        d = 1 / (factor * d + b)
        c = b + factor / c
        fraction = fraction * d * c
    upper = fraction * scale
    is_small = x < a + 1
    whole = _torch.where(x == math.inf, 1.0, _torch.where(is_small, lower, 1 - upper))
    rest = _torch.where(x == math.inf, 0.0, _torch.where(is_small, 1 - lower, upper))
    bad = (x < 0) | (a < 0)
    return whole.masked_fill(bad, math.nan), rest.masked_fill(bad, math.nan)


def gammainc(input, other, *, out=None):
    """The regularized lower incomplete gamma function."""
    a, x, kind = _pair("gammainc", input, other)
    return _given(_both_gammas(a, x)[0].to(kind), out)


def gammaincc(input, other, *, out=None):
    """The regularized upper incomplete gamma function."""
    a, x, kind = _pair("gammaincc", input, other)
    return _given(_both_gammas(a, x)[1].to(kind), out)


def xlog1py(input, other, *, out=None):
    """x log1p(y), and 0 where x is 0."""
    x, y, kind = _pair("xlog1py", input, other)
    found = _torch.where(y.isnan(), y, _torch.where(x == 0, 0.0, x * _torch.log1p(y)))
    return _given(found.to(kind), out)


def zeta(input, other, *, out=None):
    """Hurwitz's zeta function, by Euler and Maclaurin's sum (DLMF 25.11.5)."""
    s, q, kind = _pair("zeta", input, other)
    total = sum((q + n) ** -s for n in range(12))
    end = q + 12
    total = total + end ** (1 - s) / (s - 1) + end**-s / 2
    factor = s * end ** (-s - 1)
    for k, number in enumerate((1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66), 1):
        total = total + number / math.factorial(2 * k) * factor
        factor = factor * (s + 2 * k - 1) * (s + 2 * k) / (end * end)
    found = _torch.where(s == 1, math.inf, total).masked_fill(s < 1, math.nan)
    return _given(found.to(kind), out)


def _given(found, out):
    return found if out is None else out.copy_(found)


def _polynomial(name, first, following, shift=False):
    """A polynomial's values by its recurrence, for a degree, or for one each."""

    def function(input, n, *, out=None):
        x, degrees, kind = _pair(name, input, n, ("x", "n"))
        _refuse_halves(name, kind)
        x = 2 * x - 1 if shift else x
        before, last = _torch.ones_like(x), first(x)
        found = _torch.where(degrees < 1, (degrees >= 0).double(), last)
        for k in range(1, int(degrees.max()) if degrees.numel() else 1):
            before, last = last, following(k, x, last, before)
            found = _torch.where(degrees >= k + 1, last, found)
        return _given(found.to(kind), out)

    function.__name__ = name
    return function


def _chebyshev(_k, x, last, before):
    return 2 * x * last - before


_FIRST = {"t": lambda x: x, "u": lambda x: 2 * x, "v": lambda x: 2 * x - 1, "w": lambda x: 2 * x + 1}
for _kind, _first in _FIRST.items():
    for _shift in ("", "shifted_"):
        _name = f"{_shift}chebyshev_polynomial_{_kind}"
        globals()[_name] = _polynomial(_name, _first, _chebyshev, bool(_shift))
hermite_polynomial_h = _polynomial("hermite_polynomial_h", lambda x: 2 * x, lambda k, x, a, b: 2 * (x * a - k * b))
hermite_polynomial_he = _polynomial("hermite_polynomial_he", lambda x: x, lambda k, x, a, b: x * a - k * b)
laguerre_polynomial_l = _polynomial(
    "laguerre_polynomial_l", lambda x: 1 - x, lambda k, x, a, b: ((2 * k + 1 - x) * a - k * b) / (k + 1)
)
legendre_polynomial_p = _polynomial(
    "legendre_polynomial_p", lambda x: x, lambda k, x, a, b: ((2 * k + 1) * x * a - k * b) / (k + 1)
)
_OF_ONE = (
    bessel_j0, bessel_j1, bessel_y0, bessel_y1, spherical_bessel_j0, i0, i0e, i1, i1e, modified_bessel_k0, modified_bessel_k1,
    scaled_modified_bessel_k0, scaled_modified_bessel_k1, airy_ai, entr, erfcx, ndtr, log_ndtr, ndtri,
)  # fmt: skip
NAMES = {function.__name__: _of_floats(function.__name__, function) for function in _OF_ONE}
NAMES["modified_bessel_i0"] = _of_floats("modified_bessel_i0", i0)
NAMES["modified_bessel_i1"] = _of_floats("modified_bessel_i1", i1)
NAMES |= {
    name: globals()[name]
    for name in (
        "gammainc gammaincc xlog1py zeta hermite_polynomial_h hermite_polynomial_he laguerre_polynomial_l "
        "legendre_polynomial_p"
    ).split()
}
NAMES |= {name: value for name, value in list(globals().items()) if "chebyshev_polynomial" in name}
