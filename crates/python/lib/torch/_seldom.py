"""Names of `torch` that few programs use: parts of other modules under their other names, and small functions.

Not the methods (`_methods`). Start reading at `FILES`; a function that is in no other file is here.
"""

import _torch
from _scalars import INTS
from torch import return_types
from torch._kinds import kind_of, refuse
from torch.nn import functional as F

# Where the functions are: a file, and their names there.
FILES = {
    "_special": {"i0": "i0", "igamma": "gammainc", "igammac": "gammaincc"},
    "_factors": {name: name for name in "geqrf lu_unpack ormqr triangular_solve".split()} | {"orgqr": "householder_product"},
    "_frames": {"stft": "stft", "istft": "istft"},
    "nn.functional": {
        name: name for name in "threshold_ celu_ selu_ elu_ rrelu rrelu_ hardtanh_ leaky_relu_ feature_alpha_dropout".split()
    },
}
_ELSEWHERE = {name: (file, own) for file, names in FILES.items() for name, own in names.items()}
_IN_PLACE = {"i0_": "i0", "conj_physical_": "conj_physical", "dropout_": "dropout", "igamma_": "igamma"}


def find(name):
    """The function of that name, or None."""
    if name in _ELSEWHERE:
        file, own = _ELSEWHERE[name]
        module = __import__(f"torch.{file}", fromlist=(own,))
        return module.NAMES.get(own, getattr(module, own)) if file == "_special" else getattr(module, own)
    if name in _IN_PLACE:
        return lambda input, *args, **kwargs: input.copy_(getattr(__import__("torch"), _IN_PLACE[name])(input, *args, **kwargs))
    return _HERE.get(name)


def embedding(weight, indices, padding_idx=-1, scale_grad_by_freq=False, sparse=False):
    """`nn.functional.embedding` with its arguments the other way round."""
    if not isinstance(indices, _torch.Tensor):
        raise TypeError(f"embedding(): argument 'indices' (position 2) must be Tensor, not {type(indices).__name__}")
    if weight.dim() != 2:
        raise RuntimeError("'weight' must be 2-D")
    padding_idx = None if padding_idx == -1 else padding_idx
    return F.embedding(indices, weight, padding_idx, scale_grad_by_freq=scale_grad_by_freq, sparse=sparse)


def batch_norm(input, weight, bias, running_mean, running_var, training, momentum, eps, cudnn_enabled):
    """`nn.functional.batch_norm` with its arguments in another order."""
    return F.batch_norm(input, running_mean, running_var, weight, bias, training, momentum, eps)


def instance_norm(input, weight, bias, running_mean, running_var, use_input_stats, momentum, eps, cudnn_enabled):
    """`nn.functional.instance_norm` with its arguments in another order."""
    return F.instance_norm(input, running_mean, running_var, weight, bias, use_input_stats, momentum, eps)


def feature_dropout(input, p, train):
    """Dropout of whole channels."""
    if not isinstance(train, INTS):
        raise TypeError(f"feature_dropout(): argument 'train' (position 3) must be bool, not {type(train).__name__}")
    if not train or p == 0:
        return input * 1 if input.is_floating_point() else input
    if input.dim() < 2:
        raise RuntimeError("Feature dropout requires at least 2 dimensions in the input")
    kept = _torch.bernoulli(_torch.full(input.shape[:2], 1 - p)).reshape(*input.shape[:2], *(1,) * (input.dim() - 2))
    return input * kept / (1 - p)


def diagonal_scatter(input, src, offset=0, dim1=0, dim2=1):
    """A copy whose diagonal is `src`."""
    found = input.clone()
    diagonal = found.diagonal(offset, dim1, dim2)
    if diagonal.shape != src.shape:
        raise RuntimeError(
            "expected src to have a size equal to the slice of self. src size = "
            f"{list(src.shape)}, slice size = {list(diagonal.shape)}"
        )
    diagonal.copy_(src)
    return found


def as_strided_scatter(input, src, size, stride, storage_offset=None):
    """A copy in which a view by steps is `src`."""
    found = input.clone()
    view = found.as_strided(size, stride, 0 if storage_offset is None else storage_offset)
    if view.shape != src.shape:
        raise RuntimeError(
            "expected src to have a size equal to the slice of self. src size = "
            f"{list(src.shape)}, slice size = {list(view.shape)}"
        )
    view.copy_(src)
    return found


