"""The programs of shell lines that pick among lines: `cat`, `head`, `grep`, `sort`, `wc` and their kin.

What it is not: programs that work on files (`_kindling_programs`, which says what a program takes). Start reading at
`given_lines`.
"""

import os
import re


class Failed(Exception):
    """A program that has ended without success, with that status; `lines` is what it has printed."""

    def __init__(self, lines=(), status=1):
        super().__init__()
        self.lines, self.status = list(lines), status


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


def _count(words):
    """Of `head` and `tail`: the number behind `-n` or `-c`, or `-5`; whether characters are counted; the paths."""
    count, is_characters, paths, words = "10", False, [], list(words)
    while words:
        word = words.pop(0)
        if word[:2] in ("-n", "-c"):
            is_characters = word[1] == "c"
            count = word[2:] or (words.pop(0) if words else "10")
        elif re.fullmatch(r"-\d+", word):
            count = word[1:]
        elif word[:1] != "-" or word == "-":
            paths.append(word)
    return count, is_characters, paths


def _pieces(piece):
    """Of each file that piece of its lines or characters, under its name where there are several."""
    def program(words, given, tell, streams):
        count, is_characters, paths = _count(words)
        lines = []
        for path in paths or [None]:
            text = given_lines([] if path is None else [path], given)
            if is_characters:
                part = piece("".join(line + "\n" for line in text), count)
                part = part.removesuffix("\n").split("\n")
            else:
                part = piece(text, count)
            lines += ([""] * bool(lines) + [f"==> {path} <=="] if len(paths) > 1 else []) + part
        return lines

    return program


def _first(values, count):
    """`head`: so many, or all but the last so many (`-n -2`)."""
    return values[:int(count)]


def _last(values, count):
    """`tail`: so many, or those from a place on (`-n +2`)."""
    if count[:1] == "+":
        return values[max(int(count) - 1, 0):]
    return values[-abs(int(count)):] if int(count) else values[:0]


def _word_counts(options, paths, given, tell):
    texts = [(_text_of(path), path) for path in paths] or [("".join(line + "\n" for line in given or []), "")]
    counts = [({"l": text.count("\n"), "w": len(text.split()), "c": len(text.encode())}, path) for text, path in texts]
    if len(counts) > 1:
        counts.append(({sign: sum(count[sign] for count, _ in counts) for sign in "lwc"}, "total"))
    asked = [sign for sign in "lwc" if not options or has(options, sign)]
    width = len(str(counts[-1][0]["c"])) if len(counts) > 1 else 0
    return [" ".join([f"{count[sign]:>{width}}" for sign in asked] + [path] * bool(path)) for count, path in counts]


def _grep(options, words, given, tell):
    """`grep`, with `-i -v -c -n -l -o -q -w -h -H -r -E -F -e`."""
    pattern, paths = words[0] if words else "", words[1:]
    unknown = [option for option in options if not re.fullmatch("-[ivcnloqwhHrREFePsa]+|--color(=.*)?", option)]
    if unknown:
        tell(f"grep: {unknown[0]} is not built here")
        raise Failed(status=2)
    flags = re.IGNORECASE if has(options, "i") else 0
    pattern = re.escape(pattern) if has(options, "F") else pattern
    search = re.compile(rf"\b(?:{pattern})\b" if has(options, "w") else pattern, flags)
    is_deep = has(options, "r") or has(options, "R")
    if is_deep:
        paths = [path for root in paths or ["."] for path in walked(root) if os.path.isfile(path)]
    sources = [(path, _readable(path, is_deep, tell)) for path in paths] if paths or is_deep else [(None, given or [])]
    is_named = (len(sources) > 1 or is_deep or has(options, "H")) and not has(options, "h")
    lines = [line for path, text in sources for line in _found(search, path, text, options, is_named)]
    if not lines or has(options, "c") and all(line.endswith("0") for line in lines):
        raise Failed(lines)
    return [] if has(options, "q") else lines


def _readable(path, is_skipped, tell):
    """The file's lines; none where it cannot be read, which is told unless such files may be skipped."""
    try:
        return _text_of(path).splitlines()
    except UnicodeDecodeError:
        return []
    except OSError as error:
        if not is_skipped:
            tell(f"grep: {path}: {error.strerror}")
        return []


def _found(search, path, text, options, is_named):
    """What `grep` prints of one file."""
    found = [(number, line) for number, line in enumerate(text, 1) if bool(search.search(line)) != has(options, "v")]
    before = f"{path}:" if path and is_named else ""
    if has(options, "l"):
        return [path or "(standard input)"] if found else []
    if has(options, "c"):
        return [f"{before}{len(found)}"]
    if has(options, "o"):
        found = [(number, piece[0]) for number, line in found for piece in search.finditer(line) if piece[0]]
    return [f"{before}{number}:{line}" if has(options, "n") else before + line for number, line in found]


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
    "wc": _word_counts,
    "grep": _grep,
    "sort": _sort,
    "uniq": _unique,
    "tee": _tee,
}
# Those that tell their options from other words themselves.
PIECES = {"head": _pieces(_first), "tail": _pieces(_last)}
