"""Distributions: how dense, how much is below, where a share is below, and draws.

What it is not: fitted ones, but for the normal distribution. Start reading at `Continuous`.
"""

import math

import numpy as np
from numpy._errors import broadcast_shape
from scipy.special import betainc, gammainc, gammaincc, ndtri
from sklearn._arrays import check_random_state


def _mapped(function, *arguments):
    """A function of Python's numbers, of whole arrays."""
    arrays = [np.asarray(each, dtype=float) for each in arguments]
    shape = next((each.shape for each in arrays if each.ndim), ())
    if not shape:
        return np.float64(function(*[float(each) for each in arrays]))
    columns = [
        (each.ravel().tolist() if each.ndim else [float(each)] * int(np.prod(np.array(shape)))) for each in arrays
    ]
    return np.array([function(*row) for row in zip(*columns)]).reshape(shape)


def _single(parameter):
    """A parameter as a number; an array of them as it is."""
    return np.asarray(parameter, dtype=float) if np.ndim(parameter) else float(parameter)


def _spread(first):
    """Methods whose parameters may be arrays: each of their numbers is a distribution. `first` arguments come before parameters."""

    def decorate(method):
        def call(self, *args, **kwargs):
            if not any(np.ndim(each) for each in (*args[first:], *kwargs.values())):
                return method(self, *args, **kwargs)
            broadcast_shape([np.shape(each) for each in (*args, *kwargs.values())])
            given = np.broadcast_arrays(*(np.asarray(each, dtype=float) for each in (*args, *kwargs.values())))
            rows = zip(*(each.ravel().tolist() for each in given))
            found = [method(self, *row[: len(args)], **dict(zip(kwargs, row[len(args) :]))) for row in rows]
            return np.array([float(each) for each in found]).reshape(given[0].shape)

        call.__name__, call.__qualname__, call.__doc__ = method.__name__, method.__qualname__, method.__doc__
        return call

    return decorate


# Beyond so many no discrete distribution is looked at.
_FAR = 1000000


class _Distribution:
    """What all share. `_NAMES` are the parameters of its shape, which come before where it lies and how wide it is."""

    _NAMES, _LOWEST, _HIGHEST = (), -math.inf, math.inf

    def _parameters(self, args, kwargs):
        names = [*self._NAMES, *self._PLACES]
        if len(args) > len(names):
            raise TypeError(f"{type(self).__name__}: takes {len(names)} parameters but {len(args)} were given")
        found = {**dict(zip(self._PLACES, (0.0, 1.0))), **dict(zip(names, args)), **kwargs}
        for name in found:
            if name not in names:
                raise TypeError(f"_parse_args() got an unexpected keyword argument '{name}'")
        missing = [name for name in names if name not in found]
        if missing:
            raise TypeError(f"_parse_args() missing {len(missing)} required positional argument: '{missing[0]}'")
        return [_single(found[name]) for name in self._NAMES], _single(found.get("loc", 0.0)), _single(found.get("scale", 1.0))

    def __call__(self, *args, **kwargs):
        """The distribution with its parameters."""
        return Frozen(self, args, kwargs)

    @_spread(1)
    def cdf(self, x, *args, **kwargs):
        """The share below x."""
        shape, loc, scale = self._parameters(args, kwargs)
        return _mapped(lambda each: self._below((each - loc) / scale, *shape), x)

    @_spread(1)
    def sf(self, x, *args, **kwargs):
        """The share above x."""
        shape, loc, scale = self._parameters(args, kwargs)
        return _mapped(lambda each: self._above((each - loc) / scale, *shape), x)

    def _above(self, x, *shape):
        return 1.0 - self._below(x, *shape)

    @_spread(1)
    def ppf(self, q, *args, **kwargs):
        """Where a share is below."""
        shape, loc, scale = self._parameters(args, kwargs)
        return _mapped(lambda share: loc + scale * self._where(share, *shape), q)

    def isf(self, q, *args, **kwargs):
        """Where a share is above."""
        return self.ppf(1 - np.asarray(q, dtype=float), *args, **kwargs)

    def interval(self, confidence, *args, **kwargs):
        """Between where that share lies in the middle."""
        rest = (1 - confidence) / 2
        return self.ppf(rest, *args, **kwargs), self.ppf(1 - rest, *args, **kwargs)

    def median(self, *args, **kwargs):
        return self.ppf(0.5, *args, **kwargs)

    @_spread(0)
    def mean(self, *args, **kwargs):
        shape, loc, scale = self._parameters(args, kwargs)
        return np.float64(loc + scale * self._moments(*shape)[0])

    @_spread(0)
    def var(self, *args, **kwargs):
        shape, _, scale = self._parameters(args, kwargs)
        return np.float64(scale**2 * self._moments(*shape)[1])

    @_spread(0)
    def std(self, *args, **kwargs):
        return np.float64(math.sqrt(self.var(*args, **kwargs)))

    def stats(self, *args, moments="mv", **kwargs):
        if moments != "mv":
            raise NotImplementedError(f"stats: moments={moments!r} is not built into this scipy")
        return self.mean(*args, **kwargs), self.var(*args, **kwargs)

    def rvs(self, *args, size=None, random_state=None, **kwargs):
        """Draws, by numpy's legacy generator as scipy uses it."""
        most = len(self._NAMES) + len(self._PLACES)
        if len(args) == most + 1 and size is None:
            args, size = args[:most], args[most]
        shape, loc, scale = self._parameters(args, kwargs)
        generator = check_random_state(random_state)
        if size is None and any(map(np.ndim, (*shape, loc, scale))):
            size = np.broadcast_shapes(*map(np.shape, (*shape, loc, scale)))
        drawn = self._drawn(generator, size, *shape)
        drawn = self._single(drawn) if size is None else drawn
        return drawn if self._PLACES == ("loc",) and loc == 0 else loc + scale * drawn

    # What one draw is given as.
    _single = np.float64

    def _drawn(self, generator, size, *shape):
        """By where a share that is drawn evenly is below."""
        shares = generator.random_sample(size)
        return _mapped(lambda share: self._where(share, *shape), shares)

    def _where(self, share, *shape):
        """By halving, where there is no formula."""
        if share <= 0 or share >= 1:
            return math.nan if not 0 <= share <= 1 else self._LOWEST if share == 0 else self._HIGHEST
        low, high = max(self._LOWEST, -1.0), min(self._HIGHEST, 1.0)
        for _ in range(1100):
            is_below, is_above = self._below(low, *shape) > share, self._below(high, *shape) < share
            if not is_below and not is_above:
                break
            low, high = low * 2 if is_below else low, high * 2 if is_above else high
        else:
            return math.nan
        for _ in range(200):
            middle = (low + high) / 2
            if middle in (low, high):
                break
            low, high = (middle, high) if self._below(middle, *shape) < share else (low, middle)
        return (low + high) / 2


