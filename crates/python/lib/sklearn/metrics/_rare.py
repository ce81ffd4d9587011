"""Rarer measures: of probabilities, margins, ranks, and tables of several classes.

What it is not: the common ones. Start reading at `multilabel_confusion_matrix`.
"""

import math

import numpy as np
from sklearn._arrays import different, floats, same_length


def multilabel_confusion_matrix(y_true, y_pred, *, sample_weight=None, labels=None, samplewise=False):
    """For each class a table of two: the class, and all others."""
    from sklearn._arrays import labels as labels_of

    if sample_weight is not None or samplewise:
        raise NotImplementedError("multilabel_confusion_matrix: sample_weight and samplewise are not built into this sklearn")
    truth, guess = (np.asarray(each) for each in (y_true, y_pred))
    if truth.ndim == 2:
        pairs = [(truth[:, at] != 0, guess[:, at] != 0) for at in range(truth.shape[1])]
    else:
        truth, guess = labels_of(y_true), labels_of(y_pred)
        same_length(truth, guess)
        names = different(truth + guess) if labels is None else list(labels)
        pairs = [(np.array([one == name for one in truth]), np.array([one == name for one in guess])) for name in names]
    return np.array([[[int((~a & ~b).sum()), int((~a & b).sum())], [int((a & ~b).sum()), int((a & b).sum())]] for a, b in pairs])


def brier_score_loss(y_true, y_proba, *, sample_weight=None, pos_label=None, labels=None, scale_by_half="auto"):
    """The mean square of how far probabilities are from what was."""
    if labels is not None or scale_by_half != "auto":
        raise NotImplementedError("brier_score_loss: labels and scale_by_half are not built into this sklearn")
    from sklearn._arrays import labels as labels_of

    truth, shares = labels_of(y_true), floats(y_proba)
    same_length(truth, shares)
    if shares.ndim == 2 and shares.shape[1] > 2:
        names = different(truth)
        coded = np.array(truth).reshape(-1, 1) == np.array(names)
        return float(np.average(((shares - coded) ** 2).sum(axis=1), weights=sample_weight))
    shares = shares[:, 1] if shares.ndim == 2 else shares
    if float(shares.max()) > 1:
        raise ValueError(f"y_prob contains values greater than 1: {shares.max()}")
    if float(shares.min()) < 0:
        raise ValueError(f"y_prob contains values less than 0: {shares.min()}")
    positive = max(different(truth)) if pos_label is None else pos_label
    hits = np.array([float(one == positive) for one in truth])
    return float(np.average((hits - shares) ** 2, weights=sample_weight))


def hinge_loss(y_true, pred_decision, *, labels=None, sample_weight=None):
    """How far samples are inside the margin, or on the wrong side, on the mean."""
    from sklearn._arrays import labels as labels_of

    truth, margins = labels_of(y_true), floats(pred_decision)
    names = different(truth if labels is None else labels_of(labels))
    if len(names) > 2:
        places = np.array([names.index(one) for one in truth])
        own = margins[np.arange(len(margins)), places]
        others = np.where(places.reshape(-1, 1) == np.arange(len(names)), -np.inf, margins).max(axis=1)
        margin = own - others
    else:
        margin = np.array([1.0 if one == names[-1] else -1.0 for one in truth]) * margins
    return float(np.average(np.maximum(1 - margin, 0), weights=sample_weight))


def dcg_score(y_true, y_score, *, k=None, log_base=2, sample_weight=None, ignore_ties=False):
    """The gains of samples in the order of their scores, each with less weight the later it comes."""
    del ignore_ties
    gains = [_gain(truth, score, k, log_base) for truth, score in zip(floats(y_true), floats(y_score))]
    return float(np.average(gains, weights=sample_weight))


def ndcg_score(y_true, y_score, *, k=None, sample_weight=None, ignore_ties=False):
    """That, beside the best order."""
    del ignore_ties
    found = []
    for truth, score in zip(floats(y_true), floats(y_score)):
        best = _gain(truth, truth, k, 2)
        found.append(_gain(truth, score, k, 2) / best if best else 0.0)
    return float(np.average(found, weights=sample_weight))


def _gain(truth, score, k, base):
    """Equal scores share their gains."""
    truth, score = truth.tolist(), score.tolist()
    order, total, at = sorted(range(len(score)), key=lambda place: -score[place]), 0.0, 0
    weights = [1 / (math.log(place + 2) / math.log(base)) if k is None or place < k else 0.0 for place in range(len(order))]
    while at < len(order):
        end = at
        while end < len(order) and score[order[end]] == score[order[at]]:
            end += 1
        total += sum(truth[place] for place in order[at:end]) / (end - at) * sum(weights[at:end])
        at = end
    return total


def mean_pinball_loss(y_true, y_pred, *, sample_weight=None, alpha=0.5, multioutput="uniform_average"):
    """How far off a quantile is, on the mean."""
    if multioutput != "uniform_average":
        raise NotImplementedError(f"mean_pinball_loss: multioutput={multioutput!r} is not built into this sklearn")
    off = floats(y_true) - floats(y_pred)
    return float(np.average(np.maximum(alpha * off, (alpha - 1) * off), weights=sample_weight))


def root_mean_squared_log_error(y_true, y_pred, *, sample_weight=None, multioutput="uniform_average"):
    """The root of the mean square of how far logarithms are off."""
    from sklearn.metrics._numbers import mean_squared_log_error

    return math.sqrt(mean_squared_log_error(y_true, y_pred, sample_weight=sample_weight, multioutput=multioutput))


def class_likelihood_ratios(y_true, y_pred, *, labels=None, sample_weight=None, replace_undefined_by=float("nan")):
    """How much more probable a positive, and a negative, answer is if it is right."""
    from sklearn.metrics._classes import confusion_matrix

    (right_no, false), (missed, right) = confusion_matrix(y_true, y_pred, labels=labels, sample_weight=sample_weight).tolist()
    positives, negatives = right + missed, right_no + false
    above = right / positives * negatives / false if false else replace_undefined_by
    below = missed / positives * negatives / right_no if right_no else replace_undefined_by
    return above, below
