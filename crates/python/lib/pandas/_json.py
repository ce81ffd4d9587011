"""Tables as JSON, as Markdown, as rows with named columns; JSON as tables.

What it is not: other formats. Start reading at `to_json`.
"""

import json

import numpy as np
from _scalars import FLOATS
from pandas._column import is_missing
from pandas._moments import Timestamp, microseconds
from pandas._timedelta import Timedelta
from pandas._refuse import also


def _plain(value, date_format):
    if is_missing(value):
        return None
    return _time(value, date_format) if isinstance(value, (Timestamp, Timedelta)) else value


def _time(value, date_format):
    """The milliseconds since 1970, or of a span; or a text."""
    if date_format != "iso":
        return microseconds(value) // 1000 if isinstance(value, Timestamp) else value // Timedelta(1, "ms")
    if isinstance(value, Timedelta):
        raise NotImplementedError("to_json: date_format='iso' of spans is not built into this pandas")
    return value.isoformat(timespec="milliseconds")


def _key(label, date_format):
    return str(_time(label, date_format) if isinstance(label, (Timestamp, Timedelta)) else label)


@also(double_precision=10, force_ascii=True, date_unit="ms", default_handler=None, compression="infer", mode="w",
      storage_options=None)
def to_json(data, path_or_buf=None, orient=None, date_format=None, lines=False, index=None, indent=None):
    """As JSON: by columns, records, rows (`index`), `split` or `values`."""
    from pandas._csv import to_dict

    if date_format not in (None, "epoch", "iso"):
        raise ValueError(f"Invalid value '{date_format}' for option 'date_format'")
    if data.ndim == 1:
        found = {_key(label, date_format): _plain(value, date_format) for label, value in data.items()} if orient in (None, "index") else [
            _plain(value, date_format) for value in data.tolist()]
    else:
        orient = orient or "columns"
        kind = {"columns": "dict", "values": "split", "table": None}.get(orient, orient)
        if kind is None or (index is not None and orient not in ("split", "table")):
            raise NotImplementedError(f"to_json: orient={orient!r}, index={index!r} is not built into this pandas")
        found = _all_plain(to_dict(data, kind, True if index is None else index), date_format)
        found = found["data"] if orient == "values" else found
    if lines:
        text = "".join(json.dumps(row, separators=(",", ":")) + "\n" for row in found)
    else:
        text = json.dumps(found, indent=indent, separators=(",", ":"))
    # As pandas writes them: a slash in a text has a stroke before it.
    text = text.replace("/", "\\/")
    if path_or_buf is None:
        return text
    if hasattr(path_or_buf, "write"):
        path_or_buf.write(text)
        return None
    with open(path_or_buf, "w") as file:
        file.write(text)
    return None


def _all_plain(value, date_format):
    if isinstance(value, dict):
        return {_key(key, date_format): _all_plain(each, date_format) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_all_plain(each, date_format) for each in value]
    return _plain(value, date_format)


@also(dtype=None, convert_axes=None, convert_dates=True, keep_default_dates=True, precise_float=False, date_unit=None, encoding=None,
      chunksize=None, nrows=None, typ="frame")
def read_json(path_or_buf, *, orient=None, lines=False, compression="infer"):
    """A frame of a JSON file."""
    from pandas._frame import DataFrame

    if hasattr(path_or_buf, "read") and compression in ("infer", None):
        text = path_or_buf.read()
    else:
        from pandas._compressed import opened

        with opened(path_or_buf, compression=compression) as file:
            text = file.read()
    found = [json.loads(line) for line in text.splitlines() if line.strip()] if lines else json.loads(text)
    if orient == "split":
        return DataFrame(found["data"], index=found.get("index"), columns=found["columns"])
    if orient == "index":
        return DataFrame(list(found.values()), index=[_number(label) for label in found])
    if isinstance(found, dict) and found and all(isinstance(value, dict) for value in found.values()):
        made = DataFrame(found)
        made.index = [_number(label) for label in made.index.tolist()]
        return made
    return DataFrame(found)


