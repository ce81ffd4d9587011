"""All steps of a recurrent layer at once: values, gradients, gradients of gradients, both directions, frozen weights."""

import torch
from torch import nn


def told(*tensors):
    return [round(tensor.double().abs().sum().item(), 3) for tensor in tensors]


for kind, options in (
    ("RNN", {}),
    ("RNN", {"nonlinearity": "relu", "bidirectional": True}),
    ("LSTM", {"batch_first": True}),
    ("LSTM", {"bidirectional": True, "bias": False}),
    ("GRU", {"num_layers": 2}),
    ("GRU", {"bias": False}),
):
    torch.manual_seed(2)
    layer = getattr(nn, kind)(3, 4, **options)
    x = torch.randn(5, 2, 3, requires_grad=True)
    output, last = layer(x)
    states = last if kind == "LSTM" else (last,)
    loss = output.pow(2).sum() + sum(state.sin().sum() for state in states)
    loss.backward()
    print(kind, options, told(output, *states), told(x.grad, *(weight.grad for weight in layer.parameters())))

# A gradient's own gradient goes through the steps.
torch.manual_seed(3)
layer = nn.GRU(2, 3)
x = torch.randn(4, 1, 2, requires_grad=True)
(slope,) = torch.autograd.grad(layer(x)[0].pow(2).sum(), x, create_graph=True)
slope.pow(2).sum().backward()
print(told(slope, x.grad, layer.weight_hh_l0.grad))

# Only what asks for a gradient gets one; a second pass over a freed graph is refused.
layer.weight_hh_l0.requires_grad_(False)
layer.zero_grad()
output, _ = layer(x, torch.ones(1, 1, 3, requires_grad=True))
total = output.sum()
total.backward()
print(layer.weight_hh_l0.grad, told(layer.weight_ih_l0.grad))
try:
    total.backward()
except RuntimeError as error:
    print(str(error)[:50])

# Of the states alone, and of one output alone.
layer = nn.LSTM(2, 3)
torch.manual_seed(4)
for weight in layer.parameters():
    nn.init.normal_(weight)
output, (hidden, cell) = layer(x)
print(told(*torch.autograd.grad(cell.sum(), layer.parameters(), retain_graph=True)))
print(told(*torch.autograd.grad(output[1].sum(), layer.parameters())))
print(sorted(torch.autograd.grad(layer(x)[0].sum(), dict(layer.named_parameters()))))
with torch.no_grad():
    print(layer(x)[0].requires_grad, layer(x.double().float())[0].shape)
