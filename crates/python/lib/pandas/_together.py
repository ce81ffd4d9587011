"""Two tables or columns laid upon each other, and small asked-for forms of one.

What it is not: joins, which are `_merge`'s. Start reading at `align`.
"""

import pandas as pd


def _both(one, other, join):
    """The labels of both, as a join makes them."""
    if one.equals(other):
        return one
    if join in ("left", "right"):
        return one if join == "left" else other
    if join == "inner":
        return one.intersection(other)
    return one.union(other)


def _check_levels(name, level):
    if level is not None:
        raise NotImplementedError(f"{name}: level is not built into this pandas")


def align(data, other, join="outer", axis=None, level=None, copy=None, fill_value=None):
    """Both with the labels that a join of them has."""
    del copy
    _check_levels("align", level)
    options = {} if fill_value is None else {"fill_value": fill_value}
    found = [data, other]
    if axis in (None, 0, "index"):
        labels = _both(data.index, other.index, join)
        found = [each.reindex(labels, **options) for each in found]
    if data.ndim == 2 and other.ndim == 2 and axis in (None, 1, "columns"):
        labels = _both(data.columns, other.columns, join)
        found = [each.reindex(columns=labels, **options) for each in found]
    return tuple(found)


def combine(data, other, func, fill_value=None, overwrite=True):
    """What a function makes of both, value by value of series, column by column of frames."""
    if data.ndim == 1:
        if not hasattr(other, "index"):
            return pd.Series([func(each, other) for each in data.tolist()], index=data.index, name=data.name)
        one, two = align(data, other, fill_value=fill_value)
        name = data.name if data.name == other.name else None
        return pd.Series([func(a, b) for a, b in zip(one.tolist(), two.tolist())], index=one.index, name=name)
    one, two = align(data, other)
    found = {}
    for name in one.columns:
        if not overwrite and name not in other.columns:
            found[name] = one[name]
            continue
        parts = [each[name] if fill_value is None else each[name].fillna(fill_value) for each in (one, two)]
        found[name] = func(*parts)
    return pd.DataFrame(found, index=one.index)


def _check_axis(axis):
    if axis not in (None, 0, "index", "rows"):
        raise ValueError(f"No axis named {axis} for object type Series")


def add_prefix(data, prefix, axis=None):
    """A text before each label."""
    _check_axis(axis)
    return data.rename(lambda label: f"{prefix}{label}")


def add_suffix(data, suffix, axis=None):
    """A text behind each label."""
    _check_axis(axis)
    return data.rename(lambda label: f"{label}{suffix}")


def filter(data, items=None, like=None, regex=None, axis=None):
    """The values of labels that are listed, that have a text in them, or that fit a pattern."""
    import re

    _check_axis(axis)
    if sum(each is not None for each in (items, like, regex)) != 1:
        raise TypeError("Keyword arguments `items`, `like`, or `regex` are mutually exclusive")
    if items is not None:
        return data.reindex([label for label in items if label in data.index])
    kept = [like in str(label) if like is not None else re.search(regex, str(label)) is not None for label in data.index]
    return data[kept]


def pop(data, item):
    """The value of a label, which is taken out."""
    found = data[item]
    del data[item]
    return found


def divmod(data, other, level=None, fill_value=None, axis=0):
    """How often a number fits, and what is left."""
    _check_levels("divmod", level)
    _check_axis(axis)
    return data.floordiv(other, fill_value=fill_value), data.mod(other, fill_value=fill_value)


def rdivmod(data, other, level=None, fill_value=None, axis=0):
    """The same the other way round."""
    _check_levels("rdivmod", level)
    _check_axis(axis)
    return data.rfloordiv(other, fill_value=fill_value), data.rmod(other, fill_value=fill_value)


def transpose(data):
    """The column itself."""
    return data


