"""Starting values of parameters. Every function writes over its tensor and returns it.

The order of random draws is PyTorch's: the same seed gives the same weights.
"""

import math

from _scalars import NUMBERS
from _torch import _warn, empty_like, stack, where
from torch._modes import no_grad


def _fans(tensor):
    if tensor.dim() < 2:
        raise ValueError("Fan in and fan out can not be computed for tensor with fewer than 2 dimensions")
    receptive = math.prod(tensor.shape[2:])
    return tensor.size(1) * receptive, tensor.size(0) * receptive


_calculate_fan_in_and_fan_out = _fans

_GAINS = {"sigmoid": 1, "tanh": 5.0 / 3, "relu": math.sqrt(2.0), "selu": 3.0 / 4}


def calculate_gain(nonlinearity, param=None):
    """By how much weights should grow to make up for a nonlinearity."""
    if nonlinearity == "linear" or nonlinearity.startswith("conv"):
        return 1
    if nonlinearity == "leaky_relu":
        if param is None:
            param = 0.01
        elif isinstance(param, bool) or not isinstance(param, NUMBERS):
            raise ValueError(f"negative_slope {param} not a valid number")
        return math.sqrt(2.0 / (1 + param**2))
    if nonlinearity not in _GAINS:
        raise ValueError(f"Unsupported nonlinearity {nonlinearity}")
    return _GAINS[nonlinearity]


@no_grad()
def uniform_(tensor, a=0.0, b=1.0, generator=None):
    """Uniform between a and b."""
    return tensor.uniform_(a, b, generator=generator)


@no_grad()
def normal_(tensor, mean=0.0, std=1.0, generator=None):
    """Normal with this mean and standard deviation."""
    return tensor.normal_(mean, std, generator=generator)


# So many rounds; what no draw has hit by then lies so close to one end that it is put there.
_ROUNDS = 20_000


@no_grad()
def trunc_normal_(tensor, mean=0.0, std=1.0, a=-2.0, b=2.0, generator=None):
    """Normal, with nothing below a or above b: what falls outside is drawn again.

    Where little of the distribution lies between a and b, candidates are drawn evenly between these and taken with
    the density's probability.
    """
    if mean < a - 2 * std or mean > b + 2 * std:
        _warn(
            "mean is more than 2 std from [a, b] in nn.init.trunc_normal_. The distribution of values may be incorrect.",
        )
    share = _below((b - mean) / std) - _below((a - mean) / std)
    return (_redrawn if share > 0.3 else _from_even)(tensor, mean, std, a, b, generator)


def _below(x):
    """The share of the standard normal distribution below x."""
    return (1.0 + math.erf(x / math.sqrt(2.0))) / 2.0


def _redrawn(tensor, mean, std, a, b, generator):
    low, high = tensor.new_tensor(a), tensor.new_tensor(b)
    tensor.normal_(mean, std, generator=generator)
    outside = (tensor < low) | (tensor > high)
    while outside.any():
        again = empty_like(tensor).normal_(mean, std, generator=generator)
        tensor.copy_(where(outside, again, tensor))
        outside = (tensor < low) | (tensor > high)
    return tensor


def _from_even(tensor, mean, std, a, b, generator):
    mode = max(a, min(mean, b))
    highest = -0.5 * ((mode - mean) / std) ** 2
    result, missing = tensor.detach().clone(), None
    for _ in range(_ROUNDS):
        drawn = empty_like(tensor).uniform_(a, b, generator=generator)
        density = -0.5 * ((drawn - mean) / std) ** 2 - highest
        refused = empty_like(tensor).uniform_(generator=generator).log() > density
        result = drawn if missing is None else where(missing, drawn, result)
        missing = refused if missing is None else missing & refused
        if not missing.any():
            break
    return tensor.copy_(where(missing, tensor.new_tensor(mode), result))


@no_grad()
def constant_(tensor, val):
    """One value everywhere."""
    return tensor.fill_(val)


def ones_(tensor):
    return constant_(tensor, 1.0)


