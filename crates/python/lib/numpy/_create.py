"""Numbers and nested lists of Python as tensors, as `np.array` reads them."""

from itertools import chain

import _torch
from _scalars import NUMBERS
from numpy._errors import NotNumbers
from numpy._numbers import generic
from numpy._types import dtype


def alike(given, found):
    """What was found of a tensor as a tensor."""
    return tensor_of(found) if isinstance(given, _torch.Tensor) else found


def tensor_of(value, kind=None):
    """The tensor behind an array, or a new one of a number or nested lists: floats are float64 in numpy.

    Raises:
        NotNumbers: for texts and other objects.
        ValueError: for lists of different lengths.
        OverflowError: for integers that the dtype cannot hold.
    """
    wanted = None if kind is None else dtype(kind)._torch
    tensor = getattr(value, "_kindling_tensor", None)
    if tensor is None and isinstance(value, _torch.Tensor):
        # Raises where it requires grad.
        tensor = value.numpy()._kindling_tensor
    if tensor is None and isinstance(value, generic):
        tensor = value._tensor()
    if tensor is None:
        tensor = _read(value, wanted)
    return tensor if wanted is None else tensor.to(wanted)


def of_floats(value):
    """A list of Python's floats as a tensor, in need of no thought; None for all else."""
    return _torch.tensor(value, dtype=_torch.float64) if set(map(type, value)) == _FLOATS else None


_FLOATS = {float}


def _read(value, wanted):
    if not isinstance(value, (list, tuple, NUMBERS)):
        if not is_sequence(type(value)) and not hasattr(value, "__array__"):
            raise NotNumbers(_NOT_NUMBERS)
        value = value.__array__() if hasattr(value, "__array__") else list(value)
        if hasattr(value, "_kindling_tensor"):
            return value._kindling_tensor
    if isinstance(value, (list, tuple)):
        types = set(map(type, value))
        if types == {float}:
            return _torch.tensor(value, dtype=_torch.float64)
        if types == {_torch.Tensor} and len({(item.shape, item.dtype) for item in value}) == 1:
            # Their own precision is kept; one that requires grad refuses.
            return _torch.stack([item.numpy()._kindling_tensor for item in value])
        value = _plain(value)
    leaf = _first_leaf(value)
    if getattr(leaf, "_is_wide", False):
        raise NotNumbers(_NOT_NUMBERS)
    if not isinstance(leaf, (NUMBERS, _torch.Tensor)) and not hasattr(leaf, "_kindling_tensor"):
        raise NotNumbers(_NOT_NUMBERS)
    try:
        tensor = _torch.tensor(value)
    except ValueError as error:
        if "Overflow" in str(error):
            raise NotNumbers(_NOT_NUMBERS) from None
        raise inhomogeneous(value) if "expected sequence" in str(error) else error from None
    except OverflowError:
        raise NotNumbers(_NOT_NUMBERS) from None
    except (TypeError, RuntimeError):
        if any(not isinstance(leaf, (NUMBERS, list, tuple)) for leaf in _leaves(value)):
            raise NotNumbers(_NOT_NUMBERS) from None
        raise inhomogeneous(value) from None
    if tensor.is_complex():
        raise NotNumbers(_NOT_NUMBERS)
    if wanted is not None:
        _check_range(tensor, wanted)
    is_narrow = tensor.is_floating_point() and tensor.dtype is not _torch.float64
    if is_narrow and (not hasattr(leaf, "dtype") or _needs_64_bits(_leaves(value))):
        # Again, now that all are known to be numbers: as floats of 64 bits nothing is rounded.
        return _torch.tensor(value, dtype=_torch.float64)
    return tensor


_NOT_NUMBERS = "numpy: this needs numbers, and got texts or other objects"


def _leaves(value):
    return [leaf for item in value for leaf in _leaves(item)] if isinstance(value, (list, tuple)) else [value]


def _needs_64_bits(leaves):
    """Whether values of several kinds meet, and one of them has more digits than floats of 32 bits keep."""
    kinds = {getattr(leaf, "dtype", type(leaf)) for leaf in leaves}
    return len(kinds) > 1 and any(kind in (int, float) or str(kind).rpartition(".")[2] in _WIDE for kind in kinds)


_WIDE = ("float64", "int64", "int32", "uint64", "uint32")


def is_sequence(kind):
    """Whether values of a type count as lists: what has a length and places, but texts and dictionaries."""
    if issubclass(kind, (list, tuple)):
        return True
    if issubclass(kind, (str, bytes, dict, generic)):
        return False
    return hasattr(kind, "__len__") and hasattr(kind, "__getitem__")


def _plain(values):
    """A list, in which tensors and other sequences are as lists of their numbers."""
    kinds = set(map(type, values))
    are_arrays = len(kinds) == 1 and all(hasattr(kind, "_is_plain") for kind in kinds)
    if kinds <= {list, tuple}:
        kinds = set(map(type, chain.from_iterable(values)))
    if are_arrays or not any(map(is_sequence, kinds)):
        return values
    return [_opened(item) for item in values]


def _opened(item):
    if isinstance(item, (list, tuple)):
        return _plain(item)
    if isinstance(item, _torch.Tensor):
        values = item.numpy()
        return values.tolist() if item.ndim else item
    if not is_sequence(type(item)):
        return item
    if hasattr(item, "__array__"):
        item = item.__array__()
        return item if item.ndim else item[()]
    return _plain(list(item))


def _first_leaf(value):
    while isinstance(value, (list, tuple)):
        if not value:
            return 0.0
        value = value[0]
    return value


def _check_range(tensor, wanted):
    if tensor.is_floating_point() or wanted.is_floating_point or wanted is _torch.bool or tensor.numel() == 0:
        return
    limits = _torch._dtype_limits(wanted)
    outside = tensor[(tensor < limits["min"]) | (tensor > limits["max"])] if tensor.ndim else tensor
    if tensor.ndim == 0 and limits["min"] <= tensor.item() <= limits["max"]:
        return
    if outside.numel():
        first = outside.reshape(-1)[0].item()
        raise OverflowError(f"Python integer {first} out of bounds for {dtype(wanted).name}")


def inhomogeneous(value):
    shape, level = [], [value]
    while all(is_sequence(type(item)) for item in level) and len({len(item) for item in level}) == 1:
        shape.append(len(level[0]))
        level = [part for item in level for part in item]
    return ValueError(
        "setting an array element with a sequence. The requested array has an inhomogeneous shape after "
        f"{len(shape)} dimensions. The detected shape was {tuple(shape)} + inhomogeneous part."
    )
