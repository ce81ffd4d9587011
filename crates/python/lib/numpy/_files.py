"""Numpy's own files: `.npy`, one array; `.npz`, several in a zip. And arrays as plain bytes.

Not tables as text, which are `_textfiles`'. Start reading at `_written`.
"""

import struct
from collections.abc import Mapping

import _torch
from numpy._array import ndarray
from numpy._make import array, asarray, shape_of
from numpy._types import _Kind, dtype as dtype_of

_MAGIC = b"\x93NUMPY\x01\x00"


def to_bytes(array):
    """The values of an array as they lie in memory."""
    if isinstance(array.dtype, _Kind):
        if array.dtype.kind == "O":
            raise NotImplementedError("numpy: objects as bytes are not built into this numpy")
        width = array.dtype.width
        return b"".join(text.ljust(width, "\0").encode("utf-32-le") for text in array.ravel().tolist())
    return _torch._to_bytes(array._kindling_tensor)


def from_bytes(data, kind):
    """The values that lie in bytes, as an array."""
    if isinstance(kind, _Kind):
        step = 4 * kind.width
        texts = [data[at : at + step].decode("utf-32-le").rstrip("\0") for at in range(0, len(data), step)]
        return array(texts, dtype=kind)
    return ndarray(_torch._from_bytes(data, kind._torch))


def frombuffer(buffer, dtype=float, count=-1, offset=0, *, like=None):
    """The values that lie in bytes: a copy, as bytes cannot be written."""
    kind, data = dtype_of(dtype), bytes(buffer)[offset:]
    if count >= 0:
        if len(data) < count * kind.itemsize:
            raise ValueError("buffer is smaller than requested size")
        data = data[: count * kind.itemsize]
    if len(data) % kind.itemsize:
        raise ValueError("buffer size must be a multiple of element size")
    return from_bytes(data, kind)


def fromstring(string, dtype=float, count=-1, *, sep=""):
    """The numbers in a text."""
    if not sep:
        raise ValueError("The binary mode of fromstring is removed, use frombuffer instead")
    words = string.split() if not sep.strip() else [word.strip() for word in string.split(sep.strip())]
    kind = dtype_of(dtype)
    values = [int(word) if kind.kind in "iu" else float(word) for word in words if word]
    return array(values if count < 0 else values[:count], dtype=kind)


def fromfile(file, dtype=float, count=-1, sep="", offset=0):
    """The values of a file of plain bytes, or of a text."""
    with open(file, "r" if sep else "rb") as source:
        data = source.read()
    return fromstring(data, dtype, count, sep=sep) if sep else frombuffer(data, dtype, count, offset)


def _written(array):
    """An array as a `.npy` file has it."""
    if array.dtype.kind == "O":
        import pickle

        body = pickle.dumps(array, protocol=2)
    else:
        body = to_bytes(array)
    kind = "|O" if array.dtype.kind == "O" else array.dtype.str
    head = f"{{'descr': '{kind}', 'fortran_order': False, 'shape': {array.shape}, }}"
    # The values start at a multiple of 64 bytes.
    head += " " * (-(len(_MAGIC) + 2 + len(head) + 1) % 64) + "\n"
    return _MAGIC + struct.pack("<H", len(head)) + head.encode() + body


def _read(data, allow_pickle):
    from ast import literal_eval

    if data[:6] != _MAGIC[:6]:
        raise ValueError("Cannot load file containing pickled data when allow_pickle=False")
    is_long = data[6] > 1
    size = struct.unpack("<I" if is_long else "<H", data[8 : 12 if is_long else 10])[0]
    start = (12 if is_long else 10) + size
    head = literal_eval(data[start - size : start].decode())
    if "O" in head["descr"]:
        if not allow_pickle:
            raise ValueError("Object arrays cannot be loaded when allow_pickle=False")
        import pickle

        return pickle.loads(data[start:])
    found = from_bytes(data[start:], dtype_of(head["descr"]))
    shape = shape_of(head["shape"])
    return found.reshape(shape[::-1]).T.copy() if head["fortran_order"] else found.reshape(shape)


def _named(file, ending):
    name = file.__fspath__() if hasattr(file, "__fspath__") else file
    return name if name.endswith(ending) else name + ending


def save(file, arr, allow_pickle=True):
    """Writes an array to a `.npy` file."""
    data = _written(asarray(arr))
    if hasattr(file, "write"):
        file.write(data)
        return
    with open(_named(file, ".npy"), "wb") as target:
        target.write(data)


def savez(file, *args, allow_pickle=True, **kwds):
    """Writes several arrays to a `.npz` file, by name, or `arr_0`, `arr_1`, …"""
    _zip(file, args, kwds, False)


def savez_compressed(file, *args, allow_pickle=True, **kwds):
    """As `savez`, smaller."""
    _zip(file, args, kwds, True)


def _zip(file, args, named, is_small):
    import zipfile

    arrays = {f"arr_{at}": value for at, value in enumerate(args)} | named
    kind = zipfile.ZIP_DEFLATED if is_small else zipfile.ZIP_STORED
    with zipfile.ZipFile(file if hasattr(file, "write") else _named(file, ".npz"), "w", kind) as target:
        for name, value in arrays.items():
            target.writestr(name + ".npy", _written(asarray(value)))


class NpzFile(Mapping):
    """The arrays of a `.npz` file by name, read when they are asked for."""

    def __init__(self, data, name, allow_pickle):
        import io
        import zipfile

        self._zip, self._name, self._allow_pickle = zipfile.ZipFile(io.BytesIO(data)), name, allow_pickle
        self.files = [each[:-4] if each.endswith(".npy") else each for each in self._zip.namelist()]

    def __getitem__(self, key):
        if key not in self.files:
            raise KeyError(f"{key} is not a file in the archive")
        return _read(self._zip.read(key + ".npy"), self._allow_pickle)

    def __iter__(self):
        return iter(self.files)

    def __len__(self):
        return len(self.files)

    def __contains__(self, key):
        return key in self.files

    def close(self):
        self._zip.close()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    def __repr__(self):
        shown = ", ".join(self.files[:5]) + ("..." if len(self.files) > 5 else "")
        return f"NpzFile {self._name!r} with keys: {shown}"


def load(file, mmap_mode=None, allow_pickle=False, fix_imports=True, encoding="ASCII"):
    """The array of a `.npy` file, or the arrays of a `.npz` file."""
    if mmap_mode is not None:
        raise NotImplementedError("numpy.load: mmap_mode is not built into this numpy")
    name = getattr(file, "name", "object") if hasattr(file, "read") else file
    if hasattr(file, "read"):
        data = file.read()
    else:
        with open(file, "rb") as source:
            data = source.read()
    if not data:
        raise EOFError("No data left in file")
    return NpzFile(data, str(name), allow_pickle) if data[:2] == b"PK" else _read(data, allow_pickle)
