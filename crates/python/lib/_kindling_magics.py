"""What IPython's magics do here, where there is no IPython and no shell.

What it is not: how they are found in a cell (`cell/magics.rs`), or shell commands (`_kindling_commands`). Start reading
at `line`. A magic is done, or needs nothing done, or is answered with one sentence; the rest of its cell runs in each
case.
"""

import builtins
import contextlib
import os
import re
import sys

import _kindling_cells
import _kindling_commands
import _kindling_history
import _kindling_places
import _kindling_programs
import _kindling_shell
import _kindling_timing
import _kindling_who
from _kindling_commands import say
from _kindling_filling import filled
from _kindling_lines import SList
from _kindling_who import names

_NOTHING_TO_DO = {
    "matplotlib", "load_ext", "reload_ext", "unload_ext", "autoreload", "aimport", "colors", "automagic", "pprint",
    "tensorflow_version", "gui", "autosave", "autoawait", "autocall", "autoindent", "doctest_mode", "rehashx", "clear",
    "logstart", "logstop", "logon", "logoff", "logstate", "killbgscripts", "flake8_on", "flake8_off", "pycodestyle_on",
    "pycodestyle_off", "nb_black", "code_wrap", "subshell", "qtconsole", "connect_info", "black", "lab_black",
    "nbdev_export", "line_profiler", "memory_profiler", "wandb",
}
_REASONS = {
    "debug": "%debug: there is no debugger here; print what you want to see, or look at the traceback's lines.",
    "pdb": "%pdb: there is no debugger here; print what you want to see, or look at the traceback's lines.",
    "tensorboard": "%tensorboard: writer.add_scalar draws its curves below the cell instead.",
    "load": "%load: open the file and paste what it says; a cell cannot change itself here.",
    "store": "%store: nothing outlives the session here; write it into a file instead, with torch.save or json.dump.",
    "edit": "%edit: there is no editor beside the notebook; write into a cell.",
    "ed": "%ed: there is no editor beside the notebook; write into a cell.",
    "alias": "%alias: there is no shell here whose commands could have other names.",
    "notebook": "%notebook: the page saves the notebook itself, as .ipynb, .py or .md.",
    "sql": "%sql: there is no database here.",
    "R": "%R: only Python runs here.",
    "lprun": "%lprun: there is no profiler here; %timeit says how long a line takes.",
    "memit": "%memit: a page does not know how much memory a line takes.",
    "mprun": "%mprun: a page does not know how much memory a line takes.",
    "recall": "%recall: a cell cannot write another one here; In[3] is what cell 3 said.",
    "rep": "%rep: a cell cannot write another one here; In[3] is what cell 3 said.",
    "rerun": "%rerun: run the cells above once more instead.",
    "macro": "%macro: write the lines into a function, and call that.",
    "man": "%man: there are no manuals of programs here.",
    "unalias": "%unalias: there are no aliases here.",
    "sc": "%sc: write `name = !command` instead.",
    "writefile": "%writefile: it is a cell's first line, with two signs: %%writefile NAME.",
    "capture": "%capture: it is a cell's first line, with two signs: %%capture.",
    "bash": "%bash: it is a cell's first line, with two signs: %%bash; a line of its own begins with !.",
    "html": "%html: it is a cell's first line, with two signs: %%html.",
    "loadpy": "%loadpy: open the file and paste what it says; a cell cannot change itself here.",
}


def is_bound(name):
    """Whether a name that a magic has, too, is one of the cell's own, as `ls` after `ls = 3`."""
    frame = sys._getframe(1)
    return name in frame.f_locals or name in frame.f_globals or hasattr(builtins, name)


def line(text, local=None):
    """One line: `%magic`, `!command`, `name?` or `?name`. Names are those of the function that it stands in."""
    text = text.strip()
    if local is None:
        local = sys._getframe(1).f_locals
    if text.startswith("!!"):
        return _shell(text[2:], local)
    if text.startswith("!"):
        return _run_commands(text[1:], local)
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
    if name == "debug":
        say("%" + _REASONS["debug"])
        return contextlib.nullcontext()
    if name != "time":
        say(f"%%{name}: {_NOT_MEASURED}")
    return _kindling_timing.Timed()


def whole(name, rest, body):
    """`get_ipython().run_cell_magic(…)`."""
    if name not in _PYTHON_CELLS:
        return cell(f"{name} {rest}", body)
    with _around(f"{name} {rest}"):
        exec(compile(body, "<cell>", "exec"), names())
    return None


def cell(head, body):
    """Any other cell magic."""
    name, _, rest = head.strip().partition(" ")
    done = _CELLS.get(name)
    if done is None and name in _PYTHON_CELLS:
        return whole(name, rest, body)
    if done is not None:
        return done(filled(rest.strip(), names(), {}) if name != "timeit" else rest.strip(), body)
    if name in _MAGICS or name in _kindling_programs.names():
        return say(f"%%{name} is a line's magic, with one sign: the cell was left out.")
    return say(f"%%{name} needs what a page has not: the cell was left out.")


