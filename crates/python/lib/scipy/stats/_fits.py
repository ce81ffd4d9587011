"""Whether samples are spread as is thought: normally, alike, as a distribution says, or as counts may be.

What it is not: of means (`_tests`), of ranks (`_ranks`). Start reading at `shapiro`.
"""

import math

import numpy as np
from scipy.stats import _distributions
from scipy.stats._discrete import binom
from scipy.stats._distributions import beta, chi2, f, norm
from scipy.stats._results import result
from scipy.stats._samples import kurtosis, refuse, skew

ShapiroResult = result("ShapiroResult", ["statistic", "pvalue"])
NormaltestResult = result("NormaltestResult", ["statistic", "pvalue"])
LeveneResult = result("LeveneResult", ["statistic", "pvalue"])
BartlettResult = result("BartlettResult", ["statistic", "pvalue"])
KstestResult = result("KstestResult", ["statistic", "pvalue"], ("statistic_location", "statistic_sign"), shown=True)
SignificanceResult = result("SignificanceResult", ["statistic", "pvalue"])

# P. Royston's polynomials (1995), by powers of one over the root of the count, of its logarithm, and of the count.
_LAST = (0.0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056)
_BEFORE = (0.0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633)


def _polynomial(parts, x):
    found = 0.0
    for part in reversed(parts):
        found = found * x + part
    return found


def _shares_of_order(count):
    """How much each value in order counts toward the slope that a normal sample would have."""
    half = count // 2
    if count == 3:
        return [math.sqrt(0.5)]
    hoped = [float(norm.ppf((at + 1 - 0.375) / (count + 0.25))) for at in range(half)]
    total = 2 * sum(each * each for each in hoped)
    root = math.sqrt(total)
    small = 1 / math.sqrt(count)
    last = _polynomial(_LAST, small) - hoped[0] / root
    if count > 5:
        before = -hoped[1] / root + _polynomial(_BEFORE, small)
        rest = (total - 2 * hoped[0] ** 2 - 2 * hoped[1] ** 2) / (1 - 2 * last**2 - 2 * before**2)
        return [last, before] + [-each / math.sqrt(rest) for each in hoped[2:]]
    rest = (total - 2 * hoped[0] ** 2) / (1 - 2 * last**2)
    return [last] + [-each / math.sqrt(rest) for each in hoped[1:]]


def shapiro(x, *, axis=None, nan_policy="propagate", keepdims=False):
    """Whether a sample is normal, after S. Shapiro and M. Wilk."""
    refuse("shapiro", axis=(axis, None), nan_policy=(nan_policy, "propagate"), keepdims=(keepdims, False))
    values = np.sort(np.asarray(x, dtype=float).ravel())
    count = len(values)
    if count < 3:
        raise ValueError("Data must be at least length 3.")
    values = (values - np.median(values)).tolist()
    shares = _shares_of_order(count)
    slope = sum(share * (values[count - 1 - at] - values[at]) for at, share in enumerate(shares))
    middle = sum(values) / count
    spread = sum((each - middle) ** 2 for each in values)
    size = min(slope * slope / spread, 1.0) if spread else 1.0
    return ShapiroResult(np.float64(size), np.float64(_chance_of_slope(size, count)))


def _chance_of_slope(size, count):
    if count == 3:
        return max(1.90985931710274 * (math.asin(math.sqrt(size)) - 1.04719755119660), 0.0)
    short = math.log(1 - size) if size < 1 else -math.inf
    if count <= 11:
        bound = -2.273 + 0.459 * count
        if short >= bound:
            return 1e-99
        short = -math.log(bound - short)
        middle = _polynomial((0.5440, -0.39978, 0.025054, -6.714e-4), count)
        wide = math.exp(_polynomial((1.3822, -0.77857, 0.062767, -0.0020322), count))
    else:
        long = math.log(count)
        middle = _polynomial((-1.5861, -0.31082, -0.083751, 0.0038915), long)
        wide = math.exp(_polynomial((-0.4803, -0.082676, 0.0030302), long))
    return float(norm.sf((short - middle) / wide))


