"""What a series and a frame share: rows by place and label, the first and last of them, a sample.

What it is not: arithmetic. Start reading at `Labelled`; its heirs say how rows are taken (`_take`).
"""

import numpy as np
from pandas._column import is_missing
from pandas._index import RangeIndex
from pandas._quick import quick_order
from pandas._refuse import also, check_sort
from pandas._select import Places, by_label, by_place


def _ordered(labels, ascending, kind):
    """The places of labels in their order; nothing comes last."""
    def rank(place):
        parts = labels[place] if isinstance(labels[place], tuple) else (labels[place],)
        return [(is_missing(part) is ascending, 0 if is_missing(part) else part) for part in parts]

    if any(is_missing(part) for label in labels for part in (label if isinstance(label, tuple) else (label,))):
        return sorted(range(len(labels)), key=rank, reverse=not ascending)
    if kind == "quicksort" and all(type(label) is str for label in labels) and labels != sorted(labels, reverse=not ascending):
        return quick_order(labels, ascending)
    return sorted(range(len(labels)), key=labels.__getitem__, reverse=not ascending)


class Labelled:
    """Data with an index."""

    def __matmul__(self, other):
        return self.dot(other)

    def __rmatmul__(self, other):
        return self.T.dot(np.transpose(other)).T

    @property
    def iloc(self):
        """Rows, and columns, by place."""
        return Places(self, by_place)

    @property
    def loc(self):
        """Rows, and columns, by label."""
        return Places(self, by_label)

    iat, at = iloc, loc

    @property
    def empty(self):
        return 0 in self.shape

    @property
    def size(self):
        size = 1
        for count in self.shape:
            size *= count
        return size

    def __len__(self):
        return len(self.index)

    def _rows(self, places, key=None):
        """Rows at places; of a slice, the index goes on counting where it counted."""
        made = self._take(places)
        if isinstance(key, slice) and isinstance(self.index, RangeIndex) and places:
            step = places[1] - places[0] if len(places) > 1 else 1
            made.index = self.index[places[0] : places[-1] + 1 : step] if step > 0 else made.index
        return made

    def head(self, n=5):
        """The first rows; with n below 0, all but the last."""
        return self.iloc[:n]

    def tail(self, n=5):
        """The last rows; with n below 0, all but the first."""
        return self.iloc[len(self) :] if n == 0 else self.iloc[-n:]

    @also(weights=None, axis=None)
    def sample(self, n=None, frac=None, replace=False, random_state=None, ignore_index=False):
        """Some rows, drawn."""
        from numpy import random

        if n is not None and frac is not None:
            raise ValueError("Please enter a value for `frac` OR `n`, not both")
        count = round(frac * len(self)) if frac is not None else 1 if n is None else n
        generator = random_state
        if not isinstance(generator, random.RandomState):
            generator = random._global if random_state is None else random.RandomState(random_state)
        if not replace and count > len(self):
            if frac is not None:
                raise ValueError("Replace has to be set to `True` when upsampling the population `frac` > 1.")
            raise ValueError("Cannot take a larger sample than population when 'replace=False'")
        made = self._take(generator.choice(len(self), size=count, replace=replace).tolist())
        return made.reset_index(drop=True) if ignore_index else made

    def pipe(self, func, *args, **kwargs):
        """What a function makes of this."""
        return func(self, *args, **kwargs)

    def _placed(self, places, ignore_index, inplace):
        """The rows at places: as new data, or here."""
        made = self._take(places)
        if ignore_index:
            made.index = RangeIndex(len(places))
        return self._given(made, inplace)

    def _given(self, made, inplace):
        """What was made; with `inplace` this becomes it, and nothing is returned."""
        if not inplace:
            return made
        self._become(made)
        return None

    def _replaced(self, made, inplace):
        """Other values in the same places; with `inplace` this has them, and is returned all the same."""
        if not inplace:
            return made
        self._become(made)
        return self

    @also(sort_remaining=True, key=None)
    def sort_index(self, axis=0, level=None, ascending=True, inplace=False, na_position="last", ignore_index=False, kind="quicksort"):
        """The rows, or with axis=1 the columns, in the order of their labels, or of one part of them."""
        check_sort(kind)
        if axis in (1, "columns"):
            names = self.columns.tolist()
            order = sorted(range(len(names)), key=names.__getitem__, reverse=not ascending)
            return self._given(self._only(order), inplace)
        labels = self.index.tolist() if level is None else self.index.get_level_values(level).tolist()
        if na_position != "last":
            raise NotImplementedError(f"sort_index: na_position={na_position!r} is not built into this pandas")
        places = _ordered(labels, ascending, kind)
        return self._placed(places, ignore_index, inplace)

    def __bool__(self):
        raise ValueError(
            f"The truth value of a {type(self).__name__} is ambiguous. Use a.empty, a.item(), a.any() or a.all()."
        )
