"""What hooks around an optimizer's step are given, and what they may give back."""

import torch
from torch import nn, optim

torch.manual_seed(2)
layer = nn.Linear(2, 1)
optimizer = optim.SGD(layer.parameters(), lr=0.5)


def told(word):
    def hook(given, args, kwargs):
        print(word, given is optimizer, len(args), args[0] is optimizer, sorted(kwargs))

    return hook


before = optimizer.register_step_pre_hook(told("before"))
optimizer.register_step_post_hook(told("after"))
layer(torch.ones(1, 2)).sum().backward()
print(optimizer.step(), layer.weight)
print(optimizer.step(lambda: 3), optimizer.step(closure=lambda: 4))
before.remove()
other = optimizer.register_step_pre_hook(lambda given, args, kwargs: (args, {"closure": lambda: 5}))
print(optimizer.step())
other.remove()
for wrong in (7, (1, 2, 3)):
    handle = optimizer.register_step_pre_hook(lambda given, args, kwargs: wrong)
    try:
        optimizer.step()
    except RuntimeError as error:
        print(str(error).partition("must")[2])
    handle.remove()
