"""Functions of `np.ma` that few lessons call: edges and stretches of masks, lines without masked values, sets, covariances.

What it is not: the arrays, which are `_masked`'s. Start reading at `fix_invalid`.
"""

import numpy
from numpy import ma
from numpy._masked import MaskedArray
from numpy._masks import limit, nomask


def fix_invalid(a, mask=nomask, copy=True, fill_value=None):
    """Masked where values are no numbers, or without end; a fill stands there."""
    a = MaskedArray(a, mask, copy=copy)
    gone = ~numpy.isfinite(a.data)
    if gone.any():
        a._own_mask = a._full_mask() | gone
        a._data[gone] = a.fill_value if fill_value is None else fill_value
    return a


def allclose(a, b, masked_equal=True, rtol=1e-05, atol=1e-08):
    """Whether all are equal but for a tolerance; `masked_equal` is what masked pairs count as."""
    a, b = ma.asarray(a), ma.asarray(b)
    near = numpy.isclose(a.data, b.data, rtol, atol)
    return numpy.bool_((near | (a._full_mask() | b._full_mask() if masked_equal else False)).all())


def unique(ar1, return_index=False, return_inverse=False):
    """The different values, with one masked at the end where any is."""
    a = ma.asarray(ar1)
    if return_index or return_inverse:
        raise NotImplementedError("numpy.ma.unique: return_index and return_inverse are not built into this numpy")
    values = numpy.unique(a.compressed())
    if not a._full_mask().any():
        return MaskedArray(values)
    rest = a.data[a._full_mask()][:1]
    return MaskedArray(numpy.concatenate([values, rest]), [False] * len(values) + [True])


def _set(name):
    function = getattr(numpy, name)

    def apply(ar1, ar2, assume_unique=False):
        return MaskedArray(function(ma.asarray(ar1).compressed(), ma.asarray(ar2).compressed()))

    apply.__name__ = name
    return apply


intersect1d, union1d, setdiff1d, setxor1d = map(_set, ("intersect1d", "union1d", "setdiff1d", "setxor1d"))


def isin(element, test_elements, assume_unique=False, invert=False):
    """Whether each value is among others."""
    a = ma.asarray(element)
    return MaskedArray(numpy.isin(a.data, ma.asarray(test_elements).compressed(), invert=invert), a.mask)


in1d = isin


# Stretches


def _stretches(flags):
    edges = [0, *(at for at in range(1, len(flags)) if flags[at] != flags[at - 1]), len(flags)]
    return [slice(low, high) for low, high in zip(edges, edges[1:]) if high > low and flags[low]]


def _slices(a, wanted):
    a = ma.asarray(a)
    flags = a._full_mask().ravel().tolist()
    found, last = _stretches([flag is wanted for flag in flags]), len(flags)
    if a.mask is nomask:
        return found
    ends = [tuple(end if end in (0, last) else numpy.int64(end) for end in (each.start, each.stop)) for each in found]
    return [slice(*pair) for pair in ends]


def clump_unmasked(a):
    """The stretches of values that are not masked."""
    return _slices(a, False)


def clump_masked(a):
    """The stretches of masked values."""
    return _slices(a, True)


def flatnotmasked_contiguous(a):
    """The stretches of values that are not masked, of the flattened array."""
    flags = ma.getmaskarray(a).ravel().tolist()
    return _stretches([not flag for flag in flags])


def notmasked_contiguous(a, axis=None):
    """The stretches of values that are not masked, along an axis."""
    a = ma.asarray(a)
    if axis is None or a.ndim == 1:
        return flatnotmasked_contiguous(a)
    lines = numpy.moveaxis(a._full_mask(), axis, -1)
    return [_stretches([not flag for flag in line.tolist()]) for line in lines]


def flatnotmasked_edges(a):
    """The first and the last place of a value that is not masked."""
    places = numpy.flatnonzero(~ma.getmaskarray(a))
    return places[[0, -1]] if places.size else None


def notmasked_edges(a, axis=None):
    """As `flatnotmasked_edges`, along an axis."""
    a = ma.asarray(a)
    if axis is None or a.ndim == 1:
        return flatnotmasked_edges(a)
    places = MaskedArray(numpy.indices(a.shape), numpy.stack([a._full_mask()] * a.ndim))
    ends = [[getattr(places[at], end)(axis).compressed() for at in range(a.ndim)] for end in ("min", "max")]
    return [tuple(each) for each in ends]


# Lines


def _lines(a, name):
    a = ma.asarray(a)
    if a.ndim != 2:
        raise NotImplementedError(f"{name} works for 2D arrays only.")
    return a, a._full_mask()


def compress_rowcols(x, axis=None):
    """Without the rows and columns in which a value is masked."""
    a, mask = _lines(x, "compress_rowcols")
    data = a.data
    rows = ~mask.any(1) if axis in (None, 0) else numpy.ones(a.shape[0], dtype=bool)
    columns = ~mask.any(0) if axis in (None, 1, -1) else numpy.ones(a.shape[1], dtype=bool)
    return data[rows][:, columns]


def compress_rows(a):
    """Without the rows in which a value is masked."""
    return compress_rowcols(a, 0)


def compress_cols(a):
    """Without the columns in which a value is masked."""
    return compress_rowcols(a, 1)


