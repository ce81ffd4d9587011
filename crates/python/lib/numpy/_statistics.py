"""What is said of many values: quantiles, histograms, what is left without nan, slopes and areas.

Not the plain reductions: those are methods of the array. Start reading at `quantile`.
"""

import math

import _torch
from numpy._array import ndarray, wrap
from numpy._create import tensor_of
from numpy._errors import AxisError, checked_axis
from numpy._make import asarray
from numpy._types import float64
from numpy._universal import as_floats


def _lines(a, axis):
    """Values with those of one line, along an axis, several axes or all, in the last dimension."""
    tensor = a if isinstance(a, _torch.Tensor) else tensor_of(a)
    if axis is None:
        return tensor.reshape(-1), tuple(range(tensor.dim()))
    axes = tuple(checked_axis(each, tensor.dim()) for each in (axis if isinstance(axis, tuple) else (axis,)))
    rest = [dim for dim in range(tensor.dim()) if dim not in axes]
    moved = tensor.permute(*rest, *axes) if tensor.dim() else tensor.reshape(-1)
    return moved.reshape(*(tensor.shape[dim] for dim in rest), -1), axes


def _kept(found, a, axes, keepdims):
    """The dimensions that a reduction took, as ones, where they are to be kept."""
    if not keepdims:
        return found
    sizes = [1 if dim in axes else size for dim, size in enumerate(asarray(a).shape)]
    return found.reshape(sizes)


def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    """The middle value, or the mean of the two in the middle."""
    lines, axes = _lines(as_floats(asarray(a)), axis)
    count = lines.shape[-1]
    if not count:
        return float64(math.nan)
    ordered = _torch.sort(lines, -1)[0]
    low, high = ordered[..., (count - 1) // 2], ordered[..., count // 2]
    found = low if count % 2 else (low + high) / 2
    # One that is no number makes the median none; sorted, it comes last.
    found = _torch.where(ordered[..., -1].isnan(), ordered[..., -1], found)
    return wrap(_kept(found, a, axes, keepdims))


_PLACES = {
    "linear": lambda place: place, "lower": math.floor, "higher": math.ceil, "midpoint": lambda place: (math.floor(place) + math.ceil(place)) / 2,
    "nearest": lambda place: round(place),
}


def quantile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False, *, weights=None):
    """The values below which such shares lie."""
    if weights is not None or out is not None or method not in _PLACES:
        name = "weights" if weights is not None else "out" if out is not None else f"method='{method}'"
        raise NotImplementedError(f"numpy.quantile: {name} is not built into this numpy")
    shares = asarray(q).astype(float)
    if bool((shares < 0).any()) or bool((shares > 1).any()):
        raise ValueError("Quantiles must be in the range [0, 1]")
    a = asarray(a)
    is_whole = method in ("lower", "higher", "nearest")
    lines, axes = _lines(a._kindling_tensor if is_whole else as_floats(a), axis)
    ordered = _torch.sort(lines, -1)[0]
    found = [_kept(_share(ordered, share, method), a, axes, keepdims) for share in shares.ravel().tolist()]
    if shares.ndim == 0:
        return wrap(found[0])
    return ndarray(_torch.stack(found).reshape((*shares.shape, *found[0].shape)))


def _share(ordered, share, method):
    place = _PLACES[method](share * (ordered.shape[-1] - 1))
    below = math.floor(place)
    above, part = min(below + 1, ordered.shape[-1] - 1), place - below
    low, high = ordered[..., below], ordered[..., above]
    if not ordered.is_floating_point():
        return low
    # From the nearer end, as numpy does, so that both ends are met.
    found = low + (high - low) * part if part < 0.5 else high - (high - low) * (1 - part)
    return _torch.where(ordered[..., -1].isnan(), ordered[..., -1], found)


def percentile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False, *, weights=None):
    """The values below which so many of a hundred lie."""
    shares = asarray(q) / 100
    if bool((asarray(shares) < 0).any()) or bool((asarray(shares) > 1).any()):
        raise ValueError("Percentiles must be in the range [0, 100]")
    return quantile(a, shares, axis, out, overwrite_input, method, keepdims, weights=weights)


