"""The programs of shell lines that change lines on their way through a pipe: `tr`, `cut`, `sed`, `awk`, `diff`.

What it is not: `sed` and `awk` as languages: of both there is what pipes use most, and the rest is refused by name. Start
reading at `FILTERS`.
"""

import re

from _kindling_texts import Failed, given_lines


def _refused(tell, name, what):
    tell(f"{name}: {what} is not built here")
    raise Failed


def _set_of(text):
    """The characters of `a-z`, `[:upper:]`, `\\n`."""
    for name, signs in (("upper", "A-Z"), ("lower", "a-z"), ("digit", "0-9"), ("space", " \t\n"), ("alpha", "A-Za-z"),
                        ("alnum", "A-Za-z0-9"), ("punct", "!-/:-@[-`{-~")):
        text = text.replace(f"[:{name}:]", signs)
    text = text.replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\")
    return re.sub("(.)-(.)", lambda ends: "".join(map(chr, range(ord(ends[1]), ord(ends[2]) + 1))), text, flags=re.S)


def _translate(words, given, tell, streams):
    options = "".join(word[1:] for word in words if word[:1] == "-" and len(word) > 1)
    sets = [_set_of(word) for word in words if word[:1] != "-" or len(word) < 2]
    text = "".join(line + "\n" for line in given or [])
    if not sets or not set(options) <= set("dsc") or len(sets) < 2 and not options:
        _refused(tell, "tr", " ".join(words) or "no set")
    chosen = [sign for sign in dict.fromkeys(text) if sign not in sets[0]] if "c" in options else sets[0]
    if "d" in options:
        return "".join(sign for sign in text if sign not in chosen).splitlines()
    if len(sets) > 1:
        target = sets[1] + sets[1][-1:] * max(len(chosen) - len(sets[1]), 0)
        table = dict(zip(chosen, target))
        text = "".join(table.get(sign, sign) for sign in text)
    if "s" in options:
        text = re.sub(f"([{re.escape(sets[-1])}])\\1+", r"\1", text)
    return text.removesuffix("\n").split("\n") if text else []


def _valued(words, letters):
    """Options that a value follows, by letter, and the other words."""
    values, rest, words = {}, [], list(words)
    while words:
        word = words.pop(0)
        if word[:1] == "-" and word[1:2] in letters and len(word) > 1:
            values[word[1]] = word[2:] or (words.pop(0) if words else "")
        else:
            rest.append(word)
    return values, rest


def _cut(words, given, tell, streams):
    values, rest = _valued(words, "dfc")
    paths = [word for word in rest if word[:1] != "-"]
    asked = values.get("f") or values.get("c")
    if not asked or len(paths) < len(rest):
        _refused(tell, "cut", " ".join(words) or "no list")
    mark = values.get("d", "\t")
    lines = []
    for line in given_lines(paths, given):
        parts = line.split(mark) if "f" in values else list(line)
        between = mark if "f" in values else ""
        is_whole = "f" in values and len(parts) < 2
        lines.append(line if is_whole else between.join(part for at, part in enumerate(parts, 1) if _is_asked(at, asked)))
    return lines


def _is_asked(number, asked):
    """Whether a number is in `1,3-5,7-`."""
    for piece in asked.split(","):
        first, dash, last = piece.partition("-")
        if int(first or 1) <= number and (number <= int(last) if last else dash or number == int(first)):
            return True
    return False


def _pattern(text, is_extended):
    """A pattern of `sed` as Python has it: without `-E` brackets and `+` are signs unless a backslash stands before."""
    if is_extended:
        return text
    return re.sub(r"\\([(){}+?|])|([(){}+?|])", lambda found: found[1] or "\\" + found[2], text)


def _sed(words, given, tell, streams):
    """`sed`: `s/a/b/g`, `3d`, `/a/d`, `-n 2,4p`."""
    scripts, rest, is_silent, is_extended, is_inside = [], [], False, False, False
    words = list(words)
    while words:
        word = words.pop(0)
        if word == "-e" and words:
            scripts.append(words.pop(0))
        elif re.fullmatch("-[nErzi]+", word):
            is_silent, is_extended = is_silent or "n" in word, is_extended or "E" in word or "r" in word
            is_inside = is_inside or "i" in word
        elif word[:1] == "-":
            _refused(tell, "sed", word)
        else:
            rest.append(word)
    if not scripts:
        scripts, rest = rest[:1], rest[1:]
    steps = [_step(part, is_extended, tell) for script in scripts for part in _parted(script)]
    if not is_inside:
        return _edited(given_lines(rest, given), steps, is_silent)
    for path in rest:
        lines = _edited(given_lines([path], None), steps, is_silent)
        with open(path, "w") as file:
            file.writelines(line + "\n" for line in lines)
    return []


def _parted(script):
    """`s/a/b/;3d` as two steps."""
    return [part for part in re.split(r";(?=\s*(?:s\W|[\d$/]|p|d))", script) if part.strip()]


