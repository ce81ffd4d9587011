"""How well labels agree: beside chance, as sets, as groups whose names do not matter.

What it is not: precision and recall, which are in `_hits`. Start reading at `cohen_kappa_score`.
"""

import math

import numpy as np
from sklearn._arrays import labels as labels_of, matrix, same_length
from sklearn.metrics._classes import confusion_matrix, targets
from sklearn.metrics._hits import precision_recall_fscore_support


def cohen_kappa_score(y1, y2, *, labels=None, weights=None, sample_weight=None):
    """How much better than by chance two raters agree (J. Cohen, 1960)."""
    if weights not in (None, "linear", "quadratic"):
        raise ValueError(f"The 'weights' parameter must be 'linear', 'quadratic' or None, got {weights!r}")
    table = confusion_matrix(y1, y2, labels=labels, sample_weight=sample_weight).astype(float)
    by_chance = table.sum(axis=0).reshape(1, -1) * table.sum(axis=1).reshape(-1, 1) / float(table.sum())
    steps = np.abs(np.arange(len(table)).reshape(-1, 1) - np.arange(len(table))).astype(float)
    cost = (steps > 0).astype(float) if weights is None else steps if weights == "linear" else steps**2
    return float(1 - (cost * table).sum() / (cost * by_chance).sum())


def matthews_corrcoef(y_true, y_pred, *, sample_weight=None):
    """The correlation between right and predicted labels."""
    table = confusion_matrix(y_true, y_pred, sample_weight=sample_weight).astype(float)
    true, predicted, count = table.sum(axis=1), table.sum(axis=0), float(table.sum())
    common = float(np.diag(table).sum()) * count - float((true * predicted).sum())
    spread = (count**2 - float((predicted**2).sum())) * (count**2 - float((true**2).sum()))
    return common / math.sqrt(spread) if spread else 0.0


def hamming_loss(y_true, y_pred, *, sample_weight=None):
    """The share of labels that are wrong."""
    rows, others = np.asarray(y_true), np.asarray(y_pred)
    if getattr(rows, "ndim", 1) > 1 and sample_weight is None:
        return float((rows != others).astype(float).mean())
    y_true, y_pred, weights, _ = targets(y_true, y_pred, sample_weight)
    weights = [1] * len(y_true) if weights is None else weights
    return float(sum(weight for weight, a, b in zip(weights, y_true, y_pred) if a != b) / sum(weights))


def jaccard_score(
    y_true, y_pred, *, labels=None, pos_label=1, average="binary", sample_weight=None, zero_division="warn"
):  # fmt: skip
    """What right and predicted samples of a label have in common, of all that are either: F / (2 - F)."""
    one = None if average in ("macro", "weighted") else average
    _, _, scores, support = precision_recall_fscore_support(
        y_true, y_pred, labels=labels, pos_label=pos_label, average=one, sample_weight=sample_weight,
        zero_division=0.0 if zero_division == "warn" else zero_division,
    )  # fmt: skip
    scores = scores / (2 - scores)
    if average == "macro":
        return float(scores.mean())
    if average == "weighted":
        return float((scores * support).sum() / support.sum())
    return scores if average is None else float(scores)


def _pairs(counts):
    return sum(count * (count - 1) / 2 for count in counts)


def _contingency(labels_true, labels_pred):
    same_length(labels_true, labels_pred)
    true, predicted = labels_of(labels_true), labels_of(labels_pred)
    rows, columns = sorted(set(true)), sorted(set(predicted))
    table = [[0] * len(columns) for _ in rows]
    for a, b in zip(true, predicted):
        table[rows.index(a)][columns.index(b)] += 1
    return table, [sum(row) for row in table], [sum(column) for column in zip(*table)], len(true)


def adjusted_rand_score(labels_true, labels_pred):
    """How many pairs are together or apart in both groupings, beside chance."""
    table, rows, columns, count = _contingency(labels_true, labels_pred)
    common, first, second = _pairs(each for row in table for each in row), _pairs(rows), _pairs(columns)
    by_chance = first * second / _pairs([count]) if count > 1 else 0.0
    most = (first + second) / 2
    return 1.0 if most == by_chance else (common - by_chance) / (most - by_chance)


def normalized_mutual_info_score(labels_true, labels_pred, *, average_method="arithmetic"):
    """How much one grouping says of the other, from 0 to 1."""
    if average_method != "arithmetic":
        raise NotImplementedError(
            f"normalized_mutual_info_score: average_method={average_method!r} is not built into this sklearn"
        )
    table, rows, columns, count = _contingency(labels_true, labels_pred)
    if len(rows) == len(columns) == 1:
        return 1.0
    shared = sum(
        each / count * math.log(each * count / (rows[at] * columns[to]))
        for at, row in enumerate(table)
        for to, each in enumerate(row)
        if each
    )
    first, second = (-sum(each / count * math.log(each / count) for each in side) for side in (rows, columns))
    return max(shared, 0.0) / ((first + second) / 2) if shared > 2.0**-52 else 0.0


def silhouette_samples(X, labels, *, metric="euclidean"):
    """How much nearer each sample is to its own group than to the next one."""
    from sklearn.metrics.pairwise import pairwise_distances

    X, names = matrix(X, "silhouette_score"), labels_of(labels)
    same_length(X, names)
    known = sorted(set(names))
    if not 2 <= len(known) <= len(names) - 1:
        raise ValueError(f"Number of labels is {len(known)}. Valid values are 2 to n_samples - 1 (inclusive)")
    away, owns = pairwise_distances(X, metric=metric), np.array([known.index(name) for name in names])
    sums = np.stack([away[:, owns == at].sum(axis=1) for at in range(len(known))], axis=1)
    counts = np.array([float(names.count(name)) for name in known])
    found = []
    for row, own in zip(sums.tolist(), owns.tolist()):
        if counts[own] == 1:
            found.append(0.0)
            continue
        inside = row[own] / (float(counts[own]) - 1)
        outside = min(each / float(counts[at]) for at, each in enumerate(row) if at != own)
        found.append((outside - inside) / max(inside, outside) if max(inside, outside) else 0.0)
    return np.array(found)


def silhouette_score(X, labels, *, metric="euclidean", sample_size=None, random_state=None):
    """The mean of that over all samples."""
    if sample_size is not None:
        raise NotImplementedError("silhouette_score: sample_size is not built into this sklearn")
    # Without a part of the samples nothing is drawn.
    del random_state
    return float(silhouette_samples(X, labels, metric=metric).mean())
