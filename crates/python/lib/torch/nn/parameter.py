"""`Parameter`: the tensors of a module that an optimizer trains; and those whose shape the first input tells."""

import _torch
from _torch import _Parameter as Parameter

_NO_SHAPE = (
    "Can't access the shape of an uninitialized parameter or buffer. This error usually happens in `load_state_dict` when "
    "trying to load an uninitialized parameter into an initialized one. Call `forward` to initialize the parameters before "
    "accessing their attributes."
)
_NOT_YET = (
    "Attempted to use an uninitialized parameter in <method '{}' of 'torch._C.TensorBase' objects>. This error happens when "
    "you are using a `LazyModule` or explicitly manipulating `torch.nn.parameter.UninitializedParameter` objects. When using "
    "LazyModules Call `forward` with a dummy batch to initialize the parameters before calling torch functions"
)


class _Materialized(Parameter):
    """What an `UninitializedParameter` becomes: a parameter like any other, and the same object."""


_Materialized.__name__ = _Materialized.__qualname__ = "Parameter"


class UninitializedParameter(Parameter):
    """A parameter that waits for its shape."""

    def __new__(cls, requires_grad=True, device=None, dtype=None):
        return super().__new__(cls, _torch.empty(0, device=device, dtype=dtype), requires_grad)

    def materialize(self, shape, device=None, dtype=None):
        """Takes a shape, and becomes a parameter."""
        self.data = _torch.empty(tuple(shape), device=device, dtype=self.dtype if dtype is None else dtype)
        self.__class__ = _Materialized

    @property
    def shape(self):
        raise RuntimeError(_NO_SHAPE)

    def size(self, dim=None):
        raise ValueError(_NOT_YET.format("size"))

    def numel(self):
        raise ValueError(_NOT_YET.format("numel"))

    def __repr__(self):
        return "<UninitializedParameter>"

    __hash__ = Parameter.__hash__


UninitializedParameter.__module__ = "torch.nn.parameter"


def is_lazy(param):
    """Whether the parameter still waits for its shape."""
    return isinstance(param, UninitializedParameter)


__all__ = ["Parameter", "UninitializedParameter", "is_lazy"]
