"""Functions that put values elsewhere, or write some of them, and that few programs use.

Start reading anywhere: each stands alone.
"""

import _torch
from _scalars import INTS
from torch._kinds import kind_of
from torch.autograd._named import node
from torch._modes import no_grad


def moveaxis(input, source, destination):
    """As `movedim`."""
    return input.movedim(source, destination)


def fliplr(input):
    """Left and right exchanged."""
    if input.dim() < 2:
        raise RuntimeError("Input must be >= 2-d.")
    return input.flip(1)


def flipud(input):
    """Up and down exchanged."""
    if input.dim() < 1:
        raise RuntimeError("Input must be >= 1-d.")
    return input.flip(0)


def dstack(tensors):
    """Tensors behind each other."""
    return _torch.cat([_torch.atleast_3d(tensor) for tensor in tensors], 2)


def _split(input, parts, dim):
    from torch._rare import tensor_split

    if isinstance(parts, INTS) and input.size(dim) % parts:
        raise RuntimeError(
            f"torch.{('v', 'h', 'd')[dim]}split attempted to split along dimension {dim}, but the size of the dimension "
            f"{input.size(dim)} is not divisible by the split_size {parts}!"
        )
    return tensor_split(input, parts, dim)


def hsplit(input, indices_or_sections):
    """Parts from left to right."""
    return _split(input, indices_or_sections, 0 if input.dim() == 1 else 1)


def vsplit(input, indices_or_sections):
    """Parts from top to bottom."""
    return _split(input, indices_or_sections, 0)


def dsplit(input, indices_or_sections):
    """Parts from front to back."""
    return _split(input, indices_or_sections, 2)


@node("DiagEmbedBackward0")
def diag_embed(input, offset=0, dim1=-2, dim2=-1):
    """The last dimension as the diagonals of matrices."""
    size = input.size(-1) + abs(offset)
    places = _torch.arange(input.size(-1), device=input.device)
    rows, columns = places + max(-offset, 0), places + max(offset, 0)
    flat = input.new_zeros((*input.shape[:-1], size * size))
    index = (rows * size + columns).expand(input.shape)
    made = flat.scatter(-1, index, input).reshape(*input.shape[:-1], size, size)
    return made.movedim((-2, -1), (dim1, dim2))


def diagflat(input, offset=0):
    """All values as a diagonal matrix."""
    return diag_embed(input.reshape(-1), offset)


def block_diag(*tensors):
    """Matrices along a diagonal."""
    blocks = [_torch.atleast_2d(tensor) for tensor in tensors]
    width, before, rows = sum(block.size(1) for block in blocks), 0, []
    for block in blocks:
        left = block.new_zeros((block.size(0), before))
        before += block.size(1)
        rows.append(_torch.cat([left, block, block.new_zeros((block.size(0), width - before))], 1))
    return _torch.cat(rows)


def msort(input):
    """Sorted along the first dimension."""
    return input.sort(0)[0]


def _check_slices(input, source, dim):
    """Refuses slices of another shape than those that they take the place of."""
    if not input.dim() or not -input.dim() <= dim < input.dim():
        return
    shapes = [[size for at, size in enumerate(t.shape) if at != dim % t.dim()] for t in (input, source)]
    if shapes[0] != shapes[1]:
        told = [" ".join(f"{size}" for size in shape) for shape in shapes]
        raise RuntimeError(
            f"index_copy_(): Source/destination tensor must have same slice shapes. Destination slice shape: {told[0]} at "
            f"dimension {dim} and source slice shape: {told[1]} at dimension 0."
        )


@node("IndexCopyBackward0")
def index_copy(input, dim, index, source):
    """Other values at indices along a dimension."""
    if not isinstance(source, _torch.Tensor):
        raise TypeError(f"index_copy(): argument 'source' (position 4) must be Tensor, not {type(source).__name__}")
    if input.dtype is not source.dtype:
        raise RuntimeError(
            "index_copy_(): self and source expected to have the same dtype, but got (self) "
            f"{kind_of(input)} and (source) {kind_of(source)}"
        )
    if input.dim() and source.dim() and input.dim() != source.dim():
        raise IndexError(
            "index_copy_(): When source and destination are not scalars, their dimensionality must match. Source "
            f"dimensionality ({source.dim()}), destination dimensionality ({input.dim()})"
        )
    _check_slices(input, source, dim)
    if source.dim() and index.numel() != source.size(dim):
        raise IndexError(
            f"index_copy_(): Number of indices ({index.numel()}) should be equal to source.size(dim) ({source.size(dim)})"
        )
    size = input.size(dim) if input.dim() else 1
    wrong = index[(index < 0) | (index >= size)]
    if wrong.numel():
        at = wrong[0].item()
        raise IndexError(f"index_copy_(): index {at} is out of bounds for dimension {dim} with size {size}")
    shape = [1] * input.dim()
    shape[dim] = -1
    return input.scatter(dim, index.reshape(shape).expand(source.shape), source)


