"""Tests and measures that fewer ask for: `median_abs_deviation`, `boxcox`, `ranksums`, `theilslopes` and others.

What it is not: what lessons ask for first, which is in the other files. Start reading at `median_abs_deviation`.
"""

import math

import numpy as np
from scipy.stats._distributions import chi2, norm
from scipy.stats._results import result
from scipy.stats._samples import rankdata, refuse

RanksumsResult = result("RanksumsResult", ["statistic", "pvalue"])
SkewtestResult = result("SkewtestResult", ["statistic", "pvalue"])
KurtosistestResult = result("KurtosistestResult", ["statistic", "pvalue"])
Power_divergenceResult = result("Power_divergenceResult", ["statistic", "pvalue"])
SigmaclipResult = result("SigmaclipResult", ["clipped", "lower", "upper"])
TheilslopesResult = result("TheilslopesResult", ["slope", "intercept", "low_slope", "high_slope"])


def median_abs_deviation(x, axis=0, center=np.median, scale=1.0, nan_policy="propagate", *, keepdims=False):
    """The middle of how far values are from their middle."""
    refuse("median_abs_deviation", nan_policy=(nan_policy, "propagate"), keepdims=(keepdims, False))
    x = np.asarray(x, dtype=float)
    if isinstance(scale, str):
        if scale.lower() != "normal":
            raise ValueError(f"{scale} is not a valid scale value.")
        scale = 0.6744897501960817
    x, axis = (x.ravel(), 0) if axis is None else (x, axis)
    return np.median(np.abs(x - np.expand_dims(center(x, axis=axis), axis)), axis=axis) / scale


def zmap(scores, compare, axis=0, ddof=0, nan_policy="propagate"):
    """How many standard deviations of others values are from the mean of others."""
    refuse("zmap", nan_policy=(nan_policy, "propagate"))
    compare = np.asarray(compare, dtype=float)
    return (np.asarray(scores, dtype=float) - compare.mean(axis=axis, keepdims=True)) / compare.std(axis=axis, ddof=ddof, keepdims=True)


def gstd(a, axis=0, ddof=1, *, keepdims=False, nan_policy="propagate"):
    """The spread of values that are multiplied."""
    refuse("gstd", keepdims=(keepdims, False), nan_policy=(nan_policy, "propagate"))
    return np.exp(np.std(np.log(np.asarray(a, dtype=float)), axis=axis, ddof=ddof))


def scoreatpercentile(a, per, limit=(), interpolation_method="fraction", axis=None):
    """The value below which so many of a hundred lie."""
    refuse("scoreatpercentile", interpolation_method=(interpolation_method, "fraction"))
    a = np.asarray(a, dtype=float)
    if limit:
        a = a[(limit[0] <= a) & (a <= limit[1])]
    return np.percentile(a, per, axis=axis)


def sigmaclip(a, low=4.0, high=4.0):
    """What is left when values that are too far from the mean are left out, again and again."""
    left = np.asarray(a).ravel()
    while True:
        middle, wide, count = left.mean(), left.std(), len(left)
        lower, upper = middle - wide * low, middle + wide * high
        left = left[(left >= lower) & (left <= upper)]
        if len(left) == count:
            return SigmaclipResult(left, lower, upper)


def _told(z, alternative):
    if alternative == "two-sided":
        return np.float64(2 * norm.sf(abs(float(z))))
    return np.float64(norm.cdf(float(z)) if alternative == "less" else norm.sf(float(z)))


def ranksums(x, y, alternative="two-sided", *, axis=0, nan_policy="propagate", keepdims=False):
    """Whether two samples are from one distribution, by ranks."""
    refuse("ranksums", axis=(axis, 0), nan_policy=(nan_policy, "propagate"), keepdims=(keepdims, False))
    x, y = (np.asarray(each, dtype=float).ravel() for each in (x, y))
    m, n = len(x), len(y)
    z = (float(rankdata(np.concatenate([x, y]))[:m].sum()) - m * (m + n + 1) / 2) / math.sqrt(m * n * (m + n + 1) / 12)
    return RanksumsResult(np.float64(z), _told(z, alternative))


def skewtest(a, axis=0, nan_policy="propagate", alternative="two-sided", *, keepdims=False):
    """Whether a sample leans to a side."""
    from scipy.stats._fits import _lean

    refuse("skewtest", axis=(axis, 0), nan_policy=(nan_policy, "propagate"), keepdims=(keepdims, False))
    z = _lean(np.asarray(a, dtype=float))
    return SkewtestResult(np.float64(z), _told(z, alternative))


def kurtosistest(a, axis=0, nan_policy="propagate", alternative="two-sided", *, keepdims=False):
    """Whether a sample's ends are as heavy as a normal one's."""
    from scipy.stats._fits import _heaviness

    refuse("kurtosistest", axis=(axis, 0), nan_policy=(nan_policy, "propagate"), keepdims=(keepdims, False))
    z = _heaviness(np.asarray(a, dtype=float))
    return KurtosistestResult(np.float64(z), _told(z, alternative))


