"""How numpy prints arrays."""

import _torch
from numpy._number_texts import texts_of


class _Options:
    """What `set_printoptions` sets."""

    precision, threshold, edgeitems, linewidth, suppress = 8, 1000, 3, 75, False
    nanstr, infstr, formatter, floatmode = "nan", "inf", None, "maxprec"


_options = _Options()
# All there are in numpy, in its order.
_ORDER = (
    "edgeitems", "threshold", "floatmode", "precision", "suppress", "linewidth", "nanstr", "infstr", "sign", "formatter", "legacy",
    "override_repr",
)  # fmt: skip
_FIXED = {"sign": "-", "legacy": False, "override_repr": None}
_NAMES = tuple(name for name in _ORDER if name not in _FIXED)


def get_printoptions():
    """How arrays are printed, by name."""
    found = {name: getattr(_options, name) for name in _NAMES} | _FIXED
    return {name: found[name] for name in _ORDER}


def set_printoptions(
    precision=None, threshold=None, edgeitems=None, linewidth=None, suppress=None, nanstr=None, infstr=None,
    formatter=None, sign=None, floatmode=None, *, legacy=None, override_repr=None,
):
    """Says how arrays are printed. `formatter` holds until the next call."""
    modes = ("fixed", "unique", "maxprec", "maxprec_equal")
    if floatmode not in (None, *modes):
        raise ValueError("floatmode option must be one of " + ", ".join(f'"{mode}"' for mode in modes))
    given = {"sign": sign, "legacy": legacy, "override_repr": override_repr}
    for name, value in given.items():
        if value is not None and value != _FIXED[name]:
            raise NotImplementedError(f"numpy.set_printoptions: {name}={value!r} is not built into this numpy")
    values = (edgeitems, threshold, floatmode, precision, suppress, linewidth, nanstr, infstr)
    for name, value in zip(_NAMES, values):
        if value is not None:
            setattr(_options, name, value)
    _options.formatter = formatter


class printoptions:
    """`with printoptions(...)`: as `set_printoptions`, for a while."""

    def __init__(self, **options):
        self._wanted = options

    def __enter__(self):
        self._before = {name: getattr(_options, name) for name in _NAMES}
        set_printoptions(**self._wanted)
        return get_printoptions()

    def __exit__(self, *error):
        for name, value in self._before.items():
            setattr(_options, name, value)


def array2string(
    a, max_line_width=None, precision=None, suppress_small=None, separator=" ", prefix="", *, threshold=None,
    edgeitems=None, formatter=None, floatmode=None, suffix="",
):
    """An array's numbers in brackets, with options of this call's own."""
    with printoptions(
        precision=precision, threshold=threshold, edgeitems=edgeitems, linewidth=max_line_width, suppress=suppress_small,
        formatter=_options.formatter if formatter is None else formatter, floatmode=floatmode,
    ):
        words = getattr(a, "_words", None)
        if words is not None:
            held = next(getattr(a, name) for name in ("_places", "_counts", "_values") if hasattr(a, name))
            return text(held() if callable(held) else held, len(prefix), separator, words, suffix)
        # A scalar prints as an array without axes.
        tensor = getattr(a, "_kindling_tensor", None)
        return text(_torch.tensor(a.item()) if tensor is None else tensor, len(prefix), separator, suffix=suffix)


def array_repr(arr, max_line_width=None, precision=None, suppress_small=None):
    """What `repr` shows, with options of this call's own."""
    with printoptions(linewidth=max_line_width, precision=precision, suppress=suppress_small, formatter=_options.formatter):
        return repr(arr)


def array_str(a, max_line_width=None, precision=None, suppress_small=None):
    """What `str` shows, with options of this call's own."""
    with printoptions(linewidth=max_line_width, precision=precision, suppress=suppress_small, formatter=_options.formatter):
        return str(a)


def shape_notes(size, shape):
    """The shape, where not all values are shown, or none that would show it."""
    return [f"shape={shape}"] * (size > _options.threshold or not size and shape != (0,))


def array_text(numbers, notes, name="array"):
    """`array(...)` around numbers and notes; the last note has a line of its own where the line would be too long."""
    last = f"{name}({numbers}"
    last = last[last.rfind("\n") + 1 :]
    told = ", ".join(notes)
    is_long = len(last) + len(told) + 3 > _options.linewidth
    between = "" if not notes else ",\n" + " " * (len(name) + 1) if is_long else ", "
    return f"{name}({numbers}{between}{told})"


