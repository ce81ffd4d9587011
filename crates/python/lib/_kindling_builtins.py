"""The commands that a shell has of its own: `cd`, `export`, `read`, `exit`, `source` and their kin.

What it is not: programs (`_kindling_programs`). Each takes the shell, its words and its streams, and returns its status,
where None is 0. Start reading at `COMMANDS`.
"""

import os
import time

from _kindling_expansion import counted, total


def _change(shell, words, streams):
    place = words[0] if words else os.path.expanduser("~")
    if place == "-":
        place = shell.variables.get("OLDPWD", ".")
    before = os.getcwd()
    try:
        os.chdir(place)
    except OSError as error:
        streams.err(f"bash: cd: {place}: {error.strerror}")
        return 1
    shell.variables["OLDPWD"] = before
    shell.variables["PWD"] = os.getcwd()
    return 0


def _export(shell, words, streams):
    for word in words:
        name, sign, value = word.partition("=")
        if name.startswith("-"):
            continue
        os.environ[name] = shell.variables[name] = value if sign else shell.variables.get(name, os.environ.get(name, ""))


def _local(shell, words, streams):
    """`local`, `declare`, `readonly`: names are the script's own here."""
    shell.variables.update(word.partition("=")[::2] for word in words if word[:1] != "-")


def _unset(shell, words, streams):
    for word in words:
        shell.variables.pop(word, None)
        shell.functions.pop(word, None)
        os.environ.pop(word, None)


def _set(shell, words, streams):
    """`set -e` ends the script at a command that fails; the other switches change nothing."""
    while words and words[0][:1] in ("-", "+") and words[0] != "--":
        if "e" in words[0] and "o" not in words[0] or words[1:2] == ["errexit"]:
            shell.ends_on_failure = words[0][0] == "-"
        words = words[2:] if words[0].endswith("o") else words[1:]
    if words:
        shell.arguments = words[words[0] == "--":]


def _shift(shell, words, streams):
    del shell.arguments[:int(words[0]) if words else 1]


def _read(shell, words, streams):
    """`read NAME…`: the next line that is given, by words."""
    words = [word for at, word in enumerate(words) if word[:1] != "-" and words[at - 1:at] != ["-p"]]
    names = words or ["REPLY"]
    if not streams.given:
        shell.variables.update((name, "") for name in names)
        return 1
    line = streams.given.pop(0)
    parts = line.split(None, len(names) - 1) if len(names) > 1 else [line.strip()]
    shell.variables.update(zip(names, [part.strip() for part in parts] + [""] * len(names)))
    return 0


def _leaving(kind):
    def leave(shell, words, streams):
        number = int(words[0]) if words and words[0].isdigit() else None
        if kind in ("exit", "return"):
            shell.status = shell.status if number is None else number
            number = None
        shell.leave(kind, number or 1)

    return leave


def _source(shell, words, streams):
    if not words:
        streams.err("bash: source: filename argument required")
        return 2
    try:
        with open(words[0]) as file:
            text = file.read()
    except OSError as error:
        streams.err(f"bash: {words[0]}: {error.strerror}")
        return 1
    shell.run(text, streams)
    return shell.status


def _script(shell, words, streams):
    """`bash FILE WORDS` and `bash -c TEXT`: a script with names of its own."""
    words = list(words)
    inner = type(shell)(functions={})
    while words and words[0][:1] == "-" and words[0] != "-c":
        inner.ends_on_failure |= "e" in words.pop(0)
    if not words:
        inner.run("\n".join(streams.left() or []), streams)
    elif words[0] == "-c":
        inner.arguments = words[3:]
        inner.run(words[1] if len(words) > 1 else "", streams)
    else:
        inner.arguments = words[1:]
        return _in_place(lambda: _source(inner, words[:1], streams))
    return _in_place(lambda: inner.status)


def _in_place(run):
    """What another process would do to its folder is its own."""
    before = os.getcwd()
    try:
        return run()
    finally:
        os.chdir(before)


