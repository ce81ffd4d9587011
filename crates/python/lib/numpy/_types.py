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
_SHORT = {"f4": "float32", "f8": "float64", "i4": "int32", "i8": "int64", "float": "float64", "int": "int64", "bool_": "bool"}


def _name_of(kind):
    if isinstance(kind, dtype):
        return kind.name
    if isinstance(kind, _torch.dtype):
        return str(kind).partition(".")[2]
    if isinstance(kind, type):
        kind = _PYTHON.get(kind, kind.__name__)
    if isinstance(kind, str):
        name = _SHORT.get(kind.lstrip("<>="), kind)
        if isinstance(getattr(_torch, name, None), _torch.dtype):
            return name
    raise TypeError(f"Cannot interpret '{kind}' as a data type")


class _Floating(float):
    """A float that remembers its dtype and prints as short as that allows."""

    def __new__(cls, value=0.0):
        return super().__new__(cls, _torch.tensor(float(value), dtype=getattr(_torch, cls.__name__)).item())

    @property
    def dtype(self):
        return dtype(type(self))

    def item(self):
        return float(self)

    def __str__(self):
        return _torch._texts(_torch.tensor(float(self), dtype=getattr(_torch, type(self).__name__)))[0]

    def __repr__(self):
        return f"np.{type(self).__name__}({self})"


class float64(_Floating):
    __str__ = float.__repr__


class float32(_Floating):
    pass


class float16(_Floating):
    pass


class _Integer(int):
    @property
    def dtype(self):
        return dtype(type(self))

    def item(self):
        return int(self)

    def __str__(self):
        return int.__repr__(self)

    def __repr__(self):
        return f"np.{type(self).__name__}({int(self)})"


class int64(_Integer):
    pass


class int32(_Integer):
    pass


class int16(_Integer):
    pass


class int8(_Integer):
    pass


class uint8(_Integer):
    pass


bool_ = bool
_SCALARS = {
    kind.__name__: kind for kind in (float64, float32, float16, int64, int32, int16, int8, uint8, bool)
}
