import torch
from torch import nn

torch.manual_seed(3)
torch.set_num_threads(1)


def bits(name, values):
    print(name, [value.hex() for value in values.detach().flatten().tolist()][:40])


def given(layer):
    layer.weight.data, layer.bias.data = torch.rand(len(layer.weight)), torch.rand(len(layer.bias))
    return layer


for shape in [(2, 2, 2, 2), (3, 4, 9), (4, 3, 7, 7), (6, 5), (16, 12), (5, 3, 2, 2)]:
    norm = given((nn.BatchNorm2d if len(shape) == 4 else nn.BatchNorm1d)(shape[1]))
    x = (torch.randn(shape) * 2 + 1).requires_grad_()
    out = norm(x)
    out.backward(torch.randn(shape))
    for name, values in [("out", out), ("dx", x.grad), ("dw", norm.weight.grad), ("db", norm.bias.grad)]:
        bits(name, values)
    bits("mean", norm.running_mean)
    bits("var", norm.running_var)
    with torch.no_grad():
        bits("eval", norm.eval()(x))
for shape in [(5, 4), (3, 8), (2, 7, 32), (2, 100), (1, 300), (1, 512)]:
    bits(f"layer {shape}", given(nn.LayerNorm(shape[-1]))(torch.randn(shape) * 2 + 1))
for samples, channels, groups, side in [(3, 4, 2, 3), (2, 6, 3, 8), (6, 4, 4, 2)]:
    bits("group", given(nn.GroupNorm(groups, channels))(torch.randn(samples, channels, side, side) * 2 + 1))
