"""Distributions of one's own, what is checked of parameters and values, and divergences of pairs."""
import math

import torch
from torch.distributions import *
from torch.distributions import constraints


def tell(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, "|", error)


class Triangular(Distribution):
    arg_constraints = {"width": constraints.positive}
    has_rsample = True

    def __init__(self, width, validate_args=None):
        self.width = torch.as_tensor(width)
        super().__init__(self.width.shape, validate_args=validate_args)

    @constraints.dependent_property(is_discrete=False, event_dim=0)
    def support(self):
        return constraints.interval(-self.width, self.width)

    def rsample(self, sample_shape=torch.Size()):
        shape = self._extended_shape(sample_shape)
        return self.width * (torch.rand(shape) - torch.rand(shape))

    def log_prob(self, value):
        if self._validate_args:
            self._validate_sample(value)
        return ((1 - value.abs() / self.width) / self.width).log()


torch.manual_seed(0)
own = Triangular(2.0)
print(own, own.sample((3,)), own.log_prob(torch.tensor(0.5)), own.support, Triangular.support, own.arg_constraints)
tell(lambda: Triangular(-1.0))
tell(lambda: own.log_prob(torch.tensor(3.0)))
tell(lambda: Triangular(-1.0, validate_args=False).width)
tell(lambda: own.mean)
tell(lambda: own.entropy())
tell(lambda: own.mode)
tell(lambda: Normal(torch.zeros(2), torch.ones(2)).log_prob(torch.zeros(3)))
tell(lambda: Dirichlet(torch.ones(3)).log_prob(torch.ones(2) / 2))
tell(lambda: MultivariateNormal(torch.zeros(2), torch.zeros(2, 2)))
tell(lambda: MultivariateNormal(torch.zeros(2), torch.ones(2)))
Distribution.set_default_validate_args(False)
tell(lambda: Normal(0.0, -1.0))
Distribution.set_default_validate_args(True)
tell(lambda: Normal(0.0, -1.0))

vectors = MultivariateNormal(torch.zeros(2), scale_tril=torch.tensor([[1.0, 0.0], [0.5, 1.0]]))
print(vectors, vectors.arg_constraints)
print(vectors.covariance_matrix, vectors.precision_matrix, vectors)
chances = Categorical(logits=torch.tensor([[0.0, 1.0], [2.0, 0.0]]))
print(chances, chances.probs, chances, chances.param_shape, chances.support)
print(Multinomial(4, torch.tensor([[0.2, 0.8], [0.5, 0.5]])).entropy(), Wishart(torch.tensor(4.0), torch.eye(2)).entropy(), Wishart(torch.tensor(4.0), torch.eye(2)))
print(InverseGamma(3.0, 1.0), InverseGamma(3.0, 1.0).entropy(), Kumaraswamy(2.0, 3.0), Kumaraswamy(2.0, 3.0).entropy())
print(ContinuousBernoulli(0.3).entropy(), ContinuousBernoulli(0.3).cdf(torch.tensor(0.4)), GeneralizedPareto(0.0, 1.0, 0.1).variance)
print(Beta(1.0, 2.0).arg_constraints, MixtureSameFamily(chances, Normal(torch.zeros(2, 2), 1.0)).support)

pairs = [Normal(0.1, 1.2), Uniform(0.1, 0.9), Exponential(1.5), Gamma(2.0, 1.5), Laplace(0.2, 0.8)]
for p in pairs:
    for q in pairs:
        tell(lambda: (type(p).__name__, type(q).__name__, kl_divergence(p, q)))
for p, q in (
    (Gumbel(0.0, 1.0), Gumbel(1.0, 2.0)), (Pareto(1.0, 2.0), Pareto(0.5, 1.0)), (Cauchy(0.0, 1.0), Cauchy(1.0, 2.0)), (LogNormal(0.0, 1.0), LogNormal(1.0, 1.0)),
    (Normal(0.0, 1.0), Poisson(1.0)), (Poisson(1.0), Bernoulli(0.5)), (Chi2(2.0), Chi2(3.0)), (StudentT(2.0), Normal(0.0, 1.0)),
    (TransformedDistribution(Normal(0.0, 1.0), [ExpTransform()]), TransformedDistribution(Normal(1.0, 2.0), [ExpTransform()])), (own, own),
):
    tell(lambda: kl_divergence(p, q))


@register_kl(Triangular, Triangular)
def _of_triangles(p, q):
    return torch.tensor(math.log(2.0))


print(kl_divergence(own, own))


class Decay(ExponentialFamily):
    arg_constraints, support, _mean_carrier_measure = {"rate": constraints.positive}, constraints.nonnegative, 0

    def __init__(self, rate):
        self.rate = torch.as_tensor(rate)
        super().__init__(self.rate.shape)

    @property
    def _natural_params(self):
        return (-self.rate,)

    def _log_normalizer(self, x):
        return -torch.log(-x)


print(Decay(2.0), Decay(2.0).entropy(), Exponential(2.0).entropy(), isinstance(Normal(0.0, 1.0), ExponentialFamily))

# Gradients: of parameters that are leaves, after a draw, and through draws of gamma, beta and Dirichlet distributions.
leaf = torch.tensor([0.0, 1.0], requires_grad=True)
normal = Normal(leaf, 1.0)
normal.log_prob(torch.zeros(2)).sum().backward()
print(normal.loc is leaf, leaf.grad)
logits = torch.zeros(2, 3, requires_grad=True)
chances = Categorical(logits=logits)
chances.sample()
chances.probs[:, 0].sum().backward()
print(logits.grad)
torch.manual_seed(1)
for make in (lambda k: Gamma(k, 2.0), lambda k: Beta(k, 1.5), Dirichlet, Chi2, StudentT):
    shapes = torch.tensor([0.7, 2.0, 3.0], requires_grad=True)
    drawn = make(shapes).rsample()
    (drawn * torch.tensor([1.0, 2.0, 3.0])).sum().backward()
    print(drawn.detach(), [f"{each:.2f}" for each in shapes.grad.tolist()])
