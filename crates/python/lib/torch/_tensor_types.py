"""The classes by which older programs name tensors of a dtype: `torch.LongTensor`, `torch.cuda.FloatTensor`.

What it is not: classes of tensors; what one makes is a `Tensor`, and `isinstance` asks for its dtype. Start reading at
`tensortype`.
"""

import _torch
from _torch import Size, Tensor
from torch._functions import strided

_DTYPES = {
    "Float": "float32", "Double": "float64", "Half": "float16", "BFloat16": "bfloat16", "Long": "int64", "Int": "int32",
    "Short": "int16", "Char": "int8", "Byte": "uint8", "Bool": "bool",
}  # fmt: skip
_SCALARS = {
    "float32": "float", "float64": "double", "float16": "c10::Half", "bfloat16": "c10::BFloat16", "int64": "long int",
    "int32": "int", "int16": "short int", "int8": "signed char", "uint8": "unsigned char", "bool": "bool",
}  # fmt: skip
_COMBINATIONS = """\
 * (*, torch.device device = None)
      didn't match because some of the arguments have invalid types: ({got})
 * (torch.Storage storage)
 * (Tensor other)
 * (tuple of ints size, *, torch.device device = None)
 * (object data, *, torch.device device = None)
"""


class tensortype(type):
    """What these classes are: a call makes a tensor of the dtype, of a size or of values."""

    layout = property(lambda kind: strided)
    is_cuda = property(lambda kind: kind.__module__ == "torch.cuda")

    def __call__(kind, *args, device=None):
        if kind.is_cuda:
            __import__("torch.cuda", fromlist=("cuda",))._no_driver()
        _check_device(device)
        if not args:
            return _torch.empty(0, dtype=kind.dtype)
        if all(map(_is_size, args)):
            return _torch.empty(args, dtype=kind.dtype)
        if len(args) > 1:
            _refuse(args)
        return _made_of(kind.dtype, args[0])

    def __instancecheck__(kind, value):
        return isinstance(value, Tensor) and value.dtype is kind.dtype and value.is_cuda == kind.is_cuda


tensortype.__module__ = "torch"


def _is_size(value):
    return hasattr(value, "__index__") and not isinstance(value, bool) and not hasattr(value, "__len__")


def _check_device(device):
    if device is not None and _torch.device(device).type != "cpu":
        raise RuntimeError(
            f"legacy constructor expects device type: cpu but device type: {_torch.device(device).type} was passed"
        )


def _made_of(dtype, data):
    if isinstance(data, Size):
        return _torch.empty(data, dtype=dtype)
    if isinstance(data, Tensor):
        if data.dtype is not dtype:
            raise TypeError(f"expected {_options(dtype)} (got {_options(data.dtype)})")
        return data.detach()
    if isinstance(data, str):
        raise TypeError("new(): invalid data type 'str'")
    if not hasattr(data, "__len__"):
        raise TypeError(f"new(): data must be a sequence (got {type(data).__name__})")
    return _torch.tensor(data, dtype=dtype)


def _options(dtype):
    scalar = _SCALARS[str(dtype).removeprefix("torch.")]
    return (
        f"TensorOptions(dtype={scalar}, device=cpu, layout=Strided, requires_grad=false (default), "
        "pinned_memory=false (default), memory_format=(nullopt))"
    )


def _refuse(args):
    names = ", ".join(type(each).__name__ for each in args)
    got = ", ".join(f"!{_described(each)}!" for each in args)
    raise TypeError(
        f"new() received an invalid combination of arguments - got ({names}), but expected one of:\n"
        + _COMBINATIONS.format(got=got)
    )


def _described(value):
    if not isinstance(value, (list, tuple)):
        return type(value).__name__
    return f"{type(value).__name__} of [{', '.join(type(each).__name__ for each in value)}]"


def _kinds(home):
    for name, dtype in _DTYPES.items():
        yield f"{name}Tensor", tensortype(f"{name}Tensor", (), {"dtype": getattr(_torch, dtype), "__module__": home})


OF_CUDA = dict(_kinds("torch.cuda"))
globals().update(_kinds("torch"))
