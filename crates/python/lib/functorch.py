"""`functorch`: what `torch.func` was before it came into torch, and modules as functions of their parameters.

What it is not: compilers (`functorch.compile`) or tracing. Start reading at `make_functional`.
"""

import copy

import torch
from torch.func import functional_call, grad, grad_and_value, hessian, jacfwd, jacrev, jvp, vjp, vmap

__version__ = torch.__version__
__all__ = [
    "combine_state_for_ensemble",
    "FunctionalModule",
    "FunctionalModuleWithBuffers",
    "grad",
    "grad_and_value",
    "hessian",
    "jacfwd",
    "jacrev",
    "jvp",
    "make_functional",
    "make_functional_with_buffers",
    "vjp",
    "vmap",
]


class FunctionalModule(torch.nn.Module):
    """A module without parameters of its own: they are its first argument."""

    def __init__(self, stateless_model, param_names):
        super().__init__()
        self.stateless_model, self._names = stateless_model, param_names

    def forward(self, params, *args, **kwargs):
        return functional_call(self.stateless_model, dict(zip(self._names, params)), args, kwargs)


class FunctionalModuleWithBuffers(torch.nn.Module):
    """A module without parameters and buffers of its own: they are its first two arguments."""

    def __init__(self, stateless_model, param_names, buffer_names):
        super().__init__()
        self.stateless_model, self._names, self._buffer_names = stateless_model, param_names, buffer_names

    def forward(self, params, buffers, *args, **kwargs):
        own = dict(zip(self._names, params)), dict(zip(self._buffer_names, buffers))
        return functional_call(self.stateless_model, own, args, kwargs)


def make_functional(model, disable_autograd_tracking=False):
    """A function of a module's parameters, and these."""
    if any(True for _ in model.buffers()):
        raise RuntimeError(
            "make_functional(model): `model` has buffers. Please use make_functional_with_buffers(model) instead."
        )
    values = dict(model.named_parameters())
    made = FunctionalModule(copy.deepcopy(model), list(values))
    return made, _own(values.values(), disable_autograd_tracking)


def make_functional_with_buffers(model, disable_autograd_tracking=False):
    """A function of a module's parameters and buffers, and these."""
    values, buffers = dict(model.named_parameters()), dict(model.named_buffers())
    made = FunctionalModuleWithBuffers(copy.deepcopy(model), list(values), list(buffers))
    return made, _own(values.values(), disable_autograd_tracking), tuple(buffer.clone() for buffer in buffers.values())


def _own(values, disable_autograd_tracking):
    return tuple(
        torch.nn.Parameter(value.detach().clone(), value.requires_grad and not disable_autograd_tracking) for value in values
    )


def combine_state_for_ensemble(models):
    """A function of the parameters and buffers of several modules of one kind, stacked, and these."""
    if not models:
        raise RuntimeError("combine_state_for_ensemble: Expected at least one model, got 0.")
    if not (all(model.training for model in models) or all(not model.training for model in models)):
        raise RuntimeError("combine_state_for_ensemble: Expected all models to have the same training/eval mode.")
    if any(type(model) is not type(models[0]) for model in models):
        raise RuntimeError("combine_state_for_ensemble: Expected all models to be of the same class.")
    made, values, buffers = zip(*map(make_functional_with_buffers, models))
    stacked = tuple(torch.stack(each).detach().requires_grad_() for each in zip(*values))
    return made[0], stacked, tuple(torch.stack(each) for each in zip(*buffers))
