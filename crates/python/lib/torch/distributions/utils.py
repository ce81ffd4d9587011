"""`torch.distributions.utils`: parameters of one shape, chances and their logits, and attributes found once.

Start reading anywhere: each stands alone.
"""

import _torch
from _scalars import NUMBERS
from torch._modes import enable_grad


def broadcast_all(*values):
    """Numbers and tensors as tensors of one shape."""
    if not all(isinstance(value, (_torch.Tensor, NUMBERS)) or hasattr(value, "__float__") for value in values):
        raise ValueError(
            "Input arguments must all be instances of Number, torch.Tensor or objects implementing __torch_function__."
        )
    given = next((value for value in values if isinstance(value, _torch.Tensor)), None)
    kind = _torch.get_default_dtype() if given is None or not given.is_floating_point() else given.dtype
    tensors = [
        value if isinstance(value, _torch.Tensor) else _torch.tensor(float(value), dtype=kind) for value in values
    ]
    wide = _torch.broadcast_tensors(*tensors) if len(tensors) > 1 else tensors
    # What has the shape is kept as it is: a leaf stays one.
    return tuple(own if own.shape == each.shape else each for own, each in zip(tensors, wide))


class lazy_property:
    """What is found when it is asked for first, and kept."""

    def __init__(self, wrapped):
        self.wrapped, self.__doc__ = wrapped, wrapped.__doc__

    def __set_name__(self, owner, name):
        self._name = name

    def __get__(self, instance, obj_type=None):
        if instance is None:
            return self
        # Draws ask for it too, which need no gradient; others will.
        with enable_grad():
            value = instance.__dict__[self._name] = self.wrapped(instance)
        return value


def clamp_probs(probs):
    """Chances that are neither 0 nor 1."""
    eps = _torch._dtype_limits(probs.dtype)["eps"]
    return probs.clamp(eps, 1 - eps)


def logits_to_probs(logits, is_binary=False):
    """Chances of logits."""
    return logits.sigmoid() if is_binary else logits.softmax(-1)


def probs_to_logits(probs, is_binary=False):
    """Logits of chances."""
    bounded = clamp_probs(probs)
    return bounded.log() - (-bounded).log1p() if is_binary else bounded.log()
