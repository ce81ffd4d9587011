"""Shell commands on the session's own files: lists, pipes, redirections, loops and conditions.

What it is not: a shell's programs, which are those of `_kindling_programs`, or its grammar (`_kindling_grammar`). A
failure is told and sets the status, as in a shell: no Python error leaves a command. Start reading at `lines_of`.
"""

import os
import sys

import _kindling_builtins
import _kindling_programs
import _kindling_tests
from _kindling_expansion import counted, pattern_of, text_of, words_of
from _kindling_grammar import tree_of
from _kindling_programs import Failed
from _kindling_streams import Lines, Streams, opened, shown
from _kindling_words import NoShell


def say(sentence):
    """One sentence beside what the cell prints."""
    print(sentence, file=sys.stderr)


def lines_of(text, streams=False, arguments=(), merges=False):
    """What the commands print, line by line; where it `streams`, that is printed as it comes, and no lines are left.

    Where it `merges`, complaints are among the lines, as `x = !ls` has them.
    """
    places, environment = _place(), dict(os.environ)
    lines = Lines()
    shell = Shell(arguments)
    try:
        out = shown if streams else lines.append
        shell.merged = out if merges else None
        shell.run(text, Streams(None, out, out if merges else say, streams))
    finally:
        if places is not None:
            os.chdir(places)
        _restore(environment)
    sys.modules["__main__"].__dict__["_exit_code"] = shell.status
    return lines


def last_status():
    """How the last commands ended: 0 if well."""
    return sys.modules["__main__"].__dict__["_exit_code"]


def _place():
    """The folder that the session works in; None where it has been removed."""
    try:
        return os.getcwd()
    except OSError:
        return None


def _restore(environment):
    """What commands export ends with their line."""
    for name in [name for name in os.environ if name not in environment]:
        del os.environ[name]
    for name, value in environment.items():
        if os.environ.get(name) != value:
            os.environ[name] = value


def _first_line(text):
    first, _, rest = text.strip().partition("\n")
    return first + (" …" if rest else "")


class _Leave(Exception):
    """`break`, `continue`, `return` and `exit` on their way."""

    def __init__(self, kind, depth=1):
        super().__init__(kind)
        self.kind, self.depth = kind, depth


