"""`iloc`, `loc`, `iat` and `at`: rows and columns by place or by label.

What it is not: what stands in them. Start reading at `Places`, to which all of them lead.
"""

import numpy as np
from _scalars import INTS
from pandas._column import is_missing


def listed(key):
    """A key of several as a list; None for one that is single."""
    if hasattr(key, "tolist") and getattr(key, "ndim", 1) > 0:
        return key.tolist()
    return (
        list(key) if isinstance(key, (list, range)) or type(key).__name__ in ("Index", "RangeIndex", "Series") else None
    )


def axis_number(axis):
    """0 for rows, 1 for columns."""
    found = {0: 0, "index": 0, "rows": 0, 1: 1, "columns": 1}.get(axis)
    if found is None:
        raise ValueError(f"No axis named {axis} for object type DataFrame")
    return found


def several(names):
    """One name or several as a list."""
    found = listed(names)
    return [names] if found is None else found


def mask_of(key, index):
    """The places where a mask holds, or None if the key is no mask.

    Raises:
        IndexError, ValueError: for a mask of another length, or for other labels.
    """
    column = getattr(key, "_column", None)
    if getattr(column, "kind", None) == "bool" and getattr(key, "index", None) is index:
        return np.nonzero(column.array)[0].tolist()
    values = listed(key)
    if getattr(column, "kind", None) == "boolean":
        values = [value is True for value in values]
    if getattr(column, "kind", None) == "object" and any(value is True or value is False for value in values):
        if any(map(is_missing, values)):
            raise ValueError("Cannot mask with non-boolean array containing NA / NaN values")
    if values is None or not values or not all(isinstance(value, (bool, np.bool_)) for value in values):
        return None
    other = getattr(key, "index", None)
    if hasattr(key, "_column") and hasattr(other, "equals") and not other.equals(index):
        by_label = dict(zip(other.tolist(), values))
        if any(label not in by_label for label in index):
            raise IndexError(
                "Unalignable boolean Series provided as indexer (index of the boolean Series and of the indexed object do "
                "not match)."
            )
        values = [by_label[label] for label in index]
    if len(values) != len(index):
        raise IndexError(f"Boolean index has wrong length: {len(values)} instead of {len(index)}")
    return [at for at, is_chosen in enumerate(values) if is_chosen]


def by_place(key, index):
    """Places by number: a list, or one number."""
    if isinstance(key, slice):
        return list(range(len(index)))[key]
    places = mask_of(key, index)
    if places is not None:
        return places
    count, many = len(index), listed(key)
    for place in [key] if many is None else many:
        if not hasattr(place, "__index__"):
            raise TypeError("Cannot index by location index with a non-integer key")
        if not -count <= place < count:
            text = (
                "single positional indexer is out-of-bounds"
                if many is None
                else "positional indexers are out-of-bounds"
            )
            raise IndexError(text)
    return int(key) % count if many is None else [int(place) % count for place in many]


def by_label(key, index):
    """Places by label: a list, or one number where one label is asked for that is there once."""
    if isinstance(key, slice) and not index.has_parts:
        return _label_slice(key, index)
    places = None if isinstance(key, (slice, tuple)) else mask_of(key, index)
    if places is not None:
        return places
    if index.has_parts:
        from pandas._part_labels import by_parts

        places = by_parts(key, index)
        if places is not None:
            return places
    many = listed(key)
    if many is None:
        return _single(key, index)
    missing = [label for label in many if label not in index]
    if missing and len(missing) == len(many):
        raise KeyError(f"None of [{index._like(many)!r}] are in the [index]")
    if missing:
        raise KeyError(f"{missing} not in index")
    return [place for label in many for place in index.places(label)]


def _single(key, index):
    found = index.find(key)
    if isinstance(found, INTS):
        return found
    if not found and index.has_parts:
        first = key if isinstance(key, tuple) else (key,)
        found = [at for at, label in enumerate(index) if label[: len(first)] == first]
        if found:
            return found
    if not found:
        raise KeyError(key)
    return found


def _label_slice(key, index):
    """From a label to another, that one included."""
    count = len(index)
    start = 0 if key.start is None else _edge(key.start, index, 0)
    stop = count if key.stop is None else _edge(key.stop, index, 1) + 1
    return list(range(count))[start : stop : key.step]


