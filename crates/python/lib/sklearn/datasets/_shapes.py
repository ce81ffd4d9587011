"""Points in the plane, or in a few dimensions, that form moons, circles and blobs.

What it is not: problems of many features, which are in `_problems`. Start reading at `make_moons`.
"""

import math

import numpy as np
from _scalars import INTS, NUMBERS
from sklearn._arrays import check_random_state, refuse
from sklearn.exceptions import InvalidParameterError
from sklearn.utils import shuffle as shuffled


def _two(n_samples, name):
    """How many points of two figures."""
    if isinstance(n_samples, INTS):
        return n_samples // 2, n_samples - n_samples // 2
    if len(n_samples) != 2:
        raise ValueError(f"When a tuple, n_samples must have exactly two elements, got {n_samples} ({name}).")
    return tuple(n_samples)


def _finished(outer, inner, shuffle, noise, generator):
    """Two figures as points and labels."""
    X = np.vstack([np.stack(outer, axis=1), np.stack(inner, axis=1)])
    y = np.concatenate([np.zeros(len(outer[0]), dtype=int), np.ones(len(inner[0]), dtype=int)])
    if shuffle:
        X, y = shuffled(X, y, random_state=generator)
    if noise is not None:
        X = X + generator.normal(scale=noise, size=X.shape)
    return X, y


def make_moons(n_samples=100, *, shuffle=True, noise=None, random_state=None):
    """Two half circles, each reaching into the other."""
    outside, inside = _two(n_samples, "make_moons")
    generator = check_random_state(random_state)
    outer, inner = np.linspace(0, np.pi, outside), np.linspace(0, np.pi, inside)
    figures = (np.cos(outer), np.sin(outer)), (1 - np.cos(inner), 1 - np.sin(inner) - 0.5)
    return _finished(*figures, shuffle, noise, generator)


def make_circles(n_samples=100, *, shuffle=True, noise=None, random_state=None, factor=0.8):
    """A circle, and one in it that is so much smaller."""
    if not 0 <= factor < 1:
        raise InvalidParameterError(
            f"The 'factor' parameter of make_circles must be a float in the range [0.0, 1.0). Got {factor!r} instead."
        )
    outside, inside = _two(n_samples, "make_circles")
    generator = check_random_state(random_state)
    outer = np.linspace(0, 2 * np.pi, outside, endpoint=False)
    inner = np.linspace(0, 2 * np.pi, inside, endpoint=False)
    figures = (np.cos(outer), np.sin(outer)), (np.cos(inner) * factor, np.sin(inner) * factor)
    return _finished(*figures, shuffle, noise, generator)


def make_blobs(
    n_samples=100,
    n_features=2,
    *,
    centers=None,
    cluster_std=1.0,
    center_box=(-10.0, 10.0),
    shuffle=True,
    random_state=None,
    return_centers=False,
):
    """Normally distributed points around centers: so many, drawn from a box, or given."""
    generator = check_random_state(random_state)
    counts = None if isinstance(n_samples, INTS) else list(n_samples)
    if centers is None:
        centers = 3 if counts is None else len(counts)
    if isinstance(centers, INTS):
        centers = generator.uniform(center_box[0], center_box[1], size=(centers, n_features))
    centers = np.asarray(centers, dtype=float)
    count = len(centers)
    counts = [n_samples // count + (at < n_samples % count) for at in range(count)] if counts is None else counts
    widths = [cluster_std] * count if isinstance(cluster_std, NUMBERS) else list(cluster_std)
    for name, given in (("n_samples", counts), ("cluster_std", widths)):
        if len(given) != count:
            raise ValueError(
                f"Length of `{name}` not consistent with number of centers. Got {name} = {given} and centers = {centers}"
            )
    parts = [
        generator.normal(loc=center, scale=width, size=(size, centers.shape[1]))
        for center, width, size in zip(centers, widths, counts)
    ]
    X, y = np.concatenate(parts), np.array([label for label, size in enumerate(counts) for _ in range(size)])
    if shuffle:
        X, y = shuffled(X, y, random_state=generator)
    return (X, y, centers) if return_centers else (X, y)


def make_swiss_roll(n_samples=100, *, noise=0.0, random_state=None, hole=False):
    """A sheet that is rolled up, in three dimensions, and how far along it each sample is."""
    refuse("make_swiss_roll", hole=(hole, False))
    generator = check_random_state(random_state)
    along = 1.5 * math.pi * (1 + 2 * generator.uniform(size=n_samples))
    X = np.stack([along * np.cos(along), 21 * generator.uniform(size=n_samples), along * np.sin(along)])
    X = X + noise * generator.standard_normal(size=(3, n_samples))
    return X.T.copy(), along


def make_s_curve(n_samples=100, *, noise=0.0, random_state=None):
    """A sheet bent like an S, in three dimensions, and how far along it each sample is."""
    generator = check_random_state(random_state)
    along = 3 * math.pi * (generator.uniform(size=n_samples) - 0.5)
    X = np.stack([np.sin(along), 2.0 * generator.uniform(size=n_samples), np.sign(along) * (np.cos(along) - 1)])
    X = X + noise * generator.standard_normal(size=(3, n_samples))
    return X.T.copy(), along
