"""What patterns are applied to: tensors, arrays and lists of them, all worked on as tensors.

What it is not: a choice of libraries; there are two. Start reading at `to_tensor`.
"""

import _torch
import numpy as np


def to_tensor(value):
    """The tensor to work on; a list of tensors is stacked.

    Raises:
        RuntimeError: for what is neither tensor nor array.
    """
    if isinstance(value, list):
        if not value:
            raise TypeError("Rearrange/Reduce/Repeat can't be applied to an empty list")
        return _torch.stack([to_tensor(each) for each in value])
    if isinstance(value, _torch.Tensor):
        return value
    if isinstance(value, np.ndarray):
        return _torch.from_numpy(value)
    raise RuntimeError(f"Tensor type unknown to einops {type(value)}")


def like(value, result):
    """The result as the value came: an array for an array."""
    first = value[0] if isinstance(value, list) else value
    return result.numpy() if isinstance(first, np.ndarray) else result


def shape_of(value):
    """A tensor's or an array's own shape."""
    to_tensor(value)
    return value.shape