_REDUCTIONS = ("prod", "mean", "amax", "amin")


def index_reduce(input, dim, index, source, reduce, *, include_self=True):
    """A copy into whose slices at `index` those of `source` are taken."""
    if not isinstance(reduce, str):
        raise TypeError(f"index_reduce(): argument 'reduce' (position 5) must be str, not {type(reduce).__name__}")
    if not -input.dim() <= dim < max(input.dim(), 1):
        ends = (-input.dim(), input.dim() - 1)
        raise IndexError(f"Dimension out of range (expected to be in range of [{ends[0]}, {ends[1]}], but got {dim})")
    if reduce not in _REDUCTIONS:
        raise RuntimeError(f"index_reduce(): Expected reduce to be one of prod, mean, amax or amin but got {reduce}.")
    if input.dtype is not source.dtype:
        raise RuntimeError(
            f"index_reduce_(): self ({kind_of(input)}) and source ({kind_of(source)}) must have the same scalar type"
        )
    shapes = [tuple(length for at, length in enumerate(t.shape) if at != dim % t.dim()) for t in (input, source)]
    if shapes[0] != shapes[1]:
        raise RuntimeError(
            "source tensor shape must match self tensor shape, excluding the specified dimension. Got self.shape = "
            f"{list(input.shape)} source.shape = {list(source.shape)}"
        )
    if index.numel() != source.size(dim):
        raise RuntimeError(
            f"index_reduce_(): Number of indices ({index.numel()}) should be equal to source.size(dim): "
            f"({source.size(dim)}), for dim: {dim}"
        )
    size = [1] * source.dim()
    size[dim] = index.numel()
    places = index.reshape(size).expand(source.shape)
    return input.scatter_reduce(dim, places, source, reduce, include_self=include_self)


def nonzero_static(input, *, size, fill_value=-1):
    """The places of so many values that are not zero, filled where there are fewer."""
    if size < 0:
        raise RuntimeError("nonzero_static: 'size' must be an non-negative integer")
    found = input.nonzero()[:size]
    filled = _torch.full((size - found.size(0), input.dim()), fill_value)
    return _torch.cat([found, filled])


def unsafe_split_with_sizes(input, split_sizes, dim=0):
    """As `split`, of sizes."""
    return tuple(part.clone() for part in input.split_with_sizes(split_sizes, dim))


def empty_strided(size, stride, *, dtype=None, device=None, requires_grad=False):
    """A tensor of any values with these steps."""
    if len(size) != len(stride):
        raise RuntimeError(
            f"mismatch in length of strides and shape: {len(stride)} strides do not fit {len(size)} sizes"
        )
    places = 1 + sum((length - 1) * step for length, step in zip(size, stride)) if all(size) else 0
    whole = _torch.empty(places, dtype=dtype, device=device).as_strided(size, stride)
    return whole.requires_grad_(requires_grad)


def empty_permuted(size, physical_layout, *, dtype=None, device=None, requires_grad=False):
    """A tensor of any values whose dimensions lie in memory in that order."""
    if sorted(physical_layout) != list(range(len(size))):
        raise RuntimeError(
            "Number of dimensions in the given size does not match the given physical layout"
            if len(physical_layout) != len(size)
            else "Duplicate dim not allowed"
        )
    steps, step = [0] * len(size), 1
    for dim in reversed(physical_layout):
        steps[dim], step = step, step * size[dim]
    return empty_strided(size, steps, dtype=dtype, device=device, requires_grad=requires_grad)


def kaiser_window(window_length, periodic=True, beta=12.0, *, dtype=None, device=None, requires_grad=False):
    """Kaiser's window."""
    if window_length < 0:
        raise RuntimeError(
            f"kaiser_window requires non-negative window_length, got window_length={window_length}"
        )
    dtype = _torch.get_default_dtype() if dtype is None else dtype
    if not dtype.is_floating_point:
        raise RuntimeError(f"kaiser_window expects floating point dtypes, got: {dtype}")
    if window_length < 2:
        return _torch.ones(window_length, dtype=dtype, device=device)
    from torch import _special

    last = window_length - (not periodic)
    places = 2 * _torch.arange(window_length, dtype=_torch.float64) / last - 1
    top = _special.i0(_torch.tensor(float(beta), dtype=_torch.float64))
    window = _special.i0(beta * (1 - places * places).clamp(min=0).sqrt()) / top
    return window.to(dtype).to(device or "cpu").requires_grad_(requires_grad)


