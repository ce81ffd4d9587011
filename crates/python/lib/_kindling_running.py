"""`%run`: a program or a notebook in the session, whose names the session then has.

What it is not: `!python`, which keeps its names to itself (`_kindling_programs`). Start reading at `run`.
"""

import os
import shlex
import sys

_OPTIONS = ("-i", "-t", "-n", "-e", "-G")


def run(rest, names):
    """Runs the file; `-i` gives it the session's names, `-m` means a module."""
    words = shlex.split(rest)
    is_inside, is_module = "-i" in words, "-m" in words
    words = [word for word in words if word not in (*_OPTIONS, "-m")]
    path = words[0] if words else ""
    if is_module:
        path = path.replace(".", "/")
    path = next((name for name in (path, path + ".py", path + ".ipynb") if os.path.isfile(os.path.expanduser(name))), None)
    if path is None:
        named = words[0] if words else ""
        raise OSError(f"File `{named if '.' in named else named + '.py'!r}` not found.")
    path = os.path.expanduser(path)
    if path.endswith(".ipynb"):
        return _run_notebook(path, names)
    with open(path) as file:
        code = compile(file.read(), path, "exec")
    namespace = {**names, "__file__": path} if is_inside else {"__name__": "__main__", "__file__": path}
    before, sys.argv = sys.argv, [path, *words[1:]]
    try:
        exec(code, namespace)
    except SystemExit:
        pass
    finally:
        sys.argv = before
        names.update((name, value) for name, value in namespace.items() if not name.startswith("__"))
    return None


def _run_notebook(path, names):
    """Its cells of code, in order, in the session itself."""
    import json

    with open(path) as file:
        cells = json.load(file)["cells"]
    for number, cell in enumerate(cells):
        if cell.get("cell_type") == "code":
            source = cell["source"]
            text = source if isinstance(source, str) else "".join(source)
            exec(compile(_python_of(text), f"{path}, cell {number + 1}", "exec"), names)


def _python_of(source):
    """The cell, with calls in the place of lines that are IPython's."""
    if source.startswith("%%"):
        head, _, body = source[2:].partition("\n")
        name, _, rest = head.partition(" ")
        return f"__import__('_kindling_magics').whole({name!r}, {rest!r}, {body!r})"
    lines = []
    for line in source.split("\n"):
        text = line.lstrip()
        indent = line[:len(line) - len(text)]
        is_magic = text.startswith(("!", "%")) and text[1:2] not in ("=", " ", "(")
        lines.append(f"{indent}__import__('_kindling_magics').line({text!r})" if is_magic else line)
    return "\n".join(lines)
