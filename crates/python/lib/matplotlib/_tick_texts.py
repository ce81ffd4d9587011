"""What ticks say that nobody has named: numbers, those far from 0 by a part that stands beside the axis; powers of ten.

What it is not: where ticks stand, nor the formatters that a program sets (ticker.py). Start reading at `told`.
"""

import math

# Powers of ten from which on, and up to which, numbers stand without a power beside the axis.
_LEAST, _MOST = -5, 6
# How many digits a part must save that is taken off all numbers.
_SAVED = 4
_MINUS = "\u2212"


def told(axes, name, places):
    """The texts of ticks, and the text beside the axis."""
    rules, axis = axes._tick_rules[name], axes._axis(name)
    if rules.get("formatter") is not None:
        return [""] * len(places), ""
    if axis.get("scale", "linear") == "log":
        return [power(at) for at in places], ""
    if axis.get("scale", "linear") != "linear" or not places:
        return [""] * len(places), ""
    ends = sorted(map(float, axes._limits(name)))
    style = rules.get("number_style", {})
    offset = _offset(places, ends) if style.get("useOffset", True) else 0.0
    order = 0 if style.get("style") == "plain" else _order(places, offset, ends, style.get("scilimits") or (_LEAST, _MOST))
    known = [(at - offset) / 10.0**order for at in (places if len(places) >= 5 else [*places, *ends])]
    digits = _digits(known)
    texts = [f"{_near_zero((at - offset) / 10.0**order):.{digits}f}" for at in places]
    return [_signed(text) for text in texts], _beside(order, offset)


def _near_zero(value):
    return 0.0 if abs(value) < 1e-8 else value


def _signed(text):
    return text.replace("-", _MINUS)


def power(place):
    power = math.log10(place) if place > 0 else 0.0
    return f"$\\mathdefault{{10^{{{round(power)}}}}}$" if abs(power - round(power)) < 1e-9 else ""


def _offset(places, ends):
    """What all numbers have in common, if it is worth to be said once."""
    seen = [at for at in places if ends[0] <= at <= ends[1]]
    low, high = min(seen, default=0.0), max(seen, default=0.0)
    if low == high or low <= 0 <= high:
        return 0.0
    least, most = sorted((abs(low), abs(high)))
    power = math.ceil(math.log10(most))
    while least // 10.0**power == most // 10.0**power:
        power -= 1
    power += 1
    if (most - least) / 10.0**power <= 0.01:
        # Both sides of a round number: a part that is a little larger may do for both.
        power = math.ceil(math.log10(most))
        while most // 10.0**power - least // 10.0**power <= 1:
            power -= 1
        power += 1
    share = most // 10.0**power
    return math.copysign(share * 10.0**power, low) if share >= 10 ** (_SAVED - 1) else 0.0


def _order(places, offset, ends, limits):
    """The power of ten that stands beside the axis."""
    if limits[0] == limits[1] != 0:
        return limits[0]
    largest = ends[1] - ends[0] if offset else max(map(abs, places))
    power = math.floor(math.log10(largest)) if largest > 0 else 0
    return power if power <= limits[0] or power >= limits[1] else 0


def _digits(known):
    """As many decimals as tell the numbers apart, and no more than say them whole."""
    span = max(known) - min(known) or max(map(abs, known)) or 1.0
    power = math.floor(math.log10(span))
    digits = max(0, 3 - power)
    while digits >= 0 and max(abs(at - round(at, digits)) for at in known) < 1e-3 * 10.0**power:
        digits -= 1
    return digits + 1


def _beside(order, offset):
    if not order and not offset:
        return ""
    part = ("+" if offset > 0 else "") + _short(offset) if offset else ""
    return _signed((f"1e{order}" if order else "") + part)


def _short(value):
    """A number by its digits and its power of ten."""
    power = math.floor(math.log10(abs(value)))
    digits = f"{round(value / 10.0**power, 10):g}"
    return f"{digits}e{power}" if power else digits
