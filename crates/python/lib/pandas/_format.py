"""How columns, series and frames are printed.

What it is not: what they are. Start reading at `series_text` and `frame_text`; a column's texts are as wide as each other.
"""

from datetime import date

from _scalars import FLOATS, NUMBERS
from pandas._column import NA, holds_numbers, is_missing
from pandas._options import get_option


def _is_decimal(text):
    body = text.strip().lstrip("+-")
    whole, point, rest = body.partition(".")
    return bool(point) and whole.isdigit() and (not rest or rest.isdigit())


def _trimmed(texts):
    """Decimals without the zeros that all have at their ends, but for one."""
    numbers = [text for text in texts if _is_decimal(text)]
    cut = min((len(text) - len(text.rstrip("0")) for text in numbers), default=0)
    if not cut:
        return texts
    texts = [text[:-cut] if _is_decimal(text) else text for text in texts]
    return [text + "0" if text.endswith(".") and _is_decimal(text) else text for text in texts]


def float_texts(values, sign=" "):
    """Floats with as many decimals as they need together, at most six; very large and very small ones with exponents."""
    digits, own = get_option("display.precision"), get_option("display.float_format")
    gone = "NaN"
    if own is not None:
        return [gone if value != value else own(value) for value in values]
    texts = [gone if value != value else f"{value:{sign}.{digits}f}" for value in values]
    sizes = [abs(value) for value in values if value == value]
    is_long = max((len(text) for text in texts), default=0) > digits + 6
    is_large, is_small = any(size > 1e6 for size in sizes), any(0 < size < 10**-digits for size in sizes)
    shown = _trimmed(texts)
    is_long = max((len(text) for text in shown), default=0) > digits + 6
    if is_small or (is_long and is_large):
        return [gone if value != value else f"{value:{sign}.{digits}e}" for value in values]
    return shown


def _thing(value):
    if value is None:
        return "None"
    if is_missing(value):
        return repr(value) if type(value).__name__ in ("NaTType", "NAType") else "NaN"
    if isinstance(value, str):
        return value.replace("\t", "\\t").replace("\r", "\\r").replace("\n", "\\n")
    if isinstance(value, (list, tuple, set, frozenset, dict)):
        return _inner(value)
    if getattr(value, "ndim", 0) and hasattr(value, "tolist"):
        return _inner(value.tolist())
    return str(value)


_BRACKETS = {list: "[]", tuple: "()", set: "{}", frozenset: ("frozenset({", "})")}


def _inner(value, word=str):
    """Values within a value: texts stand without quotes there, but within a dict."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_inner(key, repr)}: {_inner(each, repr)}" for key, each in value.items()) + "}"
    if isinstance(value, (list, tuple, set, frozenset)):
        start, end = _BRACKETS.get(type(value), "[]")
        inner = ", ".join(_inner(each, word) for each in value)
        return start + inner + ("," if isinstance(value, tuple) and len(value) == 1 else "") + end
    return word(value) if isinstance(value, str) else str(value)


def _object_texts(values, sign):
    texts = []
    for value in values:
        if isinstance(value, FLOATS) and not is_missing(value):
            texts += _trimmed([f"{value:{sign}.{get_option('display.precision')}f}"])
        else:
            texts.append(sign.strip("-") + _thing(value))
    return texts


def column_texts(column, sign=" "):
    """A column's values as wide as each other; where a sign would stand is a space, or nothing for the sign "-"."""
    values = column.tolist()
    if column.kind.startswith("float"):
        texts = float_texts(values, sign)
    elif hasattr(column, "texts"):
        texts = column.texts()
    elif "int" in column.kind:
        texts = [f"{value:{sign}d}" for value in values]
    elif column.kind == "category":
        texts = _object_texts(column.shown(), sign)
    else:
        texts = _object_texts(values, sign)
    return _fixed(texts, str.rjust)


def _fixed(texts, justify, least=0):
    width, most = max((len(text) for text in texts), default=0), get_option("display.max_colwidth")
    width = max(width, least)
    if most is not None and width > most:
        width = most
        texts = [text if len(text) <= most else text[: most - 3] + "..." for text in texts]
    return [justify(text, width) for text in texts]


