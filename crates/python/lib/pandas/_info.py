"""`frame.info()`.

What it is not: `describe`. Start reading at `info`.
"""

from pandas._format import label_texts
from pandas._gaps import memory_usage
from pandas._index import RangeIndex


def info(frame, verbose, with_memory, buf=None):
    """Prints the columns with their kinds, and how many of their values are there, or writes it into `buf`."""

    def tell(line):
        print(line, file=buf)

    tell("<class 'pandas.DataFrame'>")
    tell(_index_line(frame.index))
    kinds = [str(column.dtype) for column in frame._columns]
    if not kinds:
        tell("Empty DataFrame")
        return
    if verbose:
        tell(f"Data columns (total {len(kinds)} column{'s' * (len(kinds) != 1)}):")
        _tell_columns(frame, kinds, tell)
    else:
        names = frame.columns.tolist()
        tell(f"Columns: {len(kinds)} entries, {names[0]} to {names[-1]}")
    tell("dtypes: " + ", ".join(f"{kind}({kinds.count(kind)})" for kind in sorted(set(kinds))))
    if with_memory:
        tell(f"memory usage: {_size_text(frame)}")


def _index_line(index):
    kind = "RangeIndex" if isinstance(index, RangeIndex) else type(index).__name__
    labels = index.tolist()
    freq, texts = getattr(index, "freq", None), label_texts(labels[:1] + labels[-1:])
    line = f"{kind}: {len(labels)} entries" + (" to ".join([", " + texts[0], texts[-1]]) if labels else "")
    return line if freq is None else f"{line}\nFreq: {freq.freqstr}"


def _tell_columns(frame, kinds, tell):
    rows = [("#", "Column", "Non-Null Count", "Dtype")]
    for at, (name, column) in enumerate(zip(frame.columns.tolist(), frame._columns)):
        rows.append((str(at), str(name), f"{len(column.known())} non-null", kinds[at]))
    widths = [max(len(row[at]) for row in rows) for at in range(4)]
    widths[0] = max(widths[0], 1)
    ruled = [rows[0], tuple("-" * max(len(title), 0) for title in rows[0]), *rows[1:]]
    first = max(len(str(len(kinds))) + 1, 3)
    for at, row in enumerate(ruled):
        head = "---" if at == 1 else f" {row[0]}"
        tell(f"{head:<{first}}  " + "  ".join(f"{text:<{width}}" for text, width in zip(row[1:], widths[1:])))


def _size_text(frame):
    """The bytes that the columns and the labels take, texts and objects as the places where they are."""
    size = int(memory_usage(frame).sum())
    more = "+" if any(column.kind == "object" for column in frame._columns) else ""
    for unit in ("bytes", "KB", "MB", "GB"):
        if size < 1024:
            return f"{size:.1f}{more} {unit}"
        size /= 1024
    return f"{size:.1f}{more} TB"
