"""`DistributedSampler`: each process's share of a data set's places.

What it is not: processes; there is one here, and shares of more can be looked at. Start reading at `__iter__`.
"""

import math

import _torch
from torch.utils.data.sampler import Sampler


class DistributedSampler(Sampler):
    """Every `num_replicas`th place from the `rank`th on, of the places in order or shuffled anew each epoch."""

    def __init__(self, dataset, num_replicas=None, rank=None, shuffle=True, seed=0, drop_last=False):
        from torch import distributed

        num_replicas = distributed.get_world_size() if num_replicas is None else num_replicas
        rank = distributed.get_rank() if rank is None else rank
        if not 0 <= rank < num_replicas:
            raise ValueError(f"Invalid rank {rank}, rank should be in the interval [0, {num_replicas - 1}]")
        self.dataset, self.num_replicas, self.rank = dataset, num_replicas, rank
        self.shuffle, self.seed, self.drop_last, self.epoch = shuffle, seed, drop_last, 0
        kept = len(dataset) - num_replicas if drop_last and len(dataset) % num_replicas else len(dataset)
        self.num_samples = math.ceil(kept / num_replicas)
        self.total_size = self.num_samples * num_replicas

    def __iter__(self):
        places = list(range(len(self.dataset)))
        if self.shuffle:
            generator = _torch.Generator().manual_seed(self.seed + self.epoch)
            places = _torch.randperm(len(self.dataset), generator=generator).tolist()
        # All shares have the same size: with the first places once more, or without the last.
        while len(places) < self.total_size:
            places += places[: self.total_size - len(places)]
        return iter(places[: self.total_size][self.rank :: self.num_replicas])

    def __len__(self):
        return self.num_samples

    def set_epoch(self, epoch):
        """Says which order is shuffled next."""
        self.epoch = epoch
