"""Distances and similarities as layers."""

import _torch
from torch.nn.modules.module import Module


class CosineSimilarity(Module):
    """The cosine of the angle between lines along dim."""

    def __init__(self, dim=1, eps=1e-8):
        super().__init__()
        self.dim = dim
        self.eps = eps

    def forward(self, x1, x2):
        return _torch.cosine_similarity(x1, x2, self.dim, self.eps)


class PairwiseDistance(Module):
    """The distance of points along the last dimension."""

    def __init__(self, p=2.0, eps=1e-6, keepdim=False):
        super().__init__()
        self.norm = p
        self.eps = eps
        self.keepdim = keepdim

    def forward(self, x1, x2):
        return _torch.pairwise_distance(x1, x2, self.norm, self.eps, self.keepdim)
