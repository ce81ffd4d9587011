"""Scores and probabilities beside the right labels: curves over all thresholds, and log loss.

What it is not: labels beside labels, which are in `_classes`. Start reading at `roc_curve`.
"""

import math

import numpy as np
from sklearn._arrays import array_of, different, floats, labels as labels_of, refuse, same_length
from sklearn.metrics._classes import kind_of


def auc(x, y):
    """The area below points joined by lines."""
    same_length(x, y)
    x, y = floats(x).tolist(), floats(y).tolist()
    if len(x) < 2:
        raise ValueError(f"At least 2 points are needed to compute area under curve, but x.shape = {(len(x),)}")
    steps = [b - a for a, b in zip(x, x[1:])]
    if any(step < 0 for step in steps) and any(step > 0 for step in steps):
        raise ValueError(f"x is neither increasing nor decreasing : {np.array(x)}.")
    area = sum((a + b) / 2 * step for a, b, step in zip(y, y[1:], steps))
    return float(-area if any(step < 0 for step in steps) else area)


def _positive(y, pos_label):
    """The label that counts as positive.

    Raises:
        ValueError: if none is named and it is not plain which one it is.
    """
    if pos_label is not None:
        return pos_label
    if not set(y) <= {0, 1} and not set(y) <= {-1, 1}:
        found = ", ".join(repr(label) for label in different(y))
        raise ValueError(
            f"y_true takes value in {{{found}}} and pos_label is not specified: either make y_true take value in {{0, 1}} or "
            "{-1, 1} or pass pos_label explicitly."
        )
    return 1


def _sweep(y_true, y_score, pos_label, sample_weight):
    """False and true positives at each threshold, from the highest, and the thresholds."""
    same_length(y_true, y_score, sample_weight)
    y_true, scores = labels_of(y_true), labels_of(y_score)
    if kind_of(y_true) != "binary":
        raise ValueError(f"{kind_of(y_true)} format is not supported")
    positive = _positive(y_true, pos_label)
    weights = [1] * len(scores) if sample_weight is None else floats(sample_weight).tolist()
    order = sorted(range(len(scores)), key=lambda at: -scores[at])
    false, true, thresholds = [], [], []
    wrong = right = 0
    for at, place in enumerate(order):
        if y_true[place] == positive:
            right += weights[place]
        else:
            wrong += weights[place]
        if at == len(order) - 1 or scores[order[at + 1]] != scores[place]:
            false.append(wrong)
            true.append(right)
            thresholds.append(scores[place])
    return false, true, thresholds


def roc_curve(y_true, y_score, *, pos_label=None, sample_weight=None, drop_intermediate=True):
    """The shares of false and of true positives at falling thresholds."""
    false, true, thresholds = _sweep(y_true, y_score, pos_label, sample_weight)
    if drop_intermediate and len(false) > 2:
        kept = [at for at in range(len(false)) if at in (0, len(false) - 1) or _bends(false, at) or _bends(true, at)]
        false, true, thresholds = ([values[at] for at in kept] for values in (false, true, thresholds))
    false, true = [0, *false], [0, *true]
    shares = [_share_of_last(values, name) for values, name in ((false, "negative"), (true, "positive"))]
    return np.array(shares[0]), np.array(shares[1]), np.array([math.inf, *map(float, thresholds)])


def _bends(values, at):
    return values[at - 1] - 2 * values[at] + values[at + 1] != 0


def _share_of_last(values, name):
    if values[-1] > 0:
        return [value / values[-1] for value in values]
    import warnings

    from sklearn.exceptions import UndefinedMetricWarning

    other = "false" if name == "negative" else "true"
    warnings.warn(
        f"No {name} samples in y_true, {other} positive value should be meaningless",
        UndefinedMetricWarning,
        stacklevel=4,
    )
    return [math.nan] * len(values)


def precision_recall_curve(y_true, y_score, *, pos_label=None, sample_weight=None, drop_intermediate=False):
    """Precision and recall at rising thresholds; at the end 1 and 0, without a threshold."""
    refuse("precision_recall_curve", drop_intermediate=(drop_intermediate, False))
    false, true, thresholds = _sweep(y_true, y_score, pos_label, sample_weight)
    precision = [hit / (hit + miss) if hit + miss else 0.0 for hit, miss in zip(true, false)]
    recall = [hit / true[-1] if true[-1] else 1.0 for hit in true]
    return np.array([*precision[::-1], 1.0]), np.array([*recall[::-1], 0.0]), np.array(thresholds[::-1])


def roc_auc_score(
    y_true, y_score, *, average="macro", sample_weight=None, max_fpr=None, multi_class="raise", labels=None
):
    """How likely a positive sample scores higher than a negative one; of several classes, the mean over them."""
    refuse("roc_auc_score", max_fpr=(max_fpr, None))
    y = labels_of(y_true)
    scores = floats(y_score)
    if kind_of(y) == "binary" and (scores.ndim == 1 or scores.shape[1] == 1):
        if len(set(y)) < 2:
            return _undefined()
        positive = max(y)
        return _area([label == positive for label in y], scores.ravel().tolist(), sample_weight)
    return _of_classes(y, scores, average, sample_weight, multi_class, labels)