def label_texts(labels):
    """Labels of rows or columns."""
    are_numbers = all(isinstance(label, NUMBERS) for label in labels)
    if are_numbers and any(isinstance(label, FLOATS) and label is not NA for label in labels):
        return [text.strip() for text in float_texts([float(label) for label in labels], "-")]
    if labels and hasattr(labels[0], "_texts"):
        return type(labels[0])._texts(labels)
    if labels and all(isinstance(label, bool) for label in labels):
        return [str(label).ljust(5) if len(set(labels)) > 1 else str(label) for label in labels]
    return [_thing(label) for label in labels]


def _level_columns(index, has_name):
    """The index's labels as columns of text; of several parts, those that repeat the row above are left out."""
    names = ["" if name is None else str(name) for name in index.names]
    if not index.has_parts:
        return [_fixed(([names[0]] if has_name else []) + label_texts(index.tolist()), str.ljust)]
    columns, before = [[] for _ in names], None
    labels = index.tolist()
    texts = [_level_texts([label[at] for label in labels]) for at in range(len(names))]
    for place, label in enumerate(labels):
        is_same = before is not None
        for at, part in enumerate(label):
            is_same = is_same and at < len(names) - 1 and _are_same(before[at], part)
            columns[at].append("" if is_same else texts[at][place])
        before = label
    return [_fixed(([name] if has_name else []) + column, str.ljust) for name, column in zip(names, columns)]


def _are_same(one, other):
    return one is other or not is_missing(one) and not is_missing(other) and one == other


def _level_texts(parts):
    """One part of labels of several parts: moments together, as they are told apart."""
    known = [part for part in parts if not is_missing(part)]
    if known and all(hasattr(part, "_texts") for part in known):
        texts = iter(type(known[0])._texts(known))
        return [_thing(part) if is_missing(part) else next(texts) for part in parts]
    if known and all(isinstance(part, str) for part in known):
        return ["nan" if is_missing(part) else _thing(part) for part in parts]
    return [_thing(part) for part in parts]


def _adjoined(columns, space):
    """Columns of text beside each other."""
    widths = [max(map(len, column)) + space for column in columns[:-1]] + [max(map(len, columns[-1]), default=0)]
    return ["".join(text.ljust(width) for text, width in zip(row, widths)) for row in zip(*columns)]


def _shown_places(count, most, least):
    """The first and the last rows to show, and where the gap is; no gap if all are shown."""
    if most is None or count <= most:
        return list(range(count)), None
    shown = min(least, most) if least else most
    half = shown // 2
    if half == 0:
        return [0], 1
    return [*range(half), *range(count - half, count)], half


# A screen's columns of text and its rows, of which some stand around a frame's: titles, dots, and what is asked next.
_SCREEN, _AROUND, _SIZE = (80, 24), 3, 3


def shown_rows(count, most, least, dimensions):
    """As `_shown_places`; of 0 rows are meant those that a screen has room for, below them a frame's size, too."""
    if most == 0:
        most, least = _SCREEN[1] - _AROUND - _SIZE * bool(dimensions), None
    return _shown_places(count, most, least)


def _fitted(columns, index):
    """Columns of text that a screen has room for, with dots for those in the middle that it has none for."""
    widths = [max(map(len, column)) for column in columns]
    over = sum(widths) + len(widths) - _SCREEN[0]
    if over > 0:
        over += len(" ...") + 1
    while over > 0 and len(widths) > 1:
        over -= widths.pop(round(len(widths) / 2)) + 1
    room = max(len(widths) - index, 2)
    if room >= len(columns) - index:
        return columns
    half = room // 2
    return [*columns[: half + index], [" ..."] * len(columns[0]), *columns[-half:]]


def has_names(index):
    """Whether the labels have a name to show."""
    return any(name is not None for name in index.names)


