"""`SList`: the lines that a shell command has printed, as `files = !ls` has them.

What it is not: the command (`_kindling_commands`). Start reading at `SList`.
"""

import re


class SList(list):
    """Lines: as a list (`l`), as one text (`n`), side by side (`s`); `grep` and `fields` pick among them."""

    @property
    def l(self):
        return self

    @property
    def n(self):
        return "\n".join(self)

    @property
    def s(self):
        return " ".join(self)

    list, nlstr, spstr = l, n, s

    def grep(self, pattern, prune=False, field=None):
        """The lines in which the pattern is found, or for which the function says so."""
        matches = pattern if callable(pattern) else lambda text: re.search(pattern, text, re.IGNORECASE)
        return SList(line for line in self if bool(matches(_field(line, field))) != prune)

    def fields(self, *fields):
        """Those words of each line; all of them as lists where none are named."""
        if not fields:
            return [line.split() for line in self]
        picked = [[_field(line, field) for field in fields] for line in self]
        return SList(" ".join(word for word in words if word) for words in picked)


def _field(line, field):
    words = line.split()
    if field is None:
        return line
    return words[field] if -len(words) <= field < len(words) else ""


SList.__module__ = "IPython.utils.text"
