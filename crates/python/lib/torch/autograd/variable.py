"""`Variable`, in which programs of PyTorch's first years wrap their tensors."""

import _torch


_VOLATILE = "volatile was removed and now has no effect. Use `with torch.no_grad():` instead."


class _Tensors(type):
    def __instancecheck__(cls, value):
        return isinstance(value, _torch.Tensor)


class Variable(metaclass=_Tensors):
    """What tensors that remember their gradient were once wrapped in: the tensor by itself, cut off from its graph."""

    def __new__(cls, data=None, requires_grad=False, volatile=None):
        if volatile is not None:
            import warnings  # which torch itself starts without

            warnings.warn(_VOLATILE, UserWarning, stacklevel=2)
        if data is not None and not isinstance(data, _torch.Tensor):
            raise TypeError(f"Variable data has to be a tensor, but got {type(data).__name__}")
        wrapped = _torch.empty(0) if data is None else data.detach()
        if requires_grad and not wrapped.is_floating_point():
            raise RuntimeError("Only Tensors of floating point and complex dtype can require gradients")
        return wrapped.requires_grad_(bool(requires_grad))
