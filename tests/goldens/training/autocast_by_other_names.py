"""Functions of one's own under autocast, gradients clipped by a norm that is known, and the processor as a device."""
import torch
from torch import nn


class Product(torch.autograd.Function):
    @staticmethod
    @torch.amp.custom_fwd(device_type="cpu")
    def forward(ctx, a, b):
        ctx.save_for_backward(a, b)
        return a.mm(b)

    @staticmethod
    @torch.amp.custom_bwd(device_type="cpu")
    def backward(ctx, g):
        a, b = ctx.saved_tensors
        return g.mm(b.t()).float(), a.t().mm(g).float()


class InFull(torch.autograd.Function):
    @staticmethod
    @torch.amp.custom_fwd(device_type="cpu", cast_inputs=torch.float32)
    def forward(ctx, a):
        ctx.save_for_backward(a)
        return a.mm(a)

    @staticmethod
    @torch.amp.custom_bwd(device_type="cpu")
    def backward(ctx, g):
        (a,) = ctx.saved_tensors
        return g.mm(a.t()) + a.t().mm(g)


a = torch.ones(2, 2, requires_grad=True)
with torch.autocast("cpu"):
    low, full = Product.apply(a, a), InFull.apply(a)
print(low.dtype, full.dtype)
(low.float().sum() + full.sum()).backward()
print(a.grad, a.grad.dtype)
print(torch.cpu.is_available(), torch.cpu.device_count(), torch.cpu.current_device(), a.is_meta, a.is_mps, a.detach().mH)
with torch.cpu.amp.autocast():
    print(torch.mm(a, a).dtype)
layer = nn.Linear(1, 1)
layer(torch.ones(1)).backward()
norm = nn.utils.get_total_norm([p.grad for p in layer.parameters()])
nn.utils.clip_grads_with_norm_(layer.parameters(), 0.5, norm)
print(norm, layer.weight.grad)
values = {"weight": torch.ones(1, 1), "bias": torch.zeros(1)}
print(nn.utils.stateless.functional_call(nn.Linear(1, 1), values, torch.ones(1)))