def _lean(values):
    """How unlike a normal sample's its skewness is, as so many deviations (R. D'Agostino)."""
    count, lean = len(values), float(skew(values))
    y = lean * math.sqrt((count + 1) * (count + 3) / (6.0 * (count - 2)))
    fourth = 3.0 * (count**2 + 27 * count - 70) * (count + 1) * (count + 3)
    fourth /= (count - 2.0) * (count + 5) * (count + 7) * (count + 9)
    square = -1 + math.sqrt(2 * (fourth - 1))
    scale = math.sqrt(2.0 / (square - 1))
    y = 1.0 if y == 0 else y
    return math.asinh(y / scale) / math.sqrt(0.5 * math.log(square))


def _heaviness(values):
    """The same of its kurtosis (F. Anscombe and W. Glynn)."""
    count, heavy = len(values), float(kurtosis(values, fisher=False))
    hoped = 3.0 * (count - 1) / (count + 1)
    spread = 24.0 * count * (count - 2) * (count - 3) / ((count + 1) ** 2.0 * (count + 3) * (count + 5))
    x = (heavy - hoped) / math.sqrt(spread)
    third = 6.0 * (count * count - 5 * count + 2) / ((count + 7) * (count + 9))
    third *= math.sqrt(6.0 * (count + 3) * (count + 5) / (count * (count - 2) * (count - 3)))
    free = 6.0 + 8.0 / third * (2.0 / third + math.sqrt(1 + 4.0 / third**2))
    below = 1 + x * math.sqrt(2 / (free - 4.0))
    root = math.copysign(abs((1 - 2.0 / free) / abs(below)) ** (1 / 3), below)
    return (1 - 2 / (9.0 * free) - root) / math.sqrt(2 / (9.0 * free))


def normaltest(a, axis=0, nan_policy="propagate", *, keepdims=False):
    """Whether a sample is normal, by skewness and kurtosis."""
    refuse("normaltest", axis=(axis, 0), nan_policy=(nan_policy, "propagate"), keepdims=(keepdims, False))
    values = np.asarray(a, dtype=float)
    size = _lean(values) ** 2 + _heaviness(values) ** 2
    return NormaltestResult(np.float64(size), np.float64(chi2.sf(size, 2)))


def jarque_bera(x, *, axis=None, nan_policy="propagate", keepdims=False):
    """The same, for large samples."""
    refuse("jarque_bera", axis=(axis, None), nan_policy=(nan_policy, "propagate"), keepdims=(keepdims, False))
    values = np.asarray(x, dtype=float).ravel()
    size = len(values) / 6 * (float(skew(values)) ** 2 + float(kurtosis(values)) ** 2 / 4)
    return SignificanceResult(np.float64(size), np.float64(chi2.sf(size, 2)))


def levene(*samples, center="median", proportiontocut=0.05, axis=0, nan_policy="propagate", keepdims=False):
    """Whether samples are spread alike, by how far values are from their middle."""
    refuse("levene", axis=(axis, 0), nan_policy=(nan_policy, "propagate"), keepdims=(keepdims, False))
    if center not in ("median", "mean"):
        refuse("levene", center=(center, "median"))
    if len(samples) < 2:
        raise ValueError("Must provide at least two samples.")
    samples = [np.asarray(each, dtype=float).ravel() for each in samples]
    away = [np.abs(each - (np.median(each) if center == "median" else each.mean())) for each in samples]
    count, kinds = sum(map(len, away)), len(away)
    means = [float(each.mean()) for each in away]
    middle = sum(mean * len(each) for mean, each in zip(means, away)) / count
    between = (count - kinds) * sum(len(each) * (mean - middle) ** 2 for mean, each in zip(means, away))
    within = (kinds - 1.0) * sum(float(((each - mean) ** 2).sum()) for mean, each in zip(means, away))
    size = between / within
    return LeveneResult(np.float64(size), np.float64(f.sf(size, kinds - 1, count - kinds)))


