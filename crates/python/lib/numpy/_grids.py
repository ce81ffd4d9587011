"""Grids, triangles, ramps, windows: arrays that are known before anything is computed.

Not those of given values, which are `_make`'s. Start reading anywhere: each stands alone.
"""

import math

import _torch
from numpy._array import ndarray, wrap
from numpy._create import tensor_of
from numpy._make import arange, asarray, keeps_unsigned, linspace, moves, shape_of
from numpy._types import dtype as dtype_of


@keeps_unsigned
def _complex_grids(arrays, sparse, indexing):
    real, imaginary = ([x.real if part == "re" else x.imag for x in arrays] for part in ("re", "im"))
    pairs = zip(meshgrid(*real, sparse=sparse, indexing=indexing), meshgrid(*imaginary, sparse=sparse, indexing=indexing))
    return tuple(re + 1j * im if x.dtype.kind == "c" else re for x, (re, im) in zip(arrays, pairs))


def meshgrid(*xi, copy=True, sparse=False, indexing="xy"):
    """Each vector spread over the grid that all of them span."""
    if indexing not in ("xy", "ij"):
        raise ValueError("Valid values for `indexing` are 'xy' and 'ij'.")
    arrays = [asarray(x) for x in xi]
    if any(x.dtype.kind == "c" for x in arrays):
        return _complex_grids(arrays, sparse, indexing)
    tensors = [tensor_of(x).reshape(-1) for x in xi]
    places = list(range(len(tensors)))
    if indexing == "xy" and len(tensors) > 1:
        places[:2] = 1, 0
    sizes = [0] * len(tensors)
    for place, tensor in zip(places, tensors):
        sizes[place] = len(tensor)
    grids = []
    for place, tensor in zip(places, tensors):
        grid = tensor.reshape([-1 if at == place else 1 for at in range(len(tensors))])
        grids.append(ndarray(grid if sparse else grid.expand(sizes).clone() if copy else grid.expand(sizes)))
    return tuple(grids)


class _Grid:
    """`mgrid` and `ogrid`: slices name the numbers along each axis; an imaginary step is how many."""

    def __init__(self, is_sparse):
        self._is_sparse = is_sparse

    def __getitem__(self, key):
        from numpy._rearrange import _ranged, stack

        if not isinstance(key, tuple):
            return _ranged(key)
        lines = [_ranged(part) for part in key]
        if any(line.dtype.kind == "f" for line in lines):
            lines = [line.astype(float) for line in lines]
        grids = meshgrid(*lines, sparse=self._is_sparse, indexing="ij")
        return grids if self._is_sparse else stack(grids)


mgrid, ogrid = _Grid(False), _Grid(True)


class _Slices:
    def __getitem__(self, key):
        return key


s_ = index_exp = _Slices()


def indices(dimensions, dtype=int, sparse=False):
    """The place of each value along each axis."""
    lines = [arange(size, dtype=dtype) for size in dimensions]
    grids = meshgrid(*lines, sparse=sparse, indexing="ij")
    if sparse:
        return grids
    from numpy._rearrange import stack

    return stack(grids)


def ix_(*args):
    """Indices that together name a grid."""
    lines = [asarray(line) for line in args]
    if any(line.ndim != 1 for line in lines):
        raise ValueError("Cross index must be 1 dimensional")
    lines = [line.nonzero()[0] if line.dtype.name == "bool" else line for line in lines]
    return tuple(
        line.reshape([-1 if axis == at else 1 for axis in range(len(lines))]) for at, line in enumerate(lines)
    )


def logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0):
    """Powers at equal steps of the exponent."""
    exponents = linspace(start, stop, num, endpoint, axis=axis)
    found = ndarray(_torch.pow(float(base), exponents._kindling_tensor))
    return found if dtype is None else found.astype(dtype)


def geomspace(start, stop, num=50, endpoint=True, dtype=None, axis=0):
    """Numbers each of which is so many times the one before."""
    start, stop = float(start), float(stop)
    if start == 0 or stop == 0:
        raise ValueError("Geometric sequence cannot include zero")
    sign = -1.0 if start < 0 and stop < 0 else 1.0
    found = logspace(math.log10(start * sign), math.log10(stop * sign), num, endpoint) * sign
    if num > 0:
        found[0] = start
    if num > 1 and endpoint:
        found[-1] = stop
    return found if dtype is None else found.astype(dtype)


def fromfunction(function, shape, *, dtype=float, **kwargs):
    """What a function makes of the places."""
    return function(*indices(shape, dtype), **kwargs)


@moves
def diag(v, k=0):
    """A vector as a diagonal matrix, or the diagonal of a matrix."""
    if v.ndim not in (1, 2):
        raise ValueError("Input must be 1- or 2-d.")
    return ndarray(_torch.diag(v._kindling_tensor, k).clone())


def diagflat(v, k=0):
    """The values of an array as a diagonal matrix."""
    return diag(asarray(v).ravel(), k)


def tri(N, M=None, k=0, dtype=float):
    """Ones on and below a diagonal."""
    N, M = max(N, 0), max(N if M is None else M, 0)
    return ndarray((_torch.arange(M) <= _torch.arange(N).reshape(-1, 1) + k).to(dtype_of(dtype)._torch))


