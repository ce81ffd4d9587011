# Distributions that few programs use: draws, likelihoods, moments; transforms there and back; constraints.
import torch
import torch.distributions as D
from torch.distributions import constraints
v = torch.tensor([0.2, 0.5, 0.7])
for d in (D.HalfCauchy(v), D.InverseGamma(v + 3, v), D.FisherSnedecor(v + 5, v + 6), D.Kumaraswamy(v + 1, v + 2),
          D.ContinuousBernoulli(v), D.VonMises(v, v + 1), D.GeneralizedPareto(v * 0, v, v * 0.1)):
    torch.manual_seed(0)
    print(type(d).__name__, d.sample((2,)), d.log_prob(v))
for d in (D.HalfCauchy(v), D.InverseGamma(v + 3, v), D.FisherSnedecor(v + 5, v + 6), D.Kumaraswamy(v + 1, v + 2), D.ContinuousBernoulli(v), D.VonMises(v, v + 1)):
    print(d.mean, d.variance)
torch.manual_seed(0)
d = D.LogisticNormal(v, v)
x = d.sample()
print(x, x.sum(), d.log_prob(x))
d = D.LowRankMultivariateNormal(v, torch.tensor([[1.], [2.], [3.]]), v)
print(d.sample(), d.log_prob(v), d.variance, d.entropy())
d = D.OneHotCategoricalStraightThrough(torch.tensor([0.2, 0.8], requires_grad=True))
print(d.rsample((2,)).detach())
d = D.LKJCholesky(3, 0.5)
x = d.sample()
print(x, d.log_prob(x))
d = D.Wishart(torch.tensor(4.), torch.tensor([[2., 0.5], [0.5, 1.]]))
x = d.sample()
print(x, d.log_prob(x), d.mean, d.variance)
for t in (D.StickBreakingTransform(), D.CorrCholeskyTransform(), D.SoftmaxTransform(), D.CumulativeDistributionTransform(D.Uniform(0., 1.))):
    y = t(v)
    print(y)
t = D.StickBreakingTransform()
print(t.inv(t(v)), t.log_abs_det_jacobian(v, t(v)))
m = torch.tensor([[0.3, 9.], [0.4, -0.2]])
print(D.LowerCholeskyTransform()(m), D.ReshapeTransform((2, 2), (4,))(m))
print(D.IndependentTransform(D.ExpTransform(), 1).log_abs_det_jacobian(m, m.exp()))
for c in (constraints.positive, constraints.unit_interval, constraints.simplex, constraints.greater_than(1.), constraints.interval(-1., 2.)):
    print(c, c.check(v), D.transform_to(c)(v))
