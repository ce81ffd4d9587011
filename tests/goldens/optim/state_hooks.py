# Hooks around what an optimizer saves and takes up; modules whose parameters nobody draws.
import torch, pickle, copy
from torch import nn
m=nn.Linear(2,1)
for o in (torch.optim.Adam(m.parameters()),torch.optim.SGD(m.parameters(),.1,momentum=.9),torch.optim.LBFGS(m.parameters())):
    hs=[o.register_state_dict_pre_hook(lambda op: print('pre',type(op).__name__)), o.register_state_dict_post_hook(lambda op,sd: {**sd,'extra':1}), o.register_state_dict_post_hook(lambda op,sd: print('first',list(sd)),prepend=True), o.register_load_state_dict_pre_hook(lambda op,sd: print('lpre',list(sd)) or {k:v for k,v in sd.items() if k!='extra'}), o.register_load_state_dict_post_hook(lambda op: print('lpost'))]
    sd=o.state_dict(); print(list(sd)); o.load_state_dict(sd); [h.remove() for h in hs]; print(list(o.state_dict())); print(len(copy.deepcopy(o).param_groups))
torch.manual_seed(0); a=torch.rand(1); torch.manual_seed(0); l=nn.utils.skip_init(nn.Linear,2,3,bias=False); print(torch.rand(1)==a, l, l.weight.shape)
try: nn.utils.skip_init(int)
except Exception as e: print(type(e).__name__,e)
