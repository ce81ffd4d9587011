"""Activation functions as layers."""

import _torch
from _scalars import INTS
from torch.nn import functional as F
from torch.nn.modules.module import Module, own
from torch.nn.parameter import Parameter


class _Settings(Module):
    """A layer that passes its settings on to a function: `_names` are shown by name, in that order."""

    _names = ()

    def _settings(self):
        return [getattr(self, name) for name in self._names]

    def extra_repr(self):
        return ", ".join(f"{name}={getattr(self, name)}" for name in self._names)


class _InPlace(_Settings):
    """A layer with an `inplace` setting, which is shown only where it is set."""

    def __init__(self, inplace=False):
        super().__init__()
        self.inplace = inplace

    def extra_repr(self):
        shown = super().extra_repr()
        return ", ".join(text for text in (shown, "inplace=True" if self.inplace else "") if text)

    def forward(self, input):
        return type(self)._function(input, *self._settings(), inplace=self.inplace)


@own("__init__", "forward")
class ReLU(_InPlace):
    """max(x, 0)."""

    _function = staticmethod(F.relu)


@own("__init__", "forward")
class ReLU6(_InPlace):
    """x brought between 0 and 6."""

    _function = staticmethod(F.relu6)


@own("__init__", "forward")
class SELU(_InPlace):
    """The self-normalising elu."""

    _function = staticmethod(F.selu)


@own("__init__", "forward")
class SiLU(_InPlace):
    """x * sigmoid(x)."""

    _function = staticmethod(F.silu)


@own("__init__", "forward")
class Mish(_InPlace):
    """x * tanh(softplus(x))."""

    _function = staticmethod(F.mish)


@own("__init__", "forward")
class Hardswish(_InPlace):
    """x * hardsigmoid(x)."""

    _function = staticmethod(F.hardswish)

    def extra_repr(self):
        # PyTorch prints no argument of this one.
        return ""


@own("__init__", "forward")
class Hardsigmoid(_InPlace):
    """A sigmoid of three straight pieces."""

    _function = staticmethod(F.hardsigmoid)


@own("forward")
class LeakyReLU(_InPlace):
    """x where it is positive, else negative_slope * x."""

    _names = ("negative_slope",)
    _function = staticmethod(F.leaky_relu)

    def __init__(self, negative_slope=0.01, inplace=False):
        super().__init__(inplace)
        self.negative_slope = negative_slope


@own("forward")
class ELU(_InPlace):
    """x where it is positive, else alpha * (exp(x) - 1)."""

    _names = ("alpha",)
    _function = staticmethod(F.elu)

    def __init__(self, alpha=1.0, inplace=False):
        super().__init__(inplace)
        self.alpha = alpha


@own("__init__", "forward")
class CELU(ELU):
    """x where it is positive, else alpha * (exp(x / alpha) - 1)."""

    _function = staticmethod(F.celu)


@own("forward")
class Hardtanh(_InPlace):
    """x brought between min_val and max_val."""

    _names = ("min_val", "max_val")
    _function = staticmethod(F.hardtanh)

    def __init__(self, min_val=-1.0, max_val=1.0, inplace=False, min_value=None, max_value=None):
        super().__init__(inplace)
        # The last two are the former names of the first.
        self.min_val = min_val if min_value is None else min_value
        self.max_val = max_val if max_value is None else max_value
        assert self.max_val > self.min_val, (
            f"max_val ({self.max_val}) must be greater than min_val ({self.min_val})"
        )


@own("forward")
class Threshold(_InPlace):
    """x where it is above the threshold, else value."""

    _names = ("threshold", "value")
    _function = staticmethod(F.threshold)

    def __init__(self, threshold, value, inplace=False):
        super().__init__(inplace)
        self.threshold = threshold
        self.value = value


class Sigmoid(Module):
    """1 / (1 + exp(-x))."""

    def forward(self, input):
        return _torch.sigmoid(input)


class Tanh(Module):
    """The hyperbolic tangent."""

    def forward(self, input):
        return _torch.tanh(input)


class LogSigmoid(Module):
    """log(sigmoid(x))."""

    def forward(self, input):
        return F.logsigmoid(input)


class Softsign(Module):
    """x / (1 + |x|)."""

    def forward(self, input):
        return F.softsign(input)


class Tanhshrink(Module):
    """x - tanh(x)."""

    def forward(self, input):
        return F.tanhshrink(input)


class GELU(_Settings):
    """x times the cumulative normal distribution at x."""

    def __init__(self, approximate="none"):
        super().__init__()
        self.approximate = approximate

    def forward(self, input):
        return F.gelu(input, approximate=self.approximate)

    def extra_repr(self):
        return f"approximate={self.approximate!r}"


class Softplus(_Settings):
    """log(1 + exp(beta * x)) / beta."""

    _names = ("beta", "threshold")

    def __init__(self, beta=1.0, threshold=20.0):
        super().__init__()
        self.beta = beta
        self.threshold = threshold

    def forward(self, input):
        return F.softplus(input, self.beta, self.threshold)


class _Shrink(Module):
    def __init__(self, lambd=0.5):
        super().__init__()
        self.lambd = lambd

    def extra_repr(self):
        return str(self.lambd)


@own("__init__", "forward")
class Softshrink(_Shrink):
    """x brought lambd nearer to 0, and 0 within it."""

    def forward(self, input):
        return F.softshrink(input, self.lambd)


@own("__init__", "forward")
class Hardshrink(_Shrink):
    """x outside of plus or minus lambd, 0 within."""

    def forward(self, input):
        return F.hardshrink(input, self.lambd)


class GLU(_Settings):
    """The first half of a dimension times the sigmoid of the second."""

    _names = ("dim",)

    def __init__(self, dim=-1):
        super().__init__()
        self.dim = dim

    def forward(self, input):
        return F.glu(input, self.dim)


class Softmax(_Settings):
    """exp(x) divided by its sum along dim."""

    _names = ("dim",)
    _function = staticmethod(F.softmax)

    def __init__(self, dim=None):
        super().__init__()
        if dim is not None and not isinstance(dim, INTS):
            raise TypeError(f"dim must be an int or None, got {type(dim)}")
        self.dim = dim

    def forward(self, input):
        return type(self)._function(input, self.dim)


@own("__init__", "forward")
class LogSoftmax(Softmax):
    """The logarithm of softmax."""

    _function = staticmethod(F.log_softmax)


@own("__init__", "forward")
class Softmin(Softmax):
    """softmax of -x."""

    _function = staticmethod(F.softmin)


class PReLU(_Settings):
    """x where it is positive, else weight * x, with a weight that is learned."""

    _names = ("num_parameters",)

    def __init__(self, num_parameters=1, init=0.25, device=None, dtype=None):
        super().__init__()
        self.num_parameters, self.init = num_parameters, init
        self.weight = Parameter(_torch.full((num_parameters,), float(init), device=device, dtype=dtype))

    def reset_parameters(self):
        """Makes the weight what it was at first."""
        self.weight.data.fill_(self.init)

    def forward(self, input):
        return _torch.prelu(input, self.weight)