def series_text(series):
    """A series: its labels, its values, and a line that says what it is."""
    freq = getattr(series.index, "freq", None)
    footer = [] if freq is None else [f"Freq: {freq.freqstr}"]
    footer += [] if series.name is None else [f"Name: {_name_text(series.name)}"]
    if not len(series):
        return f"Series({', '.join(['[]', *footer, f'dtype: {series.dtype}'])})"
    most, least = get_option("display.max_rows"), get_option("display.min_rows")
    places, gap = _shown_places(len(series), *((most, least) if most != 0 else (_SCREEN[1], None)))
    index, named = series.index.take(places), has_names(series.index)
    head, labels = [], _adjoined(_level_columns(index, named and index.has_parts), 2)
    if named:
        head, labels = ([index.name], labels) if not index.has_parts else (labels[:1], labels[1:])
    values = column_texts(series._column.take(places))
    if gap is not None:
        width = len(values[gap - 1])
        values.insert(gap, ("..." if width > 3 else "..").center(width))
        labels.insert(gap, "")
        footer.append(f"Length: {len(series)}")
    footer.append(f"dtype: {series.dtype}")
    below = [series._column.footer()] if series._column.kind == "category" else []
    return "\n".join([*map(str, head), *_adjoined([labels, values], 3), ", ".join(footer), *below])


def _name_text(name):
    return f"({', '.join(map(str, name))})" if isinstance(name, tuple) else str(name)


def frame_text(frame, index=True, max_rows=None, max_cols=None, width=None, min_rows=None, dimensions=False):
    """A frame as a table; a wide one in parts below each other, of a long one the first and last rows."""
    if not len(frame.columns) or not len(frame.index):
        return (
            f"Empty DataFrame\nColumns: [{', '.join(map(str, frame.columns))}]\n"
            f"Index: [{', '.join(map(str, frame.index))}]"
        )
    rows, row_gap = shown_rows(len(frame.index), max_rows, min_rows, dimensions)
    is_fitted = max_cols == 0 and width is not None
    shown, column_gap = _shown_places(len(frame.columns), _SCREEN[0] if is_fitted else max_cols or None, None)
    named = has_names(frame.index) and index
    titles = _titles(frame.columns, shown)
    # Of a frame whose middle is left out pandas asks the first columns, not those shown, whether they are of numbers.
    columns = [
        _frame_column(frame, at, rows, named, " " if index else "-", titles, holds_numbers(frame._columns[nth]))
        for nth, at in enumerate(shown)
    ]
    if column_gap is not None:
        columns.insert(column_gap, [" ..."] * len(columns[0]))
    levels = len(columns[0]) - len(rows) - int(named)
    if index:
        corner = ["" if name is None else str(name) for name in frame.columns.names]
        labels = _adjoined(_level_columns(frame.index.take(rows), named), 1)
        columns.insert(0, _fixed(corner[:levels] + labels, str.ljust))
    if row_gap is not None:
        _insert_gap(columns, row_gap + levels + int(named), index)
    fitted = _fitted(columns, bool(index)) if is_fitted else columns
    is_cut = row_gap is not None or column_gap is not None or fitted is not columns
    text = _wrapped(fitted, index, None if is_fitted else width)
    if dimensions and is_cut:
        text += f"\n\n[{len(frame.index)} rows x {len(frame.columns)} columns]"
    return text


def _titles(labels, shown):
    """The texts above the columns by place; those of numbers are as wide as each other, and stand left."""
    if labels.has_parts:
        return {}
    labels = labels.tolist()
    texts = label_texts([labels[at] for at in shown])
    if all(isinstance(labels[at], NUMBERS) and not isinstance(labels[at], bool) for at in shown):
        width = max(map(len, texts))
        texts = [text.ljust(width) for text in texts]
    return dict(zip(shown, texts))


def _frame_column(frame, at, rows, named, sign, titles, has_sign):
    column, names = frame._columns[at].take(rows), frame.columns.tolist()
    if frame.columns.nlevels > 1:
        head = [_thing(part) for part in names[at]]
        head[0] = "" if at and names[at - 1][0] == names[at][0] else head[0]
    else:
        head = [" " * has_sign + titles[at]]
    # A title has all its letters, though it were wider than values may be.
    least = max(map(len, head))
    texts = _fixed([""] * named + column_texts(column, sign), str.rjust, least)
    return [text.rjust(max(least, *map(len, texts))) for text in head] + texts


def _insert_gap(columns, row, index):
    for at, column in enumerate(columns):
        width = max(map(len, column))
        dots = "..." if width > 3 else ".."
        column.insert(row, (str.ljust if index and at == 0 else str.rjust)(dots, width))


