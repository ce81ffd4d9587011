"""`torch.nn.utils.prune`: weights set to zero by masks, and kept there.

A pruned parameter is `NAME_orig`, its mask the buffer `NAME_mask`; before each forward pass NAME is their product. Start
reading at `BasePruningMethod.apply`.
"""

from abc import ABC, abstractmethod

import _torch
from _scalars import FLOATS, INTS, NUMBERS
from torch._modes import no_grad
from torch.nn.parameter import Parameter


def _count_of(amount, size):
    """How many are to go.

    Raises:
        ValueError, TypeError: for a share or a number that makes no sense.
    """
    _check_amount(amount)
    if isinstance(amount, INTS) and amount > size:
        raise ValueError(f"amount={amount} should be smaller than the number of parameters to prune={size}")
    return amount if isinstance(amount, INTS) else round(amount * size)


def _check_amount(amount):
    if not isinstance(amount, NUMBERS):
        raise TypeError(f"Invalid type for amount: {amount}. Must be int or float.")
    if (isinstance(amount, INTS) and amount < 0) or (isinstance(amount, FLOATS) and not 0.0 <= amount <= 1.0):
        raise ValueError(f"amount={amount} should either be a float in the range [0, 1] or a non-negative integer")


class BasePruningMethod(ABC):
    """A way to prune, and the hook that keeps one parameter so; a subclass says `compute_mask` and `PRUNING_TYPE`."""

    def __call__(self, module, inputs):
        setattr(module, self._tensor_name, self.apply_mask(module))

    @abstractmethod
    def compute_mask(self, t, default_mask):
        """What stays of `t`, of which `default_mask` is what has stayed so far."""

    def apply_mask(self, module):
        """The pruned parameter of a module."""
        mask = getattr(module, self._tensor_name + "_mask")
        original = getattr(module, self._tensor_name + "_orig")
        return mask.to(original.dtype) * original

    @classmethod
    def apply(cls, module, name, *args, importance_scores=None, **kwargs):
        """Prunes a parameter, further if it is pruned already; the method, or the container of all of them."""
        before = _hook_of(module, name)
        method = cls(*args, **kwargs)
        method._tensor_name = name
        if before is not None:
            number, earlier = before
            del module._forward_pre_hooks[number]
            container = earlier if isinstance(earlier, PruningContainer) else PruningContainer(earlier)
            container.add_pruning_method(method)
            method = container
        original = getattr(module, name)
        scores = original if importance_scores is None else importance_scores
        assert scores.shape == original.shape, (
            f"importance_scores should have the same shape as parameter {name} of {module}"
        )
        mask = getattr(module, name + "_mask", None)
        with no_grad():
            mask = method.compute_mask(
                scores.detach(), _torch.ones_like(original.detach()) if mask is None else mask.detach().clone()
            )
        if before is None:
            module.register_parameter(name + "_orig", original)
            del module._parameters[name]
        module.register_buffer(name + "_mask", mask)
        method(module, None)
        module.register_forward_pre_hook(method)
        return method

    def prune(self, t, default_mask=None, importance_scores=None):
        """A tensor pruned, which stays what it is."""
        scores = t if importance_scores is None else importance_scores
        assert scores.shape == t.shape, "importance_scores should have the same shape as tensor t"
        mask = _torch.ones_like(t) if default_mask is None else default_mask
        return t * self.compute_mask(scores, default_mask=mask)

    def remove(self, module):
        """Makes the pruned values the parameter itself."""
        name = self._tensor_name
        value = self.apply_mask(module)
        if hasattr(module, name):
            delattr(module, name)
        original = module._parameters.pop(name + "_orig")
        original.data = value.detach()
        del module._buffers[name + "_mask"]
        setattr(module, name, original if isinstance(original, Parameter) else Parameter(original))


def _hook_of(module, name):
    """The number and the hook by which a parameter is pruned; None if it is not."""
    for number, hook in module._forward_pre_hooks.items():
        if isinstance(hook, BasePruningMethod) and hook._tensor_name == name:
            return number, hook
    return None


