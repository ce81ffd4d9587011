"""Groups joined two by two: the joins and their heights.

What it is not: which groups are left, which whoever asks decides. Start reading at `chain`.
"""

import numpy as np


def chain(away, linkage):
    """The joins as (one sample of each group, height): from any group on to its nearest, until two are each other's."""
    count = len(away)
    sizes, away = np.ones(count), np.where(np.eye(count) == 1, np.inf, away)
    way, joins, alive = [], [], [True] * count
    for _ in range(count - 1):
        if not way:
            way.append(alive.index(True))
        while True:
            last = way[-1]
            row = away[last]
            nearest = int(row.argmin())
            # Of equal ones the group before is taken, so that the way ends.
            if len(way) > 1 and float(row[way[-2]]) <= float(row[nearest]):
                nearest = way[-2]
                break
            way.append(nearest)
        way = way[:-2]
        first, second = sorted((last, nearest))
        height = float(away[first, second])
        joins.append((first, second, height))
        joined = _joined(linkage, away[first], away[second], height, float(sizes[first]), float(sizes[second]), sizes)
        joined[second], joined[first] = np.inf, np.inf
        joined = np.where(np.isinf(away[second]), np.inf, joined)
        away[first], away[:, first] = np.inf, np.inf
        away[second], away[:, second] = joined, joined
        sizes[second], alive[first] = float(sizes[first] + sizes[second]), False
    return joins


def _joined(linkage, a, b, height, first, second, sizes):
    """How far the joined group is from all others."""
    if linkage == "single":
        return np.minimum(a, b)
    if linkage == "complete":
        return np.maximum(a, b)
    if linkage == "weighted":
        return (a + b) / 2
    if linkage == "average":
        return (first * a + second * b) / (first + second)
    whole = first + second + sizes
    with np.errstate(invalid="ignore"):
        return np.sqrt(np.maximum(((first + sizes) * a**2 + (second + sizes) * b**2 - sizes * height**2) / whole, 0))


def numbered(joins, count):
    """The joins in the order of their heights, each of two nodes: samples first, then joins."""
    node, found = list(range(count)), []
    parents = list(range(count))

    def top(place):
        while parents[place] != place:
            place = parents[place]
        return place

    for at, (first, second, height) in enumerate(sorted(joins, key=lambda join: join[2])):
        a, b = top(first), top(second)
        found.append((sorted((node[a], node[b])), height))
        parents[a] = b
        node[b] = count + at
    return found
