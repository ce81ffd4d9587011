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


def _shares(data, weights):
    """How likely each row is drawn.

    Raises:
        KeyError, ValueError: for weights that are none.
    """
    if isinstance(weights, str):
        if data.ndim == 1:
            raise ValueError("Strings cannot be passed as weights when sampling from a Series.")
        if weights not in data.columns:
            raise KeyError("String passed to weights not a valid column")
        weights = data[weights]
    elif hasattr(weights, "reindex"):
        weights = weights.reindex(data.index)
    shares = np.array(weights, dtype=np.float64)
    if len(shares) != len(data):
        raise ValueError("Weights and axis to be sampled must be of same length")
    if bool(np.isinf(shares).any()):
        raise ValueError("weight vector may not include `inf` values")
    if bool((shares < 0).any()):
        raise ValueError("weight vector many not include negative values")
    shares = np.nan_to_num(shares)
    if not shares.sum():
        raise ValueError("Invalid weights: weights sum to zero")
    return shares / shares.sum()


def _of_levels(index, level, has_rest):
    """What labels are ordered by: some of their parts first, then by the others, too, unless these do not count."""
    if index.nlevels == 1:
        return index._ranks(level)
    first = [index._level(each) for each in (level if isinstance(level, (list, tuple)) else [level])]
    parts = first + [at for at in range(index.nlevels) if at not in first and has_rest]
    found = [index.get_level_values(at)._ranks() for at in parts]
    return found[0] if len(found) == 1 else list(zip(*found))


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

    @also(axis=None)
    def sample(self, n=None, frac=None, replace=False, weights=None, random_state=None, ignore_index=False):
        """Some rows, drawn: each as likely as the others, or by `weights`, which may be a column's name."""
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
        shares = None if weights is None else _shares(self, weights)
        made = self._take(generator.choice(len(self), size=count, replace=replace, p=shares).tolist())
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

    @also(key=None)
    def sort_index(
        self, *, axis=0, level=None, ascending=True, inplace=False, kind="quicksort", na_position="last", sort_remaining=True,
        ignore_index=False
    ):  # fmt: skip
        """The rows, or with axis=1 the columns, in the order of their labels, or of one part of them."""
        check_sort(kind)
        if axis in (1, "columns"):
            names = self.columns._ranks()
            order = sorted(range(len(names)), key=names.__getitem__, reverse=not ascending)
            return self._given(self._only(order), inplace)
        labels = self.index._ranks() if level is None else _of_levels(self.index, level, sort_remaining)
        if na_position != "last":
            raise NotImplementedError(f"sort_index: na_position={na_position!r} is not built into this pandas")
        places = _ordered(labels, ascending, kind)
        return self._placed(places, ignore_index, inplace)

    def __bool__(self):
        raise ValueError(
            f"The truth value of a {type(self).__name__} is ambiguous. Use a.empty, a.item(), a.any() or a.all()."
        )
