"""`%run`: a program or a notebook in the session, whose names the session then has.

What it is not: `!python`, which keeps its names to itself (`_kindling_programs`). Start reading at `run`.
"""

import os
import shlex
import sys

import _kindling_python
from _kindling_commands import say

_OPTIONS = ("-i", "-t", "-n", "-e", "-G")


def run(rest, names):
    """Runs the file; `-i` gives it the session's names, `-m` means a module."""
    try:
        words = shlex.split(rest)
    except ValueError as error:
        return say(f"%run {rest}: {error}.")
    is_inside, is_module = "-i" in words, "-m" in words
    words = [word for word in words if word not in (*_OPTIONS, "-m")]
    path = words[0] if words else ""
    if is_module:
        path = path.replace(".", "/")
    path = next((name for name in (path, path + ".py", path + ".ipynb") if os.path.isfile(os.path.expanduser(name))), None)
    if not words:
        return say("%run: it takes the name of a program or a notebook.")
    if path is None:
        named = words[0] if "." in words[0] or is_module else words[0] + ".py"
        return say(f"%run: there is no file `{named}` here; drop it onto the page, or write it with %%writefile.")
    path = os.path.expanduser(path)
    if path.endswith(".ipynb"):
        return _run_notebook(path, names)
    try:
        _run_program(path, words[1:], is_inside, names)
    except Exception as error:
        # As in IPython the cell goes on.
        for line in _kindling_python.traceback_of(error, path):
            say(line)
    return None


def _run_program(path, arguments, is_inside, names):
    """The program as `__main__`, whose names the session takes over, also where it fails."""
    with open(path) as file:
        code = compile(file.read(), path, "exec")
    namespace = {**names, "__file__": path} if is_inside else {"__name__": "__main__", "__file__": path}
    folder = os.path.dirname(os.path.abspath(path))
    before, sys.argv = sys.argv, [path, *arguments]
    sys.path.insert(0, folder)
    try:
        exec(code, namespace)
    except SystemExit:
        pass
    finally:
        sys.argv = before
        if folder in sys.path:
            sys.path.remove(folder)
        names.update((name, value) for name, value in namespace.items() if not name.startswith("__"))


def _run_notebook(path, names):
    """Its cells of code, in order, in the session itself."""
    import json

    with open(path) as file:
        cells = json.load(file)["cells"]
    for number, cell in enumerate(cells):
        if cell.get("cell_type") == "code":
            source = cell["source"]
            text = source if isinstance(source, str) else "".join(source)
            exec(compile(python_of(text), f"{path}, cell {number + 1}", "exec"), names)


def python_of(source):
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
