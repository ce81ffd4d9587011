# Layers that forget what they learned, parametrizations that are computed once, sequences that cannot be padded.
import torch
from torch import nn
from torch.nn.utils import parametrize
from torch.nn.utils.rnn import pad_sequence
torch.manual_seed(0)
model = nn.Sequential(nn.Conv1d(1, 4, 3), nn.BatchNorm1d(4), nn.PReLU(4, init=0.1), nn.GroupNorm(2, 4), nn.InstanceNorm1d(4, affine=True, track_running_stats=True), nn.LayerNorm(5), nn.RMSNorm(5), nn.BatchNorm1d(4, affine=False), nn.BatchNorm1d(4, track_running_stats=False))
opt = torch.optim.SGD(model.parameters(), lr=0.5)
for _ in range(2): opt.zero_grad(); (model(torch.randn(3, 1, 7)) ** 2).sum().backward(); opt.step()
print(model[1].num_batches_tracked, (model[1].weight == 1).all(), model[2].weight.ne(0.1).any())
model[1].reset_running_stats(); print(model[1].running_mean, model[1].num_batches_tracked, (model[1].weight == 1).all())
def again(module):
    if hasattr(module, "reset_parameters"): print("reset", module); module.reset_parameters()
model.apply(again); print({k: v.flatten()[:4].tolist() for k, v in model.state_dict().items() if k[0] != "0"})
for k in (nn.BatchNorm1d(2), nn.BatchNorm1d(2).eval(), nn.BatchNorm1d(2, affine=False).eval()):
    print(k(torch.tensor([[1.0, 2.0], [3.0, 6.0]], requires_grad=True)))
print(nn.TripletMarginWithDistanceLoss(), nn.TripletMarginWithDistanceLoss(distance_function=nn.L1Loss()))
class Symmetric(nn.Module):
    calls = 0
    def forward(self, x): Symmetric.calls += 1; return x.triu() + x.triu(1).T
l = nn.Linear(2, 2); parametrize.register_parametrization(l, "weight", Symmetric()); Symmetric.calls = 0
with parametrize.cached():
    print(l.weight is l.weight)
    with parametrize.cached(): l(torch.ones(1, 2))
    l(torch.ones(1, 2)).sum().backward(); print(Symmetric.calls, l.parametrizations.weight.original.grad)
print(l.weight is l.weight, Symmetric.calls)
for given in ([1, 2], [[1, 2]], 3, [], [torch.ones(2, 3), torch.ones(2, 4)]):
    try: pad_sequence(given)
    except Exception as e: print(type(e).__name__, e)
print(pad_sequence(torch.ones(2, 3), batch_first=True))
