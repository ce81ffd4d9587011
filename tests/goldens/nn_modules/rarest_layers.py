"""Layers that few programs use: shared statistics in one process, norms of windows in space, lazy instance normalisation."""
import torch
from torch import nn

torch.manual_seed(0)
print(nn.SyncBatchNorm(3))
model = nn.SyncBatchNorm.convert_sync_batchnorm(nn.Sequential(nn.Conv2d(1, 2, 1), nn.Sequential(nn.BatchNorm2d(2))))
print(model, list(model.state_dict()))
print(model(torch.rand(2, 1, 2, 2)).std())
plain = nn.BatchNorm1d(2)
print(nn.SyncBatchNorm.convert_sync_batchnorm(plain).weight is plain.weight)
print(nn.LPPool3d(2, 2), nn.LPPool3d(2, 2)(torch.ones(1, 1, 2, 2, 2)))
lazy = nn.LazyInstanceNorm2d()
print(lazy)
print(lazy(torch.rand(1, 2, 3, 3)).shape, lazy, nn.LazyInstanceNorm1d())
print(torch.ones(2).polygamma(1))
