# Distributions that check matrices, keep their parameters; checkpoint's two variants.
import torch, warnings
from torch import nn
from torch.distributions import *
from torch.utils.checkpoint import checkpoint, checkpoint_sequential
warnings.simplefilter('ignore')
m=nn.Linear(2,1); x=torch.ones(1,2)
print(checkpoint(m,x).requires_grad,checkpoint(m,x,use_reentrant=False).requires_grad,checkpoint(m,x,use_reentrant=True).requires_grad,checkpoint(m,x.clone().requires_grad_(),use_reentrant=True).requires_grad, checkpoint_sequential(nn.Sequential(m,nn.ReLU()),2,x,use_reentrant=False).requires_grad)
print(Multinomial(4,torch.tensor([.5,.5])).entropy(), Multinomial(3,torch.tensor([[.2,.3,.5],[.1,.1,.8]])).entropy())
mu=torch.zeros(2,requires_grad=True); s=torch.ones(2,requires_grad=True); n=Normal(mu,s); print(n.mean,n.loc is mu,n.stddev, Normal(mu,1.).mean, Uniform(mu,s).low, Beta(s,s).mean, Laplace(mu,s).loc, n.cdf(x[0]), n.rsample)if 0 else print(n.mean,n.stddev, Normal(mu,1.).mean, Laplace(mu,s).loc)
for e in ["MultivariateNormal(torch.zeros(2),torch.ones(2,2))","MultivariateNormal(torch.zeros(2),torch.tensor([[1.,.5],[0.,1.]]))","MultivariateNormal(torch.zeros(2),scale_tril=-torch.eye(2))","MultivariateNormal(torch.zeros(2),precision_matrix=torch.eye(2)*4).variance","MultivariateNormal(torch.zeros(3,2),torch.eye(2)).sample().shape","MultivariateNormal(torch.zeros(2),torch.eye(2)).log_prob(torch.ones(2))","MultivariateNormal(torch.zeros(2))","MultivariateNormal(torch.tensor([float('nan'),0]),torch.eye(2))","MultivariateNormal(torch.zeros(2),scale_tril=torch.eye(2)).entropy()"]:
    try: print(e,eval(e))
    except Exception as ex: print(e,'!!',type(ex).__name__,ex)
