"""A chain of elementwise operations on a million values, and their sum."""

import torch

torch.manual_seed(0)
x = torch.randn(1_000_000)

STEPS = 10


def work():
    for _ in range(STEPS):
        ((x * 2 + 1).relu() * x).sum()
