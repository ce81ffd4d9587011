"""What all optimizers share: parameter groups, state, `zero_grad`."""

from collections import defaultdict

import _torch


class _Required:
    def __repr__(self):
        return "<required parameter>"


required = _Required()


def check(name, value, valid):
    """Refuses a setting out of range, in PyTorch's words."""
    if not valid:
        raise ValueError(f"Invalid {name}: {value}")


class Optimizer:
    """Base of all optimizers. A subclass names its settings' defaults and a `_step_group`."""

    def __init__(self, params, defaults):
        self.defaults = defaults
        self.state = defaultdict(dict)
        self.param_groups = []
        if isinstance(params, _torch.Tensor):
            raise TypeError(
                "params argument given to the optimizer should be an iterable of Tensors or dicts, but got "
                + params.type()
            )
        groups = list(params)
        if not groups:
            raise ValueError("optimizer got an empty parameter list")
        if not isinstance(groups[0], dict):
            groups = [{"params": groups}]
        for group in groups:
            self.add_param_group(group)

    def add_param_group(self, param_group):
        """Adds parameters with settings of their own."""
        if not isinstance(param_group, dict):
            raise TypeError(f"param_group must be a dict, but got {type(param_group)}")
        params = param_group["params"]
        if isinstance(params, _torch.Tensor):
            params = [params]
        elif isinstance(params, set):
            raise TypeError(
                "optimizer parameters need to be organized in ordered collections, but the ordering of tensors in "
                "sets will change between runs. Please use a list instead."
            )
        params = [param[1] if isinstance(param, tuple) else param for param in params]
        param_group["params"] = params
        self._check_parameters(params)
        for name, default in self.defaults.items():
            if default is required and name not in param_group:
                raise ValueError(f"parameter group didn't specify a value of required optimization parameter {name}")
            param_group.setdefault(name, default)
        self.param_groups.append(param_group)

    def _check_parameters(self, params):
        for param in params:
            if not isinstance(param, _torch.Tensor):
                raise TypeError("optimizer can only optimize Tensors, but one of the params is " + type(param).__name__)
            if not (self.defaults.get("differentiable") or param.is_leaf or param.retains_grad):
                raise ValueError("can't optimize a non-leaf Tensor")
        known = {id(param) for group in self.param_groups for param in group["params"]}
        if any(id(param) in known for param in params):
            raise ValueError("some parameters appear in more than one parameter group")

    def zero_grad(self, set_to_none=True):
        """Forgets the gradients, or with `set_to_none=False` fills them with zeros."""
        for group in self.param_groups:
            for param in group["params"]:
                if set_to_none:
                    param.grad = None
                elif param.grad is not None:
                    param.grad.detach_()
                    param.grad.zero_()

    def step(self, closure=None):
        """Moves the parameters. A closure is called first to compute loss and gradients; its loss is returned."""
        loss = None
        if closure is not None:
            with _torch.Mode(True, None):
                loss = closure()
        for group in self.param_groups:
            self._step_group(group)
        return loss

    def _step_group(self, group):
        raise NotImplementedError

    def state_dict(self):
        """Settings and state as plain values, with parameters numbered in order."""
        numbers = {}
        groups = []
        for group in self.param_groups:
            packed = {name: value for name, value in group.items() if name != "params"}
            for param in group["params"]:
                numbers.setdefault(id(param), len(numbers))
            packed["params"] = [numbers[id(param)] for param in group["params"]]
            groups.append(packed)
        state = {numbers.get(id(param), param): value for param, value in self.state.items()}
        return {"state": state, "param_groups": groups}

    def load_state_dict(self, state_dict):
        """Takes over what `state_dict` returned."""
        saved = state_dict["param_groups"]
        if len(saved) != len(self.param_groups):
            raise ValueError("loaded state dict has a different number of parameter groups")
        if any(len(a["params"]) != len(b["params"]) for a, b in zip(saved, self.param_groups)):
            raise ValueError(
                "loaded state dict contains a parameter group that doesn't match the size of optimizer's group"
            )
        params = {}
        for mine, theirs in zip(self.param_groups, saved):
            params.update(zip(theirs["params"], mine["params"]))
            mine.update({name: value for name, value in theirs.items() if name != "params"})
        self.state = defaultdict(dict)
        for number, state in state_dict["state"].items():
            param = params.get(number, number)
            self.state[param] = {name: _own(value, param, name) for name, value in state.items()}

    def __repr__(self):
        text = type(self).__name__ + " ("
        for index, group in enumerate(self.param_groups):
            text += f"\nParameter Group {index}\n"
            text += "".join(f"    {name}: {group[name]}\n" for name in sorted(group) if name != "params")
        return text + ")"


def _own(value, param, name):
    """A copy of a state tensor, in the parameter's dtype but for the step counter."""
    if not isinstance(value, _torch.Tensor):
        return value
    if name == "step" or not isinstance(param, _torch.Tensor):
        return value.detach().clone()
    return value.detach().to(param.dtype).clone()
