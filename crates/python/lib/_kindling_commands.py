"""A line of shell commands on the session's own files: words, quotes, pipes, redirections, `&&`, `||` and `;`.

What it is not: a shell: no loops, no conditions, no programs but those of `_kindling_programs`. Start reading at
`lines_of`.
"""

import glob
import os
import re
import sys

import _kindling_programs
from _kindling_programs import Failed

_OPERATORS = re.compile(r"&&|\|\||2>&1|&>>?|[12]?>>|[12]?>|<<?|[;|&\n]")
# A word: pieces in quotes, characters behind a backslash, a command in brackets, all else.
_WORD = re.compile(r"""(?: '[^']*' | "(?:\\.|[^"\\])*" | \\. | \$\([^)]*\) | `[^`]*` | [^\s;|&<>'"\\`] )+""", re.X | re.S)
_NAME = re.compile(r"\$\{(\w+)\}|\$(\w+)|\$\(([^)]*)\)|`([^`]*)`")
_OF_A_SHELL = {"for", "while", "until", "if", "case", "function", "select", "{", "(", "[["}


def say(sentence):
    """One sentence beside what the cell prints."""
    print(sentence, file=sys.stderr)


def lines_of(text, streams=False):
    """What the commands print, line by line; what a program prints comes at once where it `streams`."""
    before = os.getcwd()
    line = _Line(streams)
    try:
        lines = line.run(_parsed(text))
    except _NoShell as error:
        line.status = 2
        lines = []
        say(f"There is no shell here{error}: `{_first_line(text)}` was left out.")
    finally:
        os.chdir(before)
    sys.modules["__main__"].__dict__["_exit_code"] = line.status
    return lines


def last_status():
    """How the last commands ended: 0 if well."""
    return sys.modules["__main__"].__dict__["_exit_code"]


def _first_line(text):
    first, _, rest = text.strip().partition("\n")
    return first + (" …" if rest else "")


class _NoShell(Exception):
    """The text asks for more than there is."""


def _parsed(text):
    """Words and signs, in order."""
    text = text.replace("\\\n", "")
    at = 0
    parts, documents = [], []
    while at < len(text):
        if text.startswith("$((", at):
            raise _NoShell(", so no sums")
        if text[at] in " \t\r":
            at += 1
        elif text[at] == "\n" and documents:
            at = _take_document(text, at, parts, documents.pop(0))
        elif text[at] == "#":
            at = text.find("\n", at) if "\n" in text[at:] else len(text)
        elif found := _OPERATORS.match(text, at):
            parts.append((found[0], True))
            at = found.end()
            if found[0] == "<<":
                documents.append(len(parts))
        elif found := _WORD.match(text, at):
            parts.append((found[0], False))
            at = found.end()
        else:
            raise _NoShell(", and a quote has no end")
    return parts


def _take_document(text, at, parts, place):
    """Puts the lines up to the word behind `<<`, which stands at that place, there instead of it; where they end."""
    if place >= len(parts):
        raise _NoShell(", and nothing follows <<")
    end = parts[place][0].strip("'\"")
    lines = text[at + 1:].split("\n")
    count = next((number for number, line in enumerate(lines) if line.strip() == end), len(lines))
    parts[place] = ("\n".join(lines[:count]), False)
    return at + sum(len(line) + 1 for line in lines[:count + 1])


