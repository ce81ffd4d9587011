"""The words of Python's text one after the other, for `tokenize`, and so for `inspect.getsource`.

What it is not: a judge of grammar. A string with fields in it is one word here, and comments and empty lines are always told.
Start reading at `TokenizerIter`.
"""

import re
import token

_PREFIX = r"(?:[rR][bB]?|[bB][rR]?|[uU]|[fFtT][rR]?|[rR][fFtT])?"
_START = re.compile(_PREFIX + r"('''|\"\"\"|'|\")")
_NUMBER = re.compile(
    r"0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+"
    r"|(?:\d(?:_?\d)*\.(?:\d(?:_?\d)*)?|\.\d(?:_?\d)*|\d(?:_?\d)*)(?:[eE][-+]?\d(?:_?\d)*)?[jJ]?"
)
_NAME = re.compile(r"\w+")
_OPERATOR = re.compile(
    r"\*\*=|//=|>>=|<<=|\.\.\.|!=|->|:=|==|<=|>=|<<|>>|\*\*|//|\+=|-=|\*=|/=|%=|&=|\|=|\^=|@=|[-+*/%&|^~<>()\[\]{},:;.=@!]"
)
_BLANK = re.compile(r"[ \f\t]*")
_ESCAPED_END = re.compile(r"\\\r?\n")


class TokenizerIter:
    """Words as (type, text, start, end, line), of lines that `readline` gives."""

    def __init__(self, readline, /, *, encoding=None, extra_tokens=False):
        self._readline, self._encoding, self._exact = readline, encoding, not extra_tokens
        self._row, self._depth, self._indents = 0, 0, [0]
        self._words = self._all()

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._words)

    def _line(self):
        """The next line, and nothing at the end."""
        try:
            line = self._readline()
        except StopIteration:
            line = ""
        if isinstance(line, bytes):
            line = line.decode(self._encoding or "utf-8")
        self._row += 1
        return line

    def _word(self, kind, text, start, line, end=None):
        end = (self._row, start[1] + len(text)) if end is None else end
        return kind, text, start, end, line

    def _all(self):
        line, is_open = self._line(), False
        while line:
            column = _BLANK.match(line).end()
            rest = line[column:].rstrip("\r\n")
            if not self._depth and not is_open:
                if not rest or rest.startswith("#"):
                    yield from self._empty(line, column, rest)
                    line = self._line()
                    continue
                yield from self._indented(line, column)
            is_open = False
            for word in self._of_line(line, column):
                if word is None:
                    is_open = True
                    continue
                line = word[4]
                yield word
            line = self._line()
        if is_open or self._depth:
            raise SyntaxError("unexpected EOF in multi-line statement", ("<string>", self._row, 0, "", self._row, 0))
        while len(self._indents) > 1:
            self._indents.pop()
            yield self._word(token.DEDENT, "", (self._row, 0), "")
        yield self._word(token.ENDMARKER, "", (self._row, 0), "")

    def _empty(self, line, column, rest):
        """A line with no statement."""
        if rest:
            yield self._word(token.COMMENT, rest, (self._row, column), line)
        yield self._word(token.NL, line[column + len(rest) :], (self._row, column + len(rest)), line)

    def _indented(self, line, column):
        """Where a line stands farther in or out than the one before."""
        if column > self._indents[-1]:
            self._indents.append(column)
            yield self._word(token.INDENT, line[:column], (self._row, 0), line)
        while column < self._indents[-1]:
            self._indents.pop()
            if column > self._indents[-1]:
                place = ("<string>", self._row, column, line, self._row, column)
                raise IndentationError("unindent does not match any outer indentation level", place)
            yield self._word(token.DEDENT, "", (self._row, column), line)

    def _of_line(self, line, column):
        """The words of one line, or of more where a string goes on; None where a backslash has the next line belong to it."""
        while True:
            column = _BLANK.match(line, column).end()
            rest, start = line[column:], (self._row, column)
            if not rest.strip("\r\n"):
                yield self._word(token.NL if self._depth else token.NEWLINE, rest, start, line)
                return
            if _ESCAPED_END.match(rest):
                yield None
                return
            if rest[0] == "#":
                text = rest.rstrip("\r\n")
                yield self._word(token.COMMENT, text, start, line)
                column += len(text)
                continue
            string = _START.match(line, column)
            if string is not None:
                end, line = self._string_end(line, string)
                text = line[column:end] if self._row == start[0] else self._joined[column : len(self._joined) - len(line) + end]
                yield token.STRING, text, start, (self._row, end), line
                column = end
                continue
            kind, text = self._plain(line, column)
            yield self._word(kind, text, start, line)
            column += len(text)

    def _plain(self, line, column):
        """A number, a name or an operator."""
        for kind, pattern in ((token.NUMBER, _NUMBER), (token.NAME, _NAME), (token.OP, _OPERATOR)):
            found = pattern.match(line, column)
            if found is not None:
                text = found.group()
                if kind == token.OP:
                    self._depth = max(0, self._depth + (text in "([{") - (text in ")]}"))
                    kind = token.EXACT_TOKEN_TYPES[text] if self._exact else kind
                return kind, text
        if not self._exact and line[column] in "$?`":
            # Of no statement, but of what `inspect` reads of built-in functions.
            return token.OP, line[column]
        place = ("<string>", self._row, column + 1, line, self._row, column + 1)
        raise SyntaxError(f"invalid non-printable character or character {line[column]!r}", place)

    def _string_end(self, line, opened):
        """Where a string ends, and the line in which it does; lines on the way are kept in `_joined`."""
        quotes, at, self._joined, depth = opened.group(1), opened.end(), line, 0
        has_fields = any(letter in "fFtT" for letter in opened.group()[: -len(quotes)])
        first = (self._row, opened.start())
        while True:
            if at >= len(line) or line[at] in "\r\n" and len(quotes) == 1 and not depth:
                more = self._line() if at >= len(line) else ""
                if not more:
                    place = ("<string>", first[0], first[1] + 1, line, first[0], first[1] + 1)
                    raise SyntaxError(f"unterminated {'triple-quoted ' * (len(quotes) > 1)}string literal", place)
                line, at = more, 0
                self._joined += more
            elif line[at] == "\\":
                at += 2 + (line[at + 1 : at + 3] == "\r\n")
            elif not depth and line.startswith(quotes, at):
                return at + len(quotes), line
            elif has_fields and line[at] in "{}":
                doubled = not depth and line[at : at + 2] in ("{{", "}}")
                depth = depth if doubled else max(0, depth + (1 if line[at] == "{" else -1))
                at += 1 + doubled
            elif depth and (inner := _START.match(line, at)) is not None and not inner.group(1).startswith(quotes):
                kept = self._joined
                at, line = self._string_end(line, inner)
                self._joined = kept if line == kept[-len(line) :] else kept + line
            else:
                at += 1
