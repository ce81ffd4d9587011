"""Sums in the order in which numpy adds, so that their last digits are numpy's.

Along memory numpy adds in pairs: halves of halves, down to 128 values, which it adds in eight lanes; across memory it adds
row by row. Not for whole numbers, whose sums are exact in any order. Start reading at `total`.
"""

import _torch

_BLOCK = 128
# Rows of 32 bits are added one by one up to so many; beyond, torch's own order is quicker by far.
_MANY = 4096


def total(tensor, axes, keepdims):
    """The sum of floats over axes."""
    if not axes:
        return tensor.clone()
    kept = [1 if dim in axes else size for dim, size in enumerate(tensor.shape)]
    found = _summed(tensor, set(axes)) if tensor.numel() else _torch.sum(tensor, tuple(axes))
    return found.reshape(kept) if keepdims else found


def _summed(tensor, axes):
    if tensor.dim() == 1 and tensor.dtype is _torch.float64 and len(tensor) <= _BLOCK:
        return _torch.tensor(_in_lanes(tensor.tolist()), dtype=_torch.float64)
    strides = tensor.stride()
    # In the order of memory, the fastest last.
    order = sorted(range(tensor.dim()), key=lambda dim: -strides[dim])
    rest = [dim for dim in range(tensor.dim()) if dim not in axes]
    inner = []
    while order and order[-1] in axes and _goes_on(tensor, order[-1], inner):
        inner.insert(0, order.pop())
    outer = [dim for dim in order if dim in axes]
    lines = tensor.permute(*outer, *rest, *inner)
    sizes = [tensor.shape[dim] for dim in rest]
    if inner:
        lines = lines.reshape(-1, _count(tensor, inner))
        lines = _pairwise(lines)
    lines = lines.reshape(_count(tensor, outer), -1)
    return _row_by_row(lines).reshape(sizes)


def _goes_on(tensor, dim, inner):
    """Whether a dimension continues the memory of those behind it."""
    return not inner or tensor.stride()[dim] == tensor.stride()[inner[0]] * tensor.shape[inner[0]]


def _count(tensor, dims):
    count = 1
    for dim in dims:
        count *= tensor.shape[dim]
    return count


def _row_by_row(lines):
    if len(lines) == 1:
        return lines[0]
    if lines.dtype is _torch.float64:
        return _torch.cumsum(lines, 0)[-1]
    if len(lines) > _MANY:
        return lines.sum(0)
    found = lines[0]
    for line in lines[1:].unbind(0):
        found = found + line
    return found


def _in_lanes(values):
    """Up to 128 numbers of Python."""
    if len(values) < 8:
        found = -0.0
        for value in values:
            found += value
        return found
    a, b, c, d, e, f, g, h = values[:8]
    whole = len(values) - len(values) % 8
    for at in range(8, whole, 8):
        a += values[at]
        b += values[at + 1]
        c += values[at + 2]
        d += values[at + 3]
        e += values[at + 4]
        f += values[at + 5]
        g += values[at + 6]
        h += values[at + 7]
    found = ((a + b) + (c + d)) + ((e + f) + (g + h))
    for value in values[whole:]:
        found += value
    return found


def _pairwise(lines):
    """The sum of each line."""
    return _level({lines.shape[1]: lines})[lines.shape[1]]


def _level(groups):
    """The sums of lines by their length. Halves of one length are summed together, so that there are few steps."""
    halves, cuts = {}, {}
    for length, lines in groups.items():
        if length <= _BLOCK:
            continue
        half = length // 2 - length // 2 % 8
        places = []
        for part in (lines[:, :half], lines[:, half:]):
            group = halves.setdefault(part.shape[1], [])
            places.append((part.shape[1], sum(map(len, group))))
            group.append(part)
        cuts[length] = places
    sums = _level({length: _torch.cat(parts) for length, parts in halves.items()}) if halves else {}
    found = {}
    for length, lines in groups.items():
        if length <= _BLOCK:
            found[length] = _block(lines)
            continue
        first, second = (sums[size][start : start + len(lines)] for size, start in cuts[length])
        found[length] = first + second
    return found


def _block(lines):
    length = lines.shape[1]
    whole = length - length % 8
    if length < 8:
        found, rest = lines[:, 0], lines[:, 1:]
    else:
        lanes = _row_by_row(lines[:, :whole].reshape(len(lines), -1, 8).transpose(0, 1))
        pairs = lanes[:, 0::2] + lanes[:, 1::2]
        fours = pairs[:, 0::2] + pairs[:, 1::2]
        found, rest = fours[:, 0] + fours[:, 1], lines[:, whole:]
    for column in rest.unbind(1):
        found = found + column
    return found
