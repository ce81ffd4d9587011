"""The programs that notebooks call in shell lines: `ls`, `cat`, `mkdir`, `grep`, `pip`, `python` and their kin.

What it is not: how a line is read (`_kindling_commands`). A program takes its words, the lines that it is given through a
pipe, and what tells the reader of a failure; it returns the lines that it prints. Start reading at `of`.
"""

import os
import re
import shutil
import sys
import time

from _kindling_texts import PROGRAMS, Failed, has, walked


def of(name):
    """The program of that name; None if there is none."""
    if name in ("python", "python3", sys.executable):
        return _python
    if name in ("pip", "pip3", "conda", "mamba", "micromamba", "uv", "apt", "apt-get"):
        return _install
    if name in ("unzip", "tar", "gunzip"):
        import _kindling_archives

        return _kindling_archives.PROGRAMS[name]
    simple = _PROGRAMS.get(name)
    if simple is None:
        return None

    def program(words, given, tell, streams):
        options = [word for word in words if word.startswith("-") and len(word) > 1 and name != "echo"]
        return simple(options, [word for word in words if word not in options], given, tell)

    return program


def names():
    """Those that magics of the same name stand for."""
    return _PROGRAMS.keys() | {"pip", "conda", "mamba", "micromamba", "uv"}


def reason(name, text):
    """Why a program cannot be had."""
    return _REASONS.get(name, f"There is no shell here: `{text}` was left out.")


def _list(options, paths, given, tell):
    lines = []
    missing = [path for path in paths if not os.path.exists(path)]
    for path in missing:
        tell(f"ls: cannot access '{path}': No such file or directory")
    paths = sorted(path for path in paths if path not in missing)
    if missing and not paths:
        raise Failed
    for path in paths or ["."]:
        is_folder = os.path.isdir(path) and not has(options, "d")
        found = sorted(os.listdir(path)) if is_folder else [path]
        if is_folder and len(paths) > 1:
            lines += ["", path + ":"] if lines else [path + ":"]
        found = [name for name in found if not name.startswith(".") or not is_folder or has(options, "a")]
        describe = _described if has(options, "l") else lambda path, name: name
        lines += [describe(os.path.join(path, name) if is_folder else path, name) for name in found]
    return lines


def _described(path, name):
    kind = "d" if os.path.isdir(path) else "-"
    return f"{kind} {os.path.getsize(path):>10} {name}"


def _find(options, words, given, tell):
    import fnmatch

    unknown = [option for option in options if option not in ("-name", "-type", "-iname")]
    if unknown:
        tell(f"find: {unknown[0]} is not built here")
        raise Failed
    roots = words[:len(words) - len(options)] or ["."]
    tests = list(zip(options, words[len(words) - len(options):]))

    def is_meant(path):
        name = os.path.basename(path)
        return all((os.path.isdir(path) == (value == "d")) if option == "-type" else fnmatch.fnmatch(name, value)
                   for option, value in tests)

    return [path for root in roots for path in walked(root) if is_meant(path)]


def _make_directories(options, paths, given, tell):
    for path in paths:
        if has(options, "p"):
            os.makedirs(path, exist_ok=True)
        else:
            os.mkdir(path)
    return []


def _remove(options, paths, given, tell):
    for path in paths:
        if os.path.isdir(path) and has([option.lower() for option in options], "r"):
            shutil.rmtree(path)
        elif os.path.exists(path) or not has(options, "f"):
            os.remove(path)
    return []


def _remove_directories(options, paths, given, tell):
    for path in paths:
        os.rmdir(path)
    return []


def _target(source, target):
    return os.path.join(target, os.path.basename(source)) if os.path.isdir(target) else target


def _copy(options, paths, given, tell):
    for source in paths[:-1]:
        copy = shutil.copytree if os.path.isdir(source) else shutil.copyfile
        copy(source, _target(source, paths[-1]))
    return []


def _move(options, paths, given, tell):
    for source in paths[:-1]:
        os.rename(source, _target(source, paths[-1]))
    return []


def _touch(options, paths, given, tell):
    for path in paths:
        with open(path, "a"):
            pass
    return []


def _sizes(options, paths, given, tell):
    def size(path):
        return sum(os.path.getsize(each) for each in walked(path) if os.path.isfile(each))

    return [f"{size(path) / 1024:.0f}K\t{path}" for path in paths or ["."]]


def _echo(options, words, given, tell):
    has_escapes = words[:1] == ["-e"]
    text = " ".join(words[1:] if words[:1] in (["-e"], ["-n"]) else words)
    return (text.replace("\\n", "\n").replace("\\t", "\t") if has_escapes else text).split("\n")


def _which(options, words, given, tell):
    found = [f"/usr/bin/{word}" for word in words if of(word) is not None]
    if len(found) < len(words):
        raise Failed(found)
    return found


def _count_up(options, words, given, tell):
    first, step, last = {1: (1, 1, *words), 2: (words[0], 1, words[-1]), 3: words}.get(len(words), (1, 1, 0))
    return [str(number) for number in range(int(first), int(last) + (1 if int(step) > 0 else -1), int(step))]


