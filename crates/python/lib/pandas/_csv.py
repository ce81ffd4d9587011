"""Tables as text with separators, and as dicts.

What it is not: other formats. Start reading at `read_csv`.
"""

from _scalars import FLOATS, INTS, NUMBERS
from pandas._column import NAN, Column, column_of, flags, is_missing
from pandas._compressed import opened
from pandas._frame import DataFrame
from pandas._index import Index, RangeIndex
from pandas._refuse import also

_MISSING_WORDS = frozenset(
    "  #N/A #N/A N/A #NA -1.#IND -1.#QNAN -NaN -nan 1.#IND 1.#QNAN <NA> N/A NA NULL NaN None n/a nan null".split()
    + ["", "#N/A N/A"]
)
_REFUSED = {
    "cache_dates": True, "chunksize": None, "converters": None,
    "dialect": None, "dtype_backend": None, "encoding_errors": "strict", "escapechar": None, "float_precision": None,
    "iterator": False, "lineterminator": None, "low_memory": True, "memory_map": False, "on_bad_lines": "error",
    "quoting": 0, "storage_options": None, "verbose": False, "doublequote": True,
    "skip_blank_lines": True, "true_values": None, "false_values": None, "na_filter": True,
}  # fmt: skip


@also(**_REFUSED)
def read_csv(
    filepath_or_buffer,
    *,
    sep=",",
    delimiter=None,
    header="infer",
    names=None,
    index_col=None,
    usecols=None,
    dtype=None,
    skiprows=None,
    nrows=None,
    na_values=None,
    keep_default_na=True,
    skipinitialspace=False,
    quotechar='"',
    comment=None,
    thousands=None,
    decimal=".",
    encoding="utf-8",
    parse_dates=None,
    dayfirst=False,
    date_format=None,
    compression="infer",
    engine=None,
    skipfooter=0,
):
    """A frame of a file's text: of a path, or of an open file."""
    _check_engine(engine, delimiter or sep, skipfooter)
    text = _text_of(filepath_or_buffer, encoding or "utf-8", compression)
    rows = _rows(text, delimiter or sep, quotechar, skipinitialspace, comment, skiprows)
    rows = rows[: len(rows) - skipfooter]
    if not rows:
        from pandas.errors import EmptyDataError

        raise EmptyDataError("No columns to parse from file")
    head = 0 if header == "infer" and names is None else None if header == "infer" else header
    titles, body = (None, rows) if head is None else (rows[head], rows[head + 1 :])
    body = body if nrows is None else body[:nrows]
    width = max([len(titles or []), *(len(row) for row in body[:1])])
    _check_widths(body, max(width, len(titles or [])), head)
    has_labels = titles is not None and width == len(titles) + 1
    titles = ["", *titles] if has_labels else titles
    titles = list(names) if names is not None else list(range(width)) if titles is None else _distinct(titles)
    gone = (_MISSING_WORDS if keep_default_na else frozenset()) | _words(na_values)
    columns = {}
    for at, name in enumerate(titles):
        if _is_used(at, name, usecols):
            words = [row[at] if at < len(row) else "" for row in body]
            columns[name] = _column(words, gone, thousands, decimal, _own(dtype, name))
    made = DataFrame._of(columns.values(), RangeIndex(len(body)), Index(list(columns)))
    if index_col is None and has_labels:
        index_col = 0
    names = _dated(parse_dates, index_col, made.columns.tolist())
    for name in names:
        from pandas._to_times import as_dates

        own = date_format.get(name) if isinstance(date_format, dict) else date_format
        made._columns[made.columns.get_loc(name)] = as_dates(made[name]._column, dayfirst, own)
    return made if index_col is None or index_col is False else _labelled(made, index_col, has_labels)


_ENGINES = ("c", "python", "pyarrow", "python-fwf")


def _check_engine(engine, sep, skipfooter):
    """Says what pandas says of its ways to read: there is one here, which can do what they can.

    Raises:
        ValueError: for one that pandas has not.
    """
    if engine is not None and engine not in _ENGINES:
        raise ValueError(f"Unknown engine: {engine} (valid options are dict_keys({list(_ENGINES)}))")
    cannot = "separators > 1 char, including regex separators" if sep and len(sep) > 1 and sep != r"\s+" else None
    cannot = "skipfooter" if skipfooter else cannot
    if cannot is None or engine not in (None, "c"):
        return
    if engine == "c":
        raise ValueError(f"the 'c' engine does not support {cannot}")
    import warnings

    from pandas.errors import ParserWarning

    warnings.warn(
        f"Falling back to the 'python' engine because the 'c' engine does not support {cannot}; you can avoid this warning by "
        "specifying engine='python'.",
        ParserWarning,
        stacklevel=4,
    )


