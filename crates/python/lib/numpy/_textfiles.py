"""Tables of numbers as text: `loadtxt`, `savetxt`, `genfromtxt`.

Not numpy's own files, which are `_files`'. Start reading at `_rows`.
"""

import math

from _scalars import INTS
from numpy._array import ndarray
from numpy._create import tensor_of
from numpy._make import array, asarray
from numpy._types import _Kind, dtype as dtype_of


def _opened(path, mode, encoding):
    """The text of a file, compressed or not, as the end of its name says."""
    name = path.decode() if isinstance(path, bytes) else str(path)
    if name.endswith(".gz"):
        import gzip

        return gzip.open(path, mode + "t", encoding=encoding)
    if name.endswith((".bz2", ".xz", ".lzma")):
        raise NotImplementedError(f"files that end with .{name.rpartition('.')[2]} are not built into this numpy")
    return open(path, mode, encoding=encoding)


def _lines(fname, encoding=None):
    if isinstance(fname, (str, bytes)) or hasattr(fname, "__fspath__"):
        try:
            with _opened(fname, "r", encoding if encoding != "bytes" else None) as file:
                return file.read().splitlines()
        except FileNotFoundError:
            raise FileNotFoundError(f"{fname} not found.") from None
    return [line.decode() if isinstance(line, bytes) else line for line in fname]


def _rows(lines, comments, delimiter, max_rows):
    """The words of each line, without comments and empty lines."""
    marks = [] if comments is None else [comments] if isinstance(comments, str) else list(comments)
    rows = []
    for line in lines:
        for mark in marks:
            line = line.partition(mark)[0]
        line = line.rstrip("\r\n") if delimiter else line.strip()
        if not line.strip():
            continue
        if max_rows is not None and len(rows) == max_rows:
            break
        rows.append(_words(line, delimiter))
    return rows


def _words(line, delimiter):
    return [word.strip() for word in line.split(delimiter)] if delimiter else line.split()


def _chosen(rows, usecols):
    if usecols is None:
        return rows
    columns = [usecols] if isinstance(usecols, INTS) else list(usecols)
    for at, row in enumerate(rows, 1):
        for column in columns:
            if not -len(row) <= column < len(row):
                raise ValueError(f"invalid column index {column} at row {at} with {len(row)} columns")
    return [[row[column] for column in columns] for row in rows]


def loadtxt(
    fname, dtype=float, comments="#", delimiter=None, converters=None, skiprows=0, usecols=None, unpack=False, ndmin=0,
    encoding=None, max_rows=None, *, quotechar=None, like=None,
):
    """The numbers of a text file, a line a row."""
    if quotechar is not None:
        raise NotImplementedError("numpy.loadtxt: quotechar is not built into this numpy")
    kind = dtype_of(dtype)
    if kind.kind == "V":
        return _structured(fname, kind, comments, delimiter, converters, skiprows, usecols, unpack, encoding, max_rows)
    rows = _rows(_lines(fname, encoding)[skiprows:], comments, delimiter, max_rows)
    rows = _chosen(rows, usecols)
    for at, row in enumerate(rows, 1):
        if len(row) != len(rows[0]):
            raise ValueError(
                f"the number of columns changed from {len(rows[0])} to {len(row)} at row {at}; use `usecols` to select a "
                "subset and avoid this error"
            )
    values = [
        [_value(word, kind, converters, at, column) for column, word in enumerate(row)] for at, row in enumerate(rows)
    ]
    found = array(values, dtype=kind)
    if ndmin < 2 and found.ndim == 2 and 1 in found.shape:
        found = found.squeeze() if ndmin == 0 else found.ravel()
    return found.T if unpack else found


def _structured(fname, kind, comments, delimiter, converters, skiprows, usecols, unpack, encoding, max_rows):
    """As `loadtxt`, of rows whose columns have dtypes of their own."""
    from numpy._records import from_rows

    rows = _chosen(_rows(_lines(fname, encoding)[skiprows:], comments, delimiter, max_rows), usecols)
    for at, row in enumerate(rows):
        if len(row) != len(kind.names):
            raise ValueError(
                f"the dtype passed requires {len(kind.names)} columns but {len(row)} were found at row {at + 1}; use `usecols` "
                "to select a subset and avoid this error"
            )
    values = [
        tuple(_value(word, each, converters, at, column) for column, (word, each) in enumerate(zip(row, kind._kinds)))
        for at, row in enumerate(rows)
    ]
    found = from_rows(values, kind)
    return [found[name] for name in kind.names] if unpack else found


def _value(word, kind, converters, row, column):
    convert = converters if callable(converters) else (converters or {}).get(column)
    if convert is not None:
        return convert(word)
    if isinstance(kind, _Kind):
        return word
    try:
        return int(word) if kind.kind in "iu" else bool(int(word)) if kind.kind == "b" else float(word)
    except ValueError:
        raise ValueError(f"could not convert string {word!r} to {kind.name} at row {row}, column {column + 1}.") from None


def savetxt(fname, X, fmt="%.18e", delimiter=" ", newline="\n", header="", footer="", comments="# ", encoding=None):
    """Writes numbers to a text file, a row a line."""
    X = asarray(X)
    if X.ndim not in (1, 2):
        raise ValueError(f"Expected 1D or 2D array, got {X.ndim}D array instead")
    rows = X.tolist() if X.ndim == 2 else [[value] for value in X.tolist()]
    lines = [comments + header.replace("\n", "\n" + comments)] if header else []
    lines += [_formatted(row, fmt, delimiter, X) for row in rows]
    lines += [comments + footer.replace("\n", "\n" + comments)] if footer else []
    text = "".join(line + newline for line in lines)
    if hasattr(fname, "write"):
        try:
            fname.write(text)
        except TypeError:
            fname.write(text.encode())
        return
    with _opened(fname, "w", encoding) as file:
        file.write(text)


