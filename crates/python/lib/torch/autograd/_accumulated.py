"""Hooks that are called once a leaf's gradient is there: `tensor.register_post_accumulate_grad_hook`.

What it is not: hooks of gradients on their way. The core knows of none at the end of it: which leaves got a gradient is noted
by a hook of the tensor, and the hooks are called after the backward pass, in that order. Start reading at `register`.
"""

import _torch
from torch.nn.modules._hooks import put

# Of each tensor with such hooks: itself, and they.
_hooked = {}
# Whose gradients came in the backward pass that is under way.
_arrived = []


def register(tensor, hook):
    """Has `hook(tensor)` called after each backward pass that adds to the tensor's gradient."""
    if not tensor.requires_grad:
        raise RuntimeError("cannot register a hook on a tensor that doesn't require gradient")
    if not tensor.is_leaf:
        raise RuntimeError("post accumulate grad hooks cannot be registered on non-leaf tensors")
    if not _hooked:
        _watch_passes()
    if id(tensor) not in _hooked:
        _hooked[id(tensor)] = tensor, {}
        tensor.register_hook(lambda grad: _arrived.append(id(tensor)))
    return put(_hooked[id(tensor)][1], hook)


def _watch_passes():
    """From now on hooks are called at the end of backward passes."""
    from torch import autograd

    def watched(backward):
        def call(*args, **kwargs):
            _arrived.clear()
            backward(*args, **kwargs)
            for number in dict.fromkeys(_arrived):
                tensor, hooks = _hooked[number]
                for hook in list(hooks.values()):
                    hook(tensor)

        return call

    _torch._add_method("backward", watched(_torch.Tensor.backward))
    autograd.backward = watched(autograd.backward)
