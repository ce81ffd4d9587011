"""`%who`, `%whos`, `%who_ls`, `%xdel`, `%reset` and `%reset_selective`: the session's own names.

What it is not: the page's table of variables (`_kindling_variables`). Start reading at `own_names`.
"""

import re
import sys

import _kindling_shell
from _kindling_commands import say

_NOT_OWN = {"In", "Out", "exit", "quit", "get_ipython", "display"}
_HEADS = "Variable", "Type", "Data/Info"


def names():
    """The session's names."""
    return sys.modules["__main__"].__dict__


def own_names(rest=""):
    """The names that the student has made, in order; those of the types that are named, if any are."""
    kinds = rest.split()
    found = sorted(name for name in names() if name[0] != "_" and name not in _NOT_OWN)
    return [name for name in found if not kinds or type(names()[name]).__name__ in kinds]


def _none(rest):
    print("No variables match your requested type." if rest else "Interactive namespace is empty.")


def who(rest):
    """The names, nine to a line."""
    found = own_names(rest)
    if not found:
        return _none(rest)
    for start in range(0, len(found), 9):
        print("".join(name + "\t " for name in found[start:start + 9]))
    return None


def whos(rest):
    """A table of the names with their types and what they hold."""
    found = own_names(rest)
    if not found:
        return _none(rest)
    rows = [(name, type(names()[name]).__name__, _shown_briefly(names()[name])) for name in found]
    name_width, kind_width = (max(len(row[at]) for row in [*rows, _HEADS]) + 3 for at in (0, 1))
    head = f"{_HEADS[0]:<{name_width}}{_HEADS[1]:<{kind_width}} {_HEADS[2]}"
    print(head + "\n" + "-" * len(head))
    for name, kind, text in rows:
        print(f"{name:<{name_width}}{kind:<{kind_width}} {text}")
    return None


def _shown_briefly(value):
    """A value in a line of `%whos`; whatever it does, it takes nothing with it."""
    kind = type(value).__name__
    try:
        if kind in ("dict", "list", "tuple"):
            return f"n={len(value)}"
        if kind == "ndarray":
            return _array(value)
        if kind in ("DataFrame", "Series"):
            return f"Shape: {value.shape}"
        text = str(value)
    except Exception:
        return f"<object with id {id(value)} (str() failed)>"
    text = text.replace("\n", "\\n")
    return text if len(text) < 50 else text[:25] + "<...>" + text[-25:]


def _array(value):
    shape = "x".join(map(str, value.shape)) or ""
    size = value.size * value.itemsize
    text = f"{shape}: {value.size} elems, type `{value.dtype}`, {size} bytes"
    if size < 100_000:
        return text
    return text + (f" ({size / 1024} kb)" if size < 1024**2 else f" ({size / 1024**2} Mb)")


def delete(rest):
    """`%xdel`: forgets a name."""
    name = rest.removeprefix("-n").strip()
    if name not in names():
        return print(f"NameError: name '{name}' is not defined")
    del names()[name]
    return None


def reset(rest):
    """Forgets all names, or with `in`, `out` or `array` only what these say."""
    words = [word for word in rest.split() if not word.startswith("-")]
    unknown = [word for word in words if word not in ("in", "out", "array", "dhist")]
    if unknown:
        return say(f"%reset: it knows `in`, `out`, `array`, and not `{unknown[0]}`.")
    if "out" in words or not words:
        _kindling_shell.Out.forget()
    if "in" in words:
        _kindling_shell.In[:] = [""] * len(_kindling_shell.In)
    kept = lambda name: words and not ("array" in words and type(names()[name]).__name__ == "ndarray")  # noqa: E731
    for name in [name for name in names() if not name.startswith("_") and not kept(name)]:
        del names()[name]
    return None


def reset_selective(rest):
    """Forgets the names that a pattern fits."""
    pattern = rest.replace("-f", "").strip()
    try:
        search = re.compile(pattern).search
    except re.error as error:
        return say(f"%reset_selective: `{pattern}` is no pattern: {error}.")
    for name in [name for name in own_names() if search(name)]:
        del names()[name]
    return None
