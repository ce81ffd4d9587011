"""Helpers for all parameters at once: clipping gradients, parameters as one vector."""

import _torch
from torch._modes import no_grad


def _with_grads(parameters):
    parameters = [parameters] if isinstance(parameters, _torch.Tensor) else list(parameters)
    return [parameter for parameter in parameters if parameter.grad is not None]


def get_total_norm(tensors, norm_type=2.0, error_if_nonfinite=False):
    """The norm of all tensors as one vector."""
    norms = [tensor.detach().norm(float(norm_type)) for tensor in tensors]
    if not norms:
        return _torch.tensor(0.0)
    total = _torch.stack(norms).norm(float(norm_type))
    if error_if_nonfinite and not total.isfinite():
        raise RuntimeError(
            f"The total norm of order {float(norm_type)} for gradients from `parameters` is non-finite, so it cannot "
            "be clipped. To disable this error and scale the gradients by the non-finite norm anyway, set "
            "`error_if_nonfinite=False`"
        )
    return total


@no_grad()
def clip_grads_with_norm_(parameters, max_norm, total_norm, foreach=None):
    """Makes all gradients, which are together so long, no longer than max_norm."""
    factor = (max_norm / (total_norm + 1e-6)).clamp(max=1.0)
    for parameter in _with_grads(parameters):
        parameter.grad.mul_(factor)


@no_grad()
def clip_grad_norm_(parameters, max_norm, norm_type=2.0, error_if_nonfinite=False, foreach=None):
    """Makes all gradients together no longer than max_norm; returns how long they were."""
    clipped = _with_grads(parameters)
    total = get_total_norm([parameter.grad for parameter in clipped], norm_type, error_if_nonfinite)
    clip_grads_with_norm_(clipped, max_norm, total)
    return total


@no_grad()
def clip_grad_value_(parameters, clip_value, foreach=None):
    """Brings each element of the gradients between -clip_value and clip_value."""
    for parameter in _with_grads(parameters):
        parameter.grad.clamp_(-float(clip_value), float(clip_value))


def parameters_to_vector(parameters):
    """All parameters one after another."""
    return _torch.cat([parameter.reshape(-1) for parameter in parameters])


def vector_to_parameters(vec, parameters):
    """Cuts a vector up into the data of the parameters."""
    if not isinstance(vec, _torch.Tensor):
        raise TypeError(f"expected torch.Tensor, but got: {type(vec).__name__}")
    start = 0
    for parameter in parameters:
        end = start + parameter.numel()
        parameter.data = vec[start:end].reshape(parameter.shape).data
        start = end


def skip_init(module_cls, *args, **kwargs):
    """A module whose parameters have any values; here they are drawn, and the generator is as before."""
    if not issubclass(module_cls, _torch._Module):
        raise RuntimeError(f"Expected a Module; got {module_cls}")
    from torch.random import fork_rng

    with fork_rng():
        return module_cls(*args, **kwargs)


_MODULES = ("fusion", "parametrizations", "parametrize", "prune", "rnn", "stateless")
_FORMER = ("weight_norm", "spectral_norm", "remove_weight_norm", "remove_spectral_norm")

# With what comes later, for `from … import *`.
__all__ = [*(name for name in dir() if not name.startswith("_")), *_MODULES, *_FORMER]


def __getattr__(name):
    if name in _MODULES:
        return __import__(f"torch.nn.utils.{name}", fromlist=(name,))
    if name == "clip_grad_norm":
        from torch._former import former

        return former("torch.nn.utils", name, clip_grad_norm_)
    if name.startswith("fuse_"):
        return getattr(__import__("torch.nn.utils.fusion", fromlist=(name,)), name)
    if name in _FORMER:
        return getattr(__import__("torch.nn.utils._former", fromlist=(name,)), name)
    raise AttributeError(f"module 'torch.nn.utils' has no attribute '{name}'")


def __dir__():
    return sorted({*globals(), *_MODULES, *_FORMER, "clip_grad_norm"})
