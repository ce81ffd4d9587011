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


def node(name, first="input"):
    """Decorates a function whose results are to have nodes of that name; its first argument must be a tensor."""

    def decorated(call):
        def named(*args, **kwargs):
            if first and args and not isinstance(args[0], _torch.Tensor) and not hasattr(args[0], "__torch_function__"):
                kind = type(args[0]).__name__
                raise TypeError(f"{call.__name__}(): argument '{first}' (position 1) must be Tensor, not {kind}")
            return made_by(name, call(*args, **kwargs))

        named.__name__, named.__doc__, named.__wrapped__ = call.__name__, call.__doc__, call
        return named

    return decorated
