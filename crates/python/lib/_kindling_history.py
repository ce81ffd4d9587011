"""What has been run in the session: `%history`, `%save`, `%recall`, `%macro`.

What it is not: its keeping (`In` of `_kindling_shell`). Start reading at `history`.
"""

import os

import _kindling_shell
from _kindling_commands import say


def _picked(words):
    """The cells that `3`, `1-4`, `5-` and `:3` name, by number; all before this one where none are named."""
    last = len(_kindling_shell.In) - 1
    numbers = []
    for word in words:
        first, dash, end = word.replace(":", "-").partition("-")
        if not (first or "0").isdigit() or not (end or "0").isdigit():
            return None
        upper = int(end) if end else last - 1
        numbers += range(int(first or 1), upper + (":" not in word)) if dash else [int(first)]
    return [number for number in (numbers if words else range(1, last)) if 0 < number <= last]


def history(rest):
    """Prints the sources of cells; with `-n` their numbers, with `-l` the last so many, with `-f` into a file."""
    words = rest.split()
    flags = [word for word in words if word.startswith("-") and not word[1:].isdigit()]
    values = [word for word in words if word not in flags]
    name = values.pop() if "-f" in flags and values else None
    count = int(values.pop()) if "-l" in flags and values and values[-1].isdigit() else None
    numbers = _picked([] if "-l" in flags else values)
    if numbers is None:
        return say(f"%history {rest}: only numbers of cells, as 3 or 1-4, are understood here.")
    if "-l" in flags:
        numbers = numbers[-(count or 10):]
    lines = []
    for number in numbers:
        source = _kindling_shell.In[number]
        between = "\n" if "\n" in source else " "
        lines.append(f"{number:>4}:{between}{source}" if "-n" in flags else source)
    if name is None:
        return print("\n".join(lines)) if lines else None
    with open(os.path.expanduser(name), "w") as file:
        file.writelines(line + "\n" for line in lines)
    return None


def save(rest):
    """Writes the sources of cells into a program."""
    words = [word for word in rest.split() if word not in ("-f", "-r")]
    numbers = _picked(words[1:]) if words else None
    if not numbers:
        return say(f"%save {rest}: it takes a file's name, and numbers of cells, as 3 or 1-4.")
    name = words[0] if words[0].endswith((".py", ".ipy")) else words[0] + ".py"
    sources = [_kindling_shell.In[number] for number in numbers]
    mode = "a" if "-a" in words else "w"
    with open(name, mode) as file:
        file.writelines(source + "\n" for source in sources)
    return print(f"The following commands were written to file `{name}`:\n" + "\n".join(sources))
