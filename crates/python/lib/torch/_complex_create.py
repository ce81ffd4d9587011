"""Complex tensors of a size: `torch.zeros(2, dtype=torch.complex64)`, `full`, `randn` and their kin.

Not those of numbers that are there (`_complex_tensor.tensor`). Start reading at `created`.
"""

import math

import _torch
from torch._complex_tensor import ComplexDtype, ComplexTensor, dtype_of, tensor

CREATE = frozenset(
    "zeros ones empty full eye arange linspace rand randn zeros_like ones_like empty_like full_like rand_like "
    "randn_like".split()
)


def created(name, args, kwargs):
    """What the function of that name makes, where its dtype or its value is complex."""
    requires_grad = kwargs.pop("requires_grad", False)
    dtype = kwargs.pop("dtype", None)
    if name.endswith("_like"):
        like, *args = args
        dtype = like.dtype if dtype is None else dtype
        args = [like.shape, *args]
        name = name.removesuffix("_like")
    if name == "tensor":
        made = tensor(*args, dtype=dtype, **kwargs)
    elif dtype is not None and type(dtype) is not ComplexDtype:
        made = _of_real(name, args, dtype, kwargs)
    else:
        part = _torch.get_default_dtype() if dtype is None else dtype.part
        made = _of_parts(name, args, part, kwargs)
    return made.requires_grad_(requires_grad)


def _of_real(name, args, dtype, kwargs):
    """Of a complex tensor's size or device, but of real numbers."""
    if any(type(value) in (complex, ComplexTensor) for value in (*args, *kwargs.values())):
        raise RuntimeError("value cannot be converted to type float without overflow")
    return getattr(_torch, name)(*args, dtype=dtype, **kwargs)


def _of_parts(name, args, part, kwargs):
    if name in ("rand", "randn"):
        return _drawn(name, args, part, kwargs)
    if name == "arange":
        raise NotImplementedError(f"\"arange_cpu\" not implemented for '{dtype_of(part).type_name}'")
    if name == "full":
        return _full(*args, part=part, **kwargs)
    re = getattr(_torch, name)(*args, dtype=part, **kwargs)
    return ComplexTensor(re, _torch.zeros_like(re))


def _full(size, fill_value, part, **kwargs):
    value = ComplexTensor.of(fill_value, part)
    return ComplexTensor(*(_torch.full(size, one.item(), dtype=part, **kwargs) for one in (value._re, value._im)))


def _drawn(name, args, part, kwargs):
    size = kwargs.pop("size", args)
    size = size[0] if len(size) == 1 and isinstance(size[0], (tuple, list)) else size
    # Both parts together have a variance of one.
    drawn = getattr(_torch, name)(*size, 2, dtype=part, **kwargs) * (math.sqrt(0.5) if name == "randn" else 1.0)
    return ComplexTensor(drawn[..., 0], drawn[..., 1])
