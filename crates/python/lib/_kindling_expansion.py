"""What a shell's word stands for: quotes taken off, names, sums and commands filled in, patterns of files.

What it is not: `{expression}` of IPython, which is filled in before (`_kindling_filling`). Start reading at `words_of`.
"""

import fnmatch
import glob
import os
import re

from _kindling_words import Document, NoShell, piece_end

_NAME = re.compile(r"\$(\w+|[?#@*$!])")
_BRACED = re.compile(r"(#?)([A-Za-z_]\w*|[\d?#@*])(?:(:?[-=+](?! )|%%?|##?|//?|\^\^?|,,?|:)(.*))?", re.S)
_SUM = re.compile(r"[\d\s()+\-*/%<>=!&|?:]+")
_CHOICE = re.compile(r"([^?:()]+)\?([^?:]+):([^?:]+)")
_LIST = re.compile(r"\{([^{}\s]*,[^{}\s]*|-?\d+\.\.-?\d+|[A-Za-z]\.\.[A-Za-z])\}")
_SET = re.compile(r"\s*(\w+)\s*(\+\+|--|[-+*/%]?=(?!=))\s*(.*)|\s*(\+\+|--)(\w+)\s*", re.S)
# Stands for a sign in quotes while a word is put together: such a one is no pattern, and parts no words.
_QUOTED = {sign: chr(0xE000 + number) for number, sign in enumerate("*?[] \t\n~\\{},")}
_PLAIN = {quoted: sign for sign, quoted in _QUOTED.items()}


def words_of(word, shell):
    """The words that a word stands for."""
    if isinstance(word, Document):
        return [text_of(word, shell)]
    if word == '"$@"':
        return list(shell.arguments)
    found = []
    for each in _listed(_marked(word)):
        filled = _filled(each, shell)
        is_bare = filled == each or not re.search(r"[ \t\n]|^$", filled)
        pieces = [filled] if is_bare or "\0" in each else filled.split()
        for piece in pieces:
            found += _files(piece)
    return found


def text_of(word, shell):
    """The one text that a word stands for, as behind `=` and `<<`."""
    if isinstance(word, Document):
        return word if word.is_quoted else _filled(word, shell)
    text = _filled(_marked(word), shell)
    return _bare(os.path.expanduser(text) if text.startswith("~") else text)


def pattern_of(word, shell):
    """The word as a pattern, of which what stands in quotes means itself."""
    text = _filled(_marked(word), shell).replace("\0", "")
    return "".join(f"[{_PLAIN[sign]}]" if sign in _PLAIN else sign for sign in text)


def _marked(word):
    """The word without its quotes; what they hold keeps its meaning by other signs. An empty one leaves a zero."""
    out, at = "", 0
    while at < len(word):
        end = piece_end(word, at)
        piece = word[at:end]
        if piece == "$" and word[end:end + 1] == "'":
            end = piece_end(word, end)
            out += "\0" + _protected(_escaped(word[at + 2:end - 1])).replace("$", "\ue0ff").replace("`", "\ue0fe")
        elif piece[0] == "'":
            out += "\0" + _protected(piece[1:-1]).replace("$", "\ue0ff").replace("`", "\ue0fe")
        elif piece[0] == '"' and len(piece) > 1:
            out += "\0" + _in_quotes(piece[1:-1])
        elif piece[0] == "\\":
            out += _protected(piece[1:]).replace("$", "\ue0ff").replace("`", "\ue0fe")
        else:
            out += piece
        at = end
    return out


def _escaped(text):
    """What stands in `$'…'`."""
    signs = {"n": "\n", "t": "\t", "r": "\r", "\\": "\\", "'": "'", '"': '"', "e": "\x1b", "0": "\0"}
    return re.sub(r"\\(.)", lambda found: signs.get(found[1], found[0]), text)


def _in_quotes(text):
    """What stands in double quotes: a backslash protects few signs; what is filled in stays one word."""
    out, at = "", 0
    while at < len(text):
        named = _NAME.match(text, at)
        end = named.end() if named else at + 1 if text[at] in "'\"" else piece_end(text, at)
        piece = text[at:end]
        if piece[0] == "\\":
            bare = piece[1:] if piece[1:] in '"\\' else piece
            out += {"$": "\ue0ff", "`": "\ue0fe", "\n": ""}.get(piece[1:], _protected(bare))
        elif len(piece) > 1:
            out += piece
        else:
            out += _protected(piece)
        at = end
    return out


def _protected(text):
    return "".join(_QUOTED.get(sign, sign) for sign in text)


def _bare(text):
    """With the signs of quotes as themselves again."""
    text = text.replace("\0", "").replace("\ue0ff", "$").replace("\ue0fe", "`")
    return "".join(_PLAIN.get(sign, sign) for sign in text)


def _listed(word):
    """`a{b,c}` as `ab` and `ac`, `{1..3}` as numbers."""
    found = next((each for each in _LIST.finditer(word) if word[each.start() - 1:each.start()] != "$"), None)
    if found is None:
        return [word]
    choices = found[1].split(",") if "," in found[1] else _counted_up(*found[1].split(".."))
    return [each for choice in choices for each in _listed(word[:found.start()] + choice + word[found.end():])]


