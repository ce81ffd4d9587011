"""Arrays of complex numbers, as `np.fft` and `np.linalg.eig` give them: two tensors, one for each part.

Not tensors, which have no complex numbers here. Start reading at `complexes`.
"""

import math

import _torch
from _scalars import NUMBERS
from numpy import _print
from numpy._array import ndarray, wrap
from numpy._complex_numbers import cdouble, complex64, complex128, complexfloating, csingle
from numpy._create import tensor_of
from numpy._errors import check_index
from numpy._index import get_item
from numpy._make import asarray
from numpy._numbers import float32
from numpy._types import _Kind, dtype
from numpy._functions import as_floats


class complexes(ndarray):
    """An array of complex numbers."""

    __slots__ = ("_re", "_im")
    _is_plain = False

    def __init__(self, re, im):
        self._re, self._im, self._backward, self._base = re, im, None, None

    @property
    def _kindling_tensor(self):
        raise TypeError("numpy: this is not built into this numpy for complex numbers")

    @staticmethod
    def __torch_function__(func, types, args=(), kwargs=None):
        """What torch makes of such an array: a complex tensor."""
        from torch._complex import ComplexTensor

        return ComplexTensor.__torch_function__(func, types, args, kwargs)

    def _of(self, function):
        """What a function that moves values makes of both parts."""
        re, im = (function(ndarray(part)) for part in (self._re, self._im))
        if isinstance(re, (list, tuple)):
            return type(re)(_joined(x, y) for x, y in zip(re, im))
        return _joined(re, im)

    @staticmethod
    def _moved(function, arrays, *args, **kwargs):
        pairs = [as_complex(array) for array in arrays]
        re = function([ndarray(pair._re) for pair in pairs], *args, **kwargs)
        im = function([ndarray(pair._im) for pair in pairs], *args, **kwargs)
        return type(re)(_joined(x, y) for x, y in zip(re, im)) if isinstance(re, (list, tuple)) else _joined(re, im)

    shape = property(lambda self: tuple(self._re.shape))
    ndim = property(lambda self: self._re.dim())
    size = property(lambda self: self._re.numel())
    dtype = property(lambda self: dtype("complex64" if self._re.dtype is _torch.float32 else "complex128"))
    itemsize = property(lambda self: self.dtype.itemsize)
    nbytes = property(lambda self: self.itemsize * self.size)
    T = property(lambda self: self.transpose())

    @property
    def real(self):
        return ndarray(self._re)

    @real.setter
    def real(self, value):
        self._re.copy_(tensor_of(value).to(self._re.dtype).expand(self._re.shape))

    @property
    def imag(self):
        return ndarray(self._im)

    @imag.setter
    def imag(self, value):
        self._im.copy_(tensor_of(value).to(self._im.dtype).expand(self._im.shape))

    def _numbers(self):
        return [complex(x, y) for x, y in zip(self._re.reshape(-1).tolist(), self._im.reshape(-1).tolist())]

    def tolist(self):
        from numpy._python_values import nested

        return nested(self._numbers(), self.shape)

    def item(self, *index):
        return complex(self.real.item(*index), self.imag.item(*index))

    def copy(self, order="C"):
        return complexes(self._re.clone(), self._im.clone())

    def astype(self, dtype, order="K", casting="unsafe", subok=True, copy=True):
        kind = _as_dtype(dtype)
        if kind.kind == "c":
            part = _torch.float32 if kind.name == "complex64" else _torch.float64
            return complexes(self._re.to(part), self._im.to(part))
        if isinstance(kind, _Kind):
            from numpy._objects import from_python

            return from_python(self._numbers(), kind, self.shape)
        import warnings

        from numpy.exceptions import ComplexWarning

        warnings.warn("Casting complex values to real discards the imaginary part", ComplexWarning, stacklevel=2)
        return self.real.astype(dtype)

    def conj(self):
        return complexes(self._re.clone(), -self._im)

    conjugate = conj

    def reshape(self, *shape, **kwargs):
        return self._of(lambda part: part.reshape(*shape, **kwargs))

    def sum(self, axis=None, dtype=None, out=None, keepdims=False):
        return self._of(lambda part: part.sum(axis=axis, keepdims=keepdims))

    def mean(self, axis=None, dtype=None, out=None, keepdims=False):
        return self._of(lambda part: part.mean(axis=axis, keepdims=keepdims))

    def _spread(self, name, axis, dtype, out, ddof, keepdims, where):
        """How far the numbers are from their mean, in the plane."""
        if dtype is not None or out is not None or where is not True:
            raise NotImplementedError(f"numpy.{name}: dtype, out and where are not built into this numpy for complex numbers")
        away = self - self.mean(axis, keepdims=True)
        squares = ndarray(away._re * away._re + away._im * away._im)
        shares = squares.mean(axis, keepdims=keepdims)
        count = self.size // max(getattr(shares, "size", 1), 1)
        found = shares * count / max(count - ddof, 0)
        return found**0.5 if name == "std" else found

    def all(self, axis=None, out=None, keepdims=False):
        return (self != 0).all(axis=axis, keepdims=keepdims)

    def any(self, axis=None, out=None, keepdims=False):
        return (self != 0).any(axis=axis, keepdims=keepdims)

    def nonzero(self):
        return (self != 0).nonzero()

    def dot(self, b):
        from numpy import dot

        return dot(self, b)

    def __getitem__(self, index):
        check_index(self.shape, index)
        return _joined(*(wrap(get_item(part, index)[0]) for part in (self._re, self._im)))

    def __setitem__(self, index, value):
        value = as_complex(asarray(value))
        ndarray(self._re)[index], ndarray(self._im)[index] = ndarray(value._re), ndarray(value._im)

    def __len__(self):
        return len(self._re)

    def __iter__(self):
        return (_joined(wrap(x), wrap(y)) for x, y in zip(self._re, self._im))

    def __bool__(self):
        return bool(self != 0)

    def __abs__(self):
        from numpy._complex_operators import absolute

        return wrap(absolute(self))

    def __neg__(self):
        return complexes(-self._re, -self._im)

    def __complex__(self):
        return self.item()

    def __float__(self):
        raise TypeError("float() argument must be a string or a real number, not 'complex'")

    def __int__(self):
        raise TypeError("int() argument must be a string, a bytes-like object or a real number, not 'complex'")

    __hash__ = None

    def __str__(self):
        return _print.text(self._places(), 0, " ", self._words)

    def __repr__(self):
        numbers = _print.text(self._places(), len("array("), ", ", self._words) if self.size else "[]"
        notes = _print.shape_notes(self.size, self.shape)
        return _print.array_text(
            numbers, notes + [f"dtype={self.dtype.name}"] * (self.dtype.name == "complex64" or not self.size)
        )

    def _places(self):
        return _torch.arange(self.size).reshape(self.shape)

    def _words(self, places):
        flat = places.reshape(-1)
        re, im = (_print._texts(part.reshape(-1)[flat]) for part in (self._re, self._im))
        signed = []
        for text in im:
            text = text.lstrip()
            text = text if text.startswith("-") else "+" + text
            end = len(text.rstrip())
            signed.append(text[:end] + "j" + text[end:])
        return [x + y for x, y in zip(re, _print._aligned(signed))]

    def __reduce__(self):
        return _restored, (self._re, self._im)


