"""How arrays with masks are shown: dashes stand for what is masked.

Not the arrays, which are `_masked`'s. Start reading at `full`.
"""

from numpy import _print


class _Dashes:
    """What stands for a masked value."""

    def __repr__(self):
        return "--"


_DASHES = _Dashes()


def _values(array):
    """The values, as an array of objects where some are masked."""
    mask = array.mask
    if not array.ndim and bool(mask):
        return "--"
    if not getattr(mask, "ndim", 0):
        return array.data
    from numpy._objects import OBJECT, from_python

    pairs = zip(array.data.ravel().tolist(), mask.ravel().tolist())
    return from_python([_DASHES if gone else value for value, gone in pairs], OBJECT, array.shape)


def plain(array):
    """What `str` shows."""
    return str(_values(array))


def full(array):
    """What `repr` shows: the values, the mask, the fill, and the dtype where the values do not say it."""
    keys = ["data", "mask", "fill_value"]
    is_known = array.dtype.name in ("float64", "int64", "bool", "complex128")
    if not is_known or not array.size or bool(array._full_mask().all()):
        keys.append("dtype")
    start = "masked_array("
    is_row = all(size == 1 for size in array.shape[:-1])
    indents = {key: start if key == "data" else " " * max(2, len(start) + 4 - len(key)) for key in keys}
    if not is_row:
        indents = dict.fromkeys(keys, "  ")
    mask, fill = array.mask, array.fill_value
    texts = {
        "data": "--" if not array.ndim and bool(mask) else _bracketed(_values(array), indents["data"] + "data="),
        "mask": _bracketed(mask, indents["mask"] + "mask=") if getattr(mask, "ndim", 0) else str(mask),
        "fill_value": repr(fill) if isinstance(fill, str) or getattr(fill, "dtype", array.dtype) != array.dtype else str(fill),
        "dtype": repr(str(array.dtype)) if array.dtype.kind == "U" else array.dtype.name,
    }
    lines = ",\n".join(f"{indents[key]}{key}={texts[key]}" for key in keys)
    return ("" if is_row else start + "\n") + lines + ")"


def _bracketed(array, before):
    if not array.size:
        return "[]"
    if array._is_of_objects:
        return array._text(len(before), ", ")
    if not array._is_plain:
        return _print.text(array._values, len(before), ", ", array._words)
    return _print.text(array._kindling_tensor, len(before), ", ")
