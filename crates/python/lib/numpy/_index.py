"""`array[...]`: numpy's keys as a tensor's, and numpy's words where they do not fit."""

import math

import _torch
from _scalars import FLOATS
from _torch import Tensor
from numpy._errors import check_index, index_error, shape_text
from numpy._create import tensor_of
from numpy._types import dtype
from numpy._ufunc import as_tensor


def _plain(part):
    if isinstance(part, Tensor) and part.numel() == 1 and not part.is_floating_point() and part.dtype is not _torch.bool:
        # It says itself which place it is.
        return part.item()
    return getattr(part, "_kindling_tensor", part)


def _forward(shape, key):
    """A key without backward slices, and the dimensions of the result to turn around for them."""
    parts = list(key) if isinstance(key, tuple) else [key]
    backward = [part for part in parts if isinstance(part, slice) and part.step is not None and part.step < 0]
    if not backward:
        return tuple(_plain(part) for part in parts) if isinstance(key, tuple) else _plain(key), []
    if any(isinstance(part, list) or hasattr(part, "_kindling_tensor") for part in parts):
        raise NotImplementedError("numpy: backward slices beside arrays of indices are not built into this numpy")
    if ... in parts:
        at = parts.index(...)
        missing = len(shape) - sum(part is not None and part is not ... for part in parts)
        parts[at : at + 1] = [slice(None)] * missing
    axis, result, turned = 0, 0, []
    for at, part in enumerate(parts):
        if isinstance(part, slice) and axis < len(shape):
            if part.step is not None and part.step < 0:
                places = range(*part.indices(shape[axis]))
                parts[at] = slice(places[-1], places[0] + 1, -part.step) if places else slice(0, 0)
                turned.append(result)
        axis += part is not None
        result += part is None or isinstance(part, slice)
    return tuple(parts), turned


def get_item(tensor, key):
    """What a key selects: a view, and for backward slices a copy with what it was copied from, or None."""
    shape = tuple(tensor.shape)
    check_index(shape, key)
    forward, turned = _forward(shape, key)
    try:
        found = tensor[forward]
    except IndexError as error:
        raise index_error(error, shape, key) from None
    return (_torch.flip(found, turned), (found, turned)) if turned else (found, None)


def set_item(tensor, key, value):
    """`array[key] = value`."""
    shape = tuple(tensor.shape)
    check_index(shape, key)
    if isinstance(value, str):
        # In Python's own words, where it is no number.
        value = float(value) if tensor.is_floating_point() else int(value)
    if isinstance(value, FLOATS) and not math.isfinite(value) and not tensor.is_floating_point():
        int(value)  # which says in Python's words why not
    forward, turned = _forward(shape, key)
    value = as_tensor(value, dtype(tensor.dtype).name) if type(value) is int else tensor_of(value)
    try:
        if turned:
            selected = tuple(tensor[forward].shape)
            value = _torch.flip(value.expand(selected), tuple(turned))
        tensor[forward] = value.to(tensor.dtype)
    except IndexError as error:
        raise index_error(error, shape, key) from None
    except RuntimeError:
        selected = tuple(tensor[forward].shape)
        if not selected:
            raise ValueError("setting an array element with a sequence.") from None
        raise ValueError(
            f"could not broadcast input array from shape {shape_text(tuple(value.shape))} into shape "
            f"{shape_text(selected)}"
        ) from None
