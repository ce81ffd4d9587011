"""What a shell's `test`, `[ … ]` and `[[ … ]]` ask: of files, texts and numbers.

What it is not: conditions by a command's success (`_kindling_commands`). Start reading at `holds`.
"""

import fnmatch
import os
import re

from _kindling_expansion import pattern_of, text_of
from _kindling_words import NoShell, Sign

_OF_ONE = {
    "-f": os.path.isfile,
    "-d": os.path.isdir,
    "-e": os.path.exists,
    "-r": os.path.exists,
    "-w": os.path.exists,
    "-x": os.path.exists,
    "-L": os.path.islink,
    "-h": os.path.islink,
    "-s": lambda path: os.path.exists(path) and os.path.getsize(path) > 0,
    "-z": lambda text: not text,
    "-n": bool,
}
_OF_NUMBERS = {
    "-eq": lambda a, b: a == b,
    "-ne": lambda a, b: a != b,
    "-lt": lambda a, b: a < b,
    "-le": lambda a, b: a <= b,
    "-gt": lambda a, b: a > b,
    "-ge": lambda a, b: a >= b,
}
_OF_TEXTS = {
    "=": lambda a, b: a == b,
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
}


def holds(words):
    """Whether what the words ask holds; `-o` and `-a` join questions.

    Raises:
        ValueError: for words that are no question.
    """
    for sign, join in (("-o", any), ("-a", all)):
        if sign in words[1:-1]:
            at = words.index(sign, 1)
            return join([holds(words[:at]), holds(words[at + 1:])])
    if words[:1] == ["!"] and len(words) > 1:
        return not holds(words[1:])
    if len(words) == 2 and words[0] in _OF_ONE:
        return bool(_OF_ONE[words[0]](words[1]))
    if len(words) == 3 and words[1] in _OF_NUMBERS:
        return _OF_NUMBERS[words[1]](int(words[0]), int(words[2]))
    if len(words) == 3 and words[1] in _OF_TEXTS:
        return _OF_TEXTS[words[1]](words[0], words[2])
    if len(words) < 2:
        return any(words)
    raise ValueError(f"`{' '.join(words)}` is not understood here")


def holds_in_brackets(parts, shell):
    """The same of the parts of `[[ … ]]`, where `&&`, `||`, patterns and `=~` have their meaning.

    Raises:
        NoShell: for words that are no question.
    """
    for sign, join in (("||", any), ("&&", all)):
        if sign in parts:
            at = parts.index(sign)
            return join(holds_in_brackets(some, shell) for some in (parts[:at], parts[at + 1:]))
    if parts[:1] == ["!"]:
        return not holds_in_brackets(parts[1:], shell)
    if parts[:1] == ["("] and parts[-1:] == [")"]:
        return holds_in_brackets(parts[1:-1], shell)
    if len(parts) == 3 and parts[1] in ("=", "==", "!="):
        fits = fnmatch.fnmatchcase(text_of(parts[0], shell), pattern_of(parts[2], shell))
        return fits != (parts[1] == "!=")
    if len(parts) == 3 and parts[1] == "=~":
        return re.search(text_of(parts[2], shell), text_of(parts[0], shell)) is not None
    try:
        return holds([part if isinstance(part, Sign) else text_of(part, shell) for part in parts])
    except ValueError as error:
        raise NoShell(str(error)) from None
