"""Distributions for more in a batch, their quantiles, what can be drawn; and what `vmap` says of random numbers."""
from torch.distributions import *
import torch

t = torch.tensor
for d in (
    Normal(t([0.0, 1.0]), t([1.0, 2.0])), Bernoulli(t([0.3, 0.6])), Categorical(t([0.1, 0.2, 0.7])), Binomial(2, t(0.4)),
    MultivariateNormal(torch.zeros(2), torch.eye(2)), Gamma(t(2.0), t(1.5)), RelaxedOneHotCategorical(t(1.0), t([0.4, 0.6])),
    Independent(Normal(torch.zeros(3), 1.0), 1), TransformedDistribution(Normal(0.0, 1.0), [ExpTransform()]),
):
    torch.manual_seed(0)
    many = d.expand((2,) + d.batch_shape)
    print(type(d).__module__, many.batch_shape, many.sample().shape, many.log_prob(many.sample()).shape)
for d in (Bernoulli(t([0.3, 0.6])), Categorical(t([0.1, 0.2, 0.7])), Binomial(2, t(0.4)), OneHotCategorical(t([0.2, 0.8]))):
    print(d.enumerate_support().tolist(), d.has_enumerate_support)
q = t([0.1, 0.5, 0.9])
for d in (
    Normal(1.0, 2.0), Uniform(1.0, 3.0), Exponential(2.0), Laplace(0.0, 1.0), Cauchy(0.0, 1.0), Gumbel(0.0, 2.0),
    HalfNormal(1.0), Weibull(1.0, 2.0), Pareto(1.0, 3.0), LogNormal(0.0, 1.0),
):
    print(d.icdf(q), d.cdf(d.icdf(q)))
print(Gamma(2.0, 1.0).cdf(q), Binomial(4, t([0.5, 0.2])).entropy(), Weibull(1.0, 2.0).entropy(), Normal(0.0, 1.0).arg_constraints)
for randomness in ("error", "same", "different", "none"):
    torch.manual_seed(0)
    try:
        print(torch.vmap(lambda x: torch.randn(2) + x, randomness=randomness)(torch.zeros(2)))
    except RuntimeError as error:
        print(error)
