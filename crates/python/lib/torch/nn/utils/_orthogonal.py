"""Matrices whose rows or columns stay at right angles: `torch.nn.utils.parametrizations.orthogonal`.

What it is not: how a parameter is replaced (`parametrize`). Start reading at `orthogonal`.
"""

import _torch
from torch import finfo, linalg
from torch._modes import no_grad
from torch.nn.modules.module import Module
from torch.nn.utils.parametrize import register_parametrization


def _straightened(matrix):
    """The nearest matrix of orthogonal columns that a QR decomposition with a positive diagonal has."""
    q, r = linalg.qr(matrix)
    return q * r.diagonal(dim1=-2, dim2=-1).sgn().unsqueeze(-2)


def _is_straight(matrix):
    identity = _torch.eye(matrix.size(-1), dtype=matrix.dtype)
    eps = 10 * matrix.size(-2) * finfo(matrix.dtype).eps
    return bool(((matrix.mT @ matrix - identity).abs() <= eps).all())


def _exponential(skew):
    return linalg.matrix_exp(skew)


def _cayley(skew):
    identity = _torch.eye(skew.size(-1), dtype=skew.dtype)
    return linalg.solve(identity - skew / 2, identity + skew / 2)


def _reflected(tall):
    """The product of the reflections that the columns below the diagonal stand for, and the signs on the diagonal."""
    below = tall.tril(-1)
    product = linalg.householder_product(below, 2.0 / (1.0 + (below * below).sum(-2)))
    return product * tall.diagonal(dim1=-2, dim2=-1).sign().detach().unsqueeze(-2)


_MAPS = {"matrix_exp": _exponential, "cayley": _cayley, "householder": _reflected}


class _Orthogonal(Module):
    """A start, `base`, turned by what a map makes of the parameter."""

    def __init__(self, weight, orthogonal_map):
        super().__init__()
        self.shape = weight.shape
        self.orthogonal_map = orthogonal_map
        self.register_buffer("base", None)

    def forward(self, X):
        is_wide = X.size(-2) < X.size(-1)
        tall = X.mT if is_wide else X
        rows, columns = tall.shape[-2:]
        if self.orthogonal_map == "householder":
            turn = _reflected(tall)
        else:
            tall = tall.tril()
            if rows != columns:
                tall = _torch.cat([tall, tall.new_zeros(*tall.shape[:-1], rows - columns)], -1)
            turn = _MAPS[self.orthogonal_map](tall - tall.mT)[..., :columns]
        turned = self.base @ turn
        return turned.mT if is_wide else turned

    @no_grad()
    def right_inverse(self, Q):
        if Q.shape != self.shape:
            raise ValueError(
                f"Expected a matrix or batch of matrices of shape {self.shape}. Got a tensor of shape {Q.shape}."
            )
        tall = Q.mT if Q.size(-2) < Q.size(-1) else Q
        rows, columns = tall.shape[-2:]
        if rows != columns:
            rest = _torch.randn(*tall.shape[:-1], rows - columns, dtype=tall.dtype)
            self.base = _straightened(_torch.cat([tall, rest], -1))
        else:
            self.base = tall.clone() if _is_straight(tall) else _straightened(tall)
        # At this point every map gives the identity.
        start = _torch.zeros_like(Q)
        start.diagonal(dim1=-2, dim2=-1).fill_(-1.0)
        return start


def orthogonal(module, name="weight", orthogonal_map=None, *, use_trivialization=True):
    """A weight whose rows or columns, whichever are fewer, stay orthogonal and of length 1 while it is trained."""
    weight = getattr(module, name, None)
    if not isinstance(weight, _torch.Tensor):
        raise ValueError(f"Module '{module}' has no parameter or buffer with name '{name}'")
    if weight.dim() < 2:
        raise ValueError(f"Expected a matrix or batch of matrices. Got a tensor of {weight.dim()} dimensions.")
    if orthogonal_map is None:
        orthogonal_map = "matrix_exp" if weight.size(-2) == weight.size(-1) else "householder"
    if orthogonal_map not in _MAPS:
        raise ValueError(f'orthogonal_map has to be one of "matrix_exp", "cayley", "householder". Got: {orthogonal_map}')
    if not use_trivialization:
        raise NotImplementedError("orthogonal: use_trivialization=False is not built into this torch")
    return register_parametrization(module, name, _Orthogonal(weight, orthogonal_map), unsafe=True)
