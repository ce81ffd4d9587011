"""How well groups are found: beside the right ones, and by themselves.

What it is not: classes that are predicted, which is `_classes`. Start reading at `homogeneity_completeness_v_measure`.
"""

import math

import numpy as np
from sklearn._arrays import labels as labels_of
from sklearn._arrays import matrix, same_length
from sklearn.metrics._agreement import _contingency, _pairs


def pair_confusion_matrix(labels_true, labels_pred):
    """How many pairs are apart or together in the one grouping and in the other."""
    table, rows, columns, count = _contingency(labels_true, labels_pred)
    squares = sum(each * each for row in table for each in row)
    first, second = sum(each * each for each in rows), sum(each * each for each in columns)
    return np.array([[count * count - first - second + squares, second - squares], [first - squares, squares - count]])


def rand_score(labels_true, labels_pred):
    """The share of pairs that are together or apart in both groupings."""
    pairs = pair_confusion_matrix(labels_true, labels_pred)
    right, all_pairs = int(pairs[0, 0] + pairs[1, 1]), int(pairs.sum())
    return 1.0 if right == all_pairs or all_pairs == 0 else right / all_pairs


def fowlkes_mallows_score(labels_true, labels_pred, *, sparse="deprecated"):
    """Of the pairs together in one grouping, how many are in the other, on the geometric mean."""
    del sparse
    table, rows, columns, _ = _contingency(labels_true, labels_pred)
    common = _pairs(each for row in table for each in row)
    return math.sqrt(common / _pairs(rows)) * math.sqrt(common / _pairs(columns)) if common else 0.0


def mutual_info_score(labels_true, labels_pred, *, contingency=None):
    """How much one grouping says of the other."""
    if contingency is not None:
        raise NotImplementedError("mutual_info_score: contingency is not built into this sklearn")
    table, rows, columns, count = _contingency(labels_true, labels_pred)
    found = sum(each / count * (math.log(each) - math.log(count) - math.log(rows[at]) - math.log(columns[to]) + 2 * math.log(count))
                for at, row in enumerate(table) for to, each in enumerate(row) if each)
    return max(found, 0.0)


def _entropy(counts):
    whole = sum(counts)
    return -sum(each / whole * (math.log(each) - math.log(whole)) for each in counts if each)


def homogeneity_completeness_v_measure(labels_true, labels_pred, *, beta=1.0):
    """Whether groups have one class each, whether classes are in one group each, and both."""
    _, rows, columns, count = _contingency(labels_true, labels_pred)
    if not count:
        return 1.0, 1.0, 1.0
    shared, first, second = mutual_info_score(labels_true, labels_pred), _entropy(rows), _entropy(columns)
    homogeneity = shared / first if first else 1.0
    completeness = shared / second if second else 1.0
    both = homogeneity + completeness
    return homogeneity, completeness, (1 + beta) * homogeneity * completeness / (beta * homogeneity + completeness) if both else 0.0


def homogeneity_score(labels_true, labels_pred):
    """Whether groups have one class each."""
    return homogeneity_completeness_v_measure(labels_true, labels_pred)[0]


def completeness_score(labels_true, labels_pred):
    """Whether classes are in one group each."""
    return homogeneity_completeness_v_measure(labels_true, labels_pred)[1]


def v_measure_score(labels_true, labels_pred, *, beta=1.0):
    """Both together."""
    return homogeneity_completeness_v_measure(labels_true, labels_pred, beta=beta)[2]


def adjusted_mutual_info_score(labels_true, labels_pred, *, average_method="arithmetic"):
    """How much one grouping says of the other, beside chance."""
    means = {"arithmetic": lambda a, b: (a + b) / 2, "min": min, "max": max, "geometric": lambda a, b: math.sqrt(a * b)}
    _, rows, columns, count = _contingency(labels_true, labels_pred)
    if len(rows) == len(columns) == 1 or len(rows) == len(columns) == 0:
        return 1.0
    shared, by_chance = mutual_info_score(labels_true, labels_pred), _by_chance(rows, columns, count)
    most = means[average_method](_entropy(rows), _entropy(columns)) - by_chance
    most = min(most, -2.0**-52) if most < 0 else max(most, 2.0**-52)
    return (shared - by_chance) / most


def _by_chance(rows, columns, count):
    """What groupings of such sizes say of each other on the mean."""
    total = 0.0
    for a in rows:
        for b in columns:
            fixed = (math.lgamma(a + 1) + math.lgamma(b + 1) + math.lgamma(count - a + 1) + math.lgamma(count - b + 1)
                     - math.lgamma(count + 1))
            for both in range(max(1, a + b - count), min(a, b) + 1):
                chance = fixed - math.lgamma(both + 1) - math.lgamma(a - both + 1) - math.lgamma(b - both + 1) - math.lgamma(
                    count - a - b + both + 1)
                total += both / count * (math.log(count * both) - math.log(a * b)) * math.exp(chance)
    return total


def _grouped(X, labels):
    """The samples of each group.

    Raises:
        ValueError: for one group, or for as many groups as samples.
    """
    X, names = matrix(X, "metric"), labels_of(labels)
    same_length(X, names)
    known = sorted(set(names))
    if not 1 < len(known) < len(X):
        raise ValueError(f"Number of labels is {len(known)}. Valid values are 2 to n_samples - 1 (inclusive)")
    places = np.array([known.index(name) for name in names])
    return X, [X[places == at] for at in range(len(known))]


def calinski_harabasz_score(X, labels):
    """How far groups are from each other, by how wide they are."""
    X, parts = _grouped(X, labels)
    middle = X.mean(axis=0)
    between = sum(len(part) * float(((part.mean(axis=0) - middle) ** 2).sum()) for part in parts)
    within = sum(float(((part - part.mean(axis=0)) ** 2).sum()) for part in parts)
    return 1.0 if within == 0.0 else between * (len(X) - len(parts)) / (within * (len(parts) - 1.0))


def davies_bouldin_score(X, labels):
    """How wide groups are, by how far the nearest one is."""
    _, parts = _grouped(X, labels)
    centers = np.stack([part.mean(axis=0) for part in parts])
    widths = np.array([float(np.sqrt(((part - center) ** 2).sum(axis=1)).mean()) for part, center in zip(parts, centers)])
    away = np.sqrt(((centers.reshape(len(parts), 1, -1) - centers) ** 2).sum(axis=2))
    if np.allclose(widths, 0) or np.allclose(away, 0):
        return 0.0
    away = np.where(away == 0, np.inf, away)
    return float(((widths.reshape(-1, 1) + widths) / away).max(axis=1).mean())
