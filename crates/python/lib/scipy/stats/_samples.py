"""Measures of samples.

What it is not: tests, which are `_tests`. Start reading at `zscore`.
"""

import math

import numpy as np
from scipy.stats._results import result

DescribeResult = result("DescribeResult", ["nobs", "minmax", "mean", "variance", "skewness", "kurtosis"])
ModeResult = result("ModeResult", ["mode", "count"])


def refuse(owner, **given):
    """Raises NotImplementedError for options that have another value than the one that is built."""
    for name, (value, built) in given.items():
        if value is not built and value != built:
            raise NotImplementedError(f"{owner}: {name}={value!r} is not built into this scipy")


def _array(a, axis):
    array = np.asarray(a, dtype=float)
    return (array.ravel(), 0) if axis is None else (array, axis)


def _kept(values, axis):
    return np.expand_dims(values, axis) if getattr(values, "ndim", 0) else values


def zscore(a, axis=0, ddof=0, nan_policy="propagate"):
    """How many deviations each value is from the mean."""
    refuse("zscore", nan_policy=(nan_policy, "propagate"))
    array, axis = _array(a, axis)
    return (array - array.mean(axis=axis, keepdims=True)) / np.asarray(_kept(np.std(array, axis=axis, ddof=ddof), axis))


def sem(a, axis=0, ddof=1):
    """The deviation of the mean."""
    array, axis = _array(a, axis)
    return np.std(array, axis=axis, ddof=ddof) / math.sqrt(array.shape[axis])


def moment(a, order=1, axis=0, *, center=None):
    """The mean power of the distance from the mean."""
    array, axis = _array(a, axis)
    middle = array.mean(axis=axis, keepdims=True) if center is None else center
    return (
        ((array - middle) ** order).mean(axis=axis) if order != 1 or center is not None else 0.0 * array.mean(axis=axis)
    )


def _standardized(a, order, axis):
    array, axis = _array(a, axis)
    away = array - array.mean(axis=axis, keepdims=True)
    return (away**order).mean(axis=axis) / (away**2).mean(axis=axis) ** (order / 2), array.shape[axis]


def skew(a, axis=0, bias=True, nan_policy="propagate"):
    """How far it leans: above 0 to the right."""
    refuse("skew", nan_policy=(nan_policy, "propagate"))
    value, count = _standardized(a, 3, axis)
    return value if bias or count <= 2 else math.sqrt(count * (count - 1)) / (count - 2) * value


def kurtosis(a, axis=0, fisher=True, bias=True, nan_policy="propagate"):
    """How heavy its ends are; with `fisher` 0 for the normal distribution."""
    refuse("kurtosis", nan_policy=(nan_policy, "propagate"))
    value, count = _standardized(a, 4, axis)
    if not bias and count > 3:
        value = ((count**2 - 1) * value - 3 * (count - 1) ** 2) / ((count - 2) * (count - 3)) + 3.0
    return value - 3 if fisher else value


def variation(a, axis=0, nan_policy="propagate", ddof=0, *, keepdims=False):
    """The standard deviation as a share of the mean."""
    refuse("variation", nan_policy=(nan_policy, "propagate"))
    array = np.asarray(a, dtype=np.float64)
    return array.std(axis=axis, ddof=ddof, keepdims=keepdims) / array.mean(axis=axis, keepdims=keepdims)


def describe(a, axis=0, ddof=1, bias=True):
    """How many, from where to where, mean, variance, skewness and kurtosis."""
    array, axis = _array(a, axis)
    ends = (array.min(axis=axis), array.max(axis=axis))
    raw = np.asarray(a)
    ends = (raw.min(axis=axis), raw.max(axis=axis)) if raw.ndim == array.ndim else ends
    spread = np.var(array, axis=axis, ddof=ddof)
    shape = (skew(array, axis, bias), kurtosis(array, axis, True, bias))
    return DescribeResult(np.int64(array.shape[axis]), ends, array.mean(axis=axis), spread, *shape)


