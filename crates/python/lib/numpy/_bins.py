"""Histograms: how many values fall into which bins.

Start reading at `histogram`.
"""

import math

import _torch
from numpy._array import ndarray
from numpy._create import tensor_of
from numpy._make import asarray
from numpy._statistics import percentile, ptp


def histogram_bin_edges(a, bins=10, range=None, weights=None):
    """The ends of bins."""
    if isinstance(bins, str):
        return _edges_by_rule(asarray(a), bins, range)
    if not hasattr(bins, "__index__") or getattr(bins, "ndim", 0):
        ends = asarray(bins)
        if bool((ends[1:] < ends[:-1]).any()):
            raise ValueError("`bins` must increase monotonically, when an array")
        return ends
    if bins < 1:
        raise ValueError("`bins` must be positive, when an integer")
    from numpy._make import linspace

    values = asarray(a)
    # Edges between single numbers are single, too.
    low, high = _outer_ends(values, range)
    if str(values.dtype) == "float32":
        low, high = values.dtype.type(low), values.dtype.type(high)
    return linspace(low, high, bins + 1)


def _outer_ends(a, range):
    if range is not None:
        low, high = range
        if low > high:
            raise ValueError("max must be larger than min in range parameter.")
    elif a.size == 0:
        low, high = 0, 1
    else:
        low, high = a.min().item(), a.max().item()
        if not (math.isfinite(low) and math.isfinite(high)):
            raise ValueError(f"autodetected range of [{low}, {high}] is not finite")
    return (low - 0.5, high + 0.5) if low == high else (low, high)


def _edges_by_rule(a, rule, range):
    count, spread = a.size, ptp(a)
    widths = {
        "sqrt": lambda: spread / math.sqrt(count),
        "sturges": lambda: spread / (math.log2(count) + 1),
        "rice": lambda: spread / (2.0 * count ** (1.0 / 3)),
        "scott": lambda: (24.0 * math.pi**0.5 / count) ** (1.0 / 3.0) * a.std(),
        "fd": lambda: 2.0 * (percentile(a, 75) - percentile(a, 25)) * count ** (-1.0 / 3.0),
    }
    if rule == "auto":
        widest = widths["fd"]()
        width = min(widest, widths["sturges"]()) if widest else widths["sturges"]()
    elif rule in widths:
        width = widths[rule]()
    else:
        raise ValueError(f"{rule!r} is not a valid estimator for `bins`")
    if a.dtype.kind in "iu" and width < 1:
        width = 1
    low, high = _outer_ends(a, range)
    return histogram_bin_edges(a, math.ceil((high - low) / width) if width else 1, (low, high))


def histogram(a, bins=10, range=None, density=None, weights=None):
    """How many values fall into each of the bins, and the bins' ends."""
    ends = histogram_bin_edges(a, bins, range)
    is_even = not hasattr(bins, "__len__") or isinstance(bins, str)
    places, inside = _binned(tensor_of(asarray(a)).double().reshape(-1), tensor_of(ends).double(), is_even)
    weights = None if weights is None else tensor_of(weights).double().reshape(-1)[inside]
    counts = ndarray(_torch.bincount(places, weights, minlength=len(ends) - 1))
    if density:
        counts = counts / (ends[1:] - ends[:-1]) / counts.sum()
    return counts, ends


def _binned(values, ends, is_even):
    """The bin of each value that is in one, and which values those are. The last bin has its upper end."""
    inside = (values >= ends[0]) & (values <= ends[-1])
    values, last = values[inside], len(ends) - 2
    if not is_even:
        places = _torch.searchsorted(ends, values, right=True) - 1
        return _torch.where(values == ends[-1], last, places), inside
    # By division, and then by the ends, as numpy does for bins of one width.
    places = ((values - ends[0]) / (ends[-1] - ends[0]) * (last + 1)).long().clamp(max=last)
    places = places - (values < ends[places]).long()
    return places + ((values >= ends[places + 1]) & (places != last)).long(), inside


def histogram2d(x, y, bins=10, range=None, density=None, weights=None):
    """How many points fall into each field, and the fields' ends in both directions."""
    is_pair = hasattr(bins, "__len__") and len(bins) == 2
    bins = list(bins) if is_pair else [bins, bins]
    ranges = [None, None] if range is None else range
    found = [asarray(each).astype(float) for each in (x, y)]
    ends = [histogram_bin_edges(each, count, limits).astype(float) for each, count, limits in zip(found, bins, ranges)]
    places = [_binned(each._kindling_tensor, end._kindling_tensor, False) for each, end in zip(found, ends)]
    inside = places[0][1] & places[1][1]
    rows, columns = (_torch.zeros_like(is_in, dtype=_torch.int64) for _, is_in in places)
    rows[places[0][1]], columns[places[1][1]] = places[0][0], places[1][0]
    width = len(ends[1]) - 1
    weights = None if weights is None else tensor_of(weights).double()[inside]
    counts = _torch.bincount((rows * width + columns)[inside], weights, minlength=(len(ends[0]) - 1) * width)
    counts = ndarray(counts.double().reshape(len(ends[0]) - 1, width))
    if density:
        sides = [end[1:] - end[:-1] for end in ends]
        counts = counts / (sides[0].reshape(-1, 1) * sides[1]) / counts.sum()
    return counts, *ends


def bincount(x, weights=None, minlength=0):
    """How often each number comes; or the sum of its weights."""
    x = x if isinstance(x, ndarray) else asarray(x).astype(int)
    if x.dtype.kind == "f" and x.size:
        raise TypeError("Cannot cast array data from dtype('float64') to dtype('int64') according to the rule 'safe'")
    if x.ndim != 1:
        raise ValueError("object too deep for desired array" if x.ndim else "object of too small depth for desired array")
    if bool((x < 0).any()):
        raise ValueError("'list' argument must have no negative elements")
    if minlength < 0:
        raise ValueError("'minlength' must not be negative")
    weights = None if weights is None else tensor_of(weights).double()
    return ndarray(_torch.bincount(x._kindling_tensor.long(), weights, minlength))
