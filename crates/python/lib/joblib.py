"""`joblib`: objects in files, and loops whose steps could run beside each other; here one runs after the other.

What it is not: several processes, or results kept from run to run. Start reading at `Parallel`.
"""

import pickle

__version__ = "1.5.0"


def dump(value, filename, compress=0, protocol=None):
    """Writes an object into a file, and returns its name in a list."""
    del compress
    if hasattr(filename, "write"):
        pickle.dump(value, filename, protocol)
        return None
    with open(filename, "wb") as file:
        pickle.dump(value, file, protocol)
    return [str(filename)]


def load(filename, mmap_mode=None):
    """What `dump` has written."""
    del mmap_mode
    if hasattr(filename, "read"):
        return pickle.load(filename)
    with open(filename, "rb") as file:
        return pickle.load(file)


def delayed(function):
    """A call to be made later: (function, arguments, keywords)."""

    def later(*args, **kwargs):
        return function, args, kwargs

    return later


class Parallel:
    """`Parallel(n_jobs=4)(delayed(f)(x) for x in xs)`: a list of the results."""

    def __init__(self, n_jobs=None, backend=None, verbose=0, **kwargs):
        # There is one process, however many are asked for.
        self.n_jobs, self.verbose = n_jobs, verbose
        del backend, kwargs

    def __call__(self, iterable):
        return [function(*args, **kwargs) for function, args, kwargs in iterable]

    def __enter__(self):
        return self

    def __exit__(self, *raised):
        """Nothing is left to wait for."""


class Memory:
    """Results that would be kept in files: functions are called anew."""

    def __init__(self, location=None, **kwargs):
        self.location = location
        del kwargs

    def cache(self, func=None, **kwargs):
        del kwargs
        return func if func is not None else lambda function: function

    def clear(self, warn=True):
        """Nothing is kept."""


def cpu_count(only_physical_cores=False):
    del only_physical_cores
    return 1
