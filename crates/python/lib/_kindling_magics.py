"""What IPython's magics do here, where there is no IPython and no shell.

What it is not: how they are found in a cell (`cell/magics.rs`), or shell commands (`_kindling_commands`). Start reading
at `line`. A magic is done, or needs nothing done, or is answered with one sentence; the rest of its cell runs in each
case.
"""

import os
import sys

import _kindling_commands
import _kindling_history
import _kindling_places
import _kindling_programs
import _kindling_shell
import _kindling_timing
from _kindling_commands import say
from _kindling_filling import filled
from _kindling_lines import SList

_NOTHING_TO_DO = {
    "matplotlib", "load_ext", "reload_ext", "unload_ext", "autoreload", "aimport", "colors", "automagic", "pprint",
    "tensorflow_version", "gui", "autosave", "autoawait", "autocall", "autoindent", "doctest_mode", "rehashx", "clear",
    "logstart", "logstop", "logon", "logoff", "logstate", "killbgscripts",
}
_REASONS = {
    "debug": "%debug: there is no debugger here; print what you want to see, or look at the traceback's lines.",
    "pdb": "%pdb: there is no debugger here; print what you want to see, or look at the traceback's lines.",
    "tensorboard": "%tensorboard: writer.add_scalar draws its curves below the cell instead.",
    "load": "%load: open the file and paste what it says; a cell cannot change itself here.",
    "store": "%store: nothing outlives the session here; write it into a file instead, with torch.save or json.dump.",
    "edit": "%edit: there is no editor beside the notebook; write into a cell.",
    "alias": "%alias: there is no shell here whose commands could have other names.",
    "notebook": "%notebook: the page saves the notebook itself, as .ipynb, .py or .md.",
    "sql": "%sql: there is no database here.",
    "R": "%R: only Python runs here.",
    "lprun": "%lprun: there is no profiler here; %timeit says how long a line takes.",
    "memit": "%memit: a page does not know how much memory a line takes.",
    "mprun": "%mprun: a page does not know how much memory a line takes.",
}


def line(text, local=None):
    """One line: `%magic`, `!command`, `name?` or `?name`. Names are those of the function that it stands in."""
    text = text.strip()
    if local is None:
        local = sys._getframe(1).f_locals
    if text.startswith("!!"):
        return _shell(text[2:], local)
    if text.startswith("!"):
        return _print_lines(_commands_of(text[1:], local, streams=True))
    if text.startswith("%"):
        name, _, rest = text.lstrip("%").strip().partition(" ")
        return _magic(name, rest.strip(), local)
    import _kindling_help

    return _kindling_help.describe(text, {**names(), **local})


def captured(text):
    """The same where it is assigned: `names = !ls`."""
    local = sys._getframe(1).f_locals
    return _shell(text.lstrip("!"), local) if text.startswith("!") else line(text, local)


def begin(head):
    """A cell magic whose cell follows as Python of the same cell."""
    around = _around(head)
    around.__enter__()
    _kindling_shell.at_end(lambda: around.__exit__(None, None, None))


def _around(head):
    """What goes on around the cell of a magic whose text is Python: it is timed, or captured."""
    name, _, rest = head.strip().partition(" ")
    if name == "capture":
        import _kindling_captured

        return _kindling_captured.of(rest.split(), names())
    if name == "prun":
        say(_NO_PROFILER)
    return _kindling_timing.Timed()


def whole(name, rest, body):
    """`get_ipython().run_cell_magic(…)`."""
    if name not in ("time", "capture", "prun"):
        return cell(f"{name} {rest}", body)
    with _around(f"{name} {rest}"):
        exec(compile(body, "<cell>", "exec"), names())
    return None


def cell(head, body):
    """Any other cell magic."""
    name, _, rest = head.strip().partition(" ")
    done = _CELLS.get(name)
    if done is not None:
        return done(filled(rest.strip(), names(), {}) if name != "timeit" else rest.strip(), body)
    return say(f"%%{name} needs what a page has not: the cell was left out.")


def names():
    """The session's names."""
    return sys.modules["__main__"].__dict__


def add(kind, name, function):
    """Takes up a magic of the student's own: `kind` is `line`, `cell`, or `line_cell`."""
    if kind in ("line", "line_cell"):
        _MAGICS[name] = function
    if kind == "cell":
        _CELLS[name] = function
    elif kind == "line_cell":
        _CELLS[name] = function


