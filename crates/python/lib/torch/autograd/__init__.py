"""Gradients: `grad`, `backward`, and operations with gradients of one's own."""

import _torch
from torch._modes import enable_grad, inference_mode, no_grad, set_grad_enabled
from torch.autograd.function import Function


def _listed(values, count):
    if values is None:
        return [None] * count
    return list(values) if isinstance(values, (tuple, list)) else [values]


def _tensors(values):
    return tuple(values) if isinstance(values, (tuple, list)) else (values,)


def grad(outputs, inputs, grad_outputs=None, retain_graph=None, create_graph=False, allow_unused=None,
         is_grads_batched=False, materialize_grads=False):
    """The gradients of outputs with respect to inputs, as a tuple; no `.grad` changes."""
    outputs, inputs = _tensors(outputs), _tensors(inputs)
    if retain_graph is None:
        retain_graph = create_graph
    for tensor in inputs:
        if not tensor.requires_grad:
            raise RuntimeError("One of the differentiated Tensors does not require grad")
    found = _torch._grad(outputs, inputs, _listed(grad_outputs, len(outputs)), retain_graph, create_graph)
    if materialize_grads:
        return tuple(_torch.zeros_like(tensor) if g is None else g for tensor, g in zip(inputs, found))
    if not allow_unused and any(g is None for g in found):
        raise RuntimeError(
            "One of the differentiated Tensors appears to not have been used in the graph. Set allow_unused=True if "
            "this is the desired behavior."
        )
    return found


def backward(tensors, grad_tensors=None, retain_graph=None, create_graph=False, grad_variables=None, inputs=None):
    """Adds the gradients of tensors to the `.grad` of the leaves."""
    tensors = _tensors(tensors)
    if retain_graph is None:
        retain_graph = create_graph
    if inputs is not None:
        raise NotImplementedError("torch.autograd.backward: the argument 'inputs' is not built into this torch")
    _torch._backward(tensors, _listed(grad_tensors, len(tensors)), retain_graph, create_graph)


class detect_anomaly:
    """Accepted, and without effect: errors already name the operation."""

    def __init__(self, check_nan=True):
        pass

    def __enter__(self):
        return None

    def __exit__(self, *raised):
        pass


class set_detect_anomaly(detect_anomaly):
    def __init__(self, mode, check_nan=True):
        pass


Variable = _torch.Tensor
