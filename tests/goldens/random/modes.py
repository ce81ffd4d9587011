import torch
import torch.distributions as D

T = torch.tensor
for one in (
    D.Beta(2.0, 3.0), D.Beta(0.5, 0.5), D.Beta(1.0, 1.0), D.Dirichlet(T([2.0, 3.0, 0.5])), D.Dirichlet(T([0.2, 0.9])),
    D.Binomial(5, T(0.3)), D.Geometric(T(0.3)), D.NegativeBinomial(T([3.0]), T([0.4])), D.OneHotCategorical(T([0.2, 0.8])),
    D.Pareto(T([1.0]), T([2.0])), D.Weibull(T([1.0]), T([2.0])), D.MultivariateNormal(torch.zeros(2), torch.eye(2)),
    D.Independent(D.Normal(torch.zeros(2), torch.ones(2)), 1),
):  # fmt: skip
    print(type(one).__name__, one.mode)
print(D.MultivariateNormal(torch.zeros(2), torch.eye(2)).support)
for call in (lambda: D.Multinomial(3, T([0.2, 0.8])).mode, lambda: torch.tensordot(torch.ones(2, 3), torch.ones(2, 3), 1),
             lambda: torch.tensordot(torch.ones(2, 3, 4), torch.ones(3, 5, 2), 2)):
    try:
        print(call())
    except (NotImplementedError, RuntimeError) as error:
        print(type(error).__name__, str(error).rsplit(" ", 4)[-4:])