def pointbiserialr(x, y, **kwargs):
    """How yes and no go along with numbers."""
    from scipy.stats._correlation import pearsonr

    refuse("pointbiserialr", kwargs=(kwargs or None, None))
    found = pearsonr(np.asarray(x, dtype=float), np.asarray(y, dtype=float))
    return result("SignificanceResult", ["statistic", "pvalue"])(found[0], found[1])


_POWERS = {"pearson": 1, "log-likelihood": 0, "freeman-tukey": -0.5, "mod-log-likelihood": -1, "neyman": -2, "cressie-read": 2 / 3}


def power_divergence(f_obs, f_exp=None, ddof=0, axis=0, lambda_=None, *, keepdims=False, nan_policy="propagate"):
    """Whether counts are those that were expected, by one of several measures."""
    refuse("power_divergence", axis=(axis, 0), keepdims=(keepdims, False), nan_policy=(nan_policy, "propagate"))
    if isinstance(lambda_, str) and lambda_ not in _POWERS:
        raise ValueError(f"invalid string for lambda_: {lambda_!r}. Valid strings are {', '.join(map(repr, _POWERS))}")
    power = 1 if lambda_ is None else _POWERS[lambda_] if isinstance(lambda_, str) else lambda_
    seen = np.asarray(f_obs, dtype=float).ravel()
    hoped = np.full(len(seen), seen.mean()) if f_exp is None else np.asarray(f_exp, dtype=float).ravel()
    if power == 1:
        parts = (seen - hoped) ** 2 / hoped
    elif power == 0:
        parts = 2.0 * np.where(seen > 0, seen * np.log(np.where(seen > 0, seen, 1.0) / hoped), 0.0)
    elif power == -1:
        parts = 2.0 * hoped * np.log(hoped / seen)
    else:
        parts = seen * ((seen / hoped) ** power - 1) / (0.5 * power * (power + 1))
    return Power_divergenceResult(parts.sum(), np.float64(chi2.sf(float(parts.sum()), len(seen) - 1 - ddof)))


def theilslopes(y, x=None, alpha=0.95, method="separate", *, axis=None, nan_policy="propagate", keepdims=False):
    """The middle of the slopes of all pairs, and between which it lies."""
    refuse("theilslopes", axis=(axis, None), nan_policy=(nan_policy, "propagate"), keepdims=(keepdims, False))
    if method not in ("joint", "separate"):
        raise ValueError("method must be either 'joint' or 'separate'.'joint' is default method.")
    y = np.asarray(y, dtype=float).ravel()
    x, count = np.arange(len(y), dtype=float) if x is None else np.asarray(x, dtype=float).ravel(), len(y)
    across = x[:, None] - x
    slopes = np.sort((y[:, None] - y)[across > 0] / across[across > 0])
    middle = np.median(slopes)
    height = np.median(y) - middle * np.median(x) if method == "separate" else np.median(y - middle * x)
    ties = sum(each * (each - 1) * (2 * each + 5) for values in (x, y) for each in np.unique(values, return_counts=True)[1].tolist())
    many, z = len(slopes), float(norm.ppf((1 - alpha if alpha > 0.5 else alpha) / 2.0))
    wide = math.sqrt(1 / 18.0 * (count * (count - 1) * (2 * count + 5) - ties))
    upper = min(round((many - z * wide) / 2.0), many - 1)
    lower = max(round((many + z * wide) / 2.0) - 1, 0)
    return TheilslopesResult(middle, height, slopes[lower], slopes[upper])


def _likely(power, logs):
    """How likely values are after a power was taken, by their logarithms."""
    if power == 0:
        spread = logs.var()
        return (power - 1) * logs.sum() - len(logs) / 2 * math.log(float(spread))
    grown = power * logs
    high = float(grown.max())
    scaled = np.exp(grown - high)
    return (power - 1) * float(logs.sum()) - len(logs) / 2 * (math.log(float(scaled.var())) + 2 * high - 2 * math.log(abs(power)))


def boxcox_normmax(x, brack=None, method="pearsonr", optimizer=None, *, ymax=None):
    """The power that makes values most normal; by how likely they are with `method="mle"`."""
    from scipy.optimize._older import brent

    refuse("boxcox_normmax", optimizer=(optimizer, None), ymax=(ymax, None))
    if method != "mle":
        refuse("boxcox_normmax", method=(method, "mle"))
    logs = np.log(np.asarray(x, dtype=float))
    return brent(lambda power: -_likely(float(power), logs), brack=(-2.0, 2.0) if brack is None else brack)


def boxcox(x, lmbda=None, alpha=None, optimizer=None):
    """Values to a power that makes them normal, and the power."""
    refuse("boxcox", alpha=(alpha, None))
    x = np.asarray(x)
    if x.ndim != 1:
        raise ValueError("Data must be 1-dimensional.")
    if lmbda is None and bool((x == x[0]).all()):
        raise ValueError("Data must not be constant.")
    if bool((x <= 0).any()):
        raise ValueError("Data must be positive.")
    power = boxcox_normmax(x, method="mle", optimizer=optimizer) if lmbda is None else lmbda
    logs = np.log(x.astype(float))
    found = logs if power == 0 else np.expm1(power * logs) / power
    return (found, power) if lmbda is None else found
