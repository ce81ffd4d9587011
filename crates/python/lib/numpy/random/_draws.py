"""The distributions that `RandomState` and `Generator` share: made of a stream's uniform, normal and exponential draws.

Not the streams: `_legacy` and `_generator` have them, and say where numpy's older stream computes otherwise. Start
reading at `Draws`.
"""

import functools
import math

import _torch
from _scalars import NUMBERS
from numpy._array import ndarray
from numpy._create import tensor_of
from numpy.random import _counts
from numpy.random._shapes import count_of, each, joint_size, require, shaped, sizes_of, spread


def _positive(value):
    return value > 0


def _not_negative(value):
    return value >= 0


def _taken(values, most):
    """Which of values are no more than a limit that sinks by one with each of them."""
    found = values <= most
    while True:
        taken = found.long()
        before, found = found, values <= most - taken.cumsum(0) + taken
        if bool((found == before).all()):
            return found


# Loops that draw one number at a time are common: for these a number is drawn without arrays.
_PLAIN = (float, int)


class Draws:
    """A stream has `_doubles`, `_normals` and `_exponentials`, which give so many, `_double` and so on, which give one,
    and its bits: `_word` of 32, `_long` of 64."""

    def __getattr__(self, name):
        if not name.startswith("_"):
            from numpy.random import _seldom

            if name in _seldom.NAMES and not (self._is_legacy and name == "multivariate_hypergeometric"):
                return functools.partial(_seldom.NAMES[name], self)
        raise AttributeError(f"'{type(self).__module__}.{type(self).__name__}' object has no attribute '{name}'")

    def _interval(self, most):
        """An integer up to `most`, included: as many bits as that has, drawn until they are no more."""
        if most == 0:
            return 0
        mask, word = (1 << most.bit_length()) - 1, self._word if most < 2**32 else self._long
        value = word() & mask
        while value > most:
            value = word() & mask
        return value

    def _partners(self, count):
        """As `_interval` of `count - 1`, `count - 2` and so on down to 1, whose words come in bulk while there are many."""
        pieces, at = [], count - 1
        words = _torch.zeros(0, dtype=_torch.int64)
        while len(words) or 128 < at < 2**32:
            # Each needs a word at least; down to `least` they have as many bits.
            words = words if len(words) else self._words32(at)
            mask = (1 << at.bit_length()) - 1
            least = mask >> 1
            values = words & mask
            is_taken = _taken(values, at)
            used = int(_torch.searchsorted(is_taken.cumsum(0), at - least)) + 1
            pieces.append(values[:used][is_taken[:used]])
            at, words = at - len(pieces[-1]), words[used:]
        pieces.append(_torch.tensor([self._interval(most) for most in range(at, 0, -1)], dtype=_torch.int64))
        return _torch.cat(pieces)

    def _scaled(self, draws, size, loc, scale):
        if size is not None and type(loc) in _PLAIN and type(scale) in _PLAIN:
            return shaped(draws(count_of(size)) * scale + loc, size)
        size = joint_size(size, (loc, scale))
        values = draws(count_of(size))
        return shaped(spread(loc, size) + spread(scale, size) * values, size)

    def uniform(self, low=0.0, high=1.0, size=None):
        """Uniform in [low, high)."""
        if size is None and type(low) in _PLAIN and type(high) in _PLAIN and (self._is_legacy or low <= high):
            return low + (high - low) * self._double()
        size = joint_size(size, (low, high))
        low, high = spread(low, size), spread(high, size)
        if not self._is_legacy and bool((high < low).any()):
            raise ValueError("high - low < 0")
        if not bool((high - low).isfinite().all()):
            raise OverflowError(
                "Range exceeds valid bounds" if self._is_legacy else "high - low range exceeds valid bounds"
            )
        return shaped(low + (high - low) * self._doubles(count_of(size)), size)

    def normal(self, loc=0.0, scale=1.0, size=None):
        """Normal with that mean and deviation."""
        require(_not_negative, "scale < 0", scale)
        if size is None and type(loc) in _PLAIN and type(scale) in _PLAIN:
            return loc + scale * self._normal()
        return self._scaled(self._normals, size, loc, scale)

    def lognormal(self, mean=0.0, sigma=1.0, size=None):
        """What has a normal logarithm."""
        require(_not_negative, "sigma < 0", sigma)
        size = joint_size(size, (mean, sigma))
        return shaped(_torch.exp(spread(mean, size) + spread(sigma, size) * self._normals(count_of(size))), size)

    def exponential(self, scale=1.0, size=None):
        """Exponential with that mean."""
        require(_not_negative, "scale < 0", scale)
        return self._scaled(self._exponentials, size, 0.0, scale)

    def laplace(self, loc=0.0, scale=1.0, size=None):
        """Exponential to both sides."""
        require(_not_negative, "scale < 0", scale)

        def draws(count):
            u = self._doubles(count)
            return _torch.where(u >= 0.5, -_torch.log(2.0 - u - u), _torch.log(u + u))

        return self._scaled(draws, size, loc, scale)

    def gumbel(self, loc=0.0, scale=1.0, size=None):
        """What the largest of many normals is like."""
        require(_not_negative, "scale < 0", scale)
        return self._scaled(
            lambda count: -_torch.log(-_torch.log(1.0 - self._doubles(count))), size, loc, scale
        )

    def logistic(self, loc=0.0, scale=1.0, size=None):
        """What has the sigmoid for its shares below."""
        require(_not_negative, "scale < 0", scale)

        def draws(count):
            u = self._doubles(count)
            return _torch.log(u / (1.0 - u))

        return self._scaled(draws, size, loc, scale)

    def standard_cauchy(self, size=None):
        """A normal divided by another."""
        pairs = self._normals(2 * count_of(size)).reshape(-1, 2)
        return shaped(pairs[:, 0] / pairs[:, 1], size)

    def triangular(self, left, mode, right, size=None):
        """Between two ends, most often at the mode."""

        def draw(left, mode, right):
            base, u = right - left, self._double()
            if u <= (mode - left) / base:
                return left + math.sqrt(u * ((mode - left) * base))
            return right - math.sqrt((1.0 - u) * ((right - mode) * base))

        return each(draw, size, (left, mode, right))

    def standard_gamma(self, shape, size=None):
        """Gamma of scale 1."""
        require(_not_negative, "shape < 0", shape)
        return each(self._gamma, size, (shape,))

    def gamma(self, shape, scale=1.0, size=None):
        """Gamma with that shape and scale."""
        require(_not_negative, "shape < 0", shape)
        require(_not_negative, "scale < 0", scale)
        return each(lambda shape, scale: scale * self._gamma(shape), size, (shape, scale))

    def _gamma(self, shape):
        if shape == 1.0:
            return self._exponential()
        if shape == 0.0:
            return 0.0
        return self._gamma_below_one(shape) if shape < 1.0 else self._gamma_above_one(shape)

    def _gamma_below_one(self, shape):
        while True:
            u, v = self._double(), self._exponential()
            if u <= 1.0 - shape:
                x = u ** (1.0 / shape)
                if x <= v:
                    return x
            else:
                y = -math.log((1 - u) / shape)
                x = (1.0 - shape + shape * y) ** (1.0 / shape)
                if x <= v + y:
                    return x

    def _gamma_above_one(self, shape):
        b = shape - 1.0 / 3.0
        c = 1.0 / math.sqrt(9 * b)
        while True:
            x, v = 0.0, 0.0
            while v <= 0.0:
                x = self._normal()
                v = 1.0 + c * x
            v, u = v * v * v, self._double()
            if u < 1.0 - 0.0331 * (x * x) * (x * x):
                return b * v
            if math.log(u) < 0.5 * x * x + b * (1.0 - v + math.log(v)):
                return b * v

    def beta(self, a, b, size=None):
        """A share between 0 and 1."""
        require(_positive, "a <= 0", a)
        require(_positive, "b <= 0", b)
        return each(self._beta, size, (a, b))

    def _beta(self, a, b):
        if a > 1.0 or b > 1.0:
            first = self._gamma(a)
            return first / (first + self._gamma(b))
        while True:
            u, v = self._double(), self._double()
            x, y = u ** (1.0 / a), v ** (1.0 / b)
            if x + y <= 1.0 and u + v > 0.0:
                if x + y > 0.0:
                    return x / (x + y)
                x, y = math.log(u) / a, math.log(v) / b
                most = max(x, y)
                x, y = x - most, y - most
                return math.exp(x - math.log(math.exp(x) + math.exp(y)))

    def chisquare(self, df, size=None):
        """The sum of so many squares of normals."""
        require(_positive, "df <= 0", df)
        return each(lambda df: 2.0 * self._gamma(df / 2.0), size, (df,))

    def f(self, dfnum, dfden, size=None):
        """How two variances compare."""
        require(_positive, "dfnum <= 0", dfnum)
        require(_positive, "dfden <= 0", dfden)

        def draw(above, below):
            first = 2.0 * self._gamma(above / 2.0) * below
            return first / (2.0 * self._gamma(below / 2.0) * above)

        return each(draw, size, (dfnum, dfden))

    def standard_t(self, df, size=None):
        """Student's t."""
        require(_positive, "df <= 0", df)

        def draw(df):
            first = self._normal()
            return math.sqrt(df / 2) * first / math.sqrt(self._gamma(df / 2))

        return each(draw, size, (df,))

    def poisson(self, lam=1.0, size=None):
        """How often what comes lam times on average comes."""
        require(_not_negative, "lam < 0 or lam is NaN", lam)
        return self._counted(_counts.poisson, size, lam)

    def binomial(self, n, p, size=None):
        """How many of n tries succeed."""
        n = int(n) if isinstance(n, str) else n
        require(_not_negative, "n < 0", n)
        require(lambda p: 0 <= p <= 1, "p < 0, p > 1 or p is NaN", p)
        return self._counted(_counts.binomial, size, n, p)

    def negative_binomial(self, n, p, size=None):
        """How many tries fail before n succeed."""
        require(_positive, "n <= 0", n)
        require(lambda p: 0 < p <= 1, "p <= 0, p > 1 or p is NaN", p)

        def draw(stream, n, p):
            return _counts.poisson(stream, self._gamma(n) * ((1 - p) / p))

        return self._counted(draw, size, n, p)

    def geometric(self, p, size=None):
        """How many tries until the first success."""
        require(lambda p: 0 < p <= 1, "p <= 0, p > 1 or p contains NaNs", p)
        return self._counted(_counts.geometric, size, p)

    def _counted(self, draw, size, *parameters):
        return each(lambda *numbers: draw(self, *numbers), size, parameters, _torch.int64)

    def multinomial(self, n, pvals, size=None):
        """How often each outcome comes in n tries."""
        if isinstance(n, NUMBERS) and n < 0:
            raise ValueError("n < 0")
        if isinstance(pvals, str):
            float(pvals)
        shares = tensor_of(pvals).double().tolist()
        if any(not 0 <= share <= 1 for share in shares):
            raise ValueError("pvals < 0, pvals > 1 or pvals contains NaNs")
        if math.fsum(shares[:-1]) > 1.0 + 1e-12:
            raise ValueError("sum(pvals[:-1]) > 1.0" if self._is_legacy else "sum(pvals[:-1].astype(np.float64)) > 1.0")
        rows = [_counts.multinomial(self, n, shares) for _ in range(count_of(size))]
        return ndarray(_torch.tensor(rows, dtype=_torch.int64).reshape(*sizes_of(size), len(shares)))

    def dirichlet(self, alpha, size=None):
        """Shares that add up to one."""
        alpha = tensor_of(alpha).double().tolist()
        if any(value <= 0 for value in alpha):
            raise ValueError("alpha <= 0" if self._is_legacy else "alpha < 0")
        if not self._is_legacy and max(alpha) < 0.1:
            raise NotImplementedError("numpy.random: dirichlet with every alpha below 0.1 is not built into this numpy")
        rows = []
        for _ in range(count_of(size)):
            values = [self._gamma(value) for value in alpha]
            total = 0.0
            for value in values:
                total += value
            rows.append([value * (1 / total) for value in values])
        return ndarray(_torch.tensor(rows, dtype=_torch.float64).reshape(*sizes_of(size), len(alpha)))

    def multivariate_normal(self, mean, cov, size=None):
        """Normals that vary together, by the singular values of their covariance."""
        from numpy.linalg import svd

        mean, cov = tensor_of(mean).double(), ndarray(tensor_of(cov).double())
        if mean.dim() != 1:
            raise ValueError("mean must be 1 dimensional")
        if cov.ndim != 2 or cov.shape[0] != cov.shape[1]:
            raise ValueError("cov must be 2 dimensional and square")
        if len(mean) != len(cov):
            raise ValueError("mean and cov must have same length")
        draws = self._normals(count_of(size) * len(mean)).reshape(-1, len(mean))
        u, s, vh = (part._kindling_tensor for part in svd(cov))
        factor = _torch.sqrt(s).reshape(-1, 1) * vh if self._is_legacy else (u * _torch.sqrt(s)).T
        return ndarray((mean + draws @ factor).reshape(*sizes_of(size), len(mean)))