def _area(is_positive, scores, sample_weight):
    return auc(*roc_curve([int(each) for each in is_positive], scores, sample_weight=sample_weight)[:2])


def _undefined():
    import warnings

    from sklearn.exceptions import UndefinedMetricWarning

    warnings.warn(
        "Only one class is present in y_true. ROC AUC score is not defined in that case.",
        UndefinedMetricWarning,
        stacklevel=3,
    )
    return math.nan


def _of_classes(y, scores, average, sample_weight, multi_class, labels):
    if multi_class not in ("ovr", "ovo"):
        raise ValueError("multi_class must be in ('ovo', 'ovr')")
    if average not in ("macro", "weighted"):
        refuse("roc_auc_score", average=(average, "macro"))
    if any(abs(total - 1) > 1e-8 + 1e-5 for total in scores.sum(axis=1).tolist()):
        raise ValueError(
            "Target scores need to be probabilities for multiclass roc_auc, i.e. they should sum up to 1.0 over classes"
        )
    classes = different(y) if labels is None else labels_of(labels)
    if len(classes) != scores.shape[1]:
        raise ValueError("Number of classes in y_true not equal to the number of columns in 'y_score'")
    if multi_class == "ovo":
        refuse("roc_auc_score with multi_class='ovo'", sample_weight=(sample_weight, None))
        areas, shares = _by_pairs(y, scores, classes)
    else:
        areas = [
            _area([label == own for label in y], scores[:, at].tolist(), sample_weight)
            for at, own in enumerate(classes)
        ]
        shares = [y.count(own) for own in classes]
    shares = [1] * len(areas) if average == "macro" else shares
    return sum(area * share for area, share in zip(areas, shares)) / sum(shares)


def _by_pairs(y, scores, classes):
    """The area for each two classes, both ways, and how many samples are of either."""
    areas, shares = [], []
    for first in range(len(classes)):
        for second in range(first + 1, len(classes)):
            own = [at for at, label in enumerate(y) if label in (classes[first], classes[second])]
            both = [
                _area([y[at] == classes[column] for at in own], [float(scores[at, column]) for at in own], None)
                for column in (first, second)
            ]
            areas.append(sum(both) / 2)
            shares.append(len(own) / len(y))
    return areas, shares


def log_loss(y_true, y_proba=None, *, normalize=True, sample_weight=None, labels=None, y_pred="deprecated"):
    """The mean of the logarithms of what the right labels were given, less than 0 being more."""
    if not isinstance(y_pred, str):
        y_proba = y_pred
    same_length(y_true, y_proba, sample_weight)
    y, shares = labels_of(y_true), floats(y_proba)
    classes = different(y if labels is None else labels_of(labels))
    if len(classes) == 1:
        raise ValueError(
            f"y_true contains only one label ({classes[0]}). Please provide the list of all expected class labels explicitly "
            "through the labels argument."
        )
    shares = shares.reshape(-1, 1) if shares.ndim == 1 else shares
    if shares.shape[1] == 1:
        shares = np.concatenate([1 - shares, shares], axis=1)
    if shares.shape[1] != len(classes):
        raise ValueError(
            f"y_true and y_prob contain different number of classes: {len(classes)} vs {shares.shape[1]}. Please provide the "
            f"true labels explicitly through the labels argument. Classes found in y_true: {array_of(classes)}"
        )
    least = 2.0**-52 if shares.dtype.name == "float64" else 2.0**-23
    given = np.clip(shares, least, 1 - least).tolist()
    losses = [-math.log(row[classes.index(label)]) for row, label in zip(given, y)]
    weights = [1] * len(y) if sample_weight is None else floats(sample_weight).tolist()
    whole = sum(loss * weight for loss, weight in zip(losses, weights))
    return float(whole / sum(weights)) if normalize else float(whole)


def average_precision_score(y_true, y_score, *, average="macro", pos_label=1, sample_weight=None):
    """The mean precision, weighted by how much recall each threshold adds."""
    refuse("average_precision_score", average=(average, "macro"))
    precision, recall, _ = precision_recall_curve(y_true, y_score, pos_label=pos_label, sample_weight=sample_weight)
    return float(max(0.0, -(np.diff(recall) * precision[:-1]).sum()))


def top_k_accuracy_score(y_true, y_score, *, k=2, normalize=True, sample_weight=None, labels=None):
    """The share of samples whose label is among the k with the highest scores."""
    refuse("top_k_accuracy_score", sample_weight=(sample_weight, None))
    names, scores = labels_of(y_true), np.asarray(y_score, dtype=float)
    classes = different(names) if labels is None else labels_of(labels)
    if scores.ndim == 1:
        found = [(score > 0.5) == (name == classes[1]) or k > 1 for name, score in zip(names, scores.tolist())]
    else:
        if len(classes) != scores.shape[1]:
            raise ValueError(
                f"Number of classes in 'y_true' ({len(classes)}) not equal to the number of classes in 'y_score' "
                f"({scores.shape[1]}).You can provide a list of all known classes by assigning it to the `labels` parameter."
            )
        found = [
            classes.index(name) in sorted(range(len(row)), key=lambda at: (-row[at], -at))[:k]
            for name, row in zip(names, scores.tolist())
        ]
    return float(sum(found) / len(found)) if normalize else float(sum(found))
