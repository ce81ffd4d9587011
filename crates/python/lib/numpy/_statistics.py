"""What is said of many values: quantiles, how they go together, slopes and areas.

Not the plain reductions: those are methods of the array. Start reading at `quantile`.
"""

import math

import _torch
from numpy import _faults
from numpy._array import ndarray, wrap
from numpy._create import tensor_of
from numpy._errors import checked_axis
from numpy._make import asarray
from numpy._outs import into
from numpy._numbers import float64
from numpy._functions import as_floats


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


def _points(a):
    """Numbers with a point: whole ones, and truths, with 64 bits, as measures of them have in numpy."""
    return as_floats(a if a.dtype.kind not in "biu" else a.astype("float64"))


@into
def median(a, axis=None, out=None, overwrite_input=False, keepdims=False):
    """The middle value, or the mean of the two in the middle."""
    a = asarray(a)
    if hasattr(a, "_counts"):
        from numpy._date_arrays import median_span

        return median_span(a, axis, keepdims)
    if a.dtype.kind == "c":
        from numpy._complex_orders import median as of_complex

        return of_complex(a, axis, keepdims)
    lines, axes = _lines(_points(a), axis)
    count = lines.shape[-1]
    if not count:
        _faults.warn("Mean of empty slice")
        _faults.tell("invalid", "scalar divide")
        return float64(math.nan)
    ordered = _torch.sort(lines, -1)[0]
    low, high = ordered[..., (count - 1) // 2], ordered[..., count // 2]
    found = low if count % 2 else (low + high) / 2
    # One that is no number makes the median none; sorted, it comes last.
    found = _torch.where(ordered[..., -1].isnan(), ordered[..., -1], found)
    return wrap(_kept(found, a, axes, keepdims))


_PLACES = {
    "linear": lambda place: place,
    "lower": math.floor,
    "higher": math.ceil,
    "midpoint": lambda place: (math.floor(place) + math.ceil(place)) / 2,
    "nearest": lambda place: round(place),
}


def quantile(a, q, axis=None, out=None, overwrite_input=False, method="linear", keepdims=False, *, weights=None):
    """The values below which such shares lie."""
    if out is not None and not isinstance(out, ndarray):
        raise TypeError("return arrays must be of ArrayType")
    if method not in _PLACES and method not in _BY_COUNT:
        raise ValueError(
            f"{method!r} is not a valid method. Use one of: dict_keys(['inverted_cdf', 'averaged_inverted_cdf', "
            "'closest_observation', 'interpolated_inverted_cdf', 'hazen', 'weibull', 'linear', 'median_unbiased', "
            "'normal_unbiased', 'lower', 'higher', 'midpoint', 'nearest'])"
        )
    if weights is not None or out is not None:
        name = "weights" if weights is not None else "out" if out is not None else f"method='{method}'"
        raise NotImplementedError(f"numpy.quantile: {name} is not built into this numpy")
    shares = asarray(q).astype(float)
    if bool((shares < 0).any()) or bool((shares > 1).any()):
        raise ValueError("Quantiles must be in the range [0, 1]")
    a = asarray(a)
    is_whole = method in ("lower", "higher", "nearest", "inverted_cdf", "closest_observation")
    lines, axes = _lines(a._kindling_tensor if is_whole else _points(a), axis)
    ordered = _torch.sort(lines, -1)[0]
    found = [_kept(_share(ordered, share, method), a, axes, keepdims) for share in shares.ravel().tolist()]
    if shares.ndim == 0:
        return wrap(found[0])
    # Shares in an array are doubles, and so is what is found by them.
    if not is_whole:
        found = [each.double() for each in found]
    return ndarray(_torch.stack(found).reshape((*shares.shape, *found[0].shape)))


def _of_cdf(place):
    return math.ceil(place)


def _closest(place):
    place -= 0.5
    low = math.floor(place)
    return low if place == low and low % 2 else low + 1


def _averaged(place):
    low = math.floor(place)
    return low + 0.5 if place == low else low + 1.0


# Places by shares of the count, those of values that are counted from 0: the count's part, and what is added.
_BY_COUNT = {
    "inverted_cdf": lambda share, count: _of_cdf(share * count - 1),
    "closest_observation": lambda share, count: _closest(share * count - 1),
    "averaged_inverted_cdf": lambda share, count: _averaged(share * count - 1),
    **{
        name: lambda share, count, low=low, high=high: count * share + (low + share * (1 - low - high)) - 1
        for name, (low, high) in {
            "interpolated_inverted_cdf": (0, 1), "hazen": (0.5, 0.5), "weibull": (0, 0), "median_unbiased": (1 / 3, 1 / 3),
            "normal_unbiased": (3 / 8, 3 / 8),
        }.items()
    },
}  # fmt: skip


def _share(ordered, share, method):
    count = ordered.shape[-1]
    if method in _BY_COUNT:
        place = min(max(_BY_COUNT[method](share, count), 0), count - 1)
    else:
        place = _PLACES[method](share * (count - 1))
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
    for each in () if axis is None else axis if isinstance(axis, tuple) else (axis,):
        checked_axis(each, a.ndim, "axis")
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


@into
def ptp(a, axis=None, out=None, keepdims=False):
    """The largest less the smallest."""
    a = asarray(a)
    return a.max(axis=axis, keepdims=keepdims) - a.min(axis=axis, keepdims=keepdims)


# Together


def cov(m, y=None, rowvar=True, bias=False, ddof=None, fweights=None, aweights=None, *, dtype=None):
    """How variables, a row each, vary together."""
    if fweights is not None or aweights is not None:
        found = _weighted(_variables(m, y, rowvar), (0 if bias else 1) if ddof is None else ddof, fweights, aweights)
        return found if dtype is None else found.astype(dtype)
    if any(each is not None and asarray(each).dtype.kind == "c" for each in (m, y)):
        return _cov_complex(m, y, rowvar, (0 if bias else 1) if ddof is None else ddof)
    rows = _variables(m, y, rowvar)
    ddof = (0 if bias else 1) if ddof is None else ddof
    away = rows - rows.mean(1, keepdim=True)
    if rows.shape[1] <= ddof:
        _faults.warn("Degrees of freedom <= 0 for slice")
        _faults.tell("divide", "divide")
        _faults.tell("invalid", "multiply")
    found = ndarray((away @ away.T / max(rows.shape[1] - ddof, 0)).squeeze())
    return found if dtype is None else found.astype(dtype)


def _weighted(rows, ddof, fweights, aweights):
    """As `cov`, each observation counted so often, or by its weight."""
    weights = _torch.ones(rows.shape[1], dtype=_torch.float64)
    for given, name in ((fweights, "fweights"), (aweights, "aweights")):
        if given is None:
            continue
        given = asarray(given).astype(float)
        if name == "fweights" and not bool((given == given.round()).all()):
            raise TypeError("fweights must be integer")
        if given.ndim > 1:
            raise RuntimeError(f"cannot handle multidimensional {name}")
        if len(given) != rows.shape[1]:
            raise RuntimeError(f"incompatible numbers of samples and {name}")
        if bool((given < 0).any()):
            raise ValueError(f"{name} cannot be negative")
        weights = weights * given._kindling_tensor
    total = weights.sum()
    away = rows - ((rows * weights).sum(1) / total).reshape(-1, 1)
    if aweights is None or not ddof:
        count = total - ddof
    else:
        count = total - ddof * (weights * asarray(aweights).astype(float)._kindling_tensor).sum() / total
    return ndarray(((away * weights) @ away.T / count).squeeze())


def _cov_complex(m, y, rowvar, ddof):
    from numpy._rearrange import atleast_2d, concatenate

    parts = [atleast_2d(asarray(each)) for each in (m, y) if each is not None]
    rows = concatenate([part if rowvar or len(part) == 1 else part.T for part in parts])
    away = rows - rows.mean(1, keepdims=True)
    return (away @ away.conj().T / max(rows.shape[1] - ddof, 0)).squeeze()


def _variables(m, y, rowvar):
    arrays = [asarray(each) for each in ((m,) if y is None else (m, y))]
    for name, array in zip("my", arrays):
        if array.ndim > 2:
            raise ValueError(f"{name} has more than 2 dimensions")
    parts = [_torch.atleast_2d(tensor_of(array).double()) for array in arrays]
    if not rowvar:
        parts = [part.T if part.shape[0] != 1 else part for part in parts]
    if parts[-1].shape[1] != parts[0].shape[1]:
        sizes = [part.shape[1] for part in parts]
        raise ValueError(
            "all the input array dimensions except for the concatenation axis must match exactly, but along dimension 1, the "
            f"array at index 0 has size {sizes[0]} and the array at index 1 has size {sizes[1]}"
        )
    return _torch.cat(parts)


def corrcoef(x, y=None, rowvar=True, *, dtype=None):
    """How variables, a row each, go together, between -1 and 1."""
    found = cov(x, y, rowvar, dtype=dtype)
    if found.dtype.kind == "c":
        deviations = asarray(found.diagonal().real) ** 0.5
        return found / deviations.reshape(-1, 1) / deviations
    found = tensor_of(found)
    if found.dim() == 0:
        return wrap(_faults.checked("scalar divide", found / found, found, found))
    deviations = _torch.sqrt(_torch.diag(found))
    for side in ((-1, 1), (1, -1)):
        shares = found / deviations.reshape(side)
        if bool((deviations == 0).any()):
            _faults.tell("invalid", "divide")
        found = shares
    return wrap(found.clamp(-1, 1))


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
    if edge_order not in (1, 2):
        raise ValueError("'edge_order' greater than 2 not supported")
    f = asarray(f)
    if f.dtype.kind == "c":
        re, im = (gradient(part, *varargs, axis=axis, edge_order=edge_order) for part in (f.real, f.imag))
        return tuple(x + 1j * y for x, y in zip(re, im)) if isinstance(re, tuple) else re + 1j * im
    f = ndarray(_points(f))
    axes = (
        range(f.ndim)
        if axis is None
        else [checked_axis(each, f.ndim) for each in (axis if isinstance(axis, tuple) else (axis,))]
    )
    axes = list(axes)
    if len(varargs) not in (0, 1, len(axes)):
        raise TypeError("invalid number of arguments")
    steps = [1.0] * len(axes) if not varargs else list(varargs) * (len(axes) if len(varargs) == 1 else 1)
    found = [_slope(f._kindling_tensor, step, each, edge_order) for step, each in zip(steps, axes)]
    return found[0] if len(found) == 1 else tuple(found)


def _slope(f, step, axis, edge_order):
    size = f.shape[axis]
    if size < edge_order + 1:
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
    if edge_order == 1:
        found[..., 0] = (y[..., 1] - y[..., 0]) / before
        found[..., -1] = (y[..., -1] - y[..., -2]) / after
    elif step.dim() == 0:
        found[..., 0] = -1.5 / step * y[..., 0] + 2.0 / step * y[..., 1] + -0.5 / step * y[..., 2]
        found[..., -1] = 0.5 / step * y[..., -3] + -2.0 / step * y[..., -2] + 1.5 / step * y[..., -1]
    else:
        near, far = widths[0], widths[1]
        found[..., 0] = (
            -(2 * near + far) / (near * (near + far)) * y[..., 0] + (near + far) / (near * far) * y[..., 1]
            - near / (far * (near + far)) * y[..., 2]
        )  # fmt: skip
        far, near = widths[-2], widths[-1]
        found[..., -1] = (
            near / (far * (far + near)) * y[..., -3] - (near + far) / (far * near) * y[..., -2]
            + (2 * near + far) / (near * (far + near)) * y[..., -1]
        )  # fmt: skip
    return ndarray(found.movedim(-1, axis).contiguous())


def trapezoid(y, x=None, dx=1.0, axis=-1):
    """The area below a line through points."""
    if asarray(y).dtype.kind == "c":
        return trapezoid(asarray(y).real, x, dx, axis) + 1j * trapezoid(asarray(y).imag, x, dx, axis)
    y = _points(asarray(y)).movedim(axis, -1)
    if x is None:
        steps = dx
    else:
        x = _points(asarray(x))
        steps = _torch.diff(x if x.dim() == 1 else x.movedim(axis, -1))
    return wrap((steps * (y[..., 1:] + y[..., :-1]) / 2.0).sum(-1))


def interp(x, xp, fp, left=None, right=None, period=None):
    """Values between points, along straight lines."""
    if period is not None:
        return _around(x, asarray(xp), asarray(fp), period)
    if asarray(fp).dtype.kind == "c":
        sides = [[None if side is None else getattr(complex(side), part) for side in (left, right)] for part in ("real", "imag")]
        parts = asarray(fp).real, asarray(fp).imag
        re, im = (interp(x, xp, part, *ends) for part, ends in zip(parts, sides))
        return re + 1j * im
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


def _around(x, xp, fp, period):
    """As `interp`, of what comes again after each period."""
    from numpy._rearrange import concatenate

    if period == 0:
        raise ValueError("period must be a non-zero value")
    if xp.ndim != 1 or fp.ndim != 1:
        raise ValueError("Data points must be 1-D sequences")
    if len(xp) != len(fp):
        raise ValueError("fp and xp are not of the same length")
    period = abs(period)
    xp = xp.astype(float) % period
    order = xp.argsort()
    xp, fp = xp[order], fp[order]
    return interp(asarray(x).astype(float) % period, concatenate([xp[-1:] - period, xp, xp[:1] + period]), concatenate([fp[-1:], fp, fp[:1]]))


def unwrap(p, discont=None, axis=-1, *, period=2 * math.pi):
    """Angles without jumps of a whole turn."""
    p = _points(asarray(p))
    steps = _torch.diff(p, dim=axis)
    turned = _torch.remainder(steps + period / 2, period) - period / 2
    turned = _torch.where((turned == -period / 2) & (steps > 0), period / 2, turned)
    change = turned - steps
    change = _torch.where(steps.abs() < (period / 2 if discont is None else discont), 0.0, change)
    first = _torch.zeros_like(p.narrow(axis, 0, 1))
    return ndarray(p + _torch.cat([first, change.cumsum(axis)], axis))
