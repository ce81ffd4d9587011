"""What a distribution's draws become by transforms.

Not the transforms (`transforms`). Start reading at `TransformedDistribution`.
"""

import _torch
from _scalars import INTS
from torch._modes import no_grad
from torch.distributions import constraints
from torch.distributions._base import Distribution
from torch.distributions._common import Independent
from torch.distributions._transforms import ComposeTransform, Transform, sum_rightmost


class TransformedDistribution(Distribution):
    """What a distribution's draws become by functions."""

    arg_constraints = {}

    def __init__(self, base_distribution, transforms, validate_args=None):
        self.transforms = self._listed_transforms(transforms)
        whole = ComposeTransform(self.transforms)
        base, taken, given = base_distribution, whole.domain.event_dim, whole.codomain.event_dim
        shape = base.batch_shape + base.event_shape
        if len(shape) < taken:
            raise ValueError(
                f"base_distribution needs to have shape with size at least {taken}, but got {shape}."
            )
        forward = whole.forward_shape(shape)
        needed = whole.inverse_shape(forward)
        if shape != needed:
            base = base.expand(needed[: len(needed) - len(base.event_shape)])
        if taken > len(base.event_shape):
            base = Independent(base, taken - len(base.event_shape))
        self.base_dist = base
        events = max(given, len(base.event_shape) + given - taken)
        cut = len(forward) - events
        super().__init__(forward[:cut], forward[cut:], validate_args)

    @staticmethod
    def _listed_transforms(transforms):
        if isinstance(transforms, Transform):
            return [transforms]
        if not isinstance(transforms, list):
            raise ValueError(f"transforms must be a Transform or list, but was {transforms}")
        if not all(isinstance(each, Transform) for each in transforms):
            raise ValueError("transforms must be a Transform or a list of Transforms")
        return transforms

    has_rsample = property(lambda self: self.base_dist.has_rsample)

    @constraints.dependent_property(is_discrete=False)
    def support(self):
        if not self.transforms:
            return self.base_dist.support
        found, events = self.transforms[-1].codomain, len(self._event_shape)
        return constraints.independent(found, events - found.event_dim) if events > found.event_dim else found

    def expand(self, batch_shape, _instance=None):
        """The distribution for more in a batch."""
        shape = _torch.Size(batch_shape) + self._event_shape
        for transform in reversed(self.transforms):
            shape = transform.inverse_shape(shape)
        made = object.__new__(type(self))
        made.__dict__.update(self.__dict__, _batch_shape=_torch.Size(batch_shape))
        made.base_dist = self.base_dist.expand(shape[: len(shape) - len(self.base_dist.event_shape)])
        return made

    def _transformed(self, value):
        for transform in self.transforms:
            value = transform(value)
        return value

    def sample(self, sample_shape=()):
        """Draws without a gradient."""
        with no_grad():
            return self._transformed(self.base_dist.sample(sample_shape))

    def rsample(self, sample_shape=()):
        """Draws in a way that parameters get gradients through."""
        return self._transformed(self.base_dist.rsample(sample_shape))

    def log_prob(self, value):
        """The logarithm of the density of values."""
        if self._validate_args:
            self._validate_sample(value)
        events, total = len(self._event_shape), 0.0
        for transform in reversed(self.transforms):
            before = transform.inv(value)
            events += transform.domain.event_dim - transform.codomain.event_dim
            stretched = transform.log_abs_det_jacobian(before, value)
            total = total - sum_rightmost(stretched, events - transform.domain.event_dim)
            value = before
        return total + sum_rightmost(self.base_dist.log_prob(value), events - len(self.base_dist.event_shape))

    def _monotone(self, share):
        """The share from the other end where the transforms fall."""
        sign = ComposeTransform(self.transforms).sign
        return share if isinstance(sign, INTS) and sign == 1 else sign * (share - 0.5) + 0.5

    def cdf(self, value):
        """The probability of less."""
        for transform in self.transforms[::-1]:
            value = transform.inv(value)
        if self._validate_args:
            self.base_dist._validate_sample(value)
        return self._monotone(self.base_dist.cdf(value))

    def icdf(self, value):
        """What is drawn at most, that likely."""
        return self._transformed(self.base_dist.icdf(self._monotone(value)))
