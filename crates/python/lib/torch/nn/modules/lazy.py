"""Layers that take the number of their inputs from the first one: `LazyLinear`, `LazyConv2d` and their kin.

After the first input they are the layers they stand for. Start reading at `_Lazy`.
"""

import _torch
from torch._modes import no_grad
from torch.nn.modules.batchnorm import BatchNorm1d, BatchNorm2d, BatchNorm3d
from torch.nn.modules.conv import Conv1d, Conv2d, Conv3d, ConvTranspose1d, ConvTranspose2d, ConvTranspose3d
from torch.nn.modules.instancenorm import InstanceNorm1d, InstanceNorm2d, InstanceNorm3d
from torch.nn.modules.linear import Linear
from torch.nn.modules.module import Module
from torch.nn.parameter import UninitializedParameter, is_lazy


class _Lazy:
    """The half of a lazy layer that waits; a subclass has `_real`, what it becomes, and `initialize_parameters`."""

    _is_waiting = True

    def has_uninitialized_params(self):
        """Whether there is a parameter that waits for its shape."""
        return any(is_lazy(parameter) for parameter in self._parameters.values())

    def reset_parameters(self):
        """Draws new values, once there are shapes."""
        if not self._is_waiting and not self.has_uninitialized_params():
            super().reset_parameters()

    def forward(self, input):
        self._is_waiting = False
        self.initialize_parameters(input)
        del self._is_waiting
        self.__class__ = self._real
        return self.forward(input)

    def _wait(self, *names):
        for name in names:
            setattr(self, name, UninitializedParameter())


class LazyLinear(_Lazy, Linear):
    """A `Linear` whose `in_features` the first input tells."""

    _real = Linear

    def __init__(self, out_features, bias=True, device=None, dtype=None):
        Module.__init__(self)
        self.in_features, self.out_features = 0, out_features
        self.register_parameter("weight", UninitializedParameter(device=device, dtype=dtype))
        self.register_parameter("bias", UninitializedParameter(device=device, dtype=dtype) if bias else None)

    def initialize_parameters(self, input):
        """Makes the parameters for inputs like this one."""
        self.in_features = input.shape[-1]
        if self.has_uninitialized_params():
            self.weight.materialize((self.out_features, self.in_features))
            if self.bias is not None:
                self.bias.materialize((self.out_features,))
            self.reset_parameters()


class _LazyConv(_Lazy):
    def __init__(self, out_channels, kernel_size, *args, groups=1, bias=True, **kwargs):
        super().__init__(groups, out_channels, kernel_size, *args, groups=groups, bias=bias, **kwargs)
        self.in_channels = 0
        self._wait("weight", *["bias"] * bias)

    def initialize_parameters(self, input):
        """Makes the parameters for inputs like this one."""
        dims = self._dims
        if input.dim() not in (dims + 1, dims + 2):
            raise RuntimeError(
                f"Expected {dims + 1}D (unbatched) or {dims + 2}D (batched) input to {type(self).__name__}, but got input of "
                f"size: {input.shape}"
            )
        if not self.has_uninitialized_params():
            return
        self.in_channels = input.shape[-1 - dims]
        if self.in_channels % self.groups != 0:
            raise ValueError("in_channels must be divisible by groups")
        ends = self.in_channels, self.out_channels // self.groups
        if not self._transposed:
            ends = self.out_channels, self.in_channels // self.groups
        self.weight.materialize((*ends, *self.kernel_size))
        if self.bias is not None:
            self.bias.materialize((self.out_channels,))
        self.reset_parameters()


class _LazyNormBase(_Lazy):
    def __init__(self, eps=1e-5, momentum=0.1, affine=True, track_running_stats=True, device=None, dtype=None):
        super().__init__(0, eps, momentum, affine, track_running_stats, device, dtype)
        if affine:
            self._wait("weight", "bias")

    def initialize_parameters(self, input):
        """Makes the parameters for inputs like this one."""
        self.num_features = input.shape[1]
        with no_grad():
            if self.affine and self.has_uninitialized_params():
                self.weight.materialize((self.num_features,))
                self.bias.materialize((self.num_features,))
                self.weight.fill_(1)
                self.bias.zero_()
        if self.track_running_stats:
            self.running_mean, self.running_var = _torch.zeros(self.num_features), _torch.ones(self.num_features)


def _made(real, waiting):
    name = "Lazy" + real.__name__
    text = f"A `{real.__name__}` whose number of channels the first input tells."
    return type(name, (waiting, real), {"_real": real, "__doc__": text, "__module__": __name__})


LazyConv1d, LazyConv2d, LazyConv3d = (_made(real, _LazyConv) for real in (Conv1d, Conv2d, Conv3d))
LazyConvTranspose1d, LazyConvTranspose2d, LazyConvTranspose3d = (
    _made(real, _LazyConv) for real in (ConvTranspose1d, ConvTranspose2d, ConvTranspose3d)
)
LazyBatchNorm1d, LazyBatchNorm2d, LazyBatchNorm3d = (
    _made(real, _LazyNormBase) for real in (BatchNorm1d, BatchNorm2d, BatchNorm3d)
)
LazyInstanceNorm1d, LazyInstanceNorm2d, LazyInstanceNorm3d = (
    _made(real, _LazyNormBase) for real in (InstanceNorm1d, InstanceNorm2d, InstanceNorm3d)
)
