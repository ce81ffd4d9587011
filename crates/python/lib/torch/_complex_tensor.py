"""Complex tensors: two tensors of floats, one for each part, whose gradients are those of the parts.

Not the core's tensors, which have no complex numbers, nor what functions make of these (`_complex_functions`, which
`_complex` joins to the class). Start reading at `ComplexTensor`; `_complex_text` has how they are printed.
"""

from builtins import complex as _number

import _torch
from _scalars import NUMBERS


class ComplexDtype:
    """`torch.complex64` and `torch.complex128`."""

    is_complex, is_floating_point, is_signed = True, False, True
    __class__ = property(lambda self: _torch.dtype)

    def __init__(self, name, part, type_name):
        self.name, self.part, self.type_name = name, part, type_name
        self.itemsize = 2 * part.itemsize

    def __repr__(self):
        return f"torch.{self.name}"

    def to_real(self):
        return self.part

    def to_complex(self):
        return self


complex64 = cfloat = ComplexDtype("complex64", _torch.float32, "ComplexFloat")
complex128 = cdouble = ComplexDtype("complex128", _torch.float64, "ComplexDouble")


def dtype_of(part):
    """The complex dtype whose parts have this one."""
    return complex128 if part is _torch.float64 else complex64


class ComplexTensor:
    """A tensor of complex numbers."""

    __class__ = property(lambda self: _torch.Tensor)

    def __init__(self, re, im):
        if re.dtype is _torch.float16:
            raise NotImplementedError("torch.complex32 is not built into this torch; use the parts' .float()")
        self._re, self._im = re, im

    @classmethod
    def of_number(cls, number, part=None):
        """A complex number as a tensor without dimensions."""
        part = _torch.get_default_dtype() if part is None else part
        number = _number(number)
        return cls(_torch.tensor(number.real, dtype=part), _torch.tensor(number.imag, dtype=part))

    @classmethod
    def of(cls, value, part=None):
        """A tensor or a number as a complex tensor; numbers and integers take the parts' dtype of what they meet."""
        if type(value) is cls:
            return value
        if isinstance(value, (_number, NUMBERS)):
            return cls.of_number(value, part)
        value = _torch.as_tensor(value)
        if not value.is_floating_point():
            value = value.to(_torch.get_default_dtype() if part is None else part)
        if value.dtype is _torch.bfloat16:
            value = value.float()
        return cls(value, _torch.zeros_like(value))

    # What it is

    dtype = property(lambda self: dtype_of(self._re.dtype))
    shape = property(lambda self: self._re.shape)
    ndim = property(lambda self: self._re.ndim)
    device = property(lambda self: self._re.device)
    requires_grad = property(lambda self: self._re.requires_grad or self._im.requires_grad)
    is_leaf = property(lambda self: self._re.is_leaf and self._im.is_leaf)
    grad_fn = property(lambda self: self._re.grad_fn or self._im.grad_fn)
    real = property(lambda self: self._re)
    imag = property(lambda self: self._im)
    T = property(lambda self: self._each(lambda part: part.T))
    mT = property(lambda self: self._each(lambda part: part.mT))
    mH = property(lambda self: self.mT.conj())
    data = property(lambda self: self.detach())
    layout, is_sparse, is_quantized, is_cuda = "torch.strided", False, False, False

    @property
    def H(self):
        if self.ndim not in (0, 2):
            raise RuntimeError(f"tensor.H is only supported on matrices (2-D tensors). Got {self.ndim}-D tensor.")
        return self.mH if self.ndim else self.conj()

    @property
    def grad(self):
        """Of a leaf: how the result grows with each part."""
        if self._re.grad is None:
            return None
        im = _torch.zeros_like(self._re) if self._im.grad is None else self._im.grad
        return ComplexTensor(self._re.grad, im)

    @grad.setter
    def grad(self, value):
        self._re.grad, self._im.grad = (None, None) if value is None else (value._re, value._im)

    def is_complex(self):
        return True

    def is_floating_point(self):
        return False

    def size(self, dim=None):
        return self._re.size() if dim is None else self._re.size(dim)

    def dim(self):
        return self._re.dim()

    def numel(self):
        return self._re.numel()

    def type(self):
        return f"torch.{self.dtype.type_name}Tensor"

    itemsize = property(lambda self: self.dtype.itemsize)
    nbytes = property(lambda self: self.numel() * self.itemsize)

    def element_size(self):
        return self.itemsize

    def __len__(self):
        return len(self._re)

    def __hash__(self):
        return id(self)

    def __reduce__(self):
        return _of_parts, (self._re, self._im)

    def __repr__(self):
        from torch._complex_text import text

        return text(self)

    __str__ = __repr__

    def __format__(self, spec):
        return format(self.item(), spec) if self.dim() == 0 else format(str(self), spec)

    # As other things

    def item(self):
        return _number(self._re.item(), self._im.item())

    __complex__ = item

    def __float__(self):
        return self._only_real("double")

    def __int__(self):
        return int(self._only_real("int64_t"))

    def _only_real(self, kind):
        if self._im.item():
            raise RuntimeError(f"value cannot be converted to type {kind} without overflow")
        return self._re.item()

    def __bool__(self):
        if self.numel() > 1:
            raise RuntimeError("Boolean value of Tensor with more than one value is ambiguous")
        return bool(self.item())

    def tolist(self):
        return _joined(self._re.tolist(), self._im.tolist())

    def numpy(self):
        from numpy._complex import complexes

        return complexes(self._re.detach(), self._im.detach())

    def to(self, *args, **kwargs):
        target = kwargs.pop("dtype", None)
        rest = []
        for value in args:
            if isinstance(value, _torch.dtype):
                target = value
            else:
                rest.append(value)
        moved = self._each(lambda part: part.to(*rest, **kwargs)) if rest or kwargs else self
        if target is None:
            return moved
        if not target.is_complex:
            _torch._warn("Casting complex values to real discards the imaginary part")
            return moved._re.to(target)
        return self._each(lambda part: part.to(target.part))

    def cfloat(self):
        return self.to(complex64)

    def cdouble(self):
        return self.to(complex128)

    def float(self):
        return self.to(_torch.float32)

    def double(self):
        return self.to(_torch.float64)

    # Gradients

    def requires_grad_(self, requires_grad=True):
        self._re.requires_grad_(requires_grad)
        self._im.requires_grad_(requires_grad)
        return self

    def backward(self, gradient=None, retain_graph=None, create_graph=False):
        if gradient is None:
            raise RuntimeError(
                f"grad can be implicitly created only for real scalar outputs but got {self.dtype}"
            )
        gradient = ComplexTensor.of(gradient)
        _torch.autograd.backward((self._re, self._im), (gradient._re, gradient._im), retain_graph, create_graph)

    # Parts

    def _each(self, change):
        return ComplexTensor(change(self._re), change(self._im))

    def __getitem__(self, key):
        return self._each(lambda part: part[key])

    def __setitem__(self, key, value):
        value = ComplexTensor.of(value, self._re.dtype)
        self._re[key], self._im[key] = value._re, value._im

    def __iter__(self):
        return (ComplexTensor(re, im) for re, im in zip(self._re, self._im))

    def conj(self):
        return ComplexTensor(self._re, -self._im)