def _restored(real, imaginary):
    return complexes(real, imaginary)


for _name in ("ravel", "flatten", "transpose", "squeeze", "swapaxes", "repeat", "take", "diagonal"):

    def _method(self, *args, _name=_name, **kwargs):
        return self._of(lambda part: getattr(part, _name)(*args, **kwargs))

    setattr(complexes, _name, _method)
for _name in "sort argsort max min argmax argmin cumsum cumprod prod round clip".split():

    def _method(self, *args, _name=_name, **kwargs):
        from numpy import _complex_orders

        return getattr(_complex_orders, _name)(self, *args, **kwargs)

    setattr(complexes, _name, _method)
for _name in "add sub mul truediv pow matmul eq ne lt le gt ge floordiv mod divmod".split():

    def _forward(self, other, _name=_name):
        from numpy._complex_operators import operated

        return operated(_name, self, other)

    def _backward(self, other, _name=_name):
        from numpy._complex_operators import operated

        return operated(_name, other, self)

    setattr(complexes, f"__{_name}__", _forward)
    if _name not in ("eq", "ne", "lt", "le", "gt", "ge"):
        setattr(complexes, f"__r{_name}__", _backward)
        setattr(complexes, f"__i{_name}__", _forward)
complexes.__name__ = complexes.__qualname__ = "ndarray"
complexes.__module__ = "numpy"


