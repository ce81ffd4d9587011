"""Loading by workers: each has its own streams of random numbers, and of a stream of items its own copy.

What it is not: processes. The workers take turns in this one; what each draws, which batches it makes and in which order they
come is as with processes. Start reading at `Loading`.
"""

import copy
import sys

from torch.random import get_rng_state, manual_seed, set_rng_state


# So many processes would ask for more files than a system opens.
_MOST = 1000


class WorkerInfo:
    """What a worker knows of itself."""

    rng, worker_method = None, "multiprocessing"

    def __init__(self, id, num_workers, seed, dataset):
        self.id, self.num_workers, self.seed, self.dataset = id, num_workers, seed, dataset

    def __repr__(self):
        return (
            f"WorkerInfo(id={self.id}, num_workers={self.num_workers}, seed={self.seed}, dataset={self.dataset!r}, "
            f"rng={self.rng}, worker_method={self.worker_method!r})"
        )


class _Turn:
    info = None


def get_worker_info():
    """What the worker that loads knows of itself; None where none does."""
    return _Turn.info


def _numbers():
    """numpy's own stream, if numpy's random numbers were imported."""
    home = sys.modules.get("numpy.random")
    return None if home is None else home.seed.__self__


def _places():
    """Where the streams of random numbers are: torch's, Python's, numpy's."""
    drawn, numbers = sys.modules.get("random"), _numbers()
    return (
        get_rng_state(),
        None if drawn is None else drawn.getstate(),
        None if numbers is None else dict(numbers.__dict__),
    )


def _go_to(places):
    state, drawn, numbers = places
    set_rng_state(state)
    if drawn is not None:
        sys.modules["random"].setstate(drawn)
    if numbers is not None:
        _numbers().__dict__.update(numbers)


class _Told(str):
    """A text that is shown as it is where a `KeyError` shows it."""

    def __repr__(self):
        return str(self)


def _as_caught(error, number):
    """What a worker met with, as the loader raises it: of the same kind where that takes a text."""
    import traceback

    lines = traceback.format_exception(type(error), error, error.__traceback__)
    told = f"Caught {type(error).__name__} in DataLoader worker process {number}.\nOriginal {''.join(lines)}"
    try:
        return KeyError(_Told(told)) if type(error) is KeyError else type(error)(told)
    except Exception:
        return RuntimeError(told)


class _Worker:
    """One that loads; within a with statement it is its turn."""

    def __init__(self, loader, number, base_seed):
        self._loader, self._places = loader, None
        dataset = copy.copy(loader.dataset) if loader._is_stream else loader.dataset
        self._info = WorkerInfo(number, loader.num_workers, base_seed + number, dataset)
        self._fault = None
        with self:
            self._seed(base_seed)
            if loader.worker_init_fn is not None:
                try:
                    loader.worker_init_fn(number)
                except Exception as error:
                    self._fault = _as_caught(error, number)
        self.start()

    def _seed(self, base_seed):
        manual_seed(self._info.seed)
        if "random" in sys.modules:
            sys.modules["random"].seed(self._info.seed)
        if _numbers() is not None:
            entropy = [self._info.id, base_seed & 0xFFFFFFFF, base_seed >> 32, 0]
            numbers = sys.modules["numpy.random"]
            # Another object: what was drawn ahead of the stream before stays with that one.
            fresh = numbers.RandomState(numbers.SeedSequence(entropy).generate_state(4))
            _numbers().__dict__.update(fresh.__dict__)

    def __enter__(self):
        self._outside, self._before = _places(), _Turn.info
        _Turn.info = self._info
        if self._places is not None:
            _go_to(self._places)

    def __exit__(self, *raised):
        self._places, _Turn.info = _places(), self._before
        _go_to(self._outside)

    def start(self):
        """Goes to the head of the items, if they come as a stream."""
        self.is_done = False
        if self._loader._is_stream and self._fault is None:
            with self:
                try:
                    self._items = iter(self._info.dataset)
                except Exception as error:
                    self._fault = _as_caught(error, self._info.id)

    def batch(self, indices):
        """The next batch; None once a stream has none, and then the worker is done."""
        if self._fault is not None:
            raise self._fault
        with self:
            try:
                if not self._loader._is_stream:
                    return (self._loader._fetched(indices),)
                found = self._loader._next_of(self._items)
            except Exception as error:
                raise _as_caught(error, self._info.id) from None
        self.is_done = found is None
        return found


class Loading:
    """One way through a loader with workers: who makes which batch is settled some batches ahead."""

    def __init__(self, loader, base_seed):
        if loader.num_workers > _MOST:
            raise OSError(24, "Too many open files")
        self._loader = loader
        self._workers = [_Worker(loader, number, base_seed) for number in range(loader.num_workers)]
        self._begin()

    def again(self):
        """Goes through the loader once more, with the same workers."""
        for worker in self._workers:
            worker.start()
        self._begin()

    def _begin(self):
        loader = self._loader
        self._turn, self._tasks = -1, []
        self._indices = None if loader._is_stream else iter(loader._index_sampler)
        for _ in range(loader.prefetch_factor * loader.num_workers):
            self._settle()

    def _settle(self):
        """Gives the next batch to the next worker that is not done, if there are both."""
        indices = None
        if self._indices is not None:
            indices = next(self._indices, self)
            if indices is self:
                return
        for _ in self._workers:
            self._turn = (self._turn + 1) % len(self._workers)
            worker = self._workers[self._turn]
            if not worker.is_done:
                self._tasks.append((worker, indices))
                return

    def __next__(self):
        while self._tasks:
            worker, indices = self._tasks.pop(0)
            if worker.is_done:
                continue
            found = worker.batch(indices)
            self._settle()
            if found is not None:
                return found[0]
        raise StopIteration
