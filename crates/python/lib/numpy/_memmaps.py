"""`np.memmap`: an array of a file. The file is read when the array is made, and written when it is flushed or goes away.

Not memory that file and array share, which there is none of in a browser. Start reading at `memmap`.
"""

import os

from numpy._array import ndarray
from numpy._files import from_bytes, to_bytes
from numpy._make import shape_of, zeros
from numpy._types import dtype as dtype_of
from numpy._unsigned_arrays import unsigneds

_MODES = {"readonly": "r", "copyonwrite": "c", "readwrite": "r+", "write": "w+"}


class _Mapped:
    """What arrays of files have in common, whatever their numbers."""

    __slots__ = ()

    def flush(self):
        """Writes the values to the file."""
        source = self._file
        if source is None or source.mode not in ("r+", "w+"):
            return
        whole = source.whole if source.whole is not None else self
        with open(source.name, "r+b") as file:
            file.seek(source.offset)
            file.write(to_bytes(whole))

    filename = property(lambda self: None if self._file is None else os.path.abspath(self._file.name))
    mode = property(lambda self: None if self._file is None else self._file.mode)
    offset = property(lambda self: None if self._file is None else self._file.offset)

    def __getitem__(self, index):
        found = super().__getitem__(index)
        if not isinstance(found, ndarray):
            return found
        if isinstance(index, ndarray) or isinstance(index, (list, tuple)) and any(
            isinstance(part, (ndarray, list)) for part in (index if isinstance(index, tuple) else [index])
        ):
            return _with(found, None)
        part = _File(self._file.name, self._file.mode, self._file.offset) if self._file is not None else None
        if part is not None:
            part.whole = self if self._file.whole is None else self._file.whole
        return _with(found, part)

    def __setitem__(self, index, value):
        if self._file is not None and self._file.mode == "r":
            raise ValueError("assignment destination is read-only")
        super().__setitem__(index, value)

    def __del__(self):
        if getattr(self, "_file", None) is not None and self._file.whole is None:
            self.flush()

    def __repr__(self):
        text = super().__repr__().replace("array(", "memmap(", 1)
        return text.replace("\n", "\n ")


class _File:
    """Which part of which file an array is of, and what may be done with it."""

    def __init__(self, name, mode, offset):
        self.name, self.mode, self.offset, self.whole = name, mode, offset, None


class memmap(_Mapped, ndarray):
    """An array of a file of plain bytes."""

    __slots__ = ()

    def __new__(cls, filename, dtype="uint8", mode="r+", offset=0, shape=None, order="C"):
        mode = _MODES.get(mode, mode)
        if mode not in _MODES.values():
            names = [*_MODES, *_MODES.values()]
            raise ValueError(f"mode must be one of {names!r} (got {mode!r})")
        if order != "C":
            raise NotImplementedError("numpy.memmap: order is not built into this numpy")
        if hasattr(filename, "read"):
            filename = filename.name
        if mode == "w+" and shape is None:
            raise ValueError("shape must be given if mode == 'w+'")
        name, kind = os.fspath(filename), dtype_of(dtype)
        sizes = None if shape is None else shape_of(shape)
        if mode != "w+":
            return _with(_read(name, offset, kind, sizes), _File(name, mode, offset))
        found = zeros(sizes, kind)
        with open(name, "wb") as file:
            file.write(bytes(offset) + to_bytes(found))
        return _with(found, _File(name, mode, offset))

    def __init__(self, *args, **kwargs):
        pass


class _of_plain(memmap):
    __slots__ = ("_file",)


class _of_unsigned(memmap, unsigneds):
    __slots__ = ("_file",)


for _kind in (memmap, _of_plain, _of_unsigned):
    _kind.__module__, _kind.__name__, _kind.__qualname__ = "numpy", "memmap", "memmap"


def _read(name, offset, kind, sizes):
    with open(name, "rb") as file:
        data = file.read()[offset:]
    count = len(data) // kind.itemsize
    if sizes is None:
        if len(data) % kind.itemsize:
            raise ValueError("Size of available data is not a multiple of the data-type size.")
        sizes = (count,)
    needed = kind.itemsize
    for size in sizes:
        needed *= size
    if needed > len(data):
        raise ValueError("mmap length is greater than file size")
    return from_bytes(data[:needed], kind).reshape(sizes)


def _with(array, file):
    """An array as one of a file; of no file where it is a copy."""
    if isinstance(array, unsigneds):
        made = ndarray.__new__(_of_unsigned)
        unsigneds.__init__(made, array._values, array._kind)
    elif array._is_plain:
        made = ndarray.__new__(_of_plain)
        ndarray.__init__(made, array._kindling_tensor)
    else:
        raise NotImplementedError(f"numpy.memmap: {array.dtype} is not built into this numpy")
    made._file = file
    return made


def of_file(array, name, mode):
    """What was read of a `.npy` file as an array of that."""
    return _with(array, _File(name, mode, 0))
