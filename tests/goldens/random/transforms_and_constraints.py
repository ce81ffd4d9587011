"""What transforms take and give, how much they stretch, and what constraints allow."""
import torch
from torch import distributions as D
from torch.distributions import biject_to, constraints, transform_to
from torch.distributions import transforms as T


def tell(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, "|", error)


torch.manual_seed(1)
numbers, square = torch.tensor([0.5, 1.0, 0.2]), torch.tensor([[1.0, 0.0], [0.5, 2.0]])
every = [
    (T.ExpTransform(), numbers), (T.SigmoidTransform(), numbers), (T.TanhTransform(), numbers),
    (T.AffineTransform(1.0, -3.0), numbers), (T.AffineTransform(0.0, torch.tensor([1.0, 2.0, -1.0]), event_dim=1), numbers),
    (T.PowerTransform(torch.tensor(2.0)), numbers), (T.SoftplusTransform(), numbers), (T.AbsTransform(), -numbers),
    (T.SoftmaxTransform(), numbers), (T.StickBreakingTransform(), numbers), (T.LowerCholeskyTransform(), square),
    (T.CorrCholeskyTransform(), numbers), (T.PositiveDefiniteTransform(), square), (T.ReshapeTransform((4,), (2, 2)), torch.arange(4.0)),
    (T.ComposeTransform([T.ExpTransform(), T.AffineTransform(0.0, 2.0)]), numbers), (T.IndependentTransform(T.ExpTransform(), 1), numbers),
    (T.CatTransform([T.ExpTransform(), T.TanhTransform()], 0, [1, 2]), numbers), (T.StackTransform([T.ExpTransform(), T.TanhTransform()]), square),
    (T.CumulativeDistributionTransform(D.Normal(0.0, 1.0)), numbers), (T.ExpTransform().inv, numbers),
]
for transform, x in every:
    print(transform, transform.bijective, transform.domain, transform.codomain)
    tell(lambda: transform.sign)
    y = transform(x)
    print(y, transform.inv(y), transform.inv, transform.inv.inv is transform)
    tell(lambda: transform.log_abs_det_jacobian(x, y))
    tell(lambda: (transform.forward_shape(x.shape), transform.inverse_shape(y.shape)))
tell(lambda: (T.ExpTransform() == T.ExpTransform(), T.AffineTransform(0, 1) == T.AffineTransform(0, 1), T.AffineTransform(0, 1) == T.AffineTransform(0, 2)))
tell(lambda: T.ExpTransform(cache_size=2))
tell(lambda: T.SoftmaxTransform().inv.event_dim)
tell(lambda: T.StickBreakingTransform().forward_shape(()))

for flow in (
    D.TransformedDistribution(D.Normal(torch.zeros(2), torch.ones(2)), [T.AffineTransform(1.0, 2.0), T.SigmoidTransform()]),
    D.TransformedDistribution(D.Normal(0.0, 1.0), T.AffineTransform(torch.zeros(3), -2.0)),
    D.TransformedDistribution(D.Normal(torch.zeros(2), 1.0), T.StickBreakingTransform()),
    D.TransformedDistribution(D.MultivariateNormal(torch.zeros(2), torch.eye(2)), [T.ExpTransform()]),
    D.TransformedDistribution(D.Uniform(0.0, 1.0), [T.SigmoidTransform().inv, T.AffineTransform(1.0, 2.0)]),
):
    x = flow.rsample()
    print(flow, flow.batch_shape, flow.event_shape, flow.support, x, flow.log_prob(x), flow.expand((2, *flow.batch_shape)).sample().shape)
    tell(lambda: flow.cdf(x))
    tell(lambda: flow.icdf(torch.full(flow.batch_shape, 0.3)))
tell(lambda: D.TransformedDistribution(D.Normal(0.0, 1.0), "exp"))
tell(lambda: D.TransformedDistribution(D.Normal(0.0, 1.0), T.SoftmaxTransform()))
tell(lambda: flow.mean)


class Planar(T.Transform):
    """Only one way: what it came from is remembered."""

    domain, codomain, bijective = constraints.real_vector, constraints.real_vector, True

    def __init__(self):
        super().__init__(cache_size=1)
        self.w, self.u = torch.tensor([1.0, -0.5]), torch.tensor([0.3, 0.2])

    def _call(self, z):
        return z + self.u * torch.tanh(z @ self.w).unsqueeze(-1)

    def log_abs_det_jacobian(self, z, y):
        return torch.log(torch.abs(1 + (1 - torch.tanh(z @ self.w) ** 2) * (self.w @ self.u)))


flow = D.TransformedDistribution(D.MultivariateNormal(torch.zeros(2), torch.eye(2)), [Planar(), Planar()])
x = flow.rsample((3,))
print(x, flow.log_prob(x))
tell(lambda: flow.log_prob(torch.zeros(2)))

for constraint in (
    constraints.positive, constraints.nonnegative, constraints.unit_interval, constraints.interval(0.0, 2.0), constraints.less_than(3.0), constraints.simplex,
    constraints.real, constraints.real_vector, constraints.lower_cholesky, constraints.positive_definite, constraints.corr_cholesky, constraints.boolean,
    constraints.cat([constraints.real, constraints.positive]), constraints.independent(constraints.positive, 1),
):
    print(constraint, constraint.is_discrete, constraint.event_dim)
    tell(lambda: biject_to(constraint))
    tell(lambda: transform_to(constraint))
tell(lambda: constraints.dependent.event_dim)
tell(lambda: constraints.dependent.check(1))
tell(lambda: constraints.independent(constraints.positive, 1).check(torch.tensor([[1.0, 2.0], [-1.0, 1.0]])))
tell(lambda: constraints.independent(constraints.positive, 1).check(torch.tensor(1.0)))
tell(lambda: constraints.multinomial(3).check(torch.tensor([1, 2])))
tell(lambda: constraints.stack([constraints.real, constraints.positive]).check(torch.tensor([1.0, -1.0])))
tell(lambda: (constraints.positive_semidefinite.check(torch.zeros(2, 2)), constraints.positive_definite.check(torch.zeros(2, 2))))
