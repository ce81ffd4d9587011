"""Colours by their names and codes.

What it is not: mixing. Start reading at `getrgb`.
"""

from PIL import _modes


def getrgb(color):
    """(red, green, blue), and how opaque if the text says so: of `red`, `#f00`, `rgb(255, 0, 0)` and their kin.

    Raises:
        ValueError: for what is no colour.
    """
    text = color.lower()
    found = _named(text) or _hexadecimal(text) or _called(text)
    if found is None:
        raise ValueError(f"unknown color specifier: {color!r}")
    return found


def getcolor(color, mode):
    """A colour as a picture of a mode has it."""
    red, green, blue, *alpha = getrgb(color)
    alpha = alpha[0] if alpha else 255
    if mode == "HSV":
        raise NotImplementedError("colours by name of mode HSV are not built into this PIL")
    if mode in ("RGB", "CMYK"):
        return (red, green, blue) if mode == "RGB" else (255 - red, 255 - green, 255 - blue, 0)
    if mode == "RGBA":
        return (red, green, blue, alpha)
    gray = (red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16
    return (gray, alpha) if len(_modes.BANDS[mode]) == 2 else gray


def _named(text):
    from matplotlib.colors import CSS4_COLORS

    return _hexadecimal(CSS4_COLORS[text]) if text in CSS4_COLORS else None


def _hexadecimal(text):
    digits = text[1:]
    if (
        not text.startswith("#")
        or len(digits) not in (3, 4, 6, 8)
        or any(each not in "0123456789abcdef" for each in digits)
    ):
        return None
    if len(digits) < 6:
        digits = "".join(each * 2 for each in digits)
    return tuple(int(digits[at : at + 2], 16) for at in range(0, len(digits), 2))


def _called(text):
    """`rgb(…)` and `rgba(…)`; numbers or shares."""
    name, _, rest = text.replace(" ", "").partition("(")
    if name not in ("rgb", "rgba") or not rest.endswith(")"):
        return None
    parts = rest[:-1].split(",")
    if len(parts) != len(name):
        return None
    try:
        return tuple(int(int(each[:-1]) * 255 / 100.0 + 0.5) if each.endswith("%") else int(each) for each in parts)
    except ValueError:
        return None