def average(a, axis=None, weights=None, returned=False, *, keepdims=False):
    """The mean, by weights."""
    a = asarray(a)
    if weights is None:
        found = a.mean(axis=axis, keepdims=keepdims)
        count = a.size if axis is None else a.shape[axis]
        return (found, found * 0 + float64(count)) if returned else found
    weights = asarray(weights)
    if weights.shape != a.shape:
        if axis is None:
            raise TypeError("Axis must be specified when shapes of a and weights differ.")
        if weights.shape != (a.shape[axis],):
            raise ValueError("Shape of weights must be consistent with shape of a along specified axis.")
        sizes = [1] * a.ndim
        sizes[axis] = -1
        weights = weights.reshape(sizes)
    total = (a * 0 + weights).sum(axis=axis, keepdims=keepdims)
    if bool(asarray(total == 0).any()):
        raise ZeroDivisionError("Weights sum to zero, can't be normalized")
    found = (a * weights).sum(axis=axis, keepdims=keepdims) / total
    return (found, total * 1.0) if returned else found


def ptp(a, axis=None, out=None, keepdims=False):
    """The largest less the smallest."""
    a = asarray(a)
    return a.max(axis=axis, keepdims=keepdims) - a.min(axis=axis, keepdims=keepdims)


# Without what is no number


def _without_nan(name, instead):
    def apply(a, axis=None, dtype=None, out=None, keepdims=False):
        a = asarray(a)
        if a.dtype.kind != "f":
            return getattr(a, name)(axis=axis, keepdims=keepdims)
        gone = a._kindling_tensor.isnan()
        filled = ndarray(_torch.where(gone, instead, a._kindling_tensor).to(a._kindling_tensor.dtype))
        found = getattr(filled, name)(axis=axis, keepdims=keepdims)
        if instead in (0, 1) or name.startswith("arg"):
            return found
        empty = ndarray(gone).all(axis=axis, keepdims=keepdims)
        return wrap(_torch.where(tensor_of(empty), math.nan, tensor_of(found)).to(tensor_of(found).dtype))

    apply.__name__ = "nan" + name
    return apply


nansum, nanprod = _without_nan("sum", 0), _without_nan("prod", 1)
nanmax, nanmin = _without_nan("max", -math.inf), _without_nan("min", math.inf)
_nanargmax, _nanargmin = _without_nan("argmax", -math.inf), _without_nan("argmin", math.inf)


def _nowhere_empty(function):
    def apply(a, axis=None, out=None, keepdims=False):
        a = asarray(a)
        if a.dtype.kind == "f" and bool(asarray(ndarray(a._kindling_tensor.isnan()).all(axis=axis)).any()):
            raise ValueError("All-NaN slice encountered")
        return function(a, axis, keepdims=keepdims)

    return apply


nanargmax, nanargmin = _nowhere_empty(_nanargmax), _nowhere_empty(_nanargmin)


def nancumsum(a, axis=None, dtype=None):
    a = asarray(a)
    return nan_to_num(a, posinf=math.inf, neginf=-math.inf).cumsum(axis)


def _counted(a, axis, keepdims):
    return ndarray(~as_floats(a).isnan()).sum(axis=axis, keepdims=keepdims)


def nanmean(a, axis=None, dtype=None, out=None, keepdims=False):
    """The mean of what is a number."""
    a = asarray(a)
    return nansum(ndarray(as_floats(a)), axis, keepdims=keepdims) / _counted(a, axis, keepdims)


