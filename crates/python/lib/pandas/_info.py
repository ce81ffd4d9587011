"""`frame.info()`.

What it is not: `describe`. Start reading at `info`.
"""

import functools

from pandas import _memory
from pandas._format import label_texts
from pandas._index import RangeIndex

# The most columns that are told one by one unless that is wished.
_MOST_COLUMNS = 100
_TITLES = ("Non-Null Count", "Dtype")


def info(frame, verbose=None, buf=None, max_cols=None, memory_usage=True, show_counts=None):
    """Prints the columns with their kinds, and how many of their values are there, or writes it into `buf`."""
    tell = functools.partial(print, file=buf)
    tell("<class 'pandas.DataFrame'>")
    tell(_index_line(frame.index))
    kinds = [str(column.dtype) for column in frame._columns]
    if not kinds:
        tell("Empty DataFrame")
        return
    most = _MOST_COLUMNS if max_cols is None else max_cols
    if verbose or verbose is None and len(kinds) <= most:
        tell(f"Data columns (total {len(kinds)} columns):")
        names, counts = frame.columns.tolist(), len(kinds) <= most if show_counts is None else show_counts
        rows = [(str(at), str(name), *_told(column, counts)) for at, (name, column) in enumerate(zip(names, frame._columns))]
        _tell_columns(("#", "Column", *_TITLES[not counts :]), rows, tell)
    else:
        names = frame.columns.tolist()
        tell(f"Columns: {len(kinds)} entries, {names[0]} to {names[-1]}")
    _tell_sums(frame, kinds, memory_usage, tell)


def info_of_series(series, verbose=None, buf=None, max_cols=None, memory_usage=True, show_counts=True):
    """Prints what kind the values have, and how many are there, or writes it into `buf`."""
    if max_cols is not None:
        raise ValueError("Argument `max_cols` can only be passed in DataFrame.info, not Series.info")
    tell = functools.partial(print, file=buf)
    tell("<class 'pandas.Series'>")
    tell(_index_line(series.index))
    if verbose is not False:
        tell(f"Series name: {series.name}")
        for line in _table([_TITLES[not show_counts :], _told(series._column, show_counts)]):
            tell(line)
    _tell_sums(series, [str(series.dtype)], memory_usage, tell)


def _told(column, counts):
    return (*([f"{len(column.known())} non-null"] if counts else []), str(column.dtype))


def _tell_sums(data, kinds, with_memory, tell):
    text = "dtypes: " + ", ".join(f"{kind}({kinds.count(kind)})" for kind in sorted(set(kinds)))
    tell(text, end="\n" if with_memory else "")
    if with_memory:
        tell(f"memory usage: {_size_text(data, with_memory == 'deep')}")


def _index_line(index):
    kind = "RangeIndex" if isinstance(index, RangeIndex) else type(index).__name__
    labels = index.tolist()
    freq, texts = getattr(index, "freq", None), label_texts(labels[:1] + labels[-1:])
    line = f"{kind}: {len(labels)} entries" + (" to ".join([", " + texts[0], texts[-1]]) if labels else "")
    return line if freq is None else f"{line}\nFreq: {freq.freqstr}"


def _table(rows):
    """Rows of texts as lines, with a rule below the first."""
    rows = [rows[0], tuple("-" * len(title) for title in rows[0]), *rows[1:]]
    widths = [max(map(len, column)) for column in zip(*rows)]
    return ["  ".join(f"{text:<{width}}" for text, width in zip(row, widths)) for row in rows]


def _tell_columns(titles, rows, tell):
    first = max(len(str(len(rows))) + 1, 3)
    heads = [" #", "---", *(f" {row[0]}" for row in rows)]
    for head, line in zip(heads, _table([titles[1:], *(row[1:] for row in rows)])):
        tell(f"{head:<{first}}  {line}")


def _size_text(data, deep):
    """The bytes that the columns and the labels take; texts and objects as the places where they are, unless deep."""
    size = _memory.memory_usage(data, deep=deep)
    size, columns = (size, [data._column]) if data.ndim == 1 else (int(size.sum()), data._columns)
    has_objects = any(column.kind == "object" for column in columns) or data.index._column.kind in ("object", "str")
    more = "+" if has_objects and not deep else ""
    for unit in ("bytes", "KB", "MB", "GB"):
        if size < 1024:
            return f"{size:.1f}{more} {unit}"
        size /= 1024
    return f"{size:.1f}{more} TB"
