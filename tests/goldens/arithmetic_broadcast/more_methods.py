"""Methods of tensors that are written in Python."""
import torch
T=torch.tensor
x=T([[1.,2.],[3.,4.]]); x.t_(); print(x); x.squeeze_(); x.unsqueeze_(0); print(x.shape); print(T([1.,2.]).where(T([True,False]),T([9.,9.])), T([1.,2.]).multiply(3), torch.zeros(3).index_put_((T([1]),),T(5.)), T([3.]).lgamma(), torch.zeros(2,2).fill_diagonal_(1), T([1.,2.]).apply_(lambda v:v*2))
torch.manual_seed(0); print(torch.empty(3).log_normal_(), torch.empty(3).geometric_(.5), torch.empty(3).cauchy_())
a=torch.ones(2,requires_grad=True); (a*2).clamp_min(1).sum().backward(); print(a.grad, a.is_nonzero if False else '', torch.eye(2).to_sparse())
