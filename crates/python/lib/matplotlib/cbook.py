"""`matplotlib.cbook`: small helpers that programs use of it.

What it is not: callbacks and files of samples, which are refused by name. Start reading at `flatten`.
"""

from _kindling_absent import Absent
import numpy as np

from ._lists import silent_list  # noqa: F401


def is_scalar_or_string(val):
    """Whether there is one value, texts included."""
    return isinstance(val, str) or not np.iterable(val)


def flatten(seq, scalarp=is_scalar_or_string):
    """The values in nested lists, one after the other."""
    for item in seq:
        if scalarp(item) or item is None:
            yield item
        else:
            yield from flatten(item, scalarp)


def contiguous_regions(mask):
    """Where a mask is true: pairs of a start and an end."""
    mask = np.asarray(mask, dtype=bool)
    if not mask.size:
        return []
    edges = (np.flatnonzero(mask[:-1] != mask[1:]) + 1).tolist()
    edges = [0, *edges] if mask[0] else edges
    edges = [*edges, len(mask)] if mask[-1] else edges
    return list(zip(edges[::2], edges[1::2]))


def simple_linear_interpolation(a, steps):
    """With so many steps between two rows."""
    rows = np.asarray(a).reshape(len(a), -1)
    known = np.arange(len(rows)) * steps
    asked = np.arange((len(rows) - 1) * steps + 1)
    return np.column_stack([np.interp(asked, known, column) for column in rows.T]).reshape((len(asked),) + np.shape(a)[1:])


def boxplot_stats(X, whis=1.5, bootstrap=None, labels=None, autorange=False):
    """What a box of a box plot shows, for each row of values."""
    if bootstrap is not None:
        raise NotImplementedError("cbook.boxplot_stats: bootstrap is not supported by Kindling's matplotlib")
    rows = X if len(X) and np.iterable(X[0]) else [X]
    if labels is not None and len(labels) != len(rows):
        raise ValueError("Dimensions of labels and X must be compatible")
    found = []
    for at, row in enumerate(rows):
        values = np.asarray(row)
        one = {} if labels is None else {"label": labels[at]}
        low, middle, high = np.percentile(values, [25, 50, 75])
        span = high - low
        reach = 1.57 * span / np.sqrt(len(values))
        ends = (0, 100) if span == 0 and autorange else whis
        if np.iterable(ends):
            least, most = np.percentile(values, ends)
        else:
            least, most = low - ends * span, high + ends * span
        below, above = values[values >= least], values[values <= most]
        one.update(mean=np.mean(values), iqr=span, cilo=middle - reach, cihi=middle + reach)
        one["whishi"] = high if not len(above) or above.max() < high else above.max()
        one["whislo"] = low if not len(below) or below.min() > low else below.min()
        one["fliers"] = np.concatenate([values[values < one["whislo"]], values[values > one["whishi"]]])
        one.update(q1=low, med=middle, q3=high)
        found.append(one)
    return found


def violin_stats(X, method, points=100, quantiles=None):
    """What a violin shows, for each column of values; `method` gives densities of values at places."""
    found, sets = [], _columns(X)
    for at, values in enumerate(sets):
        ends = values.min(), values.max()
        places = np.linspace(*ends, points)
        one = {"coords": places, "vals": method(values, places), "mean": values.mean(), "median": np.median(values), "min": ends[0], "max": ends[1]}
        one["quantiles"] = np.atleast_1d(np.percentile(values, 100 * np.asarray((quantiles or [[]] * len(sets))[at])))
        found.append(one)
    return found


def _columns(X):
    if getattr(X, "ndim", 0) == 2:
        return list(np.asarray(X).T)
    rows = X if len(X) and np.iterable(X[0]) else [X]
    return [np.asarray(row) for row in rows]


class Grouper:
    """Who belongs together: `join` says it, `joined` tells it."""

    def __init__(self, init=()):
        self._groups = [[one] for one in init]

    def _of(self, one):
        return next((group for group in self._groups if any(each is one for each in group)), None)

    def __contains__(self, item):
        return self._of(item) is not None

    def join(self, a, *args):
        mine = self._of(a)
        if mine is None:
            self._groups.append(mine := [a])
        for one in args:
            other = self._of(one)
            if other is None:
                mine.append(one)
            elif other is not mine:
                mine += other
                self._groups = [group for group in self._groups if group is not other]

    def joined(self, a, b):
        return self._of(a) is not None and self._of(a) is self._of(b)

    def remove(self, a):
        group = self._of(a)
        if group is not None:
            group[:] = [one for one in group if one is not a]
            self._groups = [each for each in self._groups if each]

    def get_siblings(self, a):
        return list(self._of(a) or [a])

    def __iter__(self):
        return iter([list(group) for group in self._groups])


def index_of(y):
    """Indices 0, 1, 2… and the values; the labels of what has them."""
    try:
        return y.index.to_numpy(), y.to_numpy()
    except AttributeError:
        pass
    values = np.atleast_1d(np.asarray(y))
    return np.arange(len(values), dtype=float), values


def sanitize_sequence(data):
    """Views of a dict as lists."""
    return list(data) if type(data).__name__ in ("dict_keys", "dict_values", "dict_items") else data


def to_filehandle(fname, flag="r", return_opened=False, encoding=None):
    """A file's handle, opened if need be."""
    opened = isinstance(fname, str) or hasattr(fname, "__fspath__")
    handle = open(fname, flag, encoding=encoding) if opened else fname
    return (handle, opened) if return_opened else handle


def pts_to_prestep(x, *args):
    return _steps(x, args, "pre")


def pts_to_poststep(x, *args):
    return _steps(x, args, "post")


def pts_to_midstep(x, *args):
    return _steps(x, args, "mid")


def _steps(x, rows, where):
    from ._more_lines import steps

    x, found = np.asarray(x).tolist(), []
    for row in rows:
        along, up = steps(x, np.asarray(row).tolist(), where)
        found = found or [along]
        found.append(up)
    return np.array(found, dtype=float)


def __getattr__(name):
    if name in ("get_sample_data", "CallbackRegistry", "normalize_kwargs", "delete_masked_points", "strip_math", "print_cycles"):
        return Absent(f"cbook.{name} is not supported by Kindling's matplotlib")
    raise AttributeError(f"module 'matplotlib.cbook' has no attribute {name!r}")
