"""Data sets, samplers, and the loader that makes batches."""

from torch.utils.data.dataloader import DataLoader, default_collate, default_convert
from torch.utils.data.dataset import (
    ChainDataset,
    ConcatDataset,
    Dataset,
    IterableDataset,
    StackDataset,
    Subset,
    TensorDataset,
    random_split,
)
from torch.utils.data.sampler import (
    BatchSampler,
    RandomSampler,
    Sampler,
    SequentialSampler,
    SubsetRandomSampler,
    WeightedRandomSampler,
)


# With what comes later, for `from … import *`.
__all__ = [*(name for name in dir() if not name.startswith("_")), "DistributedSampler", "get_worker_info"]


def __getattr__(name):
    if name == "DistributedSampler":
        from torch.utils.data.distributed import DistributedSampler

        return DistributedSampler
    if name == "get_worker_info":
        from torch.utils.data._workers import get_worker_info

        return get_worker_info
    raise AttributeError(f"module 'torch.utils.data' has no attribute '{name}'")
