"""What both streams do with a population: shuffle it, and choose from it by weight.

Not which numbers decide: those are the streams'. Start reading at `weighted`.
"""

import _torch
from numpy._array import ndarray


def shuffle(x, partners):
    """Puts a list or the rows of an array in another order: `partners` draws with whom each changes places, from the last on."""
    if not hasattr(x, "__len__"):
        raise TypeError(f"object of type '{type(x).__name__}' has no len()")
    if isinstance(x, ndarray):
        x[...] = x[ndarray(order(partners, len(x)))]
    elif type(x) is list:
        x[:] = [x[place] for place in order(partners, len(x)).tolist()]
    else:
        _exchange(x, partners)


def _exchange(x, partners):
    at = len(x)
    for other in partners(at).tolist():
        at -= 1
        x[at], x[other] = x[other], x[at]


def order(partners, count):
    """The numbers below `count` in another order.

    What stands at a place when its turn comes is what a later one gave it, the last of those that did, or its own number:
    so the exchanges are followed backwards, all places at once.
    """
    places = _torch.arange(count)
    if count < 200:
        found = places.tolist()
        _exchange(found, partners)
        return _torch.tensor(found, dtype=_torch.int64)
    others = _torch.cat([places[:1], partners(count).flip(0)])
    # Places with the same partner stand in a row: each has it from the next one.
    row = others.argsort(stable=True)
    given = others[row]
    is_same = given[1:] == given[:-1]
    follows = _torch.full((count,), -1)
    follows[row[:-1][is_same]] = row[1:][is_same]
    starts = _torch.cat([places[:1] == 0, ~is_same])
    gives = _torch.full((count,), -1)
    gives[given[starts]] = row[starts]
    gives = _torch.where(others == places, follows, gives)
    held = _torch.where(gives < 0, places, gives)
    while not bool(((further := held[held]) == held).all()):
        held = further
    return _torch.where(follows < 0, others, held[follows.clamp(min=0)])


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
