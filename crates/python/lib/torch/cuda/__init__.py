"""Nvidia's GPUs: there are none here, and asking is fine."""

from _collections import OrderedDict


def is_available():
    return False


def device_count():
    return 0


def manual_seed(seed):
    """Without a GPU there is nothing to seed."""


manual_seed_all = manual_seed


def empty_cache():
    """Without a GPU there is nothing to free."""


def is_initialized():
    return False


def is_bf16_supported(including_emulation=True):
    return False


def memory_allocated(device=None):
    """Without a GPU nothing is allocated."""
    return 0


def memory_stats(device=None):
    """Without a GPU there are no numbers of its memory."""
    return OrderedDict()


def memory_snapshot(mempool_id=None):
    """Without a GPU nothing is allocated that could be listed."""
    return []


def seed():
    """Without a GPU there is nothing to seed."""


seed_all = seed
memory_cached = max_memory_cached = memory_allocated
max_memory_allocated = memory_reserved = max_memory_reserved = memory_allocated


def get_rng_state_all():
    return []


def _not_measured(*args, **kwargs):
    raise RuntimeError("invalid argument to reset_peak_memory_stats")


reset_peak_memory_stats = reset_max_memory_allocated = reset_max_memory_cached = _not_measured


def _no_driver(*args, **kwargs):
    raise RuntimeError(
        "Found no NVIDIA driver on your system. Please check that you have an NVIDIA GPU and installed a driver from "
        "http://www.nvidia.com/Download/index.aspx"
    )


get_device_name = current_device = get_device_properties = set_device = get_device_capability = initial_seed = _no_driver
init = synchronize = get_rng_state = _no_driver


class device:
    """A block of code for another GPU."""

    def __init__(self, device):
        self.idx = device

    __enter__ = _no_driver

    def __exit__(self, *raised):
        return False


# What can be named, and needs a GPU once it is used.
_NEEDING_ONE = (
    "Event Stream current_stream default_stream stream mem_get_info memory_summary ipc_collect "
    "utilization"
).split()


def __getattr__(name):
    if name == "amp":
        return __import__("torch.cuda.amp", fromlist=("amp",))
    if name in _NEEDING_ONE:
        return _no_driver
    if name.endswith("Tensor"):
        from torch._tensor_types import OF_CUDA

        if name in OF_CUDA:
            return OF_CUDA[name]
    raise AttributeError(f"module 'torch.cuda' has no attribute '{name}'")
