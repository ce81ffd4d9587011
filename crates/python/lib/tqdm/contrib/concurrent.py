"""`thread_map` and `process_map`: one task after the other, with a bar.

What it is not: parallel; there is one thread. Start reading at `thread_map`.
"""

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from tqdm.std import tqdm


def _mapped(executor, fn, iterables, tqdm_kwargs):
    given = dict(tqdm_kwargs)
    tqdm_class, workers = given.pop("tqdm_class", tqdm), given.pop("max_workers", None)
    chunksize, timeout = given.pop("chunksize", 1), given.pop("timeout", None)
    # Names a lock between processes, of which there is one.
    given.pop("lock_name", None)
    if "total" not in given:
        sizes = [len(each) for each in iterables if hasattr(each, "__len__")]
        given["total"] = min(sizes) if sizes else None
    with executor(max_workers=workers) as running:
        results = running.map(fn, *iterables, timeout=timeout, chunksize=chunksize)
        return list(tqdm_class(results, **given))


def thread_map(fn, *iterables, **tqdm_kwargs):
    """`list(map(fn, *iterables))`."""
    return _mapped(ThreadPoolExecutor, fn, iterables, tqdm_kwargs)


def process_map(fn, *iterables, **tqdm_kwargs):
    """`list(map(fn, *iterables))`."""
    return _mapped(ProcessPoolExecutor, fn, iterables, tqdm_kwargs)