def _as_dtype(kind):
    return dtype(kind)


def _joined(re, im):
    """Two parts as an array, or as a number where there are no dimensions."""
    if isinstance(re, ndarray):
        return complexes(re._kindling_tensor, im._kindling_tensor)
    return (complex64 if isinstance(re, float32) else complex128)._of(complex(float(re), float(im)))


def as_complex(value):
    """Numbers as an array of complex ones."""
    if isinstance(value, complexes):
        return value
    if isinstance(value, (complex, complex64)):
        kind = _torch.float32 if isinstance(value, complex64) else _torch.float64
        return complexes(*(_torch.tensor(float(part), dtype=kind) for part in (value.real, value.imag)))
    re = tensor_of(value)
    re = re if re.dtype in (_torch.float32, _torch.float64) else re.double()
    return complexes(re, _torch.zeros_like(re))


def from_lists(value, kind=None):
    """Nested lists with complex numbers as an array."""
    from numpy._python_values import leaves_of

    leaves, shape = leaves_of(value, None)
    numbers = [complex(leaf) for leaf in leaves]
    re, im = ([getattr(number, part) for number in numbers] for part in ("real", "imag"))
    made = complexes(*(_torch.tensor(part, dtype=_torch.float64).reshape(tuple(shape)) for part in (re, im)))
    if kind is None and any(isinstance(leaf, complex64) for leaf in leaves):
        from numpy._kinds import result_type

        kind = result_type(*(leaf if hasattr(leaf, "dtype") else dtype(type(leaf)) for leaf in leaves))
    return made if kind is None else made.astype(kind)


def real(val):
    """The real part."""
    return val.real if hasattr(val, "real") else asarray(val).real


def imag(val):
    """The imaginary part."""
    return val.imag if hasattr(val, "imag") else asarray(val).imag


def angle(z, deg=False):
    """The angle to the real axis."""
    z = as_complex(z if isinstance(z, (complex, complex64)) else asarray(z))
    found = _torch.atan2(z._im, z._re)
    return wrap(found * (180 / math.pi) if deg else found)


def isreal(x):
    """Where numbers have no imaginary part."""
    found = asarray(imag(asarray(x)) == 0)
    return found if found.ndim else found[()]


def iscomplex(x):
    """Where numbers have an imaginary part."""
    found = asarray(imag(asarray(x)) != 0)
    return found if found.ndim else found[()]


def iscomplexobj(x):
    """Whether an array is of complex numbers."""
    return isinstance(x, (complex, complex64, complexes)) or (
        not isinstance(x, (ndarray, NUMBERS)) and isinstance(asarray(x), complexes)
    )


def isrealobj(x):
    return not iscomplexobj(x)


def floats_of(z):
    """Both parts of numbers, real ones too, in double precision."""
    z = z if isinstance(z, complexes) else as_complex(ndarray(as_floats(asarray(z))))
    return z._re.double(), z._im.double()
