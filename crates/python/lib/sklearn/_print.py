"""How estimators are printed: on one line, or on several where that is wider than eighty letters.

What it is not: which parameters are shown; `changed` of the estimator says that. Start reading at `shown`.
"""

_WIDTH = 80


def shown(estimator):
    """The estimator's text."""
    parts = []
    _format(estimator, 0, 0, parts)
    return "".join(parts)


def _one_line(value):
    if hasattr(value, "changed_params"):
        told = ", ".join(f"{name}={_one_line(each)}" for name, each in value.changed_params().items())
        return f"{type(value).__name__}({told})"
    if type(value) is list:
        return f"[{', '.join(_one_line(each) for each in value)}]"
    if type(value) is tuple:
        return f"({', '.join(_one_line(each) for each in value)}{',' if len(value) == 1 else ''})"
    if type(value) is dict:
        return "{" + ", ".join(f"{key!r}: {_one_line(each)}" for key, each in value.items()) + "}"
    return repr(value)


def _format(value, indent, allowance, parts):
    """Writes a value that begins at a column, with so much behind it on its last line."""
    line = _one_line(value)
    if len(line) <= _WIDTH - indent - allowance:
        parts.append(line)
    elif hasattr(value, "changed_params"):
        name = type(value).__name__
        parts.append(f"{name}(")
        _filled(_named(value.changed_params(), "="), indent + len(name), allowance + 1, parts)
        parts.append(")")
    elif type(value) in (list, tuple):
        parts.append("[" if type(value) is list else "(")
        _filled([("", each) for each in value], indent, allowance + 1, parts)
        parts.append("]" if type(value) is list else ")")
    elif type(value) is dict:
        parts.append("{")
        _filled(_named({repr(key): each for key, each in value.items()}, ": "), indent, allowance + 1, parts)
        parts.append("}")
    else:
        parts.append(line)


def _named(items, between):
    return [(name + between, each) for name, each in items.items()]


def _filled(items, indent, allowance, parts):
    """Writes items side by side as long as they fit on a line."""
    indent += 1
    new_line, comma = ",\n" + " " * indent, ""
    room = most = _WIDTH - indent + 1
    for at, (head, value) in enumerate(items):
        is_last = at == len(items) - 1
        if is_last:
            most, room = most - allowance, room - allowance
        line = head + _one_line(value)
        if room < len(line) + 2:
            room, comma = most, new_line if comma else comma
        if room >= len(line) + 2:
            room -= len(line) + 2
            parts += [comma, line]
            comma = ", "
            continue
        parts += [comma, head]
        comma = new_line
        _format(value, indent + len(head), allowance if is_last else 1, parts)
