"""The GPU of this computer, through the browser's WebGPU: the device "webgpu"."""

import _torch


def is_available():
    """Whether there is a GPU to compute on."""
    return _torch._webgpu_unavailable_reason() is None


def unavailable_reason():
    """Why there is none, in a sentence; None where there is one."""
    return _torch._webgpu_unavailable_reason()


def device_count():
    return int(is_available())


def current_device():
    return 0


def get_device_name(device=None):
    """What the browser calls the GPU."""
    return _torch._webgpu_device_name()


def synchronize(device=None):
    """Waits until everything asked of the GPU so far is computed."""
    _torch._webgpu_synchronize()


def memory_allocated(device=None):
    """Bytes that tensors take on the GPU now."""
    return _torch._webgpu_memory()[0]


def memory_reserved(device=None):
    """Bytes held on the GPU: those of tensors, and those kept for the next ones."""
    return _torch._webgpu_memory()[1]


def empty_cache():
    """Gives back what is held for later."""
    _torch._webgpu_empty_cache()


def memory_stats(device=None):
    """What was asked of the GPU since it started, counted: dispatches, submissions, buffers, bytes."""
    return _torch._webgpu_stats()


def manual_seed(seed):
    """Seeds the random numbers, which come from one stream for all devices."""
    _torch.manual_seed(seed)


manual_seed_all = manual_seed