def asof(data, where, subset=None):
    """The last values that are there before a label, or before each of some."""
    is_one = not hasattr(where, "__iter__") or isinstance(where, str)
    labels, found = data.index.tolist(), []
    wanted = [pd.Timestamp(each) if isinstance(each, str) else each for each in ([where] if is_one else list(where))]
    columns = [data] if data.ndim == 1 else [data[name] for name in (data.columns if subset is None else pd.Index([subset]).tolist())]
    known = [all(not pd.isna(value) for value in row) for row in zip(*(column.tolist() for column in columns))]
    for label in wanted:
        places = [at for at, (each, there) in enumerate(zip(labels, known)) if each <= label and there]
        found.append(places[-1] if places else None)
    if is_one:
        if found[0] is None:
            return float("nan") if data.ndim == 1 else pd.Series([float("nan")] * len(data.columns), index=data.columns, name=wanted[0])
        row = data.iloc[found[0]]
        return row if data.ndim == 1 else row.rename(wanted[0])
    taken = data.reset_index(drop=True).reindex([-1 if at is None else at for at in found])
    taken.index = pd.Index(wanted)
    return taken


def isetitem(data, loc, value):
    """Another column in the place of one."""
    names = data.columns.tolist()
    data[names[loc]] = value


def to_latex(data, buf=None, columns=None, header=True, index=True, na_rep="NaN", formatters=None, float_format=None, sparsify=None,
             index_names=True, bold_rows=False, column_format=None, longtable=None, escape=None, encoding=None, decimal=".",
             multicolumn=None, multicolumn_format=None, multirow=None, caption=None, label=None, position=None):
    """The table in LaTeX's language, with the rules of its package booktabs."""
    # Both are of tables with several levels, and of files, which are written in UTF-8.
    del sparsify, encoding
    for name, value in {"formatters": formatters, "longtable": longtable, "multicolumn": multicolumn, "multirow": multirow,
                        "multicolumn_format": multicolumn_format}.items():  # fmt: skip
        if value:
            raise NotImplementedError(f"to_latex: {name}={value!r} is not built into this pandas")
    table = data.to_frame() if data.ndim == 1 else data
    table = table if columns is None else table[list(columns)]
    if table.index.nlevels > 1 or table.columns.nlevels > 1:
        raise NotImplementedError("to_latex: several levels are not built into this pandas")

    def told(value):
        if pd.isna(value):
            return na_rep
        if isinstance(value, float):
            text = f"{value:.6f}" if float_format is None else float_format(value) if callable(float_format) else float_format % value
            return text.replace(".", decimal)
        return _escaped(str(value)) if escape else str(value)

    kinds = ["r" if getattr(table[name].dtype, "kind", "O") in "iufc" else "l" for name in table.columns]
    lines = [rf"\begin{{tabular}}{{{column_format or ('l' if index else '') + ''.join(kinds)}}}", r"\toprule"]
    if header is not False:
        names = [str(name) for name in (table.columns if header is True else header)]
        names = [_escaped(name) for name in names] if escape else names
        lines.append(" & ".join([*([""] if index else []), *names]) + r" \\")
        if table.index.name is not None and index and index_names:
            lines.append(" & ".join([str(table.index.name), *[""] * len(names)]) + r" \\")
        lines.append(r"\midrule")
    for place, row in zip(table.index.tolist(), zip(*(table[name].tolist() for name in table.columns))):
        head = rf"\textbf{{{told(place)}}}" if bold_rows else told(place)
        lines.append(" & ".join([*([head] if index else []), *map(told, row)]) + r" \\")
    lines += [r"\bottomrule", r"\end{tabular}"]
    if caption is not None or label is not None or position is not None:
        short = caption if isinstance(caption, tuple) else (caption, None)
        head = [rf"\begin{{table}}{'' if position is None else f'[{position}]'}"]
        head += [] if caption is None else [rf"\caption{'' if short[1] is None else f'[{short[1]}]'}{{{short[0]}}}"]
        head += [] if label is None else [rf"\label{{{label}}}"]
        lines = [*head, *lines, r"\end{table}"]
    text = "\n".join(lines) + "\n"
    if buf is None:
        return text
    if hasattr(buf, "write"):
        buf.write(text)
        return None
    with open(buf, "w", encoding="utf-8") as file:
        file.write(text)
    return None


_SIGNS = {"&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "{": r"\{", "}": r"\}", "~": r"\textasciitilde ",
          "^": r"\textasciicircum ", "\\": r"\textbackslash "}  # fmt: skip


def _escaped(text):
    return "".join(_SIGNS.get(sign, sign) for sign in text)
