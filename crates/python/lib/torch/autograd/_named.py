"""Results under the names of the nodes that PyTorch makes them with, where several operations make them here.

What it is not: an operation; values and gradients pass as they are. Start reading at `made_by`.
"""

import _torch
from torch.autograd.function import _Context


def _same(_ctx, value):
    return value


def made_by(name, result):
    """The result, whose `grad_fn` is a node of that name (`UpsampleNearest2DBackward0`)."""
    if not result.requires_grad:
        return result
    return _torch._apply_function(name, _same, _same, _Context(), (result,))


def of_tensors(*names):
    """Decorates a function whose first arguments, of these names, must be tensors: it says so in PyTorch's words."""

    def decorated(call):
        def checked(*args, **kwargs):
            for at, (name, given) in enumerate(zip(names, args), 1):
                if not isinstance(given, _torch.Tensor) and not hasattr(given, "__torch_function__"):
                    kind = type(given).__name__
                    raise TypeError(f"{call.__name__}(): argument '{name}' (position {at}) must be Tensor, not {kind}")
            return call(*args, **kwargs)

        checked.__name__, checked.__doc__, checked.__wrapped__ = call.__name__, call.__doc__, call
        return checked

    return decorated


def node(name, *tensors):
    """Decorates a function whose results are to have nodes of that name; `tensors` are its first arguments."""

    def decorated(call):
        checked = of_tensors(*tensors)(call)

        def named(*args, **kwargs):
            return made_by(name, checked(*args, **kwargs))

        named.__name__, named.__doc__, named.__wrapped__ = call.__name__, call.__doc__, call
        return named

    return decorated
