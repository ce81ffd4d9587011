"""Transforms made of others: one after the other, perhaps, one of them, in any order.

What it is not: changes of its own. Start reading at `Compose`.
"""

import random

import torch
from torch import nn


class Compose:
    """One after the other."""

    def __init__(self, transforms):
        self.transforms = transforms

    def __call__(self, img):
        for transform in self.transforms:
            img = transform(img)
        return img

    def __repr__(self):
        return "\n".join([f"{type(self).__name__}(", *(f"    {each}" for each in self.transforms), ")"])


class RandomTransforms(nn.Module):
    """The base of those that choose."""

    def __init__(self, transforms):
        super().__init__()
        if not isinstance(transforms, (list, tuple, nn.ModuleList)):
            raise TypeError("Argument transforms should be a sequence")
        self.transforms = transforms

    def __repr__(self):
        return "\n".join([f"{type(self).__name__}(", *(f"    {each}" for each in self.transforms), ")"])


class RandomApply(RandomTransforms):
    """All of them, or none."""

    def __init__(self, transforms, p=0.5):
        super().__init__(transforms)
        self.p = p

    def forward(self, img):
        if self.p < torch.rand(1):
            return img
        for transform in self.transforms:
            img = transform(img)
        return img

    def __repr__(self):
        lines = [f"{type(self).__name__}(", f"    p={self.p}", *(f"    {each}" for each in self.transforms), ")"]
        return "\n".join(lines)


class RandomOrder(RandomTransforms):
    """All of them, in any order."""

    def __call__(self, img):
        order = list(range(len(self.transforms)))
        random.shuffle(order)
        for at in order:
            img = self.transforms[at](img)
        return img


class RandomChoice(RandomTransforms):
    """One of them."""

    def __init__(self, transforms, p=None):
        super().__init__(transforms)
        if p is not None and not isinstance(p, (list, tuple)):
            raise TypeError("Argument p should be a sequence")
        self.p = p

    def __call__(self, *args):
        return random.choices(self.transforms, weights=self.p)[0](*args)

    def __repr__(self):
        return f"{super().__repr__()}(p={self.p})"
