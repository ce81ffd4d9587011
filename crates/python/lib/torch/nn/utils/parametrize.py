"""`torch.nn.utils.parametrize`: a parameter of a module as what functions make of another.

Not the functions themselves; some are `parametrizations`'. Start reading at `register_parametrization`.
"""

import _torch
from torch._modes import no_grad
from torch.nn.modules.container import ModuleDict, ModuleList
from torch.nn.modules.module import Module
from torch.nn.parameter import Parameter
from torch.nn.utils._fitting import check_list, check_next, check_original


class ParametrizationList(ModuleList):
    """The functions of one parameter, one after the other, and what they start from: `original`, or several."""

    def __init__(self, modules, original):
        super().__init__(modules)
        value = original
        with no_grad():
            for module in reversed(list(self)):
                if hasattr(module, "right_inverse"):
                    value = module.right_inverse(value)
        check_original(value, original)
        self.is_tensor = isinstance(value, _torch.Tensor)
        if self.is_tensor:
            original.data = value.detach() if value is not original else original.data
            self._keep("original", original, original)
            return
        self.ntensors = len(value)
        for at, part in enumerate(value):
            self._keep(f"original{at}", part.detach().clone(), original)

    def _keep(self, name, value, original):
        """As a parameter or a buffer, which of them the tensor was."""
        if not isinstance(original, Parameter):
            self.register_buffer(name, value)
            return
        is_one = isinstance(value, Parameter)
        self.register_parameter(name, value if is_one else Parameter(value, original.requires_grad))

    def _originals(self):
        if self.is_tensor:
            return (self.original,)
        return tuple(getattr(self, f"original{at}") for at in range(self.ntensors))

    def forward(self):
        first, *others = self
        value = first(*self._originals())
        for module in others:
            value = module(value)
        return value


class _Computed:
    """How many `cached()` there are around what runs, and what was computed within, by module and name."""

    depth, values = 0, {}


def _property(name):
    def get(self):
        if not _Computed.depth:
            return self.parametrizations[name]()
        key = (id(self), name)
        if key not in _Computed.values:
            # The module is kept, so that its id stays its own.
            _Computed.values[key] = self, self.parametrizations[name]()
        return _Computed.values[key][1]

    def put(self, value):
        parts = self.parametrizations[name]
        with no_grad():
            for module in reversed(list(parts)):
                if not hasattr(module, "right_inverse"):
                    raise RuntimeError(
                        f"parametrization {type(module).__name__} does not implement right_inverse."
                    )
                value = module.right_inverse(value)
            values = (value,) if parts.is_tensor else value
            for original, each in zip(parts._originals(), values):
                original.copy_(each)

    return property(get, put)


def register_parametrization(module, tensor_name, parametrization, *, unsafe=False):
    """Makes a parameter what a module computes from it."""
    if is_parametrized(module, tensor_name):
        if not unsafe:
            check_next(module, tensor_name, parametrization)
        module.parametrizations[tensor_name].append(parametrization)
        return module
    is_buffer = tensor_name in module._buffers
    original = (module._buffers if is_buffer else module._parameters).get(tensor_name)
    if original is None:
        raise ValueError(
            f"Module '{module}' does not have a parameter, a buffer, or a parametrized element with name '{tensor_name}'"
        )
    before = original.detach()
    parts = ParametrizationList([parametrization], original)
    if not unsafe:
        check_list(parts, before)
    if not is_parametrized(module):
        kind = type(module)
        module.__class__ = type(f"Parametrized{kind.__name__}", (kind,), {"__module__": __name__, "_plain": kind})
        module.parametrizations = ModuleDict()
    delattr(module, tensor_name)
    module.parametrizations[tensor_name] = parts
    setattr(type(module), tensor_name, _property(tensor_name))
    return module


def is_parametrized(module, tensor_name=None):
    """Whether a module, or one of its parameters, is computed from another."""
    parts = module._modules.get("parametrizations")
    if parts is None or not hasattr(type(module), "_plain"):
        return False
    return len(parts) > 0 if tensor_name is None else tensor_name in parts


def remove_parametrizations(module, tensor_name, leave_parametrized=True):
    """Makes what was computed a parameter again; or, if so wanted, what it was computed from."""
    if not is_parametrized(module, tensor_name):
        raise ValueError(f"Module {module} does not have a parametrization on {tensor_name}")
    parts = module.parametrizations[tensor_name]
    if leave_parametrized:
        with no_grad():
            value = parts()
        kept = parts.original if parts.is_tensor else Parameter(value)
        kept.data = value.detach().clone()
    elif parts.is_tensor:
        kept = parts.original
    else:
        raise ValueError(
            "Cannot leave unparametrized (`leave_parametrized=False`) a tensor that is parametrized in terms of a sequence of tensors."
        )
    delattr(type(module), tensor_name)
    del module.parametrizations[tensor_name]
    if isinstance(kept, Parameter):
        module.register_parameter(tensor_name, kept)
    else:
        module.register_buffer(tensor_name, kept)
    if not len(module.parametrizations):
        del module.parametrizations
        module.__class__ = type(module)._plain
    return module


class cached:
    """Within it each parametrized tensor is computed once."""

    def __enter__(self):
        _Computed.depth += 1

    def __exit__(self, *error):
        _Computed.depth -= 1
        if not _Computed.depth:
            _Computed.values.clear()


__all__ = [
    "Module",
    "ParametrizationList",
    "cached",
    "is_parametrized",
    "register_parametrization",
    "remove_parametrizations",
]
