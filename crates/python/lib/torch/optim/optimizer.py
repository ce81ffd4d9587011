"""What all optimizers share: parameter groups, their settings and state."""

from _collections import defaultdict

import _torch
from _torch import Tensor, zeros_like
from torch._modes import enable_grad, no_grad


class _Required:
    def __repr__(self):
        return "<required parameter>"


required = _Required()
_UNORDERED = (
    "optimizer parameters need to be organized in ordered collections, but the ordering of tensors in sets will change "
    "between runs. Please use a list instead."
)


class Optimizer:
    """Subclasses define `_update(group)`, or a `step` of their own."""

    def __init__(self, params, defaults):
        if isinstance(params, Tensor):
            raise TypeError(
                "params argument given to the optimizer should be an iterable of Tensors or dicts, but got "
                + params.type()
            )
        if defaults.get("foreach") and defaults.get("fused"):
            raise RuntimeError("`fused` and `foreach` cannot be `True` together.")
        if defaults.get("differentiable"):
            raise NotImplementedError(f"{type(self).__name__}: differentiable=True is not built into this torch")
        self.defaults = defaults
        self.state = defaultdict(dict)
        self.param_groups = []
        if isinstance(params, set):
            import warnings

            warnings.warn(_UNORDERED + " This will be an error in a future release.", FutureWarning, stacklevel=3)
        groups = list(params)
        if not groups:
            raise ValueError("optimizer got an empty parameter list")
        if not isinstance(groups[0], dict):
            groups = [{"params": groups}]
        for group in groups:
            self.add_param_group(dict(group))

    def add_param_group(self, param_group):
        """Adds parameters with settings of their own."""
        if not isinstance(param_group, dict):
            raise TypeError(f"param_group must be a dict, but got {type(param_group)}")
        params = param_group["params"]
        if isinstance(params, Tensor):
            params = [params]
        elif isinstance(params, set):
            raise TypeError(_UNORDERED)
        names = None
        params = list(params)
        if len({id(each) for each in params}) != len(params):
            _torch._warn(
                "optimizer contains a parameter group with duplicate parameters; in future, this will cause an error; see "
                "github.com/pytorch/pytorch/issues/40967 for more information"
            )
        if params and isinstance(params[0], tuple):
            names = [name for name, _ in params]
            params = [parameter for _, parameter in params]
        for parameter in params:
            if not isinstance(parameter, Tensor):
                kind = type(parameter)
                name = kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
                raise TypeError(f"optimizer can only optimize Tensors, but one of the params is {name}")
            if parameter.is_complex():
                raise NotImplementedError(
                    "optimizers of complex tensors are not built into this torch; optimise the parts of torch.complex(re, im)"
                )
            if not (parameter.is_leaf or parameter.retains_grad):
                raise ValueError("can't optimize a non-leaf Tensor")
        param_group["params"] = params
        if names is not None:
            param_group["param_names"] = names
        for name, default in self.defaults.items():
            param_group.setdefault(name, default)
        known = {id(parameter) for group in self.param_groups for parameter in group["params"]}
        if any(id(parameter) in known for parameter in params):
            raise ValueError("some parameters appear in more than one parameter group")
        self.param_groups.append(param_group)

    def step(self, closure=None):
        """Changes all parameters that have a gradient; a closure computes the loss first."""
        loss = None
        if closure is not None:
            with enable_grad():
                loss = closure()
        for group in self.param_groups:
            self._update(group)
        return loss

    def _update(self, group):
        raise NotImplementedError

    def register_step_pre_hook(self, hook):
        """Has `hook(optimizer, args, kwargs)` called before each step; it may return other arguments."""
        from torch.optim import _hooks

        return _hooks.register_of_step(self, "_optimizer_step_pre_hooks", hook)

    def register_step_post_hook(self, hook):
        """Has `hook(optimizer, args, kwargs)` called after each step."""
        from torch.optim import _hooks

        return _hooks.register_of_step(self, "_optimizer_step_post_hooks", hook)

    def register_state_dict_pre_hook(self, hook, prepend=False):
        """Has `hook(optimizer)` called before each state_dict."""
        return self._register_of_state("state_dict_pre", hook, prepend)

    def register_state_dict_post_hook(self, hook, prepend=False):
        """Has `hook(optimizer, state_dict)` called after each state_dict; what it returns takes the dict's place."""
        return self._register_of_state("state_dict_post", hook, prepend)

    def register_load_state_dict_pre_hook(self, hook, prepend=False):
        """Has `hook(optimizer, state_dict)` called before each load_state_dict; what it returns takes the dict's place."""
        return self._register_of_state("load_state_dict_pre", hook, prepend)

    def register_load_state_dict_post_hook(self, hook, prepend=False):
        """Has `hook(optimizer)` called after each load_state_dict."""
        return self._register_of_state("load_state_dict_post", hook, prepend)

    def _register_of_state(self, when, hook, prepend):
        from torch.optim import _hooks

        return _hooks.register_of_state(self, when, hook, prepend)

    def zero_grad(self, set_to_none=True):
        """Forgets the gradients, so that the next backward pass starts anew."""
        for group in self.param_groups:
            if set_to_none:
                _torch._forget_gradients(group["params"])
                continue
            for parameter in group["params"]:
                if parameter.grad is not None:
                    if parameter.grad.grad_fn is not None:
                        parameter.grad.detach_()
                    parameter.grad.zero_()

    def state_dict(self):
        """Settings and state, with parameters numbered: what to save."""
        numbers = {}
        for group in self.param_groups:
            for parameter in group["params"]:
                numbers.setdefault(id(parameter), len(numbers))
        groups = []
        for group in self.param_groups:
            saved = {name: value for name, value in group.items() if name != "params"}
            saved["params"] = [numbers[id(parameter)] for parameter in group["params"]]
            groups.append(saved)
        state = {
            numbers[id(key)] if isinstance(key, Tensor) else key: value for key, value in self.state.items() if value
        }
        return {"state": state, "param_groups": groups}

    def load_state_dict(self, state_dict):
        """Takes up what state_dict gave."""
        saved = state_dict["param_groups"]
        if len(saved) != len(self.param_groups):
            raise ValueError("loaded state dict has a different number of parameter groups")
        if any(len(a["params"]) != len(b["params"]) for a, b in zip(self.param_groups, saved)):
            raise ValueError("loaded state dict contains a parameter group that doesn't match the size of optimizer's group")
        parameters = {}
        for group, other in zip(self.param_groups, saved):
            parameters.update(zip(other["params"], group["params"]))
            group.update({name: value for name, value in other.items() if name != "params"})
        self.state = defaultdict(dict)
        for number, slots in state_dict["state"].items():
            key = parameters.get(number, number)
            self.state[key] = {name: _adopted(value, key) for name, value in slots.items()}

    def __repr__(self):
        lines = [f"{type(self).__name__} ("]
        for index, group in enumerate(self.param_groups):
            if index:
                lines.append("")
            lines.append(f"Parameter Group {index}")
            lines.extend(f"    {name}: {group[name]}" for name in sorted(group) if name != "params")
        return "\n".join(lines) + "\n)"


def _adopted(value, parameter):
    """A copy of a value of the state, where its parameter is; numbers, as the count of steps, stay on the CPU."""
    if not isinstance(value, Tensor):
        return value
    on_parameter = value.dim() > 0 and isinstance(parameter, Tensor)
    return value.to(parameter.device, copy=True) if on_parameter else value.clone()


def check_one_element(lr):
    """Refuses a tensor of several learning rates."""
    if isinstance(lr, Tensor) and lr.numel() != 1:
        raise ValueError("Tensor lr must be 1-element")


def check_lr(lr):
    check_one_element(lr)
    if not 0.0 <= lr:
        raise ValueError(f"Invalid learning rate: {lr}")


def check_at_least_zero(name, value):
    if value < 0.0:
        raise ValueError(f"Invalid {name} value: {value}")


def check_betas(betas):
    for index in (0, 1):
        if not 0.0 <= betas[index] < 1.0:
            raise ValueError(f"Invalid beta parameter at index {index}: {betas[index]}")
