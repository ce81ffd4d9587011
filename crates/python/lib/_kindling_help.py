"""`name?` and `help(name)`: what a value is, what a function takes, and what its documentation says.

What it is not: the documentation itself, which stands with what it documents. Start reading at `describe`.
"""

import builtins
import inspect
import re

import _kindling_examples
from _kindling_pages import address, public_name
from _kindling_pretty import signature_of

# What is asked for in `y = x; x?`: the last name, with what is taken of it.
_ASKED = re.compile(r"%{0,2}[^\W\d][\w*]*(?:\.[\w*]+|\[[^\[\]]+\])*(?=\?{1,2}$)")


def describe(text, names):
    """What IPython prints for `name?`, `name??`, `?name`; for names with a `*`, those that are like it."""
    found = _ASKED.search(text)
    name = found[0] if found else text.strip("?").strip()
    if name.startswith("%"):
        return print(f"{name} is a magic; %lsmagic lists those that are here.")
    if "*" in name:
        return print("\n".join(_like(name, names)))
    if text.startswith("??") or text.endswith("??"):
        return _describe(name, names, with_source=True)
    return _describe(name, names)


def _like(pattern, names):
    import fnmatch

    before, dot, last = pattern.rpartition(".")
    try:
        found = dir(eval(before, names)) if dot else [*names, *dir(builtins)]
    except Exception:
        return []
    is_private = last.startswith("_")
    return sorted({before + dot + name for name in found
                   if fnmatch.fnmatchcase(name, last) and (is_private or not name.startswith("_"))})


def describe_one(name, title, names):
    """One of the things that there is to say of a value."""
    try:
        value = eval(name, names)
    except Exception:
        return print(f"Object `{name}` not found.")
    if title == "Source":
        return print(source_of(value) or f"No source found for {name}")
    rows = dict(rows_of(name, value, shown=False))
    return print(rows.get(title, rows.get("Init signature", f"No {title.lower()} found for {name}")).strip("\n"))


def source_of(value):
    """The text that a function or class was made from, where it is at hand."""
    try:
        return inspect.getsource(value)
    except Exception:
        return None


def _describe(name, names, with_source=False):
    try:
        value = eval(name, names)
    except Exception:
        return print(f"Object `{name}` not found.")
    rows = rows_of(name, value)
    source = source_of(value) if with_source else None
    if source is not None:
        rows = [row for row in rows if row[0] != "Docstring"] + [("Source", "\n" + source.rstrip("\n"))]
    return print(laid_out(rows))


def rows_of(name, value, shown=True):
    """The titles and texts of what there is to say of a value; `shown` tells whether it may be shown itself."""
    rows = []
    is_described = callable(value) or inspect.ismodule(value)
    signature = signature_of(value) if callable(value) else None
    if signature is not None:
        title = "Init signature" if isinstance(value, type) else "Signature"
        rows.append((title, name.rsplit(".")[-1] + signature))
    if not is_described:
        rows.append(("Type", type(value).__name__))
        if shown:
            rows.append(("String form", str(value)))
            if hasattr(value, "__len__"):
                rows.append(("Length", str(len(value))))
    text = inspect.getdoc(value) or "<no docstring>"
    rows.append(("Docstring", text if "\n" not in text else "\n" + text))
    rows += rows_of_library(name, value)
    if is_described:
        rows.append(("Type", type(value).__name__))
    return rows


def rows_of_library(name, value):
    """What there is to read of a library's own name: formula (or meaning), shapes, example, and its page."""
    public = public_name(value, name)
    if public is None:
        return []
    # Who looks at numbers asks what they are, and not what arrays are.
    is_array = not isinstance(value, type) and hasattr(value, "dtype")
    found = None if is_array else _kindling_examples.entry(public)
    formula, shapes, example = found or ("", "", "")
    title = "Formula" if " = " in formula or "←" in formula else "Meaning"
    rows = [(title, formula), ("Shapes", shapes), ("Example", example and "\n" + example), ("Page", address(public))]
    return [row for row in rows if row[1]]


def laid_out(rows):
    """The rows one below another, their texts in one column."""
    width = max(len(title) for title, _ in rows) + 2
    return "\n".join(f"{title}:{text}" if text.startswith("\n") else f"{title + ':':<{width}}{text}"
                     for title, text in rows)


def help(value=None):
    """Prints what the documentation says of a function, a class, a module or a value's class."""
    if value is None:
        return print("Type help(name) for what a function or class does, or name? in a cell.")
    if isinstance(value, str):
        return print(f"No Python documentation found for {value!r}.\nUse help() on the object itself.")
    if not (isinstance(value, type) or inspect.ismodule(value) or hasattr(value, "__name__")):
        value = type(value)
    name = getattr(value, "__qualname__", getattr(value, "__name__", repr(value)))
    if inspect.ismodule(value):
        print(f"Help on module {name}:\n\nNAME\n    {name}\n\n" + _indented(inspect.getdoc(value)))
        return _print_rows(value)
    kind = "class" if isinstance(value, type) else "method" if inspect.ismethod(value) else "function"
    if inspect.isbuiltin(value):
        kind = "built-in function"
    module = getattr(value, "__module__", None)
    where = f" in module {module}" if module else ""
    head = f"class {name}{_bases(value)}" if kind == "class" else name + (signature_of(value) or "(...)")
    print(f"Help on {kind} {name}{where}:\n\n{head}\n{_indented(inspect.getdoc(value))}")
    _print_rows(value)
    if kind == "class":
        _print_methods(value)


def _print_rows(value):
    rows = rows_of_library("", value)
    if rows:
        print("\n" + _indented(laid_out(rows)))


def _bases(kind):
    bases = ", ".join(base.__name__ for base in kind.__bases__)
    return f"({bases})"


def _indented(text):
    return "\n".join("    " + line if line else "" for line in (text or "").splitlines())


def _print_methods(kind):
    """The class's own public methods with the first line of what they say."""
    for name, method in sorted(kind.__dict__.items()):
        if callable(method) and (not name.startswith("_") or name in ("__init__", "__call__")):
            text = (inspect.getdoc(method) or "").split("\n")[0]
            print(f"\n    {name}{signature_of(method) or '(...)'}" + (f"\n        {text}" if text else ""))