@keeps_unsigned
def tril(m, k=0):
    """The lower triangle, zeros elsewhere."""
    if getattr(getattr(m, "dtype", None), "kind", "") == "c" and isinstance(m, ndarray):
        return m._of(lambda part: tril(part, k))
    return ndarray(_torch.tril(_square(m), k))


@keeps_unsigned
def triu(m, k=0):
    """The upper triangle, zeros elsewhere."""
    if getattr(getattr(m, "dtype", None), "kind", "") == "c" and isinstance(m, ndarray):
        return m._of(lambda part: triu(part, k))
    return ndarray(_torch.triu(_square(m), k))


def _square(m):
    """A vector as so many rows of itself."""
    values = tensor_of(m)
    return values.expand(len(values), len(values)) if values.dim() == 1 else values


def tril_indices(n, k=0, m=None):
    """The places of the lower triangle."""
    return tri(n, m, k, bool).nonzero()


def triu_indices(n, k=0, m=None):
    """The places of the upper triangle."""
    return (~tri(n, m, k - 1, bool)).nonzero()


def tril_indices_from(arr, k=0):
    if arr.ndim != 2:
        raise ValueError("input array must be 2-d")
    return tril_indices(arr.shape[-2], k, arr.shape[-1])


def triu_indices_from(arr, k=0):
    if arr.ndim != 2:
        raise ValueError("input array must be 2-d")
    return triu_indices(arr.shape[-2], k, arr.shape[-1])


def diag_indices(n, ndim=2):
    """The places of the diagonal."""
    return (arange(n),) * ndim


def vander(x, N=None, increasing=False):
    """Powers of each value in a row."""
    x = asarray(x)
    if x.ndim != 1:
        raise ValueError("x must be a one-dimensional array or sequence.")
    x = x.astype(int) if x.dtype.kind == "b" else x
    count = len(x) if N is None else N
    exponents = _torch.arange(count) if increasing else _torch.arange(count - 1, -1, -1)
    return ndarray(_torch.pow(x._kindling_tensor.reshape(-1, 1), exponents.to(x._kindling_tensor.dtype)))


def unravel_index(indices, shape, order="C"):
    """Places of the flattened array as places along each axis."""
    if order != "C":
        raise NotImplementedError("numpy.unravel_index: order='F' is not built into this numpy")
    places, found, sizes = tensor_of(indices), [], shape_of(shape)
    if bool(((places < 0) | (places >= math.prod(sizes))).any()):
        raise ValueError(f"index {places.reshape(-1)[0].item()} is out of bounds for array with size {math.prod(sizes)}")
    for size in reversed(sizes):
        found.append(wrap(places % size))
        places = places // size
    return tuple(reversed(found))


def ravel_multi_index(multi_index, dims, mode="raise", order="C"):
    """Places along each axis as places of the flattened array."""
    if mode != "raise" or order != "C":
        raise NotImplementedError("numpy.ravel_multi_index: mode and order are not built into this numpy")
    total = 0
    if isinstance(multi_index, str) or len(multi_index) != len(dims):
        raise ValueError(f"parameter multi_index must be a sequence of length {len(dims)}")
    for places, size in zip(multi_index, dims):
        places = tensor_of(places)
        if bool(((places < 0) | (places >= size)).any()):
            raise ValueError("invalid entry in coordinates array")
        total = total * size + places
    return wrap(total)


def _window(*shares):
    """A window by the shares of its cosines."""

    def make(M):
        if M < 1:
            return ndarray(_torch.zeros(0, dtype=_torch.float64))
        if M == 1:
            return ndarray(_torch.ones(1, dtype=_torch.float64))
        n = _torch.arange(1 - M, M, 2, dtype=_torch.float64)
        return ndarray(sum(share * _torch.cos(math.pi * at * n / (M - 1)) for at, share in enumerate(shares)))

    return make


hanning, hamming, blackman = _window(0.5, 0.5), _window(0.54, 0.46), _window(0.42, 0.5, 0.08)


def bartlett(M):
    """A window like a tent."""
    if M < 1:
        return ndarray(_torch.zeros(0, dtype=_torch.float64))
    n = _torch.arange(1 - M, M, 2, dtype=_torch.float64)
    return ndarray(_torch.where(n <= 0, 1 + n / (M - 1), 1 - n / (M - 1)))


class ndindex:
    """Every place of a shape, in order."""

    def __init__(self, *shape):
        from itertools import product

        sizes = shape_of(shape[0]) if len(shape) == 1 else shape_of(shape)
        self._places = product(*map(range, sizes))

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._places)


class ndenumerate:
    """Every place with its value."""

    def __init__(self, arr):
        arr = asarray(arr)
        self._pairs = zip(ndindex(arr.shape), arr.ravel())

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._pairs)


def sinc(x):
    """sin(pi x) / (pi x)."""
    from numpy._functions import as_floats

    x = asarray(x)
    y = as_floats(x.astype("float64") if x.dtype.kind in "biu" else x) * math.pi
    y = _torch.where(y == 0, 1.0e-20, y)
    return wrap(_torch.sin(y) / y)
