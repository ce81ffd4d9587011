"""`tenumerate`, `tzip` and `tmap`: Python's own, with a bar.

What it is not: a bar; that is `std`. Start reading at `tenumerate`.
"""

from tqdm.std import tqdm


def tenumerate(iterable, start=0, total=None, tqdm_class=tqdm, **tqdm_kwargs):
    """`enumerate(tqdm(iterable))`."""
    return enumerate(tqdm_class(iterable, total=total, **tqdm_kwargs), start)


def tzip(iter1, *iter2plus, **tqdm_kwargs):
    """`zip` with a bar, which goes by the first."""
    tqdm_class = tqdm_kwargs.pop("tqdm_class", tqdm)
    yield from zip(tqdm_class(iter1, **tqdm_kwargs), *iter2plus)


def tmap(function, *sequences, **tqdm_kwargs):
    """`map` with a bar."""
    for each in tzip(*sequences, **tqdm_kwargs):
        yield function(*each)
