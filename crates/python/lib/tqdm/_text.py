"""The texts of a bar: sizes, times, the bar itself, and the line that they make.

What it is not: when a line is printed, and where; that is `std`. Start reading at `meter`.
"""

_BLOCKS, _ASCII, _BLANK = " ▏▎▍▌▋▊▉█", " 123456789#", "  "
_COLOURS = ("BLACK", "RED", "GREEN", "YELLOW", "BLUE", "MAGENTA", "CYAN", "WHITE")
_PLAIN = "\x1b[0m"


def painted(colour):
    """What turns a colour on, by its name or as `#rrggbb`; an empty text, with a warning, for what is neither."""
    if not colour:
        return ""
    if colour.upper() in _COLOURS:
        return f"\x1b[3{_COLOURS.index(colour.upper())}m"
    digits = colour.removeprefix("#")
    if colour.startswith("#") and len(digits) == 6 and not set(digits.lower()) - set("0123456789abcdef"):
        parts = (str(int(digits[at : at + 2], 16)) for at in (0, 2, 4))
        return f"\x1b[38;2;{';'.join(parts)}m"
    import warnings

    from tqdm.std import TqdmWarning

    valid = ", ".join(("hex (#00ff00)", *_COLOURS))
    warnings.warn(f"Unknown colour ({colour}); valid choices: [{valid}]", TqdmWarning, stacklevel=2)
    return ""


def width(text):
    """How many columns a text takes; colours take none."""
    if "\x1b" not in text:
        return len(text)
    return sum(len(part.partition("m")[2] if at else part) for at, part in enumerate(text.split("\x1b[")))


def cut(text, columns):
    """What of a text fits; colours end with it."""
    if not columns:
        return text
    if "\x1b" not in text:
        return text[:columns]
    while width(text) > columns:
        text = text[:-1]
    return text if text.endswith(_PLAIN) or "\x1b" not in text else text + _PLAIN


def sizeof(num, suffix="", divisor=1000):
    """A number with three digits and a prefix: `1.23k`."""
    for unit in ("", "k", "M", "G", "T", "P", "E", "Z"):
        size = abs(num)
        if size < 999.5:
            digits = "1.2f" if size < 9.995 else "2.1f" if size < 99.95 else "3.0f"
            return format(num, digits) + unit + suffix
        num /= divisor
    return f"{num:3.1f}Y{suffix}"


def interval(t):
    """Seconds as a clock shows them: `01:05`, `1:00:00`."""
    minutes, seconds = divmod(abs(int(t)), 60)
    hours, minutes = divmod(minutes, 60)
    told = f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"
    return "-" + told if t < 0 else told


def number(n):
    """A number with three digits, if that is shorter than the number itself."""
    short = f"{n:.3g}".replace("e+0", "e+").replace("e-0", "e-")
    return min(str(n), short, key=len)


class _Bar:
    """What `{bar}` stands for: its width is the one in the format, or what the line has left."""

    def __init__(self, share, width, symbols, colour=None):
        self.share, self.width, self.symbols, self._paint = share, width, symbols, painted(colour)

    def __format__(self, spec):
        told = self._told(spec)
        return f"{self._paint}{told}{_PLAIN}" if self._paint else told

    def _told(self, spec):
        symbols = {"a": _ASCII, "u": _BLOCKS, "b": _BLANK}.get(spec[-1:], self.symbols)
        digits = spec.rstrip("aub")
        width = int(digits) if digits else self.width
        if width < 0:
            width += self.width
        steps = len(symbols) - 1
        whole, part = divmod(int(self.share * width * steps), steps)
        if whole >= width:
            return symbols[-1] * whole
        return symbols[-1] * whole + symbols[part] + symbols[0] * (width - whole - 1)


class _Gap:
    """Stands for the bar while the rest is measured."""

    is_there = False

    def __format__(self, spec):
        self.is_there = True
        return ""


def _rates(rate, unit, unit_scale):
    """Units a second, and seconds a unit."""

    def told(value, named):
        return (("?" if not value else sizeof(value) if unit_scale else f"{value:5.2f}")) + named

    return told(rate, unit + "/s"), told(1 / rate if rate else None, "s/" + unit)


def meter(
    n,
    total,
    elapsed,
    ncols=None,
    prefix="",
    ascii=False,
    unit="it",
    unit_scale=False,
    rate=None,
    bar_format=None,
    postfix=None,
    unit_divisor=1000,
    initial=0,
    colour=None,
):
    """The line that shows so much done of a total after so many seconds; without a total, without a bar."""
    if total and (n >= total + 0.5 or total == float("inf")):
        total = None
    if unit_scale not in (True, False, 1, 0, None):
        n, total = n * unit_scale, total * unit_scale if total else total
        rate, unit_scale = rate * unit_scale if rate else rate, False
    if rate is None and elapsed:
        rate = (n - initial) / elapsed
    parts = _parts(n, total, elapsed, rate, prefix, unit, unit_scale, postfix, unit_divisor)
    parts["ncols"] = ncols
    if not total and not bar_format:
        head = parts["desc"] + ": " if prefix else ""
        return cut(
            f"{head}{parts['n_fmt']}{unit} [{parts['elapsed']}, {parts['rate_fmt']}{parts['postfix']}]", ncols
        )
    parts["percentage"] = n / total * 100 if total else 0
    parts["l_bar"] += f"{parts['percentage']:3.0f}%|" if total else "|"
    if ncols == 0 and total:
        return parts["l_bar"][:-1] + parts["r_bar"][1:]
    bar_format = bar_format or "{l_bar}{bar}{r_bar}"
    if not prefix:
        bar_format = bar_format.replace("{desc}: ", "")
    gap = _Gap()
    rest = bar_format.format(bar=gap, **parts)
    if gap.is_there:
        symbols = (_ASCII if ascii is True else ascii or _BLOCKS) if total else _BLANK
        columns = max(1, ncols - width(rest)) if ncols else 10
        rest = bar_format.format(bar=_Bar(n / total if total else 0, columns, symbols, colour), **parts)
    return cut(rest, ncols)


def _parts(n, total, elapsed, rate, prefix, unit, unit_scale, postfix, unit_divisor):
    """What a format can name, but the bar and how many of a hundred are done."""

    def size(value):
        return "?" if value is None else sizeof(value, divisor=unit_divisor) if unit_scale else str(value)

    a_second, seconds_each = _rates(rate, unit, unit_scale)
    is_slow = bool(rate) and 1 / rate > 1
    left = (total - n) / rate if rate and total else 0
    parts = {
        "n": n, "n_fmt": size(n), "total": total, "total_fmt": size(total), "unit": unit, "unit_divisor": unit_divisor,
        "desc": prefix or "", "postfix": ", " + postfix if postfix else "",
        "elapsed": interval(elapsed), "elapsed_s": elapsed, "remaining": interval(left) if rate else "?", "remaining_s": left,
        "rate": 1 / rate if is_slow else rate, "rate_fmt": seconds_each if is_slow else a_second,
        "rate_noinv": rate, "rate_noinv_fmt": a_second, "rate_inv": 1 / rate if rate else None, "rate_inv_fmt": seconds_each,
    }  # fmt: skip
    parts["l_bar"] = prefix if not prefix or prefix.endswith(": ") else prefix + ": "
    parts["r_bar"] = "| {n_fmt}/{total_fmt} [{elapsed}<{remaining}, {rate_fmt}{postfix}]".format(**parts)
    return parts