def _magic(name, rest, local):
    if name in _TIMED:
        return _TIMED[name](rest, local)
    rest = filled(rest, names(), local)
    done = _MAGICS.get(name)
    if done is not None:
        return done(rest)
    if name in _kindling_programs.names():
        return _print_lines(_commands_of(f"{name} {rest}", local, streams=True))
    if name not in _NOTHING_TO_DO:
        say(_REASONS.get(name, f"%{name} is not built here: the line was left out."))
    return None


def _commands_of(command, local, streams=False):
    return _kindling_commands.lines_of(filled(command.strip(), names(), local), streams)


def _shell(command, local):
    return SList(_commands_of(command, local))


def _print_lines(lines):
    for text in lines:
        print(text)


_NO_PROFILER = "%prun: there is no profiler here; this is how long it takes."


def _timed_without_profile(rest, local):
    say(_NO_PROFILER)
    return _kindling_timing.timed(rest.split(" -- ")[-1], names(), local)


def _run(rest):
    import _kindling_running

    _kindling_running.run(rest, names())


def _environment(rest):
    for sign in ("=", " "):
        if sign in rest:
            name, _, value = rest.partition(sign)
            os.environ[name.strip()] = value.strip()
            return print(f"env: {name.strip()}={os.environ[name.strip()]}")
    if rest:
        return os.environ.get(rest) or say(f"Environment does not have key: {rest}")
    return dict(os.environ)


def _configure(rest):
    """Of all that IPython can be told, what a cell echoes is told here."""
    name, _, value = rest.partition("=")
    if name.strip() == "InteractiveShell.ast_node_interactivity" and value:
        from IPython import InteractiveShell

        InteractiveShell.ast_node_interactivity = value.strip().strip("'\"")


def _pylab(rest):
    """Everything of numpy and pyplot by its own name, as MATLAB has it."""
    import matplotlib.pyplot as plt
    import numpy

    for module in (numpy, plt):
        names().update((name, value) for name, value in vars(module).items() if name[0] != "_")
    names().update(np=numpy, numpy=numpy, plt=plt, pyplot=plt, pylab=plt)
    print("%pylab is deprecated, use %matplotlib inline and import the required libraries.\n"
          "Populating the interactive namespace from numpy and matplotlib")


def _own_names():
    ours = {"In", "Out", "exit", "quit", "get_ipython", "display"}
    return sorted(name for name in names() if name[0] != "_" and name not in ours)


def _who(rest):
    kinds = rest.split()
    found = [name for name in _own_names() if not kinds or type(names()[name]).__name__ in kinds]
    if not found:
        return print("Interactive namespace is empty." if not kinds else "No variables match your requested type.")
    for start in range(0, len(found), 9):
        print("".join(name + "\t " for name in found[start:start + 9]))
    return None


def _shown_briefly(value):
    """A value in a line of `%whos`."""
    if isinstance(value, (list, tuple, set, dict)) and not hasattr(value, "n"):
        return f"n={len(value)}"
    shape = getattr(value, "shape", None)
    if shape is not None and not isinstance(value, type) and hasattr(value, "dtype"):
        return f"{'x'.join(str(size) for size in shape)}: {value.dtype}"
    text = str(value).replace("\n", "\\n")
    return text if len(text) < 65 else text[:25] + "<...>" + text[-25:]


def _whos(rest):
    kinds = rest.split()
    found = [name for name in _own_names() if not kinds or type(names()[name]).__name__ in kinds]
    if not found:
        return print("Interactive namespace is empty.")
    rows = [(name, type(names()[name]).__name__, _shown_briefly(names()[name])) for name in found]
    widths = [max(len(row[at]) for row in rows + [("Variable", "Type", "")]) for at in (0, 1)]
    head = f"{'Variable':<{widths[0]}}   {'Type':<{widths[1]}}    Data/Info"
    print(head + "\n" + "-" * len(head))
    for name, kind, text in rows:
        print(f"{name:<{widths[0]}}   {kind:<{widths[1]}}    {text}")
    return None


def _reset(rest):
    for name in [name for name in names() if not name.startswith("_")]:
        del names()[name]
    _kindling_shell.Out.clear()


def _reset_selective(rest):
    import re

    search = re.compile(rest.replace("-f", "").strip()).search
    for name in [name for name in _own_names() if search(name)]:
        del names()[name]


def _precision(rest):
    import _kindling_pretty

    form = (f"%.{int(rest)}f" if rest.isdigit() else rest) if rest else None
    _kindling_pretty.set_float_format(form)
    return form or "%r"


