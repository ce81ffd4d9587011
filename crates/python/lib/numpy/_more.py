"""Functions of numpy that few lessons use: they come when one of them is asked for."""

import _torch
from numpy._array import ndarray, wrap
from numpy._errors import checked_axis
from numpy._create import tensor_of
from numpy._types import float64


def _tensors(arrays):
    from numpy import _common

    return _common(arrays)


def vstack(tup):
    """Arrays below each other; vectors are rows."""
    return ndarray(_torch.cat([_torch.atleast_2d(tensor) for tensor in _tensors(tup)]))


def hstack(tup):
    """Arrays beside each other."""
    tensors = [_torch.atleast_1d(tensor) for tensor in _tensors(tup)]
    return ndarray(_torch.cat(tensors, 0 if tensors[0].dim() == 1 else 1))


def column_stack(tup):
    """Vectors as columns beside each other."""
    return ndarray(_torch.cat([each.unsqueeze(1) if each.dim() == 1 else each for each in _tensors(tup)], 1))


class _Columns:
    def __getitem__(self, parts):
        return column_stack(parts if isinstance(parts, tuple) else (parts,))


c_ = _Columns()


def meshgrid(*xi, indexing="xy"):
    """Each vector spread over the grid that all of them span."""
    if indexing not in ("xy", "ij"):
        raise ValueError("Valid values for `indexing` are 'xy' and 'ij'.")
    from torch import meshgrid as spread

    return tuple(ndarray(grid.clone()) for grid in spread(*map(tensor_of, xi), indexing=indexing))


def unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None):
    """The different values, in order; where each came first, where each went, and how often it comes."""
    if axis is not None:
        raise NotImplementedError("numpy.unique: axis is not built into this numpy")
    flat = tensor_of(ar).reshape(-1)
    values, inverse, counts = _torch.unique(flat, return_inverse=True, return_counts=True)
    found = [ndarray(values)]
    if return_index:
        order = _torch.argsort(inverse, stable=True)
        found.append(ndarray(order[counts.cumsum(0) - counts]))
    if return_inverse:
        found.append(ndarray(inverse.reshape(tensor_of(ar).shape)))
    if return_counts:
        found.append(ndarray(counts))
    return found[0] if len(found) == 1 else tuple(found)


def outer(a, b):
    """Each value of a times each of b."""
    a, b = _tensors((a, b))
    return ndarray(a.reshape(-1, 1) * b.reshape(1, -1))


def tile(A, reps):
    """A laid side by side so many times."""
    return ndarray(tensor_of(A).tile((reps,) if isinstance(reps, int) else tuple(reps)))


def repeat(a, repeats, axis=None):
    """Each value so often."""
    repeats = repeats if isinstance(repeats, int) else tensor_of(repeats)
    return ndarray(_torch.repeat_interleave(tensor_of(a), repeats, axis))


def flip(m, axis=None):
    """In reverse order."""
    tensor = tensor_of(m)
    axes = range(tensor.dim()) if axis is None else (axis,) if isinstance(axis, int) else axis
    return ndarray(_torch.flip(tensor, tuple(axes)))


def roll(a, shift, axis=None):
    """Moved round."""
    return ndarray(tensor_of(a).roll(shift, axis) if axis is not None else tensor_of(a).roll(shift))


def nonzero(a):
    """The places of what is not zero."""
    return tuple(ndarray(places) for places in _torch.nonzero(tensor_of(a), as_tuple=True))


def argwhere(a):
    """The places of what is not zero, a row each."""
    return ndarray(_torch.nonzero(tensor_of(a)))


def count_nonzero(a, axis=None):
    """How many values are not zero."""
    count = (tensor_of(a) != 0).sum() if axis is None else (tensor_of(a) != 0).sum(axis)
    return count.item() if count.dim() == 0 else ndarray(count)


def diff(a, n=1, axis=-1):
    """Differences of neighbours."""
    return ndarray(_torch.diff(tensor_of(a), n, axis))


def diag(v, k=0):
    """A vector as a diagonal matrix, or the diagonal of a matrix."""
    return ndarray(_torch.diag(tensor_of(v), k).clone())


def tril(m, k=0):
    """The lower triangle, zeros elsewhere."""
    return ndarray(_torch.tril(tensor_of(m), k))


def triu(m, k=0):
    """The upper triangle, zeros elsewhere."""
    return ndarray(_torch.triu(tensor_of(m), k))


def trace(a):
    """The sum of the diagonal."""
    return wrap(_torch.diag(tensor_of(a)).sum())


def median(a, axis=None):
    """The middle value, or the mean of the two in the middle."""
    tensor = tensor_of(a)
    tensor = tensor if tensor.is_floating_point() else tensor.double()
    return wrap(_torch.quantile(tensor, 0.5) if axis is None else _torch.quantile(tensor, 0.5, axis))


def percentile(a, q, axis=None):
    """The values below which so many of a hundred lie."""
    return quantile(a, tensor_of(q).double().numpy() / 100, axis)


def quantile(a, q, axis=None):
    """The values below which such shares lie."""
    tensor = tensor_of(a)
    tensor = tensor if tensor.is_floating_point() else tensor.double()
    q = tensor_of(q).to(tensor.dtype)
    return wrap(_torch.quantile(tensor, q) if axis is None else _torch.quantile(tensor, q, axis))