def mode(a, axis=0, keepdims=False):
    """The value that occurs most often, of several the least, and how often."""
    if keepdims:
        raise NotImplementedError("mode: keepdims=True is not built into this scipy")
    array = np.asarray(a)
    if array.ndim == 0 or array.size == 0:
        return ModeResult(np.float64(math.nan), np.float64(0.0))
    if axis is None or array.ndim == 1:
        values, counts = np.unique(array.ravel(), return_counts=True)
        at = int(counts.argmax())
        return ModeResult(values[at], counts[at])
    if array.ndim != 2 or axis not in (0, 1, -1):
        raise NotImplementedError("mode: arrays of more than two dimensions are not built into this scipy")
    found = [mode(column) for column in (array.T if axis == 0 else array)]
    return ModeResult(np.array([each.mode.item() for each in found]), np.array([int(each[1]) for each in found]))


def entropy(pk, qk=None, base=None, axis=0):
    """How uncertain shares leave one, or how far they are from others."""
    pk, axis = _array(pk, axis)
    pk = pk / pk.sum(axis=axis, keepdims=True)
    safe = np.where(pk > 0, pk, np.ones(pk.shape))
    if qk is None:
        parts = -pk * np.log(safe)
    else:
        qk, _ = _array(qk, axis)
        qk = qk / qk.sum(axis=axis, keepdims=True)
        if pk.shape != qk.shape:
            raise ValueError("Array shapes are incompatible for broadcasting.")
        parts = np.where(pk > 0, pk * np.log(safe / qk), np.zeros(pk.shape))
    found = parts.sum(axis=axis)
    return found if base is None else found / math.log(base)


def rankdata(a, method="average", *, axis=None):
    """The place of each value in their order, from 1; of equal ones as `method` says."""
    if axis is not None:
        raise NotImplementedError("rankdata: axis is not built into this scipy")
    if method not in ("average", "min", "max", "dense", "ordinal"):
        raise ValueError(f'unknown method "{method}"')
    values = np.asarray(a).ravel().tolist()
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks, at, number = [0.0] * len(values), 0, 0
    while at < len(order):
        end = at
        while end + 1 < len(order) and values[order[end + 1]] == values[order[at]]:
            end += 1
        number += 1
        for step, place in enumerate(range(at, end + 1)):
            rank = {
                "average": (at + end) / 2 + 1,
                "min": at + 1,
                "max": end + 1,
                "dense": number,
                "ordinal": at + step + 1,
            }[method]
            ranks[order[place]] = rank
        at = end + 1
    return np.array(ranks, dtype=float if method == "average" else int)


def gmean(a, axis=0):
    """The root of the product."""
    array, axis = _array(a, axis)
    return np.exp(np.log(array).mean(axis=axis))


def hmean(a, axis=0):
    """The inverse of the mean inverse."""
    array, axis = _array(a, axis)
    return array.shape[axis] / (1 / array).sum(axis=axis)


def iqr(x, axis=None, rng=(25, 75)):
    """How far the middle half reaches."""
    array, axis = _array(x, axis)
    return np.percentile(array, rng[1], axis=axis) - np.percentile(array, rng[0], axis=axis)


def trim_mean(a, proportiontocut, axis=0):
    """The mean without a share at either end."""
    array, axis = _array(a, axis)
    count = array.shape[axis]
    cut = int(proportiontocut * count)
    if 2 * cut >= count:
        raise ValueError("Proportion too big.")
    ordered = np.sort(array, axis)
    kept = ordered[cut : count - cut] if axis == 0 else ordered[:, cut : count - cut]
    return kept.mean(axis=axis)


def percentileofscore(a, score, kind="rank"):
    """The per cent of values that lie below."""
    values = np.asarray(a, dtype=float).ravel().tolist()
    below, same = sum(each < score for each in values), sum(each == score for each in values)
    shares = {"rank": below + (same + (same > 0)) / 2, "strict": below, "weak": below + same, "mean": below + same / 2}
    if kind not in shares:
        raise ValueError("kind can only be 'rank', 'strict', 'weak' or 'mean'")
    return np.float64(shares[kind] * 100.0 / len(values))
