"""`torch.multiprocessing`: as Python's own, of which there is one process here.

What it is not: processes; what is spawned runs in turn. Start reading at `spawn`.
"""

from multiprocessing import *
from multiprocessing import Pool, Process, cpu_count, get_start_method, set_start_method


def spawn(fn, args=(), nprocs=1, join=True, daemon=False, start_method="spawn"):
    """Calls `fn(number, *args)` for each process, here one after the other."""
    for number in range(nprocs):
        fn(number, *args)


def get_all_sharing_strategies():
    return {"file_system"}


def get_sharing_strategy():
    return "file_system"


def set_sharing_strategy(new_strategy):
    """Memory needs no sharing in one process."""
    assert new_strategy in get_all_sharing_strategies()
