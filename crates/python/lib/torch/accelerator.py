"""Which accelerator there is: the GPU through WebGPU, where the browser has it."""

import _torch
from torch import webgpu
from torch.webgpu import device_count, empty_cache, is_available, memory_allocated, memory_reserved, memory_stats, synchronize


def current_accelerator(check_available=False):
    """The accelerator's device, or None."""
    return _torch.device("webgpu") if is_available() else None


def current_device_index():
    return webgpu.current_device()


def set_device_index(device):
    """There is one: nothing changes."""
    if device not in (0, "webgpu", "webgpu:0", _torch.device("webgpu"), _torch.device("webgpu:0")):
        raise RuntimeError(f"there is no accelerator {device}")
