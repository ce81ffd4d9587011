"""Two dozen distributions: what they are drawn as, how likely draws are, how far they are apart."""
import torch
from torch import distributions as D
t=torch.tensor
mk=lambda: [D.Gamma(t([2.,.5]),t([1.,3.])),D.Gamma(2.,1.),D.Chi2(3.),D.Beta(t([2.,.5]),t([3.,.5])),D.Beta(2.,3.),D.Dirichlet(t([1.,2.,3.])),D.HalfNormal(2.),D.Weibull(2.,t([1.5,3.])),D.Pareto(1.,3.),D.Laplace(0.,t([1.,2.])),D.Cauchy(0.,1.),D.Gumbel(1.,2.),D.LogNormal(0.,t([1.,.5])),D.LogNormal(0.,1.),D.StudentT(t([3.,5.])),
D.Binomial(10,t([.3,.7])),D.Binomial(100,.4),D.Geometric(t([.2,.6])),D.NegativeBinomial(5.,t([.3,.5])),D.Multinomial(10,t([.2,.3,.5])),D.OneHotCategorical(t([.2,.3,.5])),D.MixtureSameFamily(D.Categorical(t([.3,.7])),D.Normal(t([0.,5.]),t([1.,2.]))),D.TransformedDistribution(D.Normal(0.,1.),[D.ExpTransform(),D.AffineTransform(1.,2.)]),D.RelaxedBernoulli(t(.5),t([.2,.9])),D.RelaxedOneHotCategorical(t(.5),t([.2,.3,.5])),D.Poisson(t([2.,30.]))]
torch.manual_seed(1)
for d in mk():
    print(repr(d), d.batch_shape, d.event_shape)
    for f in ('mean','variance','stddev','mode'):
        if f=='mode' and type(d).__name__ in('Dirichlet','Beta','Weibull','Pareto','Binomial','Geometric','NegativeBinomial','OneHotCategorical','Poisson'): continue
        try: print(' ',f,getattr(d,f))
        except (NotImplementedError,AttributeError): pass
    s=d.sample(); print('  sample',s, d.sample((2,)))
    try: print('  log_prob', d.log_prob(s) if type(d).__name__ not in ('TransformedDistribution', 'RelaxedBernoulli') else '')
    except NotImplementedError: print('none')
    if type(d).__name__ not in ('Binomial','NegativeBinomial','Multinomial','MixtureSameFamily','TransformedDistribution','RelaxedBernoulli','RelaxedOneHotCategorical','Poisson','Weibull'):
        print('  entropy', d.entropy())
for p,q in [(D.Gamma(2.,1.),D.Gamma(3.,2.)),(D.Beta(2.,1.),D.Beta(1.,3.)),(D.Dirichlet(t([1.,2.])),D.Dirichlet(t([3.,1.]))),(D.Laplace(0.,1.),D.Laplace(1.,2.)),(D.Poisson(2.),D.Poisson(3.)),(D.Geometric(.3),D.Geometric(.5)),(D.Binomial(5,.3),D.Binomial(5,.4)),(D.MultivariateNormal(torch.zeros(2),torch.eye(2)),D.MultivariateNormal(torch.ones(2),2*torch.eye(2))),(D.Normal(0.,1.),D.Laplace(0.,1.))]:
    try: print(D.kl_divergence(p,q))
    except NotImplementedError as e: print('NI', type(p).__name__,type(q).__name__)
for f in (lambda: D.Gamma(-1.,1.), lambda: D.Beta(t([1.,-1.]),1.), lambda: D.Gamma(1.,1.).log_prob(t(-1.)), lambda: D.Binomial(5,1.5), lambda: D.Dirichlet(t([1.,0.]))):
    try: f()
    except ValueError as e: print(e)
loc=t(0.,requires_grad=True); D.Laplace(loc,1.).rsample((3,)).sum().backward(); print(loc.grad)
print(torch.distributions.normal.Normal(0.,1.))