def _number(label):
    return int(label) if isinstance(label, str) and label.lstrip("-").isdigit() else label


@also(mode="wt", storage_options=None)
def to_markdown(data, buf=None, index=True, tablefmt="pipe"):
    """As a table of Markdown."""
    if tablefmt not in ("pipe", "github"):
        raise NotImplementedError(f"to_markdown: tablefmt={tablefmt!r} is not built into this pandas")
    frame = data if data.ndim == 2 else data.to_frame()
    parts = ([("", frame.index.tolist(), frame.index._column.is_number)] if index else []) + [
        (str(name), series.tolist(), series._column.is_number) for name, series in frame.items()]
    columns = [_aligned(title, values, is_number) for title, values, is_number in parts]
    lines = ["| " + " | ".join(row) + " |" for row in zip(*columns)]
    rule = "|" + "|".join(("-" * (len(column[0]) + 1) + ":") if is_number else (":" + "-" * (len(column[0]) + 1))
                          for column, (_, _, is_number) in zip(columns, parts)) + "|"
    text = "\n".join([lines[0], rule, *lines[1:]])
    if buf is None:
        return text
    buf.write(text)
    return None


def _aligned(title, values, is_number):
    """A column's texts, as wide as each other; of numbers the points stand below each other."""
    texts = [("nan" if is_missing(value) else f"{value:g}" if isinstance(value, FLOATS) else str(value)) for value in values]
    if is_number:
        after = [len(text) - text.index(".") if "." in text else 0 for text in texts]
        most = max(after, default=0)
        texts = [text + " " * (most - own) for text, own in zip(texts, after)]
    width = max(map(len, [*texts, title]), default=0)
    justify = str.rjust if is_number else str.ljust
    return [justify(text, width) for text in [title, *texts]]


@also(column_dtypes=None, index_dtypes=None)
def to_records(frame, index=True):
    """The rows as an array with named columns."""
    parts = ([(frame.index.name or "index", frame.index.to_numpy())] if index else []) + [
        (str(name), series.to_numpy()) for name, series in frame.items()]
    kinds = [(name, values.dtype if values.dtype.kind != "O" else "O") for name, values in parts]
    return np.array(list(zip(*(values.tolist() for _, values in parts))), dtype=kinds)


def json_normalize(
    data, record_path=None, meta=None, meta_prefix=None, record_prefix=None, errors="raise", sep=".", max_level=None
):
    """Nested records as a table: an inner record's values have the names of both, joined by `sep`."""
    from pandas._frame import DataFrame

    if errors != "raise" or max_level is not None or isinstance(meta_prefix, str):
        raise NotImplementedError("json_normalize: errors, max_level and meta_prefix are not built into this pandas")
    records = [data] if isinstance(data, dict) else list(data)
    if record_path is None:
        return DataFrame([_flat(record, sep) for record in records])
    rows = []
    for record in records:
        inner = record
        for name in [record_path] if isinstance(record_path, str) else record_path:
            inner = inner[name]
        kept = {}
        for path in [meta] if isinstance(meta, str) else meta or ():
            value = record
            for name in [path] if isinstance(path, str) else path:
                value = value[name]
            kept[path if isinstance(path, str) else sep.join(path)] = value
        rows += [{**{(record_prefix or "") + name: each for name, each in _flat(row, sep).items()}, **kept} for row in inner]
    made = DataFrame(rows)
    last = [path if isinstance(path, str) else sep.join(path) for path in ([meta] if isinstance(meta, str) else meta or ())]
    return made[[name for name in made.columns.tolist() if name not in last] + last]


def _flat(record, sep):
    found = {}
    for name, value in record.items():
        if isinstance(value, dict):
            found.update({f"{name}{sep}{inner}": each for inner, each in _flat(value, sep).items()})
        else:
            found[name] = value
    return found
