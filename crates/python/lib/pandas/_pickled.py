"""Frames and series in files of Python's own form: `to_pickle` and `read_pickle`.

What it is not: files that other programs read. Start reading at `to_pickle`.
"""

import pickle


def to_pickle(data, path, compression="infer", protocol=5):
    """Writes the data into a file."""
    with _opened(path, "wb", compression) as file:
        pickle.dump(data, file, protocol)


def read_pickle(filepath_or_buffer, compression="infer"):
    """What `to_pickle` has written."""
    if hasattr(filepath_or_buffer, "read"):
        return pickle.load(filepath_or_buffer)
    with _opened(filepath_or_buffer, "rb", compression) as file:
        return pickle.load(file)


def _opened(path, mode, compression):
    if compression not in ("infer", None, "gzip"):
        raise NotImplementedError(f"pickles: compression={compression!r} is not built into this pandas")
    if compression == "gzip" or compression == "infer" and str(path).endswith(".gz"):
        import gzip

        return gzip.open(path, mode)
    from pandas._csv import opened

    return opened(path, mode)