class _Line:
    """A line being run: its own variables, and how its last command has ended."""

    def __init__(self, streams):
        self.streams, self.status, self.variables = streams, 0, dict(os.environ)

    def run(self, parts):
        """Runs one pipe after another; what they print."""
        lines, pipe, before = [], [], ";"
        for word, is_sign in [*parts, (";", True)]:
            if not is_sign or word not in ("&&", "||", ";", "&", "\n"):
                pipe.append((word, is_sign))
                continue
            skipped = before == "&&" and self.status or before == "||" and not self.status
            if pipe and not skipped:
                lines += self._piped(pipe)
            if pipe:
                before = word
            pipe = []
        return lines

    def _piped(self, parts):
        commands = [[]]
        for word, is_sign in parts:
            if is_sign and word == "|":
                commands.append([])
            else:
                commands[-1].append((word, is_sign))
        given = None
        for at, command in enumerate(commands):
            given = self._done(command, given, at == len(commands) - 1)
        return given or []

    def _done(self, parts, given, is_last):
        words, signs = self._redirected(parts)
        while words and re.fullmatch(r"[A-Za-z_]\w*=.*", words[0], re.S):
            name, _, value = words.pop(0).partition("=")
            self.variables[name] = value
        if not words:
            return []
        if words[0] in _OF_A_SHELL:
            raise _NoShell(", so no loops and conditions")
        if "<<" in signs:
            given = signs["<<"].split("\n")
        if "<" in signs:
            with open(signs["<"]) as file:
                given = file.read().splitlines()
        target = signs.get(">") or signs.get("1>") or signs.get("&>")
        streams = self.streams and is_last and not target
        lines = self._called(words, given, streams, "2>" in signs or "&>" in signs)
        if not target:
            return lines
        name, mode = target
        if name != "/dev/null":
            with open(name, mode) as file:
                file.writelines(line + "\n" for line in lines)
        return []

    def _redirected(self, parts):
        words, signs = [], {}
        parts = iter(parts)
        for word, is_sign in parts:
            if not is_sign:
                words += self._meant(word)
            elif word == "<<":
                signs["<<"] = self._filled(next(parts, ("", False))[0])
            elif word != "2>&1":
                target = next(parts, ("", False))[0]
                name = " ".join(self._meant(target))
                signs[word.replace(">>", ">")] = name if word == "<" else (name, "a" if ">>" in word else "w")
        return words, signs

    def _called(self, words, given, streams, is_quiet):
        name, rest = words[0], words[1:]
        tell = (lambda sentence: None) if is_quiet else say
        program = _kindling_programs.of(name)
        self.status = 0
        if name == "cd":
            os.chdir(rest[0] if rest else os.path.expanduser("~"))
            return []
        if name == "export":
            self.variables.update(word.partition("=")[::2] for word in rest if "=" in word)
            return []
        if program is None:
            self.status = 127
            tell(_kindling_programs.reason(name, " ".join(words)))
            return []
        try:
            return program(rest, given, tell, streams)
        except Failed as failed:
            self.status = 1
            return failed.lines
        except OSError as error:
            self.status = 1
            tell(f"{name}: {error.filename}: {error.strerror}" if error.filename else f"{name}: {error}")
        return []

    def _meant(self, word):
        """The words that a word stands for: without quotes, with names and patterns filled in."""
        pieces = re.findall(r"""'[^']*'|"(?:\\.|[^"\\])*"|\\.|(?:\$\([^)]*\)|`[^`]*`|[^'"\\])+""", word, re.S)
        text, is_plain = "", True
        for piece in pieces:
            if piece[0] in "'\"\\":
                is_plain = False
            if piece[0] == "'":
                text += piece[1:-1]
            elif piece[0] == '"':
                text += re.sub(r'\\(["\\$`])', r"\1", self._filled(piece[1:-1]))
            elif piece[0] == "\\":
                text += piece[1]
            else:
                text += self._filled(piece)
        if is_plain and text.startswith("~"):
            text = os.path.expanduser(text)
        found = sorted(glob.glob(text)) if is_plain and any(sign in text for sign in "*?[") else []
        if is_plain and not found and _NAME.search(word):
            return text.split()
        return found or [text]

    def _filled(self, text):
        def value(found):
            braced, name, inner, ticked = found.groups()
            if inner or ticked:
                return " ".join(_Line(False).run(_parsed(inner or ticked)))
            return self.variables.get(braced or name, "")

        return _NAME.sub(value, text)
