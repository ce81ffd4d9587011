# How far distributions of different families are apart, and draws from a circle.
import torch
from torch import distributions as d
from torch import tensor


def show(p, q):
    try:
        found = f"{d.kl_divergence(p, q).item():.4f}"
    except Exception as error:
        found = type(error).__name__
    print(type(p).__name__, type(q).__name__, found)


scalar = [
    d.Normal(tensor(0.3), tensor(1.2)),
    d.Gumbel(tensor(0.3), tensor(1.2)),
    d.Beta(tensor(1.3), tensor(1.2)),
    d.Gamma(tensor(1.3), tensor(1.2)),
    d.Exponential(tensor(1.2)),
    d.Laplace(tensor(0.3), tensor(1.2)),
    d.Uniform(tensor(0.2), tensor(0.9)),
    d.Uniform(tensor(-0.5), tensor(1.5)),
    d.Pareto(tensor(0.1), tensor(2.5)),
    d.Pareto(tensor(0.1), tensor(0.9)),
    d.Poisson(tensor(1.2)),
    d.Bernoulli(tensor(0.3)),
    d.ContinuousBernoulli(tensor(0.3)),
    d.ContinuousBernoulli(tensor(0.7)),
]
for p in scalar:
    for q in scalar:
        show(p, q)
vectors = [
    d.MultivariateNormal(tensor([0.0, 1.0]), torch.eye(2) * 2),
    d.LowRankMultivariateNormal(tensor([0.5, 1.0]), torch.ones(2, 1), torch.ones(2)),
    d.LowRankMultivariateNormal(tensor([0.0, 2.0]), tensor([[1.0], [2.0]]), torch.ones(2)),
]
for p in vectors:
    for q in vectors:
        if p is not q:
            show(p, q)
torch.manual_seed(0)
print(d.VonMises(0.0, 1.0).sample((6,)))
print(d.VonMises(tensor([0.5, -3.0]), tensor([0.1, 8.0])).sample((3,)))