class PruningContainer(BasePruningMethod):
    """Several ways in a row, each of which prunes what the ones before left."""

    def __init__(self, *args):
        self._pruning_methods = ()
        if len(args) == 1 and isinstance(args[0], BasePruningMethod):
            self._tensor_name = args[0]._tensor_name
            self.add_pruning_method(args[0])
        elif args:
            self._tensor_name = args[0]._tensor_name
            for method in args:
                self.add_pruning_method(method)

    def add_pruning_method(self, method):
        """Adds a way to prune the same parameter."""
        if not isinstance(method, BasePruningMethod) and method is not None:
            raise TypeError(f"{type(method)} is not a BasePruningMethod subclass")
        if method is not None and self._tensor_name != method._tensor_name:
            raise ValueError(
                "Can only add pruning methods acting on the parameter named "
                f"'{self._tensor_name}' to PruningContainer {self}. Found '{method._tensor_name}'"
            )
        self._pruning_methods += (method,)

    def __len__(self):
        return len(self._pruning_methods)

    def __iter__(self):
        return iter(self._pruning_methods)

    def __getitem__(self, at):
        return self._pruning_methods[at]

    def compute_mask(self, t, default_mask):
        """What the last way leaves of what is left."""
        method = self._pruning_methods[-1]
        kind = getattr(method, "PRUNING_TYPE", None)
        mask = default_mask.to(t.dtype)
        if kind == "unstructured":
            left = mask == 1
        elif kind == "structured":
            dim = method.dim + t.dim() if method.dim < 0 else method.dim
            others = [at for at in range(t.dim()) if at != dim]
            left = (slice(None),) * dim + (mask.sum(others) != 0,)
        elif kind == "global":
            left = (slice(None),) * t.dim()
        else:
            raise ValueError(f"Unrecognized PRUNING_TYPE {kind}")
        made = mask.clone()
        made[left] = method.compute_mask(t[left], default_mask=mask[left]).to(mask.dtype)
        return made


class Identity(BasePruningMethod):
    """Prunes nothing, and makes the parameter a pruned one."""

    PRUNING_TYPE = "unstructured"

    def compute_mask(self, t, default_mask):
        return default_mask


class _OfAnAmount(BasePruningMethod):
    """Prunes value by value: `_chosen` says which of them are to go."""

    PRUNING_TYPE = "unstructured"

    def __init__(self, amount):
        _check_amount(amount)
        self.amount = amount

    def compute_mask(self, t, default_mask):
        count = _count_of(self.amount, t.nelement())
        mask = default_mask.clone()
        if count:
            mask.view(-1)[self._chosen(t.reshape(-1), count)] = 0
        return mask


class RandomUnstructured(_OfAnAmount):
    """Prunes values by chance."""

    def _chosen(self, values, count):
        return _torch.topk(_torch.rand_like(values), count)[1]


class L1Unstructured(_OfAnAmount):
    """Prunes the smallest values."""

    def _chosen(self, values, count):
        return _torch.topk(values.abs(), count, largest=False)[1]


class _WholeParts(BasePruningMethod):
    """Prunes whole parts along a dimension: `_kept` says which of them stay."""

    PRUNING_TYPE = "structured"

    def compute_mask(self, t, default_mask):
        if t.dim() <= 1:
            raise ValueError(
                f"Structured pruning can only be applied to multidimensional tensors. Found tensor of shape {t.shape} with "
                f"{t.dim()} dims"
            )
        if not -t.dim() <= self.dim < t.dim():
            raise IndexError(f"Invalid index {self.dim} for tensor of size {t.shape}")
        size = t.shape[self.dim]
        count = _count_of(self.amount, size)
        if count == 0:
            return default_mask
        line = _torch.zeros(size, dtype=default_mask.dtype)
        line[self._kept(t.movedim(self.dim, 0), count)] = 1
        shape = [1] * t.dim()
        shape[self.dim] = -1
        return default_mask * line.reshape(shape)


