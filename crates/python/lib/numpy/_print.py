"""How numpy prints arrays."""

import _torch

_WIDTH, _THRESHOLD, _EDGE, _PRECISION = 75, 1000, 3, 8


def _digits(text):
    """A number's text as sign and digits before and after the point, rounded to eight places."""
    if "e" in text or len(text.partition(".")[2]) > _PRECISION:
        text = f"{float(text):.{_PRECISION}f}".rstrip("0")
    whole, _, rest = text.partition(".")
    return whole, "" if rest == "0" else rest


def _scientific(text):
    mantissa, _, exponent = f"{float(text):.{_PRECISION}e}".partition("e")
    short = repr(float(text))
    if "e" in short:
        mantissa = short.partition("e")[0]
    whole, _, rest = mantissa.partition(".")
    return whole, rest.rstrip("0"), exponent


def _float_texts(texts):
    special = [text.lower() if text.lower().lstrip("-") in ("nan", "inf") else None for text in texts]
    sizes = [abs(float(text)) for text, kept in zip(texts, special) if kept is None and float(text) != 0]
    if sizes and (max(sizes) >= 1e8 or min(sizes) < 1e-4 or max(sizes) / min(sizes) > 1000.0):
        parts = [None if kept else _scientific(text) for text, kept in zip(texts, special)]
        places = max((len(part[1]) for part in parts if part), default=0)
        made = [kept or f"{part[0]}.{part[1].ljust(places, '0')}e{part[2]}" for part, kept in zip(parts, special)]
    else:
        parts = [None if kept else _digits(text) for text, kept in zip(texts, special)]
        places = max((len(part[1]) for part in parts if part), default=0)
        made = [kept or f"{part[0]}.{part[1].ljust(places)}" for part, kept in zip(parts, special)]
    return _aligned(made)


def _aligned(texts):
    width = max((len(text) for text in texts), default=0)
    return [text.rjust(width) for text in texts]


def _nested(texts, shape, indent, separator):
    """Rows of texts in brackets, folded at the line's width."""
    if len(shape) == 1:
        return _row(texts, indent, separator)
    step = len(texts) // shape[0] if shape[0] else 0
    rows = [
        _nested(texts[at * step : (at + 1) * step], shape[1:], indent + 1, separator) for at in range(shape[0])
    ]
    between = separator.rstrip() + "\n" * (len(shape) - 1) + " " * (indent + 1)
    return "[" + between.join(rows) + "]"


def _row(texts, indent, separator):
    lines, line = [], ""
    for at, text in enumerate(texts):
        piece = text if not line else separator + text
        if line and indent + 1 + len(line) + len(piece) + 1 > _WIDTH:
            lines.append((line + separator).rstrip())
            line = text
        else:
            line += piece
    lines.append(line)
    return "[" + ("\n" + " " * (indent + 1)).join(lines) + "]"


def text(tensor, indent, separator):
    """The numbers of an array in brackets."""
    if tensor.numel() > _THRESHOLD:
        return _summary(tensor, indent, separator)
    texts = _texts(tensor)
    return texts[0].strip() if tensor.ndim == 0 else _nested(texts, tuple(tensor.shape), indent, separator)


def _texts(tensor):
    texts = _torch._texts(tensor)
    if tensor.dtype is _torch.bool:
        return [text.rjust(len("False")) for text in texts]
    return _float_texts(texts) if tensor.is_floating_point() else _aligned(texts)


def _summary(tensor, indent, separator):
    """The first and the last rows, with dots between."""
    for dim, size in enumerate(tensor.shape):
        if size > 2 * _EDGE:
            ends = list(range(_EDGE)) + list(range(size - _EDGE, size))
            tensor = _torch.index_select(tensor, dim, _torch.tensor(ends))
    texts = _texts(tensor)
    return _dotted(texts, tuple(tensor.shape), indent, separator)


def _dotted(texts, shape, indent, separator):
    step = len(texts) // shape[0]
    parts = [texts[at * step : (at + 1) * step] for at in range(shape[0])]
    if len(shape) == 1:
        shown = [part[0] for part in parts]
        return _row(shown[:_EDGE] + ["..."] + shown[_EDGE:] if shape[0] == 2 * _EDGE else shown, indent, separator)
    rows = [_dotted(part, shape[1:], indent + 1, separator) for part in parts]
    if shape[0] == 2 * _EDGE:
        rows.insert(_EDGE, "...")
    return "[" + (separator.rstrip() + "\n" * (len(shape) - 1) + " " * (indent + 1)).join(rows) + "]"
