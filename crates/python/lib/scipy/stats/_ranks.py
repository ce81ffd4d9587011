"""Tests by ranks, which ask nothing of how samples are spread.

What it is not: of means (`_tests`). Start reading at `mannwhitneyu`.
"""

import math
from collections import Counter

import numpy as np
from scipy.stats._distributions import chi2, norm
from scipy.stats._results import result
from scipy.stats._samples import rankdata, refuse

MannwhitneyuResult = result("MannwhitneyuResult", ["statistic", "pvalue"])
WilcoxonResult = result("WilcoxonResult", ["statistic", "pvalue"], ("zstatistic",))
KruskalResult = result("KruskalResult", ["statistic", "pvalue"])
FriedmanchisquareResult = result("FriedmanchisquareResult", ["statistic", "pvalue"])


def _side(alternative):
    if alternative not in ("two-sided", "less", "greater"):
        raise ValueError("`alternative` must be one of {'two-sided', 'less', 'greater'}")
    return alternative


def _ties(values):
    """The sum of t^3 - t over values that come t times."""
    return sum(count**3 - count for count in Counter(values).values())


def _ways(first, second):
    """How often each value of U comes among all ways to mix two samples of such sizes."""
    # As partitions: the product of (1 - q^(second + i)) / (1 - q^i).
    ways = [1] + [0] * (first * second)
    for part in range(1, first + 1):
        for at in range(len(ways) - 1, second + part - 1, -1):
            ways[at] -= ways[at - second - part]
        for at in range(part, len(ways)):
            ways[at] += ways[at - part]
    return ways


def mannwhitneyu(
    x, y, use_continuity=True, alternative="two-sided", axis=0, method="auto", *, nan_policy="propagate", keepdims=False
):
    """Whether values of one sample tend to be larger than those of another."""
    refuse("mannwhitneyu", axis=(axis, 0), nan_policy=(nan_policy, "propagate"), keepdims=(keepdims, False))
    x, y = (np.asarray(each, dtype=float).ravel() for each in (x, y))
    _side(alternative)
    m, n = len(x), len(y)
    both = np.concatenate([x, y])
    ranks, tied = rankdata(both), _ties(both.tolist())
    own = float(ranks[:m].sum()) - m * (m + 1) / 2
    size = {"greater": own, "less": m * n - own}.get(alternative, max(own, m * n - own))
    if method == "auto":
        method = "asymptotic" if tied or (m > 8 and n > 8) else "exact"
    if method == "exact":
        ways = _ways(m, n)
        chance = sum(ways[int(math.ceil(size)) :]) / sum(ways)
    elif method == "asymptotic":
        wide = math.sqrt(m * n / 12 * (m + n + 1 - tied / ((m + n) * (m + n - 1))))
        away = size - m * n / 2 - (0.5 if use_continuity else 0.0)
        chance = float(norm.sf(away / wide)) if wide else float("nan")
    else:
        raise ValueError("`method` must be one of {'asymptotic', 'exact', 'auto'}")
    chance = min(max(chance * (2 if alternative == "two-sided" else 1), 0.0), 1.0)
    return MannwhitneyuResult(np.float64(own), np.float64(chance))


def _signed(count):
    """How often each sum of some of the ranks 1 to `count` comes."""
    ways = [1]
    for rank in range(1, count + 1):
        longer = ways + [0] * rank
        for at, each in enumerate(ways):
            longer[at + rank] += each
        ways = longer
    return ways


def _chance_of_sum(total, count, alternative):
    ways = _signed(count)
    every = 2**count
    below, above = sum(ways[: math.floor(total) + 1]) / every, sum(ways[math.ceil(total) :]) / every
    return {"less": below, "greater": above}.get(alternative, min(2 * min(below, above), 1.0))


def _chance_of_signs(ranks, total, alternative):
    """Of ranks with ties: by all ways to give them signs."""
    sums = {0.0: 1}
    for rank in ranks:
        more = dict(sums)
        for each, count in sums.items():
            more[each + rank] = more.get(each + rank, 0) + count
        sums = more
    every = sum(sums.values())
    below = sum(count for each, count in sums.items() if each <= total) / every
    above = sum(count for each, count in sums.items() if each >= total) / every
    return {"less": below, "greater": above}.get(alternative, min(2 * min(below, above), 1.0))


