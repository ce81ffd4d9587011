"""`ExponentialFamily`: distributions whose densities are exponentials of sums of products.

Not its members, which are in the files beside this one. Start reading at `ExponentialFamily`.
"""

from torch.autograd import grad
from torch.distributions._base import Distribution


class ExponentialFamily(Distribution):
    """A subclass of one's own has `_natural_params`, `_log_normalizer` and `_mean_carrier_measure`; its entropy follows."""

    @property
    def _natural_params(self):
        raise NotImplementedError

    def _log_normalizer(self, *natural_params):
        raise NotImplementedError

    @property
    def _mean_carrier_measure(self):
        raise NotImplementedError

    def entropy(self):
        """By the slopes of the logarithm of what the density is divided by."""
        parameters = [each.detach().requires_grad_() for each in self._natural_params]
        norm, events = self._log_normalizer(*parameters), len(self._event_shape)
        found = norm - self._mean_carrier_measure
        for parameter, slope in zip(parameters, grad(norm.sum(), parameters, create_graph=True)):
            part = parameter * slope
            found = found - (part.sum(tuple(range(-events, 0))) if events else part)
        return found
