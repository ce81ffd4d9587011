"""Weights that stay orthogonal while they are trained, whichever map makes them."""
import torch
from torch import nn
from torch.nn.utils import parametrize
from torch.nn.utils.parametrizations import orthogonal

for shape in ((3, 3), (2, 4), (4, 2)):
    for way in (None, "cayley", "matrix_exp", "householder"):
        torch.manual_seed(0)
        layer = orthogonal(nn.Linear(*shape), orthogonal_map=way)
        optimizer = torch.optim.SGD(layer.parameters(), lr=0.1)
        for _ in range(3):
            optimizer.zero_grad()
            layer(torch.ones(1, shape[0])).pow(2).sum().backward()
            optimizer.step()
        w = layer.weight.detach()
        product = w.T @ w if w.shape[0] >= w.shape[1] else w @ w.T
        print(shape, way, torch.allclose(product, torch.eye(min(shape)), atol=1e-5), [round(v, 3) for v in w[0].tolist()])
print(layer, list(layer.state_dict()))
layer.weight = torch.eye(2, 4)
print(layer.weight.abs().round().tolist(), parametrize.is_parametrized(layer))
for call in (lambda: orthogonal(nn.Linear(2, 2), "bias"), lambda: orthogonal(nn.Linear(2, 2), orthogonal_map="x")):
    try:
        call()
    except ValueError as error:
        print(error)