def mask_rowcols(a, axis=None):
    """The rows and columns masked in which a value is."""
    a, mask = _lines(a, "mask_rowcols")
    gone = mask.copy()
    if axis in (None, 0):
        gone[mask.any(1)] = True
    if axis in (None, 1, -1):
        gone[:, mask.any(0)] = True
    return MaskedArray(a.data, gone)


def mask_rows(a, axis=None):
    """The rows masked in which a value is."""
    return mask_rowcols(a, 0)


def mask_cols(a, axis=None):
    """The columns masked in which a value is."""
    return mask_rowcols(a, 1)


# Together


def cov(x, y=None, rowvar=True, bias=False, allow_masked=True, ddof=None):
    """How variables, a row each, vary together, of the values that are not masked."""
    parts = [ma.asarray(each) for each in ((x,) if y is None else (x, y))]
    data = numpy.concatenate([numpy.atleast_2d(part.data.astype(float)) for part in parts])
    mask = numpy.concatenate([numpy.atleast_2d(part._full_mask()) for part in parts])
    if not rowvar and len(data) > 1:
        data, mask = data.T, mask.T
    there = (~mask).astype(float)
    away = MaskedArray(data, mask)
    away = (away - away.mean(1, keepdims=True)).filled(0)
    counts = there @ there.T - ((0 if bias else 1) if ddof is None else ddof)
    gone = counts <= 0
    found = (away @ away.T) / numpy.where(gone, 1, counts)
    return MaskedArray(found, gone).squeeze()


def corrcoef(x, y=None, rowvar=True, allow_masked=True):
    """How variables go together, of the values that are not masked."""
    spread = cov(x, y, rowvar)
    if not spread.ndim:
        return spread / spread
    sizes = numpy.sqrt(spread.diagonal())
    found = spread / (sizes.reshape(-1, 1) * sizes)
    return MaskedArray(found.data, found._full_mask())


def polyfit(x, y, deg, rcond=None, full=False, w=None, cov=False):
    """The polynomial that comes nearest to the points that are not masked."""
    x, y = ma.asarray(x), ma.asarray(y)
    gone = x._full_mask() | (y._full_mask() if y.ndim == 1 else y._full_mask().any(1))
    if w is not None:
        w = ma.asarray(w)
        gone, w = gone | w._full_mask(), w.data
    there = ~gone
    return numpy.polyfit(x.data[there], y.data[there], deg, rcond, full, None if w is None else w[there], cov)


def diff(a, n=1, axis=-1, prepend=None, append=None):
    """Differences of neighbours; masked where one is."""
    a = ma.asarray(a)
    for each in (prepend, append):
        if each is not None:
            raise NotImplementedError("numpy.ma.diff: prepend and append are not built into this numpy")
    for _ in range(n):
        cut = (slice(None),) * (axis % a.ndim)
        a = a[cut + (slice(1, None),)] - a[cut + (slice(None, -1),)]
    return a


def outer(a, b):
    """Each value of a times each of b; masked where one is."""
    a, b = ma.asarray(a).ravel(), ma.asarray(b).ravel()
    mask = a._full_mask().reshape(-1, 1) | b._full_mask()
    return MaskedArray(numpy.outer(a.filled(0), b.filled(0)), nomask if a.mask is nomask and b.mask is nomask else mask)


outerproduct = outer


def inner(a, b):
    """The sums of the products along the last axes, masked values as zeros."""
    return MaskedArray(numpy.inner(ma.asarray(a).filled(0), ma.asarray(b).filled(0)))


innerproduct = inner


def append(a, b, axis=None):
    """One array behind the other."""
    a, b = ma.asarray(a), ma.asarray(b)
    return ma.concatenate([a.ravel(), b.ravel()] if axis is None else [a, b], axis or 0)


def _of_one(name):
    function = getattr(numpy, name)

    def apply(a, *args, **kwargs):
        a = ma.asarray(a)
        return MaskedArray(function(a.data, *args, **kwargs), a.mask if a.mask is nomask else function(a.mask, *args, **kwargs))

    apply.__name__ = name
    return apply


_MOVES = "atleast_1d atleast_2d atleast_3d expand_dims swapaxes squeeze flip fliplr flipud rot90 diag diagonal broadcast_to"
for _name in _MOVES.split():
    globals()[_name] = _of_one(_name)


def _alike(name):
    function = getattr(numpy, name)
    return lambda a, dtype=None: MaskedArray(function(ma.asarray(a).data, dtype=dtype))


zeros_like, ones_like, empty_like = map(_alike, ("zeros_like", "ones_like", "empty_like"))


def identity(n, dtype=None):
    return MaskedArray(numpy.identity(n, dtype))


# Fills


def default_fill_value(obj):
    """What stands for masked values of a dtype unless another is wished."""
    kind = obj.dtype if hasattr(obj, "dtype") else numpy.dtype(obj if isinstance(obj, (type, str, numpy.dtype)) else type(obj))
    return MaskedArray(numpy.zeros(1, kind)).fill_value


def set_fill_value(a, fill_value):
    if isinstance(a, MaskedArray):
        a.fill_value = fill_value


def maximum_fill_value(obj):
    """The least number of a dtype, which stands for masked values where the largest is looked for."""
    return limit(ma.asarray(obj).dtype, "min")


def minimum_fill_value(obj):
    """The largest number of a dtype."""
    return limit(ma.asarray(obj).dtype, "max")
