"""The call that somebody is writing, and what there is to read on a name; for `_kindling_completion`.

What it is not: `help` or `name?`, which print; the latter's text is `_kindling_help`'s here too. Start reading at `call_at`.
"""

import inspect

import _kindling_help
import _kindling_looking as looking
from _kindling_pretty import signature_of

_PLAIN = (int, float, complex, bool, str, bytes, type(None))
_MOST_SHOWN = 100


def call_at(place, names):
    """Name, signature, index of the parameter and first sentence of the innermost open call; None if none is known."""
    bracket = place.called()
    callee = place.callee(bracket) if bracket else ""
    value = looking.value_of(callee, names)
    text = _text(value)
    if text is None:
        return None
    parts = _parts(text)
    return callee.rsplit(".")[-1].strip(), text, _current(place, bracket, parts), _sentence(value)


def parameters_of(value):
    """The (name, default) of each parameter that can be given by its name."""
    text = _text(value)
    parts = [] if text is None else _parts(text)
    named = parts[parts.index("/") + 1:] if "/" in parts else parts
    pairs = [part.partition("=")[::2] for part in named if not part.startswith("*")]
    return [(name.partition(":")[0].strip(), default) for name, default in pairs]


def description(name, value):
    """What `name?` says, without showing what only code of the session could show, and the value's layout."""
    rows = _kindling_help.rows_of(name, value, shown=_shown(value))
    return _kindling_help.laid_out(looking.layout(value) + _of_module(value) + rows)


def _text(value):
    """A callable's signature; a module's is that of its `forward`."""
    if value is looking.UNKNOWN or isinstance(value, _PLAIN):
        return None
    if _is_module(value):
        value = looking.attribute(value, "forward")
    if not callable(value):
        return None
    text = signature_of(value)
    # A native method of tensors says what the function of that name takes.
    owner = getattr(value, "__self__", None)
    if text and owner is not None and looking.layout(owner) and text.startswith("(input"):
        return looking.without_first(text)
    return text


def _is_module(value):
    return any(looking.full_name(base) == "torch.nn.modules.module.Module" for base in type(value).__mro__)


def _parts(text):
    """The signature's parameters, each as its own text."""
    inner = text[1:text.rfind(")")]
    parts, depth, start, quote = [], 0, 0, ""
    for at, character in enumerate(inner):
        if quote or character in "\"'":
            quote = "" if character == quote else quote or character
        elif character in "([{":
            depth += 1
        elif character in ")]}":
            depth -= 1
        elif character == "," and depth == 0:
            parts.append(inner[start:at].strip())
            start = at + 1
    return [*parts, inner[start:].strip()] if inner.strip() else []


def _current(place, bracket, parts):
    """Which of the parts is being written: by its keyword if it has one, else by its place."""
    last_comma = bracket.commas[-1] if bracket.commas else bracket.at
    keyword = next((name for name, at in bracket.keywords if at > last_comma), None)
    names = [part.partition("=")[0].partition(":")[0].strip() for part in parts]
    if keyword is not None:
        kept = [at for at, name in enumerate(names) if name == keyword or name.startswith("**")]
        return kept[0] if kept else None
    places = []
    for at, name in enumerate(names):
        if name == "*" or name.startswith("**"):
            break
        if name.startswith("*"):
            return places[len(bracket.commas)] if len(bracket.commas) < len(places) else at
        if name != "/":
            places.append(at)
    return places[len(bracket.commas)] if len(bracket.commas) < len(places) else None


def _sentence(value):
    text = inspect.getdoc(value) or ""
    paragraph = " ".join(text.split("\n\n")[0].split())
    end = paragraph.find(". ")
    return paragraph if end < 0 else paragraph[:end + 1]


def _shown(value):
    """Whether `str` of it runs no code of the session, and takes no time."""
    if type(value) in _PLAIN:
        return True
    if type(value) in (list, tuple, set, frozenset):
        return len(value) <= _MOST_SHOWN and all(type(item) in _PLAIN for item in value)
    if type(value) is dict:
        return _shown(list(value)) and _shown(list(value.values()))
    return bool(looking.layout(value))


def _of_module(value):
    """A module's size and where it lies."""
    if not _is_module(value):
        return []
    parameters = list(_parameters(value, set()))
    rows = [("Parameters", f"{sum(one.numel() for one in parameters):,}")]
    return rows + [row for one in parameters[:1] for row in looking.layout(one) if row[0] != "Shape"]


def _parameters(module, seen):
    """Its parameters by what it holds: `parameters` and `forward` may be the student's."""
    for one in looking.attribute(module, "_parameters").values():
        if one is not None and id(one) not in seen:
            seen.add(id(one))
            yield one
    for inner in looking.attribute(module, "_modules").values():
        if inner is not None:
            yield from _parameters(inner, seen)
