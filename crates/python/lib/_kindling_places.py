"""`%cd`, `%pushd`, `%popd`, `%dhist`, `%bookmark`: the folder that the session works in, and those before it.

What it is not: the files (`_kindling_files`). Start reading at `change`.
"""

import os

from _kindling_commands import say

_before, _stack, _marks = [os.getcwd()], [], {}


def change(rest):
    """Goes to a folder: by name, by a bookmark (`-b`), or to the one before (`-`); `-q` prints nothing."""
    words = rest.split()
    is_quiet = "-q" in words
    words = [word for word in words if word not in ("-q", "-b")]
    place = rest.removeprefix("-q").strip().strip("'\"") if words else "~"
    if words[:1] == ["-"]:
        if len(_before) < 2:
            return say("%cd -: there is no folder before this one.")
        place = _before[-2]
    elif "-b" in rest.split():
        place = _marks.get(words[0] if words else "", place)
    elif place in _marks and not os.path.isdir(place):
        place = _marks[place]
    try:
        os.chdir(os.path.expanduser(place))
    except OSError as error:
        print(error)
    else:
        _before.append(os.getcwd())
    return None if is_quiet else print(os.getcwd())


def push(rest):
    """Goes to a folder, and remembers this one."""
    _stack.insert(0, os.getcwd())
    change(rest)
    return list(_stack)


def pop(rest):
    """Goes back to the last one that was remembered."""
    if not _stack:
        return say("%popd: no folder is remembered; %pushd remembers one.")
    return change(_stack.pop(0))


def stack():
    """The folders that are remembered."""
    return list(_stack)


def history(rest):
    """Prints the folders that the session has worked in."""
    print("Directory history (kept in _dh)")
    for number, place in enumerate(_before):
        print(f"{number}: {place}")


def bookmark(rest):
    """Names a folder, lists the names (`-l`), or forgets one (`-d`) or all (`-r`)."""
    words = rest.split()
    if words[:1] == ["-l"] or not words:
        print("Current bookmarks:")
        for name, place in sorted(_marks.items()):
            print(f"{name} -> {place}")
    elif words[0] == "-r":
        _marks.clear()
    elif words[0] == "-d":
        _marks.pop(words[-1], None)
    else:
        _marks[words[0]] = words[1] if len(words) > 1 else os.getcwd()