def _digits(text):
    """A number's text as sign and digits before and after the point, rounded."""
    if _options.floatmode == "fixed":
        whole, _, rest = f"{float(text):.{_options.precision}f}".partition(".")
        return whole, rest
    if "e" in text or _options.floatmode != "unique" and len(text.partition(".")[2]) > _options.precision:
        text = _written_out(text) if _options.floatmode == "unique" else f"{float(text):.{_options.precision}f}"
        text = text.rstrip("0") if "." in text else text
    whole, _, rest = text.partition(".")
    return whole, "" if rest == "0" else rest


def _written_out(text):
    """A number with an exponent, without it."""
    mantissa, _, exponent = text.partition("e")
    return f"{float(text):.{max(len(mantissa.partition('.')[2]) - int(exponent), 0)}f}"


def _scientific(text):
    mantissa, _, exponent = f"{float(text):.{_options.precision}e}".partition("e")
    if _options.floatmode == "fixed":
        whole, _, rest = mantissa.partition(".")
        return whole, rest, exponent
    short = repr(float(text))
    if "e" not in short and _options.floatmode == "unique":
        digits = len(short.replace(".", "").replace("-", "").strip("0"))
        short = f"{float(text):.{max(digits - 1, 0)}e}"
    if "e" in short and (
        _options.floatmode == "unique" or len(short.partition("e")[0].partition(".")[2]) <= _options.precision
    ):
        mantissa = short.partition("e")[0]
    whole, _, rest = mantissa.partition(".")
    return whole, rest.rstrip("0"), exponent


def _float_texts(texts):
    special = [_special(text.lower()) for text in texts]
    sizes = [abs(float(text)) for text, kept in zip(texts, special) if kept is None and float(text) != 0]
    is_small = not _options.suppress and sizes and (min(sizes) < 1e-4 or max(sizes) / min(sizes) > 1000.0)
    if sizes and (max(sizes) >= 1e8 or is_small):
        parts = [None if kept else _scientific(text) for text, kept in zip(texts, special)]
        places = max((len(part[1]) for part in parts if part), default=0)
        digits = max((len(part[2]) for part in parts if part), default=0)
        made = [
            kept or f"{part[0]}.{part[1].ljust(places, '0')}e{part[2][0]}{part[2][1:].rjust(digits - 1, '0')}"
            for part, kept in zip(parts, special)
        ]
    else:
        parts = [None if kept else _digits(text) for text, kept in zip(texts, special)]
        places = max((len(part[1]) for part in parts if part), default=0)
        rest = "0" if _options.floatmode == "maxprec_equal" else " "
        made = [kept or f"{part[0]}.{part[1].ljust(places, rest)}" for part, kept in zip(parts, special)]
    return _aligned(made)


def _special(text):
    """What stands for a number that is none, or is without end."""
    if text == "nan":
        return _options.nanstr
    return text.replace("inf", _options.infstr) if text in ("inf", "-inf") else None


def _aligned(texts):
    width = max((len(text) for text in texts), default=0)
    return [text.rjust(width) for text in texts]


def _nested(texts, shape, indent, separator, width=None):
    """Rows of texts in brackets, folded at the line's width."""
    width = _width(indent) if width is None else width
    if len(shape) == 1:
        return _row(texts, indent, separator, width)
    step = len(texts) // shape[0] if shape[0] else 0
    rows = [
        _nested(texts[at * step : (at + 1) * step], shape[1:], indent + 1, separator, width - 1) for at in range(shape[0])
    ]
    between = separator.rstrip() + "\n" * (len(shape) - 1) + " " * (indent + 1)
    return "[" + between.join(rows) + "]"


def _width(indent):
    """How wide a line may be: what stands around the numbers, as in `array(...)`, ends with a bracket that needs its place, too."""
    return _options.linewidth - (indent > 0)


def _row(texts, indent, separator, width):
    if any("\n" in text for text in texts):
        return _row_of_blocks(texts, indent, separator, width)
    lines, line = [], ""
    for at, text in enumerate(texts):
        piece = text if not line else separator + text
        if line and indent + 1 + len(line) + len(piece) + 1 > width:
            lines.append((line + separator).rstrip())
            line = text
        else:
            line += piece
    lines.append(line)
    return "[" + ("\n" + " " * (indent + 1)).join(lines) + "]"


