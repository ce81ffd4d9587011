"""Precision, recall and what is made of them.

What it is not: their table, which is `classification_report`. Start reading at `precision_recall_fscore_support`.
"""

import math

import numpy as np
from sklearn._arrays import array_of, labels as labels_of
from sklearn.exceptions import UndefinedMetricWarning
from sklearn.metrics._classes import kind_of, targets

_AVERAGES = (None, "micro", "macro", "weighted", "samples", "binary")


def _chosen(y_true, y_pred, found, labels, average, pos_label):
    """The labels that are asked for."""
    if average not in _AVERAGES:
        raise ValueError(f"average has to be one of {_AVERAGES}")
    if average == "samples":
        raise NotImplementedError("sklearn.metrics: average='samples' is not built into this sklearn")
    if average != "binary":
        return found if labels is None else labels_of(labels)
    kinds = kind_of(y_true), kind_of(y_pred)
    if "multiclass" in kinds or len(found) > 2:
        raise ValueError(
            "Target is multiclass but average='binary'. Please choose another average setting, one of "
            "[None, 'micro', 'macro', 'weighted']."
        )
    if pos_label not in found and len(found) >= 2:
        raise ValueError(f"pos_label={pos_label} is not a valid label. It should be one of {array_of(found)}")
    return [pos_label]


def _counts(y_true, y_pred, weights, labels):
    """For each label: how often it was found, predicted, and right."""
    places = {label: at for at, label in enumerate(labels)}
    hits, predicted, right = ([0 if weights is None else 0.0] * len(labels) for _ in range(3))
    for at, (a, b) in enumerate(zip(y_true, y_pred)):
        weight = 1 if weights is None else weights[at]
        if a in places:
            right[places[a]] += weight
            hits[places[a]] += weight if a == b else 0
        if b in places:
            predicted[places[b]] += weight
    return hits, predicted, right


def _shares(parts, wholes, measure, of_what, average, zero_division, warns):
    """Quotients; where there is nothing to divide by, what `zero_division` says."""
    if zero_division == "warn" and warns and any(whole == 0 for whole in wholes):
        import warnings

        where = "" if average in ("binary", "micro") or len(wholes) == 1 else " in labels"
        warnings.warn(
            f"{measure} is ill-defined and being set to 0.0{where} {'with' if where else 'due to'} no {of_what} samples. Use "
            "`zero_division` parameter to control this behavior.",
            UndefinedMetricWarning,
            stacklevel=4,
        )
    instead = 0.0 if zero_division == "warn" else float(zero_division)
    return [part / whole if whole else instead for part, whole in zip(parts, wholes)]


def _averaged(values, weights):
    """The mean of what is a number; nan if nothing is."""
    kept = [(value, weight) for value, weight in zip(values, weights) if not math.isnan(value)]
    whole = sum(weight for _, weight in kept)
    if not kept:
        return math.nan
    return (
        float(sum(value * weight for value, weight in kept) / whole) if whole else sum(v for v, _ in kept) / len(kept)
    )


def precision_recall_fscore_support(
    y_true,
    y_pred,
    *,
    beta=1.0,
    labels=None,
    pos_label=1,
    average=None,
    warn_for=("precision", "recall", "f-score"),
    sample_weight=None,
    zero_division="warn",
):
    """Of what was predicted, the share that is right; of what is right, the share that was found; both in one; how many."""
    if zero_division != "warn" and zero_division not in (0, 1) and not math.isnan(zero_division):
        raise ValueError(f"zero_division must be 'warn', 0.0, 1.0 or nan, got {zero_division!r}")
    y_true, y_pred, weights, found = targets(y_true, y_pred, sample_weight)
    chosen = _chosen(y_true, y_pred, found, labels, average, pos_label)
    hits, predicted, right = _counts(y_true, y_pred, weights, chosen)
    if average == "micro":
        hits, predicted, right = [sum(hits)], [sum(predicted)], [sum(right)]
    settings = average, zero_division
    precision = _shares(hits, predicted, "Precision", "predicted", *settings, "precision" in warn_for)
    recall = _shares(hits, right, "Recall", "true", *settings, "recall" in warn_for)
    square = beta**2
    doubled = [(1 + square) * hit for hit in hits]
    both = [square * a + b for a, b in zip(right, predicted)]
    score = _shares(doubled, both, "F-score", "true nor predicted", *settings, "f-score" in warn_for)
    if math.isinf(beta) or beta == 0:
        score = recall if beta else precision
    if average is None:
        return tuple(np.array(each) for each in (precision, recall, score, right))
    weights = right if average == "weighted" else [1] * len(right)
    return (*(_averaged(each, weights) for each in (precision, recall, score)), None)


def precision_score(
    y_true, y_pred, *, labels=None, pos_label=1, average="binary", sample_weight=None, zero_division="warn"
):
    """Of what was predicted to be a label, the share that is."""
    settings = {"labels": labels, "pos_label": pos_label, "average": average, "sample_weight": sample_weight}
    return precision_recall_fscore_support(
        y_true, y_pred, warn_for=("precision",), zero_division=zero_division, **settings
    )[0]


def recall_score(
    y_true, y_pred, *, labels=None, pos_label=1, average="binary", sample_weight=None, zero_division="warn"
):
    """Of what has a label, the share that was predicted to have it."""
    settings = {"labels": labels, "pos_label": pos_label, "average": average, "sample_weight": sample_weight}
    return precision_recall_fscore_support(
        y_true, y_pred, warn_for=("recall",), zero_division=zero_division, **settings
    )[1]


def fbeta_score(
    y_true, y_pred, *, beta, labels=None, pos_label=1, average="binary", sample_weight=None, zero_division="warn"
):
    """The harmonic mean of precision and recall, in which recall weighs `beta` times as much."""
    settings = {"labels": labels, "pos_label": pos_label, "average": average, "sample_weight": sample_weight}
    return precision_recall_fscore_support(
        y_true, y_pred, beta=beta, warn_for=("f-score",), zero_division=zero_division, **settings
    )[2]


def f1_score(y_true, y_pred, *, labels=None, pos_label=1, average="binary", sample_weight=None, zero_division="warn"):
    """The harmonic mean of precision and recall."""
    settings = {"labels": labels, "pos_label": pos_label, "average": average, "sample_weight": sample_weight}
    return fbeta_score(y_true, y_pred, beta=1.0, zero_division=zero_division, **settings)