def nanvar(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    """The variance of what is a number."""
    a = ndarray(as_floats(asarray(a)))
    away = a - nanmean(a, axis, keepdims=True)
    return nansum(away * away, axis, keepdims=keepdims) / (_counted(a, axis, keepdims) - ddof)


def nanstd(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    """The deviation of what is a number."""
    return wrap(_torch.sqrt(tensor_of(nanvar(a, axis, ddof=ddof, keepdims=keepdims))))


def _lines_without_nan(a, axis, function):
    lines, _ = _lines(as_floats(asarray(a)), axis)
    rows = [function(row[~row.isnan()]) for row in lines.reshape(-1, lines.shape[-1])]
    return rows, tuple(lines.shape[:-1])


def nanmedian(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    """The middle of what is a number."""
    return nanquantile(a, 0.5, axis, keepdims=keepdims)


def nanquantile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False):
    """The values below which such shares of what is a number lie."""
    if keepdims:
        raise NotImplementedError("numpy.nanquantile: keepdims is not built into this numpy")
    rows, shape = _lines_without_nan(
        a, axis, lambda row: quantile(ndarray(row), q, method=method) if len(row) else asarray(q) * math.nan
    )
    shares = asarray(q)
    found = _torch.stack([tensor_of(row) for row in rows], -1)
    return wrap(found.reshape((*shares.shape, *shape)))


def nanpercentile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False):
    """The values below which so many of a hundred that are numbers lie."""
    return nanquantile(a, asarray(q) / 100, axis, method=method, keepdims=keepdims)


def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None):
    """Numbers in place of what is none."""
    x = asarray(x)
    if x.dtype.kind != "f":
        return wrap(x._kindling_tensor.clone())
    found = _torch.nan_to_num(x._kindling_tensor, nan, posinf, neginf)
    if not copy:
        x[...] = ndarray(found)
        return x
    return wrap(found)


# Bins


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

    return linspace(*_outer_ends(asarray(a), range), bins + 1)


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
    weights = None if weights is None else tensor_of(weights).double()
    return ndarray(_torch.bincount(x._kindling_tensor.long(), weights, minlength))


# Together


def cov(m, y=None, rowvar=True, bias=False, ddof=None, fweights=None, aweights=None, *, dtype=None):
    """How variables, a row each, vary together."""
    if fweights is not None or aweights is not None:
        raise NotImplementedError("numpy.cov: weights are not built into this numpy")
    rows = _variables(m, y, rowvar)
    ddof = (0 if bias else 1) if ddof is None else ddof
    away = rows - rows.mean(1, keepdim=True)
    return wrap((away @ away.T / (rows.shape[1] - ddof)).squeeze())


def _variables(m, y, rowvar):
    parts = [_torch.atleast_2d(as_floats(asarray(each))) for each in ((m,) if y is None else (m, y))]
    if not rowvar:
        parts = [part.T if part.shape[0] != 1 else part for part in parts]
    return _torch.cat(parts)


def corrcoef(x, y=None, rowvar=True, *, dtype=None):
    """How variables, a row each, go together, between -1 and 1."""
    found = tensor_of(cov(x, y, rowvar))
    if found.dim() == 0:
        return wrap(found / found)
    deviations = _torch.sqrt(_torch.diag(found))
    return wrap((found / deviations.reshape(-1, 1) / deviations.reshape(1, -1)).clamp(-1, 1))


# Along a line


def diff(a, n=1, axis=-1, prepend=None, append=None):
    """Differences of neighbours."""
    from numpy._rearrange import concatenate

    a = asarray(a)
    if a.ndim == 0:
        raise ValueError("diff requires input that is at least one dimensional")
    axis = checked_axis(axis, a.ndim)
    margins = [None if each is None else _margin(asarray(each), a, axis) for each in (prepend, append)]
    if margins != [None, None]:
        a = concatenate([each for each in (margins[0], a, margins[1]) if each is not None], axis)
    for _ in range(n):
        after = a[(slice(None),) * axis + (slice(1, None),)]
        before = a[(slice(None),) * axis + (slice(None, -1),)]
        a = after != before if a.dtype.name == "bool" else after - before
    return a


def _margin(value, a, axis):
    if value.ndim:
        return value
    from numpy._make import full

    return full([1 if at == axis else size for at, size in enumerate(a.shape)], value.item())


def ediff1d(ary, to_end=None, to_begin=None):
    """Differences of neighbours in the flattened array."""
    found = diff(asarray(ary).ravel())
    parts = [asarray(each).ravel() for each in (to_begin, found, to_end) if each is not None]
    from numpy._rearrange import concatenate

    return concatenate(parts) if len(parts) > 1 else found


