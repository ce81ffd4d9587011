"""Backward passes."""

import _torch


def _listed(values, count):
    if values is None:
        return [None] * count
    return list(values) if isinstance(values, (tuple, list)) else [values]


def _tensors(values):
    return (values,) if isinstance(values, _torch.Tensor) else tuple(values)


def grad(outputs, inputs, grad_outputs=None, retain_graph=None, create_graph=False, only_inputs=True, allow_unused=None,
         is_grads_batched=False, materialize_grads=False):
    """The gradients of outputs with respect to inputs, as a tuple, or of a dict by its keys; no `.grad` changes."""
    if isinstance(inputs, dict):
        parts = (grad_outputs, retain_graph, create_graph, only_inputs, allow_unused, is_grads_batched, materialize_grads)
        return dict(zip(inputs, grad(outputs, tuple(inputs.values()), *parts)))
    outputs, inputs = _tensors(outputs), _tensors(inputs)
    if not only_inputs:
        import warnings

        warnings.warn(_ONLY_INPUTS, FutureWarning, stacklevel=2)
    if is_grads_batched:
        rows = zip(*(each.unbind(0) for each in _tensors(grad_outputs)))
        found = [grad(outputs, inputs, row, True, create_graph, True, allow_unused, False, materialize_grads) for row in rows]
        return tuple(None if None in parts else _torch.stack(parts) for parts in zip(*found))
    if retain_graph is None:
        retain_graph = create_graph
    for tensor in (*outputs, *inputs):
        if not isinstance(tensor, _torch.Tensor):
            kind = type(tensor).__name__
            raise RuntimeError(f"all inputs have to be Tensors or GradientEdges, but got {kind}")
        if tensor.is_complex():
            raise NotImplementedError(
                "torch.autograd.grad of complex tensors is not built into this torch; call backward() and read .grad"
            )
    for at, tensor in enumerate(outputs):
        if not tensor.requires_grad:
            raise RuntimeError(f"element {at} of tensors does not require grad and does not have a grad_fn")
    for tensor in inputs:
        if not tensor.requires_grad:
            raise RuntimeError("One of the differentiated Tensors does not require grad")
    found = _torch._grad(outputs, inputs, _listed(grad_outputs, len(outputs)), retain_graph, create_graph)
    if materialize_grads:
        return tuple(_torch.zeros_like(tensor) if g is None else g for tensor, g in zip(inputs, found))
    for at, g in enumerate(found):
        if g is None and not allow_unused:
            raise RuntimeError(
                f"The differentiated Tensor at index {at} appears to not have been used in the graph. Set "
                "allow_unused=True if this is the desired behavior."
            )
    return found


_ONLY_INPUTS = (
    "only_inputs argument is deprecated and is ignored now (defaults to True). To accumulate gradient for other parts of the "
    "graph, please use torch.autograd.backward."
)


def backward(tensors, grad_tensors=None, retain_graph=None, create_graph=False, grad_variables=None, inputs=None):
    """Adds the gradients of tensors to the `.grad` of the leaves."""
    tensors = _tensors(tensors)
    if grad_variables is not None:
        if grad_tensors is not None:
            raise RuntimeError(
                "`grad_tensors` and `grad_variables` (deprecated) arguments both passed to `backward()`. Please only use "
                "`grad_tensors`."
            )
        grad_tensors = grad_variables
    if retain_graph is None:
        retain_graph = create_graph
    if inputs is not None:
        _accumulate(tensors, _tensors(inputs), _listed(grad_tensors, len(tensors)), retain_graph, create_graph)
        return
    _torch._backward(tensors, _listed(grad_tensors, len(tensors)), retain_graph, create_graph)


def _accumulate(tensors, inputs, grads, retain_graph, create_graph):
    """Adds gradients to the `.grad` of these inputs, and of no other leaf."""
    if not inputs:
        raise RuntimeError("`inputs` argument to `backward()` cannot be empty.")
    for tensor, found in zip(inputs, _torch._grad(tensors, inputs, grads, retain_graph, create_graph)):
        if found is not None:
            tensor.grad = found if tensor.grad is None else tensor.grad + found
