"""Measures that are made of four counts: accuracy, precision, recall and their kin, each from the same counts.

What it is not: the counting, which is `_classes.Task`'s. Start reading at `RATES`.
"""

import torch
from torchmetrics._classes import averaged, divided


def _simple(above, below):
    """A measure that is one count, or a sum of them, over another."""

    def rate(task, counts, zero_division=0.0):
        if task.average == "micro":
            counts = tuple(each.sum() for each in counts)
        tp, fp, tn, fn = counts
        score = divided(above(tp, fp, tn, fn), below(tp, fp, tn, fn), zero_division)
        return score if task.kind == "binary" or task.average == "micro" else averaged(score, task, counts)

    return rate


precision = _simple(lambda tp, fp, tn, fn: tp, lambda tp, fp, tn, fn: tp + fp)
recall = _simple(lambda tp, fp, tn, fn: tp, lambda tp, fp, tn, fn: tp + fn)
specificity = _simple(lambda tp, fp, tn, fn: tn, lambda tp, fp, tn, fn: tn + fp)
negative_predictive_value = _simple(lambda tp, fp, tn, fn: tn, lambda tp, fp, tn, fn: tn + fn)
_all_right = _simple(lambda tp, fp, tn, fn: tp + tn, lambda tp, fp, tn, fn: tp + fp + tn + fn)
_all_wrong = _simple(lambda tp, fp, tn, fn: fp + fn, lambda tp, fp, tn, fn: tp + fp + tn + fn)
_missed = _simple(lambda tp, fp, tn, fn: fn, lambda tp, fp, tn, fn: tp + fn)


def accuracy(task, counts):
    """The share that is right; of several classes the share of each that was found."""
    return (recall if task.kind == "multiclass" else _all_right)(task, counts)


def hamming_distance(task, counts):
    """The share that is wrong."""
    return (_missed if task.kind == "multiclass" else _all_wrong)(task, counts)


def fbeta_score(task, counts, beta=1.0, zero_division=0.0):
    """The harmonic mean of precision and recall, where recall counts beta times as much."""
    square = beta * beta
    rate = _simple(
        lambda tp, fp, tn, fn: (1 + square) * tp, lambda tp, fp, tn, fn: (1 + square) * tp + square * fn + fp
    )
    return rate(task, counts, zero_division)


def stat_scores(task, counts):
    """The counts themselves and how many there truly are."""
    tp, fp, tn, fn = counts
    table = torch.stack([tp, fp, tn, fn, tp + fn], -1)
    if task.kind == "binary" or task.average in ("none", None):
        return table
    if task.average == "micro":
        return table if table.ndim == 1 else table.sum(0)
    if task.average == "macro":
        return table.float().mean(0)
    weights = (tp + fn).float()
    return (table * (weights / weights.sum()).reshape(-1, 1)).sum(0)


# The name of the module that has the classes, the classes' common name, how it is computed, and what else it takes.
RATES = (
    ("accuracy", "Accuracy", accuracy, ()),
    ("precision_recall", "Precision", precision, ("zero_division",)),
    ("precision_recall", "Recall", recall, ("zero_division",)),
    ("specificity", "Specificity", specificity, ()),
    ("negative_predictive_value", "NegativePredictiveValue", negative_predictive_value, ()),
    ("f_beta", "F1Score", fbeta_score, ("zero_division",)),
    ("f_beta", "FBetaScore", fbeta_score, ("beta", "zero_division")),
    ("hamming", "HammingDistance", hamming_distance, ()),
    ("stat_scores", "StatScores", stat_scores, ()),
)
