"""Starting values that few programs use: they come when one of them is asked for."""

import math

from _torch import randperm
from torch._modes import no_grad


@no_grad()
def sparse_(tensor, sparsity, std=0.01, generator=None):
    """Normal, but so large a share of each column zero (Martens 2010)."""
    if tensor.dim() != 2:
        raise ValueError("Only tensors with 2 dimensions are supported")
    rows, columns = tensor.shape
    tensor.normal_(0, std, generator=generator)
    for column in range(columns):
        tensor[randperm(rows)[: math.ceil(sparsity * rows)], column] = 0
    return tensor


@no_grad()
def dirac_(tensor, groups=1):
    """Ones in the middle of filters, so that a convolution changes nothing."""
    if tensor.dim() not in (3, 4, 5):
        raise ValueError("Only tensors with 3, 4, or 5 dimensions are supported")
    if tensor.size(0) % groups:
        raise ValueError("dim 0 must be divisible by groups")
    each = tensor.size(0) // groups
    middle = tuple(size // 2 for size in tensor.shape[2:])
    tensor.zero_()
    for group in range(groups):
        for at in range(min(each, tensor.size(1))):
            tensor[(group * each + at, at, *middle)] = 1
    return tensor