def _dated(parse_dates, index_col, names):
    """The columns that are to be read as moments: by name or number, or the labels' with True."""
    if parse_dates in (None, False):
        return []
    wanted = index_col if parse_dates is True else parse_dates
    if isinstance(wanted, dict) or isinstance(wanted, list) and any(isinstance(each, list) for each in wanted):
        raise NotImplementedError("read_csv: parse_dates of several columns together is not built into this pandas")
    wanted = [] if wanted is None else wanted if isinstance(wanted, (list, tuple)) else [wanted]
    found = [names[name] if isinstance(name, INTS) and name not in names else name for name in wanted]
    for name in found:
        if name not in names:
            raise ValueError(f"Missing column provided to 'parse_dates': '{name}'")
    return found


def read_table(filepath_or_buffer, *, sep="\t", **settings):
    """As `read_csv`, with tabs."""
    return read_csv(filepath_or_buffer, sep=sep, **settings)


def _text_of(source, encoding, compression):
    if hasattr(source, "read") and compression in ("infer", None):
        text = source.read()
    else:
        with opened(source, encoding=encoding, compression=compression) as file:
            text = file.read()
    return text.decode(encoding) if isinstance(text, bytes) else text.removeprefix("\ufeff")


def _rows(text, sep, quote, skips_space, comment, skiprows):
    """The fields of each line that is not empty."""
    if sep in (r"\s+", None):
        split = _words_of(quote) if quote and quote in text else str.split
    elif len(sep) > 1:
        import re

        split = re.compile(sep).split
    elif quote in text:
        lines = _quoted_rows(text, sep, quote, skips_space)
        return _without(lines, skiprows, comment)
    else:

        def split(line):
            return line.split(sep)

    lines = [split(line) if line.strip() else [""] for line in text.splitlines()]
    if skips_space:
        lines = [[field.lstrip(" ") for field in fields] for fields in lines]
    return _without(lines, skiprows, comment)


def _words_of(quote):
    """What splits a line at spaces, but for those in quotes."""
    import re

    mark = re.escape(quote)
    fields = re.compile(f"{mark}((?:[^{mark}]|{mark}{mark})*){mark}|(\\S+)")
    return lambda line: [found[2] if found[1] is None else found[1].replace(quote * 2, quote) for found in fields.finditer(line)]


def _without(lines, skiprows, comment):
    """The lines but those to skip, the empty ones, and what follows a comment's sign."""
    if isinstance(skiprows, INTS):
        lines = lines[skiprows:]
    elif skiprows is not None:
        is_skipped = skiprows if callable(skiprows) else set(skiprows).__contains__
        lines = [line for at, line in enumerate(lines) if not is_skipped(at)]
    if comment is not None:
        lines = [_before(line, comment) for line in lines]
    return [line for line in lines if line and (len(line) > 1 or line[0].strip())]


def _before(fields, comment):
    for at, field in enumerate(fields):
        if comment in field:
            head = field.partition(comment)[0]
            return [*fields[:at], head] if head or at else []
    return fields


def _quoted_rows(text, sep, quote, skips_space):
    """Fields in quotes may hold separators, line ends and, doubled, quotes."""
    rows, row, field, at, count = [], [], [], 0, len(text)
    is_inside = False
    while at < count:
        character = text[at]
        at += 1
        if is_inside:
            if character != quote:
                field.append(character)
            elif text[at : at + 1] == quote:
                field.append(quote)
                at += 1
            else:
                is_inside = False
        elif character == quote and not field:
            is_inside = True
        elif character == sep:
            row.append("".join(field))
            field = []
        elif character == "\n":
            rows.append([*row, "".join(field)])
            row, field = [], []
        elif character != "\r" and not (skips_space and character == " " and not field):
            field.append(character)
    return rows + [[*row, "".join(field)]] if row or field else rows


def _check_widths(body, width, head):
    for at, row in enumerate(body):
        if len(row) > width:
            from pandas.errors import ParserError

            line = at + 1 + (0 if head is None else head + 1)
            raise ParserError(
                f"Error tokenizing data. C error: Expected {width} fields in line {line}, saw {len(row)}\n"
            )


def _distinct(titles):
    """Names of columns, those without one by their number, those that come again with a number."""
    found, seen = [], {}
    for at, title in enumerate(titles):
        title = title if title else f"Unnamed: {at}"
        seen[title] = seen.get(title, -1) + 1
        found.append(f"{title}.{seen[title]}" if seen[title] else title)
    return found


def _words(na_values):
    values = [] if na_values is None else [na_values] if isinstance(na_values, (str, NUMBERS)) else na_values
    if isinstance(values, dict):
        raise NotImplementedError("read_csv: na_values as a dict is not built into this pandas")
    return frozenset(str(value) for value in values)


def _is_used(at, name, usecols):
    if usecols is None:
        return True
    return bool(usecols(name)) if callable(usecols) else name in usecols or at in usecols


def _own(dtype, name):
    return dtype.get(name) if isinstance(dtype, dict) else dtype


