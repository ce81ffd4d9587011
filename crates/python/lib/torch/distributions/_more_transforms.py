"""Transforms that few programs use: of vectors to shares and triangles, and of parts.

Not what a transform is (`transforms`). Start reading anywhere: each stands alone.
"""

import _torch
from torch._more_shapes import diag_embed
from torch.distributions.transforms import SigmoidTransform, Transform
from torch.nn import functional as F


class CumulativeDistributionTransform(Transform):
    """The probability of less."""

    def __init__(self, distribution, cache_size=0):
        self.distribution = distribution

    def _call(self, x):
        return self.distribution.cdf(x)

    def _inverse(self, y):
        return self.distribution.icdf(y)

    def log_abs_det_jacobian(self, x, y):
        return self.distribution.log_prob(x)


class ReshapeTransform(Transform):
    """The last dimensions in another shape."""

    def __init__(self, in_shape, out_shape, cache_size=0):
        self.in_shape, self.out_shape = _torch.Size(in_shape), _torch.Size(out_shape)
        if self.in_shape.numel() != self.out_shape.numel():
            raise ValueError("in_shape, out_shape have different numbers of elements")

    def _call(self, x):
        return x.reshape(x.shape[: x.dim() - len(self.in_shape)] + self.out_shape)

    def _inverse(self, y):
        return y.reshape(y.shape[: y.dim() - len(self.out_shape)] + self.in_shape)

    def log_abs_det_jacobian(self, x, y):
        return x.new_zeros(x.shape[: x.dim() - len(self.in_shape)])


class IndependentTransform(Transform):
    """A transform whose last dimensions belong together."""

    def __init__(self, base_transform, reinterpreted_batch_ndims, cache_size=0):
        count = reinterpreted_batch_ndims
        assert isinstance(count, int), f"reinterpreted_batch_ndims must be an int, got {type(count).__name__}"
        assert count >= 0, f"reinterpreted_batch_ndims must be >= 0, got {count}"
        self.base_transform, self.reinterpreted_batch_ndims = base_transform, reinterpreted_batch_ndims

    def _call(self, x):
        if x.dim() < self.reinterpreted_batch_ndims:
            raise ValueError("Too few dimensions on input")
        return self.base_transform(x)

    def _inverse(self, y):
        if y.dim() < self.reinterpreted_batch_ndims:
            raise ValueError("Too few dimensions on input")
        return self.base_transform.inv(y)

    def log_abs_det_jacobian(self, x, y):
        found = self.base_transform.log_abs_det_jacobian(x, y)
        return found.sum(tuple(range(-self.reinterpreted_batch_ndims, 0)))

    def __repr__(self):
        return f"IndependentTransform({self.base_transform!r}, {self.reinterpreted_batch_ndims})"


class CatTransform(Transform):
    """A transform for each of several parts along a dimension."""

    def __init__(self, tseq, dim=0, lengths=None, cache_size=0):
        assert all(isinstance(each, Transform) for each in tseq), "All elements of tseq must be Transform instances"
        self.transforms, self.dim = list(tseq), dim
        self.lengths = [1] * len(self.transforms) if lengths is None else list(lengths)
        assert len(self.lengths) == len(self.transforms)

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
        assert all(isinstance(each, Transform) for each in tseq), "All elements of tseq must be Transform instances"
        self.transforms, self.dim = list(tseq), dim

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


class SoftmaxTransform(Transform):
    """Softmax of the last dimension: not one to one, so it has no slope."""

    def _call(self, x):
        chances = (x - x.max(-1, True)[0]).exp()
        return chances / chances.sum(-1, True)

    def _inverse(self, y):
        return y.log()


class StickBreakingTransform(Transform):
    """Numbers as shares of what the ones before leave, one share more than numbers."""

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


class LowerCholeskyTransform(Transform):
    """Matrices as lower triangles with a positive diagonal."""

    def _call(self, x):
        return x.tril(-1) + diag_embed(x.diagonal(0, -2, -1).exp())

    def _inverse(self, y):
        return y.tril(-1) + diag_embed(y.diagonal(0, -2, -1).log())


class PositiveDefiniteTransform(Transform):
    """Matrices as squares of lower triangles."""

    def _call(self, x):
        triangle = LowerCholeskyTransform()(x)
        return triangle @ triangle.mT

    def _inverse(self, y):
        return LowerCholeskyTransform().inv(_torch._linalg["cholesky"](y))


class CorrCholeskyTransform(Transform):
    """Numbers as the triangle whose square is a matrix of correlations."""

    def _call(self, x):
        x = x.tanh()
        eps = _torch._dtype_limits(x.dtype)["eps"]
        x = x.clamp(-1 + eps, 1 - eps)
        size = round((1 + (1 + 8 * x.size(-1)) ** 0.5) / 2)
        if size * (size - 1) // 2 != x.size(-1):
            raise ValueError(
                f"The size of last dimension is {x.size(-1)} which cannot be expressed as the lower triangular part of a square "
                "D x D matrix."
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