def _row_of_blocks(texts, indent, separator, width):
    """As `_row`, where texts have several lines, which stand below each other: arrays within an array of objects."""
    start = " " * (indent + 1)
    made, line = "", start
    for at, text in enumerate(texts):
        first, *others = text.split("\n")
        widest = max(map(len, (first, *others)))
        below = " " * len(line)
        if len(line) + widest > width - 1 and len(line) > len(start):
            made, line, below = made + line.rstrip() + "\n", start, start
        line += first
        for other in others:
            made, line = made + line.rstrip() + "\n", below + other
        if others:
            line += " " * (widest - len(others[-1]))
        line += separator * (at + 1 < len(texts))
    return "[" + (made + line)[len(start) :] + "]"


def text(tensor, indent, separator, words=None, suffix=None):
    """The numbers of an array in brackets; `words` makes their texts, if they are to be no numbers'."""
    words = _texts if words is None else words
    width = _width(indent) if suffix is None else _options.linewidth - len(suffix)
    if tensor.numel() > _options.threshold:
        return _summary(tensor, indent, separator, words, width)
    texts = words(tensor)
    return texts[0].strip() if tensor.ndim == 0 else _nested(texts, tuple(tensor.shape), indent, separator, width)


def _texts(tensor):
    own = _own_formatter(tensor)
    if own is not None:
        return [own(value) for value in tensor.reshape(-1).tolist()]
    if tensor.is_floating_point() and _options.floatmode == "fixed":
        # Every digit of the number itself, not of the shortest text that means it.
        return _float_texts([repr(value) for value in tensor.double().reshape(-1).tolist()])
    texts = texts_of(tensor)
    if tensor.dtype is _torch.bool:
        return [text.rjust(len("False")) if tensor.ndim else text for text in texts]
    return _float_texts(texts) if tensor.is_floating_point() else _aligned(texts)


def _blocks(array, depth):
    """The texts of arrays that are values of rows, of which there are as many as the first `depth` dimensions say."""
    texts = array._words(array._places) if array._is_of_objects else _texts(array._kindling_tensor)
    shape = array.shape[depth:]
    size = len(texts) // max(len(texts) // max(_product(shape), 1), 1)
    return [_in_brackets(texts[at : at + size], shape) for at in range(0, len(texts), size)]


def _product(sizes):
    found = 1
    for size in sizes:
        found *= size
    return found


def _in_brackets(texts, shape):
    if not shape:
        return texts[0]
    step = len(texts) // shape[0]
    return "[" + ", ".join(_in_brackets(texts[at * step : (at + 1) * step], shape[1:]) for at in range(shape[0])) + "]"


def _own_formatter(tensor):
    """The function that `formatter` has for an array's kind."""
    kind = "bool" if tensor.dtype is _torch.bool else "float" if tensor.is_floating_point() else "int"
    given = _options.formatter or {}
    for name in (kind, f"{kind}_kind", "all"):
        if name in given:
            return given[name]
    return None


def _summary(tensor, indent, separator, words, width):
    """The first and the last rows, with dots between."""
    edge, is_cut = _options.edgeitems, []
    for dim, size in enumerate(tensor.shape):
        is_cut.append(size > 2 * edge)
        if is_cut[-1]:
            ends = list(range(edge)) + list(range(size - edge, size))
            tensor = _torch.index_select(tensor, dim, _torch.tensor(ends))
    return _dotted(words(tensor), tuple(tensor.shape), is_cut, indent, separator, width)


def _dotted(texts, shape, is_cut, indent, separator, width):
    edge, step = _options.edgeitems, len(texts) // shape[0]
    parts = [texts[at * step : (at + 1) * step] for at in range(shape[0])]
    if len(shape) == 1:
        shown = [part[0] for part in parts]
        return _row(shown[:edge] + ["..."] + shown[edge:] if is_cut[0] else shown, indent, separator, width)
    rows = [_dotted(part, shape[1:], is_cut[1:], indent + 1, separator, width - 1) for part in parts]
    if is_cut[0]:
        rows.insert(edge, "...")
    return "[" + (separator.rstrip() + "\n" * (len(shape) - 1) + " " * (indent + 1)).join(rows) + "]"
