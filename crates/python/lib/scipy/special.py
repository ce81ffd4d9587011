"""Special functions, value by value.

What it is not: for complex numbers. Start reading at `_mapped`.
"""

import math

import numpy as np
import torch
from scipy._missing import missing


def _mapped(name, compute):
    """A function of an array of numbers, in double precision unless they are single."""

    def function(x):
        array = np.asarray(x)
        tensor = torch.from_numpy(array) if array.ndim else torch.tensor(float(array))
        tensor = torch.tensor(float(array), dtype=torch.float64) if not array.ndim else tensor
        tensor = tensor if tensor.is_floating_point() else tensor.double()
        made = compute(tensor)
        return made.numpy() if array.ndim else np.float64(made.item())

    function.__name__ = name
    return function


expit = _mapped("expit", torch.sigmoid)
logit = _mapped("logit", lambda x: torch.log(x / (1 - x)))
erf = _mapped("erf", torch.erf)
expm1, log1p = _mapped("expm1", torch.expm1), _mapped("log1p", torch.log1p)
log_expit = _mapped("log_expit", torch.nn.functional.logsigmoid)
entr = _mapped("entr", lambda x: torch.where(x > 0, -x * torch.log(x), torch.where(x == 0, 0.0, -torch.inf)))


def _each(function):
    """A function of Python's numbers, of whole arrays."""

    def mapped(*arguments):
        tensors = [torch.from_numpy(np.array(each, dtype=float).reshape(np.asarray(each).shape)) for each in arguments]
        tensors = torch.broadcast_tensors(*tensors)
        if tensors[0].ndim == 0:
            return np.float64(function(*[each.item() for each in tensors]))
        flat = [function(*row) for row in zip(*(each.reshape(-1).tolist() for each in tensors))]
        return np.array(flat, dtype=float).reshape(tuple(tensors[0].shape))

    mapped.__name__, mapped.__doc__ = function.__name__, function.__doc__
    return mapped


erfc = _each(math.erfc)


@_each
def gammaln(x):
    """The logarithm of the absolute value of gamma."""
    return math.inf if x <= 0 and x == math.floor(x) else math.lgamma(x)


loggamma = gammaln


@_each
def digamma(x):
    """The slope of the logarithm of gamma: by its series for large x, which smaller ones are led to."""
    if x <= 0 and x == math.floor(x):
        return math.nan
    if not math.isfinite(x):
        return x if x > 0 else math.nan
    if x < 0:
        return float(digamma(1 - x)) - math.pi / math.tan(math.pi * x)
    found = 0.0
    while x < 10:
        found, x = found - 1 / x, x + 1
    square = 1 / (x * x)
    series = square * (
        1 / 12
        - square * (1 / 120 - square * (1 / 252 - square * (1 / 240 - square * (1 / 132 - square * 691 / 32760))))
    )
    return found + math.log(x) - 0.5 / x - series


psi = digamma


def _normal_quantile(share):
    """Where the normal distribution has that share below: an estimate (M. Abramowitz, I. Stegun, 26.2.23),
    then steps of Halley's."""
    if not 0 < share < 1:
        return math.nan if not 0 <= share <= 1 else -math.inf if share == 0 else math.inf
    low = min(share, 1 - share)
    rough = math.sqrt(-2.0 * math.log(low))
    x = -(
        rough
        - (2.515517 + 0.802853 * rough + 0.010328 * rough**2)
        / (1 + 1.432788 * rough + 0.189269 * rough**2 + 0.001308 * rough**3)
    )
    for _ in range(4):
        missed = 0.5 * math.erfc(-x / math.sqrt(2.0)) - low
        slope = missed * math.sqrt(2 * math.pi) * math.exp(x * x / 2)
        x -= slope / (1 + x * slope / 2)
    return x if share < 0.5 else -x


ndtri = _each(_normal_quantile)
ndtr = _each(lambda x: 0.5 * math.erfc(-x / math.sqrt(2.0)))
erfinv = _each(lambda x: _normal_quantile((x + 1) / 2) / math.sqrt(2.0) if abs(x) > 0.5 else _small_erfinv(x))


def _small_erfinv(x):
    """Newton's steps from the slope at 0, where a share would lose digits."""
    found = x * math.sqrt(math.pi) / 2
    for _ in range(6):
        found -= (math.erf(found) - x) * math.sqrt(math.pi) / 2 * math.exp(found * found)
    return found


@_each
def gamma(x):
    """The factorial of x - 1."""
    if x <= 0 and x == math.floor(x):
        return math.nan if x < 0 else math.inf
    return math.gamma(x)


@_each
def beta(a, b):
    """gamma(a) gamma(b) / gamma(a + b)."""
    return math.exp(math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b))


@_each
def betaln(a, b):
    """The logarithm of beta."""
    return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)


