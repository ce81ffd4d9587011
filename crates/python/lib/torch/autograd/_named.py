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


def node(name):
    """Decorates a function whose results are to have nodes of that name."""

    def decorated(call):
        def named(*args, **kwargs):
            return made_by(name, call(*args, **kwargs))

        named.__name__, named.__doc__, named.__wrapped__ = call.__name__, call.__doc__, call
        return named

    return decorated