def bartlett(*samples, axis=0, nan_policy="propagate", keepdims=False):
    """Whether normal samples are spread alike."""
    refuse("bartlett", axis=(axis, 0), nan_policy=(nan_policy, "propagate"), keepdims=(keepdims, False))
    if len(samples) < 2:
        raise ValueError("Must enter at least two input sample vectors.")
    samples = [np.asarray(each, dtype=float).ravel() for each in samples]
    counts, spreads = [len(each) for each in samples], [float(np.var(each, ddof=1)) for each in samples]
    count, kinds = sum(counts), len(samples)
    pooled = sum((n - 1) * spread for n, spread in zip(counts, spreads)) / (count - kinds)
    over = (count - kinds) * math.log(pooled) - sum((n - 1) * math.log(spread) for n, spread in zip(counts, spreads))
    under = 1.0 + 1.0 / (3 * (kinds - 1)) * (sum(1.0 / (n - 1) for n in counts) - 1.0 / (count - kinds))
    size = over / under
    return BartlettResult(np.float64(size), np.float64(chi2.sf(size, kinds - 1)))


def _chance_of_gap(gap, count):
    """How likely the largest gap to a distribution is as large: exactly, after G. Marsaglia, W. Tsang and J. Wang."""
    whole = int(count * gap) + 1
    size, rest = 2 * whole - 1, whole - count * gap
    rows = np.where(np.arange(size)[:, None] - np.arange(size)[None, :] + 1 < 0, 0.0, 1.0)
    for at in range(size):
        rows[at, 0] -= rest ** (at + 1)
        rows[size - 1, at] -= rest ** (size - at)
    rows[size - 1, 0] += (2 * rest - 1) ** size if 2 * rest - 1 > 0 else 0.0
    for at in range(size):
        for beside in range(min(at + 2, size)):
            for divisor in range(1, at - beside + 2):
                rows[at, beside] /= divisor
    found = np.eye(size)
    for _ in range(count):
        found = found @ rows / count
    return 1 - float(found[whole - 1, whole - 1]) * math.prod(range(1, count + 1)) if count <= 140 else None


def _chance_by_limit(size):
    """Of large samples: A. Kolmogorov's series."""
    total = 2 * sum((-1) ** (at - 1) * math.exp(-2 * at * at * size * size) for at in range(1, 101))
    return min(max(total, 0.0), 1.0)


def kstest(rvs, cdf, args=(), N=20, alternative="two-sided", method="auto", *, axis=0, nan_policy="propagate", keepdims=False):
    """Whether a sample is of a distribution, or of the same one as another sample."""
    refuse("kstest", alternative=(alternative, "two-sided"), axis=(axis, 0), nan_policy=(nan_policy, "propagate"))
    if not isinstance(cdf, str) and not callable(cdf):
        return ks_2samp(rvs, cdf, alternative, method)
    values = np.sort(np.asarray(rvs, dtype=float).ravel())
    count = len(values)
    below = np.asarray(getattr(_distributions, cdf).cdf(values, *args) if isinstance(cdf, str) else cdf(values, *args))
    above, under = np.arange(1.0, count + 1) / count - below, below - np.arange(0.0, count) / count
    side = 1 if float(above.max()) > float(under.max()) else -1
    gap, place = (float(above.max()), above.argmax()) if side > 0 else (float(under.max()), under.argmax())
    exact = _chance_of_gap(gap, count) if method in ("auto", "exact") else None
    chance = _chance_by_limit(math.sqrt(count) * gap) if exact is None else min(max(exact, 0.0), 1.0)
    return KstestResult(
        np.float64(gap), np.float64(chance), statistic_location=np.float64(values[int(place)]), statistic_sign=np.int8(side)
    )


ks_1samp = kstest


def ks_2samp(data1, data2, alternative="two-sided", method="auto", *, axis=0, nan_policy="propagate", keepdims=False):
    """Whether two samples are of one distribution, by the largest gap between the shares below."""
    refuse("ks_2samp", alternative=(alternative, "two-sided"), axis=(axis, 0), nan_policy=(nan_policy, "propagate"))
    first, second = (np.sort(np.asarray(each, dtype=float).ravel()) for each in (data1, data2))
    m, n = len(first), len(second)
    if not m or not n:
        raise ValueError("Data passed to ks_2samp must not be empty")
    both = np.concatenate([first, second])
    gaps = np.searchsorted(first, both, side="right") / m - np.searchsorted(second, both, side="right") / n
    least, most = max(-float(gaps.min()), 0.0), float(gaps.max())
    side = -1 if least > most else 1
    gap, place = (least, int(gaps.argmin())) if side < 0 else (most, int(gaps.argmax()))
    if method == "auto":
        method = "exact" if max(m, n) <= 10000 else "asymp"
    if method == "exact":
        chance = _chance_of_ways(gap, m, n)
    else:
        chance = _chance_by_limit(math.sqrt(m * n / (m + n)) * gap)
    return KstestResult(
        np.float64(gap), np.float64(chance), statistic_location=np.float64(both[place]), statistic_sign=np.int8(side)
    )


