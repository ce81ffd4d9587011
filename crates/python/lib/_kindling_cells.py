"""What the cell magics do whose text is no Python of the session: `%%writefile`, `%%bash`, `%%html` and their kin.

What it is not: `%%time` and `%%capture`, whose cell is run as it stands (`_kindling_magics`). Each takes what follows its
name, and the text. Start reading at `CELLS`.
"""

import io
import os
import sys

import _kindling_commands
from _kindling_commands import say
from _kindling_lines import SList
from _kindling_streams import joined
from _kindling_who import names


def _write_file(rest, body):
    words = rest.split()
    is_appended = "-a" in words or "--append" in words
    path = words[-1].strip("'\"") if words else ""
    if not path or path.startswith("-"):
        return say("%%writefile: it needs the file's name behind it.")
    verb = "Appending to" if is_appended else "Overwriting" if os.path.exists(path) else "Writing"
    print(f"{verb} {path}")
    path = os.path.expanduser(path)
    folder = os.path.dirname(path)
    if folder and not os.path.isdir(folder):
        os.makedirs(folder)
        say(f"%%writefile: the folder {folder} was not here, and has been made.")
    with open(path, "a" if is_appended else "w") as file:
        file.write(body if body.endswith("\n") or not body else body + "\n")
    return None


def _commands(rest, body):
    """A script of shell commands; `--out name` and `--err name` keep what it prints, `-s` gives it words as `$1`."""
    import shlex

    try:
        words = shlex.split(rest)
    except ValueError as error:
        return say(f"%%bash {rest}: {error}.")
    kept, arguments = {}, []
    while words:
        word = words.pop(0)
        name, sign, value = word.partition("=")
        if name in ("--out", "--err"):
            kept[name] = value if sign else words.pop(0) if words else "_"
        elif word == "-s":
            arguments, words = words, []
        elif word not in ("--no-raise-error", "-e"):
            say(f"%%bash: {word} is not built here.")
    _run_commands(body, kept, arguments)


def _run_commands(body, kept, arguments):
    err = io.StringIO()
    before = sys.stderr
    sys.stderr = err if "--err" in kept else before
    try:
        lines = _kindling_commands.lines_of(body, "--out" not in kept, arguments)
    finally:
        sys.stderr = before
    out = joined(lines)
    names().update((kept[option], text) for option, text in (("--out", out), ("--err", err.getvalue())) if option in kept)


def _script(rest, body):
    name, _, rest = rest.partition(" ")
    if name.rpartition("/")[2] in ("bash", "sh", "zsh"):
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


def _lines(rest, body):
    return SList(map(str, _kindling_commands.lines_of(body, merges=True)))


CELLS = {"capture", "debug", "heat", "lprun", "memit", "mprun", "prun", "pyinstrument", "scalene", "snakeviz", "time"}


CELLS = {
    "writefile": _write_file,
    "file": _write_file,
    "bash": _commands,
    "sh": _commands,
    "cmd": _commands,
    "shell": _commands,
    "system": _lines,
    "sx": _lines,
    "!": _lines,
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
