"""What IPython's magics do here, where there is no IPython and no shell.

What it is not: how they are found in a cell (`cell/magics.rs`), or shell commands (`_kindling_commands`). Start reading
at `line`. A magic is done, or needs nothing done, or is answered with one sentence; the rest of its cell runs in each
case.
"""

import os
import sys
import time

import _kindling_captured
import _kindling_commands
import _kindling_shell
from _kindling_commands import say

_NOTHING_TO_DO = {
    "matplotlib", "config", "load_ext", "reload_ext", "unload_ext", "autoreload", "aimport", "pylab", "colors", "logstart",
    "logstop", "alias", "automagic", "pprint", "store", "tensorflow_version", "gui", "history", "autosave", "notebook",
}
_REASONS = {
    "debug": "%debug: there is no debugger here; print what you want to see, or look at the traceback's lines.",
    "pdb": "%pdb: there is no debugger here; print what you want to see, or look at the traceback's lines.",
    "tensorboard": "%tensorboard: writer.add_scalar draws its curves below the cell instead.",
    "load": "%load: open the file and paste what it says; a cell cannot change itself here.",
}


def line(text):
    """One line: `%magic`, `!command`, `name?` or `?name`."""
    text = text.strip()
    if text.startswith("!"):
        return _print_lines(_shell(text.lstrip("!")))
    if text.startswith("%"):
        name, _, rest = text.lstrip("%").strip().partition(" ")
        return _magic(name, rest.strip())
    import _kindling_help

    return _kindling_help.describe(text.strip("?").strip(), names())


def captured(text):
    """The same where it is assigned: `names = !ls`."""
    return _shell(text.lstrip("!")) if text.startswith("!") else line(text)


def begin(head):
    """A cell magic whose cell follows as Python of the same cell."""
    name, _, rest = head.strip().partition(" ")
    if name == "capture":
        _kindling_captured.begin(rest.split(), names())
    else:
        start = _clocks()
        _kindling_shell.at_end(lambda: _print_times(start))


def cell(head, body):
    """Any other cell magic."""
    name, _, rest = head.strip().partition(" ")
    done = _CELLS.get(name)
    if done is None:
        say(f"%%{name} needs what a page has not: the cell was left out.")
    else:
        done(rest.strip(), body)


def names():
    """The session's names."""
    return sys.modules["__main__"].__dict__


def _magic(name, rest):
    done = _MAGICS.get(name)
    if done is not None:
        return done(rest)
    if name in _kindling_commands._COMMANDS:
        return _print_lines(_shell(f"{name} {rest}"))
    if name not in _NOTHING_TO_DO:
        say(_REASONS.get(name, f"%{name} is not built here: the line was left out."))
    return None


def _shell(command):
    return _kindling_commands.lines_of(_filled_in(command.strip()))


def _filled_in(command):
    """`{expression}` and `$name` by their values."""
    out, at = [], 0
    while at < len(command):
        sign = command[at]
        end = command.find("}", at) if sign == "{" else at
        if sign == "$":
            end = at + 1
            while end < len(command) and (command[end].isalnum() or command[end] == "_"):
                end += 1
            end -= 1
        source = command[at + 1:end + 1].rstrip("}") if end > at else ""
        try:
            out.append(str(eval(source, names())) if source else sign)
            at = end + 1 if source else at + 1
        except Exception:
            out.append(sign)
            at += 1
    return "".join(out)


def _print_lines(lines):
    for text in lines:
        print(text)


def _clocks():
    return time.perf_counter(), time.process_time()


def _print_times(start):
    wall, processor = (now - then for now, then in zip(_clocks(), start))
    spent = duration(processor)
    print(f"CPU times: user {spent}, sys: 0 ns, total: {spent}\nWall time: {duration(wall)}")


