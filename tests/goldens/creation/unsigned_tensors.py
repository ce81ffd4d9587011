"""Tensors of whole numbers without a sign of 16, 32 and 64 bits."""

import numpy as np
import torch
from each_line import each_line

x = torch.arange(5).to(torch.uint16)
big = torch.tensor([2**64 - 1, 3], dtype=torch.uint64)

each_line("""
torch.uint16, torch.uint32.itemsize, torch.iinfo(torch.uint32), torch.iinfo(torch.uint64).max
torch.tensor([[1, 65535], [20, 3]], dtype=torch.uint16), torch.tensor([-1], dtype=torch.uint32), torch.zeros(2, dtype=torch.uint64)
torch.tensor([70000], dtype=torch.uint16)
x, x.dtype, x.element_size(), x.type(), x[1:3], x[0].item(), x.tolist(), len(x)
x.float() / 2, x.int() + 1, x.to(torch.uint32), x.to("cpu", torch.float64), x.bool(), x.numpy()
big, big.item() if big.numel() == 1 else big.tolist(), big.double(), big.sort(descending=True).values
torch.from_numpy(np.array([1, 40000], dtype=np.uint16)), torch.tensor(np.array([7], dtype=np.uint32)), torch.from_numpy(np.array([1j]))
x.reshape(1, 5), torch.stack([x, x]), torch.cat([x, x[:2]]), x.repeat(2), x.clone().fill_(9), x.flip(0)
x * 2, x == 3, x != x, x & 1, x.sum(), x.clamp(1, 3), x / 4, x + 0.5 * torch.ones(5), torch.sqrt(x), torch.unique(x)
x + 1
x < 2
x.max()
x.float().mean(), x.mean()
x * torch.arange(5)
-x
torch.arange(3, dtype=torch.uint16)
x.requires_grad_()
torch.zeros_like(x), torch.full((2,), 7, dtype=torch.uint32), x.view(torch.int16), torch.where(x == 2, 1, 0)
""", globals())
