"""Numpy's own files: `.npy`, one array; `.npz`, several in a zip. And arrays as plain bytes.

Not tables as text, which are `_textfiles`'. Start reading at `_written`.
"""

import struct
from collections.abc import Mapping

import _torch
from numpy._array import ndarray
from numpy._make import array, asarray, shape_of
from numpy._types import dtype as dtype_of
from numpy._unsigned import UnsignedKind

_MAGIC = b"\x93NUMPY\x01\x00"
# The bits of numbers without a sign, by their bytes.
_HELD = {2: _torch.int16, 4: _torch.int32, 8: _torch.int64}


def to_bytes(array):
    """The values of an array as they lie in memory."""
    kind = array.dtype
    if kind.kind == "V":
        from numpy._records import rows_to_bytes

        return rows_to_bytes(array)
    if kind.kind == "O":
        raise NotImplementedError("numpy: objects as bytes are not built into this numpy")
    if kind.kind == "c":
        parts = _torch.stack([array._re, array._im], -1)
        return to_bytes(ndarray(parts))
    if kind.kind in "mM":
        return to_bytes(array.view("int64"))
    if kind.kind == "U":
        return b"".join(text.ljust(kind.width, "\0").encode("utf-32-le") for text in array.ravel().tolist())
    if kind.kind == "S":
        return b"".join(text.ljust(kind.width, b"\0") for text in array.ravel().tolist())
    if isinstance(kind, UnsignedKind):
        data = _torch._to_bytes(array._values.to(_HELD[kind.itemsize]))
    else:
        data = _torch._to_bytes(array._kindling_tensor)
    return data if kind.isnative else _turned(data, kind.itemsize)


def _turned(data, size):
    """Numbers of so many bytes with the last of each first."""
    return _torch._to_bytes(_torch._from_bytes(data, _torch.uint8).reshape(-1, size).flip(1))


def from_bytes(data, kind):
    """The values that lie in bytes, as an array."""
    if kind.kind == "V":
        from numpy._records import rows_from_bytes

        return rows_from_bytes(data, kind)
    if kind.kind in "US":
        step = kind.itemsize
        pieces = [data[at : at + step] for at in range(0, len(data), step)]
        texts = [piece.decode("utf-32-le").rstrip("\0") if kind.kind == "U" else piece.rstrip(b"\0") for piece in pieces]
        return array(texts, dtype=kind)
    if kind.kind == "c":
        from numpy._complex import complexes

        parts = from_bytes(data, dtype_of(f"float{4 * kind.itemsize}"))._kindling_tensor.reshape(-1, 2)
        return complexes(parts[:, 0].clone(), parts[:, 1].clone())
    if kind.kind == "O":
        raise ValueError("cannot create an OBJECT array from memory buffer")
    if kind.kind in "mM":
        from numpy._date_arrays import of_counts

        return of_counts(_torch._from_bytes(data, _torch.int64), kind)
    data = data if kind.isnative else _turned(data, kind.itemsize)
    if isinstance(kind, UnsignedKind):
        from numpy._unsigned_arrays import unsigneds

        held = _torch._from_bytes(data, _HELD[kind.itemsize]).long()
        return unsigneds(held if kind.bits == 64 else held & (2**kind.bits - 1), kind)
    found = _torch._from_bytes(data, kind._torch)
    if kind.isnative:
        return ndarray(found)
    from numpy._turned import turned

    return turned(found)


def frombuffer(buffer, dtype=float, count=-1, offset=0, *, like=None):
    """The values that lie in bytes: a copy, as bytes cannot be written."""
    kind, data = dtype_of(dtype), bytes(buffer)
    if not kind.itemsize:
        raise ValueError("itemsize cannot be zero in type")
    if not 0 <= offset <= len(data):
        raise ValueError(f"offset must be non-negative and no greater than buffer length ({len(data)})")
    data = data[offset:]
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
    if not isinstance(string, (str, bytes)):
        raise TypeError(f"fromstring() argument 1 must be read-only bytes-like object, not {type(string).__name__}")
    words = string.split() if not sep.strip() else [word.strip() for word in string.split(sep.strip())]
    kind = dtype_of(dtype)
    try:
        values = [int(word) if kind.kind in "iu" else float(word) for word in words if word]
    except ValueError:
        raise ValueError("string or file could not be read to its end due to unmatched data") from None
    return array(values if count < 0 else values[:count], dtype=kind)


def fromfile(file, dtype=float, count=-1, sep="", offset=0):
    """The values of a file of plain bytes, or of a text."""
    if hasattr(file, "read"):
        data = _read_on(file, dtype_of(dtype).itemsize, count, offset) if not sep else file.read()
    else:
        with open(file, "r" if sep else "rb") as source:
            data = source.read()[0 if sep else offset :]
    if sep:
        return fromstring(data.decode() if isinstance(data, bytes) else data, dtype, count, sep=sep)
    size = dtype_of(dtype).itemsize
    # What is left over of a last value is let go, and so is a count that is larger than what there is.
    whole = len(data) // size if count < 0 else min(count, len(data) // size)
    return from_bytes(data[: whole * size], dtype_of(dtype))


def _read_on(file, size, count, offset):
    """The bytes of an open file from where it stands, as many as are asked for."""
    file.fileno()  # which says that there is none, of bytes in memory
    file.seek(offset, 1)
    return file.read() if count < 0 else file.read(count * size)


def _written(array):
    """An array as a `.npy` file has it."""
    if array.dtype.kind == "O":
        import pickle

        body = pickle.dumps(array, protocol=2)
    else:
        body = to_bytes(array)
    kind = repr(array.dtype.descr if array.dtype.names else array.dtype.str)
    head = f"{{'descr': {kind}, 'fortran_order': False, 'shape': {array.shape}, }}"
    # The values start at a multiple of 64 bytes.
    head += " " * (-(len(_MAGIC) + 2 + len(head) + 1) % 64) + "\n"
    return _MAGIC + struct.pack("<H", len(head)) + head.encode() + body


def _read(data, allow_pickle):
    from ast import literal_eval

    if data[:6] != _MAGIC[:6]:
        raise ValueError(
            "This file contains pickled (object) data. If you trust the file you can load it unsafely using the `allow_pickle=` "
            "keyword argument or `pickle.load()`."
        )
    is_long = data[6] > 1
    size = struct.unpack("<I" if is_long else "<H", data[8 : 12 if is_long else 10])[0]
    start = (12 if is_long else 10) + size
    head = literal_eval(data[start - size : start].decode())
    if "O" in str(head["descr"]):
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
    if mmap_mode not in (None, "r", "c"):
        raise NotImplementedError(f"numpy.load: mmap_mode={mmap_mode!r} is not built into this numpy")
    name = getattr(file, "name", "object") if hasattr(file, "read") else file
    if hasattr(file, "read"):
        data = file.read()
    else:
        with open(file, "rb") as source:
            data = source.read()
    if not data:
        raise EOFError("No data left in file")
    if data[:2] == b"PK":
        return NpzFile(data, str(name), allow_pickle)
    found = _read(data, allow_pickle)
    if mmap_mode is None:
        return found
    from numpy._memmaps import of_file

    return of_file(found, name, mmap_mode)
