"""Derivatives of functions of tensors: `jacobian`, `hessian`, and products with them."""

import _torch
from torch._modes import enable_grad
from torch.autograd._passes import grad


def _tuple(values):
    return (values,) if isinstance(values, _torch.Tensor) else tuple(values)


def _plain(values, is_tuple):
    return tuple(values) if is_tuple else values[0]


def _inputs(inputs, create_graph):
    """Copies of the inputs to differentiate by; with create_graph still part of the graph they came from."""
    return tuple(
        each.view_as(each) if create_graph and each.requires_grad else each.detach().requires_grad_()
        for each in _tuple(inputs)
    )


def _outputs(func, inputs, name):
    outputs = func(*inputs)
    for each in _tuple(outputs):
        if not isinstance(each, _torch.Tensor):
            raise TypeError(
                f"The outputs of the user-provided function given to {name} must be either a Tensor or a tuple of "
                f"Tensors but the value at index 0 has type {type(each)}."
            )
    return _tuple(outputs), not isinstance(outputs, _torch.Tensor)


def _gradients(outputs, inputs, vectors, create_graph, strict):
    """Zeros where an input has no part in the outputs; with strict an error."""
    related = [(output, vector) for output, vector in zip(outputs, vectors) if output.requires_grad]
    found = (None,) * len(inputs)
    if related:
        found = grad(
            [output for output, _ in related], inputs, [vector for _, vector in related], retain_graph=True,
            create_graph=create_graph, allow_unused=True
        )
    for at, each in enumerate(found):
        if strict and each is None:
            raise RuntimeError(
                f"The output of the user-provided function is independent of input {at}. This is not allowed in strict mode."
            )
    return [_torch.zeros_like(own) if each is None else each for own, each in zip(inputs, found)]


def _ended(values, create_graph):
    return [each if create_graph else each.detach() for each in values]


def jacobian(func, inputs, create_graph=False, strict=False, vectorize=False, strategy="reverse-mode"):
    """How each output changes with each input: of size (*output, *input). There is one way to compute it here."""
    many_inputs = not isinstance(inputs, _torch.Tensor)
    with enable_grad():
        inputs = _inputs(inputs, create_graph)
        outputs, many_outputs = _outputs(func, inputs, "jacobian")
        rows = []
        for output in outputs:
            flat = output.reshape(-1)
            found = [_gradients([flat[at]], inputs, [None], create_graph, strict) for at in range(flat.numel())]
            row = [
                _torch.stack(each).reshape(*output.shape, *own.shape) if each else output.new_zeros((*output.shape, *own.shape))
                for own, each in zip(inputs, zip(*found) if found else [()] * len(inputs))
            ]
            rows.append(_plain(_ended(row, create_graph), many_inputs))
    return _plain(rows, many_outputs)


def hessian(func, inputs, create_graph=False, strict=False, vectorize=False, outer_jacobian_strategy="reverse-mode"):
    """The second derivatives of a function with one number as its result."""
    many = not isinstance(inputs, _torch.Tensor)

    def gradient(*values):
        outputs, _ = _outputs(func, values, "hessian")
        _one_number(outputs, "hessian")
        return tuple(_gradients(outputs, values, [None], True, strict))

    rows = jacobian(gradient, inputs if many else (inputs,), create_graph, strict)
    return rows if many else rows[0][0]


def _one_number(outputs, name):
    if len(outputs) != 1:
        raise RuntimeError(f"The function given to {name} should return a single Tensor")
    if outputs[0].numel() != 1:
        raise RuntimeError(f"The Tensor returned by the function given to {name} should contain a single element")


def _vectors(v, like):
    if v is None:
        if len(like) != 1 or like[0].numel() != 1:
            raise RuntimeError(
                "The vector v can only be None if the user-provided function returns a single Tensor with a single element."
            )
        return [None]
    v = _tuple(v)
    if len(v) != len(like):
        raise RuntimeError(f"v is a tuple of invalid length: should be {len(like)} but got {len(v)}.")
    for at, (own, wanted) in enumerate(zip(v, like)):
        if own.shape != wanted.shape:
            raise RuntimeError(
                f"Entry {at} in v has invalid size: should be {wanted.shape} but got {own.shape}."
                if len(v) > 1 else f"v has invalid size: should be {wanted.shape} but got {own.shape}."
            )
    return v


def vjp(func, inputs, v=None, create_graph=False, strict=False):
    """The outputs, and v times the Jacobian."""
    many_inputs = not isinstance(inputs, _torch.Tensor)
    with enable_grad():
        inputs = _inputs(inputs, create_graph)
        outputs, many_outputs = _outputs(func, inputs, "vjp")
        found = _gradients(outputs, inputs, _vectors(v, outputs), create_graph, strict)
    return (
        _plain(_ended(outputs, create_graph), many_outputs), _plain(_ended(found, create_graph), many_inputs)
    )


def jvp(func, inputs, v=None, create_graph=False, strict=False):
    """The outputs, and the Jacobian times v: the gradient of v's product with the Jacobian by what it is multiplied by."""
    with enable_grad():
        inputs = _inputs(inputs, create_graph)
        outputs, many_outputs = _outputs(func, inputs, "jvp")
        weights = [_torch.zeros_like(output).requires_grad_() for output in outputs]
        rows = _gradients(outputs, inputs, weights, True, strict)
        found = _gradients(rows, weights, _vectors(v, inputs), create_graph, False)
    return _plain(_ended(outputs, create_graph), many_outputs), _plain(_ended(found, create_graph), many_outputs)


def hvp(func, inputs, v=None, create_graph=False, strict=False):
    """The output of a function with one number as its result, and its second derivatives times v."""
    many = not isinstance(inputs, _torch.Tensor)
    with enable_grad():
        inputs = _inputs(inputs, create_graph)
        outputs, _ = _outputs(func, inputs, "hvp")
        _one_number(outputs, "hvp")
        first = _gradients(outputs, inputs, [None], True, strict)
        found = _gradients(first, inputs, _vectors(v, inputs), create_graph, strict)
    return _ended(outputs, create_graph)[0], _plain(_ended(found, create_graph), many)


# The second derivatives are symmetric.
vhp = hvp