def duration(seconds):
    """As IPython writes it: three digits and a unit; minutes from a hundred seconds on."""
    if seconds >= 60:
        minutes, rest = divmod(int(seconds), 60)
        hours, minutes = divmod(minutes, 60)
        return (f"{hours}h " if hours else "") + f"{minutes}min {rest}s"
    for unit, size in (("s", 1), ("ms", 1e-3), ("µs", 1e-6), ("ns", 1e-9)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return "0 ns"


def _time(rest):
    start = _clocks()
    value = _evaluated(rest)
    _print_times(start)
    return value


def _evaluated(source):
    try:
        code = compile(source, "<magic>", "eval")
    except SyntaxError:
        exec(compile(source, "<magic>", "exec"), names())
        return None
    return eval(code, names())


def _timeit(rest, body=""):
    """The mean and standard deviation over several runs, each of so many loops that it takes a fifth of a second."""
    options, words = {"n": 0, "r": 7}, rest.split()
    while words and words[0].startswith("-"):
        option = words.pop(0)
        if option[1:2] in options:
            options[option[1:2]] = int(option[2:] or words.pop(0))
    setup = " ".join(words)
    if body:
        exec(compile(setup, "<timeit>", "exec"), names())
    code = compile(body or setup, "<timeit>", "exec")
    loops = options["n"] or _loops(code)
    times = [_run_time(code, loops) / loops for _ in range(options["r"])]
    mean = sum(times) / len(times)
    spread = (sum((each - mean) ** 2 for each in times) / len(times)) ** 0.5
    runs, ending = (len(times), "s") if len(times) > 1 else (1, "")
    each = f"{loops:,} loop{'s' if loops > 1 else ''} each"
    print(f"{duration(mean)} ± {duration(spread)} per loop (mean ± std. dev. of {runs} run{ending}, {each})")


def _loops(code):
    loops = 1
    while loops < 10**9 and _run_time(code, loops) < 0.2:
        loops *= 10
    return loops


def _run_time(code, loops):
    namespace, run = names(), exec
    start = time.perf_counter()
    for _ in range(loops):
        run(code, namespace)
    return time.perf_counter() - start


def _run(rest):
    import shlex

    words = [word for word in shlex.split(rest) if word not in ("-i", "-t")]
    path = words[0] if words else ""
    if not os.path.exists(path) and not path.endswith(".py"):
        path += ".py"
    if not os.path.exists(path):
        raise OSError(f"File `{path!r}` not found.")
    with open(path) as file:
        code = compile(file.read(), path, "exec")
    namespace = {"__name__": "__main__", "__file__": path}
    before, sys.argv = sys.argv, [path, *words[1:]]
    try:
        exec(code, namespace)
    finally:
        sys.argv = before
        made = {name: value for name, value in namespace.items() if not name.startswith("__")}
        names().update(made)


def _change_directory(rest):
    os.chdir(os.path.expanduser(rest.strip("'\"") or "~"))
    print(os.getcwd())


def _environment(rest):
    for sign in ("=", " "):
        if sign in rest:
            name, _, value = rest.partition(sign)
            os.environ[name.strip()] = _filled_in(value.strip())
            return print(f"env: {name.strip()}={os.environ[name.strip()]}")
    if rest:
        return os.environ.get(rest) or print(f"Environment does not have key: {rest}")
    return dict(os.environ)


def _own_names():
    imported = type(sys)
    return sorted(name for name, value in names().items() if name[0] != "_" and not isinstance(value, imported))


def _who(rest):
    kinds = rest.split()
    found = [name for name in _own_names() if not kinds or type(names()[name]).__name__ in kinds]
    print("\t ".join(found) if found else "Interactive namespace is empty.")


def _whos(rest):
    found = _own_names()
    if not found:
        return print("Interactive namespace is empty.")
    rows = [(name, type(names()[name]).__name__, repr(names()[name]).split("\n")[0][:60]) for name in found]
    widths = [max(len(row[at]) for row in rows + [("Variable", "Type", "")]) for at in (0, 1)]
    head = f"{'Variable':<{widths[0]}}   {'Type':<{widths[1]}}    Data/Info"
    print(head + "\n" + "-" * len(head))
    for name, kind, text in rows:
        print(f"{name:<{widths[0]}}   {kind:<{widths[1]}}    {text}")


def _reset(rest):
    for name in [name for name in names() if not name.startswith("_")]:
        del names()[name]
    _kindling_shell.Out.clear()


def _precision(rest):
    import _kindling_pretty

    _kindling_pretty.set_float_format(f"%.{int(rest)}f" if rest.isdigit() else rest or None)


def _list_magics(rest):
    print("Available line magics:\n" + "  ".join("%" + name for name in sorted(_MAGICS)))
    print("\nAvailable cell magics:\n" + "  ".join("%%" + name for name in sorted({*_CELLS, "time", "capture"})))


def _write_file(rest, body):
    words = rest.split()
    is_appended = "-a" in words
    path = words[-1].strip("'\"") if words else ""
    verb = "Appending to" if is_appended else "Overwriting" if os.path.exists(path) else "Writing"
    print(f"{verb} {path}")
    with open(path, "a" if is_appended else "w") as file:
        file.write(body if body.endswith("\n") or not body else body + "\n")


def _commands(rest, body):
    for command in body.splitlines():
        if command.strip() and not command.strip().startswith("#"):
            _print_lines(_shell(command))


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


_MAGICS = {
    "time": _time,
    "timeit": _timeit,
    "prun": _time,
    "run": _run,
    "cd": _change_directory,
    "env": _environment,
    "set_env": _environment,
    "who": _who,
    "whos": _whos,
    "who_ls": lambda rest: _own_names(),
    "reset": _reset,
    "precision": _precision,
    "pwd": lambda rest: os.getcwd(),
    "lsmagic": _list_magics,
    "xmode": lambda rest: print(f"Exception reporting mode: {rest.capitalize() or 'Context'}"),
    "pinfo": lambda rest: line("?" + rest),
    "pinfo2": lambda rest: line("??" + rest),
    "sx": lambda rest: _shell(rest),
    "system": lambda rest: _shell(rest),
}
_CELLS = {
    "writefile": _write_file,
    "file": _write_file,
    "timeit": _timeit,
    "bash": _commands,
    "sh": _commands,
    "cmd": _commands,
    "system": _commands,
    "!": _commands,
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
