"""Scaled gradients, as programs for GPUs have them, on a machine without; checkpoints within models; data sets together."""
import warnings

import numpy as np
import torch
from torch import nn
from torch.utils.checkpoint import checkpoint, checkpoint_sequential
from torch.utils.data import ChainDataset, IterableDataset, StackDataset, default_convert, get_worker_info


def show(call):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            print(call())
        except Exception as error:
            print(type(error).__name__, error)
        for warning in caught:
            print("  warned:", warning.category.__name__, warning.message)


def train(device, **settings):
    torch.manual_seed(0)
    model = nn.Linear(2, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scaler = torch.amp.GradScaler(device, **settings)
    for _ in range(3):
        optimizer.zero_grad()
        with torch.autocast("cuda", enabled=False):
            loss = model(torch.ones(3, 2)).pow(2).mean()
        scaler.scale(loss).backward()
        scaler.unscale_(optimizer)
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        scaler.step(optimizer)
        scaler.update()
    return scaler.get_scale(), model.weight.data, scaler.state_dict()


def overflow():
    model = nn.Linear(1, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scaler = torch.amp.GradScaler("cpu", init_scale=8.0)
    before = model.weight.data.clone()
    scaler.scale((model(torch.ones(1, 1)) * float("inf")).sum()).backward()
    scaler.step(optimizer)
    scaler.update()
    return torch.equal(before, model.weight.data), scaler.get_scale()


def old_names():
    with torch.cuda.amp.autocast():
        return (torch.ones(2, 2) @ torch.ones(2, 2)).dtype, torch.cuda.amp.GradScaler().is_enabled()


show(lambda: train("cpu"))
show(lambda: train("cuda"))
show(lambda: train("cpu", init_scale=4.0, growth_interval=2))
show(overflow)
show(old_names)
show(lambda: (torch.cuda.memory_allocated(), torch.cuda.is_bf16_supported(), torch.is_autocast_enabled()))
show(lambda: torch.cuda.get_device_name(0))

x = torch.ones(2, requires_grad=True)
checkpoint(lambda v: (v * 3).sin(), x, use_reentrant=False).sum().backward()
print(x.grad, checkpoint_sequential(nn.Sequential(nn.Tanh(), nn.ReLU()), 2, torch.ones(2), use_reentrant=False))


class Numbers(IterableDataset):
    def __init__(self, count):
        self.count = count

    def __iter__(self):
        return iter(range(self.count))


print(StackDataset(torch.arange(3), torch.arange(3) * 2)[1], StackDataset(a=torch.arange(3), b=[1, 2, 3])[2])
print(list(ChainDataset([Numbers(2), Numbers(3)])), list(Numbers(1) + Numbers(2)), get_worker_info())
print(default_convert({"a": np.ones(2), "b": [1, "x"]}))
show(lambda: StackDataset([1], [1, 2]))
