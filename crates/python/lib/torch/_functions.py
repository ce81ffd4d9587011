"""Functions and values of `torch` that need no native code: limits of dtypes, settings, questions."""

from math import e, inf, nan, pi

import _torch
from _scalars import INTS
from _torch import Tensor, float32

__all__ = (
    "e inf nan pi strided layout contiguous_format preserve_format channels_last memory_format finfo iinfo "
    "set_printoptions set_default_dtype is_floating_point is_complex is_nonzero "
    "numel use_deterministic_algorithms set_float32_matmul_precision get_float32_matmul_precision set_num_threads get_num_threads compile "
    "meshgrid where from_numpy"
).split()


class layout:
    """How a tensor lies in memory; there is one way here."""

    __module__ = "torch"

    def __repr__(self):
        return "torch.strided"


strided = layout()


class memory_format:
    __module__ = "torch"

    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return "torch." + self._name


contiguous_format = memory_format("contiguous_format")
preserve_format = memory_format("preserve_format")
channels_last = memory_format("channels_last")


class _Limits:
    def __init__(self, dtype):
        self.__dict__.update(_torch._dtype_limits(dtype))


class finfo(_Limits):
    """What numbers a float dtype can hold."""

    __module__ = "torch"

    def __init__(self, type=float32):
        if not type.is_floating_point:
            raise TypeError("torch.finfo() requires a floating point input type. Use torch.iinfo to handle 'torch.finfo'")
        super().__init__(type)
        self.resolution = {16: 0.001, 32: 1e-06, 64: 1e-15}[self.bits] if self.dtype != "bfloat16" else 0.01

    def __repr__(self):
        return (
            f"finfo(resolution={self.resolution:g}, min={self.min:g}, max={self.max:g}, eps={self.eps:g}, "
            f"smallest_normal={self.smallest_normal:g}, tiny={self.tiny:g}, dtype={self.dtype})"
        )


class iinfo(_Limits):
    """What numbers an integer dtype can hold."""

    __module__ = "torch"

    def __init__(self, type):
        if type.is_floating_point:
            raise TypeError("torch.iinfo() requires an integer input type. Use torch.finfo to handle 'torch.iinfo'")
        if hasattr(type, "largest"):
            self.__dict__.update(bits=type.bits, min=0, max=type.largest, dtype=type.name)
        else:
            super().__init__(type)

    def __repr__(self):
        return f"iinfo(min={self.min:g}, max={self.max:g}, dtype={self.dtype})"


# What `narrower` has to go back to.
_printed = {"linewidth": 80, "sci_mode": None}


class narrower:
    """Has tensors printed in lines that are shorter by so much, as parts of something else."""

    def __init__(self, columns):
        self._columns = columns

    def __enter__(self):
        _torch._set_print_options(**{**_printed, "linewidth": _printed["linewidth"] - self._columns})

    def __exit__(self, *error):
        _torch._set_print_options(**_printed)


def set_printoptions(precision=None, threshold=None, edgeitems=None, linewidth=None, profile=None, sci_mode=None):
    """Sets how tensors are printed."""
    options = {
        "default": dict(precision=4, threshold=1000, edgeitems=3, linewidth=80),
        "short": dict(precision=2, threshold=1000, edgeitems=2, linewidth=80),
        "full": dict(precision=4, threshold=inf, edgeitems=3, linewidth=80),
    }.get(profile, {})
    given = dict(precision=precision, threshold=threshold, edgeitems=edgeitems, linewidth=linewidth)
    options.update({name: value for name, value in given.items() if value is not None})
    _printed.update(linewidth=options.get("linewidth", _printed["linewidth"]), sci_mode=sci_mode)
    _torch._set_print_options(sci_mode=sci_mode, **options)


def set_default_dtype(d):
    """Has floats that Python made, and results of integers that are none, this dtype."""
    if not isinstance(d, _torch.dtype):
        raise TypeError("invalid dtype object: only floating-point types are supported as the default type")
    _torch._set_default_dtype(d)


def is_floating_point(input):
    """Whether the tensor holds floats."""
    return _checked("is_floating_point", input).is_floating_point()


def is_complex(input):
    return _checked("is_complex", input).is_complex()


def is_nonzero(input):
    return bool(_checked("is_nonzero", input))


def numel(input):
    """How many elements the tensor has."""
    return _checked("numel", input).numel()


_deterministic = {"mode": False, "warn_only": False}


def use_deterministic_algorithms(mode, *, warn_only=False):
    """Everything here is deterministic already: what is asked for is remembered."""
    _deterministic.update(mode=mode, warn_only=warn_only)


