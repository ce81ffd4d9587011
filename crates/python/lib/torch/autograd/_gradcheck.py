"""`gradcheck`: gradients against central differences."""

import warnings

import _torch
from torch._modes import enable_grad, no_grad
from torch.autograd._passes import grad


class GradcheckError(RuntimeError):
    """Gradients that are not the slopes."""


def gradcheck(func, inputs, *, eps=1e-6, atol=1e-5, rtol=1e-3, raise_exception=True, nondet_tol=0.0,
              check_undefined_grad=True, check_grad_dtypes=False, check_batched_grad=False,
              check_batched_forward_grad=False, check_forward_ad=False, check_backward_ad=True, fast_mode=False,
              masked=None):
    """Whether the gradients of func by its inputs that require one are its slopes; an error if they are not."""
    for name, given in (
        ("check_batched_grad", check_batched_grad), ("check_batched_forward_grad", check_batched_forward_grad),
        ("check_forward_ad", check_forward_ad), ("masked", masked),
    ):
        if given:
            raise NotImplementedError(f"gradcheck: {name} is not built into this torch")
    inputs = (inputs,) if isinstance(inputs, _torch.Tensor) else tuple(inputs)
    try:
        _check(func, inputs, eps, atol, rtol)
    except GradcheckError:
        if raise_exception:
            raise
        return False
    return True


def _results(func, inputs):
    outputs = func(*inputs)
    outputs = (outputs,) if isinstance(outputs, _torch.Tensor) else tuple(outputs)
    return [output for output in outputs if isinstance(output, _torch.Tensor) and output.is_floating_point()]


def _check(func, inputs, eps, atol, rtol):
    chosen = [at for at, each in enumerate(inputs) if isinstance(each, _torch.Tensor) and each.requires_grad]
    if not chosen:
        raise ValueError(
            "gradcheck expects at least one input tensor to require gradient, but none of them have requires_grad=True."
        )
    for at in chosen:
        if inputs[at].dtype is not _torch.float64:
            warnings.warn(
                f"Input #{at} requires gradient and is not a double precision floating point or complex. This check will "
                "likely fail if all the inputs are not of double precision floating point or complex. "
            )
    outputs = _results(func, inputs)
    for number, output in enumerate(outputs):
        flat = output.reshape(-1)
        rows = [
            grad(value, [inputs[at] for at in chosen], retain_graph=True, allow_unused=True) if value.requires_grad else None
            for value in flat
        ]
        for nth, at in enumerate(chosen):
            missing = _torch.zeros_like(inputs[at])
            columns = [missing if row is None or row[nth] is None else row[nth] for row in rows]
            analytical = _torch.stack([column.reshape(-1) for column in columns], 1)
            numerical = _slopes(func, inputs, at, number, eps)
            if not _torch.allclose(numerical, analytical, rtol, atol):
                raise GradcheckError(
                    f"Jacobian mismatch for output {number} with respect to input {nth},\n"
                    f"numerical:{numerical}\nanalytical:{analytical}\n"
                )


def _slopes(func, inputs, at, number, eps):
    """How the output of that number changes with each value of the input `at`: a row each."""
    rows = []
    with no_grad():
        for place in range(inputs[at].numel()):
            ends = []
            for shift in (-eps, eps):
                moved = inputs[at].detach().clone()
                moved.view(-1)[place] += shift
                moved.requires_grad_(True)
                shifted = (*inputs[:at], moved, *inputs[at + 1 :])
                ends.append(_results(func, shifted)[number].detach().reshape(-1))
            rows.append((ends[1] - ends[0]) / (2 * eps))
    return _torch.stack(rows)


def gradgradcheck(func, inputs, grad_outputs=None, *, eps=1e-6, atol=1e-5, rtol=1e-3, raise_exception=True, **options):
    """As gradcheck, of the gradients of func."""
    inputs = (inputs,) if isinstance(inputs, _torch.Tensor) else tuple(inputs)
    outputs = _results(func, inputs)
    if grad_outputs is None:
        grad_outputs = [_torch.rand_like(output) for output in outputs]
    grad_outputs = [each.detach().clone().requires_grad_() for each in grad_outputs]
    count = len(inputs)

    def gradients(*values):
        leaves = [value for value in values[:count] if isinstance(value, _torch.Tensor) and value.requires_grad]
        with enable_grad():
            outputs = _results(func, values[:count])
            found = grad(outputs, leaves, values[count:], create_graph=True, allow_unused=True)
        return tuple(each for each in found if each is not None)

    return gradcheck(
        gradients, (*inputs, *grad_outputs), eps=eps, atol=atol, rtol=rtol, raise_exception=raise_exception, **options
    )
