"""How two measures go together.

What it is not: of more than two. Start reading at `pearsonr`.
"""

import math

import numpy as np
from scipy.special import betainc
from scipy.stats._distributions import norm, t
from scipy.stats._results import result
from scipy.stats._samples import rankdata, refuse

PearsonRResult = result("PearsonRResult", ["statistic", "pvalue"])
SignificanceResult = result("SignificanceResult", ["statistic", "pvalue"])
LinregressResult = result(
    "LinregressResult", ["slope", "intercept", "rvalue", "pvalue", "stderr"], ("intercept_stderr",), True
)


def _both(x, y):
    x, y = np.asarray(x, dtype=float).ravel(), np.asarray(y, dtype=float).ravel()
    if len(x) != len(y):
        raise ValueError("`x` and `y` must be broadcastable.")
    return x, y


def _correlation(x, y):
    x, y = x - x.mean(), y - y.mean()
    return max(min(float((x / math.sqrt(float((x * x).sum()))) @ (y / math.sqrt(float((y * y).sum())))), 1.0), -1.0)


def pearsonr(x, y, *, alternative="two-sided", method=None, axis=0):
    """How near to a line, and how likely that is by chance."""
    refuse("pearsonr", alternative=(alternative, "two-sided"), method=(method, None), axis=(axis, 0))
    x, y = _both(x, y)
    if len(x) < 2:
        raise ValueError("`x` and `y` must have length at least 2.")
    found = _correlation(x, y)
    half = len(x) / 2 - 1
    chance = 1.0 if len(x) == 2 else 2 * float(betainc(half, half, (1 - abs(found)) / 2))
    return PearsonRResult(np.float64(found), np.float64(chance))


def spearmanr(a, b=None, axis=0, nan_policy="propagate", alternative="two-sided"):
    """The same of ranks."""
    refuse("spearmanr", axis=(axis, 0), nan_policy=(nan_policy, "propagate"), alternative=(alternative, "two-sided"))
    if b is None:
        table = np.asarray(a, dtype=float)
        if table.ndim != 2 or table.shape[1] != 2:
            raise NotImplementedError("spearmanr: of more than two columns is not built into this scipy")
        a, b = table[:, 0], table[:, 1]
    x, y = _both(a, b)
    found, free = _correlation(rankdata(x), rankdata(y)), len(x) - 2
    chance = (
        0.0 if abs(found) == 1.0 else 2 * float(t.sf(abs(found) * math.sqrt(free / ((found + 1) * (1 - found))), free))
    )
    return SignificanceResult(np.float64(found), np.float64(chance))


def kendalltau(x, y, *, nan_policy="propagate", method="auto", variant="b", alternative="two-sided"):
    """How many pairs are in the same order."""
    refuse(
        "kendalltau",
        nan_policy=(nan_policy, "propagate"),
        variant=(variant, "b"),
        alternative=(alternative, "two-sided"),
    )
    x, y = _both(x, y)
    xs, ys, count = x.tolist(), y.tolist(), len(x)
    pairs = [
        ((xs[i] > xs[j]) - (xs[i] < xs[j]), (ys[i] > ys[j]) - (ys[i] < ys[j])) for i in range(count) for j in range(i)
    ]
    score = sum(first * second for first, second in pairs)
    in_x, in_y = sum(first != 0 for first, _ in pairs), sum(second != 0 for _, second in pairs)
    found = score / math.sqrt(in_x) / math.sqrt(in_y)
    if method == "asymptotic":
        spread = (2 * count + 5) * count * (count - 1) / 18
        return SignificanceResult(np.float64(found), np.float64(2 * float(norm.sf(abs(score) / math.sqrt(spread)))))
    if in_x != len(pairs) or in_y != len(pairs) or count > 33:
        raise NotImplementedError(
            "kendalltau: the chance with ties is not built into this scipy; method='asymptotic' is"
        )
    return SignificanceResult(np.float64(found), np.float64(_exact(count, (len(pairs) - abs(score)) // 2)))


def _exact(count, swapped):
    """How many orders have so few pairs swapped, of all there are, at either end."""
    ways = [1]
    for size in range(2, count + 1):
        ways = [sum(ways[max(0, at - size + 1) : at + 1]) for at in range(len(ways) + size - 1)]
    return min(2 * sum(ways[: swapped + 1]) / math.factorial(count), 1.0)


def linregress(x, y, alternative="two-sided"):
    """The line with the least squares, and how sure it is."""
    refuse("linregress", alternative=(alternative, "two-sided"))
    x, y = _both(x, y)
    count = len(x)
    if count and bool((x == x[0]).all()) and count > 1:
        raise ValueError("Cannot calculate a linear regression if all x values are identical")
    middle, level = float(x.mean()), float(y.mean())
    across = float(((x - middle) ** 2).mean())
    down, common = float(((y - level) ** 2).mean()), float(((x - middle) * (y - level)).mean())
    found = max(min(common / math.sqrt(across * down), 1.0), -1.0) if across and down else 0.0
    slope = common / across
    start, free = level - slope * middle, count - 2
    if count == 2:
        chance, error, start_error = 1.0 if float(y[0]) == float(y[1]) else 0.0, 0.0, 0.0
    else:
        size = found * math.sqrt(free / ((1.0 - found + 1e-20) * (1.0 + found + 1e-20)))
        chance = 2 * float(t.sf(abs(size), free))
        error = math.sqrt((1 - found**2) * down / across / free)
        start_error = error * math.sqrt(across + middle**2)
    values = [np.float64(each) for each in (slope, start, found, chance, error)]
    return LinregressResult(*values, intercept_stderr=np.float64(start_error))
