"""How draws of gamma and Dirichlet distributions change with their shapes: as far as keeps how likely it is to draw no more.

Not the draws, which are `_positive`'s. Start reading at `gamma_draws`.
"""

import _torch
from torch._gamma import lgamma
from torch.autograd.function import Function
from torch.special import gammainc

# How far shapes are moved to see how a share changes, for each unit of theirs.
_STEP = 1e-4


def _slope(share, shape):
    """How a share changes with a shape, by central differences."""
    step = _STEP * shape
    return (share(shape + step) - share(shape - step)) / (2 * step)


class _Draws(Function):
    """What was drawn for shapes."""

    @staticmethod
    def forward(ctx, shapes, drawn):
        ctx.save_for_backward(shapes, drawn)
        return drawn.clone()


class _Gamma(_Draws):
    """Draws for shapes."""

    @staticmethod
    def backward(ctx, slope):
        shapes, drawn = (each.double() for each in ctx.saved_tensors)
        density = ((shapes - 1) * drawn.log() - drawn - lgamma(shapes)).exp()
        moved = -_slope(lambda shape: gammainc(shape, drawn), shapes) / density
        return slope * moved.to(slope.dtype), None


def gamma_draws(shapes, drawn):
    """The draws, which the shapes get gradients through."""
    return _Gamma.apply(shapes, drawn)


def _fraction(a, b, x):
    """The continued fraction of the incomplete beta function (Lentz's method)."""
    tiny = 1e-300
    c, d = _torch.ones_like(x), 1 / (1 - (a + b) * x / (a + 1))
    found = d
    for m in range(1, 200):
        for top in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)), -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d, c = 1 / (1 + top * d + tiny), 1 + top / c + tiny
            change = c * d
            found = found * change
        if bool(((change - 1).abs() < 1e-15).all()):
            break
    return found


def _beta_share(a, b, x):
    """How likely a beta distribution draws no more than x."""
    front = (lgamma(a + b) - lgamma(a) - lgamma(b) + a * x.log() + b * (-x).log1p()).exp()
    low = x < (a + 1) / (a + b + 2)
    below = front * _fraction(_torch.where(low, a, b), _torch.where(low, b, a), _torch.where(low, x, 1 - x))
    return _torch.where(low, below / a, 1 - below / b)


class _Dirichlet(_Draws):
    """Shares for shapes."""

    @staticmethod
    def backward(ctx, slope):
        shapes, drawn = (each.double() for each in ctx.saved_tensors)
        rest = shapes.sum(-1, True) - shapes
        density = (shapes - 1) * drawn.log() + (rest - 1) * (-drawn).log1p()
        density = (density + lgamma(shapes + rest) - lgamma(shapes) - lgamma(rest)).exp()
        moved = -_slope(lambda shape: _beta_share(shape, rest, drawn), shapes) / density / (1 - drawn)
        slope = slope.double()
        return (moved * (slope - (drawn * slope).sum(-1, True))).to(ctx.saved_tensors[0].dtype), None


def dirichlet_draws(shapes, drawn):
    """The shares, which the shapes get gradients through."""
    return _Dirichlet.apply(shapes, drawn)