def histogram(a, bins=10, range=None):
    """How many values fall into each of the bins, and the bins' ends."""
    values = tensor_of(a).double().reshape(-1)
    if not isinstance(bins, int):
        ends = tensor_of(bins).double()
    else:
        low, high = (values.min().item(), values.max().item()) if range is None else range
        low, high = (low - 0.5, high + 0.5) if low == high else (low, high)
        ends = _torch.linspace(low, high, bins + 1, dtype=_torch.float64)
    places = _torch.searchsorted(ends, values, right=True) - 1
    # The last bin has its upper end.
    places = _torch.where(values == ends[-1], len(ends) - 2, places)
    inside = (values >= ends[0]) & (values <= ends[-1])
    return ndarray(_torch.bincount(places[inside], minlength=len(ends) - 1)), ndarray(ends)


def split(ary, indices_or_sections, axis=0):
    """Equal parts, or parts that end at indices."""
    tensor = tensor_of(ary)
    if isinstance(indices_or_sections, int) and tensor.size(axis) % indices_or_sections:
        raise ValueError("array split does not result in an equal division")
    return array_split(ary, indices_or_sections, axis)


def array_split(ary, indices_or_sections, axis=0):
    """Parts, the first ones larger by one where it does not come out even; or parts that end at indices."""
    from torch import tensor_split

    parts = indices_or_sections if isinstance(indices_or_sections, int) else tuple(indices_or_sections)
    return [ndarray(part) for part in tensor_split(tensor_of(ary), parts, axis)]


def swapaxes(a, axis1, axis2):
    """Two axes exchanged."""
    return ndarray(tensor_of(a).transpose(axis1, axis2))


def bincount(x, weights=None, minlength=0):
    """How often each number comes; or the sum of its weights."""
    weights = None if weights is None else tensor_of(weights).double()
    return ndarray(_torch.bincount(tensor_of(x), weights, minlength))


def nanmean(a, axis=None):
    """The mean of what is a number."""
    tensor = tensor_of(a)
    return wrap(_torch.nanmean(tensor) if axis is None else _torch.nanmean(tensor, axis))


def nansum(a, axis=None):
    """The sum of what is a number."""
    tensor = tensor_of(a)
    return wrap(_torch.nansum(tensor) if axis is None else _torch.nansum(tensor, axis))


def append(arr, values, axis=None):
    """Arrays one after the other."""
    first, second = _tensors((arr, values))
    if axis is None:
        return ndarray(_torch.cat([first.reshape(-1), second.reshape(-1)]))
    return ndarray(_torch.cat([first, second], axis))


def cov(m):
    """How variables, a row each, vary together."""
    return wrap(_torch.cov(tensor_of(m).double()))


def corrcoef(x):
    """How variables, a row each, go together, between -1 and 1."""
    return wrap(_torch.corrcoef(tensor_of(x).double()))


def trapezoid(y, x=None, dx=1.0):
    """The area below a line through points."""
    y = tensor_of(y).double()
    steps = dx if x is None else _torch.diff(tensor_of(x).double())
    return float64(((y[1:] + y[:-1]) / 2 * steps).sum().item())


def loadtxt(fname, dtype=float, comments="#", delimiter=None, skiprows=0, usecols=None, unpack=False, ndmin=0):
    """The numbers of a text file, a line a row."""
    from numpy import array

    lines = fname if not isinstance(fname, (str, bytes)) and not hasattr(fname, "__fspath__") else open(fname)
    rows = []
    for at, line in enumerate(lines):
        line = line.decode() if isinstance(line, bytes) else line
        line = line.split(comments)[0].strip() if comments else line.strip()
        if at >= skiprows and line:
            rows.append(line.split(delimiter))
    if usecols is not None:
        chosen = (usecols,) if isinstance(usecols, int) else usecols
        rows = [[row[column] for column in chosen] for row in rows]
    for at, row in enumerate(rows, 1):
        if len(row) != len(rows[0]):
            raise ValueError(
                f"the number of columns changed from {len(rows[0])} to {len(row)} at row {at}; use `usecols` to select a "
                "subset and avoid this error"
            )
    values = []
    for at, row in enumerate(rows):
        try:
            values.append([float(word) for word in row])
        except ValueError:
            word = next(word for word in row if not _is_number(word))
            raise ValueError(
                f"could not convert string {word!r} to {dtype(0).dtype.name if hasattr(dtype(0), 'dtype') else 'float64'} at "
                f"row {at}, column {row.index(word) + 1}."
            ) from None
    found = array(values, dtype=dtype)
    if ndmin < 2 and found.ndim == 2 and 1 in found.shape:
        found = found.squeeze() if ndmin == 0 else found.ravel()
    return found.T if unpack else found


def _is_number(word):
    try:
        float(word)
    except ValueError:
        return False
    return True


def savetxt(fname, X, fmt="%.18e", delimiter=" ", newline="\n", header="", footer="", comments="# "):
    """Writes numbers to a text file, a row a line."""
    tensor = tensor_of(X)
    rows = tensor.tolist() if tensor.dim() == 2 else [[value] for value in tensor.tolist()]
    lines = [comments + header] if header else []
    lines += [delimiter.join(fmt % value for value in row) for row in rows]
    lines += [comments + footer] if footer else []
    text = newline.join(lines) + newline
    if hasattr(fname, "write"):
        fname.write(text)
        return
    with open(fname, "w") as file:
        file.write(text)


def take(a, indices, axis=None, mode="raise"):
    """What lies at indices along an axis; without one, in the flattened array."""
    from numpy import asarray

    if mode != "raise":
        raise NotImplementedError(f"numpy.take: mode='{mode}' is not built into this numpy")
    a, indices = asarray(a), asarray(indices)
    if axis is None:
        return a.ravel()[indices]
    return a[(slice(None),) * checked_axis(axis, a.ndim) + (indices,)]
