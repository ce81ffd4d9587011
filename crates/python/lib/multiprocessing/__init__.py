"""`multiprocessing` in one process: `cpu_count()` is 1, and a `Pool` does its tasks one after the other.

What it is not: processes of one's own, which are refused. Start reading at `Pool`.
"""


def cpu_count():
    return 1


def set_start_method(method, force=False):
    """There is one process only."""


def get_start_method(allow_none=False):
    return "spawn"


def freeze_support():
    """There is one process only."""


class Process:
    """Refused: a page's Python cannot start another."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        raise NotImplementedError("multiprocessing.Process is not built here: call the function itself")


class Pool:
    """Does tasks one after the other."""

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None):
        if initializer is not None:
            initializer(*initargs)

    def map(self, func, iterable, chunksize=None):
        return [func(value) for value in iterable]

    def imap(self, func, iterable, chunksize=1):
        return map(func, iterable)

    imap_unordered = imap

    def starmap(self, func, iterable, chunksize=None):
        return [func(*values) for values in iterable]

    def apply(self, func, args=(), kwds=None):
        return func(*args, **(kwds or {}))

    def close(self):
        """Nothing is left to do."""

    terminate = join = close

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return False
