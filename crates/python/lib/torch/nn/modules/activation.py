"""Activations: functions of one value, as layers."""

import _torch
from _torch import _Parameter as Parameter
from torch.nn import functional as F
from torch.nn.modules.module import Module

__all__ = (
    "ReLU ReLU6 Sigmoid Tanh Softmax LogSoftmax Softmin LeakyReLU ELU SELU CELU GELU SiLU Mish Softplus Softsign "
    "Tanhshrink Softshrink Hardshrink Hardtanh Hardsigmoid Hardswish LogSigmoid Threshold PReLU GLU"
).split()


class _Plain(Module):
    """An activation without settings but, for some, `inplace`."""

    def __init__(self, inplace=False):
        super().__init__()
        self.inplace = inplace

    def forward(self, input):
        return type(self)._function(input)

    def extra_repr(self):
        return "inplace=True" if self.inplace else ""


class ReLU(_Plain):
    """max(x, 0)."""

    def forward(self, input):
        return F.relu(input, self.inplace)


class ReLU6(_Plain):
    """x, at least 0 and at most 6."""

    _function = staticmethod(F.relu6)


class SiLU(_Plain):
    """x * sigmoid(x)."""

    _function = staticmethod(F.silu)


class Mish(_Plain):
    """x * tanh(softplus(x))."""

    _function = staticmethod(F.mish)


class SELU(_Plain):
    """elu with the constants that keep mean and variance (Klambauer et al., 2017)."""

    _function = staticmethod(F.selu)


class Hardsigmoid(_Plain):
    """sigmoid made of three straight lines."""

    _function = staticmethod(F.hardsigmoid)


class Hardswish(_Plain):
    """x * hardsigmoid(x)."""

    _function = staticmethod(F.hardswish)


class _Bare(Module):
    def forward(self, input):
        return type(self)._function(input)


class Sigmoid(_Bare):
    """1 / (1 + exp(-x))."""

    _function = staticmethod(_torch.sigmoid)


class Tanh(_Bare):
    """The hyperbolic tangent."""

    _function = staticmethod(_torch.tanh)


class Softsign(_Bare):
    """x / (1 + |x|)."""

    _function = staticmethod(F.softsign)


class Tanhshrink(_Bare):
    """x - tanh(x)."""

    _function = staticmethod(F.tanhshrink)


class LogSigmoid(_Bare):
    """log(sigmoid(x))."""

    _function = staticmethod(F.logsigmoid)


class _AlongDim(Module):
    def __init__(self, dim=None):
        super().__init__()
        self.dim = dim

    def forward(self, input):
        return type(self)._function(input, self.dim)

    def extra_repr(self):
        return f"dim={self.dim}"


class Softmax(_AlongDim):
    """exp(x), divided by its sum along dim."""

    _function = staticmethod(F.softmax)


class LogSoftmax(_AlongDim):
    """log(softmax(x))."""

    _function = staticmethod(F.log_softmax)


class Softmin(_AlongDim):
    """softmax(-x)."""

    _function = staticmethod(F.softmin)


class GLU(_AlongDim):
    """The first half along dim, times the sigmoid of the second."""

    _function = staticmethod(F.glu)

    def __init__(self, dim=-1):
        super().__init__(dim)


class LeakyReLU(Module):
    """x, or negative_slope * x below 0."""

    def __init__(self, negative_slope=0.01, inplace=False):
        super().__init__()
        self.negative_slope = negative_slope
        self.inplace = inplace

    def forward(self, input):
        return F.leaky_relu(input, self.negative_slope, self.inplace)

    def extra_repr(self):
        return f"negative_slope={self.negative_slope}" + (", inplace=True" if self.inplace else "")


class ELU(Module):
    """x, or alpha * (exp(x) - 1) below 0."""

    def __init__(self, alpha=1.0, inplace=False):
        super().__init__()
        self.alpha = alpha
        self.inplace = inplace

    def forward(self, input):
        return F.elu(input, self.alpha, self.inplace)

    def extra_repr(self):
        return f"alpha={self.alpha}" + (", inplace=True" if self.inplace else "")


class CELU(ELU):
    """As ELU, smooth for any alpha."""

    def forward(self, input):
        return F.celu(input, self.alpha, self.inplace)


class GELU(Module):
    """x times the chance that a normal number is below x."""

    def __init__(self, approximate="none"):
        super().__init__()
        self.approximate = approximate

    def forward(self, input):
        return F.gelu(input, approximate=self.approximate)

    def extra_repr(self):
        return f"approximate={self.approximate!r}"


class Softplus(Module):
    """log(1 + exp(beta * x)) / beta."""

    def __init__(self, beta=1.0, threshold=20.0):
        super().__init__()
        self.beta = beta
        self.threshold = threshold

    def forward(self, input):
        return F.softplus(input, self.beta, self.threshold)

    def extra_repr(self):
        return f"beta={self.beta}, threshold={self.threshold}"


class Softshrink(Module):
    """x moved towards 0 by lambd."""

    _function = staticmethod(F.softshrink)

    def __init__(self, lambd=0.5):
        super().__init__()
        self.lambd = lambd

    def forward(self, input):
        return type(self)._function(input, self.lambd)

    def extra_repr(self):
        return str(self.lambd)


class Hardshrink(Softshrink):
    """x, or 0 within lambd of it."""

    _function = staticmethod(F.hardshrink)


class Hardtanh(Module):
    """x, at least min_val and at most max_val."""

    def __init__(self, min_val=-1.0, max_val=1.0, inplace=False):
        super().__init__()
        self.min_val = min_val
        self.max_val = max_val
        self.inplace = inplace

    def forward(self, input):
        return F.hardtanh(input, self.min_val, self.max_val)

    def extra_repr(self):
        return f"min_val={self.min_val}, max_val={self.max_val}" + (", inplace=True" if self.inplace else "")


class Threshold(Module):
    """x above the threshold, else a value."""

    def __init__(self, threshold, value, inplace=False):
        super().__init__()
        self.threshold = threshold
        self.value = value

    def forward(self, input):
        return F.threshold(input, self.threshold, self.value)

    def extra_repr(self):
        return f"threshold={self.threshold}, value={self.value}"


class PReLU(Module):
    """x, or a learned multiple of it below 0."""

    def __init__(self, num_parameters=1, init=0.25):
        super().__init__()
        self.num_parameters = num_parameters
        self.weight = Parameter(_torch.full((num_parameters,), init))

    def forward(self, input):
        return F.prelu(input, self.weight)

    def extra_repr(self):
        return f"num_parameters={self.num_parameters}"
