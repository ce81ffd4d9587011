"""The loader: items of a data set in batches, in a sampler's order."""

import _torch
from torch.utils.data._utils.collate import default_collate, default_convert
from torch.utils.data.dataset import IterableDataset, Subset, TensorDataset
from torch.utils.data.sampler import BatchSampler, RandomSampler, SequentialSampler


_NOTHING_PINNED = (
    "'pin_memory' argument is set as true but no accelerator is found, then device pinned memory won't be used."
)


def _taken_whole(dataset):
    """What takes a batch of the data set out of its tensors at once, with what `default_collate` would make of its items;
    None where these must be asked for one by one."""
    if type(dataset) is TensorDataset and not any(tensor.requires_grad for tensor in dataset.tensors):
        return lambda indices: [tensor[indices] for tensor in dataset.tensors]
    if type(dataset) is Subset:
        take = _taken_whole(dataset.dataset)
        if take is not None:
            places = _torch.tensor(list(dataset.indices), dtype=_torch.int64, device="cpu")
            return lambda indices: take(places[indices])
    return None


def _check_context(context, num_workers):
    """Raises ValueError for a way to start processes that there is not, or that none would be started by."""
    if num_workers == 0:
        raise ValueError(
            "multiprocessing_context can only be used with multi-process loading (num_workers > 0), but got num_workers=0"
        )
    ways = ["fork", "spawn", "forkserver"]
    if isinstance(context, str) and context not in ways:
        raise ValueError(
            f"multiprocessing_context option should specify a valid start method in {ways}, but got "
            f"multiprocessing_context={context!r}"
        )


class _BaseDataLoaderIter:
    """One way through a loader, batch by batch."""

    def __init__(self, loader, batches):
        self._loader = loader
        self._batches = batches

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._batches)

    def __len__(self):
        return len(self._loader)


class _SingleProcessDataLoaderIter(_BaseDataLoaderIter):
    pass


class _MultiProcessingDataLoaderIter(_BaseDataLoaderIter):
    """By workers, which take turns in the one process that there is."""


# What a loader was made with stays: its batches follow from it.
_FIXED = ("batch_size", "batch_sampler", "sampler", "drop_last", "dataset", "persistent_workers")


