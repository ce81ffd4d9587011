"""What MATLAB saved, of versions 5 to 7: numbers, texts and cells.

What it is not: structs, sparse matrices, or files of version 7.3, which are HDF5. Start reading at `loadmat`.
"""

import struct
import zlib

import numpy as np

# Kinds of values in a file, by number: numpy's names of them.
_VALUES = {1: "int8", 2: "uint8", 3: "int16", 4: "uint16", 5: "int32", 6: "uint32", 7: "float32", 9: "float64", 12: "int64", 13: "uint64"}
_TEXTS = {1: "latin1", 2: "latin1", 4: "utf-16-le", 16: "utf-8", 17: "utf-16-le", 18: "utf-32-le"}
_CELL, _STRUCT, _OBJECT, _CHAR, _SPARSE = 1, 2, 3, 4, 5
_NUMBERS = {6: "float64", 7: "float32", 8: "int8", 9: "uint8", 10: "int16", 11: "uint16", 12: "int32", 13: "uint32", 14: "int64", 15: "uint64"}
_MATRIX, _COMPRESSED = 14, 15


class MatReadError(Exception):
    """For what is no file of MATLAB."""


MatReadError.__module__ = "scipy.io.matlab"


def _parts(data):
    """The parts of a file or of a matrix: the number of what each is, and its bytes."""
    at = 0
    while at + 8 <= len(data):
        kind, size = struct.unpack_from("<II", data, at)
        if kind >> 16:
            # A small one: its size and its kind share a place, and its bytes follow at once.
            yield kind & 0xFFFF, data[at + 4 : at + 4 + (kind >> 16)]
            at += 8
            continue
        yield kind, data[at + 8 : at + 8 + size]
        at += 8 + size + (0 if kind == _COMPRESSED else -size % 8)


def _numbers(kind, data):
    if kind not in _VALUES:
        raise NotImplementedError(f"scipy.io.loadmat: values of kind {kind} are not built into this scipy")
    return np.frombuffer(data, dtype=_VALUES[kind])


class _Reader:
    def __init__(self, settings):
        self.settings = settings

    def matrix(self, data):
        """The name and the value of a matrix."""
        if not data:
            return "", np.zeros((0, 0))
        parts = _parts(data)
        flags = struct.unpack("<I", next(parts)[1][:4])[0]
        kind, is_complex, is_logical = flags & 0xFF, flags >> 11 & 1, flags >> 9 & 1
        shape = tuple(_numbers(*next(parts)).tolist())
        name = next(parts)[1].decode("latin1")
        if kind in _NUMBERS:
            value = self._of_numbers(parts, kind, shape, is_complex, is_logical)
        elif kind == _CHAR:
            value = self._of_texts(*next(parts), shape)
        elif kind == _CELL:
            cells = [self.matrix(part)[1] for _, part in parts]
            value = np.empty(len(cells), dtype=object)
            for at, cell in enumerate(cells):
                value[at] = cell
            value = value.reshape(shape[::-1]).T
        else:
            word = {_STRUCT: "structs", _OBJECT: "objects", _SPARSE: "sparse matrices"}.get(kind, f"matrices of kind {kind}")
            raise NotImplementedError(f"scipy.io.loadmat: {word} ({name!r}) are not built into this scipy")
        return name, self._squeezed(value)

    def _of_numbers(self, parts, kind, shape, is_complex, is_logical):
        found = _numbers(*next(parts))
        if is_complex:
            found = found + 1j * _numbers(*next(parts))
        elif is_logical:
            found = found.astype(bool if self.settings["mat_dtype"] else np.uint8)
        elif self.settings["mat_dtype"] or kind not in (6, 7):
            found = found.astype(_NUMBERS[kind])
        return found.reshape(shape[::-1]).T

    def _of_texts(self, kind, data, shape):
        text = data.decode(_TEXTS.get(kind, "utf-8"))
        rows = shape[0] if len(shape) == 2 else 1
        lines = [text[row::rows] for row in range(rows)] if rows else []
        if not self.settings["chars_as_strings"]:
            return np.array([list(line) for line in lines])
        return np.array(lines)

    def _squeezed(self, value):
        if not self.settings["squeeze_me"]:
            return value
        value = value.squeeze()
        return value if value.ndim else value.item()


def loadmat(file_name, mdict=None, appendmat=True, *, spmatrix=True, **kwargs):
    """What a file of MATLAB holds, by name."""
    settings = {"squeeze_me": False, "mat_dtype": False, "chars_as_strings": True}
    wanted = kwargs.pop("variable_names", None)
    for name, value in kwargs.items():
        if name not in settings:
            if name == "struct_as_record" and value is True or value is None:
                continue
            raise NotImplementedError(f"scipy.io.loadmat: {name} is not built into this scipy")
        settings[name] = value
    if hasattr(file_name, "read"):
        data = file_name.read()
    else:
        data = _bytes_of(file_name, appendmat)
    if not data:
        raise MatReadError("Mat file appears to be truncated")
    if data[:8] == b"\x89HDF\r\n\x1a\n" or data[125:126] == b"\x02":
        raise NotImplementedError("Please use HDF reader for matlab v7.3 files, e.g. h5py")
    if data[126:128] != b"IM":
        raise NotImplementedError("scipy.io.loadmat: only files of MATLAB 5 to 7, with the lower byte first, are built into this scipy")
    reader, made = _Reader(settings), {} if mdict is None else mdict
    made.update(
        __header__=data[:116].strip(b" \t\n\0"), __version__=f"{data[125]}.{data[124]}", __globals__=[]
    )
    wanted = [wanted] if isinstance(wanted, str) else wanted
    for kind, part in _parts(data[128:]):
        if kind == _COMPRESSED:
            kind, part = next(_parts(zlib.decompress(part)))
        if kind != _MATRIX:
            continue
        name, value = reader.matrix(part)
        if wanted is None or name in wanted:
            made[name] = value
    return made


def _bytes_of(path, appendmat):
    path = path.__fspath__() if hasattr(path, "__fspath__") else path
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        if not appendmat or path.endswith(".mat"):
            raise
    with open(path + ".mat", "rb") as file:
        return file.read()
