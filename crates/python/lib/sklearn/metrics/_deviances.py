"""Measures of numbers against a model that only knows the middle, deviances of counts, and errors at every threshold.

What it is not: the common ones, which are `_numbers` and `_scores`. Start reading at `mean_tweedie_deviance`.
"""

import numpy as np
from sklearn._arrays import different, floats, same_length


def _mean(values, weights):
    return float(np.average(values, weights=weights))


def _both(y_true, y_pred):
    truth, guess = floats(y_true).astype(float), floats(y_pred).astype(float)
    same_length(truth, guess)
    return truth, guess


def mean_tweedie_deviance(y_true, y_pred, *, sample_weight=None, power=0):
    """How far predictions are from what was, where the spread grows with the mean by a power.

    Raises:
        ValueError: for values that the power has no deviance for.
    """
    truth, guess = _both(y_true, y_pred)
    told = f"Mean Tweedie deviance error with power={power} can only be used on "
    if power < 0 and bool((guess <= 0).any()):
        raise ValueError(told + "strictly positive y_pred.")
    if 1 <= power < 2 and bool((truth < 0).any() or (guess <= 0).any()):
        raise ValueError(told + "non-negative y and strictly positive y_pred.")
    if power >= 2 and bool((truth <= 0).any() or (guess <= 0).any()):
        raise ValueError(told + "strictly positive y and y_pred.")
    return _mean(_deviances(truth, guess, power), sample_weight)


def _deviances(truth, guess, power):
    if power == 0:
        return (truth - guess) ** 2
    if power == 1:
        logs = np.where(truth > 0, truth * np.log(np.where(truth > 0, truth / guess, 1.0)), 0.0)
        return 2 * (logs - truth + guess)
    if power == 2:
        return 2 * (np.log(guess / truth) + truth / guess - 1)
    own = np.where(truth > 0, truth, 0.0) if power < 0 else truth
    return 2 * (own ** (2 - power) / ((1 - power) * (2 - power)) - truth * guess ** (1 - power) / (1 - power)
                + guess ** (2 - power) / (2 - power))


def mean_poisson_deviance(y_true, y_pred, *, sample_weight=None):
    """The deviance of counts."""
    return mean_tweedie_deviance(y_true, y_pred, sample_weight=sample_weight, power=1)


def mean_gamma_deviance(y_true, y_pred, *, sample_weight=None):
    """The deviance of lengths."""
    return mean_tweedie_deviance(y_true, y_pred, sample_weight=sample_weight, power=2)


def d2_tweedie_score(y_true, y_pred, *, sample_weight=None, power=0):
    """The share of the deviance that is explained."""
    truth, _ = _both(y_true, y_pred)
    mean = np.full(len(truth), np.average(truth, weights=sample_weight))
    own = mean_tweedie_deviance(y_true, y_pred, sample_weight=sample_weight, power=power)
    return 1 - own / _mean(_deviances(truth, mean, power), sample_weight)


def _pinballs(truth, guess, alpha):
    off = truth - guess
    return alpha * np.maximum(off, 0) + (1 - alpha) * np.maximum(-off, 0)


def d2_pinball_score(y_true, y_pred, *, sample_weight=None, alpha=0.5, multioutput="uniform_average"):
    """The share of the error about a quantile that is explained."""
    truth, guess = _both(y_true, y_pred)
    if sample_weight is not None or truth.ndim > 1 or multioutput != "uniform_average":
        raise NotImplementedError("d2_pinball_score: sample_weight, and several goals, are not built into this sklearn")
    middle = np.full(len(truth), np.percentile(truth, alpha * 100))
    own, whole = _mean(_pinballs(truth, guess, alpha), None), _mean(_pinballs(truth, middle, alpha), None)
    return 1 - own / whole if whole else float(own == 0)


def d2_absolute_error_score(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average"):
    """The share of the absolute error about the median that is explained."""
    return d2_pinball_score(y_true, y_pred, sample_weight=sample_weight, alpha=0.5, multioutput=multioutput)


def det_curve(y_true, y_score, pos_label=None, sample_weight=None, drop_intermediate=False):
    """The shares of false alarms and of misses at each threshold."""
    from sklearn._arrays import labels as labels_of

    if sample_weight is not None or drop_intermediate:
        raise NotImplementedError("det_curve: sample_weight and drop_intermediate are not built into this sklearn")
    names, scores = labels_of(y_true), floats(y_score).astype(float)
    same_length(names, scores)
    kinds = different(names)
    if len(kinds) != 2:
        raise ValueError("Only one class is present in y_true. Detection error tradeoff curve is not defined in that case.")
    positive = kinds[1] if pos_label is None else pos_label
    hits = np.array([name == positive for name in names])
    order = np.argsort(-scores, kind="stable")
    scores, hits = scores[order], hits[order]
    ends = np.concatenate([np.nonzero(np.diff(scores))[0], [len(scores) - 1]])
    right = np.cumsum(hits)[ends]
    wrong = 1 + ends - right
    positives, negatives = right[-1], wrong[-1]
    # Thresholds below which all are found, or no alarm is false, say no more.
    first = max(int((wrong == 0).sum()) - 1, 0)
    last = int(np.searchsorted(right, right[-1])) + 1
    part = slice(first, last)
    return (wrong[part][::-1] / negatives, (positives - right[part])[::-1] / positives, scores[ends][part][::-1])
