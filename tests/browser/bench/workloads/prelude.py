"""What every program of the bench starts with: data that each library can make alike.

`DEVICE` and the workload's parameters are set before it.
"""

import math

import torch
from torch import nn


def values(*shape):
    """Values between -1 and 1 that repeat late; `values` of sides/in_page/values.mjs gives the same."""
    counted = torch.arange(math.prod(shape))
    return ((counted * 7919 + 13) % 2003 / 1001.5 - 1).reshape(shape).to(DEVICE)


def filled(model):
    """The model on the device, with parameters that every library can start from."""
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.copy_(values(*parameter.shape).to("cpu") * 0.1)
    return model.to(DEVICE)


def labels(count):
    return (torch.arange(count) * 7 % 10).to(DEVICE)