@_each
def xlogy(x, y):
    """x log y; 0 where x is."""
    return 0.0 if x == 0 and y == y else x * (math.log(y) if y > 0 else -math.inf if y == 0 else math.nan)


@_each
def rel_entr(x, y):
    """x log(x / y)."""
    if x > 0 and y > 0:
        return x * math.log(x / y)
    return 0.0 if x == 0 and y >= 0 else math.inf


kl_div = _each(lambda x, y: x * math.log(x / y) - x + y if x > 0 and y > 0 else y if x == 0 and y >= 0 else math.inf)


@_each
def betainc(a, b, x):
    """The share of the beta distribution below x, by its continued fraction."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(a, b, x) / a
    return 1 - front * _fraction(b, a, 1 - x) / b


def _fraction(a, b, x):
    """The continued fraction, from the front (W. Lentz, 1976)."""
    tiny, c = 1e-300, 1.0
    d = 1 - (a + b) * x / (a + 1)
    d = 1 / (d if abs(d) > tiny else tiny)
    found = d
    for m in range(1, 400):
        for step in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d, c = 1 + step * d, 1 + step / c
            d, c = 1 / (d if abs(d) > tiny else tiny), c if abs(c) > tiny else tiny
            found *= d * c
        if abs(d * c - 1) < 1e-16:
            break
    return found


@_each
def gammainc(a, x):
    """The share of the gamma distribution below x."""
    if x <= 0:
        return 0.0
    if x < a + 1:
        part = total = 1 / a
        at = a
        while abs(part) > abs(total) * 1e-17:
            at += 1
            part *= x / at
            total += part
        return total * math.exp(-x + a * math.log(x) - math.lgamma(a))
    return 1 - _upper(a, x)


def _upper(a, x):
    """The share above x, by its continued fraction."""
    tiny, b = 1e-300, x + 1 - a
    c, d = 1 / tiny, 1 / b
    found = d
    for at in range(1, 500):
        step = -at * (at - a)
        b += 2
        d, c = step * d + b, b + step / c
        d, c = 1 / (d if abs(d) > tiny else tiny), c if abs(c) > tiny else tiny
        found *= d * c
        if abs(d * c - 1) < 1e-16:
            break
    return found * math.exp(-x + a * math.log(x) - math.lgamma(a))


@_each
def gammaincc(a, x):
    """The share of the gamma distribution above x."""
    return 1.0 if x <= 0 else _upper(a, x) if x >= a + 1 else 1 - float(gammainc(a, x))


def factorial(n, exact=False):
    """1 · 2 · … · n."""
    if exact:
        return math.factorial(n)
    return gamma(np.asarray(n, dtype=float) + 1) if np.asarray(n).ndim else np.float64(math.factorial(int(n)))


def comb(N, k, *, exact=False, repetition=False):
    """In how many ways k of N can be chosen."""
    if repetition:
        return comb(N + k - 1, k, exact=exact)
    if exact:
        return math.comb(N, k)
    return _each(lambda n, chosen: float(math.comb(int(n), int(chosen))) if n >= chosen >= 0 else 0.0)(N, k)


binom = comb


def perm(N, k, exact=False):
    """In how many orders k of N can be taken."""
    found = math.perm(int(N), int(k))
    return found if exact else np.float64(found)


def logsumexp(a, axis=None, b=None, keepdims=False, return_sign=False):
    """The logarithm of a sum of exponentials."""
    if b is not None or return_sign:
        raise NotImplementedError("logsumexp: b and return_sign are not built into this scipy")
    array = np.asarray(a, dtype=float)
    if axis is None:
        found = torch.logsumexp(torch.from_numpy(array.reshape(-1)), 0)
        return np.float64(found.item()) if not keepdims else np.full((1,) * array.ndim, found.item())
    found = torch.logsumexp(torch.from_numpy(array), axis, keepdim=keepdims)
    return found.numpy() if found.ndim else np.float64(found.item())


def softmax(x, axis=None):
    """Exponentials as shares."""
    array = np.asarray(x)
    array = array if array.dtype == np.float32 else array.astype(float)
    made = torch.softmax(torch.from_numpy(array.reshape(-1) if axis is None else array), 0 if axis is None else axis)
    return made.numpy().reshape(array.shape)


def log_softmax(x, axis=None):
    """The logarithms of softmax."""
    return (
        np.log(softmax(x, axis))
        if axis is None
        else torch.log_softmax(torch.from_numpy(np.asarray(x, dtype=float)), axis).numpy()
    )


__getattr__ = missing(
    __name__,
    "airy bei ber ellipe ellipk exp1 expi expn fresnel hyp2f1 iv ive jn jv kn kv lambertw legendre sph_harm stdtr "
    "struve yn yv zeta eval_hermite eval_legendre betaincinv gammaincinv",
)