@node("IndexPutBackward0")
def index_put(input, indices, values, accumulate=False):
    """Other values at places, or added to those there."""
    if isinstance(values, _torch.Tensor) and values.dtype is not input.dtype:
        raise RuntimeError(
            f"Index put requires the source and destination dtypes match, got {kind_of(input)} for the destination and "
            f"{kind_of(values)} for the source."
        )
    if not accumulate:
        made = input.clone()
        made[tuple(indices)] = values
        return made
    places = _torch.arange(input.numel(), device=input.device).reshape(input.shape)[tuple(indices)]
    values = values.expand(places.shape).reshape(-1).to(input.dtype)
    return input.reshape(-1).index_add(0, places.reshape(-1), values).reshape(input.shape)


@node("PutBackward0")
def put(input, index, source, accumulate=False):
    """Other values at places of the flattened tensor."""
    if input.dtype is not source.dtype:
        raise RuntimeError(
            f"put_(): self and source expected to have the same dtype, but got self.dtype = {kind_of(input)} and source.dtype = "
            f"{kind_of(source)}"
        )
    if index.dtype is not _torch.int64:
        raise RuntimeError(f"put_(): Expected a long tensor for index, but got {kind_of(index)}")
    count = input.numel()
    for place in index[(index < -count) | (index >= count)][:1].tolist():
        raise IndexError(f"out of range: tried to access index {place} on a tensor of {count} elements.")
    if index.numel() != source.numel():
        raise IndexError(
            "put_(): Expected source and index to have the same number of elements, but got source.numel() = "
            f"{source.numel()}, index.numel() = {index.numel()}"
        )
    flat = index_put(input.reshape(-1), (index.reshape(-1),), source.reshape(-1), accumulate)
    return flat.reshape(input.shape)


@node("MaskedScatterBackward0")
def masked_scatter(input, mask, source):
    """Values, one after the other, where a mask says so."""
    if input.dtype is not source.dtype:
        raise RuntimeError(
            f"masked_scatter: expected self and source to have same dtypes but got{kind_of(input)} and {kind_of(source)}"
        )
    mask, input = _torch.broadcast_tensors(mask, input)
    count = int(mask.sum())
    if source.numel() < count:
        raise RuntimeError("Number of elements of source < number of ones in mask")
    places = mask.reshape(-1).nonzero().reshape(-1)
    return index_copy(input.reshape(-1), 0, places, source.reshape(-1)[:count]).reshape(input.shape)


@node("SelectScatterBackward0")
def select_scatter(input, src, dim, index):
    """Other values at one index along a dimension."""
    made = input.clone()
    made.select(dim, index).copy_(src)
    return made


@node("SliceScatterBackward0")
def slice_scatter(input, src, dim=0, start=None, end=None, step=1):
    """Other values in a slice along a dimension."""
    if not input.dim():
        raise IndexError("slice() cannot be applied to a 0-dim tensor.")
    made = input.clone()
    part = made[(slice(None),) * (dim % input.dim()) + (slice(start, end, step),)]
    if part.shape != src.shape:
        raise RuntimeError(
            "expected src to have a size equal to the slice of self. src size = "
            f"{list(src.shape)}, slice size = {list(part.shape)}"
        )
    part.copy_(src)
    return made


_EMPTY = {"amax": float("-inf"), "amin": float("inf"), "prod": 1, "sum": 0, "mean": 0}


@node("ScatterReduceBackward0")
def scatter_reduce(input, dim, index, src, reduce, *, include_self=True):
    """What meets at one place brought together: `sum`, `prod`, `mean`, `amax` or `amin`."""
    if reduce not in _EMPTY:
        raise RuntimeError(f"reduce argument must be either sum, prod, mean, amax or amin, got {reduce}")
    src = src[tuple(slice(0, size) for size in index.shape)]
    ones = _torch.ones_like(src)
    counts = _torch.zeros_like(input).scatter_add(dim, index, ones)
    if not include_self:
        input = _torch.where(counts > 0, _torch.full_like(input, _EMPTY[reduce]), input)
    if reduce in ("sum", "mean"):
        total = input.scatter_add(dim, index, src)
        return total if reduce == "sum" else total / (counts + (1 if include_self else 0)).clamp(min=1)
    # Value after value of what lands at one place.
    made, moved, places = input.clone().movedim(dim, 0), src.movedim(dim, 0), index.movedim(dim, 0)
    join = {"prod": _torch.mul, "amax": _torch.maximum, "amin": _torch.minimum}[reduce]
    for values, place in zip(moved, places):
        part = made[tuple(slice(0, size) for size in (made.size(0), *place.shape))]
        place = place.unsqueeze(0)
        made = made.clone()
        made[tuple(slice(0, size) for size in part.shape)] = part.scatter(
            0, place, join(part.gather(0, place), values.unsqueeze(0))
        )
    return made.movedim(0, dim)


