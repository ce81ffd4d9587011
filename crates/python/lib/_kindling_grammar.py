"""Commands of a shell as a tree: lists, pipes, loops, conditions, functions.

What it is not: their running (`_kindling_commands`). A node is a namespace whose `kind` says what it is. Start reading at
`tree_of`.
"""

import re
from types import SimpleNamespace as Node

from _kindling_words import NoShell, Sign, Sum, Word, parts_of

_REDIRECTIONS = re.compile(r"\d?>>|\d?>&?\d?|&>>?|<<<|<<-?|<")
# Words that end the list before them.
_CLOSING = {"do", "done", "then", "elif", "else", "fi", "esac", "}"}


def tree_of(text):
    """The text's commands.

    Raises:
        NoShell: for what is no command.
    """
    reader = _Reader(parts_of(text))
    tree = reader.commands()
    if reader.at < len(reader.parts):
        raise NoShell(f"`{reader.parts[reader.at]}` is not expected")
    return tree


class _Reader:
    """Parts, and how far they are read."""

    def __init__(self, parts):
        self.parts, self.at = parts, 0

    def _next(self):
        return self.parts[self.at] if self.at < len(self.parts) else None

    def _is_sign(self, *signs):
        return isinstance(self._next(), Sign) and self._next() in signs

    def _is_word(self, *words):
        return isinstance(self._next(), Word) and self._next() in words

    def _take(self):
        self.at += 1
        return self.parts[self.at - 1]

    def _expect(self, part):
        if self._next() != part:
            raise NoShell(f"`{part}` is missing")
        self.at += 1

    def _skip_lines(self):
        while self._is_sign("\n"):
            self.at += 1

    def _word(self):
        if not isinstance(self._next(), str) or isinstance(self._next(), Sign):
            raise NoShell("a word is missing")
        return self._take()

    def commands(self):
        """A list of pipes, each with the sign before it, up to what closes it."""
        items, sign = [], ";"
        while self._next() is not None and not self._is_word(*_CLOSING) and not self._is_sign(")", ";;"):
            if self._is_sign(";", "&", "\n"):
                sign = ";" if sign not in ("&&", "||") or self._next() != "\n" else sign
                self.at += 1
            elif self._is_sign("&&", "||"):
                sign = self._take()
            else:
                items.append((sign, self._pipe()))
                sign = ";"
                self._expect_end()
        return Node(kind="list", items=items)

    def _expect_end(self):
        """A pipe ends where another begins."""
        is_end = self._is_sign(";", ";;", "&", "&&", "||", "\n", ")") or self._is_word(*_CLOSING)
        if self._next() is not None and not is_end:
            lists = self._is_sign("(") and self.parts[self.at - 1][-1:] == "="
            raise NoShell("lists are not built here" if lists else f"`{self._next()}` is not expected")

    def _pipe(self):
        is_not = self._is_word("!")
        self.at += is_not
        commands = [self._command()]
        while self._is_sign("|"):
            self.at += 1
            self._skip_lines()
            commands.append(self._command())
        return Node(kind="pipe", commands=commands, is_not=is_not)

    def _command(self):
        if self._is_sign("("):
            self.at += 1
            node = Node(kind="group", body=self.commands(), is_apart=True)
            self._expect(")")
        elif isinstance(self._next(), Sum):
            node = Node(kind="sum", text=self._take())
        elif self._is_word("select", "coproc"):
            raise NoShell(f"`{self._next()}` is not built here")
        elif self._is_word(*_COMPOUND):
            node = _COMPOUND[self._take()](self)
        elif self._is_definition():
            return self._definition()
        else:
            return self._simple()
        node.redirections = []
        while self._redirection(node.redirections):
            pass
        return node

    def _redirection(self, found):
        """Takes one up, if there is one."""
        if not isinstance(self._next(), Sign) or not _REDIRECTIONS.fullmatch(self._next()):
            return False
        sign = self._take()
        if sign == "<" and self._is_sign("("):
            raise NoShell("`<(` is not built here; `command | while read …` reads what a command prints")
        found.append((sign, None if re.fullmatch(r"\d?>&\d", sign) else self._word()))
        return True

    def _simple(self):
        words, redirections = [], []
        while self._next() is not None:
            if self._redirection(redirections):
                continue
            if isinstance(self._next(), Sign):
                break
            words.append(self._take())
        if not words and not redirections:
            raise NoShell(f"`{self._next() or 'a command'}` is not expected there".replace("\n", "the line's end"))
        return Node(kind="simple", words=words, redirections=redirections)

    def _is_definition(self):
        after = self.parts[self.at + 1:self.at + 3]
        return self._is_word("function") or len(after) == 2 and all(
            isinstance(part, Sign) and part == sign for part, sign in zip(after, "()"))

    def _definition(self):
        self.at += self._is_word("function")
        name = self._word()
        if self._is_sign("("):
            self.at += 1
            self._expect(")")
        self._skip_lines()
        return Node(kind="definition", name=name, body=self._command(), redirections=[])

    def _block(self, start, *ends):
        """The commands between two words."""
        self._skip_lines()
        self._expect(start)
        body = self.commands()
        if not self._is_word(*ends):
            raise NoShell(f"`{ends[0]}` is missing")
        return body

    def _for(self):
        if isinstance(self._next(), Sum):
            return self._counting()
        name, words = self._word(), None
        self._skip_lines()
        if self._is_word("in"):
            self.at += 1
            words = []
            while isinstance(self._next(), Word):
                words.append(self._take())
        return Node(kind="for", name=name, words=words, body=self._body())

    def _counting(self):
        """`for ((i = 0; i < 3; i++))`."""
        sums = self._take().split(";")
        if len(sums) != 3:
            raise NoShell("`for ((` takes three sums")
        return Node(kind="counting", sums=sums, body=self._body())

    def _body(self):
        while self._is_sign(";", "\n"):
            self.at += 1
        body = self._block("do", "done")
        self.at += 1
        return body

    def _while(self, is_until):
        condition = self.commands()
        return Node(kind="while", condition=condition, body=self._body(), is_until=is_until)

    def _if(self):
        branches, otherwise = [], None
        word = "if"
        while word in ("if", "elif"):
            condition = self.commands()
            branches.append((condition, self._block("then", "fi", "elif", "else")))
            word = self._take()
        if word == "else":
            otherwise = self.commands()
            self._expect("fi")
        return Node(kind="if", branches=branches, otherwise=otherwise)

    def _case(self):
        word, branches = self._word(), []
        self._skip_lines()
        self._expect("in")
        self._skip_lines()
        while not self._is_word("esac"):
            self.at += self._is_sign("(")
            patterns = [self._word()]
            while self._is_sign("|"):
                self.at += 1
                patterns.append(self._word())
            self._expect(")")
            branches.append((patterns, self.commands()))
            self.at += self._is_sign(";;")
            self._skip_lines()
        self.at += 1
        return Node(kind="case", word=word, branches=branches)

    def _group(self):
        body = self.commands()
        self._expect("}")
        return Node(kind="group", body=body, is_apart=False)

    def _test(self):
        parts = []
        while not self._is_word("]]"):
            if self._next() is None:
                raise NoShell("`]]` is missing")
            parts.append(self._take())
        self.at += 1
        return Node(kind="test", parts=parts)


_COMPOUND = {
    "for": _Reader._for,
    "while": lambda reader: reader._while(False),
    "until": lambda reader: reader._while(True),
    "if": _Reader._if,
    "case": _Reader._case,
    "{": _Reader._group,
    "[[": _Reader._test,
}
