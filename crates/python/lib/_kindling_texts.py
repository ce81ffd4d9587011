"""The programs of shell lines that pick among lines: `cat`, `head`, `grep`, `sort`, `wc` and their kin.

What it is not: programs that work on files (`_kindling_programs`, which says what a program takes). Start reading at
`given_lines`.
"""

import os
import re


class Failed(Exception):
    """A program that has ended without success; `lines` is what it has printed."""

    def __init__(self, lines=()):
        super().__init__()
        self.lines = list(lines)


def has(options, letter):
    return any(letter in option for option in options if not option.startswith("--"))


def walked(root):
    yield root
    if os.path.isdir(root):
        for name in sorted(os.listdir(root)):
            yield from walked(os.path.join(root, name))


def _text_of(path):
    with open(path) as file:
        return file.read()


def given_lines(paths, given):
    """The lines of the files, or those that came through the pipe."""
    if not paths:
        return given or []
    return [line for path in paths for line in _text_of(path).splitlines()]


def _contents(options, paths, given, tell):
    lines = given_lines(paths, given)
    return [f"{number:>6}\t{line}" for number, line in enumerate(lines, 1)] if has(options, "n") else lines


def _count(options, words):
    """Of `head` and `tail`: `-5`, or `-n 5`, whose 5 stands among the words."""
    digits = "".join(sign for sign in "".join(options) if sign.isdigit())
    if digits:
        return int(digits), words
    if "-n" in options and words:
        return int(words[0]), words[1:]
    return 10, words


def _pieces(options, paths, given, piece):
    """Of each file that piece of its lines, under its name where there are several."""
    count, paths = _count(options, paths)
    if len(paths) < 2:
        return piece(given_lines(paths, given), count)
    lines = []
    for path in paths:
        lines += [""] * bool(lines) + [f"==> {path} <==", *piece(given_lines([path], None), count)]
    return lines


def _head(options, paths, given, tell):
    return _pieces(options, paths, given, lambda lines, count: lines[:count])


def _tail(options, paths, given, tell):
    return _pieces(options, paths, given, lambda lines, count: lines[-count:] if count else [])


def _word_counts(options, paths, given, tell):
    texts = [(_text_of(path), path) for path in paths] or [("".join(line + "\n" for line in given or []), "")]
    counts = [({"l": text.count("\n"), "w": len(text.split()), "c": len(text.encode())}, path) for text, path in texts]
    if len(counts) > 1:
        counts.append(({sign: sum(count[sign] for count, _ in counts) for sign in "lwc"}, "total"))
    asked = [sign for sign in "lwc" if not options or has(options, sign)]
    width = len(str(counts[-1][0]["c"])) if len(counts) > 1 else 0
    return [" ".join([f"{count[sign]:>{width}}" for sign in asked] + [path] * bool(path)) for count, path in counts]


def _grep(options, words, given, tell):
    pattern, paths = words[0] if words else "", words[1:]
    flags = re.IGNORECASE if has(options, "i") else 0
    search = re.compile(re.escape(pattern) if has(options, "F") else pattern, flags).search
    if has(options, "r") or has(options, "R"):
        paths = [path for root in paths or ["."] for path in walked(root) if os.path.isfile(path)]
    sources = [(path, _text_of(path).splitlines()) for path in paths] if paths else [(None, given or [])]
    lines = []
    for path, text in sources:
        found = [(number, line) for number, line in enumerate(text, 1) if bool(search(line)) != has(options, "v")]
        before = f"{path}:" if path and len(sources) > 1 else ""
        if has(options, "c"):
            lines.append(f"{before}{len(found)}")
        else:
            numbered = has(options, "n")
            lines += [f"{before}{number}:{line}" if numbered else before + line for number, line in found]
    if not lines:
        raise Failed
    return lines


def _sort(options, paths, given, tell):
    def number(line):
        found = re.match(r"\s*(-?\d+(?:\.\d*)?)", line)
        return float(found[1]) if found else 0.0

    lines = sorted(given_lines(paths, given), key=number if has(options, "n") else None, reverse=has(options, "r"))
    return list(dict.fromkeys(lines)) if has(options, "u") else lines


def _unique(options, paths, given, tell):
    runs = []
    for line in given_lines(paths, given):
        if runs and runs[-1][1] == line:
            runs[-1][0] += 1
        else:
            runs.append([1, line])
    return [f"{count:>7} {line}" if has(options, "c") else line for count, line in runs]


def _tee(options, paths, given, tell):
    for path in paths:
        with open(path, "a" if has(options, "a") else "w") as file:
            file.writelines(line + "\n" for line in given or [])
    return given or []


PROGRAMS = {
    "cat": _contents,
    "more": _contents,
    "less": _contents,
    "head": _head,
    "tail": _tail,
    "wc": _word_counts,
    "grep": _grep,
    "sort": _sort,
    "uniq": _unique,
    "tee": _tee,
}
