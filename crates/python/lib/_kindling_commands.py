"""The few shell commands that notebooks call, on the session's own files: `ls`, `cat`, `mkdir`, `echo` and their kin.

What it is not: a shell: no pipes, no programs. `&&` and `;` part commands, `>` and `>>` write into a file. Start reading
at `lines_of`.
"""

import glob
import os
import shlex
import shutil
import sys


def say(sentence):
    """One sentence beside what the cell prints."""
    print(sentence, file=sys.stderr)


def lines_of(text):
    """What the commands of a line print, line by line."""
    try:
        words = list(shlex.shlex(text, posix=True, punctuation_chars=True))
    except ValueError as error:
        say(f"`{text}` was left out: {error}.")
        return []
    lines = []
    for command in _parted(words):
        lines += _done(command, text)
    return lines


def _parted(words):
    command = []
    for word in words:
        if word in ("&&", ";", "&", "||"):
            yield command
            command = []
        else:
            command.append(word)
    if command:
        yield command


def _done(words, text):
    if not words:
        return []
    if "|" in words or "<" in words:
        say(f"There is no shell here, so nothing can be piped: `{text}` was left out.")
        return []
    words, target, mode = _redirected(words)
    name, rest = words[0], words[1:]
    command = _COMMANDS.get(name)
    if command is None:
        say(_REASONS.get(name, f"There is no shell here: `{text}` was left out."))
        return []
    options = [word for word in rest if word.startswith("-") and name != "echo"]
    others = [path for word in rest if word not in options for path in _globbed(word)]
    try:
        lines = command(options, others)
    except OSError as error:
        say(f"{name}: {error.filename}: {error.strerror}" if error.filename else f"{name}: {error}")
        return []
    if target is None:
        return lines
    with open(target, mode) as file:
        file.writelines(line + "\n" for line in lines)
    return []


def _redirected(words):
    for sign, mode in ((">>", "a"), (">", "w")):
        if sign in words:
            at = words.index(sign)
            return words[:at], words[at + 1], mode
    return words, None, None


def _globbed(word):
    found = sorted(glob.glob(word)) if any(sign in word for sign in "*?[") else []
    return found or [word]


def _list(options, paths):
    shows_all = any("a" in option for option in options)
    is_long = any("l" in option for option in options)
    lines = []
    for path in paths or ["."]:
        is_folder = os.path.isdir(path)
        names = sorted(os.listdir(path)) if is_folder else [path]
        if is_folder and len(paths) > 1:
            lines.append(path + ":")
        for name in names:
            if shows_all or not name.startswith("."):
                lines.append(_described(os.path.join(path, name) if is_folder else path, name) if is_long else name)
    return lines


def _described(path, name):
    kind = "d" if os.path.isdir(path) else "-"
    return f"{kind} {os.path.getsize(path):>10} {name}"


def _text_lines(path):
    with open(path) as file:
        return file.read().splitlines()


def _contents(options, paths):
    return [line for path in paths for line in _text_lines(path)]


def _count(options, words):
    """Of `head` and `tail`: `-5`, or `-n 5`, whose 5 stands among the words."""
    digits = "".join(sign for sign in "".join(options) if sign.isdigit())
    if digits:
        return int(digits), words
    if any(option == "-n" for option in options) and words:
        return int(words[0]), words[1:]
    return 10, words


def _head(options, paths):
    count, paths = _count(options, paths)
    return _contents(options, paths)[:count]


def _tail(options, paths):
    count, paths = _count(options, paths)
    return _contents(options, paths)[-count:]


def _word_counts(options, paths):
    lines = []
    for path in paths:
        with open(path) as file:
            text = file.read()
        counts = {"l": text.count("\n"), "w": len(text.split()), "c": len(text.encode())}
        asked = [counts[sign] for sign in counts if not options or any(sign in option for option in options)]
        lines.append(" ".join(str(count) for count in asked) + " " + path)
    return lines


def _make_directories(options, paths):
    for path in paths:
        if "-p" in options:
            os.makedirs(path, exist_ok=True)
        else:
            os.mkdir(path)
    return []


def _remove(options, paths):
    for path in paths:
        if os.path.isdir(path) and any("r" in option.lower() for option in options):
            shutil.rmtree(path)
        elif os.path.exists(path) or not any("f" in option for option in options):
            os.remove(path)
    return []


def _target(source, target):
    return os.path.join(target, os.path.basename(source)) if os.path.isdir(target) else target


def _copy(options, paths):
    for source in paths[:-1]:
        if os.path.isdir(source):
            shutil.copytree(source, _target(source, paths[-1]))
        else:
            shutil.copyfile(source, _target(source, paths[-1]))
    return []


def _move(options, paths):
    for source in paths[:-1]:
        os.rename(source, _target(source, paths[-1]))
    return []


def _touch(options, paths):
    for path in paths:
        with open(path, "a"):
            pass
    return []


def _install(options, words):
    """pip, of which nothing is needed for what is here, and nothing can be had of what is not."""
    import importlib.util

    if "install" not in words:
        return []
    is_quiet = any(option in ("-q", "--quiet", "-qq", "-qqq") for option in options)
    lines = []
    for word in words[words.index("install") + 1:]:
        name = word.split("=")[0].split("<")[0].split(">")[0].split("[")[0].split("~")[0].strip()
        if importlib.util.find_spec(_MODULES.get(name, name).replace("-", "_").split("/")[-1]) is None:
            say(f"ERROR: {name} is not part of Kindling, and nothing can be installed into a page.")
        elif not is_quiet:
            lines.append(f"Requirement already satisfied: {name}")
    return lines


# What is imported under another name than it is installed by.
_MODULES = {"scikit-learn": "sklearn", "pillow": "PIL", "Pillow": "PIL", "pyyaml": "yaml", "opencv-python": "cv2",
            "ipython": "IPython", "jupyter": "IPython", "notebook": "IPython", "ipykernel": "IPython"}

_REASONS = {
    name: f"{name}: a page cannot fetch that by itself. Download it, and drop the file onto the page."
    for name in ("wget", "curl", "git", "gdown", "kaggle")
} | {
    "nvidia-smi": "nvidia-smi: there is no CUDA in a page; torch.webgpu.is_available() says whether there is a GPU.",
}


def _run_program(options, words):
    """`python file.py`, whose output is printed as it comes."""
    if words:
        import runpy

        before, sys.argv = sys.argv, words
        try:
            runpy.run_path(words[0], run_name="__main__")
        finally:
            sys.argv = before
    return []


_COMMANDS = {
    "ls": _list,
    "cat": _contents,
    "head": _head,
    "tail": _tail,
    "wc": _word_counts,
    "pwd": lambda options, paths: [os.getcwd()],
    "mkdir": _make_directories,
    "rm": _remove,
    "rmdir": lambda options, paths: [os.rmdir(path) for path in paths] and [],
    "cp": _copy,
    "mv": _move,
    "touch": _touch,
    "echo": lambda options, words: [" ".join(word for word in words if word != "-e")],
    "true": lambda options, words: [],
    "python": _run_program,
    "python3": _run_program,
} | dict.fromkeys(("pip", "pip3", "conda", "mamba", "uv", "apt", "apt-get"), _install)
