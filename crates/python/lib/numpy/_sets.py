"""Orders and sets: sorting, searching, different values, what is in what.

Not the reductions. Start reading at `unique`.
"""

import _torch
from _scalars import NUMBERS
from numpy import _ufunc
from numpy._array import ndarray, wrap
from numpy._create import alike, tensor_of
from numpy._errors import broadcast_shape, checked_axis
from numpy._make import asarray
from numpy._rearrange import concatenate, take


def sort(a, axis=-1, kind=None, order=None, *, stable=None):
    """A sorted copy."""
    found = asarray(a).copy()
    if order is not None:
        return found[found.argsort(order=order)]
    if axis is None:
        found, axis = found.ravel(), -1
    found.sort(axis)
    return found


def argsort(a, axis=-1, kind=None, order=None, *, stable=None):
    """The places of values in rising order."""
    if hasattr(a, "__array_wrap__") and a.ndim == 1:
        return a.argsort()
    values = asarray(a)
    if order is not None:
        return values.argsort(axis, order=order)
    found = values.ravel().argsort() if axis is None else values.argsort(axis)
    return alike(a, found)


def unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None, *, equal_nan=True, sorted=True):
    """The different values, in order; where each came first, where each went, and how often it comes."""
    ar = asarray(ar)
    if axis is None:
        values, inverse, counts = _different(ar.ravel(), equal_nan)
        inverse = inverse.reshape(ar.shape)
    else:
        values, inverse, counts = _different_lines(ar, checked_axis(axis, ar.ndim))
    found = [values]
    if return_index:
        order = _torch.argsort(inverse.reshape(-1), stable=True)
        found.append(ndarray(order[counts.cumsum(0) - counts]))
    if return_inverse:
        found.append(ndarray(inverse))
    if return_counts:
        found.append(ndarray(counts))
    return found[0] if len(found) == 1 else tuple(found)


def _different(flat, equal_nan=True):
    if hasattr(flat, "_counts"):
        values, inverse, counts = _different(ndarray(flat._counts))
        return flat._like(values._kindling_tensor), inverse, counts
    if getattr(flat, "_is_wide", False):
        values, inverse, counts = _different(ndarray(flat._ranks()))
        return flat._like(flat._of_ranks(values._kindling_tensor)), inverse, counts
    if flat.dtype.kind == "c":
        from numpy._complex_orders import different

        return different(flat)
    if flat.dtype.kind == "V":
        return _different_rows(flat)
    if not flat._is_of_objects:
        values, inverse, counts = _torch.unique(flat._kindling_tensor, return_inverse=True, return_counts=True)
        if equal_nan and values.is_floating_point():
            values, inverse, counts = _one_nan(values, inverse, counts)
        return ndarray(values), inverse, counts
    from numpy._objects import from_python

    listed = flat._values
    values = sorted(set(listed))
    places = {value: place for place, value in enumerate(values)}
    inverse = _torch.tensor([places[value] for value in listed], dtype=_torch.int64)
    return from_python(values, flat.dtype), inverse, _torch.bincount(inverse, minlength=len(values))


def _different_rows(flat):
    rows = flat.tolist()
    values = sorted(set(rows))
    places, first = {value: place for place, value in enumerate(values)}, {}
    for at, row in enumerate(rows):
        first.setdefault(row, at)
    inverse = _torch.tensor([places[row] for row in rows], dtype=_torch.int64)
    return flat[[first[value] for value in values]], inverse, _torch.bincount(inverse, minlength=len(values))


def _one_nan(values, inverse, counts):
    """All that are no number count as one value."""
    gone = int(values.isnan().sum())
    if gone < 2:
        return values, inverse, counts
    kept = len(values) - gone + 1
    counts = _torch.cat([counts[: kept - 1], counts[kept - 1 :].sum().reshape(1)])
    return values[:kept], inverse.clamp(max=kept - 1), counts


def _different_lines(ar, axis):
    lines = ar.swapaxes(0, axis)
    rows = [tuple(row) for row in lines.reshape(len(lines), -1).tolist()]
    values = sorted(set(rows))
    places = {value: place for place, value in enumerate(values)}
    inverse = _torch.tensor([places[row] for row in rows], dtype=_torch.int64)
    first = {}
    for at, row in enumerate(rows):
        first.setdefault(row, at)
    picked = take(lines, [first[value] for value in values], 0).swapaxes(0, axis)
    return picked, inverse, _torch.bincount(inverse, minlength=len(values))


def unique_values(x):
    return unique(x)


