"""What both streams do with a population: shuffle it, and choose from it by weight.

Not which numbers decide: those are the streams'. Start reading at `weighted`.
"""

import _torch
from numpy._array import ndarray


def shuffle(x, below):
    """Puts a list or the rows of an array in another order: `below` draws an index up to another, included."""
    if not hasattr(x, "__len__"):
        raise TypeError(f"object of type '{type(x).__name__}' has no len()")
    if isinstance(x, ndarray):
        x[...] = x[ndarray(order(below, len(x)))]
        return
    for at in range(len(x) - 1, 0, -1):
        other = below(at)
        x[at], x[other] = x[other], x[at]


def order(below, count):
    """The numbers below `count` in another order."""
    places = list(range(count))
    shuffle(places, below)
    return _torch.tensor(places, dtype=_torch.int64)


def are_whole(shares):
    """Whether shares add up to one; in single precision they need only be as near as that tells."""
    slack = 3.45e-4 if shares.dtype is _torch.float32 else 1.49e-8
    return abs(shares.double().sum().item() - 1) <= slack


def weighted(p, count, replace, doubles, few_message):
    """Places by their probabilities.

    Raises:
        ValueError: for fewer possible places than are asked for.
    """
    if replace:
        ends = p.cumsum(0)
        return _torch.searchsorted(ends / ends[-1], doubles(count), right=True)
    if int((p > 0).sum()) < count:
        raise ValueError(few_message)
    p, found = p.clone(), []
    while len(found) < count:
        draws = doubles(count - len(found))
        if found:
            p[_torch.tensor(found)] = 0
        ends = p.cumsum(0)
        for place in _torch.searchsorted(ends / ends[-1], draws, right=True).tolist():
            if place not in found:
                found.append(place)
    return _torch.tensor(found, dtype=_torch.int64)