class Continuous(_Distribution):
    _PLACES = ("loc", "scale")

    @_spread(1)
    def pdf(self, x, *args, **kwargs):
        """How dense it is at x."""
        shape, loc, scale = self._parameters(args, kwargs)
        return _mapped(lambda each: math.exp(self._log((each - loc) / scale, *shape)) / scale, x)

    @_spread(1)
    def logpdf(self, x, *args, **kwargs):
        """The logarithm of that."""
        shape, loc, scale = self._parameters(args, kwargs)
        return _mapped(lambda each: self._log((each - loc) / scale, *shape) - math.log(scale), x)


class Discrete(_Distribution):
    _PLACES, _LOWEST = ("loc",), 0

    _single = int

    @_spread(1)
    def pmf(self, k, *args, **kwargs):
        """How likely k is."""
        shape, loc, _ = self._parameters(args, kwargs)
        return _mapped(lambda each: self._share(each - loc, *shape), k)

    @_spread(1)
    def logpmf(self, k, *args, **kwargs):
        """The logarithm of that."""
        return np.log(self.pmf(k, *args, **kwargs))

    def _below(self, x, *shape):
        if not x >= 0:
            return 0.0 if x < 0 else math.nan
        total = 0.0
        for k in range(int(min(math.floor(x) if x < math.inf else _FAR, _FAR)) + 1):
            total += self._share(k, *shape)
            if total >= 1.0 - 1e-16:
                return 1.0
        return min(total, 1.0)

    def _share(self, k, *shape):
        if k < 0 or k != math.floor(k):
            return 0.0
        return self._of(int(k), *shape)

    def _where(self, share, *shape):
        if not 0 <= share <= 1:
            return math.nan
        if share == 0:
            return -1.0
        k, total = 0, self._share(0, *shape)
        while total < share - 1e-15 and k < _FAR:
            k += 1
            total += self._share(k, *shape)
        return float(k)


class Frozen:
    """A distribution with its parameters."""

    def __init__(self, distribution, args, kwargs):
        distribution._parameters(args, kwargs)
        self.dist, self.args, self.kwds = distribution, args, kwargs

    def rvs(self, size=None, random_state=None):
        """Draws."""
        return self.dist.rvs(*self.args, **self.kwds, size=size, random_state=random_state)

    def __getattr__(self, name):
        method = getattr(self.dist, name)

        def call(*given, **options):
            return method(*given, *self.args, **self.kwds, **options)

        return call


class Norm(Continuous):
    def _log(self, x):
        return -x * x / 2 - math.log(2 * math.pi) / 2

    def _below(self, x):
        return 0.5 * math.erfc(-x / math.sqrt(2.0))

    def _above(self, x):
        return 0.5 * math.erfc(x / math.sqrt(2.0))

    def _where(self, share):
        return float(ndtri(share))

    def _moments(self):
        return 0.0, 1.0

    def _drawn(self, generator, size):
        return generator.standard_normal(size)

    def fit(self, data):
        """The mean and the deviation of samples."""
        data = np.asarray(data, dtype=float)
        return np.float64(data.mean()), np.float64(data.std())


