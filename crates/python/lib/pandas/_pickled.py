"""Frames and series in files of Python's own form: `to_pickle` and `read_pickle`.

What it is not: files that other programs read. Start reading at `to_pickle`.
"""

import pickle

from pandas._compressed import opened


def to_pickle(data, path, compression="infer", protocol=5):
    """Writes the data into a file."""
    with opened(path, "wb", compression=compression) as file:
        pickle.dump(data, file, protocol)


def read_pickle(filepath_or_buffer, compression="infer"):
    """What `to_pickle` has written."""
    if hasattr(filepath_or_buffer, "read") and compression in ("infer", None):
        return pickle.load(filepath_or_buffer)
    with opened(filepath_or_buffer, "rb", compression=compression) as file:
        return pickle.load(file)
