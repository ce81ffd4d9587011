"""Draws of coins and outcomes that parameters get gradients through: nearly 0 or 1, by a temperature.

Start reading at `RelaxedBernoulli`.
"""

import math

import _torch
from torch.distributions import constraints
from torch.distributions._base import Distribution
from torch.distributions._common import Bernoulli, Categorical


def _inside(probs):
    eps = _torch._dtype_limits(probs.dtype)["eps"]
    return probs.clamp(eps, 1 - eps)


class RelaxedBernoulli(Distribution):
    """Nearly a coin (Maddison et al., 2017)."""

    has_rsample, arg_constraints, support = True, Bernoulli.arg_constraints, constraints.unit_interval

    def __init__(self, temperature, probs=None, logits=None, validate_args=None):
        self.temperature, self._coin = temperature, Bernoulli(probs, logits, validate_args)
        super().__init__(self._coin.batch_shape, (), validate_args)

    probs = property(lambda self: self._coin.probs)
    logits = property(lambda self: self._coin.logits)
    param_shape = property(lambda self: self._coin.param_shape)

    def rsample(self, sample_shape=()):
        """Draws in a way that parameters get gradients through."""
        probs = _inside(self.probs.expand(self._extended_shape(sample_shape)))
        u = _inside(_torch.rand(probs.shape, dtype=probs.dtype))
        return ((u.log() - (-u).log1p() + probs.log() - (-probs).log1p()) / self.temperature).sigmoid()

    def log_prob(self, value):
        """The logarithm of the density of values."""
        at = value.log() - (-value).log1p()
        apart = self.logits - at * self.temperature
        found = self.temperature.log() + apart - 2 * apart.exp().log1p()
        return found - value.log() - (-value).log1p()

    def __repr__(self):
        return "RelaxedBernoulli()"


class RelaxedOneHotCategorical(Distribution):
    """Nearly one of several outcomes."""

    has_rsample, arg_constraints, support = True, Categorical.arg_constraints, constraints.simplex

    def __init__(self, temperature, probs=None, logits=None, validate_args=None):
        self.temperature, self._categorical = temperature, Categorical(probs, logits, validate_args)
        super().__init__(self._categorical.batch_shape, self.probs.shape[-1:], validate_args)

    probs = property(lambda self: self._categorical.probs)
    logits = property(lambda self: self._categorical.logits)
    param_shape = property(lambda self: self._categorical.param_shape)

    def rsample(self, sample_shape=()):
        """Draws in a way that parameters get gradients through."""
        logits = self.logits.expand(self._extended_shape(sample_shape))
        u = _inside(_torch.rand(logits.shape, dtype=logits.dtype))
        scores = (logits - (-u.log()).log()) / self.temperature
        return (scores - scores.logsumexp(-1, keepdim=True)).exp()

    def log_prob(self, value):
        """The logarithm of the density of values."""
        count, value = self._event_shape[-1], value.log()
        scores = self.logits - value * self.temperature
        scores = (scores - scores.logsumexp(-1, keepdim=True)).sum(-1)
        return scores + math.lgamma(count) + (count - 1) * self.temperature.log() - value.sum(-1)

    def __repr__(self):
        return "RelaxedOneHotCategorical()"