def _list_magics(rest):
    shells = {"time", "timeit", *(name for name in _kindling_programs.names() if name != "[")}
    print("Available line magics:\n" + "  ".join("%" + name for name in sorted({*_MAGICS, *shells})))
    print("\nAvailable cell magics:\n" + "  ".join("%%" + name for name in sorted({*_CELLS, "time", "capture"})))


def _described(title):
    """`%pdoc` and its kin: one of the things that `name?` says."""
    def describe(rest):
        import _kindling_help

        return _kindling_help.describe_one(rest, title, names())

    return describe


def _write_file(rest, body):
    words = rest.split()
    is_appended = "-a" in words or "--append" in words
    path = words[-1].strip("'\"") if words else ""
    if not path or path.startswith("-"):
        return say("%%writefile: it needs the file's name behind it.")
    verb = "Appending to" if is_appended else "Overwriting" if os.path.exists(path) else "Writing"
    print(f"{verb} {path}")
    with open(os.path.expanduser(path), "a" if is_appended else "w") as file:
        file.write(body if body.endswith("\n") or not body else body + "\n")
    return None


def _commands(rest, body):
    """A script of shell commands; `--out name` keeps what it prints."""
    words = rest.split()
    lines = _kindling_commands.lines_of(body)
    if "--out" in words[:-1]:
        names()[words[words.index("--out") + 1]] = "".join(line + "\n" for line in lines)
    else:
        _print_lines(lines)


def _script(rest, body):
    name = rest.split()[0] if rest else ""
    if name in ("bash", "sh"):
        _commands(rest, body)
    elif name.startswith("python"):
        _python(rest, body)
    else:
        say(f"%%script {name} needs what a page has not: the cell was left out.")


def _python(rest, body):
    """In a namespace of its own, as another process has."""
    exec(compile(body, "<python>", "exec"), {"__name__": "__main__"})


def _shown_as(name):
    def show(rest, body):
        from IPython import display

        display.display(getattr(display, name)(body))

    return show


_TIMED = {
    "time": lambda rest, local: _kindling_timing.timed(rest, names(), local),
    "timeit": lambda rest, local: _kindling_timing.timeit(rest, "", names(), local),
    "prun": _timed_without_profile,
}
_MAGICS = {
    "run": _run,
    "cd": _kindling_places.change,
    "pushd": _kindling_places.push,
    "popd": _kindling_places.pop,
    "dhist": _kindling_places.history,
    "bookmark": _kindling_places.bookmark,
    "history": _kindling_history.history,
    "hist": _kindling_history.history,
    "save": _kindling_history.save,
    "config": _configure,
    "pylab": _pylab,
    "env": _environment,
    "set_env": _environment,
    "who": _who,
    "whos": _whos,
    "who_ls": lambda rest: _own_names(),
    "xdel": lambda rest: names().pop(rest, None) and None,
    "reset": _reset,
    "reset_selective": _reset_selective,
    "precision": _precision,
    "pwd": lambda rest: os.getcwd(),
    "lsmagic": _list_magics,
    "xmode": lambda rest: print(f"Exception reporting mode: {rest.capitalize() or 'Context'}"),
    "pinfo": lambda rest: line("?" + rest),
    "pinfo2": lambda rest: line("??" + rest),
    "psearch": lambda rest: line("?" + (rest if "*" in rest else rest + "*")),
    "pdoc": _described("Docstring"),
    "pdef": _described("Signature"),
    "psource": _described("Source"),
    "pfile": _described("Source"),
    "page": lambda rest: print(names().get(rest, rest)),
    "sx": lambda rest: _shell(rest, {}),
    "system": lambda rest: _shell(rest, {}),
}
_CELLS = {
    "writefile": _write_file,
    "file": _write_file,
    "timeit": lambda rest, body: _kindling_timing.timeit(rest, body, names(), names()),
    "bash": _commands,
    "sh": _commands,
    "cmd": _commands,
    "system": lambda rest, body: SList(_kindling_commands.lines_of(body)),
    "sx": lambda rest, body: SList(_kindling_commands.lines_of(body)),
    "!": lambda rest, body: SList(_kindling_commands.lines_of(body)),
    "script": _script,
    "python": _python,
    "python3": _python,
    "html": _shown_as("HTML"),
    "HTML": _shown_as("HTML"),
    "markdown": _shown_as("Markdown"),
    "latex": _shown_as("Latex"),
    "svg": _shown_as("SVG"),
    "SVG": _shown_as("SVG"),
}
