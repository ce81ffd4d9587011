"""`matplotlib.rcsetup`: how values of parameters are read. Start reading at `validate_bool`.

What it is not: the parameters themselves (_rc.py).
"""

from cycler import cycler  # noqa: F401

from ._rc import _number, _truth
from .colors import is_color_like


def validate_bool(b):
    """A bool, of a bool or a word for one."""
    return _truth(b)


def validate_float(s):
    return _number(s)


def validate_float_or_None(s):
    return None if s is None or isinstance(s, str) and s == "None" else _number(s)


def validate_int(s):
    try:
        return int(s)
    except (TypeError, ValueError):
        raise ValueError(f"Could not convert {s!r} to int") from None


def validate_string(s):
    if isinstance(s, str):
        return s
    raise ValueError(f"Could not convert {s!r} to str")


def validate_color(s):
    """A colour as it was given, if it is one; hexadecimal digits need no sign before them."""
    if isinstance(s, str):
        if s.lower() == "none":
            return "none"
        if len(s) in (6, 8) and is_color_like("#" + s):
            return "#" + s
    if is_color_like(s):
        return s
    raise ValueError(f"{s!r} does not look like a color arg")


def validate_color_or_inherit(s):
    return s if isinstance(s, str) and s == "inherit" else validate_color(s)


def validate_color_or_auto(s):
    return s if isinstance(s, str) and s == "auto" else validate_color(s)


def _listed(s, one):
    parts = [part.strip() for part in s.split(",") if part.strip()] if isinstance(s, str) else list(s)
    return [one(part) for part in parts]


def validate_floatlist(s):
    return _listed(s, validate_float)


def validate_stringlist(s):
    return _listed(s, validate_string)


def validate_colorlist(s):
    return _listed(s, validate_color)


def validate_fontsize(s):
    """A size in points, or one of the words for it."""
    words = ["xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large", "smaller", "larger"]
    if isinstance(s, str):
        s = s.lower()
    if s in words:
        return s
    try:
        return float(s)
    except (TypeError, ValueError):
        raise ValueError(f"{s!r} is not a valid font size. Valid font sizes are {', '.join(words)}.") from None


def validate_cycler(s):
    """A cycler, of one or of the text that makes it."""
    if isinstance(s, str):
        s = eval(s, {"cycler": cycler, "__builtins__": {}})
    if not hasattr(s, "by_key"):
        raise ValueError(f"Object is not a string or Cycler instance: {s!r}")
    return s
