"""Arrays that show the memory of others in other shapes: windows along an axis, and steps of one's own.

What it is not: a way around an array's end, which tensors do not leave. Start reading at `sliding_window_view`.
"""

from numpy import asarray
from numpy._array import ndarray
from numpy._errors import checked_axis
from numpy._rearrange import broadcast_arrays, broadcast_shapes, broadcast_to  # noqa: F401


def sliding_window_view(x, window_shape, axis=None, *, subok=False, writeable=False):
    """Each run of so many neighbours, as rows of the same memory."""
    x = asarray(x)
    sizes = (window_shape,) if hasattr(window_shape, "__index__") else tuple(window_shape)
    if any(size < 0 for size in sizes):
        raise ValueError("`window_shape` cannot contain negative values")
    if axis is None:
        axes = tuple(range(x.ndim))
        if len(sizes) != len(axes):
            raise ValueError(
                f"Since axis is None, must provide window_shape for all dimensions of `x`; got {len(sizes)} window_shape "
                f"elements and `x.ndim` is {x.ndim}."
            )
    else:
        axes = tuple(checked_axis(each, x.ndim) for each in ((axis,) if hasattr(axis, "__index__") else axis))
        if len(sizes) != len(axes):
            raise ValueError(
                f"Must provide matching length window_shape and axis; got {len(sizes)} window_shape elements and {len(axes)} "
                "axes elements."
            )
    tensor = x._kindling_tensor
    for at, size in zip(axes, sizes):
        if size > tensor.shape[at]:
            raise ValueError("window shape cannot be larger than input array shape")
        tensor = tensor.unfold(at, int(size), 1)
    return ndarray(tensor, None, x)


def as_strided(x, shape=None, strides=None, subok=False, writeable=True, *, check_bounds=None):
    """Another shape over the same memory, with steps in bytes."""
    x = asarray(x)
    tensor = x._kindling_tensor
    sizes = tuple(tensor.shape) if shape is None else (shape,) if hasattr(shape, "__index__") else tuple(shape)
    steps = x.strides if strides is None else (strides,) if hasattr(strides, "__index__") else tuple(strides)
    return ndarray(tensor.as_strided(sizes, tuple(step // x.itemsize for step in steps), tensor.storage_offset()), None, x)
