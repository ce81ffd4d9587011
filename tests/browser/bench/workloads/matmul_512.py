"""The product of two 512x512 matrices."""

import torch

torch.manual_seed(0)
a, b = torch.randn(512, 512), torch.randn(512, 512)

STEPS = 5


def work():
    for _ in range(STEPS):
        a @ b
