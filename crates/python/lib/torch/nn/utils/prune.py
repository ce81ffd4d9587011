"""`torch.nn.utils.prune`: weights set to zero by masks, and kept there.

A pruned parameter is `NAME_orig`, its mask the buffer `NAME_mask`; before each forward pass NAME is their product. Start
reading at `_pruned`.
"""

import _torch
from torch._modes import no_grad
from torch.nn.parameter import Parameter


def _check_amount(amount, size):
    """How many are to go.

    Raises:
        ValueError, TypeError: for a share or a number that makes no sense.
    """
    if not isinstance(amount, (int, float)):
        raise TypeError(f"Invalid type for amount: {amount}. Must be int or float.")
    if (isinstance(amount, int) and amount < 0) or (isinstance(amount, float) and not 0.0 <= amount <= 1.0):
        raise ValueError(f"amount={amount} should either be a float in the range [0, 1] or a non-negative integer")
    if isinstance(amount, int) and amount > size:
        raise ValueError(f"amount={amount} should be smaller than the number of parameters to prune={size}")
    return amount if isinstance(amount, int) else round(amount * size)


class _Hook:
    """Computes the pruned parameter before each forward pass."""

    def __init__(self, name):
        self.name = name

    def __call__(self, module, inputs):
        mask = getattr(module, self.name + "_mask")
        original = getattr(module, self.name + "_orig")
        setattr(module, self.name, mask.to(original.dtype) * original)


def _pruned(module, name, next_mask, scores=None):
    """Prunes a parameter further; `next_mask(scores, mask)` says what stays of what there is."""
    original = module._parameters.get(name + "_orig")
    if original is None:
        original = module._parameters[name]
        mask = _torch.ones_like(original.detach())
        with no_grad():
            mask = next_mask(original.detach() if scores is None else scores, mask)
        delattr(module, name)
        module.register_parameter(name + "_orig", original)
        module.register_buffer(name + "_mask", mask)
        hook = _Hook(name)
        module.__dict__.setdefault("_pruning_hooks", {})[name] = hook, module.register_forward_pre_hook(hook)
    else:
        before = getattr(module, name + "_mask")
        mask = next_mask(original.detach() if scores is None else scores, before)
        setattr(module, name + "_mask", mask)
    module._pruning_hooks[name][0](module, None)
    return module


def _each_apart(choose):
    """A mask value by value: `choose` says which of those that are left are to go."""

    def next_mask(scores, mask):
        left = (mask == 1).reshape(-1).nonzero().reshape(-1)
        made = mask.clone().reshape(-1)
        made[left[choose(scores.reshape(-1)[left])]] = 0
        return made.reshape(mask.shape)

    return next_mask


def _smallest(amount):
    def choose(scores):
        count = _check_amount(amount, scores.numel())
        return _torch.topk(scores.abs(), count, largest=False)[1] if count else _torch.zeros(0, dtype=_torch.int64)

    return choose


def _random(amount):
    def choose(scores):
        count = _check_amount(amount, scores.numel())
        return _torch.topk(_torch.rand_like(scores), count)[1] if count else _torch.zeros(0, dtype=_torch.int64)

    return choose


def _whole_parts(dim, keep):
    """A mask for whole parts along a dimension: `keep` says which of those that are left stay."""

    def next_mask(scores, mask):
        others = tuple(at for at in range(mask.dim()) if at != dim % mask.dim())
        left = (mask.sum(others) > 0).nonzero().reshape(-1)
        kept = left[keep(scores.movedim(dim, 0)[left])]
        line = _torch.zeros(mask.size(dim), dtype=mask.dtype)
        line[kept] = 1
        shape = [1] * mask.dim()
        shape[dim] = -1
        return mask * line.reshape(shape)

    return next_mask


def l1_unstructured(module, name, amount, importance_scores=None):
    """Prunes the smallest values."""
    return _pruned(module, name, _each_apart(_smallest(amount)), importance_scores)


def random_unstructured(module, name, amount):
    """Prunes values by chance."""
    return _pruned(module, name, _each_apart(_random(amount)))


def ln_structured(module, name, amount, n, dim, importance_scores=None):
    """Prunes the parts along a dimension with the smallest norms."""

    def keep(parts):
        count = parts.size(0) - _check_amount(amount, parts.size(0))
        return _torch.topk(_torch.norm(parts.flatten(1), float(n), 1), count)[1]

    return _pruned(module, name, _whole_parts(dim, keep), importance_scores)


def random_structured(module, name, amount, dim):
    """Prunes parts along a dimension by chance."""

    def keep(parts):
        chances = _torch.rand(parts.size(0))
        count = _check_amount(amount, parts.size(0))
        return (
            (chances > _torch.kthvalue(chances, count)[0]).nonzero().reshape(-1)
            if count
            else _torch.arange(parts.size(0))
        )

    return _pruned(module, name, _whole_parts(dim, keep))


def identity(module, name):
    """Prunes nothing, and makes the parameter a pruned one."""
    return _pruned(module, name, lambda scores, mask: mask.clone())


def custom_from_mask(module, name, mask):
    """Prunes by a mask."""
    return _pruned(module, name, lambda scores, before: before * mask.to(before.dtype))


class L1Unstructured:
    """The smallest values, for `global_unstructured`."""

    _choose = staticmethod(_smallest)


class RandomUnstructured:
    """Values by chance, for `global_unstructured`."""

    _choose = staticmethod(_random)


def global_unstructured(parameters, pruning_method, importance_scores=None, **kwargs):
    """Prunes the parameters of several modules as if they were one."""
    if not hasattr(pruning_method, "_choose"):
        raise TypeError(
            'Only "unstructured" PRUNING_TYPE supported for the `pruning_method`. Found method '
            f"{pruning_method} of type {getattr(pruning_method, 'PRUNING_TYPE', None)}"
        )
    scores, masks = [], []
    for module, name in parameters:
        given = (importance_scores or {}).get((module, name))
        scores.append((getattr(module, name) if given is None else given).detach().reshape(-1))
        mask = module._buffers.get(name + "_mask")
        masks.append(_torch.ones_like(scores[-1]) if mask is None else mask.reshape(-1))
    whole = _each_apart(pruning_method._choose(kwargs["amount"]))(_torch.cat(scores), _torch.cat(masks))
    start = 0
    for module, name in parameters:
        shape = getattr(module, name).shape
        count = shape.numel()
        custom_from_mask(module, name, whole[start : start + count].reshape(shape))
        start += count


def remove(module, name):
    """Makes the pruned values the parameter itself."""
    if name not in module.__dict__.get("_pruning_hooks", {}):
        raise ValueError(f"Parameter '{name}' of module {module} has to be pruned before pruning can be removed")
    hook, handle = module._pruning_hooks.pop(name)
    hook(module, None)
    value, original = getattr(module, name), getattr(module, name + "_orig")
    handle.remove()
    delattr(module, name)
    delattr(module, name + "_orig")
    delattr(module, name + "_mask")
    original.data = value.detach()
    module.register_parameter(name, original if isinstance(original, Parameter) else Parameter(original))
    return module


def is_pruned(module):
    """Whether a module, or one in it, is pruned."""
    return any(each.__dict__.get("_pruning_hooks") for each in module.modules())
