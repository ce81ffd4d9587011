"""Problems of many features, of which some matter: classes and straight lines.

What it is not: shapes to look at, which are in `_shapes`. Start reading at `make_classification`.
"""

import math

import numpy as np
from sklearn._arrays import check_random_state, refuse
from sklearn.utils import shuffle as shuffled
from sklearn.utils.random import sample_without_replacement


def make_classification(
    n_samples=100,
    n_features=20,
    *,
    n_informative=2,
    n_redundant=2,
    n_repeated=0,
    n_classes=2,
    n_clusters_per_class=2,
    weights=None,
    flip_y=0.01,
    class_sep=1.0,
    hypercube=True,
    shift=0.0,
    scale=1.0,
    shuffle=True,
    random_state=None,
    return_X_y=True,
):
    """Clusters at the corners of a cube, several a class; features made of these, copies of them, and noise."""
    refuse("make_classification", return_X_y=(return_X_y, True))
    n_useful = n_informative + n_redundant
    if n_useful + n_repeated > n_features:
        raise ValueError(
            "Number of informative, redundant and repeated features must sum to less than the number of total features"
        )
    n_clusters = n_classes * n_clusters_per_class
    if n_informative < math.log2(n_clusters):
        raise ValueError(
            f"n_classes({n_classes}) * n_clusters_per_class({n_clusters_per_class}) must be smaller or equal "
            f"2**n_informative({n_informative})={2**n_informative}"
        )
    generator = check_random_state(random_state)
    counts = _counts(n_samples, _weights(weights, n_classes), n_classes, n_clusters_per_class)
    corners = (_corners(n_clusters, n_informative, generator) * 2 - 1.0) * class_sep
    if not hypercube:
        corners = corners * generator.uniform(size=(n_clusters, 1))
        corners = corners * generator.uniform(size=(1, n_informative))
    X, y = np.zeros((n_samples, n_features)), np.zeros(n_samples, dtype=int)
    X[:, :n_informative] = generator.standard_normal(size=(n_samples, n_informative))
    start = 0
    for at, (corner, count) in enumerate(zip(corners, counts)):
        own = slice(start, start + count)
        y[own] = at % n_classes
        mixed = 2 * generator.uniform(size=(n_informative, n_informative)) - 1
        X[own, :n_informative] = np.dot(X[own, :n_informative], mixed) + corner
        start += count
    _fill(X, generator, n_informative, n_useful, n_repeated)
    if flip_y >= 0:
        flipped = generator.uniform(size=n_samples) < flip_y
        drawn = generator.randint(n_classes, size=int(flipped.sum()))
        if len(drawn):
            y[flipped] = drawn
    X = X + ((2 * generator.uniform(size=n_features) - 1) * class_sep if shift is None else shift)
    X = X * (1 + 100 * generator.uniform(size=n_features) if scale is None else scale)
    if shuffle:
        X, y = shuffled(X, y, random_state=generator)
        X = X[:, _any_order(n_features, generator)]
    return X, y


def _weights(weights, n_classes):
    """The share of each class; that of the last may be left out."""
    if weights is None:
        return [1 / n_classes] * n_classes
    weights = [float(weight) for weight in weights]
    if len(weights) not in (n_classes, n_classes - 1):
        raise ValueError("Weights specified but incompatible with number of classes.")
    return weights if len(weights) == n_classes else [*weights, 1.0 - sum(weights)]


def _counts(n_samples, weights, n_classes, n_clusters_per_class):
    """How many samples each cluster has; what is left goes to the first ones."""
    n_clusters = n_classes * n_clusters_per_class
    counts = [int(n_samples * weights[at % n_classes] / n_clusters_per_class) for at in range(n_clusters)]
    for at in range(n_samples - sum(counts)):
        counts[at % n_clusters] += 1
    return counts


def _corners(count, dimensions, generator):
    """Some of the corners of a cube, as rows of 0 and 1."""
    if dimensions > 30:
        rest = generator.randint(2, size=(count, dimensions - 30)).astype(float)
        return np.hstack([rest, _corners(count, 30, generator)])
    numbers = sample_without_replacement(2**dimensions, count, random_state=generator).tolist()
    return np.array([[float(number >> (dimensions - 1 - bit) & 1) for bit in range(dimensions)] for number in numbers])


def _fill(X, generator, n_informative, n_useful, n_repeated):
    """The features that are mixtures, copies, and noise."""
    n_samples, n_features = X.shape
    if n_useful > n_informative:
        mixed = 2 * generator.uniform(size=(n_informative, n_useful - n_informative)) - 1
        X[:, n_informative:n_useful] = np.dot(X[:, :n_informative], mixed)
    if n_repeated:
        places = ((n_useful - 1) * generator.uniform(size=n_repeated) + 0.5).astype(int)
        X[:, n_useful : n_useful + n_repeated] = X[:, places]
    n_random = n_features - n_useful - n_repeated
    if n_random:
        X[:, n_features - n_random :] = generator.standard_normal(size=(n_samples, n_random))


def _any_order(count, generator):
    places = list(range(count))
    generator.shuffle(places)
    return np.array(places, dtype=np.int64)


def make_regression(
    n_samples=100,
    n_features=100,
    *,
    n_informative=10,
    n_targets=1,
    bias=0.0,
    effective_rank=None,
    tail_strength=0.5,
    noise=0.0,
    shuffle=True,
    coef=False,
    random_state=None,
):
    """A straight line through features of which some matter, and noise."""
    refuse("make_regression", effective_rank=(effective_rank, None), tail_strength=(tail_strength, 0.5))
    n_informative = min(n_features, n_informative)
    generator = check_random_state(random_state)
    X = generator.standard_normal(size=(n_samples, n_features))
    slopes = np.zeros((n_features, n_targets))
    slopes[:n_informative, :] = 100 * generator.uniform(size=(n_informative, n_targets))
    y = np.dot(X, slopes) + bias
    if noise > 0:
        y = y + generator.normal(scale=noise, size=y.shape)
    if shuffle:
        X, y = shuffled(X, y, random_state=generator)
        order = _any_order(n_features, generator)
        X, slopes = X[:, order], slopes[order]
    y = np.squeeze(y)
    return (X, y, np.squeeze(slopes)) if coef else (X, y)
