"""Distributions that few programs draw from, one at a time from a stream's doubles and normals.

The methods are those that numpy's documentation names. Start reading at `NAMES`; a generator asks for them by name.
"""

import math

import _torch
from numpy.random import _counts
from numpy.random._shapes import each, require


def _positive(value):
    return value > 0


def _not_negative(value):
    return value >= 0


def _floats(*parameters):
    """Texts are read as numbers, as numpy reads them."""
    return tuple(float(value) if isinstance(value, (str, type(None))) else value for value in parameters)


def noncentral_chisquare(stream, df, nonc, size=None):
    """The squares of normals about another mean, added up."""
    df, nonc = _floats(df, nonc)
    require(_positive, "df <= 0", df)
    require(_not_negative, "nonc < 0", nonc)
    return each(lambda df, nonc: _squares(stream, df, nonc), size, (df, nonc))


def _squares(stream, df, nonc):
    if nonc == 0:
        return 2.0 * stream._gamma(df / 2.0)
    if df > 1:
        rest = 2.0 * stream._gamma((df - 1) / 2.0)
        away = stream._normal() + math.sqrt(nonc)
        return rest + away * away
    more = _counts.poisson(stream, nonc / 2.0)
    return 2.0 * stream._gamma((df + 2 * more) / 2.0)


def noncentral_f(stream, dfnum, dfden, nonc, size=None):
    """A noncentral sum of squares over another sum of squares, each by how many it has."""
    dfnum, dfden, nonc = _floats(dfnum, dfden, nonc)
    require(_positive, "dfnum <= 0", dfnum)
    require(_positive, "dfden <= 0", dfden)
    require(_not_negative, "nonc < 0", nonc)

    def draw(dfnum, dfden, nonc):
        above = _squares(stream, dfnum, nonc) * dfden
        return above / (2.0 * stream._gamma(dfden / 2.0) * dfnum)

    return each(draw, size, (dfnum, dfden, nonc))


def vonmises(stream, mu, kappa, size=None):
    """Angles around `mu`, by Best and Fisher's method."""
    mu, kappa = _floats(mu, kappa)
    require(_not_negative, "kappa < 0", kappa)
    return each(lambda mu, kappa: _angle(stream, mu, kappa), size, (mu, kappa))


def _angle(stream, mu, kappa):
    if kappa < 1e-8:
        return math.pi * (2 * stream._double() - 1)
    if kappa < 1e-5:
        s = 1.0 / kappa + kappa
    else:
        r = 1 + math.sqrt(1 + 4 * kappa * kappa)
        rho = (r - math.sqrt(2 * r)) / (2 * kappa)
        s = (1 + rho * rho) / (2 * rho)
    while True:
        z = math.cos(math.pi * stream._double())
        w = (1 + s * z) / (s + z)
        y = kappa * (s - w)
        v = stream._double()
        if y * (2 - y) - v >= 0 or math.log(y / v) + 1 - y >= 0:
            break
    angle = math.acos(w)
    angle = (-angle if stream._double() < 0.5 else angle) + mu
    size = math.fmod(abs(angle) + math.pi, 2 * math.pi) - math.pi
    return -size if angle < 0 else size


def wald(stream, mean, scale, size=None):
    """When a drifting particle first comes so far, by Michael, Schucany and Haas's method."""
    mean, scale = _floats(mean, scale)
    require(_positive, "mean <= 0", mean)
    require(_positive, "scale <= 0", scale)

    def draw(mean, scale):
        y = stream._normal()
        y = mean * y * y
        if stream._is_legacy:
            half = mean / (2 * scale)
            x = mean + half * (y - math.sqrt(4 * scale * y + y * y))
        else:
            d = 1 + math.sqrt(1 + 4 * scale / y)
            x = mean * (1 - 2 / d)
        return x if stream._double() <= mean / (mean + x) else mean * mean / x

    return each(draw, size, (mean, scale))


def zipf(stream, a, size=None):
    """Whole numbers whose shares fall as a power, by Devroye's rejection."""
    (a,) = _floats(a)
    require(lambda a: a > 1, "a <= 1 or a is NaN", a)
    return each(lambda a: _zipf(stream, a), size, (a,), _torch.int64)


def _zipf(stream, a):
    less = a - 1.0
    b = 2.0**less
    # The newer stream draws no number that would come out as more than a whole number of 64 bits holds.
    least = 0.0 if stream._is_legacy else (2.0**63) ** -less
    while True:
        if stream._is_legacy:
            u, v = 1.0 - stream._double(), stream._double()
        else:
            u = stream._double()
            u, v = u * least + (1 - u), stream._double()
        x = math.floor(u ** (-1.0 / less))
        if not 1.0 <= x <= 2**63 - 1:
            continue
        t = (1.0 + 1.0 / x) ** less
        if v * x * (t - 1.0) / (b - 1.0) <= t / b:
            return x


def logseries(stream, p, size=None):
    """Whole numbers by the logarithm's series, by Kemp's method."""
    (p,) = _floats(p)
    require(lambda p: 0 <= p < 1, "p < 0, p >= 1 or p is NaN", p)
    return each(lambda p: _logseries(stream, p), size, (p,), _torch.int64)


def _logseries(stream, p):
    r = math.log1p(-p)
    while True:
        v = stream._double()
        if v >= p:
            return 1
        q = -math.expm1(r * stream._double())
        if v <= q * q:
            found = math.floor(1 + math.log(v) / math.log(q)) if v else 0
            if found < 1:
                continue
            return found
        return 1 if v >= q else 2


