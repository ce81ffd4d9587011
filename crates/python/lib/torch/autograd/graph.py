"""`torch.autograd.graph`: what is kept for backward passes, and where gradients go.

What it is not: a way to keep something else; the core keeps tensors itself. Start reading at `get_gradient_edge`.
"""

from typing import NamedTuple

import _torch


class GradientEdge(NamedTuple):
    """The node that a tensor's gradient goes to, and which of its results the tensor is."""

    node: object
    output_nr: int
    ownership_token: object = None


def get_gradient_edge(tensor):
    """Where a tensor's gradient goes: the node that made it, or the one that fills a leaf's `.grad`."""
    if not tensor.requires_grad:
        raise RuntimeError("It is not possible to get the gradient edge for a Tensor that does not require gradients")
    return GradientEdge(*_torch._gradient_edge(tensor))


class save_on_cpu:
    """Inside it PyTorch keeps what backward needs in the computer's own memory, where it is here in any case."""

    def __init__(self, pin_memory=False, device_type="cuda"):
        pass

    def __enter__(self):
        return None

    def __exit__(self, *raised):
        return False


class saved_tensors_hooks:
    """Functions for what is kept for backward, and how it comes back."""

    def __init__(self, pack_hook, unpack_hook):
        if disable_saved_tensors_hooks._said:
            raise RuntimeError(disable_saved_tensors_hooks._said[-1])
        raise NotImplementedError("torch.autograd.graph.saved_tensors_hooks is not built into this torch")


class disable_saved_tensors_hooks:
    """Inside it `saved_tensors_hooks` refuses with a message."""

    _said = []

    def __init__(self, error_message):
        self._message = error_message

    def __enter__(self):
        self._said.append(self._message)

    def __exit__(self, *raised):
        self._said.pop()
        return False
