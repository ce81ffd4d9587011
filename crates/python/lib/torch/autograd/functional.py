"""Derivatives of functions of tensors: `jacobian`, `hessian`, and products with them."""

import _torch
from torch._modes import enable_grad
from torch.autograd._passes import grad


def _tuple(values, kind="inputs", name="", given="given inputs"):
    """The tensors of an argument or a result, which is one of them or a tuple."""
    if isinstance(values, _torch.Tensor):
        return (values,)
    must_be = f"The {kind} given to {name} must be either a Tensor or a tuple of Tensors but the "
    if not isinstance(values, tuple):
        raise TypeError(f"{must_be}{given} has type {type(values)}.")
    for at, each in enumerate(values):
        if not isinstance(each, _torch.Tensor):
            raise TypeError(f"{must_be}value at index {at} has type {type(each)}.")
    return values


def _plain(values, is_tuple):
    return tuple(values) if is_tuple else values[0]


def _inputs(inputs, create_graph, name):
    """Copies of the inputs to differentiate by; with create_graph still part of the graph they came from."""
    return tuple(
        each.view_as(each) if create_graph and each.requires_grad else each.detach().requires_grad_()
        for each in _tuple(inputs, "inputs", name)
    )


def _outputs(func, inputs, name, strict):
    outputs = func(*inputs)
    kind = "outputs of the user-provided function"
    found = _tuple(outputs, kind, name, "given " + kind)
    for at, output in enumerate(found):
        if strict and not output.requires_grad:
            raise RuntimeError(
                f"Output {at} of the user-provided function does not require gradients. The outputs must be computed in a "
                "differentiable manner from the input when running in strict mode."
            )
    return found, not isinstance(outputs, _torch.Tensor)


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


def _check_strategy(create_graph, strict, vectorize, strategy):
    """Refuses what PyTorch refuses of the ways to compute, though here there is one, and its numbers are the same."""
    if strategy not in ("forward-mode", "reverse-mode"):
        raise AssertionError(
            'Expected strategy to be either "forward-mode" or "reverse-mode". Hint: If your function has more outputs than '
            'inputs, "forward-mode" tends to be more performant. Otherwise, prefer to use "reverse-mode".'
        )
    if strategy == "forward-mode" and create_graph:
        raise NotImplementedError(
            'torch.autograd.functional.jacobian: `create_graph=True` and `strategy="forward-mode"` are not supported together '
            '(yet). Please either set `create_graph=False` or `strategy="reverse-mode"`.'
        )
    if strategy == "forward-mode" and not vectorize:
        raise NotImplementedError(
            "Computing Jacobian using forward-AD or forward-over-reverse Hessian isonly implemented for `vectorize=True`."
        )
    if strict and vectorize:
        raise RuntimeError(
            "torch.autograd.functional.jacobian: `strict=True` and `vectorized=True` are not supported together. Please "
            "either set `strict=False` or `vectorize=False`."
        )


def jacobian(func, inputs, create_graph=False, strict=False, vectorize=False, strategy="reverse-mode"):
    """How each output changes with each input: of size (*output, *input). There is one way to compute it here."""
    _check_strategy(create_graph, strict, vectorize, strategy)
    many_inputs = not isinstance(inputs, _torch.Tensor)
    with enable_grad():
        inputs = _inputs(inputs, create_graph, "jacobian")
        outputs, many_outputs = _outputs(func, inputs, "jacobian", strict)
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
    if outer_jacobian_strategy not in ("forward-mode", "reverse-mode"):
        raise AssertionError('Expected strategy to be either "forward-mode" or "reverse-mode".')
    _check_strategy(False, strict, vectorize, outer_jacobian_strategy)
    many = not isinstance(inputs, _torch.Tensor)
    _tuple(inputs, "inputs", "hessian")

    def gradient(*values):
        outputs, _ = _outputs(func, values, "hessian", strict)
        _one_number(outputs, "hessian")
        return tuple(_gradients(outputs, values, [None], True, strict))

    rows = jacobian(gradient, inputs if many else (inputs,), create_graph, strict)
    return rows if many else rows[0][0]


def _one_number(outputs, name):
    if len(outputs) != 1:
        raise RuntimeError(f"The function given to {name} should return a single Tensor")
    if outputs[0].numel() != 1:
        raise RuntimeError(f"The Tensor returned by the function given to {name} should contain a single element")


def _vectors(v, like, is_many, name, whose="user-provided function returns"):
    if v is None:
        if len(like) != 1 or like[0].numel() != 1:
            raise RuntimeError(f"The vector v can only be None if the {whose} a single Tensor with a single element.")
        return [None]
    v = _tuple(v, "v", name, "given v")
    if len(v) != len(like):
        raise RuntimeError(
            f"v is a tuple of invalid length: should be {len(like)} but got {len(v)}."
            if is_many else "The given v should contain a single Tensor."
        )
    for at, (own, wanted) in enumerate(zip(v, like)):
        if own.shape != wanted.shape:
            entry = f"Entry {at} in " if is_many else ""
            raise RuntimeError(f"{entry}v has invalid size: should be {wanted.shape} but got {own.shape}.")
    return v


def vjp(func, inputs, v=None, create_graph=False, strict=False):
    """The outputs, and v times the Jacobian."""
    many_inputs = not isinstance(inputs, _torch.Tensor)
    with enable_grad():
        inputs = _inputs(inputs, create_graph, "vjp")
        outputs, many_outputs = _outputs(func, inputs, "vjp", strict)
        found = _gradients(outputs, inputs, _vectors(v, outputs, many_outputs, "vjp"), create_graph, strict)
    return (
        _plain(_ended(outputs, create_graph), many_outputs), _plain(_ended(found, create_graph), many_inputs)
    )


def jvp(func, inputs, v=None, create_graph=False, strict=False):
    """The outputs, and the Jacobian times v: the gradient of v's product with the Jacobian by what it is multiplied by."""
    many_inputs = not isinstance(inputs, _torch.Tensor)
    with enable_grad():
        inputs = _inputs(inputs, create_graph, "jvp")
        vectors = _vectors(v, inputs, many_inputs, "jvp", "input to the user-provided function is")
        outputs, many_outputs = _outputs(func, inputs, "jvp", strict)
        weights = [_torch.zeros_like(output).requires_grad_() for output in outputs]
        rows = _gradients(outputs, inputs, weights, True, strict)
        found = _gradients(rows, weights, vectors, create_graph, False)
    return _plain(_ended(outputs, create_graph), many_outputs), _plain(_ended(found, create_graph), many_outputs)


def _curved(name):
    """`hvp` or `vhp`, which are the same, for second derivatives are symmetric."""

    def product(func, inputs, v=None, create_graph=False, strict=False):
        many = not isinstance(inputs, _torch.Tensor)
        with enable_grad():
            inputs = _inputs(inputs, create_graph, name)
            vectors = _vectors(v, inputs, many, name, "input to the user-provided function is")
            outputs, _ = _outputs(func, inputs, name, strict)
            _one_number(outputs, name)
            first = _gradients(outputs, inputs, [None], True, strict)
            found = _gradients(first, inputs, vectors, create_graph, strict)
        return _ended(outputs, create_graph)[0], _plain(_ended(found, create_graph), many)

    product.__name__ = name
    product.__doc__ = "The output of a function with one number as its result, and its second derivatives times v."
    return product


hvp, vhp = _curved("hvp"), _curved("vhp")