def histogramdd(input, bins, *, range=None, weight=None, density=False):
    """How many rows fall into each cell of a grid, and the grid's lines."""
    if input.dim() < 2:
        raise RuntimeError("torch.histogramdd: input tensor should have at least 2 dimensions")
    if input.dtype not in (_torch.float32, _torch.float64):
        refuse("histogramdd", input)
    rows = input.reshape(-1, input.size(-1))
    bins = [bins] * rows.size(1) if isinstance(bins, INTS) else list(bins)
    if len(bins) != rows.size(1):
        raise RuntimeError(
            "histogramdd: The size of bins must be equal to the innermost dimension of the input."
        )
    edges = [_edges(rows[:, at], count, range and range[2 * at : 2 * at + 2]) for at, count in enumerate(bins)]
    places, is_in = _torch.zeros(rows.size(0), dtype=_torch.int64), _torch.ones(rows.size(0), dtype=_torch.bool)
    for at, lines in enumerate(edges):
        values, count = rows[:, at].contiguous(), lines.numel() - 1
        place = _torch.searchsorted(lines, values, right=True) - 1
        place = _torch.where(values == lines[-1], count - 1, place)
        is_in &= (place >= 0) & (place < count)
        places = places * count + place
    weights = _torch.ones(rows.size(0), dtype=input.dtype) if weight is None else weight.reshape(-1)
    sizes = [lines.numel() - 1 for lines in edges]
    cells = _torch.zeros(int(_torch.tensor(sizes).prod()), dtype=input.dtype)
    counts = cells.index_add(0, places[is_in], weights[is_in]).reshape(sizes)
    if density:
        counts = counts / counts.sum()
        for at, lines in enumerate(edges):
            widths = lines.diff()
            counts = counts / widths.reshape([-1 if dim == at else 1 for dim, _ in enumerate(sizes)])
    return return_types.make("histogramdd", ("hist", "bin_edges"), (counts, tuple(edges)))


def _edges(values, count, ends):
    if isinstance(count, _torch.Tensor):
        return count
    low, high = ends or ((float(values.min()), float(values.max())) if values.numel() else (0.0, 1.0))
    low, high = (low - 0.5, high + 0.5) if low == high else (low, high)
    return _torch.linspace(low, high, count + 1, dtype=values.dtype)


def lu(A, pivot=True, get_infos=False, out=None):
    """As `linalg.lu_factor_ex`, as older programs ask for it."""
    if out is not None:
        raise NotImplementedError("lu(): the argument 'out' is not built into this torch; assign the result instead")
    from torch import _factors

    found = _factors.lu_factor_ex(A, pivot=pivot)
    return (found.LU, found.pivots, found.info) if get_infos else (found.LU, found.pivots)


def lu_solve(b, LU_data, LU_pivots):
    """As `linalg.lu_solve`, with its arguments the other way round."""
    from torch import _factors

    if not isinstance(b, _torch.Tensor):
        raise TypeError(f"lu_solve(): argument 'input' (position 1) must be Tensor, not {type(b).__name__}")
    return _factors.lu_solve(LU_data, LU_pivots, b)


def from_dlpack(ext_tensor, *, device=None, copy=None):
    """A tensor over the memory of an array or another tensor."""
    tensor = ext_tensor if isinstance(ext_tensor, _torch.Tensor) else _torch.from_numpy(ext_tensor)
    tensor = tensor if device is None else tensor.to(device)
    return tensor.clone() if copy else tensor.detach()


_HERE = {
    function.__name__: function
    for function in (
        embedding, batch_norm, instance_norm, feature_dropout, diagonal_scatter, as_strided_scatter, index_reduce,
        nonzero_static, unsafe_split_with_sizes, empty_strided, empty_permuted, kaiser_window, histogramdd, lu, lu_solve,
        from_dlpack,
    )
}  # fmt: skip
