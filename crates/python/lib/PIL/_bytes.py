"""Bytes as tensors and tensors as bytes.

What it is not: a format. Start reading at `tensor_of`.
"""

import torch

# So many at a time, as a list takes much more room than the numbers in it.
_PART = 1 << 18


def tensor_of(data):
    """Bytes as a tensor of them."""
    parts = [torch.tensor(list(data[at : at + _PART]), dtype=torch.uint8) for at in range(0, len(data), _PART)]
    return torch.cat(parts) if parts else torch.zeros(0, dtype=torch.uint8)


def bytes_of(tensor):
    """A tensor of bytes as these."""
    flat = tensor.reshape(-1)
    return b"".join(bytes(flat[at : at + _PART].tolist()) for at in range(0, len(flat), _PART))
