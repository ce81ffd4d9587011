"""What is plotted: columns by name out of a frame or a dict, or values as they are given; and groups of them.

What it is not: drawing. Start reading at `column`.
"""

import numpy as np
from _scalars import INTS, NUMBERS


def plain(values):
    """A list of numbers and texts."""
    if hasattr(values, "detach"):
        values = values.numpy()
    return values.tolist() if hasattr(values, "tolist") else list(values)


def column(data, given, role="x"):
    """(values, name) of what is given: a column's name, or values; (None, None) for nothing."""
    if given is None:
        return None, None
    known = () if data is None else data.columns.tolist() if hasattr(data, "columns") else data
    if isinstance(given, (str, INTS)):
        if given not in known:
            if hasattr(data, "columns") and given in data.index.names:
                return plain(data.index.get_level_values(given)), str(given)
            raise ValueError(
                f"Could not interpret value `{given}` for `{role}`. An entry with this name does not appear in `data`."
            )
        return plain(data[given]), str(given)
    name = getattr(given, "name", None)
    values = plain(given)
    if values and isinstance(values[0], list):
        values = [each[0] for each in values] if len(values[0]) == 1 else values
    return values, name if isinstance(name, str) else None


def wide(data):
    """(names, columns) of data that are given without names for x and y."""
    if hasattr(data, "columns"):
        names = [name for name in data.columns.tolist() if _is_numbers(plain(data[name]))]
        return [str(name) for name in names], [plain(data[name]) for name in names]
    if isinstance(data, dict):
        return [str(name) for name in data], [plain(values) for values in data.values()]
    values = plain(data)
    if values and isinstance(values[0], list):
        if hasattr(data, "shape"):
            values = [list(each) for each in zip(*values)]
        return [str(at) for at in range(len(values))], values
    name = getattr(data, "name", None)
    return [name if isinstance(name, str) else ""], [values]


def _is_numbers(values):
    return all(isinstance(value, NUMBERS) for value in values)


def is_categories(values):
    """Whether values are names rather than numbers."""
    return any(isinstance(value, (str, bool)) for value in values)


def levels(values, order=None):
    """The different values: in a given order, numbers by size, names as they come."""
    if order is not None:
        return list(order)
    found = list(dict.fromkeys(value for value in values if not is_missing(value)))
    return found if is_categories(found) else sorted(found)


def is_missing(value):
    return value is None or value != value


def complete(*columns):
    """The columns without the rows that lack a number."""
    given = [each for each in columns if each is not None]
    rows = [row for row in zip(*given) if not any(is_missing(value) for value in row)]
    parts = iter(zip(*rows)) if rows else iter([()] * len(given))
    return [None if each is None else list(next(parts)) for each in columns]


def groups(hue, order, *columns):
    """(level, columns of its rows) for each level of hue; one group of all without hue."""
    if hue is None:
        return [(None, [list(each) for each in columns])]
    found = []
    for level in levels(hue, order):
        rows = [at for at, value in enumerate(hue) if value == level]
        found.append((level, [[each[at] for at in rows] for each in columns]))
    return found


def interval(values, estimator, errorbar, n_boot, seed):
    """(the estimate, its lower and its upper end) of values; the ends are None without an error bar.

    Raises:
        NotImplementedError: for an error bar of a kind that is not built.
    """
    array = np.array(values, dtype=float)
    compute = getattr(np, estimator) if isinstance(estimator, str) else estimator
    middle = float(compute(array))
    if errorbar is None or len(values) < 2:
        return middle, None, None
    kind, level = (errorbar, None) if isinstance(errorbar, str) else errorbar
    if kind == "sd":
        half = float(np.std(array, ddof=1)) * (1 if level is None else level)
        return middle, middle - half, middle + half
    if kind == "se":
        half = float(np.std(array, ddof=1)) / len(values) ** 0.5 * (1 if level is None else level)
        return middle, middle - half, middle + half
    if kind == "pi":
        return middle, *_percentiles(array, 95 if level is None else level)
    if kind != "ci":
        raise NotImplementedError(f"errorbar={errorbar!r} is not built into this seaborn")
    # Draws of its own: those of the lesson go on as if nothing had been plotted.
    places = np.random.RandomState(0 if seed is None else seed).randint(0, len(values), size=(n_boot, len(values)))
    drawn = array[places]
    estimates = (
        drawn.mean(axis=1) if estimator in ("mean", np.mean) else np.array([float(compute(row)) for row in drawn])
    )
    return middle, *_percentiles(estimates, 95 if level is None else level)


def _percentiles(values, level):
    rest = (100 - level) / 2
    return float(np.percentile(values, rest)), float(np.percentile(values, 100 - rest))


def axes(ax):
    """The axes to draw in: those given, or the current ones."""
    from matplotlib import pyplot

    return pyplot.gca() if ax is None else ax


def label(ax, x, y):
    """Names at the axes, where none are."""
    if x and not ax.get_xlabel():
        ax.set_xlabel(x)
    if y and not ax.get_ylabel():
        ax.set_ylabel(y)


def counted(data):
    """What is counted, across or down, of data without a name for an axis: places of numbers, texts, columns of numbers."""
    if hasattr(data, "select_dtypes"):
        numbers = data.select_dtypes("number")
        return [name for name in numbers.columns for _ in range(int(numbers[name].count()))], None
    values = plain(data)
    if values and all(isinstance(value, NUMBERS) for value in values):
        return data.index.tolist() if hasattr(data, "to_frame") else list(range(len(values))), None
    return None, data
