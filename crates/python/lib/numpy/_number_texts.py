"""The shortest texts of numbers, as numpy's scalars and arrays show them. Start reading at `texts_of`."""

import _torch


def texts_of(tensor):
    """The shortest texts that are read as the same numbers."""
    if tensor.dtype is not _torch.float16:
        return _torch._texts(tensor)
    return [_half_text(value) for value in tensor.reshape(-1).tolist()]


def _half_text(value):
    for digits in range(1, 6):
        text = f"{value:.{digits}g}"
        if _torch.tensor(float(text), dtype=_torch.float16).item() == value:
            return repr(float(text))
    return repr(value)


def with_exponent(text):
    """The digits of a float's shortest text with an exponent, as Python writes it: a sign and two digits at least."""
    digits, _, power = text.lstrip("-").partition("e")
    whole, _, rest = digits.partition(".")
    rest = "" if rest == "0" else rest
    lead = (whole + rest).lstrip("0")
    place = int(power or 0) + (len(whole) - 1 if whole != "0" else -(len(rest) - len(lead) + 1))
    lead = lead.rstrip("0") or "0"
    shown = lead[0] + ("." + lead[1:] if len(lead) > 1 else "")
    return f"{'-' if text.startswith('-') else ''}{shown}e{'-' if place < 0 else '+'}{str(abs(place)).rjust(2, '0')}"
