"""Hooks of backward passes for every module, what hooks of loading are told, and modules that forgot to begin."""

import torch
from torch import nn, optim
from torch.nn.modules.module import (
    register_module_forward_hook,
    register_module_full_backward_hook,
    register_module_full_backward_pre_hook,
)

torch.manual_seed(1)
model = nn.Sequential(nn.Linear(2, 2), nn.ReLU(), nn.Linear(2, 1))
ahead = register_module_full_backward_pre_hook(lambda module, grads: print("before", type(module).__name__, grads))
behind = register_module_full_backward_hook(lambda module, inner, outer: print("after", type(module).__name__, inner, outer))
model[0].register_full_backward_hook(lambda module, inner, outer: print("own", inner))
model(torch.ones(1, 2, requires_grad=True)).sum().backward()
ahead.remove()
behind.remove()
doubled = register_module_full_backward_hook(lambda module, inner, outer: tuple(each * 2 for each in inner))
shown = register_module_forward_hook(lambda module, args, output: print("forward", type(module).__name__))
x = torch.ones(1, 2, requires_grad=True)
model(x).sum().backward()
print(x.grad)
doubled.remove()
shown.remove()
x = torch.ones(1, 2, requires_grad=True)
model(x).sum().backward()
print(x.grad)

layer = nn.Linear(2, 1)


def numbered(number):
    def inner(module, inner, outer):
        print("inner", number, inner)
        return tuple(each * 2 for each in inner)

    def outer(module, outer):
        print("outer", number, outer)
        return tuple(each * 10 for each in outer)

    return inner, outer


for number in range(4):
    inner, outer = numbered(number)
    layer.register_full_backward_hook(inner, prepend=number == 2)
    layer.register_full_backward_pre_hook(outer, prepend=number == 3)
layer(torch.ones(1, 2, requires_grad=True)).sum().backward()

model.register_load_state_dict_pre_hook(lambda module, state, *told: print(len(state), told))
for assign in (False, True):
    print(model.load_state_dict(model.state_dict(), assign=assign))


class Hasty(nn.Module):
    def __init__(self):
        self.size = 3


for what in (
    Hasty,
    lambda: repr(Hasty()),
    lambda: list(Hasty().parameters()),
    lambda: list(Hasty().buffers()),
    lambda: list(Hasty().modules()),
    lambda: optim.SGD(Hasty().parameters(), lr=0.1),
):
    try:
        print(type(what()).__name__)
    except AttributeError as error:
        print(error)
print([each.training for each in model.train(mode=False).modules()], model.train(mode=True)[1].training)