def hypergeometric(stream, ngood, nbad, nsample, size=None):
    """How many good ones a sample without return has."""
    good, bad, sample = (int(value) if isinstance(value, str) else value for value in (ngood, nbad, nsample))
    require(_not_negative, "ngood < 0", good)
    require(_not_negative, "nbad < 0", bad)
    require(_not_negative, "nsample < 0", sample)
    draw = _hypergeometric_by_size if stream._is_legacy else _hypergeometric
    return each(lambda *numbers: draw(stream, *map(int, numbers)), size, (good, bad, sample), _torch.int64)


def _refuse_large(good, bad, sample):
    if sample > good + bad:
        raise ValueError("ngood + nbad < nsample")


def _hypergeometric_by_size(stream, good, bad, sample):
    _refuse_large(good, bad, sample)
    if sample > 10:
        return _by_ratio(stream, good, bad, sample)
    if sample == 0:
        return 0
    rest, least = float(bad + good - sample), float(min(bad, good))
    left, more = least, sample
    while left > 0.0 and more:
        left -= math.floor(stream._double() + left / (rest + more))
        more -= 1
    found = int(least - left)
    return sample - found if good > bad else found


def _hypergeometric(stream, good, bad, sample):
    _refuse_large(good, bad, sample)
    if 10 <= sample <= good + bad - 10:
        return _by_ratio(stream, good, bad, sample)
    total = good + bad
    small = total - sample if sample > total // 2 else sample
    left, total_left, good_left = small, total, good
    while left > 0 and 0 < good_left < total_left:
        total_left -= 1
        # One of those that are left is drawn: a good one, if it is among the first.
        if stream._interval(total_left) < good_left:
            good_left -= 1
        left -= 1
    if total_left == good_left:
        good_left -= left
    return good_left if sample > total // 2 else good - good_left


def _log_factorial(k):
    return math.lgamma(k + 1)


def _by_ratio(stream, good, bad, sample):
    """HRUA: Stadlober's ratio of uniform numbers."""
    least, most = min(good, bad), max(good, bad)
    total = good + bad
    drawn = min(sample, total - sample)
    p, q = least / total, most / total
    mean = drawn * p + 0.5
    spread = math.sqrt((total - sample) * drawn * p * q / (total - 1) + 0.5)
    width = 1.7155277699214135 * spread + 0.8989161620588988
    top = (drawn + 1) * (least + 1) // (total + 2)

    def height(k):
        return sum(map(_log_factorial, (k, least - k, drawn - k, most - drawn + k)))

    highest = height(top)
    end = min(min(drawn, least) + 1.0, math.floor(mean + 16 * spread))
    while True:
        x, y = stream._double(), stream._double()
        w = mean + width * (y - 0.5) / x
        if not 0.0 <= w < end:
            continue
        k = math.floor(w)
        t = highest - height(k)
        if x * (4.0 - x) - 3.0 <= t:
            break
        if x * (x - t) >= 1:
            continue
        if 2.0 * math.log(x) <= t:
            break
    k = drawn - k if good > bad else k
    return good - k if drawn < sample else k


def multivariate_hypergeometric(stream, colors, nsample, size=None, method="marginals"):
    """How many of each colour a sample without return has."""
    import numpy as np

    if method not in ("count", "marginals"):
        raise ValueError('method must be "count" or "marginals".')
    if method == "count":
        raise NotImplementedError("numpy.random.multivariate_hypergeometric: method='count' is not built into this numpy")
    if not hasattr(nsample, "__index__"):
        raise ValueError("nsample must be an integer")
    if nsample < 0:
        raise ValueError("nsample must be nonnegative.")
    values = np.asarray(colors)
    if values.ndim != 1 or values.dtype.kind not in "iu" or (values < 0).any():
        raise ValueError(
            "colors must be a one-dimensional sequence of nonnegative integers not exceeding 9223372036854775807."
        )
    if nsample > values.sum():
        raise ValueError("nsample > sum(colors)")
    sizes = () if size is None else (size,) if hasattr(size, "__index__") else tuple(size)
    rows = [_colors(stream, values.tolist(), nsample) for _ in range(math.prod(sizes))]
    return np.array(rows, dtype=int).reshape(*sizes, len(values))


def _colors(stream, colors, sample):
    total, found = sum(colors), [0] * len(colors)
    turned = sample > total // 2
    left = total - sample if turned else sample
    for at, color in enumerate(colors[:-1]):
        if left <= 0:
            break
        total -= color
        found[at] = _hypergeometric(stream, color, total, left)
        left -= found[at]
    found[-1] += max(left, 0)
    return [color - drawn for color, drawn in zip(colors, found)] if turned else found


def bytes(stream, length):
    """So many bytes."""
    if length < 0:
        raise ValueError("negative dimensions are not allowed")
    words = stream._words32((length + 3) // 4).tolist()
    return b"".join(word.to_bytes(4, "little") for word in words)[:length]


def tomaxint(stream, size=None):
    """Whole numbers of 63 bits."""
    return each(lambda: stream._long() >> 1, size, (), _torch.int64)


NAMES = {
    function.__name__: function
    for function in (
        noncentral_chisquare, noncentral_f, vonmises, wald, zipf, logseries, hypergeometric, multivariate_hypergeometric, bytes,
        tomaxint,
    )
}  # fmt: skip
