"""Transforms that few programs use: of vectors to shares and triangles, and of parts.

Not what a transform is (`_transforms`). Start reading anywhere: each stands alone.
"""

import math

import _torch
from _scalars import INTS
from torch._more_shapes import diag_embed
from torch.distributions import constraints
from torch.distributions._transforms import SigmoidTransform, Transform, _Alike, sum_rightmost
from torch.nn import functional as F


class CumulativeDistributionTransform(Transform):
    """The probability of less."""

    codomain, bijective, sign = constraints.unit_interval, True, 1

    def __init__(self, distribution, cache_size=0):
        super().__init__(cache_size)
        self.distribution = distribution

    domain = property(lambda self: self.distribution.support)

    def _call(self, x):
        return self.distribution.cdf(x)

    def _inverse(self, y):
        return self.distribution.icdf(y)

    def log_abs_det_jacobian(self, x, y):
        return self.distribution.log_prob(x)


def _swapped(shape, before, after):
    """A shape with other last sizes."""
    cut = len(shape) - len(before)
    if cut < 0:
        raise ValueError("Too few dimensions on input")
    if shape[cut:] != before:
        raise ValueError(f"Shape mismatch: expected {shape[cut:]} but got {before}")
    return shape[:cut] + after


class ReshapeTransform(Transform):
    """The last dimensions in another shape."""

    bijective = True

    def __init__(self, in_shape, out_shape, cache_size=0):
        super().__init__(cache_size)
        self.in_shape, self.out_shape = _torch.Size(in_shape), _torch.Size(out_shape)
        if self.in_shape.numel() != self.out_shape.numel():
            raise ValueError("in_shape, out_shape have different numbers of elements")

    domain = property(lambda self: constraints.independent(constraints.real, len(self.in_shape)))
    codomain = property(lambda self: constraints.independent(constraints.real, len(self.out_shape)))

    def forward_shape(self, shape):
        return _swapped(shape, self.in_shape, self.out_shape)

    def inverse_shape(self, shape):
        return _swapped(shape, self.out_shape, self.in_shape)

    def _call(self, x):
        return x.reshape(x.shape[: x.dim() - len(self.in_shape)] + self.out_shape)

    def _inverse(self, y):
        return y.reshape(y.shape[: y.dim() - len(self.out_shape)] + self.in_shape)

    def log_abs_det_jacobian(self, x, y):
        return x.new_zeros(x.shape[: x.dim() - len(self.in_shape)])


class IndependentTransform(Transform):
    """A transform whose last dimensions belong together."""

    def __init__(self, base_transform, reinterpreted_batch_ndims, cache_size=0):
        super().__init__(cache_size)
        count = reinterpreted_batch_ndims
        assert isinstance(count, INTS), f"reinterpreted_batch_ndims must be an int, got {type(count).__name__}"
        assert count >= 0, f"reinterpreted_batch_ndims must be >= 0, got {count}"
        self.base_transform, self.reinterpreted_batch_ndims = base_transform, reinterpreted_batch_ndims

    bijective = property(lambda self: self.base_transform.bijective)
    sign = property(lambda self: self.base_transform.sign)
    domain = property(lambda self: constraints.independent(self.base_transform.domain, self.reinterpreted_batch_ndims))
    codomain = property(lambda self: constraints.independent(self.base_transform.codomain, self.reinterpreted_batch_ndims))

    def forward_shape(self, shape):
        return self.base_transform.forward_shape(shape)

    def inverse_shape(self, shape):
        return self.base_transform.inverse_shape(shape)

    def _call(self, x):
        if x.dim() < self.reinterpreted_batch_ndims:
            raise ValueError("Too few dimensions on input")
        return self.base_transform(x)

    def _inverse(self, y):
        if y.dim() < self.reinterpreted_batch_ndims:
            raise ValueError("Too few dimensions on input")
        return self.base_transform.inv(y)

    def log_abs_det_jacobian(self, x, y):
        return sum_rightmost(self.base_transform.log_abs_det_jacobian(x, y), self.reinterpreted_batch_ndims)

    def __repr__(self):
        return f"IndependentTransform({self.base_transform!r}, {self.reinterpreted_batch_ndims})"


