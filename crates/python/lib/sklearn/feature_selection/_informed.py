"""How much each feature tells of a goal: mutual information.

What it is not: tests, which are `_tests`. Source: A. Kraskov, H. Stögbauer, P. Grassberger, Estimating mutual information, 2004;
B. C. Ross, Mutual Information between Discrete and Continuous Data Sets, 2014. Start reading at `mutual_info_classif`.
"""

import numpy as np
from scipy.special import digamma
from sklearn._arrays import check_random_state, different, goal_of, labels, matrix


def _between_numbers(x, y, count):
    apart = [np.abs(each.reshape(-1, 1) - each.reshape(1, -1)) for each in (x, y)]
    own = np.eye(len(x)) == 1
    both = np.where(own, np.inf, np.maximum(*apart))
    reach = np.nextafter(np.sort(both, axis=1)[:, count - 1], 0).reshape(-1, 1)
    near = [(each <= reach).sum(axis=1) for each in apart]
    found = digamma(len(x)) + digamma(count) - float(np.mean(digamma(near[0]))) - float(np.mean(digamma(near[1])))
    return max(0.0, float(found))


def _between_classes(x, places, classes, count):
    reach, sizes, alike = np.zeros(len(x)), np.zeros(len(x)), np.zeros(len(x))
    for each in range(classes):
        own = np.nonzero(places == each)[0]
        sizes[own] = len(own)
        if len(own) > 1:
            many = min(count, len(own) - 1)
            apart = np.abs(x[own].reshape(-1, 1) - x[own].reshape(1, -1))
            apart = np.where(np.eye(len(own)) == 1, np.inf, apart)
            reach[own], alike[own] = np.nextafter(np.sort(apart, axis=1)[:, many - 1], 0), many
    kept = np.nonzero(sizes > 1)[0]
    x, reach = x[kept], reach[kept]
    near = (np.abs(x.reshape(-1, 1) - x.reshape(1, -1)) <= reach.reshape(-1, 1)).sum(axis=1)
    parts = [float(np.mean(digamma(each))) for each in (alike[kept], sizes[kept], near)]
    return max(0.0, float(digamma(len(kept))) + parts[0] - parts[1] - parts[2])


def _between_kinds(one, other):
    names, others = different(one.tolist()), different(other.tolist())
    table = np.array([[float(((one == a) & (other == b)).sum()) for b in others] for a in names]) / len(one)
    product = table.sum(axis=1).reshape(-1, 1) * table.sum(axis=0)
    return float(np.where(table > 0, table * np.log(np.where(table > 0, table, 1.0) / product), 0.0).sum())


def _told(X, y, discrete, is_classes, count, copy, seed):
    del copy
    X = matrix(X, "mutual_info").astype(float)
    generator, wide = check_random_state(seed), X.shape[1]
    if isinstance(discrete, (bool, str)):
        flags = np.full(wide, False if isinstance(discrete, str) else discrete)
    else:
        given = np.asarray(discrete)
        flags = given if given.dtype == bool else np.isin(np.arange(wide), given)
    smooth = np.nonzero(~flags)[0]
    if len(smooth):
        part = X[:, smooth]
        spread = part.std(axis=0)
        part = part / np.where(spread == 0, 1.0, spread)
        means = np.maximum(1, np.mean(np.abs(part), axis=0))
        X[:, smooth] = part + 1e-10 * means * generator.standard_normal(size=(len(X), len(smooth)))
    if is_classes:
        names = labels(y)
        classes = different(names)
        goals, kinds = np.array([classes.index(name) for name in names]), len(classes)
    else:
        goals = goal_of(y).astype(float)
        goals = goals / goals.std()
        goals = goals + 1e-10 * np.maximum(1, np.mean(np.abs(goals))) * generator.standard_normal(size=len(goals))
    found = []
    for at, flag in enumerate(flags.tolist()):
        column = X[:, at]
        if flag and is_classes:
            found.append(_between_kinds(column, goals))
        elif is_classes:
            found.append(_between_classes(column, goals, kinds, count))
        elif flag:
            names = different(column.tolist())
            found.append(_between_classes(goals, np.array([names.index(each) for each in column.tolist()]), len(names), count))
        else:
            found.append(_between_numbers(column, goals, count))
    return np.array(found)


def mutual_info_classif(X, y, *, discrete_features="auto", n_neighbors=3, copy=True, random_state=None, n_jobs=None):
    """How much each feature tells of the classes."""
    del n_jobs
    return _told(X, y, discrete_features, True, n_neighbors, copy, random_state)


def mutual_info_regression(X, y, *, discrete_features="auto", n_neighbors=3, copy=True, random_state=None, n_jobs=None):
    """How much each feature tells of the numbers."""
    del n_jobs
    return _told(X, y, discrete_features, False, n_neighbors, copy, random_state)