class Shell:
    """A script being run: its variables, functions and arguments, and how its last command has ended."""

    def __init__(self, arguments=(), functions=None):
        self.status, self.variables = 0, {}
        self.arguments, self.functions = list(arguments), functions or {}
        self.ends_on_failure, self._is_asked = False, 0
        # What takes complaints that are kept with what is printed: then a missing program is told of besides.
        self.merged = None

    def run(self, text, streams):
        """Runs a script; what cannot be read is told in one sentence."""
        try:
            self._do(tree_of(text), streams)
        except NoShell as error:
            self.status = 2
            streams.err(f"`{_first_line(text)}` was left out, as the shell here does not understand it: {error}.")
        except _Leave:
            pass
        except RecursionError:
            self.status = 1
            streams.err(f"`{_first_line(text)}` calls itself too often.")
        except Exception as error:
            # Whatever a line asks for, the cell goes on.
            self.status = 1
            streams.err(f"bash: `{_first_line(text)}`: {error}")

    def value_of(self, name):
        """The value of a name, and of `$1`, `$?`, `$#`, `$@`."""
        if name.isdigit():
            return self.arguments[int(name) - 1] if 0 < int(name) <= len(self.arguments) else "bash" * (name == "0")
        special = {"?": str(self.status), "#": str(len(self.arguments)), "$": str(os.getpid()), "!": ""}
        if name in ("@", "*"):
            return " ".join(self.arguments)
        return special.get(name) or self.variables.get(name, os.environ.get(name, ""))

    def printed_by(self, text):
        """What `$(…)` stands for."""
        lines, before = Lines(), _place()
        inner = Shell(self.arguments, self.functions)
        inner.variables = dict(self.variables)
        inner.run(text, Streams(None, lines.append, say, False))
        if before is not None:
            os.chdir(before)
        return "\n".join(lines)

    def _do(self, node, streams):
        return getattr(self, "_" + node.kind)(node, streams)

    def _list(self, node, streams):
        for at, (sign, pipe) in enumerate(node.items):
            if sign == "&&" and self.status or sign == "||" and not self.status:
                continue
            self._do(pipe, streams)
            is_followed = node.items[at + 1:] and node.items[at + 1][0] in ("&&", "||")
            if self.status and self.ends_on_failure and not (self._is_asked or is_followed or pipe.is_not):
                raise _Leave("exit")

    def _pipe(self, node, streams):
        given = streams.given
        for command in node.commands[:-1]:
            lines = Lines()
            self._redirected(command, Streams(given, lines.append, streams.err, False))
            given = lines
        self._redirected(node.commands[-1], Streams(given, streams.out, streams.err, streams.is_direct))
        if node.is_not:
            self.status = int(not self.status)

    def _redirected(self, command, streams):
        """Runs a command with the files that it names in the place of the streams."""
        files = []
        try:
            for sign, word in command.redirections:
                streams = opened(sign, None if word is None else text_of(word, self), streams, files)
            self._do(command, streams)
        except OSError as error:
            self.status = 1
            streams.err(f"bash: {error.filename}: {error.strerror}" if error.filename else f"bash: {error}")
        finally:
            for file in files:
                # What a program that is not here would have written is missing, and not empty.
                file.close(is_kept=self.status != 127)

    def _group(self, node, streams):
        if not node.is_apart:
            return self._do(node.body, streams)
        before, variables, asked = _place(), dict(self.variables), self.ends_on_failure
        try:
            self._do(node.body, streams)
        except _Leave as leave:
            if leave.kind != "exit":
                raise
        finally:
            self.variables, self.ends_on_failure = variables, asked
            if before is not None:
                os.chdir(before)

    def _definition(self, node, streams):
        self.functions[node.name] = node.body
        self.status = 0

    def _for(self, node, streams):
        words = self.arguments if node.words is None else [each for word in node.words for each in words_of(word, self)]
        self.status = 0
        for word in words:
            self.variables[node.name] = word
            if self._once(node.body, streams):
                break

    def _counting(self, node, streams):
        start, condition, step = node.sums
        counted(start, self)
        self.status = 0
        while counted(condition, self) and not self._once(node.body, streams):
            counted(step, self)

    def _sum(self, node, streams):
        self.status = int(not counted(node.text, self))

    def _while(self, node, streams):
        status = 0
        while (self._holds(node.condition, streams)) != node.is_until:
            is_left = self._once(node.body, streams)
            status = self.status
            if is_left:
                break
        self.status = status

    def _once(self, body, streams):
        """Runs a loop's body; whether the loop is left."""
        try:
            self._do(body, streams)
        except _Leave as leave:
            if leave.kind not in ("break", "continue"):
                raise
            if leave.depth > 1:
                raise _Leave(leave.kind, leave.depth - 1) from None
            return leave.kind == "break"
        return False

    def _holds(self, condition, streams):
        self._is_asked += 1
        try:
            self._do(condition, streams)
        finally:
            self._is_asked -= 1
        return self.status == 0

    def _if(self, node, streams):
        for condition, body in node.branches:
            if self._holds(condition, streams):
                return self._do(body, streams)
        self.status = 0
        return node.otherwise and self._do(node.otherwise, streams)

    def _case(self, node, streams):
        import fnmatch

        word = text_of(node.word, self)
        self.status = 0
        for patterns, body in node.branches:
            if any(fnmatch.fnmatchcase(word, pattern_of(pattern, self)) for pattern in patterns):
                return self._do(body, streams)
        return None

    def _test(self, node, streams):
        self.status = int(not _kindling_tests.holds_in_brackets(node.parts, self))

    def _simple(self, node, streams):
        words, settings = list(node.words), {}
        while words and _name_set(words[0]):
            name, value = _name_set(words.pop(0))
            settings[name] = text_of(value, self)
        words = [each for word in words for each in words_of(word, self)]
        if words:
            return self._with(settings, words, streams)
        self.variables.update(settings)
        os.environ.update((name, value) for name, value in settings.items() if name in os.environ)
        self.status = 0
        return None

    def _with(self, settings, words, streams):
        """Calls a command; what is set before it on its line holds for it alone."""
        before = dict(os.environ)
        os.environ.update(settings)
        try:
            self.call(words, streams)
        finally:
            if settings:
                _restore(before)

    def call(self, words, streams):
        """Runs a function, a command of the shell itself, or a program."""
        name, rest = words[0], words[1:]
        if name in self.functions:
            return self._function(self.functions[name], rest, streams)
        own = _kindling_builtins.COMMANDS.get(name)
        if own is not None:
            self.status = own(self, rest, streams) or 0
            return None
        program = _kindling_programs.of(name)
        if program is None and "/" in name and os.path.isfile(name):
            return self.call(["python" if name.endswith(".py") else "bash", *words], streams)
        if program is None:
            self.status = 127
            reason = _kindling_programs.reason(name, " ".join(words))
            if streams.err is self.merged:
                say(reason)
            return streams.err(reason)
        return self._program(program, name, rest, streams)

    def _function(self, body, arguments, streams):
        before, self.arguments = self.arguments, arguments
        try:
            self._redirected(body, streams)
        except _Leave as leave:
            if leave.kind != "return":
                raise
        finally:
            self.arguments = before

    def _program(self, program, name, words, streams):
        self.status = 0
        try:
            with streams.of_python():
                lines = program(words, streams.left(), streams.err, streams.is_direct)
        except Failed as failed:
            self.status, lines = failed.status, failed.lines
        except OSError as error:
            self.status, lines = 1, []
            streams.err(f"{name}: {error.filename}: {error.strerror}" if error.filename else f"{name}: {error}")
        except Exception as error:
            # A program of a shell takes nobody with it, whatever it is given.
            self.status, lines = 1, []
            streams.err(f"{name}: {error}")
        for line in lines:
            streams.out(line)

    def leave(self, kind, depth=1):
        """Ends a loop, a function or the script.

        Raises:
            _Leave: always.
        """
        raise _Leave(kind, depth)


def _name_set(word):
    """The name and the value of `name=value`; None for other words."""
    name, sign, value = word.partition("=")
    return (name, type(word)(value)) if sign and name.isidentifier() else None
