"""The programs that notebooks call in shell lines: `ls`, `cat`, `mkdir`, `grep`, `pip`, `python` and their kin.

What it is not: how a line is read (`_kindling_commands`). A program takes its words, the lines that it is given through a
pipe, and what tells the reader of a failure; it returns the lines that it prints. Start reading at `of`.
"""

import os
import re
import sys
import time

from _kindling_changes import CHANGES
from _kindling_filters import FILTERS
from _kindling_streams import ended
from _kindling_texts import PIECES, PROGRAMS, Failed, has, walked


def of(name):
    """The program of that name; None if there is none."""
    if os.path.dirname(name) in ("/bin", "/usr/bin", "/usr/local/bin"):
        name = os.path.basename(name)
    if name == sys.executable or re.fullmatch(r"(i?python|pypy)[\d.]*", name):
        return _python
    if name in _INSTALLERS:
        import _kindling_packages

        return _kindling_packages.of("pip" if name.startswith("pip") else name)
    if name in _UNSORTED:
        return _UNSORTED[name]
    if name in ("unzip", "zip", "tar", "gunzip", "gzip"):
        import _kindling_archives

        return _kindling_archives.PROGRAMS[name]
    simple = _PROGRAMS.get(name)
    if simple is None:
        return None

    def program(words, given, tell, streams):
        options = [word for word in words if word.startswith("-") and len(word) > 1]
        return simple(options, [word for word in words if word not in options], given, tell)

    return program


def _python(words, given, tell, streams):
    if words[:2] == ["-m", "pip"]:
        return of("pip")(words[2:], given, tell, streams)
    import _kindling_python

    return _kindling_python.run(words, given, tell, streams)


def names():
    """Those that magics of the same name stand for."""
    return _PROGRAMS.keys() | _UNSORTED.keys() | {"pip", "conda", "mamba", "micromamba", "uv"}


_INSTALLERS = {"pip", "pip3", "conda", "mamba", "micromamba", "uv", "apt", "apt-get", "brew", "npm"}


def reason(name, text):
    """Why a program cannot be had."""
    if name in _REASONS:
        return _REASONS[name]
    return f"There is no program `{name}` in a page: `{text}` was left out."


def _list(options, paths, given, tell):
    missing = [path for path in paths if not os.path.lexists(path)]
    for path in missing:
        tell(f"ls: cannot access '{path}': No such file or directory")
    paths = sorted(path for path in paths if path not in missing) if paths else ["."]
    folders = [path for path in paths if os.path.isdir(path) and not has(options, "d")]
    if has(options, "R"):
        folders = [inner for path in folders for inner in walked(path) if os.path.isdir(inner)]
    lines = [_entry(options, path, path) for path in _in_order(options, [path for path in paths if path not in folders], "")]
    for path in folders:
        if len(folders) + len(paths) + len(missing) > 2 or has(options, "R"):
            lines += [""] * bool(lines) + [path + ":"]
        names = [name for name in os.listdir(path) if name[0] != "." or has(options, "a") or has(options, "A")]
        names += [".", ".."] if has(options, "a") else []
        lines += [_entry(options, os.path.join(path, name), name) for name in _in_order(options, names, path)]
    if missing:
        raise Failed(lines, 2)
    return lines


def _in_order(options, names, folder):
    """By name; by time (`-t`) or size (`-S`) where that is asked for; the other way around with `-r`."""
    names = sorted(names)
    for letter, key in (("t", os.path.getmtime), ("S", os.path.getsize)):
        if has(options, letter):
            names.sort(key=lambda name: -key(os.path.join(folder, name)))
    return names[::-1] if has(options, "r") else names


def _entry(options, path, name):
    """A file in a list: its name, with `-F` a sign of its kind, with `-l` its kind, size and time."""
    is_folder = os.path.isdir(path)
    name += "/" * ((has(options, "F") or has(options, "p")) and is_folder)
    if not has(options, "l"):
        return name
    size = os.path.getsize(path)
    text = _readable_size(size) if has(options, "h") else str(size)
    when = time.strftime("%b %d %H:%M", time.gmtime(os.path.getmtime(path)))
    return f"{'drwxr-xr-x' if is_folder else '-rw-r--r--'} 1 student student {text:>9} {when} {name}"