def unravel_index(indices, shape):
    """Places of the flattened tensor as places along each dimension."""
    shape, found = (shape,) if isinstance(shape, INTS) else tuple(shape), []
    for size in reversed(shape):
        found.append(indices % size)
        indices = indices // size
    return tuple(reversed(found))


def is_same_size(input, other):
    """Whether two tensors have one shape."""
    return input.shape == other.shape


def is_signed(input):
    """Whether a tensor's dtype has negative numbers."""
    return input.dtype not in (_torch.uint8, _torch.bool)


def split_with_sizes(input, split_sizes, dim=0):
    """Parts of those sizes."""
    return input.split(list(split_sizes), dim)


def adjoint(input):
    """The transposes of matrices."""
    if input.dim() == 0:
        return input
    if input.dim() == 1:
        raise RuntimeError(
            "tensor.adjoint() is only supported on matrices or batches of matrices. Got 1-D tensor."
        )
    return input.mT


def frombuffer(buffer, *, dtype, count=-1, offset=0, requires_grad=False):
    """The values that lie in bytes: a copy, as bytes cannot be written."""
    import numpy

    found = numpy.frombuffer(buffer, str(dtype).partition(".")[2], count, offset)._kindling_tensor
    return found.requires_grad_() if requires_grad else found


@node("FillBackward0")
def fill(input, value):
    """A tensor of the size and dtype, full of a value."""
    return input.clone().fill_(value)


def fill_diagonal(input, value, wrap=False):
    """Another value along the diagonal."""
    if input.dim() < 2:
        raise RuntimeError("dimensions must larger than 1")
    if wrap:
        raise NotImplementedError("fill_diagonal_: wrap is not built into this torch")
    made, places = input.clone(), _torch.arange(min(input.shape))
    made[(places,) * input.dim()] = value
    return made


@no_grad()
def apply(input, callable):
    """What a function of Python makes of each value."""
    found = [callable(value) for value in input.reshape(-1).tolist()]
    return _torch.tensor(found, dtype=input.dtype).reshape(input.shape)


@no_grad()
def map(input, tensor, callable):
    """What a function of Python makes of each value and another tensor's."""
    pairs = zip(input.reshape(-1).tolist(), tensor.expand(input.shape).reshape(-1).tolist())
    return _torch.tensor([callable(a, b) for a, b in pairs], dtype=input.dtype).reshape(input.shape)


def narrow_copy(input, dim, start, length):
    """A copy of a part along a dimension."""
    return input.narrow(dim, start, length).clone()


def unsafe_chunk(input, chunks, dim=0):
    """As `chunk`."""
    return input.chunk(chunks, dim)


def unsafe_split(tensor, split_size, dim=0):
    """As `split`."""
    return tensor.split(split_size, dim)


def sum_to_size(input, *size):
    """Sums along the dimensions that would be stretched to get from that size to this one."""
    shape = tuple(size[0]) if len(size) == 1 and not isinstance(size[0], INTS) else size
    extra = input.dim() - len(shape)
    stretched = [at + extra for at, side in enumerate(shape) if side == 1 and input.size(at + extra) != 1]
    if extra < 0 or any(side not in (1, input.size(at + extra)) for at, side in enumerate(shape)):
        raise RuntimeError(f"size {{{list(shape)}}} is not expandable to size {{{list(input.shape)}}}.")
    dims = [*range(extra), *stretched]
    return input.sum(dims, keepdim=True).reshape(shape) if dims else input


def unique_rows(input, dim, return_inverse, return_counts):
    """The different slices along a dimension, in their order: `unique` with `dim`."""
    moved = input.movedim(dim, 0)
    rows = moved.reshape(moved.size(0), -1).tolist()
    ranked = {row: at for at, row in enumerate(sorted({tuple(row) for row in rows}))}
    firsts = [0] * len(ranked)
    for at in range(len(rows) - 1, -1, -1):
        firsts[ranked[tuple(rows[at])]] = at
    inverse = [ranked[tuple(row)] for row in rows]
    found = [input.index_select(dim, _torch.tensor(firsts, dtype=_torch.int64))]
    if return_inverse:
        found.append(_torch.tensor(inverse, dtype=_torch.int64))
    if return_counts:
        found.append(_torch.bincount(_torch.tensor(inverse, dtype=_torch.int64), minlength=len(ranked)))
    return found[0] if len(found) == 1 else tuple(found)


def scatter_by(input, dim, index, src, *, reduce):
    """`scatter` by products with what is there."""
    if reduce != "multiply":
        raise RuntimeError("reduce argument must be either add or multiply.")
    if not isinstance(src, _torch.Tensor):
        src = _torch.full(index.shape, src, dtype=input.dtype, device=input.device)
    return scatter_reduce(input, dim, index, src, "prod")
