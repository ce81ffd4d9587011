# Pools of windows by chance, softmax of many classes, channels dropped, volumes put back, attention of given weights.
import torch, torch.nn.functional as F, torch.nn as nn
torch.manual_seed(1)
x=torch.randn(2,3,9,7)
print(F.fractional_max_pool2d(x,(2,3),output_ratio=(0.5,0.5),return_indices=True))
y=torch.randn(1,2,5,6,7)
print(F.fractional_max_pool3d(y,2,output_size=(2,3,4),return_indices=True))
m=nn.AdaptiveLogSoftmaxWithLoss(8,12,[3,6]); print(m)
h=torch.randn(4,8); print(m(h,torch.tensor([0,4,11,7]))); print(m.log_prob(h)[0], m.predict(h))
torch.manual_seed(2)
d=nn.FeatureAlphaDropout(0.4); print(d, d(torch.ones(2,3,2)))
p,i=F.max_pool3d(torch.randn(1,2,4,6,8),2,return_indices=True); print(nn.MaxUnpool3d(2)(p,i).sum(), nn.MaxUnpool3d(2))
l=nn.MultiheadAttention(4,2); q=torch.randn(3,2,4)
print(F.multi_head_attention_forward(q,q,q,4,2,l.in_proj_weight,l.in_proj_bias,None,None,False,0.,l.out_proj.weight,l.out_proj.bias))