def _column(words, gone, thousands, decimal, dtype):
    """Words as the narrowest kind that all of them can be read as."""
    if dtype in (str, object, "str", "object"):
        return column_of(
            [NAN if word in gone else word for word in words], "str" if dtype in (str, "str") else "object"
        )
    plain = words if thousands is None else [word.replace(thousands, "") for word in words]
    plain = plain if decimal == "." else [word.replace(decimal, ".") for word in plain]
    made = _narrowest(words, plain, gone)
    return made if dtype is None else made.astype(dtype)


def _narrowest(words, plain, gone):
    """`plain` are the words with numbers as Python writes them."""
    is_whole = gone.isdisjoint(words)
    if not is_whole and all(word in gone for word in words):
        return column_of([NAN] * len(words))
    if not words:
        return column_of([])
    # Python reads underscores in numbers; in files they make a text.
    if "_" in "".join(plain):
        return column_of([NAN if word in gone else word for word in words])
    if is_whole:
        try:
            return column_of(list(map(int, plain)))
        except ValueError:
            pass
        if all(word in ("True", "False", "TRUE", "FALSE", "true", "false") for word in words):
            return Column(flags([word.lower() == "true" for word in words]))
    try:
        return column_of([NAN if word in gone else float(word) for word in plain])
    except ValueError:
        return column_of([NAN if word in gone else word for word in words])


def _labelled(made, index_col, has_no_title):
    names = index_col if isinstance(index_col, (list, tuple)) else [index_col]
    names = [
        made.columns.tolist()[name] if isinstance(name, INTS) and name not in made.columns else name for name in names
    ]
    found = made.set_index(names if len(names) > 1 else names[0])
    found.index.names = [None if has_no_title or str(name).startswith("Unnamed: ") else name for name in names]
    return found


@also(
    chunksize=None, date_format=None, doublequote=True, encoding=None, errors="strict", escapechar=None, quoting=None,
    storage_options=None,
)  # fmt: skip
def to_csv(
    frame,
    path_or_buf=None,
    *,
    sep=",",
    na_rep="",
    float_format=None,
    columns=None,
    header=True,
    index=True,
    index_label=None,
    mode="w",
    quotechar='"',
    lineterminator="\n",
    decimal=".",
    compression="infer",
):
    """A frame's text: written to a path or an open file, or returned."""
    frame = frame if columns is None else frame[list(columns)]

    def word(value):
        if is_missing(value):
            return na_rep
        if isinstance(value, FLOATS):
            text = repr(value) if float_format is None else _formatted(float_format, value)
            return text.replace(".", decimal)
        text = str(value)
        if any(sign in text for sign in (sep, quotechar, "\n", "\r")):
            return quotechar + text.replace(quotechar, quotechar * 2) + quotechar
        return text

    parts = [_texts_known(column) for column in frame._columns]
    titles = list(frame.columns) if header is True else list(header or [])
    if index:
        labels = _texts_known(frame.index._column)
        parts = (list(map(list, zip(*labels))) if frame.index.has_parts else [labels]) + parts
        own = [index_label] if isinstance(index_label, str) else index_label or frame.index.names
        titles = ["" if name is None else name for name in own] + titles
    lines = [sep.join(map(word, titles))] if header is not False else []
    lines += [sep.join(map(word, row)) for row in zip(*parts)]
    text = "".join(line + lineterminator for line in lines)
    if path_or_buf is None:
        return text
    if hasattr(path_or_buf, "write") and compression in ("infer", None):
        path_or_buf.write(text)
        return None
    with opened(path_or_buf, mode, compression=compression) as file:
        file.write(text)
    return None


def _texts_known(column):
    """A column's values, those as texts that have their own way of showing; what is missing stays so."""
    if not hasattr(column, "texts"):
        return column.tolist()
    return [value if is_missing(value) else text for value, text in zip(column.tolist(), column.texts())]


def _formatted(form, value):
    return form(value) if callable(form) else form.format(value) if "{" in form else form % value


def to_dict(frame, orient, index):
    """A frame as dicts."""
    labels, names = frame.index.tolist(), frame.columns.tolist()
    columns = {name: series.tolist() for name, series in frame.items()}
    if orient == "dict":
        return {name: dict(zip(labels, values)) for name, values in columns.items()}
    if orient == "list":
        return columns
    if orient == "series":
        return dict(frame.items())
    rows = [list(row) for row in zip(*columns.values())]
    if orient == "records":
        return [dict(zip(names, row)) for row in rows]
    if orient == "index":
        return {label: dict(zip(names, row)) for label, row in zip(labels, rows)}
    if orient == "split":
        return {**({"index": labels} if index else {}), "columns": names, "data": rows}
    if orient == "tight":
        raise NotImplementedError("to_dict: orient='tight' is not built into this pandas")
    raise ValueError(f"orient '{orient}' not understood")
