"""`pack` and `unpack`: tensors of different shapes in one, and out of it again.

What it is not: padding; all but the packed axes must agree. Start reading at `pack`.
"""

import _torch
from einops._backends import like, shape_of, to_tensor
from einops._pattern import EinopsError, check_name


def _ends(pattern, caller):
    """How many axes stand before the star, and how many behind it."""
    axes = pattern.split()
    if len(axes) != len(set(axes)):
        raise EinopsError(f'Duplicates in axes names in {caller}(..., "{pattern}")')
    if "*" not in axes:
        raise EinopsError(f'No *-axis in {caller}(..., "{pattern}")')
    for axis in axes:
        if axis != "*":
            check_name(axis)
    before = axes.index("*")
    return before, len(axes) - before - 1


def pack(tensors, pattern):
    """The tensors joined along the star, which stands for any number of each one's axes, and these axes' sizes."""
    before, behind = _ends(pattern, "pack")
    flat, packed = [], []
    for at, tensor in enumerate(tensors):
        shape = shape_of(tensor)
        if len(shape) < before + behind:
            raise EinopsError(
                f"packed tensor #{at} (enumeration starts with 0) has shape {shape}, while pattern {pattern} assumes at "
                f"least {before + behind} axes"
            )
        stop = len(shape) - behind
        packed.append(shape[before:stop])
        flat.append(to_tensor(tensor).reshape([*shape[:before], -1, *shape[stop:]]))
    return like(tensors[0], _torch.cat(flat, before)), packed


def unpack(tensor, packed_shapes, pattern):
    """The tensors that `pack` joined; one size may be -1, for what the others leave."""
    before, behind = _ends(pattern, "unpack")
    shape = shape_of(tensor)
    if len(shape) != before + 1 + behind:
        raise EinopsError(f"unpack(..., {pattern}) received input of wrong dim with shape {shape}")
    lengths = [-1 if -1 in each else _product(each) for each in packed_shapes]
    if lengths.count(-1) > 1:
        raise EinopsError(
            f"unpack(..., {pattern}) received more than one -1 in {packed_shapes} and can't infer dimensions"
        )
    if -1 in lengths:
        lengths[lengths.index(-1)] = shape[before] - sum(each for each in lengths if each != -1)
    whole = to_tensor(tensor)
    if sum(lengths) != shape[before] or min(lengths, default=0) < 0:
        raise EinopsError(
            f'Error during unpack(..., "{pattern}"): could not split axis of size {shape[before]} into requested '
            f"{packed_shapes}"
        )
    return [
        like(tensor, part.reshape([*shape[:before], *sizes, *shape[before + 1 :]]))
        for part, sizes in zip(whole.split(lengths, before), packed_shapes)
    ]


def _product(sizes):
    result = 1
    for size in sizes:
        result *= size
    return result