def _chance_of_ways(gap, m, n):
    """The share of ways to mix two samples with a gap as large at some place."""
    bound = round(gap * m * n / math.gcd(m, n)) * math.gcd(m, n)
    row = [0.0] * (n + 1)
    # Shares of ways, not counts: each step is taken as likely as what is left of either sample.
    row[0] = 1.0
    for at in range(m + 1):
        for beside in range(n + 1):
            if at or beside:
                total = at + beside
                from_left = row[beside] * at / total if at else 0.0
                from_below = row[beside - 1] * beside / total if beside else 0.0
                row[beside] = from_left + from_below
            if abs(at * n - beside * m) >= bound:
                row[beside] = 0.0
    return min(max(1 - row[n], 0.0), 1.0) if bound else 1.0


def fisher_exact(table, alternative=None, *, method=None):
    """Whether the rows of a table of two by two have the same shares, without approximation."""
    refuse("fisher_exact", method=(method, None))
    (a, b), (c, d) = [[int(each) for each in row] for row in np.asarray(table).tolist()]
    if min(a, b, c, d) < 0:
        raise ValueError("All values in `table` must be nonnegative.")
    odds = math.nan if 0 in (a + b, c + d, a + c, b + d) else a * d / (b * c) if b * c else math.inf
    if math.isnan(odds):
        return SignificanceResult(math.nan, 1.0)
    least, most = max(0, a - d), min(a + b, a + c)
    ways = {k: math.comb(a + b, k) * math.comb(c + d, a + c - k) for k in range(least, most + 1)}
    every = sum(ways.values())
    chosen = {"less": lambda k: k <= a, "greater": lambda k: k >= a}.get(
        alternative, lambda k: ways[k] <= ways[a] * (1 + 1e-14)
    )
    chance = sum(count for k, count in ways.items() if chosen(k)) / every
    return SignificanceResult(np.float64(odds), np.float64(min(chance, 1.0)))


class BinomTestResult:
    """What `binomtest` finds."""

    def __init__(self, k, n, alternative, statistic, pvalue):
        self.k, self.n, self.alternative, self.statistic, self.pvalue = k, n, alternative, statistic, pvalue

    def proportion_ci(self, confidence_level=0.95, method="exact"):
        """Between which shares the true one lies, after C. Clopper and E. Pearson."""
        refuse("proportion_ci", method=(method, "exact"))
        rest = (1 - confidence_level) / (2 if self.alternative == "two-sided" else 1)
        low = 0.0 if self.k == 0 or self.alternative == "less" else float(beta.ppf(rest, self.k, self.n - self.k + 1))
        is_open = self.k == self.n or self.alternative == "greater"
        high = 1.0 if is_open else float(beta.ppf(1 - rest, self.k + 1, self.n - self.k))
        return result("ConfidenceInterval", ["low", "high"])(low, high)

    def __repr__(self):
        parts = (f"{name}={getattr(self, name)!r}" for name in ("k", "n", "alternative", "statistic", "pvalue"))
        return f"BinomTestResult({', '.join(parts)})"


def binomtest(k, n, p=0.5, alternative="two-sided"):
    """Whether k of n is as likely as that."""
    if k > n:
        raise ValueError(f"k ({k}) must not be greater than n ({n}).")
    if not 0 <= p <= 1:
        raise ValueError(f"p ({p}) must be in range [0,1]")
    shares = [float(binom.pmf(each, n, p)) for each in range(n + 1)]
    chosen = {"less": lambda at: at <= k, "greater": lambda at: at >= k}.get(
        alternative, lambda at: shares[at] <= shares[k] * (1 + 1e-7)
    )
    chance = math.fsum(share for at, share in enumerate(shares) if chosen(at))
    return BinomTestResult(k, n, alternative, k / n, min(chance, 1.0))
