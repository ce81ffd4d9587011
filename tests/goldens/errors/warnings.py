import warnings

import torch
from torch import nn
from torch.nn import functional as F


def said(name, call):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        result = call()
    for warning in caught:
        print(name, "|", warning.category.__name__, "|", str(warning.message).split(" (Triggered")[0])
    return result


x = torch.arange(6.0).view(2, 3)
print(said("softmax", lambda: F.softmax(x)))
print(said("layer", lambda: nn.Softmax()(x)))
said("named", lambda: F.softmax(x, dim=1))
said("log_softmax", lambda: F.log_softmax(x[0]))
said("softmin", lambda: F.softmin(x))
said("tensor", lambda: torch.tensor(x))
said("tensor in a list", lambda: torch.tensor([x[0, 0], x[0, 1]]))
said("meshgrid", lambda: torch.meshgrid(x[0], x[1]))
said("meshgrid ij", lambda: torch.meshgrid(x[0], x[1], indexing="ij"))
leaf = torch.ones(2, requires_grad=True)
said("leaf", lambda: leaf.grad)
said("no leaf", lambda: (leaf * 2).grad)
kept = leaf * 2
kept.retain_grad()
said("retained", lambda: kept.grad)
print(said("std", lambda: torch.ones(1).std()), said("var", lambda: torch.ones(3, 1).var(1)))
said("std of two", lambda: torch.ones(2).std())
said("no correction", lambda: torch.ones(1).std(correction=0))
said("dropout", lambda: nn.LSTM(2, 3, dropout=0.5))
said("two layers", lambda: nn.LSTM(2, 3, num_layers=2, dropout=0.5))
said("former words", lambda: nn.MSELoss(size_average=False))
said("reduce", lambda: nn.CrossEntropyLoss(reduce=False))
print(said("range", lambda: torch.range(0, 3)))
said("T", lambda: torch.ones(2, 3, 4).T)
said("T of a matrix", lambda: x.T)
said("dropout2d", lambda: F.dropout2d(torch.ones(2, 3, 4)))
said("upsample", lambda: F.upsample(torch.ones(1, 1, 2, 2), scale_factor=2))
said("sizes", lambda: F.mse_loss(torch.ones(3), torch.ones(1)))


def steps(before):
    parameter = nn.Parameter(torch.ones(1))
    optimizer = torch.optim.SGD([parameter], lr=0.1)
    schedule = torch.optim.lr_scheduler.StepLR(optimizer, 1)
    for _ in range(3):
        if before:
            schedule.step()
        parameter.sum().backward()
        optimizer.step()
        if not before:
            schedule.step()
    return parameter


print(said("too early", lambda: steps(True)))
print(said("in order", lambda: steps(False)))