def _wrapped(columns, index, width):
    """Columns beside each other, in parts that are no wider than `width`."""
    if width is None:
        return "\n".join(_adjoined(columns, 1))
    labels = columns.pop(0) if index else None
    room = width - (max(map(len, labels)) + 1 if index else 0)
    ends, used = [], 0
    for at, column in enumerate(columns):
        own = max(map(len, column)) + 1
        used += own
        if used + (1 if at == len(columns) - 1 else 2) > room and at:
            ends.append(at)
            used = own
    ends.append(len(columns))
    parts, start = [], 0
    for end in ends:
        part = ([labels] if index else []) + columns[start:end]
        if len(ends) > 1:
            part.append(
                [" \\" if end != ends[-1] else " "] + ["  " if end != ends[-1] else " "] * (len(columns[0]) - 1)
            )
        parts.append("\n".join(_adjoined(part, 1)))
        start = end
    return "\n\n".join(parts)


def frame_repr(frame):
    """A frame as it is shown by itself."""
    return frame_text(
        frame,
        max_rows=get_option("display.max_rows"),
        max_cols=get_option("display.max_columns"),
        width=get_option("display.width"),
        min_rows=get_option("display.min_rows"),
        dimensions=True,
    )


def index_text(index):
    """Labels with their dtype, several lines if need be."""
    labels = index.tolist()
    words = [str(label) if isinstance(label, date) else repr(label) for label in labels]
    return labels_text(index, words, "Index", index.dtype.name not in ("str", "object"))


def labels_text(index, words, title, justify):
    """Labels as words, with what else is said of them, in lines."""
    ending = [f"dtype='{index.dtype}'"]
    if index.name is not None:
        ending.append(f"name={index.name!r}")
    if len(words) > _MOST_WORDS:
        ending.append(f"length={len(words)}")
    body = words_text(words, f"{title}([", "],", justify)
    is_long = "\n" in body or len(body) + len(", ".join(ending)) >= (get_option("display.width") or 80)
    return body + ("\n" + " " * len(title) if is_long else "") + " " + ", ".join(ending) + ")"


_MOST_WORDS = 100


def words_text(words, start, end, justify):
    """Words in lines that are no wider than the screen; of very many, the first and the last."""
    width = get_option("display.width") or 80
    parts = [words] if len(words) <= _MOST_WORDS else [words[:10], words[-10:]]
    if justify and (len(parts) > 1 or len(", ".join(words)) >= width):
        most = max(len(word) for part in parts for word in part)
        parts = [[word.rjust(most) for word in part] for part in parts]
    lines = []
    for at, part in enumerate(parts):
        line, is_last = "", at == len(parts) - 1
        for place, word in enumerate(part):
            piece = word + (end if is_last and place == len(part) - 1 else ",")
            if line and len(start) + len(line) + 1 + len(piece) + (end == "]") >= width:
                lines.append(line)
                line = ""
            line = f"{line} {piece}" if line else piece
        lines += [line] if is_last else [line, "..."]
    return start + ("\n" + " " * len(start)).join(lines) + (end if not words else "")


def times_text(title, words, ending):
    """Labels of times, and what is said of them, in lines that are no wider than the screen."""
    start = f"{title}(["
    body = words_text(words, start, "],", True)
    if "\n" in body:
        return body + "\n" + " " * (len(start) - 1) + ", ".join(ending) + ")"
    lines = [body]
    for part in (*(f" {part}," for part in ending[:-1]), f" {ending[-1]})"):
        if len(lines[-1]) + len(part) > (get_option("display.width") or 80):
            lines.append(" " * (len(start) - 2))
        lines[-1] += part
    return "\n".join(lines)


def multi_index_text(index):
    """Labels of several parts, each part as wide as the others of its place."""
    labels, places = index.tolist(), list(range(len(index)))
    if len(labels) > _MOST_WORDS:
        places = places[:10] + places[-10:]
    parts = [[repr(labels[at][level]) for at in places] for level in range(index.nlevels)]
    widths = [max(map(len, part), default=0) for part in parts]
    rows = ["(" + ", ".join(text.rjust(width) for text, width in zip(row, widths)) + ",)"[len(row) > 1 :] for row in zip(*parts)]
    if len(places) < len(labels):
        rows.insert(10, "...")
    body = ",\n            ".join(rows).replace("...,", "...")
    ending = [f"names={list(index.names)!r}"] if has_names(index) else []
    ending += [f"length={len(labels)}"] if len(places) < len(labels) else []
    return f"MultiIndex([{body}],\n           {', '.join(ending)})"
