"""Data sets, samplers, and the loader that makes batches."""

import _torch
from torch.utils.data.dataloader import DataLoader, default_collate
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


def default_convert(data):
    """Arrays as tensors, in lists, tuples and dicts too."""
    if hasattr(data, "_kindling_tensor") and not isinstance(data, (int, float)):
        return _torch.as_tensor(data)
    if isinstance(data, dict):
        return {key: default_convert(value) for key, value in data.items()}
    if isinstance(data, (list, tuple)):
        return type(data)(map(default_convert, data))
    return data