@no_grad()
def zeros_(tensor):
    return tensor.zero_()


@no_grad()
def eye_(tensor):
    """Ones on the diagonal of a matrix, zeros elsewhere."""
    if tensor.dim() != 2:
        raise ValueError("Only tensors with 2 dimensions are supported")
    tensor.zero_()
    for at in range(min(tensor.shape)):
        tensor[at, at] = 1
    return tensor


def xavier_uniform_(tensor, gain=1.0, generator=None):
    """Glorot and Bengio 2010, uniform: keeps the variance the same forward and backward."""
    bound = math.sqrt(3.0) * _xavier_std(tensor, gain)
    return uniform_(tensor, -bound, bound, generator)


def xavier_normal_(tensor, gain=1.0, generator=None):
    """Glorot and Bengio 2010, normal."""
    return normal_(tensor, 0.0, _xavier_std(tensor, gain), generator)


def _xavier_std(tensor, gain):
    fan_in, fan_out = _fans(tensor)
    return gain * math.sqrt(2.0 / float(fan_in + fan_out))


def _kaiming_std(tensor, a, mode, nonlinearity):
    mode = mode.lower()
    if mode not in ("fan_in", "fan_out"):
        raise ValueError(f"Mode {mode} not supported, please use one of ['fan_in', 'fan_out']")
    fan_in, fan_out = _fans(tensor)
    return calculate_gain(nonlinearity, a) / math.sqrt(fan_in if mode == "fan_in" else fan_out)


def _is_empty(tensor):
    if 0 in tensor.shape:
        _warn("Initializing zero-element tensors is a no-op")
        return True
    return False


def kaiming_uniform_(tensor, a=0, mode="fan_in", nonlinearity="leaky_relu", generator=None):
    """He et al. 2015, uniform: keeps the variance through rectifiers."""
    if _is_empty(tensor):
        return tensor
    bound = math.sqrt(3.0) * _kaiming_std(tensor, a, mode, nonlinearity)
    return uniform_(tensor, -bound, bound, generator)


def kaiming_normal_(tensor, a=0, mode="fan_in", nonlinearity="leaky_relu", generator=None):
    """He et al. 2015, normal."""
    if _is_empty(tensor):
        return tensor
    return normal_(tensor, 0, _kaiming_std(tensor, a, mode, nonlinearity), generator)


@no_grad()
def orthogonal_(tensor, gain=1, generator=None):
    """Rows (or columns, where there are fewer) of length gain at right angles (Saxe et al. 2013)."""
    if tensor.dim() < 2:
        raise ValueError("Only tensors with 2 or more dimensions are supported")
    if tensor.numel() == 0:
        return tensor
    rows = tensor.size(0)
    drawn = tensor.new_empty(rows, tensor.numel() // rows).normal_(0, 1, generator=generator)
    lines = list(drawn if rows < drawn.size(1) else drawn.t())
    for at, line in enumerate(lines):
        for earlier in lines[:at]:
            line = line - (line * earlier).sum() * earlier
        lines[at] = line / line.norm()
    stacked = stack(lines)
    result = stacked if rows < drawn.size(1) else stacked.t()
    return tensor.copy_((result * gain).reshape(tensor.shape))


# Their names before the underscore.
_FORMER = (
    "uniform normal constant eye dirac xavier_uniform xavier_normal kaiming_uniform kaiming_normal orthogonal sparse".split()
)

# With what comes later, for `from … import *`.
__all__ = [*(name for name in dir() if not name.startswith("_")), "dirac_", "sparse_"]


def __getattr__(name):
    if name in _FORMER:
        from torch._former import former
        from torch.nn import _init_rare

        present = name + "_"
        return former("nn.init", name, globals().get(present) or getattr(_init_rare, present))
    if name in ("dirac_", "sparse_"):
        from torch.nn import _init_rare

        return getattr(_init_rare, name)
    raise AttributeError(f"module 'torch.nn.init' has no attribute '{name}'")
