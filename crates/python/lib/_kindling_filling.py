"""`{expression}` and `$name` in shell lines and magics, by their values.

What it is not: a shell's own variables, which stay as they are (`_kindling_commands`). Start reading at `filled`.
"""

import re

_NAME = re.compile(r"\$([A-Za-z_][\w.]*)")


def filled(text, names, local):
    """The text with values for what has one; `$$name` and `{{` keep one sign."""
    out, at = [], 0
    while at < len(text):
        if text.startswith(("{{", "}}", "$$"), at):
            out.append(text[at])
            at += 2
            if text[at - 1] == "$" or text[at - 1] == "{" and "}}" in text[at:]:
                end = text.find("}}", at) if text[at - 1] == "{" else _word_end(text, at)
                out.append(text[at:end])
                at = end
            continue
        value, end = _value(text, at, names, local)
        out.append(text[at] if value is None else value)
        at = at + 1 if value is None else end
    return "".join(out)


def _word_end(text, at):
    while at < len(text) and (text[at].isalnum() or text[at] == "_"):
        at += 1
    return at


def _value(text, at, names, local):
    """The value of what stands there, and where it ends; None if it has none."""
    if text[at] == "$":
        found = _NAME.match(text, at)
        source = found and found[1].rstrip(".")
        end = at + 1 + len(source or "")
    elif text[at] == "{":
        end = _closing(text, at)
        source = text[at + 1:end - 1]
    else:
        return None, at
    if not source or not source.strip():
        return None, at
    for expression, form in _readings(source):
        try:
            return format(eval(expression, names, local), form), end
        except Exception:
            continue
    return None, at


def _readings(source):
    """The whole as an expression, or what stands before `!r` and a colon, with its format."""
    yield source.strip(), ""
    expression, colon, form = source.rpartition(":")
    if colon:
        yield expression.strip(), form
    expression, sign, conversion = source.rpartition("!")
    if sign and conversion in ("r", "s", "a"):
        yield f"{'repr' if conversion == 'r' else 'str' if conversion == 's' else 'ascii'}({expression})", ""


def _closing(text, at):
    """Behind the bracket that closes the one at `at`; brackets in the expression count."""
    depth = 0
    for place in range(at, len(text)):
        depth += {"{": 1, "}": -1}.get(text[place], 0)
        if depth == 0:
            return place + 1
    return at + 1
