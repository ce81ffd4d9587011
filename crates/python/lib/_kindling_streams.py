"""Where a shell's command reads and writes: the cell, a list of lines, a pipe, a file.

What it is not: `sys.stdout`, though what a Python program prints there goes the same way. Start reading at `opened`.
"""

import contextlib
import os
import sys


class Unended(str):
    """A line that no line end follows, as `echo -n` prints it."""


class Lines(list):
    """Lines that are kept; what follows one without an end stands behind it."""

    def append(self, line):
        if self and isinstance(self[-1], Unended):
            line = type(line)(self.pop() + line)
        super().append(line)


def ended(text):
    """A text's lines; the last one says if no line end follows it."""
    *lines, rest = text.split("\n")
    return lines + [Unended(rest)] * bool(rest)


def joined(lines):
    """Lines as one text."""
    return "".join(line if isinstance(line, Unended) else line + "\n" for line in lines)


def shown(line):
    """Prints a line into the cell."""
    print(line, end="" if isinstance(line, Unended) else "\n")


class Streams:
    """The lines `given`, and what takes a line printed (`out`) and a complaint (`err`).

    Where it `is_direct`, lines go to the cell, and a Python program may print there itself.
    """

    def __init__(self, given, out, err, is_direct):
        self.given, self.out, self.err, self.is_direct = given, out, err, is_direct

    def left(self):
        """The lines that `read` has left of those given; None where none are given."""
        return None if self.given is None else list(self.given)

    @contextlib.contextmanager
    def of_python(self):
        """Has what a Python program writes to `sys.stderr` go where complaints go, and text that was begun end."""
        if getattr(self.err, "__name__", "") == "say":
            yield
            return
        writer = _Writer(self.err)
        before, sys.stderr = sys.stderr, writer
        try:
            yield
        finally:
            sys.stderr = before
            writer.end()


class _Writer:
    """A file for text, which passes on whole lines."""

    encoding = "utf-8"

    def __init__(self, take):
        self._take, self._begun = take, ""

    def write(self, text):
        *lines, self._begun = (self._begun + text).split("\n")
        for line in lines:
            self._take(line)
        return len(text)

    def flush(self):
        """Lines go on when they end."""

    def isatty(self):
        return False

    def end(self):
        if self._begun:
            self._take(self._begun)
            self._begun = ""


class _File:
    """A file that takes lines."""

    def __init__(self, name, mode):
        self._name, self._is_new = name, not os.path.exists(name)
        self._file = open(name, mode)

    def __call__(self, line):
        self._file.write(line if isinstance(line, Unended) else line + "\n")

    def close(self, is_kept):
        """Ends the writing; an empty file that was made for nothing need not be kept."""
        self._file.close()
        if not is_kept and self._is_new and not os.path.getsize(self._name):
            os.remove(self._name)


def _nowhere(line):
    """`/dev/null`."""


def opened(sign, name, streams, files):
    """The streams with one of them in another place; a file that is opened for it joins `files`.

    Raises:
        OSError: if the file cannot be opened.
    """
    given, out, err, is_direct = streams.given, streams.out, streams.err, streams.is_direct
    if sign in ("<<", "<<-", "<<<"):
        return Streams(name.split("\n") if name or sign == "<<<" else [], out, err, is_direct)
    if sign == "<":
        return Streams(_lines_in(name), out, err, is_direct)
    if name is None:
        return _joined(sign, streams)
    place = _place(name, "a" if ">>" in sign else "w", streams, files)
    if sign[0] == "&" or sign == ">&":
        return Streams(given, place, place, False)
    return Streams(given, out, place, is_direct) if sign[0] == "2" else Streams(given, place, err, False)


def _joined(sign, streams):
    """`2>&1` and `>&2`."""
    given, out, err, is_direct = streams.given, streams.out, streams.err, streams.is_direct
    if sign[0] == "2" and sign[-1] == "1":
        return Streams(given, out, out, is_direct)
    return Streams(given, err, err, False) if sign[0] in ">1" and sign[-1] == "2" else streams


def _lines_in(name):
    if name == "/dev/null":
        return []
    with open(name, errors="replace") as file:
        return file.read().splitlines()


def _place(name, mode, streams, files):
    if name in ("/dev/null", "-"):
        return _nowhere
    if name in ("/dev/stdout", "/dev/stderr"):
        return streams.out if name.endswith("out") else streams.err
    file = _File(name, mode)
    files.append(file)
    return file