def _test(options, words, given, tell):
    """`test -f a.txt` and `[ … ]`: files, texts, and whether two texts are the same."""
    asked = [word for word in words if word != "]"]
    tests = {"-f": os.path.isfile, "-d": os.path.isdir, "-e": os.path.exists, "-z": lambda text: not text, "-n": bool}
    is_not = asked[:1] == ["!"]
    asked = asked[is_not:]
    if options and asked and options[0] in tests:
        holds = tests[options[0]](asked[0])
    elif len(asked) == 3 and asked[1] in ("=", "==", "!="):
        holds = (asked[0] == asked[2]) == (asked[1] != "!=")
    else:
        holds = bool(asked)
    if bool(holds) == is_not:
        raise Failed
    return []


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


def _printed(options, words, given, tell):
    """`printf FORMAT WORDS`: the format again and again until no words are left."""
    form, rest = words[0].replace("\\n", "\n").replace("\\t", "\t"), words[1:]
    kinds = _PLACE.findall(form)
    count = len(kinds)
    text = "" if count and rest else form % (("",) * count)
    while count and rest:
        now, rest = rest[:count], rest[count:]
        text += form % tuple(_as(kind, word) for kind, word in zip(kinds, now + [""] * (count - len(now))))
    return text.removesuffix("\n").split("\n")


def _as(kind, word):
    if kind == "s":
        return word
    return float(word or 0) if kind in "fge" else int(word or 0)


def _install(words, given, tell, streams):
    """pip and its kin, of which nothing is needed for what is here, and nothing can be had of what is not."""
    import importlib.util

    if "install" not in words:
        tell(f"{' '.join(words)}: the packages of a page are its own; only `install` has an answer here.")
        raise Failed
    is_quiet = any(re.fullmatch("--quiet|-q+", word) for word in words)
    rest = words[words.index("install") + 1:]
    lines, is_missing = [], False
    for at, word in enumerate(rest):
        if word.startswith("-") or rest[at - 1] in _WITH_VALUE and at:
            continue
        name = re.split(r"[=<>\[~!; @]", word.removesuffix(".git").split("/")[-1] if "/" in word else word)[0]
        if importlib.util.find_spec(_MODULES.get(name, name).replace("-", "_")) is None:
            tell(f"ERROR: {name} is not part of Kindling, and nothing can be installed into a page.")
            is_missing = True
        elif not is_quiet:
            lines.append(f"Requirement already satisfied: {name}")
    if is_missing:
        raise Failed(lines)
    return lines


# Options of pip and conda that a value follows.
_WITH_VALUE = {"-r", "--requirement", "-f", "--find-links", "-i", "--index-url", "--extra-index-url", "-c", "-t", "-n"}
# What is imported under another name than it is installed by.
_MODULES = {"scikit-learn": "sklearn", "pillow": "PIL", "Pillow": "PIL", "pyyaml": "yaml", "opencv-python": "cv2",
            "ipython": "IPython", "jupyter": "IPython", "notebook": "IPython", "ipykernel": "IPython", "pytorch": "torch"}

_REASONS = {
    name: f"{name}: a page cannot fetch that by itself. Download it, and drop the file onto the page."
    for name in ("wget", "curl", "git", "gdown", "kaggle")
} | {
    "nvidia-smi": "nvidia-smi: there is no CUDA in a page; torch.webgpu.is_available() says whether there is a GPU.",
}


def _python(words, given, tell, streams):
    """`python file.py`, `python -c code`, `python -m pip …`; what it prints is passed on as it comes, if it may be."""
    if words[:1] in (["--version"], ["-V"]):
        return ["Python " + sys.version.split()[0]]
    if words[:2] == ["-m", "pip"]:
        return _install(words[2:], given, tell, streams)
    while words and words[0] in ("-u", "-W", "-B", "-O"):
        words = words[2:] if words[0] == "-W" else words[1:]
    if not words:
        return []
    import contextlib
    import io
    import runpy

    before, sys.argv = sys.argv, words
    printed = io.StringIO()
    try:
        with contextlib.nullcontext() if streams else contextlib.redirect_stdout(printed):
            if words[0] == "-c":
                exec(compile(words[1], "<string>", "exec"), {"__name__": "__main__"})
            elif words[0] == "-m":
                runpy.run_module(words[1], run_name="__main__")
            else:
                runpy.run_path(words[0], run_name="__main__")
    except SystemExit as end:
        if end.code:
            raise Failed(printed.getvalue().splitlines()) from None
    finally:
        sys.argv = before
    return printed.getvalue().splitlines()


_PROGRAMS = PROGRAMS | {
    "ls": _list,
    "ll": lambda options, *rest: _list([*options, "-l"], *rest),
    "find": _find,
    "pwd": lambda *given: [os.getcwd()],
    "mkdir": _make_directories,
    "rm": _remove,
    "rmdir": _remove_directories,
    "cp": _copy,
    "mv": _move,
    "touch": _touch,
    "du": _sizes,
    "echo": _echo,
    "which": _which,
    "true": lambda *given: [],
    "false": _fail,
    "seq": _count_up,
    "test": _test,
    "[": _test,
    "basename": lambda options, words, *rest: [os.path.basename(words[0].rstrip("/"))] if words else [],
    "dirname": lambda options, words, *rest: [os.path.dirname(words[0]) or "."] if words else [],
    "sleep": _sleep,
    "date": _date,
    "clear": lambda *given: [],
    "env": _environment,
    "hostname": lambda *given: ["page"],
    "nproc": lambda *given: ["1"],
    "printenv": _environment,
    "printf": _printed,
    "uname": _system_name,
    "whoami": lambda *given: ["student"],
}
