"""Loading by workers: whose random numbers are whose, who has which part of a stream, and who knows that it is one."""

import random

import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset, IterableDataset, TensorDataset, get_worker_info


class Draws(Dataset):
    def __len__(self):
        return 7

    def __getitem__(self, at):
        worker = get_worker_info()
        return at, float(torch.rand(1)), random.random(), np.random.rand(), -1 if worker is None else worker.id


torch.manual_seed(4)
random.seed(5)
np.random.seed(6)
for workers in (0, 2, 3):
    for _ in range(2):
        for batch in DataLoader(Draws(), batch_size=2, shuffle=True, num_workers=workers):
            print([column.tolist() for column in batch])
    print(torch.rand(1), random.random(), np.random.rand())
staying = DataLoader(Draws(), batch_size=3, shuffle=True, num_workers=2, persistent_workers=True)
for _ in range(3):
    print([[column.tolist() for column in batch] for batch in staying])
print(torch.rand(1), random.random(), np.random.rand(), get_worker_info())


class Span(IterableDataset):
    def __init__(self, start, end):
        self.start, self.end = start, end

    def __iter__(self):
        return iter(range(self.start, self.end))


class Shared(Span):
    def __iter__(self):
        worker = get_worker_info()
        step, first = (1, 0) if worker is None else (worker.num_workers, worker.id)
        return iter(range(self.start + first, self.end, step))


def own_part(number):
    worker = get_worker_info()
    whole = worker.dataset
    size = -(-(whole.end - whole.start) // worker.num_workers)
    whole.start += number * size
    whole.end = min(whole.start + size, whole.end)


for kind in (Span, Shared):
    for options in (
        dict(num_workers=0),
        dict(num_workers=2),
        dict(num_workers=3, drop_last=True),
        dict(num_workers=2, prefetch_factor=1, persistent_workers=True),
    ):
        loader = DataLoader(kind(3, 14), batch_size=2, **options)
        print(kind.__name__, options, [batch.tolist() for batch in loader], len(list(loader)))
span = Span(3, 9)
print([batch.tolist() for batch in DataLoader(span, num_workers=4, worker_init_fn=own_part)], span.start, span.end)
print(list(DataLoader(Span(0, 3), batch_size=None, num_workers=2)))
table = TensorDataset(torch.arange(5), torch.arange(5.0))
print(list(DataLoader(table, batch_size=2, shuffle=True, num_workers=2)))
print([item[0].item() for item in DataLoader(table, batch_size=None, num_workers=2)])
print(list(DataLoader(table, batch_sampler=[[0, 3], [1]], num_workers=1)))
