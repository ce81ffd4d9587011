"""JSON at the speed that Python's own library has from C: whole texts at once, by few steps a value.

What it is not: the format's rules, nor its errors; what is out of the ordinary is left to `json`'s own Python, and so is
reading. Start reading at `make_encoder`.
"""

import re
from itertools import chain, islice, repeat

_FLOAT, _INT = float.__repr__, int.__repr__
# What stands for itself between quotes: no quote, no stroke, nothing that is written by a number.
_NEEDS_STROKES = re.compile(r'["\\\x00-\x1f]').search
_ODD_FLOATS = frozenset(("nan", "inf", "-inf"))
_SCALARS = frozenset((str, int, float, bool, type(None)))
# So few values are written one by one.
_FEW = 3


def encode_basestring_ascii(string, /):
    """A text in quotes, by letters of ASCII alone."""
    if type(string) is str and string.isascii() and string.isprintable() and '"' not in string and "\\" not in string:
        return f'"{string}"'
    from json.encoder import py_encode_basestring_ascii

    return py_encode_basestring_ascii(string)


def encode_basestring(string, /):
    """A text in quotes."""
    if type(string) is str and not _NEEDS_STROKES(string):
        return f'"{string}"'
    from json.encoder import py_encode_basestring

    return py_encode_basestring(string)


class _Unlike(Exception):
    """Something that is not written the common way."""


class _Keys(dict):
    """What stands before the values of a key."""

    def __init__(self, encode, separator):
        self._encode, self._separator = encode, separator

    def __missing__(self, key):
        if type(key) is not str:
            raise _Unlike
        self[key] = made = self._encode(key) + self._separator
        return made


class _Kinds(dict):
    """How values of a type are written."""

    def __missing__(self, kind):
        raise _Unlike


def _float(value):
    text = _FLOAT(value)
    if text in _ODD_FLOATS:
        raise _Unlike
    return text


class _Ways:
    """How values that lie so deep are written: one by its type (`of`), or several at once (`texts`)."""

    def __init__(self, depth, at_depth, encoder, indent, key_separator, item_separator, sort_keys):
        self._depth, self._at_depth, self._encoder, self._sorts = depth, at_depth, encoder, sort_keys
        self._start = "" if indent is None else "\n" + indent * (depth + 1)
        self._end = "" if indent is None else "\n" + indent * depth
        self._between, self._keys = item_separator + self._start, _Keys(encoder, key_separator)
        self.of = _Kinds({
            str: encoder, int: _INT, float: _float, list: self._list, tuple: self._list, dict: self._dict,
            bool: {True: "true", False: "false"}.__getitem__, type(None): {None: "null"}.__getitem__,
        })  # fmt: skip

    def _list(self, values):
        if not values:
            return "[]"
        return "[" + self._start + self._between.join(self._at_depth(self._depth + 1).texts(values)) + self._end + "]"

    def _dict(self, values):
        if not values:
            return "{}"
        keys, of = self._keys, self._at_depth(self._depth + 1).of
        items = sorted(values.items()) if self._sorts else values.items()
        return "{" + self._start + self._between.join([keys[key] + of[type(value)](value) for key, value in items]) + self._end + "}"

    def texts(self, values):
        """The texts of several values, at once where they are of one type."""
        kinds = set(map(type, values))
        kind = kinds.pop() if len(kinds) == 1 and len(values) > _FEW else None
        if kind is float:
            texts = list(map(_FLOAT, values))
            if not _ODD_FLOATS.isdisjoint(texts):
                raise _Unlike
            return texts
        if kind is str:
            whole = "".join(values)
            if whole.isascii() and whole.isprintable() and '"' not in whole and "\\" not in whole:
                return ['"' + value + '"' for value in values]
        if kind is dict and values[0] and len(set(map(tuple, values))) == 1:
            return self._alike(values)
        flat = list(chain.from_iterable(values)) if kind is list and all(values) else [[]]
        # Of lists in lists there could be ever more.
        if _SCALARS.issuperset(map(type, flat)):
            inner = iter(self._at_depth(self._depth + 1).texts(flat))
            start, between, end = "[" + self._start, self._between, self._end + "]"
            return [start + between.join(islice(inner, count)) + end for count in map(len, values)]
        of = self.of
        return map(of[kind], values) if kind is not None else [of[type(value)](value) for value in values]

    def _alike(self, values):
        """The texts of dicts that have the same keys in the same order: name by name, then row by row."""
        names, inner = list(values[0]), self._at_depth(self._depth + 1)
        columns = [inner.texts(column) for column in zip(*(each.values() for each in values))]
        if self._sorts:
            order = sorted(range(len(names)), key=names.__getitem__)
            names, columns = [names[at] for at in order], [columns[at] for at in order]
        parts = []
        for name, column in zip(names, columns):
            parts += [repeat((self._between if parts else "{" + self._start) + self._keys[name]), column]
        return map("".join, zip(*parts, repeat(self._end + "}")))


def make_encoder(markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan):
    """A function of a value and of how deep it lies, whose parts together are the text."""
    ways = {}

    def at_depth(depth):
        if depth not in ways:
            ways[depth] = _Ways(depth, at_depth, encoder, indent, key_separator, item_separator, sort_keys)
        return ways[depth]

    def encode(value, depth):
        try:
            return (at_depth(depth).of[type(value)](value),)
        except (_Unlike, RecursionError, TypeError):
            # By steps, with what happens on the way: other types, numbers for names, circles, errors.
            from json.encoder import _make_iterencode

            return _make_iterencode(
                markers, default, encoder, indent, _floats(allow_nan), key_separator, item_separator, sort_keys, skipkeys, True
            )(value, depth)

    return encode


def _floats(allow_nan):
    def text_of(value):
        text = _FLOAT(value)
        if text not in _ODD_FLOATS:
            return text
        if not allow_nan:
            raise ValueError("Out of range float values are not JSON compliant: " + repr(value))
        return {"nan": "NaN", "inf": "Infinity"}.get(text, "-Infinity")

    return text_of
