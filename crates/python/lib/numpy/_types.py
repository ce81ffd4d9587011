"""Numpy's dtypes and scalar types, by the dtypes of torch."""

import _torch


class dtype:
    """A kind of number: `np.dtype('float32')`."""

    _made = {}

    def __new__(cls, kind):
        name = _name_of(kind)
        made = cls._made.get(name)
        if made is None:
            made = cls._made[name] = super().__new__(cls)
            made.name = name
            made._torch = getattr(_torch, name)
            made.itemsize = made._torch.itemsize
            made.kind = "f" if made._torch.is_floating_point else "b" if name == "bool" else name[0]
        return made

    @property
    def type(self):
        return _SCALARS.get(self.name, float)

    def __eq__(self, other):
        try:
            return self is dtype(other)
        except TypeError:
            return False

    def __hash__(self):
        return hash(self.name)

    def __repr__(self):
        return f"dtype('{self.name}')"

    def __str__(self):
        return self.name


_PYTHON = {float: "float64", int: "int64", bool: "bool"}
_SHORT = {
    "f2": "float16", "f4": "float32", "f8": "float64", "i1": "int8", "i2": "int16", "i4": "int32", "i8": "int64",
    "u1": "uint8", "?": "bool", "bool_": "bool", "half": "float16", "single": "float32", "double": "float64",
    "float": "float64", "int": "int64",
}


def _name_of(kind):
    if isinstance(kind, dtype):
        return kind.name
    if isinstance(kind, _torch.dtype):
        return str(kind).partition(".")[2]
    if isinstance(kind, type):
        name = _PYTHON.get(kind) or _SHORT.get(kind.__name__, kind.__name__)
    elif isinstance(kind, str):
        name = _SHORT.get(kind.lstrip("<>=|"), kind)
    else:
        raise TypeError(f"Cannot interpret '{kind}' as a data type")
    if isinstance(getattr(_torch, name, None), _torch.dtype):
        return name
    raise TypeError(f"data type '{name}' not understood" if isinstance(kind, str) else f"Cannot interpret '{kind}' as a data type")


class generic:
    """Base of numpy's scalars: numbers that remember their dtype. The arithmetic is that of arrays (`_ufunc`)."""

    ndim = 0
    shape = ()
    size = 1

    @property
    def dtype(self):
        return dtype(type(self).__name__.rstrip("_"))

    @property
    def _kindling_dtype(self):
        return self.dtype._torch

    def _tensor(self):
        return _torch.tensor(self.item(), dtype=self.dtype._torch)

    def astype(self, kind):
        return scalar(self._tensor().to(dtype(kind)._torch))

    def tolist(self):
        return self.item()

    def copy(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __getattr__(self, name):
        # What arrays can do, numbers can, too.
        from numpy import ndarray

        if name.startswith("_") or not hasattr(ndarray, name):
            raise AttributeError(f"'numpy.{type(self).__name__}' object has no attribute '{name}'")
        found = getattr(ndarray(self._tensor()), name)
        if not callable(found):
            return found

        def method(*args, **kwargs):
            result = found(*args, **kwargs)
            return scalar(result._kindling_tensor) if isinstance(result, ndarray) and result.ndim == 0 else result

        return method

    def __repr__(self):
        return f"np.{type(self).__name__}({self})"


class floating(generic, float):
    """Numbers with a point."""

    def __new__(cls, value=0.0):
        if isinstance(value, (list, tuple)) or hasattr(value, "_kindling_tensor"):
            from numpy import array

            return array(value, dtype=cls)
        return super().__new__(cls, _torch.tensor(float(value), dtype=getattr(_torch, cls.__name__)).item())

    def item(self):
        return float(self)

    def __str__(self):
        return _torch._texts(_torch.tensor(float(self), dtype=getattr(_torch, type(self).__name__)))[0]

    def __round__(self, ndigits=None):
        return round(float(self)) if ndigits is None else type(self)(round(float(self), ndigits))


class float64(floating):
    __str__ = float.__repr__

    def __new__(cls, value=0.0):
        if isinstance(value, (float, int, str)):
            return float.__new__(cls, value)
        return super().__new__(cls, value)


class float32(floating):
    pass


class float16(floating):
    pass


class integer(generic, int):
    """Whole numbers."""

    def __new__(cls, value=0):
        if isinstance(value, (list, tuple)) or hasattr(value, "_kindling_tensor"):
            from numpy import array

            return array(value, dtype=cls)
        value = int(value)
        limits = _torch._dtype_limits(getattr(_torch, cls.__name__))
        if not limits["min"] <= value <= limits["max"]:
            raise OverflowError(f"Python integer {value} out of bounds for {cls.__name__}")
        return super().__new__(cls, value)

    def item(self):
        return int(self)

    def __str__(self):
        return int.__repr__(self)

    def __round__(self, ndigits=None):
        return round(int(self)) if ndigits is None else type(self)(round(int(self), ndigits))


class int64(integer):
    pass


class int32(integer):
    pass


class int16(integer):
    pass


class int8(integer):
    pass


class uint8(integer):
    pass


class bool_(generic, int):
    """True or False, as comparing numbers of numpy gives."""

    def __new__(cls, value=False):
        return super().__new__(cls, bool(value))

    def item(self):
        return bool(int(self))

    def __str__(self):
        return "True" if int(self) else "False"

    def __repr__(self):
        return f"np.{self}_"

    def __format__(self, spec):
        return format(self.item(), spec)


number = (integer, floating)
_SCALARS = {kind.__name__: kind for kind in (float64, float32, float16, int64, int32, int16, int8, uint8)}
_SCALARS["bool"] = bool_


def scalar(tensor):
    """A tensor without dimensions as a scalar of numpy."""
    return _SCALARS[dtype(tensor.dtype).name](tensor.item())
