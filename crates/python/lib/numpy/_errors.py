"""Numpy's exceptions, and errors of tensors in numpy's words."""

from _scalars import FLOATS


class AxisError(ValueError, IndexError):
    """An axis that an array does not have."""


class UFuncTypeError(TypeError):
    """Operands, or a place for the result, of a kind that an operation cannot take."""


class NotNumbers(TypeError):
    """What is to be a tensor is of texts, or of other objects: `_objects` has arrays of those."""


class DTypePromotionError(TypeError):
    """Dtypes that no dtype holds the values of both of."""


# Whoever does not catch it sees a plain error of types.
NotNumbers.__name__ = NotNumbers.__qualname__ = "TypeError"
NotNumbers.__module__ = "builtins"
AxisError.__module__ = DTypePromotionError.__module__ = "numpy.exceptions"
UFuncTypeError.__module__ = "numpy._core._exceptions"

_NOT_AN_INDEX = (
    "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid "
    "indices"
)


def shape_text(shape):
    """Sizes as numpy's messages write them: `(2,3)`."""
    return f"({shape[0]},)" if len(shape) == 1 else "(" + ",".join(str(size) for size in shape) + ")"


def checked_axis(axis, ndim, name=None):
    """An axis counted from the front; `name` is what the argument is called.

    Raises:
        AxisError: for one that is not there.
    """
    if not -ndim <= axis < ndim:
        told = "" if name is None else f"{name}: "
        raise AxisError(f"{told}axis {axis} is out of bounds for array of dimension {ndim}")
    return axis % ndim


def _stretched(shapes):
    """The shape that all shapes stretch to, or None."""
    found = []
    for at in range(1, max(len(shape) for shape in shapes) + 1):
        sizes = {shape[-at] for shape in shapes if len(shape) >= at and shape[-at] != 1}
        if len(sizes) > 1:
            return None
        found.append(sizes.pop() if sizes else 1)
    return tuple(reversed(found))


def broadcast_shape(shapes, output=None):
    """The shape that all shapes stretch to.

    Raises:
        ValueError: where sizes differ and none is 1, or `output` is of another shape.
    """
    result = _stretched(shapes)
    if result is None or (output is not None and _stretched([result, output]) is None):
        listed = list(shapes) if output is None else [*shapes, output]
        told = "".join(shape_text(shape) + " " for shape in listed)
        raise ValueError(f"operands could not be broadcast together with shapes {told}")
    if output is not None and _stretched([result, output]) == output:
        return output
    if output is not None:
        raise ValueError(
            f"non-broadcastable output operand with shape {shape_text(output)} doesn't match the broadcast shape "
            f"{shape_text(result)}"
        )
    return result


def index_error(error, shape, key):
    """What numpy says of an index that a tensor refused."""
    text = str(error)
    parts = key if isinstance(key, tuple) else (key,)
    if "too many indices" in text or "of a 0-dim tensor" in text:
        count = sum(part is not None and part is not ... for part in parts)
        return IndexError(
            f"too many indices for array: array is {len(shape)}-dimensional, but {count} were indexed"
        )
    return IndexError(text.replace(" dimension ", " axis "))


def check_index(shape, key):
    """Refuses what is no index at all, and masks of another size."""
    axis = 0
    for part in key if isinstance(key, tuple) else (key,):
        if part is None or part is ...:
            continue
        if isinstance(part, (FLOATS, str)) or (isinstance(part, list) and any(isinstance(each, FLOATS) for each in part)):
            raise IndexError(_NOT_AN_INDEX)
        mask = getattr(part, "_kindling_tensor", None)
        is_list = isinstance(part, list) and bool(part) and all(type(each) is bool for each in part)
        if not is_list and (mask is None or str(mask.dtype) != "torch.bool"):
            axis += 1
            continue
        for size in (len(part),) if is_list else mask.shape:
            if axis < len(shape) and shape[axis] != size:
                raise IndexError(
                    f"boolean index did not match indexed array along axis {axis}; size of axis is {shape[axis]} but "
                    f"size of corresponding boolean axis is {size}"
                )
            axis += 1


def of_wide(name):
    """The error where PyTorch is to have numbers of a dtype that only numpy has here."""
    return NotImplementedError(f"torch.{name} is not built into this PyTorch; numpy's astype(np.int64) makes numbers that are")
