"""Bytes as tensors and tensors as bytes.

What it is not: a format. Start reading at `tensor_of`.
"""

import _torch


def tensor_of(data):
    """Bytes as a tensor of them."""
    return _torch._from_bytes(data, _torch.uint8)


def bytes_of(tensor):
    """A tensor of bytes as these."""
    return _torch._to_bytes(tensor)