def word(tensor):
    """`Long` of a tensor of int64."""
    return tensor.type().removeprefix("torch.").removesuffix("Tensor")


def _of_parts(re, im):
    return ComplexTensor(re, im)


def _joined(re, im):
    if isinstance(re, list):
        return [_joined(*parts) for parts in zip(re, im)]
    return _number(re, im)


ComplexTensor.__name__ = ComplexTensor.__qualname__ = "Tensor"
ComplexTensor.__module__ = "torch"


def tensor(data, *, dtype=None, device=None, requires_grad=False, pin_memory=False):
    """`torch.tensor` of nested lists of numbers of which some are complex."""
    if dtype is not None and type(dtype) is not ComplexDtype:
        is_whole = not dtype.is_floating_point
        raise TypeError(
            "'complex' object cannot be interpreted as an integer" if is_whole else "must be real number, not complex"
        )
    if hasattr(data, "_re") and type(data) is not ComplexTensor:
        return _of_array(data, dtype).to(device or "cpu").requires_grad_(requires_grad)
    part = _torch.get_default_dtype() if dtype is None else dtype.part
    if type(data) is ComplexTensor:
        data = data.tolist()
    options = {"dtype": part, "device": device, "pin_memory": pin_memory}
    re, im = (_torch.tensor(_part(data, name), **options) for name in ("real", "imag"))
    return ComplexTensor(re, im).requires_grad_(requires_grad)


def _of_array(array, dtype):
    """A copy of an array of numpy, whose numbers are two tensors, too."""
    parts = (array._re, array._im)
    return ComplexTensor(*(part.clone() if dtype is None else part.clone().to(dtype.part) for part in parts))


def _part(data, name):
    if isinstance(data, (list, tuple)):
        return [_part(item, name) for item in data]
    if isinstance(data, _torch.Tensor) and type(data) is not ComplexTensor:
        data = data.item()
    return getattr(data.item() if type(data) is ComplexTensor else data, name)
