"""The former `weight_norm` and `spectral_norm`: weights computed before each forward pass, by a hook.

The newer ones are `parametrizations`'. Start reading at `_Former`.
"""

import warnings

from torch._modes import no_grad
from torch.nn.parameter import Parameter
from torch.nn.utils.parametrizations import _SpectralNorm, norm_except


class _Former:
    """A hook that computes a weight; `put` makes it a parameter again."""

    def __init__(self, module, name):
        self.name = name
        self.handle = module.register_forward_pre_hook(self)
        module.__dict__.setdefault("_former_norms", {})[name] = self

    def __call__(self, module, inputs):
        setattr(module, self.name, self.compute(module))

    def put(self, module):
        with no_grad():
            value = self.compute(module).detach().clone()
        self.handle.remove()
        for name in self.parts:
            delattr(module, name)
        delattr(module, self.name)
        module.register_parameter(self.name, Parameter(value))


class _ByLength(_Former):
    def __init__(self, module, name, dim):
        weight = getattr(module, name)
        self.dim, self.parts = dim, (name + "_g", name + "_v")
        delattr(module, name)
        module.register_parameter(self.parts[0], Parameter(norm_except(weight.detach(), dim)))
        module.register_parameter(self.parts[1], Parameter(weight.detach().clone()))
        super().__init__(module, name)
        self(module, None)

    def compute(self, module):
        g, v = (getattr(module, part) for part in self.parts)
        return v * (g / norm_except(v, self.dim))


class _BySize(_Former):
    def __init__(self, module, name, n_power_iterations, eps, dim):
        weight = getattr(module, name)
        self.norm = _SpectralNorm(weight.detach(), n_power_iterations, dim, eps)
        self.parts = (name + "_orig", name + "_u", name + "_v")
        delattr(module, name)
        module.register_parameter(self.parts[0], weight)
        for part, buffer in zip(self.parts[1:], (self.norm._u, self.norm._v)):
            module.register_buffer(part, buffer)
        super().__init__(module, name)
        setattr(module, name, weight.data)

    def compute(self, module):
        self.norm.training = module.training
        return self.norm(getattr(module, self.parts[0]))


def weight_norm(module, name="weight", dim=0):
    """A weight as its lengths times its directions."""
    warnings.warn(
        "`torch.nn.utils.weight_norm` is deprecated in favor of `torch.nn.utils.parametrizations.weight_norm`.",
        FutureWarning,
        stacklevel=2,
    )
    _ByLength(module, name, dim)
    return module


def spectral_norm(module, name="weight", n_power_iterations=1, eps=1e-12, dim=None):
    """A weight divided by its largest singular value."""
    dim = (1 if type(module).__name__.startswith("ConvTranspose") else 0) if dim is None else dim
    _BySize(module, name, n_power_iterations, eps, dim)
    return module


def _removed(kind, title):
    def remove(module, name="weight"):
        found = module.__dict__.get("_former_norms", {}).get(name)
        if not isinstance(found, kind):
            raise ValueError(f"{title} of '{name}' not found in {module}")
        found.put(module)
        del module._former_norms[name]
        return module

    return remove


remove_weight_norm, remove_spectral_norm = _removed(_ByLength, "weight_norm"), _removed(_BySize, "spectral_norm")
