"""How much each feature says of a goal: F values and chi squares, with their chances.

What it is not: the choice by them, which is `_chosen`. Start reading at `f_classif`.
"""

import numpy as np
from scipy.stats import chi2 as _chi2
from scipy.stats import f as _f
from sklearn._arrays import different, floats, labels, matrix


def f_classif(X, y):
    """How much the classes' means lie apart, in their spreads."""
    X, names = matrix(X, "f_classif").astype(float), labels(y)
    parts = [X[np.array([at for at, name in enumerate(names) if name == each])] for each in different(names)]
    count, classes = len(X), len(parts)
    sums = [part.sum(axis=0) for part in parts]
    whole = sum((part * part).sum(axis=0) for part in parts)
    square = sum(sums) ** 2 / count
    between = sum(each**2 / len(part) for each, part in zip(sums, parts)) - square
    within = whole - square - between
    found = (between / (classes - 1)) / (within / (count - classes))
    return found, _f.sf(found, classes - 1, count - classes)


def f_regression(X, y, *, center=True, force_finite=True):
    """How well a line through each feature alone tells the goal."""
    alike = _alike(X, y, center, "f_regression")
    # A feature without spread tells nothing, unless that is to show.
    alike = np.where(np.isnan(alike), 0.0, alike) if force_finite else alike
    free = len(floats(y)) - (2 if center else 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        found = alike**2 / (1 - alike**2) * free
        chances = _f.sf(found, 1, free)
    return (np.where(np.isinf(found), np.finfo(np.float64).max, found) if force_finite else found), chances


def _alike(X, y, center, name):
    """Pearson's coefficient of each feature with the goal; of one without spread it is no number."""
    X, goals = matrix(X, name).astype(float), floats(y).astype(float)
    if center:
        X, goals = X - X.mean(axis=0), goals - goals.mean()
    with np.errstate(divide="ignore", invalid="ignore"):
        return (X * goals.reshape(-1, 1)).sum(axis=0) / np.sqrt((X * X).sum(axis=0) * (goals * goals).sum())


def chi2(X, y):
    """How far the classes' counts lie from what chance would give."""
    X, names = matrix(X, "chi2").astype(float), labels(y)
    if bool((X < 0).any()):
        raise ValueError("Input X must be non-negative.")
    classes = different(names)
    seen = np.stack([X[np.array([at for at, name in enumerate(names) if name == each])].sum(axis=0) for each in classes])
    shares = np.array([names.count(each) / len(names) for each in classes])
    expected = shares.reshape(-1, 1) * X.sum(axis=0).reshape(1, -1)
    found = ((seen - expected) ** 2 / expected).sum(axis=0)
    return found, _chi2.sf(found, len(classes) - 1)


def r_regression(X, y, *, center=True, force_finite=True):
    """How well a line through each feature alone tells the goal: Pearson's coefficient."""
    alike = _alike(X, y, center, "r_regression")
    return np.where(np.isnan(alike), 0.0, alike) if force_finite else alike
