import torch
from torch import nn
from torch.func import functional_call, grad, grad_and_value, linearize, vjp, vmap

m = nn.Linear(2, 1)
with torch.no_grad():
    m.weight.copy_(torch.tensor([[1.0, 2.0]]))
    m.bias.fill_(0.5)
parameters = {name: each.detach() for name, each in m.named_parameters()}


def loss(parameters, x, y):
    return ((functional_call(m, parameters, (x.unsqueeze(0),)) - y) ** 2).sum()


each = vmap(grad(loss), in_dims=(None, 0, 0))(parameters, torch.arange(6.0).reshape(3, 2), torch.ones(3))
print(each)
print(grad_and_value(loss)(parameters, torch.ones(2), torch.zeros(1)))
print(grad(lambda d: (d["a"] * d["b"][0]).sum())({"a": torch.ones(2), "b": [torch.tensor([2.0, 3.0])]}))
print(grad(lambda x: ((x**2).sum(), x), has_aux=True)(torch.ones(2)), grad(lambda x, y: (x * y).sum(), argnums=(0, 1))(torch.ones(2), torch.ones(2)))
value, product = linearize(torch.sin, torch.zeros(2))
print(value, product(torch.tensor([1.0, 2.0])), vjp(torch.sin, torch.zeros(2))[1](torch.ones(2)))
