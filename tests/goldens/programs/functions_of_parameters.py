"""Modules as functions of their parameters, by the package that torch.func came from, and what torch.func has besides."""

import torch
from functorch import combine_state_for_ensemble, grad, make_functional, make_functional_with_buffers, vmap
from torch import nn
from torch.func import functionalize, replace_all_batch_norm_modules_

torch.manual_seed(3)
model = nn.Sequential(nn.Linear(2, 2), nn.Tanh())
function, parameters = make_functional(model)
x = torch.ones(1, 2)
print(function(parameters, x), parameters, torch.equal(function(parameters, x), model(x)))
print([each.detach() for each in grad(lambda values: function(values, x).sum())(parameters)])
print([each.requires_grad for each in make_functional(model, disable_autograd_tracking=True)[1]])
norm, weights, buffers = make_functional_with_buffers(nn.BatchNorm1d(2))
print(norm(weights, buffers, torch.tensor([[1.0, 2.0], [3.0, 5.0]])), buffers, len(weights))
together, weights, buffers = combine_state_for_ensemble([nn.Linear(2, 1) for _ in range(3)])
print([each.shape for each in weights], buffers, vmap(together, in_dims=(0, 0, None))(weights, buffers, x).shape)
for wrong in (
    lambda: make_functional(nn.BatchNorm1d(2)),
    lambda: combine_state_for_ensemble([]),
    lambda: combine_state_for_ensemble([nn.Linear(2, 1), nn.ReLU()]),
    lambda: functionalize(torch.sin, remove="views"),
):
    try:
        wrong()
    except RuntimeError as error:
        print(str(error).split("\n")[0])
y = torch.ones(2)
print(functionalize(lambda value: value.add_(1))(y), y)
print(replace_all_batch_norm_modules_(nn.Sequential(nn.BatchNorm2d(2), nn.Sequential(nn.BatchNorm1d(3)))))