def _evaluated(shell, words, streams):
    shell.run(" ".join(words), streams)
    return shell.status


def _rest(shell, words, streams):
    """`sudo`, `exec`, `command`: what follows is run as it is."""
    words = list(words)
    while words and words[0][:1] == "-":
        words.pop(0)
    if words:
        shell.call(words, streams)
        return shell.status
    return 0


def _timed(shell, words, streams):
    start = time.perf_counter()
    status = _rest(shell, words, streams)
    minutes, seconds = divmod(time.perf_counter() - start, 60)
    for name in ("real", "user", "sys"):
        streams.err(f"{name}\t{minutes:.0f}m{seconds if name != 'sys' else 0:.3f}s")
    return status


def _each(shell, words, streams):
    """`xargs`: the words that are given, behind those of a command; with `-n 1` and `-I {}` one after another."""
    words, given = list(words), [word for line in streams.left() or [] for word in line.split()]
    count, place = 0, None
    while words and words[0][:1] == "-":
        option = words.pop(0)
        if option[:2] in ("-n", "-I"):
            value = option[2:] or (words.pop(0) if words else "")
            count, place = (int(value or 1), place) if option[1] == "n" else (1, value)
    for start in range(0, max(len(given), 1), count or max(len(given), 1)):
        some = given[start:start + (count or len(given))]
        command = [word.replace(place, some[0]) for word in words] if place and some else [*(words or ["echo"]), *some]
        shell.call(command, streams)
    return shell.status


def _type(shell, words, streams):
    """`type` and `command -v`: what stands behind a name."""
    import _kindling_programs

    for word in words:
        if word in shell.functions or word in COMMANDS:
            streams.out(f"{word} is a {'function' if word in shell.functions else 'shell builtin'}")
        elif _kindling_programs.of(word) is not None:
            streams.out(f"{word} is /usr/bin/{word}")
        else:
            streams.err(f"bash: type: {word}: not found")
            return 1
    return 0


def _command(shell, words, streams):
    """`command -v NAME` says where a program is; `command NAME` runs it."""
    import _kindling_programs

    if words[:1] != ["-v"]:
        return _rest(shell, words, streams)
    for word in words[1:]:
        if word in COMMANDS or word in shell.functions:
            streams.out(word)
        elif _kindling_programs.of(word) is not None:
            streams.out(f"/usr/bin/{word}")
        else:
            return 1
    return 0


def _let(shell, words, streams):
    value = 0
    for word in words:
        value = counted(word, shell)
    return int(not value)


def _expression(shell, words, streams):
    """`expr 1 + 2`."""
    value = total(" ".join(words).replace("\\*", "*"), shell)
    streams.out(str(value))
    return int(not value)


_pushed = []


def _push(shell, words, streams):
    before = os.getcwd()
    status = _change(shell, words, streams)
    if not status:
        _pushed.append(before)
    return status


def _pop(shell, words, streams):
    if _pushed:
        return _change(shell, [_pushed.pop()], streams)
    streams.err("bash: popd: directory stack empty")
    return 1


def _nothing(shell, words, streams):
    """`:`, `wait`, `ulimit`: there is nothing to do for them here."""


COMMANDS = {
    "cd": _change,
    "export": _export,
    "local": _local,
    "declare": _local,
    "readonly": _local,
    "unset": _unset,
    "set": _set,
    "shift": _shift,
    "read": _read,
    "let": _let,
    "expr": _expression,
    "pushd": _push,
    "popd": _pop,
    "break": _leaving("break"),
    "continue": _leaving("continue"),
    "return": _leaving("return"),
    "exit": _leaving("exit"),
    "source": _source,
    ".": _source,
    "bash": _script,
    "sh": _script,
    "zsh": _script,
    "eval": _evaluated,
    "exec": _rest,
    "sudo": _rest,
    "nohup": _rest,
    "command": _command,
    "time": _timed,
    "xargs": _each,
    "type": _type,
    **dict.fromkeys((":", "wait", "ulimit", "umask", "trap", "shopt", "alias", "hash", "stty"), _nothing),
}
