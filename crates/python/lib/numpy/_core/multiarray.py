"""What makes arrays, dtypes and scalars of a pickle that numpy wrote.

What it is not: how our own arrays are pickled; they say so themselves. What a pickle fills step by step stands here as a
`_Held` until it knows what it is. Start reading at `_reconstruct`.
"""

from numpy._array import ndarray
from numpy._files import from_bytes
from numpy._make import array
from numpy._types import dtype


def _raw(data):
    """Bytes, which older pickles hold as a text."""
    return data.encode("latin1") if isinstance(data, str) else bytes(data)


def _text(word):
    return word.decode("ascii") if isinstance(word, bytes) else word


class _Held:
    """What a pickle has named and not yet described."""

    # `_kindling_mended` puts what this returns in its place.
    def _built(self, state):
        raise NotImplementedError


class _HeldKind(_Held):
    """A dtype."""

    def __init__(self, name, align=False, copy=False):
        self.kind, self.is_swapped = None, False
        self.name = _text(name)

    def _built(self, state):
        order, details = _text(state[1]), state[8:]
        if self.name[0] == "V" or state[3] is not None or (details and self.name[0] in "Mm"):
            raise NotImplementedError(f"pickles of the dtype {self.name!r} are not built into this numpy")
        # How wide the address of an object was is nothing to go by.
        self.kind, self.is_swapped = dtype(object if self.name[0] == "O" else self.name), order == ">"
        if self.is_swapped and self.kind.kind in "fiu":
            self.kind, self.is_swapped = self.kind.newbyteorder(order), False
        return self if self.is_swapped else self.kind


def _kind_of(given):
    """A dtype, and whether its bytes come in the other order."""
    if isinstance(given, _HeldKind):
        return given.kind, given.is_swapped
    return given, False


def _of_bytes(data, kind):
    kind, is_swapped = _kind_of(kind)
    data = _raw(data)
    if is_swapped:
        step = 4 if kind.kind == "U" else kind.itemsize // (2 if kind.kind == "c" else 1)
        data = b"".join(data[at : at + step][::-1] for at in range(0, len(data), step))
    if kind.kind == "c":
        parts = from_bytes(data, dtype("float32" if kind.itemsize == 8 else "float64")).tolist()
        return array(list(map(complex, parts[::2], parts[1::2])), dtype=kind)
    return from_bytes(data, kind)


def _in_shape(found, shape, is_by_columns):
    shape = tuple(shape)
    return found.reshape(shape[::-1]).T if is_by_columns and len(shape) > 1 else found.reshape(shape)


class _HeldArray(_Held):
    """An array."""

    def _built(self, state):
        shape, kind, is_by_columns, data = state[-4:]
        if isinstance(data, list):
            from numpy._objects import objects

            return _in_shape(objects(data), shape, is_by_columns)
        return _in_shape(_of_bytes(data, kind), shape, is_by_columns)


def _reconstruct(subtype, shape, kind):
    """An array, of which the pickle tells more."""
    if subtype is not ndarray:
        raise NotImplementedError(f"pickles of {subtype.__name__} are not built into this numpy")
    return _HeldArray()


def scalar(kind, data=None):
    """One value."""
    if _kind_of(kind)[0].kind == "O":
        return data
    return _of_bytes(data, kind)[0]
