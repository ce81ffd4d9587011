"""What half-written source is about at the cursor: the string, the open calls, the name with its dots before it.

What it is not: a parser. It reads tokens and keeps what is open, so brackets and strings may stay unclosed. Start reading at
`Place`.
"""

import re

_STRING = r"""(?P<prefix>[A-Za-z]{0,2})(?:\"{3}(?:\\.|[^\\])*?(?:\"{3}|\Z)|'{3}(?:\\.|[^\\])*?(?:'{3}|\Z)""" \
    r"""|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?)"""
_TOKEN = re.compile(rf"(?P<comment>\#[^\n]*)|(?P<string>{_STRING})|(?P<name>\w+)|(?P<bracket>[()\[\]{{}}])|(?P<comma>,)"
                    r"|(?P<equals>(?<![=!<>+*/%&|^@:-])=(?!=))", re.DOTALL)
_CLOSING = {")": "(", "]": "[", "}": "{"}

_STEP = r"(?:\s*\.\s*[^\W\d]\w*|\[(?:-?\d+|\"[^\"\\\n]*\"|'[^'\\\n]*')\])*"
# What precedes must not be a part of the same expression.
_CHAIN = re.compile(rf"(?<![\w.)\]\"'])[^\W\d]\w*{_STEP}\Z")
_MEMBER = re.compile(r"\s*\.\s*(\w*)\Z")
_WORD = re.compile(r"[^\W\d]\w*\Z")
# Longer expressions nobody types, and looking for them costs at each key.
_REACH = 300


class Bracket:
    """One that is open: where, which commas follow it and the keywords that are given behind it."""

    def __init__(self, text, at):
        self.text, self.at = text, at
        self.commas, self.keywords = [], []


class Place:
    """The cursor's surroundings: `string` is where an unclosed string's contents begin, `brackets` what is open."""

    def __init__(self, source, cursor):
        text = source[:max(0, min(cursor, len(source)))]
        self.source, self.offset = source, 0
        self._read(text)
        while self.string is not None and self.is_formatted and (field := _field(text, self.string)) is not None:
            self.offset += field
            text = text[field:]
            self._read(text)

    def _read(self, text):
        self.text = text
        self.string, self.is_formatted, self.is_comment = None, False, False
        self.brackets = []
        last_name = ""
        for token in _TOKEN.finditer(text):
            kind = token.lastgroup if token.lastgroup != "prefix" else "string"
            if kind == "name":
                last_name = token.group()
            elif kind == "bracket":
                self._bracket(token.group(), token.start())
            elif kind == "comma" and self.brackets:
                self.brackets[-1].commas.append(token.start())
            elif kind == "equals" and self.brackets:
                self.brackets[-1].keywords.append((last_name, token.start()))
            elif token.end() == len(text):
                self._last(kind, token)

    def _bracket(self, bracket, at):
        if bracket not in _CLOSING:
            return self.brackets.append(Bracket(bracket, at))
        # One that closes another kind closes nothing: somebody is still typing.
        if self.brackets and self.brackets[-1].text == _CLOSING[bracket]:
            self.brackets.pop()

    def _last(self, kind, token):
        if kind == "comment":
            self.is_comment = True
        elif kind == "string":
            body = token.group()[len(token["prefix"]):]
            quote = body[:3] if body[:3] in ('"""', "'''") else body[0]
            if len(body) < 2 * len(quote) or not body.endswith(quote) or body.endswith("\\" + quote):
                self.string = token.start() + len(token["prefix"]) + len(quote)
                self.is_formatted = "f" in token["prefix"].lower()

    def word(self):
        """The name that is being typed, and where it begins in the source."""
        found = _WORD.search(self.text, max(0, len(self.text) - _REACH))
        at = found.start() if found else len(self.text)
        return self.text[at:], self.offset + at

    def owner(self):
        """What stands before the dot: an expression of names, or "" for one that is no such; None without a dot."""
        found = _MEMBER.search(self.text, max(0, len(self.text) - _REACH))
        return None if found is None else chain_before(self.text, found.start())

    def called(self):
        """The innermost call that is open: its bracket, or None."""
        for bracket in reversed(self.brackets):
            if bracket.text == "(" and chain_before(self.text, bracket.at):
                return bracket
        return None

    def callee(self, bracket):
        """What is called there."""
        return chain_before(self.text, bracket.at)

    def is_argument(self, bracket):
        """Whether what is typed is an argument of that call, rather than a part of one."""
        return self.brackets[-1] is bracket

    def line(self):
        """The statement's text up to the cursor; within brackets its earlier lines belong to it."""
        at = self.brackets[0].at if self.brackets else len(self.text)
        return self.text[self.text.rfind("\n", 0, at) + 1:]


def _field(text, at):
    """Where an f-string's open `{` ends, or None."""
    opened = text.rfind("{", at)
    if opened < 0 or "}" in text[opened:] or text[opened - 1:opened] == "{":
        return None
    return opened + 1


def chain_before(text, end):
    """The expression of names, attributes and constant subscripts that ends there, or ""."""
    found = _CHAIN.search(text[max(0, end - _REACH):end].rstrip(" "))
    return found.group() if found else ""


def chain_at(source, cursor):
    """The one that the cursor stands in or behind, with the rest of the name under it."""
    end = cursor
    while end < len(source) and (source[end].isalnum() or source[end] == "_"):
        end += 1
    if end > 0 and source[end - 1:end] in ("(", "."):
        end -= 1
    return chain_before(source, end)


_PIECE = re.compile(r"[^\W\d]\w*|\[-?\d+\]|\[\"[^\"]*\"\]|\['[^']*'\]")


def pieces(chain):
    """A chain's first name, and its steps: attributes as texts, subscripts as one-item tuples."""
    first, *rest = _PIECE.findall(chain)
    return first, [step if step[0] != "[" else (_constant(step[1:-1]),) for step in rest]


def _constant(text):
    return text[1:-1] if text[0] in "\"'" else int(text)