class CatTransform(Transform):
    """A transform for each of several parts along a dimension."""

    def __init__(self, tseq, dim=0, lengths=None, cache_size=0):
        super().__init__(cache_size)
        assert all(isinstance(each, Transform) for each in tseq), "All elements of tseq must be Transform instances"
        self.transforms, self.dim = list(tseq), dim
        self.lengths = [1] * len(self.transforms) if lengths is None else list(lengths)
        assert len(self.lengths) == len(self.transforms)

    bijective = property(lambda self: all(each.bijective for each in self.transforms))
    domain = property(lambda self: constraints.cat([each.domain for each in self.transforms], self.dim, self.lengths))
    codomain = property(lambda self: constraints.cat([each.codomain for each in self.transforms], self.dim, self.lengths))

    def _parts(self, x):
        assert -x.dim() <= self.dim < x.dim()
        assert x.size(self.dim) == sum(self.lengths)
        return x.split(self.lengths, self.dim)

    def _call(self, x):
        return _torch.cat([each(part) for each, part in zip(self.transforms, self._parts(x))], self.dim)

    def _inverse(self, y):
        return _torch.cat([each.inv(part) for each, part in zip(self.transforms, self._parts(y))], self.dim)

    def log_abs_det_jacobian(self, x, y):
        rows = zip(self.transforms, self._parts(x), self._parts(y))
        return _torch.cat([each.log_abs_det_jacobian(a, b) for each, a, b in rows], self.dim)


class StackTransform(Transform):
    """A transform for each slice along a dimension."""

    def __init__(self, tseq, dim=0, cache_size=0):
        super().__init__(cache_size)
        assert all(isinstance(each, Transform) for each in tseq), "All elements of tseq must be Transform instances"
        self.transforms, self.dim = list(tseq), dim

    bijective = property(lambda self: all(each.bijective for each in self.transforms))
    domain = property(lambda self: constraints.stack([each.domain for each in self.transforms], self.dim))
    codomain = property(lambda self: constraints.stack([each.codomain for each in self.transforms], self.dim))

    def _parts(self, x):
        assert -x.dim() <= self.dim < x.dim()
        assert x.size(self.dim) == len(self.transforms)
        return x.unbind(self.dim)

    def _call(self, x):
        return _torch.stack([each(part) for each, part in zip(self.transforms, self._parts(x))], self.dim)

    def _inverse(self, y):
        return _torch.stack([each.inv(part) for each, part in zip(self.transforms, self._parts(y))], self.dim)

    def log_abs_det_jacobian(self, x, y):
        rows = zip(self.transforms, self._parts(x), self._parts(y))
        return _torch.stack([each.log_abs_det_jacobian(a, b) for each, a, b in rows], self.dim)


class SoftmaxTransform(_Alike):
    """Softmax of the last dimension: not one to one, so it has no slope."""

    domain, codomain = constraints.real_vector, constraints.simplex

    def forward_shape(self, shape):
        if len(shape) < 1:
            raise ValueError("Too few dimensions on input")
        return shape

    inverse_shape = forward_shape

    def _call(self, x):
        chances = (x - x.max(-1, True)[0]).exp()
        return chances / chances.sum(-1, True)

    def _inverse(self, y):
        return y.log()


def _with_last(shape, more):
    if len(shape) < 1:
        raise ValueError("Too few dimensions on input")
    return _torch.Size((*shape[:-1], shape[-1] + more))