def isin(element, test_elements, assume_unique=False, invert=False, *, kind=None):
    """Whether each value is among others."""
    element, others = _as_counts(asarray(element), asarray(test_elements).ravel())
    if element._is_of_objects or others._is_of_objects or "c" in (element.dtype.kind, others.dtype.kind):
        wanted = set(others.tolist())
        found = _torch.tensor([value in wanted for value in element.ravel().tolist()], dtype=_torch.bool)
        found = found.reshape(element.shape)
    else:
        found = _torch.isin(element._kindling_tensor, others._kindling_tensor)
    return ndarray(~found if invert else found)


def _as_counts(*arrays):
    """Arrays of moments as whole numbers in one unit; others as they are."""
    if not all(hasattr(array, "_counts") for array in arrays):
        return arrays
    from numpy._calendar import finest
    from numpy._date_arrays import TimeKind

    kind = TimeKind("M", finest([array.dtype.unit for array in arrays]))
    return [ndarray(array._in(kind)) for array in arrays]


def intersect1d(ar1, ar2, assume_unique=False, return_indices=False):
    """What is in both."""
    (first, first_at), (second, second_at) = unique(ar1, return_index=True), unique(ar2, return_index=True)
    common = first[isin(first, second)]
    if first.dtype != second.dtype and first.dtype.kind in "biuf" and second.dtype.kind in "biuf":
        from numpy._kinds import result_type

        common = common.astype(result_type(first, second))
    if not return_indices:
        return common
    return common, first_at[isin(first, common)], second_at[isin(second, common)]


def union1d(ar1, ar2):
    """What is in one of them."""
    return unique(concatenate([asarray(ar1).ravel(), asarray(ar2).ravel()]))


def setdiff1d(ar1, ar2, assume_unique=False):
    """What is in the first and not in the second."""
    first = asarray(ar1).ravel() if assume_unique else unique(ar1)
    return first[isin(first, ar2, invert=True)]


def setxor1d(ar1, ar2, assume_unique=False):
    """What is in one only."""
    first, second = unique(ar1), unique(ar2)
    return sort(concatenate([first[isin(first, second, invert=True)], second[isin(second, first, invert=True)]]))


def searchsorted(a, v, side="left", sorter=None):
    """Where values would be put so that an array stays in order."""
    a, v = _as_counts(asarray(a), asarray(v))
    if side not in ("left", "right"):
        raise ValueError(f"search side must be 'left' or 'right' (got '{side}')")
    if a.ndim != 1:
        raise ValueError("object too deep for desired array" if a.ndim else "object of too small depth for desired array")
    a = a if sorter is None else a[asarray(sorter)]
    if "c" in (a.dtype.kind, v.dtype.kind):
        from numpy._complex import as_complex
        from numpy._complex_orders import searched

        return searched(as_complex(a), as_complex(v), side)
    if a._is_of_objects:
        from bisect import bisect_left, bisect_right

        values, find = a._values, bisect_left if side == "left" else bisect_right
        found = _torch.tensor([find(values, value) for value in v.ravel().tolist()], dtype=_torch.int64)
        return wrap(found.reshape(v.shape))
    a, v = (each._kindling_tensor.double() for each in (a, v))
    return wrap(_torch.searchsorted(a.contiguous(), v.contiguous(), right=side == "right"))


def digitize(x, bins, right=False):
    """The bin that each value falls into."""
    bins = asarray(bins)
    rises, falls = bool((bins[1:] >= bins[:-1]).all()), bool((bins[1:] <= bins[:-1]).all())
    if not (rises or falls):
        raise ValueError("bins must be monotonically increasing or decreasing")
    if rises:
        return searchsorted(bins, x, "left" if right else "right")
    return len(bins) - searchsorted(bins[::-1].copy(), x, "right" if right else "left")


def _check_kth(a, kth, axis):
    if not a.ndim and axis is not None and a._is_of_objects:
        return
    size = a.shape[axis] if axis is not None and a.ndim else a.size
    for each in kth if hasattr(kth, "__len__") else (kth,):
        if not hasattr(each, "__index__"):
            raise TypeError("Partition index must be integer")
        if size and not -size <= each < size:
            raise ValueError(f"kth(={each + size if each < 0 else each}) out of bounds ({size})")


def partition(a, kth, axis=-1, kind="introselect", order=None):
    """A copy in which the kth is where sorting puts it, no larger ones before and no smaller ones behind it."""
    _check_kth(asarray(a), kth, axis)
    return sort(a, axis)


def argpartition(a, kth, axis=-1, kind="introselect", order=None):
    """The places of values in the order of `partition`."""
    _check_kth(asarray(a), kth, axis)
    return argsort(a, axis)


