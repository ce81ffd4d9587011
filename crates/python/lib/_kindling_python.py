"""`python file.py`, `python -c code` and `python -m module` of shell lines: a program with names of its own.

What it is not: `%run`, whose names the session then has (`_kindling_running`). A program that fails writes its traceback
where complaints go, and its caller goes on. Start reading at `run`.
"""

import contextlib
import io
import os
import sys

from _kindling_streams import ended
from _kindling_texts import Failed

# Options that change nothing here, and those of them that a value follows.
_OPTIONS, _WITH_VALUE = {"-u", "-W", "-B", "-O", "-OO", "-I", "-s", "-S", "-E", "-q", "-X", "-v"}, {"-W", "-X"}


def run(words, given, tell, streams):
    """Runs it; what it prints is passed on as it comes where it `streams`, else returned line by line."""
    if words[:1] in (["--version"], ["-V"]):
        return ["Python " + ".".join(map(str, sys.version_info[:3]))]
    words = list(words)
    while words and words[0] in _OPTIONS:
        del words[:2 if words[0] in _WITH_VALUE else 1]
    if not words or words == ["-"]:
        if not given:
            return []
        words = ["-c", "\n".join(given)]
    if words[0] == "-c" and len(words) < 2 or words[0] == "-m" and len(words) < 2:
        tell(f"Argument expected for the {words[0]} option")
        raise Failed
    printed = io.StringIO()
    before, folder = sys.argv, os.getcwd()
    sys.argv = _arguments(words)
    try:
        with contextlib.nullcontext() if streams else contextlib.redirect_stdout(printed), _reading(given):
            status = _status(words, tell)
    finally:
        sys.argv = before
        os.chdir(folder)
    if status:
        raise Failed(ended(printed.getvalue()), status)
    return ended(printed.getvalue())


def _arguments(words):
    """What the program sees as `sys.argv`."""
    return [words[0], *words[2:]] if words[0] in ("-c", "-m") else words


@contextlib.contextmanager
def _reading(given):
    """Has `input()` read the lines that are given through a pipe."""
    if given is None:
        yield
        return
    import builtins

    lines, before = iter(given), builtins.input

    def read_line(prompt="", /):
        print(prompt, end="")
        for line in lines:
            return line
        raise EOFError("EOF when reading a line")

    builtins.input, stdin = read_line, sys.stdin
    sys.stdin = io.StringIO("".join(line + "\n" for line in given))
    try:
        yield
    finally:
        builtins.input, sys.stdin = before, stdin


def _status(words, tell):
    """Runs the program; how it ends: 0 if well."""
    try:
        if words[0] == "-c":
            exec(compile(words[1], "<string>", "exec"), {"__name__": "__main__"})
        elif words[0] == "-m":
            _run_module(words[1])
        else:
            _run_file(words[0])
    except SystemExit as end:
        if isinstance(end.code, str):
            tell(end.code)
            return 1
        return int(end.code or 0)
    except _CannotOpen as error:
        tell(str(error))
        return 2
    except Exception as error:
        for line in traceback_of(error, "<string>" if words[0] == "-c" else sys.argv[0]):
            tell(line)
        return 1
    return 0


class _CannotOpen(Exception):
    """There is no such program."""


def _run_module(name):
    """A module among the session's files, or of the library, as `__main__`."""
    import importlib.util

    try:
        spec = importlib.util.find_spec(name)
        if spec is not None and spec.submodule_search_locations is not None:
            spec = importlib.util.find_spec(f"{name}.__main__")
    except ImportError:
        spec = None
    if spec is None:
        raise _CannotOpen(f"python: No module named {name}")
    if not spec.origin or not os.path.isfile(spec.origin):
        raise _CannotOpen(f"python -m {name}: that module of the library cannot be run as a program here.")
    path = sys.argv[0] = os.path.abspath(spec.origin)
    with open(path) as file:
        code = compile(file.read(), path, "exec")
    package = spec.name.rpartition(".")[0]
    exec(code, {"__name__": "__main__", "__file__": path, "__package__": package, "__spec__": spec})


def _run_file(path):
    """The file as `__main__`, with its own folder the first to be searched for modules."""
    import runpy

    if not os.path.exists(path):
        raise _CannotOpen(f"python: can't open file '{os.path.abspath(path)}': [Errno 2] No such file or directory")
    folder = os.path.dirname(os.path.abspath(path))
    sys.path.insert(0, folder)
    try:
        runpy.run_path(path, run_name="__main__")
    finally:
        if folder in sys.path:
            sys.path.remove(folder)


def traceback_of(error, name):
    """The error's traceback from the program's own first line on."""
    import traceback

    at = error.__traceback__
    while at is not None and at.tb_frame.f_code.co_filename != name:
        at = at.tb_next
    text = "".join(traceback.format_exception(type(error), error, at))
    return text.rstrip("\n").split("\n")