class StickBreakingTransform(_Alike):
    """Numbers as shares of what the ones before leave, one share more than numbers."""

    domain, codomain, bijective = constraints.real_vector, constraints.simplex, True

    def forward_shape(self, shape):
        return _with_last(shape, 1)

    def inverse_shape(self, shape):
        return _with_last(shape, -1)

    def _offset(self, x):
        return x.shape[-1] + 1 - _torch.ones_like(x).cumsum(-1)

    def _call(self, x):
        shares = SigmoidTransform()(x - self._offset(x).log())
        left = (1 - shares).cumprod(-1)
        return F.pad(shares, [0, 1], value=1) * F.pad(left, [1, 0], value=1)

    def _inverse(self, y):
        most = y[..., :-1]
        left = (1 - most.cumsum(-1)).clamp(min=_torch._dtype_limits(y.dtype)["smallest_normal"])
        return most.log() - left.log() + self._offset(most).log()

    def log_abs_det_jacobian(self, x, y):
        x = x - self._offset(x).log()
        return (-x + F.logsigmoid(x) + y[..., :-1].log()).sum(-1)


class LowerCholeskyTransform(_Alike):
    """Matrices as lower triangles with a positive diagonal."""

    domain, codomain = constraints.independent(constraints.real, 2), constraints.lower_cholesky

    def _call(self, x):
        return x.tril(-1) + diag_embed(x.diagonal(0, -2, -1).exp())

    def _inverse(self, y):
        return y.tril(-1) + diag_embed(y.diagonal(0, -2, -1).log())


class PositiveDefiniteTransform(_Alike):
    """Matrices as squares of lower triangles."""

    domain, codomain = constraints.independent(constraints.real, 2), constraints.positive_definite

    def _call(self, x):
        triangle = LowerCholeskyTransform()(x)
        return triangle @ triangle.mT

    def _inverse(self, y):
        return LowerCholeskyTransform().inv(_torch._linalg["cholesky"](y))


def _rows_above(count):
    """How many rows a matrix has below whose diagonal so many numbers stand; None where none has."""
    size = round((1 + (1 + 8 * count) ** 0.5) / 2)
    return size if size * (size - 1) // 2 == count else None


class CorrCholeskyTransform(Transform):
    """Numbers as the triangle whose square is a matrix of correlations."""

    domain, codomain, bijective = constraints.real_vector, constraints.corr_cholesky, True

    def forward_shape(self, shape):
        if len(shape) < 1:
            raise ValueError("Too few dimensions on input")
        size = _rows_above(shape[-1])
        if size is None:
            raise ValueError("Input is not a flattened lower-diagonal number")
        return _torch.Size((*shape[:-1], size, size))

    def inverse_shape(self, shape):
        if len(shape) < 2:
            raise ValueError("Too few dimensions on input")
        if shape[-2] != shape[-1]:
            raise ValueError("Input is not square")
        return _torch.Size((*shape[:-2], shape[-1] * (shape[-1] - 1) // 2))

    def _call(self, x):
        x = x.tanh()
        eps = _torch._dtype_limits(x.dtype)["eps"]
        x = x.clamp(-1 + eps, 1 - eps)
        size = _rows_above(x.size(-1))
        if size is None:
            raise ValueError(
                f"The size of last dimension is {x.size(-1)} which cannot be expressed as the lower triangular part of a "
                "square D x D matrix."
            )
        rows, columns = _torch.ones(size, size).tril(-1).nonzero().unbind(-1)
        matrix = x.new_zeros((*x.shape[:-1], size, size))
        matrix[..., rows, columns] = x
        left = (1 - matrix**2).sqrt().cumprod(-1)
        return (matrix + _torch.eye(size, dtype=x.dtype)) * F.pad(left[..., :-1], [1, 0], value=1)

    def _inverse(self, y):
        left = 1 - (y * y).cumsum(-1)
        scaled = y / F.pad(left[..., :-1], [1, 0], value=1).sqrt()
        rows, columns = _torch.ones(y.shape[-2:]).tril(-1).nonzero().unbind(-1)
        x = scaled[..., rows, columns]
        return (x.log1p() - (-x).log1p()) / 2

    def log_abs_det_jacobian(self, x, y):
        left = 1 - (y * y).cumsum(-1)
        rows, columns = _torch.ones(left.shape[-2:]).tril(-2).nonzero().unbind(-1)
        below = left[..., rows, columns]
        return 0.5 * below.log().sum(-1) - 2 * (x + F.softplus(-2 * x) - math.log(2.0)).sum(-1)
