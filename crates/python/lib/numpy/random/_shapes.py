"""Sizes of what is drawn, and parameters that may be arrays.

Not the draws themselves. Start reading at `each`.
"""

import math

import _torch
from _scalars import NUMBERS
from numpy._array import ndarray
from numpy._create import tensor_of


def sizes_of(size):
    """A size as a tuple.

    Raises:
        ValueError, TypeError: for what is none.
    """
    if size is None:
        return ()
    if type(size) is int and size >= 0:
        return (size,)
    sizes = (size,) if hasattr(size, "__index__") or not hasattr(size, "__iter__") else tuple(size)
    for each_size in sizes:
        if not hasattr(each_size, "__index__"):
            raise TypeError(f"'{type(each_size).__name__}' object cannot be interpreted as an integer")
    if any(each_size < 0 for each_size in sizes):
        raise ValueError("negative dimensions are not allowed")
    return tuple(each_size.__index__() for each_size in sizes)


def count_of(size):
    return math.prod(sizes_of(size))


def shaped(values, size):
    """Drawn numbers in a shape; one alone as Python's number."""
    if type(size) is int:
        # So many were drawn.
        return ndarray(values)
    return values[0].item() if size is None else ndarray(values.reshape(sizes_of(size)))


def is_number(parameter):
    """Whether it is one number, and no array of them.

    Raises:
        ValueError: for a text, in the words in which numpy fails to read it as a number.
    """
    if isinstance(parameter, str):
        float(parameter)
    return isinstance(parameter, NUMBERS) or not (
        hasattr(parameter, "__len__") or getattr(parameter, "ndim", 0)
    )


def joint_size(size, parameters):
    """The size asked for; without one, that of the parameters together."""
    shapes = [tensor_of(parameter) for parameter in parameters if not is_number(parameter)]
    if size is not None or not shapes:
        return size
    return tuple(_torch.broadcast_tensors(*shapes)[0].shape)


def spread(parameter, size):
    """A parameter's number, or one for each place, as a tensor without dimensions or of one."""
    values = tensor_of(parameter).double()
    return values if values.dim() == 0 else values.expand(sizes_of(size)).reshape(-1)


def each(draw, size, parameters, kind=_torch.float64):
    """A draw for each place, with its parameters."""
    size = joint_size(size, parameters)
    count = count_of(size)
    if all(is_number(parameter) for parameter in parameters):
        values = [draw(*parameters) for _ in range(count)]
    else:
        rows = zip(*(spread(parameter, size).expand(count).tolist() for parameter in parameters))
        values = [draw(*row) for row in rows]
    return shaped(_torch.tensor(values, dtype=kind), size)


def limits_of(kind):
    """The least and the largest number of a dtype."""
    if kind.kind == "b":
        return 0, 1
    if hasattr(kind, "largest"):
        return 0, kind.largest
    limits = _torch._dtype_limits(kind._torch)
    return limits["min"], limits["max"]


def bits_of(numbers):
    """Whole numbers as a tensor of those of 64 bits, of which those from 2**63 on are negative."""
    return _torch.tensor([number - 2**64 if number >= 2**63 else number for number in numbers], dtype=_torch.int64)


def shaped_as(values, size, kind):
    """Whole numbers of 64 bits as numbers of a dtype, as `shaped` has them."""
    if not hasattr(kind, "largest"):
        return shaped(values.to(kind._torch), size)
    from numpy._unsigned_arrays import unsigneds

    return unsigneds(shaped(values, size)._kindling_tensor, kind)


def require(is_right, message, *parameters):
    """Refuses parameters that a distribution is not for.

    Raises:
        ValueError: with numpy's message.
    """
    for parameter in parameters:
        if is_number(parameter):
            if not is_right(parameter):
                raise ValueError(message)
        elif not all(map(is_right, tensor_of(parameter).reshape(-1).tolist())):
            raise ValueError(message)
