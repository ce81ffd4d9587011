"""A loader's iterator, what it is made with, and data sets that give several items at once."""
import warnings
from collections import namedtuple

import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset, TensorDataset, default_collate, default_convert


def told(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, "|", error)


data = TensorDataset(torch.arange(6.0).view(6, 1), torch.arange(6))
loader = DataLoader(data, batch_size=4)
batches = iter(loader)
told(lambda: type(batches).__name__)
told(lambda: len(batches))
told(lambda: batches.next())
told(lambda: next(batches))
told(lambda: next(batches))
told(lambda: next(batches))
told(lambda: type(iter(DataLoader(data, num_workers=2))).__name__)
for name in ("batch_size", "dataset", "sampler"):
    told(lambda: setattr(loader, name, 3))
told(lambda: [loader.prefetch_factor, loader.pin_memory, loader.timeout, loader.persistent_workers, loader.drop_last])


class Several(Dataset):
    def __len__(self):
        return 5

    def __getitem__(self, index):
        return index

    def __getitems__(self, indices):
        print("asked for", indices)
        return [10 * index for index in indices]


told(lambda: list(DataLoader(Several(), batch_size=2)))
told(lambda: list(DataLoader(Several(), batch_size=None))[:2])
told(lambda: list(DataLoader([np.ones(2), np.zeros(2)], batch_size=None)))
Pair = namedtuple("Pair", "x y")
told(lambda: default_collate([Pair(1, 2.0), Pair(3, 4.0)]))
told(lambda: default_convert([np.ones(1), {"a": np.float32(2)}, (np.int64(3), "b"), Pair(np.zeros(1), 1)]))
told(lambda: default_collate([torch.ones(2), torch.ones(3)]))
told(lambda: default_collate([object(), object()]).replace(" at ", ""))
with warnings.catch_warnings(record=True) as given:
    warnings.simplefilter("always")
    list(DataLoader(data, pin_memory=True))
told(lambda: [str(each.message) for each in given])
zeros = torch.zeros(4)
told(lambda: zeros.scatter(dim=0, index=torch.tensor([1]), value=2))
told(lambda: zeros.scatter_(dim=0, index=torch.tensor(3), value=1))
told(lambda: zeros.split(split_size=2))
told(lambda: torch.split(tensor=zeros, split_size_or_sections=[1, 3]))