def gradient(f, *varargs, axis=None, edge_order=1):
    """Slopes: by both neighbours, at the ends by one."""
    if edge_order != 1:
        raise NotImplementedError("numpy.gradient: edge_order=2 is not built into this numpy")
    f = ndarray(as_floats(asarray(f)))
    axes = range(f.ndim) if axis is None else [checked_axis(each, f.ndim) for each in (axis if isinstance(axis, tuple) else (axis,))]
    axes = list(axes)
    if len(varargs) not in (0, 1, len(axes)):
        raise TypeError("invalid number of arguments")
    steps = [1.0] * len(axes) if not varargs else list(varargs) * (len(axes) if len(varargs) == 1 else 1)
    found = [_slope(f._kindling_tensor, step, each) for step, each in zip(steps, axes)]
    return found[0] if len(found) == 1 else tuple(found)


def _slope(f, step, axis):
    size = f.shape[axis]
    if size < 2:
        raise ValueError(
            "Shape of array too small to calculate a numerical gradient, at least (edge_order + 1) elements are required."
        )
    y = f.movedim(axis, -1)
    found = _torch.empty_like(y)
    step = tensor_of(step).double()
    if step.dim() == 0:
        found[..., 1:-1] = (y[..., 2:] - y[..., :-2]) / (2 * step)
        before = after = step
    else:
        widths = _torch.diff(step)
        left, right = widths[:-1], widths[1:]
        inner = -right / (left * (left + right)) * y[..., :-2] + (right - left) / (left * right) * y[..., 1:-1]
        found[..., 1:-1] = inner + left / (right * (left + right)) * y[..., 2:]
        before, after = widths[0], widths[-1]
    found[..., 0] = (y[..., 1] - y[..., 0]) / before
    found[..., -1] = (y[..., -1] - y[..., -2]) / after
    return ndarray(found.movedim(-1, axis).contiguous())


def trapezoid(y, x=None, dx=1.0, axis=-1):
    """The area below a line through points."""
    y = as_floats(asarray(y)).movedim(axis, -1)
    if x is None:
        steps = dx
    else:
        x = as_floats(asarray(x))
        steps = _torch.diff(x if x.dim() == 1 else x.movedim(axis, -1))
    return wrap((steps * (y[..., 1:] + y[..., :-1]) / 2.0).sum(-1))


def interp(x, xp, fp, left=None, right=None, period=None):
    """Values between points, along straight lines."""
    if period is not None:
        raise NotImplementedError("numpy.interp: period is not built into this numpy")
    x, xp, fp = (tensor_of(asarray(each)).double() for each in (x, xp, fp))
    if len(xp) != len(fp):
        raise ValueError("fp and xp are not of the same length.")
    if not len(xp):
        raise ValueError("array of sample points is empty")
    if len(xp) == 1:
        found = _torch.full_like(x, fp[0].item())
    else:
        at = (_torch.searchsorted(xp.contiguous(), x.contiguous(), right=True) - 1).clamp(0, len(xp) - 2)
        slope = (fp[at + 1] - fp[at]) / (xp[at + 1] - xp[at])
        found = _torch.where(x == xp[-1], fp[-1], slope * (x - xp[at]) + fp[at])
    found = _torch.where(x < xp[0], fp[0] if left is None else tensor_of(left).double(), found)
    return wrap(_torch.where(x > xp[-1], fp[-1] if right is None else tensor_of(right).double(), found))


def unwrap(p, discont=None, axis=-1, *, period=2 * math.pi):
    """Angles without jumps of a whole turn."""
    p = as_floats(asarray(p))
    steps = _torch.diff(p, dim=axis)
    turned = _torch.remainder(steps + period / 2, period) - period / 2
    turned = _torch.where((turned == -period / 2) & (steps > 0), period / 2, turned)
    change = turned - steps
    change = _torch.where(steps.abs() < (period / 2 if discont is None else discont), 0.0, change)
    first = _torch.zeros_like(p.narrow(axis, 0, 1))
    return ndarray(p + _torch.cat([first, change.cumsum(axis)], axis))
