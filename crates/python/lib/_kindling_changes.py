"""The programs of shell lines that make, move, copy and remove files: `mkdir`, `rm`, `cp`, `mv`, `touch`, `ln`.

What it is not: programs that read (`_kindling_programs` says what each takes). Each goes on with the next file where one
fails, and says so in the words of GNU's programs. Start reading at `CHANGES`.
"""

import os
import shutil

from _kindling_texts import Failed, has


def _each(paths, tell, words, change):
    """Changes one path after another.

    Raises:
        Failed: at the end, if one could not be changed.
    """
    is_failed = False
    for path in paths:
        try:
            change(path)
        except OSError as error:
            is_failed = True
            tell(f"{words} '{path}': {error.strerror or error}")
    if is_failed:
        raise Failed
    return []


def _given(options, paths, tell, name, count=1):
    """Whether so many paths are named; else that is told.

    Raises:
        Failed: if there are too few.
    """
    if len(paths) < count and not has(options, "f"):
        operand = "operand" if name in ("rm", "mkdir") else "file operand"
        tell(f"{name}: missing {operand}" if not paths else f"{name}: missing destination file operand after '{paths[0]}'")
        raise Failed


def _make_directories(options, paths, given, tell):
    def make(path):
        if has(options, "p"):
            os.makedirs(path, exist_ok=True)
        else:
            os.mkdir(path)

    _given(options, paths, tell, "mkdir")
    return _each(paths, tell, "mkdir: cannot create directory", make)


def _remove(options, paths, given, tell):
    is_deep = has([option.lower() for option in options], "r") or "--recursive" in options

    def remove(path):
        if os.path.isdir(path) and not os.path.islink(path) and is_deep:
            shutil.rmtree(path)
        elif os.path.lexists(path) or not has(options, "f"):
            os.remove(path)

    _given(options, paths, tell, "rm")
    return _each(paths, tell, "rm: cannot remove", remove)


def _remove_directories(options, paths, given, tell):
    return _each(paths, tell, "rmdir: failed to remove", os.rmdir)


def _into(source, target):
    name = os.path.basename(source.rstrip("/"))
    return os.path.join(target, name) if os.path.isdir(target) else target


def _transfer(options, paths, tell, name, words, change):
    """Copies or moves all but the last path to the last, which must be a folder if they are several."""
    _given([], paths, tell, name, 2)
    *sources, target = paths
    if len(sources) > 1 and not os.path.isdir(target):
        tell(f"{name}: target '{target}': No such file or directory")
        raise Failed

    def one(source):
        if not os.path.lexists(source):
            raise OSError(2, "No such file or directory")
        path = _into(source, target)
        if not has(options, "n") or not os.path.exists(path):
            change(source, path)

    return _each(sources, tell, words, one)


def _copy(options, paths, given, tell):
    is_deep = has([option.lower() for option in options], "r") or has(options, "a")

    def copy(source, target):
        if not os.path.isdir(source):
            shutil.copyfile(source, target)
        elif is_deep:
            shutil.copytree(source, target, dirs_exist_ok=True)
        else:
            tell(f"cp: -r not specified; omitting directory '{source}'")
            raise Failed

    return _transfer(options, paths, tell, "cp", "cp: cannot stat", copy)


def _move(options, paths, given, tell):
    return _transfer(options, paths, tell, "mv", "mv: cannot stat", shutil.move)


def _touch(options, paths, given, tell):
    def touch(path):
        with open(path, "a"):
            pass

    _given([], paths, tell, "touch")
    return _each(paths, tell, "touch: cannot touch", touch)


def _link(options, paths, given, tell):
    """`ln`: a copy, as the session's files know no links."""
    _given([], paths, tell, "ln", 2)
    if os.path.isdir(paths[0]):
        tell("ln: there are no links to folders here.")
        raise Failed
    return _transfer(options, paths[:2], tell, "ln", "ln: failed to access", shutil.copyfile)


def _change_mode(options, words, given, tell):
    """`chmod`: here everybody may do everything."""
    paths = words[1:] if words else []
    return _each(paths, tell, "chmod: cannot access", os.stat)


CHANGES = {
    "mkdir": _make_directories,
    "rm": _remove,
    "rmdir": _remove_directories,
    "cp": _copy,
    "mv": _move,
    "touch": _touch,
    "ln": _link,
    "chmod": _change_mode,
}