_PLACES = re.compile(r"\s*(?:(\d+|\$|/(?:\\.|[^/])*/)(?:,(\d+|\$|/(?:\\.|[^/])*/))?)?\s*(.*)", re.S)


def _step(script, is_extended, tell):
    """Where a step holds, and what it does to a line."""
    first, last, command = _PLACES.fullmatch(script).groups()
    command = command.strip()
    if command in ("p", "d"):
        return first, last, command, None
    if command[:1] != "s" or len(command) < 2:
        _refused(tell, "sed", f"`{script}`")
    mark = re.escape(command[1])
    found = re.fullmatch(rf"s{mark}((?:\\.|[^\\])*?){mark}((?:\\.|[^\\])*?){mark}([gip\d]*)", command, re.S | re.I)
    if not found:
        _refused(tell, "sed", f"`{script}`")
    flags = re.IGNORECASE if "i" in found[3].lower() else 0
    search = re.compile(_pattern(found[1].replace("\\" + command[1], command[1]), is_extended), flags)
    new = re.sub(r"(?<!\\)&", r"\\g<0>", found[2].replace("\\" + command[1], command[1])).replace("\\&", "&")
    count = 0 if "g" in found[3] else 1
    return first, last, "s", lambda line: search.sub(new, line, count=count)


def _edited(lines, steps, is_silent):
    out, open_ranges = [], set()
    for number, line in enumerate(lines, 1):
        is_kept = True
        for at, (first, last, command, change) in enumerate(steps):
            if not _holds(at, first, last, number, line, len(lines), open_ranges):
                continue
            if command == "s":
                line = change(line)
            elif command == "p":
                out.append(line)
            else:
                is_kept = False
                break
        if is_kept and not is_silent:
            out.append(line)
    return out


def _holds(at, first, last, number, line, count, open_ranges):
    """Whether a step holds for that line; a range that has begun holds up to its end."""
    def is_at(place):
        if place[0] == "/":
            return re.search(place[1:-1], line) is not None
        return number == (count if place == "$" else int(place))

    if first is None:
        return True
    if last is None:
        return is_at(first)
    if at in open_ranges:
        if is_at(last):
            open_ranges.discard(at)
        return True
    if is_at(first):
        if not (last.isdigit() and int(last) <= number):
            open_ranges.add(at)
        return True
    return False


# Which lines, and what of them is printed.
_AWK = re.compile(r"\s*(?:/((?:\\.|[^/])*)/|NR\s*==\s*(\d+))?\s*(?:\{\s*print\s*([^{}]*?);?\s*\})?\s*")


def _awk(words, given, tell, streams):
    """`awk '{print $1, $NF}'`, also behind `/pattern/` and with `-F`."""
    values, rest = _valued(words, "F")
    found = _AWK.fullmatch(rest[0]) if rest else None
    parts = [part for part in re.split(r"""(,)|("[^"]*")|\s+""", found[3] or "$0") if part] if found else []
    if not found or not all(re.fullmatch(r'\$\w+|"[^"]*"|NR|NF|,', part) for part in parts):
        _refused(tell, "awk", f"`{rest[0] if rest else ''}`")
    pattern, number, mark = found[1], found[2], values.get("F")
    lines = []
    for at, line in enumerate(given_lines(rest[1:], given), 1):
        if pattern is not None and not re.search(pattern, line) or number and at != int(number):
            continue
        fields = line.split() if mark in (None, " ") else line.split(mark)
        lines.append("".join(_awk_value(part, line, fields, at) for part in parts))
    return lines


def _awk_value(part, line, fields, at):
    if part[0] == '"':
        return part[1:-1]
    if part in (",", "$0"):
        return " " if part == "," else line
    if part in ("NR", "NF"):
        return str(at if part == "NR" else len(fields))
    number = len(fields) if part == "$NF" else int(part[1:])
    return fields[number - 1] if 0 < number <= len(fields) else ""


def _differences(words, given, tell, streams):
    """`diff`: as `diff -u` writes it, or only whether there are any (`-q`)."""
    import difflib

    paths = [word for word in words if word[:1] != "-"]
    if len(paths) != 2:
        _refused(tell, "diff", f"`{' '.join(words)}`")
    texts = [given_lines([path], None) for path in paths]
    if texts[0] == texts[1]:
        return []
    if "-q" in words:
        raise Failed([f"Files {paths[0]} and {paths[1]} differ"])
    raise Failed(difflib.unified_diff(*texts, *paths, lineterm=""))


def _per_line(change):
    return lambda words, given, tell, streams: change(given_lines([word for word in words if word[:1] != "-"], given))


FILTERS = {
    "tr": _translate,
    "cut": _cut,
    "sed": _sed,
    "awk": _awk,
    "diff": _differences,
    "rev": _per_line(lambda lines: [line[::-1] for line in lines]),
    "tac": _per_line(lambda lines: lines[::-1]),
    "nl": _per_line(lambda lines: [f"{number:>6}\t{line}" for number, line in enumerate(lines, 1)]),
}