class DataLoader:
    """Goes through a data set in batches. Workers take turns in this page: they change what is drawn, and save no time."""

    def __init__(
        self,
        dataset,
        batch_size=1,
        shuffle=None,
        sampler=None,
        batch_sampler=None,
        num_workers=0,
        collate_fn=None,
        pin_memory=False,
        drop_last=False,
        timeout=0,
        worker_init_fn=None,
        multiprocessing_context=None,
        generator=None,
        *,
        prefetch_factor=None,
        persistent_workers=False,
        pin_memory_device="",
        in_order=True,
    ):
        if timeout < 0:
            raise ValueError("timeout option should be non-negative")
        if num_workers < 0:
            raise ValueError("num_workers option should be non-negative; use num_workers=0 to disable multiprocessing.")
        if num_workers == 0 and prefetch_factor is not None:
            raise ValueError(
                "prefetch_factor option could only be specified in multiprocessing.let num_workers > 0 to enable "
                "multiprocessing, otherwise set prefetch_factor to None."
            )
        if multiprocessing_context is not None:
            _check_context(multiprocessing_context, num_workers)
        if persistent_workers and num_workers == 0:
            raise ValueError("persistent_workers option needs num_workers > 0")
        if isinstance(dataset, IterableDataset):
            for option, given in (("shuffle", shuffle or None), ("sampler", sampler), ("batch_sampler", batch_sampler)):
                if given is not None:
                    raise ValueError(
                        f"DataLoader with IterableDataset: expected unspecified {option} option, but got {option}={given}"
                    )
        if sampler is not None and shuffle:
            raise ValueError("sampler option is mutually exclusive with shuffle")
        if batch_sampler is not None and (batch_size != 1 or shuffle or sampler is not None or drop_last):
            raise ValueError("batch_sampler option is mutually exclusive with batch_size, shuffle, sampler, and drop_last")
        if batch_size is None and batch_sampler is None and drop_last:
            raise ValueError(
                "batch_size=None option disables auto-batching and is mutually exclusive with drop_last"
            )
        self.dataset = dataset
        self.num_workers = num_workers
        self.prefetch_factor = 2 if num_workers > 0 and prefetch_factor is None else prefetch_factor
        self.pin_memory = pin_memory
        self.pin_memory_device = pin_memory_device
        self.timeout = timeout
        self.worker_init_fn = worker_init_fn
        self.multiprocessing_context = multiprocessing_context
        self.persistent_workers = persistent_workers
        self.in_order = in_order
        self.drop_last = drop_last
        self.generator = generator
        is_batched = batch_size is not None or batch_sampler is not None
        self.collate_fn = collate_fn or (default_collate if is_batched else default_convert)
        self.batch_size = batch_size if batch_sampler is None else None
        self._is_stream = isinstance(dataset, IterableDataset)
        if sampler is None and not self._is_stream:
            sampler = RandomSampler(dataset, generator=generator) if shuffle else SequentialSampler(dataset)
        self.sampler = sampler
        if batch_sampler is None and batch_size is not None and not self._is_stream:
            batch_sampler = BatchSampler(sampler, batch_size, drop_last)
        self.batch_sampler = batch_sampler
        # With workers that stay: the one way through. What takes whole batches: itself, until one is asked for.
        self._iterator, self._take = None, self
        self._is_made = True

    def __setattr__(self, name, value):
        if name in _FIXED and "_is_made" in self.__dict__:
            raise ValueError(f"{name} attribute should not be set after {type(self).__name__} is initialized")
        object.__setattr__(self, name, value)

    def __iter__(self):
        if self.pin_memory:
            _torch._warn(_NOTHING_PINNED)
        self._take = self
        if self._iterator is not None:
            self._iterator._batches.again()
            return self._iterator
        # PyTorch draws a base seed for its workers here, with or without workers: the stream must stay the same.
        base_seed = _torch.empty((), dtype=_torch.int64, device="cpu").random_(generator=self.generator)
        if not self.num_workers:
            return _SingleProcessDataLoaderIter(self, self._batches())
        from torch.utils.data._workers import Loading

        iterator = _MultiProcessingDataLoaderIter(self, Loading(self, base_seed.item()))
        if self.persistent_workers:
            self._iterator = iterator
        return iterator

    @property
    def _index_sampler(self):
        return self.sampler if self.batch_sampler is None else self.batch_sampler

    def _batches(self):
        if self._is_stream:
            items = iter(self.dataset)
            while (found := self._next_of(items)) is not None:
                yield found[0]
        else:
            for indices in self._index_sampler:
                yield self._fetched(indices)

    def _fetched(self, indices):
        """The batch of these items; the item, where there are no batches."""
        if self.batch_sampler is None:
            return self.collate_fn(self.dataset[indices])
        if self.collate_fn is default_collate:
            if self._take is self:
                self._take = _taken_whole(self.dataset)
            if self._take is not None and len(indices):
                return self._take(_torch.tensor(indices, device="cpu"))
        if getattr(self.dataset, "__getitems__", None):
            return self.collate_fn(self.dataset.__getitems__(indices))
        return self.collate_fn([self.dataset[index] for index in indices])

    def _next_of(self, items):
        """The next batch of a stream, as a tuple of one; None where it has ended."""
        if self.batch_size is None:
            for item in items:
                return (self.collate_fn(item),)
            return None
        batch = []
        for item in items:
            batch.append(item)
            if len(batch) == self.batch_size:
                break
        if not batch or (self.drop_last and len(batch) < self.batch_size):
            return None
        return (self.collate_fn(batch),)

    def __len__(self):
        if self._is_stream:
            full, rest = divmod(len(self.dataset), self.batch_size or 1)
            return full if self.drop_last or not rest else full + 1
        return len(self._index_sampler)