def wilcoxon(
    x, y=None, zero_method="wilcox", correction=False, alternative="two-sided", method="auto", *, axis=0,
    nan_policy="propagate", keepdims=False
):  # fmt: skip
    """Whether pairs differ, by the ranks of how far."""
    refuse("wilcoxon", axis=(axis, 0), nan_policy=(nan_policy, "propagate"), keepdims=(keepdims, False),
           zero_method=(zero_method, "wilcox"))
    _side(alternative)
    away = np.asarray(x, dtype=float).ravel()
    away = away if y is None else away - np.asarray(y, dtype=float).ravel()
    whole = len(away)
    away = away[away != 0]
    ranks = rankdata(np.abs(away))
    above, below = float(ranks[away > 0].sum()), float(ranks[away < 0].sum())
    count, tied = len(away), _ties(np.abs(away).tolist())
    is_irregular = bool(tied) or count != whole
    if method == "auto":
        method = "asymptotic" if whole > 50 or is_irregular and whole > 13 else "permuted" if is_irregular else "exact"
    told = None
    if method == "exact":
        chance = _chance_of_sum(above, count, alternative)
    elif method == "permuted":
        chance = _chance_of_signs(ranks.tolist(), above, alternative)
    elif method in ("asymptotic", "approx"):
        wide = math.sqrt((count * (count + 1) * (2 * count + 1) - tied / 2) / 24)
        middle = count * (count + 1) / 4
        shift = 0.5 * float(np.sign(above - middle)) if correction and alternative == "two-sided" else 0.0
        told = (above - middle - shift) / wide
        chance = {"less": float(norm.cdf(told)), "greater": float(norm.sf(told))}.get(alternative, 2 * float(norm.sf(abs(told))))
    else:
        raise ValueError("`method` must be one of {'auto', 'exact', 'asymptotic'} or an instance of `PermutationMethod`.")
    size = min(above, below) if alternative == "two-sided" else above
    return WilcoxonResult(np.float64(size), np.float64(chance), zstatistic=told)


def kruskal(*samples, nan_policy="propagate", axis=0, keepdims=False):
    """Whether several samples lie alike."""
    refuse("kruskal", axis=(axis, 0), nan_policy=(nan_policy, "propagate"), keepdims=(keepdims, False))
    if len(samples) < 2:
        raise ValueError("Need at least two groups in stats.kruskal()")
    samples = [np.asarray(each, dtype=float).ravel() for each in samples]
    both = np.concatenate(samples)
    ranks, count = rankdata(both), len(both)
    ends = np.cumsum([len(each) for each in samples]).tolist()
    sums = [float(ranks[end - len(each) : end].sum()) ** 2 / len(each) for each, end in zip(samples, ends)]
    size = 12.0 / (count * (count + 1)) * sum(sums) - 3 * (count + 1)
    share = 1 - _ties(both.tolist()) / (count**3 - count)
    if share == 0:
        raise ValueError("All numbers are identical in kruskal")
    size /= share
    return KruskalResult(np.float64(size), np.float64(chi2.sf(size, len(samples) - 1)))


def friedmanchisquare(*samples):
    """Whether several measures of the same things lie alike."""
    if len(samples) < 3:
        raise ValueError(f"At least 3 sets of samples must be given for Friedman test, got {len(samples)}.")
    rows = np.stack([np.asarray(each, dtype=float).ravel() for each in samples], axis=1)
    count, kinds = rows.shape
    ranks = np.stack([rankdata(row) for row in rows])
    tied = sum(_ties(row) for row in ranks.tolist())
    share = 1 - tied / (kinds * (kinds * kinds - 1) * count)
    total = float((ranks.sum(axis=0) ** 2).sum())
    size = (12.0 / (kinds * count * (kinds + 1)) * total - 3 * count * (kinds + 1)) / share
    return FriedmanchisquareResult(np.float64(size), np.float64(chi2.sf(size, kinds - 1)))
