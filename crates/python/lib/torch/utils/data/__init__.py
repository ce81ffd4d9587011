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


def get_worker_info():
    """Who loads: nobody but the program itself."""
    return None


# With what comes later, for `from … import *`.
__all__ = [*(name for name in dir() if not name.startswith("_")), "DistributedSampler"]


def __getattr__(name):
    if name == "DistributedSampler":
        from torch.utils.data.distributed import DistributedSampler

        return DistributedSampler
    raise AttributeError(f"module 'torch.utils.data' has no attribute '{name}'")