class RandomStructured(_WholeParts):
    """Prunes parts by chance."""

    def __init__(self, amount, dim=-1):
        _check_amount(amount)
        self.amount, self.dim = amount, dim

    def _kept(self, parts, count):
        chances = _torch.rand(parts.size(0))
        return chances > _torch.kthvalue(chances, count)[0]


class LnStructured(_WholeParts):
    """Prunes the parts with the smallest norms."""

    def __init__(self, amount, n, dim=-1):
        _check_amount(amount)
        self.amount, self.n, self.dim = amount, n, dim

    def _kept(self, parts, count):
        norms = _torch.norm(parts.flatten(1), float(self.n), 1)
        return _torch.topk(norms, parts.size(0) - count)[1]


class CustomFromMask(BasePruningMethod):
    """Prunes by a mask."""

    PRUNING_TYPE = "global"

    def __init__(self, mask):
        self.mask = mask

    def compute_mask(self, t, default_mask):
        assert default_mask.shape == self.mask.shape, (
            f"default_mask shape {default_mask.shape} must match self.mask shape {self.mask.shape}"
        )
        return default_mask * self.mask.to(default_mask.dtype)


def identity(module, name):
    """Makes a parameter a pruned one, of which all stays."""
    Identity.apply(module, name)
    return module


def random_unstructured(module, name, amount):
    """Prunes values by chance."""
    RandomUnstructured.apply(module, name, amount)
    return module


def l1_unstructured(module, name, amount, importance_scores=None):
    """Prunes the smallest values."""
    L1Unstructured.apply(module, name, amount=amount, importance_scores=importance_scores)
    return module


def random_structured(module, name, amount, dim):
    """Prunes parts along a dimension by chance."""
    RandomStructured.apply(module, name, amount, dim)
    return module


def ln_structured(module, name, amount, n, dim, importance_scores=None):
    """Prunes the parts along a dimension with the smallest norms."""
    LnStructured.apply(module, name, amount, n, dim, importance_scores=importance_scores)
    return module


def custom_from_mask(module, name, mask):
    """Prunes by a mask."""
    CustomFromMask.apply(module, name, mask)
    return module


def global_unstructured(parameters, pruning_method, importance_scores=None, **kwargs):
    """Prunes the parameters of several modules as if they were one."""
    if not hasattr(parameters, "__iter__"):
        raise TypeError("global_unstructured(): parameters is not an Iterable")
    method = PruningContainer()
    method._tensor_name = "temp"
    one = pruning_method(**kwargs)
    one._tensor_name = "temp"
    if one.PRUNING_TYPE != "unstructured":
        raise TypeError(
            'Only "unstructured" PRUNING_TYPE supported for the `pruning_method`. Found method '
            f"{pruning_method} of type {one.PRUNING_TYPE}"
        )
    method.add_pruning_method(one)
    scores, masks = [], []
    for module, name in parameters:
        given = (importance_scores or {}).get((module, name))
        scores.append((getattr(module, name) if given is None else given).detach().reshape(-1))
        masks.append(getattr(module, name + "_mask", _torch.ones_like(getattr(module, name).detach())).reshape(-1))
    whole = method.compute_mask(_torch.cat(scores), _torch.cat(masks))
    start = 0
    for module, name in parameters:
        shape = getattr(module, name).shape
        custom_from_mask(module, name, whole[start : start + shape.numel()].reshape(shape))
        start += shape.numel()


def remove(module, name):
    """Makes the pruned values the parameter itself."""
    found = _hook_of(module, name)
    if found is None:
        raise ValueError(f"Parameter '{name}' of module {module} has to be pruned before pruning can be removed")
    number, hook = found
    hook.remove(module)
    del module._forward_pre_hooks[number]
    return module


def is_pruned(module):
    """Whether a module, or one in it, is pruned."""
    return any(
        isinstance(hook, BasePruningMethod) for each in module.modules() for hook in each._forward_pre_hooks.values()
    )