def _readable_size(size):
    """As `12K`, `3.4M`."""
    for unit in ("", "K", "M", "G"):
        if size < 1024 or unit == "G":
            break
        size /= 1024
    return f"{size:.1f}{unit}" if unit and size < 10 else f"{size:.0f}{unit}"


def _find(words, given, tell, streams):
    """`find`: by `-name`, `-iname`, `-path`, `-type`, `-maxdepth`, `-mindepth`; `-print` and `-delete`."""
    words = list(words)
    roots, tests = [], []
    while words and words[0][:1] not in ("-", "!", "("):
        roots.append(words.pop(0))
    while words:
        option = words.pop(0)
        if option == "-delete":
            tests.append((option, ""))
        elif option in _OF_FIND and words:
            tests.append((option, words.pop(0)))
        elif option != "-print":
            tell(f"find: {option} is not built here")
            raise Failed
    missing = [root for root in roots if not os.path.lexists(root)]
    for root in missing:
        tell(f"find: '{root}': No such file or directory")
    found = [path for root in roots or ["."] if root not in missing for path in walked(root)
             if all(_OF_FIND[option](path, value, root) for option, value in tests if option in _OF_FIND)]
    if ("-delete", "") in tests:
        for path in reversed(found):
            os.rmdir(path) if os.path.isdir(path) else os.remove(path)
        found = []
    if missing:
        raise Failed(found)
    return found


def _depth(path, root):
    return path[len(root):].count("/") if root != "/" else path.count("/")


def _fits(path, pattern):
    import fnmatch

    return fnmatch.fnmatchcase(path, pattern)


# What `find` asks of a path.
_OF_FIND = {
    "-name": lambda path, value, root: _fits(os.path.basename(path), value),
    "-iname": lambda path, value, root: _fits(os.path.basename(path).lower(), value.lower()),
    "-path": lambda path, value, root: _fits(path, value),
    "-type": lambda path, value, root: os.path.isdir(path) == (value == "d"),
    "-maxdepth": lambda path, value, root: _depth(path, root) <= int(value),
    "-mindepth": lambda path, value, root: _depth(path, root) >= int(value),
}


def _tree(options, paths, given, tell):
    """`tree`: folders and files below one another."""
    lines, counts = [], [0, 0]

    def add(path, before):
        names = sorted(name for name in os.listdir(path) if name[0] != "." or has(options, "a"))
        for at, name in enumerate(names, 1):
            is_folder = os.path.isdir(os.path.join(path, name))
            if has(options, "d") and not is_folder:
                continue
            counts[not is_folder] += 1
            lines.append(f"{before}{'└── ' if at == len(names) else '├── '}{name}")
            if is_folder:
                add(os.path.join(path, name), before + ("    " if at == len(names) else "│   "))

    for path in paths or ["."]:
        lines.append(path)
        add(path, "")
    folders, files = counts
    return [*lines, "", f"{folders} director{'y' if folders == 1 else 'ies'}, {files} file{'' if files == 1 else 's'}"]


def _sizes(options, paths, given, tell):
    def size(path):
        return sum(os.path.getsize(each) for each in walked(path) if os.path.isfile(each))

    return [f"{size(path) / 1024:.0f}K\t{path}" for path in paths or ["."]]


def _echo(words, given, tell, streams):
    """`echo`, with `-n` for no line end and `-e` for `\\n` and `\\t`."""
    options = set()
    while words and re.fullmatch("-[neE]+", words[0]):
        options.update(words[0][1:])
        words = words[1:]
    text = " ".join(words)
    if "e" in options:
        text = text.replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\")
    return ended(text + ("" if "n" in options else "\n"))


def _which(options, words, given, tell):
    found = [f"/usr/bin/{word}" for word in words if of(word) is not None]
    if len(found) < len(words):
        raise Failed(found)
    return found


def _count_up(words, given, tell, streams):
    first, step, last = {1: (1, 1, *words), 2: (words[0], 1, words[-1]), 3: words}.get(len(words), (1, 1, 0))
    digits = max(len(str(word).partition(".")[2]) for word in (first, step))
    first, step, last = float(first), float(step), float(last)
    if not step:
        tell("seq: invalid Zero increment value: '0'")
        raise Failed
    count = int((last - first) / step + 1 + 1e-9)
    return [f"{first + at * step:.{digits}f}" for at in range(count)]


