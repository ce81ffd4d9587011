"""Weights by length and by size, pruned weights, means of weights, layers that hardly any program uses."""
import torch, warnings
from torch import nn
import torch.nn.utils.prune as prune
import torch.nn.utils.parametrize as P
from torch.nn.utils.parametrizations import weight_norm, spectral_norm
import torch.nn.functional as F
torch.manual_seed(0)
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e)[:200])
m=weight_norm(nn.Linear(3,2)); print(m, [n for n,_ in m.named_parameters()], m.weight.detach(), m(torch.ones(1,3)))
m(torch.ones(1,3)).sum().backward(); print(m.parametrizations.weight.original0.grad, P.is_parametrized(m,'weight'))
P.remove_parametrizations(m,'weight'); print(m, m.weight, [n for n,_ in m.named_parameters()])
class Sym(nn.Module):
    def forward(self,X): return X.triu()+X.triu(1).mT
l=nn.Linear(3,3); P.register_parametrization(l,'weight',Sym()); print(l, torch.allclose(l.weight,l.weight.T), list(l.state_dict()))
s=spectral_norm(nn.Linear(4,3)); s.train(); y=s(torch.ones(1,4)); print(s, y.shape, [n for n,_ in s.named_buffers()], torch.linalg.matrix_norm(s.weight,2)<1.3)
warnings.simplefilter('ignore'); old=nn.utils.weight_norm(nn.Linear(3,2)); print([n for n,_ in old.named_parameters()], old(torch.ones(1,3)).shape)
nn.utils.remove_weight_norm(old); print([n for n,_ in old.named_parameters()])
# prune
torch.manual_seed(1)
n=nn.Linear(4,3)
prune.l1_unstructured(n,'weight',amount=0.5); print(n.weight, [k for k,_ in n.named_parameters()],[k for k,_ in n.named_buffers()], n.weight_mask)
prune.random_unstructured(n,'bias',amount=1); print(n.bias, prune.is_pruned(n), list(n.state_dict()))
prune.remove(n,'weight'); print(n.weight, [k for k,_ in n.named_parameters()])
c=nn.Conv2d(2,4,3); prune.ln_structured(c,'weight',amount=2,n=2,dim=0); print((c.weight.flatten(1).abs().sum(1)==0).sum())
c=nn.Conv2d(2,4,3); prune.random_structured(c,'weight',amount=.5,dim=1); print(c.weight_mask[0,:,0,0])
a,b=nn.Linear(3,3),nn.Linear(3,2); prune.global_unstructured([(a,'weight'),(b,'weight')],pruning_method=prune.L1Unstructured,amount=.4); print(int((a.weight==0).sum()+(b.weight==0).sum()))
prune.l1_unstructured(a,'weight',amount=3); print(int((a.weight==0).sum()))
d=nn.Linear(2,2); prune.custom_from_mask(d,'weight',torch.tensor([[1.,0.],[0.,1.]])); print(d.weight); prune.identity(nn.Linear(1,1),'weight')
d(torch.ones(1,2)).sum().backward(); print(d.weight_orig.grad)
show(lambda: prune.l1_unstructured(nn.Linear(2,2),'weight',amount=1.5)); show(lambda: prune.l1_unstructured(nn.Linear(2,2),'weight',amount=10)); show(lambda: prune.remove(nn.Linear(2,2),'weight'))
# swa
from torch.optim.swa_utils import AveragedModel, SWALR, update_bn, get_ema_multi_avg_fn
torch.manual_seed(2)
net=nn.Sequential(nn.Linear(2,3),nn.BatchNorm1d(3)); sw=AveragedModel(net); opt=torch.optim.SGD(net.parameters(),lr=.1); sch=SWALR(opt,swa_lr=.05,anneal_epochs=3)
for i in range(4):
    opt.zero_grad(); net(torch.randn(5,2)).pow(2).sum().backward(); opt.step(); sw.update_parameters(net); sch.step(); print(opt.param_groups[0]['lr'])
print(sw.n_averaged, sw.module[0].weight, list(sw.state_dict())[:2])
update_bn([torch.randn(5,2) for _ in range(3)], sw); print(sw.module[1].running_mean)
em=AveragedModel(net,multi_avg_fn=get_ema_multi_avg_fn(0.9)); em.update_parameters(net); net[0].weight.data+=1; em.update_parameters(net); print(em.module[0].weight)
# layers
torch.manual_seed(3)
x=torch.randn(2,3,4,4)
print(nn.UpsamplingBilinear2d(scale_factor=2)(x).shape, nn.UpsamplingBilinear2d(scale_factor=2), nn.LPPool2d(2,2)(x).shape, nn.LPPool2d(2,2), nn.LPPool1d(2,2)(x[:,:,0]).shape)
p,i=nn.MaxPool2d(2,return_indices=True)(x); print(nn.MaxUnpool2d(2)(p,i)[0,0], nn.MaxUnpool2d(2))
r=nn.RReLU(); print(r, r.eval()(torch.tensor([-1.,2.])))
t=nn.TripletMarginWithDistanceLoss(distance_function=nn.PairwiseDistance()); print(t(torch.ones(2,3),torch.zeros(2,3),torch.ones(2,3)*2))
print(nn.MultiLabelMarginLoss()(torch.tensor([[.1,.2,.4,.8]]),torch.tensor([[3,0,-1,1]])))
lp=torch.randn(6,2,5).log_softmax(2).requires_grad_(); tg=torch.tensor([[1,2,2],[3,1,0]]); il=torch.tensor([6,5]); tl=torch.tensor([3,2])
for red in ('mean','sum','none'):
    loss=nn.CTCLoss(reduction=red)(lp,tg,il,tl); print(loss.detach())
nn.CTCLoss()(lp,tg,il,tl).backward(); print(lp.grad[0])
print(F.ctc_loss(lp,torch.tensor([1,2,2,3,1]),il,tl), nn.CTCLoss())