def _edge(label, index, which):
    found = index.places(label)
    if found:
        return found[-which]
    labels = index.tolist()
    if labels != sorted(labels):
        raise KeyError(label)
    label = index.edge(label, which)
    before = sum(each < label for each in labels)
    return before if which == 0 else before - 1


def _is_new_row(owner, columns, value):
    """Whether a whole row is written, or one value of one."""
    if isinstance(columns, slice):
        return isinstance(value, (list, tuple, dict)) or getattr(value, "ndim", 0) < 2
    return listed(columns) is None and columns in owner.columns and listed(value) is None


class Places:
    """`frame.iloc` and `frame.loc`: what they select, and what is written there."""

    def __init__(self, owner, find, is_single=False):
        self._owner, self._find, self._is_single = owner, find, is_single

    def _split(self, key):
        """The key of the rows and that of the columns."""
        if callable(key):
            key = key(self._owner)
        if isinstance(key, tuple) and (self._owner.ndim == 2) and not self._is_label(key):
            if len(key) > 2:
                raise IndexError("Too many indexers")
            return key[0], key[1]
        if isinstance(key, tuple) and self._owner.ndim == 1 and not self._is_label(key):
            if self._find is by_label and self._owner.index.has_parts:
                return key, slice(None)
            if len(key) > 1:
                raise IndexError("Too many indexers")
            return key[0], slice(None)
        return key, slice(None)

    def _is_label(self, key):
        if self._find is not by_label or not (self._owner.index.has_parts or self._owner.index.has_tuples):
            return False
        return not any(isinstance(part, (slice, list)) for part in key) and key in self._owner.index

    def __getitem__(self, key):
        rows, columns = self._split(key)
        owner = self._owner
        places = self._find(rows, owner.index)
        if owner.ndim == 1:
            return owner._column.at(places) if isinstance(places, INTS) else self._without(owner._rows(places, rows), rows)
        chosen = self._find(columns, owner.columns)
        if isinstance(chosen, INTS):
            series = owner._series(chosen)
            return series._column.at(places) if isinstance(places, INTS) else self._without(series._rows(places, rows), rows)
        part = owner if columns == slice(None) and isinstance(columns, slice) else owner._only(chosen)
        if self._is_partial(columns, part.columns):
            from pandas._part_labels import parts_left

            part.columns = part.columns._reordered(parts_left(part.columns, columns, False))
        return part._row(places, True) if isinstance(places, INTS) else self._without(part._rows(places, rows), rows)

    def _without(self, made, key):
        """Rows found by the first parts of their labels are labelled by the others alone."""
        index = made.index
        if self._is_partial(key, index):
            from pandas._part_labels import parts_left

            left = parts_left(index, key, self._owner.ndim == 1)
            made.index = index._reordered(left) if 0 < len(left) < index.nlevels else index
        return made

    def _is_partial(self, key, index):
        """Whether labels of several parts were found by some of them."""
        return self._find is by_label and index.nlevels > 1 and not isinstance(key, slice) and listed(key) is None

    def __setitem__(self, key, value):
        rows, columns = self._split(key)
        owner = self._owner
        if (
            self._find is by_label
            and not isinstance(rows, slice)
            and listed(rows) is None
            and not owner.index.places(rows)
        ):
            if owner.ndim == 2 and _is_new_row(owner, columns, value):
                if hasattr(value, "_column") and hasattr(value, "index"):
                    value = dict(value.items())
                elif isinstance(value, str) or not hasattr(value, "__len__") or not getattr(value, "ndim", 1):
                    value = [value] * len(owner.columns) if isinstance(columns, slice) else value
                owner._append_row(rows, value if isinstance(columns, slice) else {columns: value})
                return
            owner._append_row(rows, {} if owner.ndim == 2 else value)
            if owner.ndim == 1:
                return
        places = self._find(rows, owner.index)
        places = [places] if isinstance(places, INTS) else places
        if owner.ndim == 1:
            owner._write(places, value)
            return
        is_one = self._find is by_label and listed(columns) is None and not isinstance(columns, slice)
        is_fresh = is_one and columns not in owner.columns
        if is_fresh and isinstance(rows, slice) and rows == slice(None):
            owner[columns] = value
            return
        if is_fresh:
            owner._add_missing(columns)
        chosen = self._find(columns, owner.columns)
        owner._write(places, [chosen] if isinstance(chosen, INTS) else chosen, value, is_fresh)
