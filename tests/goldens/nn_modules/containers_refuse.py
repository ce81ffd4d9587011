"""Sequences of modules added, repeated and inserted into; and what they refuse, unchanged by that."""
import torch
from torch import nn, optim

model = nn.Sequential(nn.Linear(1, 2), nn.ReLU())
other = nn.Sequential(nn.Tanh())
for call in (
    lambda: model + other, lambda: model + 1, lambda: model * 2, lambda: 2 * other, lambda: model * 0, lambda: model * 1.5,
    lambda: model.insert(9, nn.Tanh()), lambda: model.insert(0, 3), lambda: nn.ModuleList(nn.ReLU()), lambda: nn.ModuleDict(3),
    lambda: model.pop(0), lambda: model,
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
model *= 2
model += other
print(len(model), type(optim.AdamW(nn.Linear(1, 1).parameters())), optim.RMSprop, type(model), nn.Flatten, torch.no_grad)
