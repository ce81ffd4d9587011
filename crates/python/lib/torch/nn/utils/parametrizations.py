"""`torch.nn.utils.parametrizations`: weights by their length and direction, or divided by their largest singular value.

How a parameter is replaced is `parametrize`'s. Start reading at `weight_norm`.
"""

import _torch
from torch._modes import no_grad
from torch.nn import functional as F
from torch.nn.modules.module import Module
from torch.nn.utils.parametrize import register_parametrization


def norm_except(weight, dim):
    """The lengths of the parts along a dimension; of the whole for -1 or None."""
    if dim in (None, -1):
        return weight.norm()
    dims = tuple(at for at in range(weight.dim()) if at != dim % weight.dim())
    return (weight * weight).sum(dims, keepdim=True).sqrt()


class _WeightNorm(Module):
    def __init__(self, dim=0):
        super().__init__()
        self.dim = -1 if dim is None else dim

    def forward(self, weight_g, weight_v):
        return weight_v * (weight_g / norm_except(weight_v, self.dim))

    def right_inverse(self, weight):
        return norm_except(weight, self.dim), weight


def weight_norm(module, name="weight", dim=0):
    """A weight as its lengths times its directions (Salimans and Kingma, 2016)."""
    return register_parametrization(module, name, _WeightNorm(dim))


class _SpectralNorm(Module):
    def __init__(self, weight, n_power_iterations=1, dim=0, eps=1e-12):
        super().__init__()
        if n_power_iterations <= 0:
            raise ValueError(f"Expected n_power_iterations to be positive, but got n_power_iterations={n_power_iterations}")
        self.dim, self.eps, self.n_power_iterations = dim % weight.dim(), eps, n_power_iterations
        if weight.dim() > 1:
            matrix = self._matrix(weight)
            for side, size in zip(("_u", "_v"), matrix.shape):
                drawn = matrix.new_empty(size).normal_(0, 1)
                self.register_buffer(side, F.normalize(drawn, dim=0, eps=eps))
            self._turn(matrix, 15)

    def _matrix(self, weight):
        return weight.movedim(self.dim, 0).flatten(1)

    @no_grad()
    def _turn(self, matrix, times):
        """Turns both vectors toward the direction that grows most."""
        for _ in range(times):
            self._u.copy_(F.normalize(_torch.mv(matrix, self._v), dim=0, eps=self.eps))
            self._v.copy_(F.normalize(_torch.mv(matrix.T, self._u), dim=0, eps=self.eps))

    def forward(self, weight):
        if weight.dim() == 1:
            return F.normalize(weight, dim=0, eps=self.eps)
        matrix = self._matrix(weight)
        if self.training:
            self._turn(matrix.detach(), self.n_power_iterations)
        return weight / _torch.dot(self._u.clone(), _torch.mv(matrix, self._v.clone()))

    def right_inverse(self, value):
        return value


def spectral_norm(module, name="weight", n_power_iterations=1, eps=1e-12, dim=None):
    """A weight divided by its largest singular value (Miyato et al., 2018)."""
    kind = type(module).__name__
    dim = (1 if kind.startswith("ConvTranspose") else 0) if dim is None else dim
    return register_parametrization(module, name, _SpectralNorm(getattr(module, name), n_power_iterations, dim, eps))


def __getattr__(name):
    if name == "orthogonal":
        from torch.nn.utils._orthogonal import orthogonal

        return orthogonal
    raise AttributeError(f"module 'torch.nn.utils.parametrizations' has no attribute '{name}'")


def __dir__():
    return sorted({*globals(), "orthogonal"})