def lexsort(keys, axis=-1):
    """The order by several keys, the last one first."""
    if axis != -1:
        raise NotImplementedError("numpy.lexsort: axis is not built into this numpy")
    keys = [asarray(key) for key in keys]
    if len({key.shape for key in keys}) > 1:
        raise ValueError("all keys need to be the same shape")
    order = list(range(len(keys[0])))
    for key in keys:
        values = key.tolist()
        order.sort(key=values.__getitem__)
    return ndarray(_torch.tensor(order, dtype=_torch.int64))


def nonzero(a):
    """The places of what is not zero."""
    return asarray(a).nonzero()


def flatnonzero(a):
    """The places of what is not zero, in the flattened array."""
    return asarray(a).ravel().nonzero()[0]


def argwhere(a):
    """The places of what is not zero, a row each."""
    a = asarray(a)
    if not a.ndim:
        return ndarray(_torch.zeros(int(bool(a)), 0, dtype=_torch.int64))
    places = a.nonzero()
    return ndarray(_torch.stack([each._kindling_tensor for each in places], 1))


def count_nonzero(a, axis=None, *, keepdims=False):
    """How many values are not zero."""
    a = asarray(a)
    found = a.astype(bool) if a._is_of_objects else a != 0
    count = asarray(found).sum(axis=axis, keepdims=keepdims)
    return count


def where(condition, *choices):
    """x where the condition holds, y elsewhere; without them, the places where it holds."""
    if not choices:
        return asarray(condition).nonzero()
    if len(choices) != 2:
        raise ValueError("either both or neither of x and y should be given")
    if type(condition) is ndarray:
        condition = condition._kindling_tensor.bool()
    else:
        condition = tensor_of(asarray(condition).astype(bool, copy=False))
    kinds = set(map(type, choices))
    if kinds <= {int, float} and all(-(2**63) <= choice < 2**63 for choice in choices if type(choice) is int):
        kind = _torch.float64 if float in kinds else _torch.int64
        return ndarray(_torch.where(condition, *(_torch.tensor(choice, dtype=kind) for choice in choices)))
    pair = _ufunc.pair_at_once(*choices)
    if pair is not None:
        try:
            return wrap(_torch.where(condition, *pair))
        except RuntimeError:
            # Told in numpy's words below.
            pass
    x, y = (choice if isinstance(choice, NUMBERS) else asarray(choice) for choice in choices)
    special = next((each for each in (x, y) if hasattr(each, "_counts") or getattr(each, "_is_of_objects", False)), None)
    if special is not None:
        from numpy._rearrange import broadcast_shapes, broadcast_to

        x, y = asarray(x), asarray(y)
        shape = broadcast_shapes(tuple(condition.shape), x.shape, y.shape)
        spread = [broadcast_to(each, shape) for each in (x, y)]
        return special._moved(lambda pair: where(ndarray(condition), *pair), spread)
    if any(isinstance(each, complex) or getattr(getattr(each, "dtype", None), "kind", "") == "c" for each in (x, y)):
        return _where_complex(condition, x, y)
    if any(getattr(each, "_is_wide", False) for each in (x, y)):
        from numpy._kinds import result_type

        kind = result_type(x, y)
        x, y = (asarray(each).astype(kind) for each in (x, y))
        found = where(condition, *(ndarray(each._values) if kind.kind == "u" else each for each in (x, y)))
        return x._like(found._kindling_tensor) if kind.kind == "u" else found
    from numpy._functions import common

    shapes = [tuple(condition.shape), *(_ufunc.shape_of(each) for each in (x, y))]
    broadcast_shape(shapes)
    x, y = common(x, y)
    return wrap(_torch.where(condition, x, y))


def _where_complex(condition, x, y):
    from numpy._complex import _joined
    from numpy._complex_operators import _operand

    x, y = _operand(x), _operand(y)
    return _joined(*(where(ndarray(condition), *(asarray(getattr(each, part)) for each in (x, y))) for part in ("real", "imag")))


def select(condlist, choicelist, default=0):
    """For each place the choice of the first condition that holds there."""
    if len(condlist) != len(choicelist):
        raise ValueError("list of cases must be same length as list of conditions")
    if not condlist:
        raise ValueError("select with an empty condition list is not possible")
    found = default
    for condition, choice in reversed(list(zip(condlist, choicelist))):
        condition = asarray(condition)
        if condition.dtype.name != "bool":
            raise TypeError("invalid entry 0 in condlist: should be boolean ndarray")
        found = where(condition, choice, found)
    return asarray(found)
