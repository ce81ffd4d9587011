"""What distributions say of themselves: how they print, their modes and supports, and what they do not know."""
import torch
from torch.distributions import (
    Bernoulli, Categorical, Exponential, Gamma, Laplace, Normal, Poisson, StudentT, Uniform, kl_divergence
)

torch.manual_seed(0)
for one in (
    Normal(0.0, 1.0), Normal(torch.zeros(1), torch.ones(1)), Normal(torch.zeros(2), torch.ones(2)),
    Bernoulli(torch.tensor([0.3])), Bernoulli(logits=torch.zeros(2)), Bernoulli(0.7), Categorical(torch.tensor([0.25, 0.75])),
    Categorical(logits=torch.zeros(2, 3)), Uniform(0.0, 2.0), Exponential(torch.tensor([1.5])), Poisson(torch.tensor([4.5])),
    Gamma(torch.tensor([2.0]), torch.tensor([1.0])), Laplace(0.0, 1.0), StudentT(torch.tensor([2.0])),
):
    print(one, one.batch_shape, one.event_shape, one.support)
    for name in ("mean", "variance", "stddev", "mode"):
        print(" ", name, getattr(one, name))
    print("  drawn", one.sample())
    print("  drawn", one)
for call in (lambda: Categorical(torch.tensor([0.5, 0.5])).cdf(torch.tensor(0.5)), lambda: Poisson(torch.tensor(1.0)).entropy(),
             lambda: Bernoulli(0.5).icdf(torch.tensor(0.5)), lambda: Normal(0.0, -1.0), lambda: Bernoulli(0.5).other):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
print(Uniform(0.0, 2.0).support.check(torch.tensor([1.0, 3.0])), kl_divergence(Bernoulli(0.3), Bernoulli(0.5)))
