"""A script of shell commands cut into words and signs, with the documents that follow `<<`.

What it is not: what the words come to (`_kindling_expansion`), or which of them make a command (`_kindling_grammar`).
Start reading at `parts_of`.
"""

import re

SIGN = re.compile(r"&&|\|\||;;|&>>?|\d?>&\d?|\d?>>|\d?>|<<<|<<-?|<|[;|&\n()]")
_VERSION = re.compile(r"[<>]=\d")
_ENDS = " \t\r\n;|&<>()"


class NoShell(Exception):
    """The text asks for more than there is; the message says what, as the end of a sentence."""


class Word(str):
    """A word as it is written."""


class Sign(str):
    """What stands between words."""


class Sum(str):
    """What stands in `((…))`."""


class Document(str):
    """The lines up to the word behind `<<`; names in them stay as they are if that word `is_quoted`."""

    is_quoted = False


def parts_of(text):
    """Words and signs, in order."""
    text = text.replace("\\\n", "")
    parts, documents, at = [], [], 0
    while at < len(text):
        if text[at] in " \t\r":
            at += 1
        elif text[at] == "\n" and documents:
            parts.append(Sign("\n"))
            at = _take_document(text, at + 1, parts, documents.pop(0))
        elif text[at] == "#":
            at = text.find("\n", at) if "\n" in text[at:] else len(text)
        elif text.startswith("((", at) and text[(end := bracket_end(text, at)) - 2] == ")":
            parts.append(Sum(text[at + 2:end - 2]))
            at = end
        elif found := SIGN.match(text, at):
            if found[0] in ("<<", "<<-"):
                documents.append(len(parts) + 1)
            parts.append(Sign(found[0]))
            at = found.end()
        else:
            end = word_end(text, at)
            parts.append(Word(text[at:end]))
            at = end
    return parts


def _take_document(text, at, parts, place):
    """Puts the lines from `at` up to the word at that place there instead of it; where they end."""
    if place >= len(parts) or not isinstance(parts[place], Word):
        raise NoShell("nothing follows <<")
    end = parts[place].strip("'\"")
    lines = text[at:].split("\n")
    count = next((number for number, line in enumerate(lines) if line.strip() == end), len(lines))
    taken = lines[:count]
    if parts[place - 1] == "<<-":
        taken = [line.lstrip("\t") for line in taken]
    document = Document("\n".join(taken))
    document.is_quoted = end != parts[place]
    parts[place] = document
    return min(at + sum(len(line) + 1 for line in lines[:count + 1]), len(text))


def word_end(text, at):
    """Behind the word that begins at `at`: pieces in quotes, commands in brackets, characters behind a backslash.

    `torch>=2` is one word: whoever writes it means a version, and not a file `=2`.
    """
    start = at
    while at < len(text) and (text[at] not in _ENDS or at > start and _VERSION.match(text, at)):
        at = at + 2 if text[at] in "<>" else piece_end(text, at)
    return at


def piece_end(text, at):
    """Behind the piece of a word that begins at `at`, which is one character unless something opens there."""
    sign = text[at]
    if sign == "\\":
        return min(at + 2, len(text))
    if sign == "'" or sign == "`":
        return _found(text, sign, at + 1)
    if sign == '"':
        at += 1
        while at < len(text) and text[at] != '"':
            at = at + 1 if text[at] == "'" else piece_end(text, at)
        return _found(text, '"', at)
    if text.startswith(("$(", "${"), at):
        return bracket_end(text, at + 1)
    return at + 1


def _found(text, sign, at):
    place = text.find(sign, at)
    if place < 0:
        raise NoShell("a quote has no end")
    return place + 1


def bracket_end(text, at):
    """Behind the bracket that closes the one at `at`."""
    start, end = text[at], {"(": ")", "{": "}"}[text[at]]
    depth = 0
    while at < len(text):
        depth += (text[at] == start) - (text[at] == end)
        if depth == 0:
            return at + 1
        at = piece_end(text, at)
    raise NoShell("a bracket has no end")