_precision = ["highest"]


def set_float32_matmul_precision(precision):
    """Products of float32 are computed in float32, whatever is asked for."""
    if precision in ("highest", "high", "medium"):
        _precision[0] = precision
    else:
        _torch._warn(f"{precision} is not one of 'highest', 'high', or 'medium'; the current setFloat32MatmulPrecision call has no effect.")


def get_float32_matmul_precision():
    return _precision[0]


def set_num_threads(count):
    """One thread computes here."""
    if not isinstance(count, INTS):
        raise RuntimeError(f"set_num_threads expects an int, but got {type(count).__name__}")


def get_num_threads():
    return 1


def compile(model=None, *, fullgraph=False, dynamic=None, backend=None, mode=None, options=None, name=None, disable=False,
            recompile_limit=None, isolate_recompiles=False, dynamic_shapes=None):
    """The model under another name, or the function itself: there is no compiler here, and they run as they are."""
    from torch._dynamo import compiled

    if model is None:
        return lambda function: compiled(function, mode, options, backend)
    assert callable(model), f"A callable function is expected, but {type(model)} is provided."
    return model if disable else compiled(model, mode, options, backend)


def _expect_tensor(at, value):
    if not isinstance(value, Tensor):
        raise TypeError(f"expected Tensor as element {at} in argument 0, but got {type(value).__name__}")


def _checked(name, input):
    if not isinstance(input, Tensor):
        raise TypeError(f"{name}(): argument 'input' (position 1) must be Tensor, not {type(input).__name__}")
    return input


def meshgrid(*tensors, indexing=None):
    """Each tensor spread over the grid that all of them span: by rows first ("ij", the default) or columns ("xy")."""
    if len(tensors) == 1 and isinstance(tensors[0], (list, tuple)):
        tensors = tuple(tensors[0])
    if indexing not in (None, "ij", "xy"):
        raise RuntimeError(f'torch.meshgrid: indexing must be one of "xy" or "ij", but received: {indexing}')
    if not tensors:
        raise RuntimeError("meshgrid expects a non-empty TensorList")
    if indexing is None:
        _torch._warn("torch.meshgrid: in an upcoming release, it will be required to pass the indexing argument.")
    for at, tensor in enumerate(tensors):
        _expect_tensor(at, tensor)
        if tensor.dim() > 1:
            raise RuntimeError(
                f"torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got a tensor of {tensor.dim()} dimensions"
            )
        if tensor.dtype is not tensors[0].dtype:
            raise RuntimeError("meshgrid expects all tensors to have the same dtype")
    swap = indexing == "xy" and len(tensors) > 1
    if swap:
        tensors = (tensors[1], tensors[0], *tensors[2:])
    shape = [tensor.numel() for tensor in tensors]
    grids = []
    for dim, tensor in enumerate(tensors):
        sides = [1] * len(shape)
        sides[dim] = -1
        grids.append(tensor.reshape(sides).expand(shape))
    if swap:
        grids = [grids[1], grids[0], *grids[2:]]
    return tuple(grids)


def where(*args, **kwargs):
    """One value where a condition holds, else the other; or the places where it holds."""
    try:
        return _torch.where(*args, **kwargs)
    except TypeError as error:
        if "unexpected type: None" not in str(error):
            raise
    kinds = ["Tensor" if isinstance(each, Tensor) else type(each).__name__ for each in args]
    kinds += [f"{name}={'Tensor' if isinstance(each, Tensor) else type(each).__name__}" for name, each in kwargs.items()]
    raise TypeError(
        f"where() received an invalid combination of arguments - got ({', '.join(kinds)}), but expected one of:\n"
        " * (Tensor condition)\n"
        " * (Tensor condition, Tensor input, Tensor other, *, Tensor out = None)\n"
        " * (Tensor condition, Number self, Tensor other)\n"
        " * (Tensor condition, Tensor input, Number other)\n"
        " * (Tensor condition, Number self, Number other)\n"
    )


def from_numpy(ndarray, /):
    """A tensor in the memory of an array."""
    kind = getattr(getattr(ndarray, "dtype", None), "kind", "")
    if kind == "c" and hasattr(ndarray, "_re"):
        from torch._complex_tensor import ComplexTensor

        return ComplexTensor(ndarray._re, ndarray._im)
    if kind == "u" and getattr(ndarray, "_is_wide", False):
        from torch._unsigned import of_array

        return of_array(ndarray, None, "from_numpy")
    return _torch.from_numpy(ndarray)
