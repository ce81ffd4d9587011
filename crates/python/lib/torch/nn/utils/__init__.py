"""What training does with gradients and parameters."""

import _torch
from torch._modes import no_grad


def _with_grad(parameters):
    parameters = [parameters] if isinstance(parameters, _torch.Tensor) else list(parameters)
    return [parameter for parameter in parameters if parameter.grad is not None]


def get_total_norm(tensors, norm_type=2.0):
    """The norm of all tensors' values together."""
    tensors = list(tensors)
    if not tensors:
        return _torch.tensor(0.0)
    if norm_type == float("inf"):
        return _torch.stack([tensor.detach().abs().max() for tensor in tensors]).max()
    return _torch.norm(_torch.stack([_torch.norm(tensor.detach(), norm_type) for tensor in tensors]), norm_type)


def clip_grad_norm_(parameters, max_norm, norm_type=2.0, error_if_nonfinite=False, foreach=None):
    """Scales all gradients so that their norm together is at most max_norm; returns the norm before."""
    parameters = _with_grad(parameters)
    total = get_total_norm([parameter.grad for parameter in parameters], float(norm_type))
    if error_if_nonfinite and not _torch.isfinite(total):
        raise RuntimeError(
            f"The total norm of order {norm_type} for gradients from `parameters` is non-finite, so it cannot be clipped. "
            "To disable this error and scale the gradients by the non-finite norm anyway, set `error_if_nonfinite=False`"
        )
    with no_grad():
        scale = (max_norm / (total + 1e-6)).clamp(max=1.0)
        for parameter in parameters:
            parameter.grad.mul_(scale)
    return total


def clip_grad_value_(parameters, clip_value, foreach=None):
    """Keeps each gradient value within clip_value of 0."""
    with no_grad():
        for parameter in _with_grad(parameters):
            parameter.grad.clamp_(-clip_value, clip_value)


def parameters_to_vector(parameters):
    """All values in one vector."""
    return _torch.cat([parameter.reshape(-1) for parameter in parameters])


def vector_to_parameters(vec, parameters):
    """Writes the values of a vector over the parameters."""
    start = 0
    for parameter in parameters:
        parameter.data = vec[start : start + parameter.numel()].view(parameter.shape).data
        start += parameter.numel()