def _formatted(row, fmt, delimiter, X):
    if isinstance(fmt, (list, tuple)):
        if len(fmt) != len(row):
            raise AttributeError(f"fmt has wrong shape.  {fmt!s}")
        formats = fmt
    elif fmt.count("%") > 1:
        return fmt % tuple(row)
    else:
        formats = [fmt] * len(row)
    if X.dtype.kind == "c" and fmt.count("%") == 1:
        return delimiter.join(f" ({fmt % value.real}{fmt % value.imag if value.imag < 0 else '+' + fmt % value.imag}j)" for value in row)
    try:
        return delimiter.join(each % value for each, value in zip(formats, row))
    except TypeError:
        raise TypeError(
            f"Mismatch between array dtype ('{X.dtype}') and format specifier ('{delimiter.join(formats)}')"
        ) from None


def genfromtxt(
    fname, dtype=float, comments="#", delimiter=None, skip_header=0, skip_footer=0, converters=None, missing_values=None,
    filling_values=None, usecols=None, names=None, excludelist=None, deletechars=None, defaultfmt="f%i", autostrip=False,
    replace_space="_", case_sensitive=True, unpack=None, usemask=False, loose=True, invalid_raise=True, max_rows=None,
    encoding=None, *, ndmin=0, like=None,
):
    """The numbers of a text file in which some may be missing; with names, columns that are called by them."""
    for name, value in (("missing_values", missing_values), ("excludelist", excludelist), ("usemask", usemask or None)):
        if value is not None:
            raise NotImplementedError(f"numpy.genfromtxt: {name} is not built into this numpy")
    lines = _lines(fname, encoding)[skip_header:]
    lines = lines[: len(lines) - skip_footer]
    titles = None
    if names is True:
        while lines and not lines[0].strip():
            lines.pop(0)
        first = lines.pop(0)
        titles = _words(first[len(comments) :] if comments and first.startswith(comments) else first, delimiter)
    elif names is not None:
        titles = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    rows = _rows(lines, comments, delimiter, max_rows)
    rows = _regular(rows, delimiter, skip_header + (names is True))
    if usecols is not None and titles is not None:
        columns = [usecols] if isinstance(usecols, (INTS, str)) else list(usecols)
        usecols = [titles.index(column) if isinstance(column, str) else column for column in columns]
        titles = [titles[column] for column in usecols] if len(titles) > len(usecols) else titles
    columns = [list(column) for column in zip(*_chosen(rows, usecols))]
    if isinstance(dtype, list) and dtype and not isinstance(dtype[0], tuple):
        # Dtypes alone, whose names are told, or count.
        listed = [f"f{at}" for at in range(len(dtype))] if titles is None else titles
        dtype = list(zip(listed, dtype))
    whole = None if dtype is None else dtype_of(dtype)
    kinds = whole._kinds if whole is not None and whole.names else [dtype] * len(columns)
    if whole is not None and whole.names:
        titles = list(whole.names) if titles is None else titles
    made = [_column(column, at, kind, converters, filling_values) for at, (column, kind) in enumerate(zip(columns, kinds))]
    if dtype is None and encoding == "bytes":
        made = [column.astype("S") if column.dtype.kind == "U" else column for column in made]
    if titles is None and (dtype is not None or len({column.dtype.name for column in made}) == 1):
        found = _table(made).squeeze() if ndmin == 0 else _table(made)
        return found.T if unpack else found
    from numpy._records import records

    named = (
        [f"f{at}" for at in range(len(made))]
        if titles is None
        else [_cleaned(title, replace_space) for title in titles]
    )
    found = records(named, made)
    return tuple(found[name] for name in named) if unpack else found


def _cleaned(title, space):
    """A column's name without what no name has."""
    kept = "".join(letter for letter in title if letter not in "~!@#$%^&*()-=+~\\|]}[{';: /?.>,<" or letter == " ")
    return kept.strip().replace(" ", space)


def _regular(rows, delimiter, before):
    """Refuses rows of another length than the first has."""
    if not rows:
        return rows
    width = len(rows[0])
    wrong = [(at, len(row)) for at, row in enumerate(rows) if len(row) != width]
    if wrong:
        told = "\n".join(
            f"    Line #{at + 1 + before} (got {count} columns instead of {width})" for at, count in wrong
        )
        raise ValueError(f"Some errors were detected !\n{told}")
    return rows


def _table(columns):
    from numpy._rearrange import stack

    return stack(columns, 1)


def _column(words, at, kind, converters, filling):
    convert = (converters or {}).get(at)
    if convert is not None:
        return array([convert(word) for word in words])
    kind = _guessed(words) if kind is None else dtype_of(kind)
    if isinstance(kind, _Kind):
        return array(words, dtype=kind)
    fill = filling.get(at) if isinstance(filling, dict) else filling
    missing = fill if fill is not None else math.nan if kind.kind == "f" else -1 if kind.kind in "iu" else False
    values = []
    for word in words:
        try:
            values.append(word.lower() == "true" if kind.kind == "b" else float(word) if kind.kind == "f" else int(word))
        except ValueError:
            values.append(missing)
    return ndarray(tensor_of(values, kind))


def _guessed(words):
    """The narrowest dtype for a column."""
    for kind, read in (("int64", int), ("float64", float)):
        try:
            for word in words:
                if word:
                    read(word)
        except ValueError:
            continue
        return dtype_of(kind)
    return dtype_of("bool") if all(word.lower() in ("true", "false") for word in words) else dtype_of(str)