class Uniform(Continuous):
    _LOWEST, _HIGHEST = 0.0, 1.0

    def _log(self, x):
        return 0.0 if 0 <= x <= 1 else -math.inf if x == x else math.nan

    def _below(self, x):
        return min(max(x, 0.0), 1.0)

    def _where(self, share):
        return share if 0 <= share <= 1 else math.nan

    def _moments(self):
        return 0.5, 1 / 12

    def _drawn(self, generator, size):
        return generator.uniform(0.0, 1.0, size)


class Expon(Continuous):
    _LOWEST = 0.0

    def _log(self, x):
        return -x if not x < 0 else -math.inf

    def _below(self, x):
        return -math.expm1(-x) if not x <= 0 else 0.0

    def _above(self, x):
        return math.exp(-x) if not x <= 0 else 1.0

    def _where(self, share):
        return -math.log1p(-share) if 0 <= share < 1 else math.inf if share == 1 else math.nan

    def _moments(self):
        return 1.0, 1.0


class T(Continuous):
    _NAMES = ("df",)

    def _drawn(self, generator, size, free):
        return generator.standard_t(free, size)

    def _log(self, x, df):
        front = math.lgamma((df + 1) / 2) - math.lgamma(df / 2) - 0.5 * math.log(df * math.pi)
        return front - (df + 1) / 2 * math.log1p(x * x / df)

    def _below(self, x, df):
        tail = 0.5 * float(betainc(df / 2, 0.5, df / (df + x * x)))
        return tail if x < 0 else 1 - tail

    def _above(self, x, df):
        return self._below(-x, df)

    def _moments(self, df):
        return 0.0, df / (df - 2) if df > 2 else math.inf


class Chi2(Continuous):
    _NAMES, _LOWEST = ("df",), 0.0

    def _drawn(self, generator, size, free):
        return generator.chisquare(free, size)

    def _log(self, x, df):
        return (df / 2 - 1) * math.log(x) - x / 2 - math.lgamma(df / 2) - df / 2 * math.log(2) if not x <= 0 else -math.inf

    def _below(self, x, df):
        return float(gammainc(df / 2, x / 2)) if not x <= 0 else 0.0

    def _above(self, x, df):
        return float(gammaincc(df / 2, x / 2))

    def _moments(self, df):
        return df, 2 * df


class Gamma(Continuous):
    _NAMES, _LOWEST = ("a",), 0.0

    def _drawn(self, generator, size, a):
        return generator.standard_gamma(a, size)

    def _log(self, x, a):
        return (a - 1) * math.log(x) - x - math.lgamma(a) if not x <= 0 else -math.inf

    def _below(self, x, a):
        return float(gammainc(a, x)) if not x <= 0 else 0.0

    def _above(self, x, a):
        return float(gammaincc(a, x))

    def _moments(self, a):
        return a, a


class Beta(Continuous):
    _NAMES, _LOWEST, _HIGHEST = ("a", "b"), 0.0, 1.0

    def _drawn(self, generator, size, a, b):
        return generator.beta(a, b, size)

    def _log(self, x, a, b):
        if not 0 < x < 1:
            return -math.inf if x == x else math.nan
        front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
        return front + (a - 1) * math.log(x) + (b - 1) * math.log1p(-x)

    def _below(self, x, a, b):
        return float(betainc(a, b, min(max(x, 0.0), 1.0)))

    def _moments(self, a, b):
        return a / (a + b), a * b / ((a + b) ** 2 * (a + b + 1))


class F(Continuous):
    _NAMES, _LOWEST = ("dfn", "dfd"), 0.0

    def _drawn(self, generator, size, dfn, dfd):
        return generator.f(dfn, dfd, size)

    def _log(self, x, dfn, dfd):
        if x <= 0:
            return -math.inf
        front = math.lgamma((dfn + dfd) / 2) - math.lgamma(dfn / 2) - math.lgamma(dfd / 2)
        return (
            front
            + dfn / 2 * math.log(dfn / dfd)
            + (dfn / 2 - 1) * math.log(x)
            - (dfn + dfd) / 2 * math.log1p(dfn * x / dfd)
        )

    def _below(self, x, dfn, dfd):
        return float(betainc(dfn / 2, dfd / 2, dfn * x / (dfn * x + dfd))) if not x <= 0 else 0.0

    def _above(self, x, dfn, dfd):
        return float(betainc(dfd / 2, dfn / 2, dfd / (dfn * x + dfd))) if not x <= 0 else 1.0

    def _moments(self, dfn, dfd):
        mean = dfd / (dfd - 2) if dfd > 2 else math.inf
        spread = 2 * dfd**2 * (dfn + dfd - 2) / (dfn * (dfd - 2) ** 2 * (dfd - 4)) if dfd > 4 else math.inf
        return mean, spread


norm, uniform, expon, t, chi2, gamma, beta, f = Norm(), Uniform(), Expon(), T(), Chi2(), Gamma(), Beta(), F()
