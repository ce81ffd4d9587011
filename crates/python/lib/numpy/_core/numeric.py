"""What makes arrays of the bytes that newer pickles keep beside them.

What it is not: arithmetic. Start reading at `_frombuffer`.
"""

from numpy._core.multiarray import _in_shape, _of_bytes


def _frombuffer(buf, dtype, shape, order, axis_order=None):
    """An array of bytes: by rows, by columns ("F"), or by dimensions in an order of their own ("K")."""
    if order == "K" and axis_order is not None:
        sizes = [shape[axis] for axis in axis_order]
        found = _in_shape(_of_bytes(buf, dtype), sizes, False)
        return found.transpose([list(axis_order).index(axis) for axis in range(len(sizes))])
    return _in_shape(_of_bytes(buf, dtype), shape, order == "F")