def _counted_up(first, last):
    """`1` to `3`, `01` to `03`, `a` to `c`."""
    is_letters = first.isalpha()
    start, end = (ord(first), ord(last)) if is_letters else (int(first), int(last))
    step = 1 if start <= end else -1
    numbers = range(start, end + step, step)
    if is_letters:
        return [chr(number) for number in numbers]
    is_padded = any(word.lstrip("-").startswith("0") and len(word) > 1 for word in (first, last))
    return [f"{number:0{max(len(first), len(last)) if is_padded else 1}}" for number in numbers]


def _files(piece):
    """The files that a pattern names; the word itself if there are none."""
    if piece.startswith("~"):
        piece = os.path.expanduser(piece)
    if any(sign in piece for sign in "*?["):
        found = sorted(glob.glob("".join(glob.escape(_PLAIN[s]) if s in _PLAIN else s for s in piece.replace("\0", ""))))
        if found:
            return found
    return [_bare(piece)]


def _filled(text, shell):
    """The text with names, sums and commands filled in; in a word with quotes what they come to is no pattern."""
    out, at = "", 0
    keep = _protected if "\0" in text else str
    while at < len(text):
        found = _NAME.match(text, at)
        end = found.end() if found else piece_end(text, at) if text[at] in "$`" else at + 1
        value = _value(text[at:end], shell)
        out += text[at:end] if value is None else keep(value)
        at = end
    return out


def _value(piece, shell):
    """What a name, a sum or a command comes to; None for any other text."""
    if piece.startswith("$((") and piece.endswith("))"):
        return str(total(piece[3:-2], shell))
    if piece.startswith("$("):
        return shell.printed_by(_bare(piece[2:-1]))
    if piece.startswith("${"):
        return _braced(piece[2:-1], shell)
    if len(piece) > 1 and piece[0] == "$":
        return shell.value_of(piece[1:])
    return shell.printed_by(_bare(piece[1:-1])) if len(piece) > 1 else None


def _braced(text, shell):
    """`${name}`, and what can stand behind the name: another value, or less of it."""
    found = _BRACED.fullmatch(text)
    if found is None:
        raise NoShell(f"`${{{_bare(text)}}}` is not built here")
    length, name, sign, word = found.groups()
    value = shell.value_of(name)
    if length:
        return str(len(value))
    if not sign:
        return value
    if sign.lstrip(":") in ("-", "=", "+"):
        return _another(value, sign.lstrip(":"), word, name, shell)
    if sign[0] in "^,:":
        return _changed(value, sign, word, shell)
    pattern = pattern_of(word, shell)
    if sign[0] == "/":
        old, _, new = word.partition("/")
        found, new = fnmatch.translate(pattern_of(old, shell))[4:-3], _bare(_filled(new, shell))
        return re.sub(found, lambda _: new, value, count=int(sign == "/"))
    return _cut(value, pattern, sign)


def _another(value, sign, word, name, shell):
    """`${x:-a}`: the word where there is no value; `:=` keeps it, `:+` is the other way around."""
    if sign == "+":
        return _filled(word, shell) if value else ""
    if not value:
        value = _filled(word, shell)
        if sign == "=":
            shell.variables[name] = _bare(value)
    return value


def _changed(value, sign, word, shell):
    """`${x^^}`, `${x,}`: in capitals, or not; `${x:1:2}`: a piece."""
    if sign == ":":
        start, _, count = word.partition(":")
        start = total(start, shell)
        start = max(start + len(value), 0) if start < 0 else start
        end = total(count, shell) if count else len(value)
        return value[start:start + end if count and end >= 0 else end]
    change = str.upper if sign[0] == "^" else str.lower
    return change(value) if len(sign) == 2 else change(value[:1]) + value[1:]


def _cut(value, pattern, sign):
    """The value without the shortest (`%`, `#`) or longest (`%%`, `##`) piece at its end or start that fits."""
    count = len(value)
    places = range(count + 1) if (sign in ("%%", "#")) else range(count, -1, -1)
    for place in places:
        if fnmatch.fnmatchcase(value[place:] if sign[0] == "%" else value[:place], pattern):
            return value[:place] if sign[0] == "%" else value[place:]
    return value


def counted(text, shell):
    """The value of `((…))`: a sum, or a name that is set to one, as `i++`, `i += 2`, `i = 3`."""
    value = 0
    for part in text.split(","):
        found = _SET.fullmatch(part)
        if not found:
            value = total(part, shell) if part.strip() else 1
            continue
        name, sign, rest = found[1] or found[5], found[2] or found[4], found[3]
        if sign in ("++", "--"):
            sign, rest = sign[0] + "=", "1"
        value = total(f"{name}{sign[:-1]}({rest})" if sign != "=" else rest, shell)
        shell.variables[name] = str(value)
    return value


def total(text, shell):
    """A sum of whole numbers and names.

    Raises:
        NoShell: for any other text.
    """
    text = re.sub(r"\$?\{?([A-Za-z_]\w*)\}?|\$(\d)", lambda found: shell.value_of(found[1] or found[2]) or "0", _bare(text))
    if not _SUM.fullmatch(text):
        raise NoShell(f"the sum `{text.strip()}` is not built here")
    text = re.sub(r"\b0+(?=\d)", "", text).replace("&&", " and ").replace("||", " or ").replace("/", "//")
    text = _CHOICE.sub(r"((\2) if (\1) else (\3))", text)
    try:
        return int(eval(text.strip(), {"__builtins__": {}}))
    except (SyntaxError, TypeError, ArithmeticError) as error:
        raise NoShell(f"the sum `{text.strip()}` has no value ({error})") from None
