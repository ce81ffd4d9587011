"""`name?` and `help(name)`: what a value is, what a function takes, and what its documentation says.

What it is not: the documentation itself, which stands with what it documents. Start reading at `describe`.
"""

import inspect

from _kindling_pretty import signature_of


def describe(name, names):
    """What IPython prints for `name?`."""
    try:
        value = eval(name, names)
    except Exception:
        return print(f"Object `{name}` not found.")
    print(laid_out(rows_of(name, value)))


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
    if is_described:
        rows.append(("Type", type(value).__name__))
    return rows


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
    if not callable(value) and not inspect.ismodule(value):
        value = type(value)
    name = getattr(value, "__qualname__", getattr(value, "__name__", repr(value)))
    if inspect.ismodule(value):
        return print(f"Help on module {name}:\n\nNAME\n    {name}\n\n" + _indented(inspect.getdoc(value)))
    kind = "class" if isinstance(value, type) else "method" if inspect.ismethod(value) else "function"
    if inspect.isbuiltin(value):
        kind = "built-in function"
    module = getattr(value, "__module__", None)
    where = f" in module {module}" if module else ""
    head = f"class {name}{_bases(value)}" if kind == "class" else name + (signature_of(value) or "(...)")
    print(f"Help on {kind} {name}{where}:\n\n{head}\n{_indented(inspect.getdoc(value))}")
    if kind == "class":
        _print_methods(value)


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