def _test(words, given, tell, streams):
    """`test -f a.txt` and `[ … ]`."""
    import _kindling_tests

    if not _kindling_tests.holds([word for word in words if word != "]"]):
        raise Failed
    return []


def _last_part(path, end=""):
    name = os.path.basename(path.rstrip("/"))
    return name.removesuffix(end) if name != end else name


def _fail(options, words, given, tell):
    raise Failed


def _sleep(options, words, given, tell):
    time.sleep(sum(float(word) for word in words))
    return []


def _date(options, words, given, tell):
    """`date`, and `date +%Y-%m-%d`."""
    unknown = [option for option in options if option not in ("-u", "--utc")]
    if unknown or len(words) > 1 or words and not words[0].startswith("+"):
        tell(f"date: {(unknown or words)[0]} is not built here")
        raise Failed
    return [time.strftime(words[0][1:] if words else "%a %b %d %H:%M:%S UTC %Y", time.gmtime())]


def _system_name(options, words, given, tell):
    """`uname`: the parts that are asked for, in their order."""
    import platform

    told = platform.uname()
    parts = {"s": told.system, "n": told.node, "r": told.release, "v": told.version, "m": told.machine, "o": told.system}
    asked = [letter for letter in parts if has(options, letter) or has(options, "a")] or ["s"]
    return [" ".join(parts[letter] for letter in asked)]


def _environment(options, words, given, tell):
    """`env`: all names with their values; `printenv NAME`: the value."""
    if not words:
        return [f"{name}={value}" for name, value in os.environ.items()]
    found = [os.environ[word] for word in words if word in os.environ]
    if len(found) < len(words):
        raise Failed(found)
    return found


# A place for a word in the format of `printf`, and of what kind.
_PLACE = re.compile(r"%[-+ 0#]*\d*(?:\.\d+)?([sdfgexi])")


def _printed(words, given, tell, streams):
    """`printf FORMAT WORDS`: the format again and again until no words are left."""
    if not words:
        tell("printf: usage: printf format [arguments]")
        raise Failed
    form, rest = words[0].replace("\\n", "\n").replace("\\t", "\t"), words[1:]
    kinds = _PLACE.findall(form)
    count = len(kinds)
    text = "" if count and rest else form % (("",) * count)
    while count and rest:
        now, rest = rest[:count], rest[count:]
        text += form % tuple(_as(kind, word) for kind, word in zip(kinds, now + [""] * (count - len(now))))
    return ended(text)


def _as(kind, word):
    if kind == "s":
        return word
    return float(word or 0) if kind in "fge" else int(word or 0)


_REASONS = {
    name: f"{name}: a page cannot fetch that by itself. Download it, and drop the file onto the page."
    for name in ("wget", "curl", "git", "gdown", "kaggle")
} | {
    "nvidia-smi": "nvidia-smi: there is no CUDA in a page; torch.webgpu.is_available() says whether there is a GPU.",
}


_PROGRAMS = PROGRAMS | CHANGES | {
    "ls": _list,
    "ll": lambda options, *rest: _list([*options, "-l"], *rest),
    "pwd": lambda *given: [os.getcwd()],
    "du": _sizes,
    "tree": _tree,
    "which": _which,
    "true": lambda *given: [],
    "false": _fail,
    "basename": lambda options, words, *rest: [_last_part(*words[:2])] if words else [],
    "dirname": lambda options, words, *rest: [os.path.dirname(words[0]) or "."] if words else [],
    "sleep": _sleep,
    "date": _date,
    "clear": lambda *given: [],
    "env": _environment,
    "hostname": lambda *given: ["page"],
    "nproc": lambda *given: ["1"],
    "printenv": _environment,
    "uname": _system_name,
    "whoami": lambda *given: ["student"],
}
# Those that tell their options from other words themselves.
_UNSORTED = FILTERS | PIECES | {"find": _find, "echo": _echo, "printf": _printed, "seq": _count_up, "test": _test, "[": _test}
