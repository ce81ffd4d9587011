"""`torch.distributed` in one process: it is not available, and asking is fine.

What it is not: groups of processes; each name says so. Start reading at `__getattr__`.
"""

from _kindling_absent import Absent

_NAMES = (
    "init_process_group destroy_process_group get_rank get_world_size all_reduce all_gather broadcast reduce scatter gather "
    "barrier send recv new_group ReduceOp Backend elastic optim rpc fsdp"
).split()


def is_available():
    """Whether there can be several processes."""
    return False


def is_initialized():
    """Whether there are."""
    return False


def __getattr__(name):
    if name in _NAMES:
        return Absent(f"torch.distributed.{name} is not built into this torch")
    raise AttributeError(f"module 'torch.distributed' has no attribute '{name}'")
