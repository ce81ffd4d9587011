"""Predicted labels beside the right ones: accuracy and the confusion matrix.

What it is not: precision and recall, which are in `_hits`. Start reading at `targets`.
"""

import numpy as np
from _scalars import FLOATS
from sklearn._arrays import different, floats, labels as labels_of, plain, same_length


def kind_of(y):
    """What scikit-learn calls these targets: binary, multiclass, continuous."""
    if any(isinstance(value, FLOATS) and value % 1 != 0 for value in y):
        return "continuous"
    return "multiclass" if len(set(y)) > 2 else "binary"


def targets(y_true, y_pred, sample_weight=None):
    """Right and predicted labels and weights as lists, and all labels that there are, in order.

    Raises:
        ValueError: for different lengths, and for predictions that are no labels.
    """
    same_length(y_true, y_pred, sample_weight)
    for y in (plain(y_true), plain(y_pred)):
        if getattr(y, "ndim", 1) > 1 and y.shape[1] > 1:
            raise NotImplementedError("sklearn.metrics: several labels a sample are not built into this sklearn")
    y_true, y_pred = labels_of(y_true), labels_of(y_pred)
    kinds = kind_of(y_true), kind_of(y_pred)
    if "continuous" in kinds:
        if kinds[0] != kinds[1]:
            raise ValueError(f"Classification metrics can't handle a mix of {kinds[0]} and {kinds[1]} targets")
        raise ValueError("continuous is not supported")
    weights = None if sample_weight is None else floats(sample_weight).tolist()
    try:
        return y_true, y_pred, weights, different(y_true + y_pred)
    except TypeError:
        told = [str(value) for value in sorted({str(value) for value in y_true + y_pred})]
        raise ValueError(f"Mix of label input types (string and number): {told}") from None


def accuracy_score(y_true, y_pred, *, normalize=True, sample_weight=None):
    """The share of predictions that are right; without `normalize`, how many are."""
    y_true, y_pred, weights, _ = targets(y_true, y_pred, sample_weight)
    right = [a == b for a, b in zip(y_true, y_pred)]
    weights = [1] * len(right) if weights is None else weights
    found = sum(weight for weight, is_right in zip(weights, right) if is_right)
    return float(found / sum(weights)) if normalize else float(found)


def zero_one_loss(y_true, y_pred, *, normalize=True, sample_weight=None):
    """The share of predictions that are wrong; without `normalize`, how many are."""
    right = accuracy_score(y_true, y_pred, normalize=normalize, sample_weight=sample_weight)
    if normalize:
        return 1 - right
    whole = len(labels_of(y_true)) if sample_weight is None else float(floats(sample_weight).sum())
    return whole - right


def confusion_matrix(y_true, y_pred, *, labels=None, sample_weight=None, normalize=None):
    """How often each label, a row, was predicted as each, a column."""
    y_true, y_pred, weights, found = targets(y_true, y_pred, sample_weight)
    chosen = found if labels is None else labels_of(labels)
    if not chosen and labels is not None:
        raise ValueError("'labels' should contain at least one label.")
    if y_true and not set(y_true) & set(chosen):
        raise ValueError("At least one label specified must be in y_true")
    places = {label: at for at, label in enumerate(chosen)}
    counts = [[0 if weights is None else 0.0] * len(chosen) for _ in chosen]
    for at, (a, b) in enumerate(zip(y_true, y_pred)):
        if a in places and b in places:
            counts[places[a]][places[b]] += 1 if weights is None else weights[at]
    if len(chosen) == 1:
        _warn_of_one()
    return _normalized(np.array(counts), normalize)


def _normalized(matrix, normalize):
    if normalize is None:
        return matrix
    if normalize not in ("true", "pred", "all"):
        raise ValueError(f"normalize must be one of {{'true', 'pred', 'all', None}}, got {normalize!r}")
    axis = {"true": 1, "pred": 0, "all": None}[normalize]
    shares = matrix / matrix.sum(axis=axis, keepdims=True)
    return np.where(np.isnan(shares), np.zeros_like(shares), shares)


def _warn_of_one():
    import warnings

    warnings.warn(
        "A single label was found in 'y_true' and 'y_pred'. For the confusion matrix to have the correct shape, use the "
        "'labels' parameter to pass all known labels.",
        UserWarning,
        stacklevel=3,
    )


def balanced_accuracy_score(y_true, y_pred, *, sample_weight=None, adjusted=False):
    """The mean over the labels of the share that was found."""
    matrix = confusion_matrix(y_true, y_pred, sample_weight=sample_weight).tolist()
    shares = [row[at] / sum(row) for at, row in enumerate(matrix) if sum(row)]
    score = float(np.mean(shares))
    if not adjusted:
        return score
    chance = 1 / len(shares)
    return (score - chance) / (1 - chance)