def add(kind, name, function):
    """Takes up a magic of the student's own: `kind` is `line`, `cell`, or `line_cell`."""
    if kind in ("line", "line_cell"):
        _MAGICS[name] = function
    if kind == "cell":
        _CELLS[name] = function
    elif kind == "line_cell":
        _CELLS[name] = function


def found(kind, name):
    """The function of a magic, by `line` or `cell`; None if there is none."""
    return (_MAGICS if kind == "line" else _CELLS).get(name)


def _magic(name, rest, local):
    if name in _TIMED:
        return _TIMED[name](rest, local)
    rest = filled(rest, names(), local)
    done = _MAGICS.get(name)
    if done is not None:
        return done(rest)
    if name in _kindling_programs.names():
        return _run_commands(f"{name} {rest}", local)
    if name not in _NOTHING_TO_DO:
        say(_REASONS.get(name, f"%{name} is not built here: the line was left out."))
    return None


def _run_commands(command, local):
    """Prints what the commands print, as it comes."""
    _kindling_commands.lines_of(filled(command.strip(), names(), local), streams=True)


def _shell(command, local):
    return SList(map(str, _kindling_commands.lines_of(filled(command.strip(), names(), local), merges=True)))


# Those of `PYTHON` in `cell/magics.rs`: their cell is run as it stands.
_PYTHON_CELLS = {"capture", "debug", "heat", "lprun", "memit", "mprun", "prun", "pyinstrument", "scalene", "snakeviz", "time",
                 "wandb"}
_NOT_MEASURED = "it is not here; this is how long the code takes."


def _timed_without_profile(rest, local):
    say(f"%prun: {_NOT_MEASURED}")
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


def _watermark(rest):
    import _kindling_versions

    _kindling_versions.watermark(rest, names())


def _traceback(rest):
    """`%tb`: the latest error's traceback again."""
    text = getattr(_kindling_shell, "last_traceback", "")
    print(text or "No traceback available to show.")


def _other_name(rest):
    """`%alias_magic t timeit`: another name for a magic."""
    words = [word for word in rest.split() if not word.startswith("-")]
    if len(words) != 2:
        return say(f"%alias_magic {rest}: it takes the new name and the magic's own.")
    new, old = (word.lstrip("%") for word in words)
    is_there = False
    for table in (_MAGICS, _CELLS, _TIMED):
        if old in table:
            table[new], is_there = table[old], True
    if not is_there:
        return say(f"%alias_magic: there is no magic %{old} here.")
    return print(f"Created `%{new}` as an alias for `%{old}`.")


def _precision(rest):
    import _kindling_pretty

    form = (f"%.{int(rest)}f" if rest.isdigit() else rest) if rest else None
    try:
        is_form = form is None or form % 3.1 != form
    except (TypeError, ValueError):
        is_form = False
    if not is_form:
        return say(f"%precision: it takes a number of digits or a format like %.3f, and not `{rest}`.")
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


# Options of `%memit`, `%mprun` and `%lprun` that a value follows.
_VALUED = {"memit": "rti", "mprun": "fTr", "lprun": "fmTDu"}


def _only_run(name):
    """A measurement that is not here: its statement is run all the same."""
    def run(rest, local):
        say(_REASONS[name])
        options = rf"(?:-[{_VALUED[name]}]\s*\S+\s+|-\w\s+)*"
        exec(compile(rest[re.match(options, rest).end():], "<magic>", "exec"), names(), local)

    return run


_TIMED = {name: _only_run(name) for name in _VALUED} | {
    "timeit": lambda rest, local: _kindling_timing.timeit(rest, "", names(), local),
    "time": lambda rest, local: _kindling_timing.timed(rest, names(), local),
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
    "who": _kindling_who.who,
    "whos": _kindling_who.whos,
    "who_ls": _kindling_who.own_names,
    "xdel": _kindling_who.delete,
    "reset": _kindling_who.reset,
    "reset_selective": _kindling_who.reset_selective,
    "watermark": _watermark,
    "tb": _traceback,
    "dirs": lambda rest: _kindling_places.stack(),
    "alias_magic": _other_name,
    "pycat": lambda rest: line("!cat " + rest),
    "magic": _list_magics,
    "quickref": _list_magics,
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
    "shell": lambda rest: _run_commands(rest, {}),
    "system": lambda rest: _shell(rest, {}),
}
_CELLS = _kindling_cells.CELLS | {
    "timeit": lambda rest, body: _kindling_timing.timeit(rest, body, names(), names()),
}
