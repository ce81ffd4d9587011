"""Where ticks stand, and their texts: locators and formatters.

What it is not: an axis, which takes them (axis.py), or ticks that nobody sets, which the drawing chooses. Start reading
at `MaxNLocator`.
"""

from _kindling_absent import Absent
import math

import numpy as np

from .text import Text


class MaxNLocator:
    """At most so many intervals between ticks at round numbers."""

    def __init__(self, nbins=10, steps=(1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10), integer=False, min_n_ticks=2):
        steps = np.asarray(steps, dtype=np.float64)
        self._steps = np.concatenate([0.1 * steps[:-1], steps, [10 * steps[1]]])
        self._nbins, self._integer, self._least = nbins, integer, min_n_ticks

    def tick_values(self, vmin, vmax):
        if vmin == vmax:
            vmin, vmax = vmin - 1e-13, vmax + 1e-13
        span, middle = abs(vmax - vmin), (vmax + vmin) / 2
        offset = 0.0 if abs(middle) / span < 100 else math.copysign(10 ** (math.log10(abs(middle)) // 1), middle)
        scale = 10 ** (math.log10(span / self._nbins) // 1)
        low, high = vmin - offset, vmax - offset
        steps = self._steps * scale
        if self._integer:
            steps = steps[(steps < 1) | (abs(steps - np.round(steps)) < 0.001)]
        first = int(np.nonzero(steps >= (high - low) / self._nbins)[0][0])
        for step in steps[:first + 1][::-1]:
            if self._integer and math.floor(high) - math.ceil(low) >= self._least - 1:
                step = max(1, step)
            start = (low // step) * step
            ticks = np.arange(_below(low - start, step), _above(high - start, step) + 1) * step + start
            if ((ticks <= high) & (ticks >= low)).sum() >= self._least:
                break
        return ticks + offset


def _below(value, step):
    whole, rest = divmod(value, step)
    return whole + 1 if abs(rest / step - 1) < 1e-10 else whole


def _above(value, step):
    whole, rest = divmod(value, step)
    return whole if abs(rest / step) < 1e-10 else whole + 1


class AutoLocator(MaxNLocator):
    """What axes have by themselves."""

    def __init__(self):
        MaxNLocator.__init__(self, 9, (1, 2, 2.5, 5, 10))


class MultipleLocator:
    """Ticks at the multiples of a number."""

    def __init__(self, base=1.0, offset=0.0):
        self._base, self._offset = base, offset

    def tick_values(self, vmin, vmax):
        first = math.ceil((vmin - self._offset) / self._base - 1e-10)
        count = math.floor((vmax - self._offset) / self._base + 1e-10) - first + 3
        return (first - 1 + np.arange(count)) * self._base + self._offset


class FixedLocator:
    def __init__(self, locs):
        self.locs = np.asarray(locs)

    def tick_values(self, vmin, vmax):
        del vmin, vmax
        return self.locs


class NullLocator:
    """No ticks."""

    def tick_values(self, vmin, vmax):
        del vmin, vmax
        return np.empty(0)


class LinearLocator:
    """So many ticks from end to end."""

    def __init__(self, numticks=11):
        self.numticks = numticks

    def tick_values(self, vmin, vmax):
        return np.linspace(vmin, vmax, self.numticks)


class IndexLocator:
    """A tick every so many points."""

    def __init__(self, base, offset):
        self._base, self.offset = base, offset

    def tick_values(self, vmin, vmax):
        return np.arange(vmin + self.offset, vmax + 1, self._base)


class LogLocator:
    """Ticks at the powers of a base."""

    def __init__(self, base=10.0, subs=(1.0,), *, numticks=None):
        if tuple(subs) != (1.0,) or numticks is not None:
            raise NotImplementedError("LogLocator: subs and numticks are not supported by Kindling's matplotlib")
        self._base = base

    def tick_values(self, vmin, vmax):
        low, high = (math.log(end, self._base) for end in (vmin, vmax))
        return float(self._base) ** np.arange(math.floor(low), math.ceil(high) + 1)


class FuncFormatter:
    """A tick's text by a function of its value and number."""

    def __init__(self, func):
        self.func = func

    def __call__(self, x, pos=None):
        return self.func(x, pos)


class FormatStrFormatter:
    def __init__(self, fmt):
        self.fmt = fmt

    def __call__(self, x, pos=None):
        return self.fmt % x


class PercentFormatter:
    def __init__(self, xmax=100, decimals=None, symbol="%"):
        self.xmax, self.decimals, self.symbol = xmax, decimals, symbol

    def __call__(self, x, pos=None):
        share = 100.0 * x / self.xmax
        text = f"{share:g}" if self.decimals is None else f"{share:.{self.decimals}f}"
        return text + (self.symbol or "")


class NullFormatter:
    """Says nothing."""

    def __call__(self, x, pos=None):
        del x, pos
        return ""


class FixedFormatter:
    """The ticks' texts in their order."""

    def __init__(self, seq):
        self.seq = seq

    def __call__(self, x, pos=None):
        del x
        return self.seq[pos] if pos is not None and pos < len(self.seq) else ""


class StrMethodFormatter:
    """A text with `{x}` for the value and `{pos}` for the tick's number."""

    def __init__(self, fmt):
        self.fmt = fmt

    def __call__(self, x, pos=None):
        return self.fmt.format(x=x, pos=pos)


class ScalarFormatter:
    """Plain numbers, all with as many digits as their distance asks for."""

    def __init__(self):
        self._digits = None

    def set_locs(self, locs):
        steps = np.diff(np.sort(np.asarray(locs, dtype=np.float64)))
        digits = -math.floor(math.log10(steps.min())) if len(steps) and steps.min() > 0 else 0
        # As many as tell the ticks apart, and no more than say them whole.
        whole = [digits for digits in range(max(digits, 0) + 3) if np.allclose(locs, np.round(locs, digits), rtol=0, atol=1e-12)]
        self._digits = whole[0] if whole else max(digits, 0) + 2

    def __call__(self, x, pos=None):
        del pos
        text = f"{x:g}" if self._digits is None else f"{x:.{self._digits}f}"
        return text.replace("-", "\u2212")


class EngFormatter:
    """Numbers with the prefixes of thousands: k, M, m."""

    _PREFIXES = "y z a f p n \u00b5 m  k M G T P E Z Y".split(" ")

    def __init__(self, unit="", places=None, sep=" "):
        self.unit, self.places, self.sep = unit, places, sep

    def __call__(self, x, pos=None):
        del pos
        power = 0 if x == 0 else max(-8, min(8, math.floor(math.log10(abs(x)) / 3)))
        number = f"{x / 1000.0 ** power:g}" if self.places is None else f"{x / 1000.0 ** power:.{self.places}f}"
        end = self._PREFIXES[power + 8] + self.unit
        return (number + self.sep + end if end else number).replace("-", "\u2212")


class LogFormatterSciNotation:
    """Powers of ten."""

    def __call__(self, x, pos=None):
        from ._tick_texts import power

        del pos
        return power(x)


def get_xticks(axes, *, minor=False):
    """Where the x axis has ticks; there are no minor ones."""
    return np.empty(0) if minor else ticks(axes, "x")


def get_yticks(axes, *, minor=False):
    """Where the y axis has ticks; there are no minor ones."""
    return np.empty(0) if minor else ticks(axes, "y")


def get_xticklabels(axes, minor=False, which=None):
    """What the x axis' ticks say."""
    return [TickLabel(axes, {"text": text}, at, 0) for at, text in _labels(axes, "x", minor, which)]


def get_yticklabels(axes, minor=False, which=None):
    """What the y axis' ticks say."""
    return [YTickLabel(axes, {"text": text}, 0, at) for at, text in _labels(axes, "y", minor, which)]


class TickLabel(Text):
    """What a tick says. How it looks is how all of its axis look."""

    _kind = "text.Text"
    axis_name = "x"

    def _look(self, **kwargs):
        from ._ticks import text_look

        text_look(self.axes, self.axis_name, kwargs)

    def set_rotation(self, s):
        self._look(rotation=s)

    def set_rotation_mode(self, m):
        self._look(rotation_mode=m)

    def set_horizontalalignment(self, align):
        self._look(horizontalalignment=align)

    def set_verticalalignment(self, align):
        self._look(verticalalignment=align)

    def set_fontsize(self, fontsize):
        self._look(fontsize=fontsize)

    def set_color(self, color):
        self._look(color=color)

    def get_rotation(self):
        return self.axes._axis(self.axis_name).get("look", {}).get("turn", 0.0)

    def get_fontsize(self):
        return self.axes._axis(self.axis_name).get("look", {}).get("label_size", super().get_fontsize())

    get_size = get_fontsize
    set_ha, set_va, set_size = set_horizontalalignment, set_verticalalignment, set_fontsize


class YTickLabel(TickLabel):
    _kind = "text.Text"
    axis_name = "y"


def _labels(axes, name, minor=False, which=None):
    """Each tick's place and text."""
    from ._tick_texts import told

    if which not in (None, "major", "minor", "both"):
        raise ValueError(f"'which' must be one of ('minor', 'major', 'both') not {which!r}")
    if which == "minor" or which is None and minor:
        return []

    places, own = ticks(axes, name).tolist(), axes._axis(name).get("tick_labels")
    formatter = axes._tick_rules[name].get("formatter")
    if formatter is not None:
        own = formatted(formatter, places)
    return list(zip(places, told(axes, name, places)[0] if own is None else own))


def formatted(formatter, places):
    """What a formatter says at each tick."""
    if hasattr(formatter, "set_locs"):
        formatter.set_locs(places)
    return [str(formatter(at, number)) for number, at in enumerate(places)]


def ticks(axes, name):
    """Where an axis has ticks: those that were set, its locator's, or the automatic ones."""
    from ._limits import limits

    set_ticks = axes._axis(name).get("ticks")
    if set_ticks is not None:
        return np.array(set_ticks).astype(int if axes._tick_rules[name].get("whole") else float)
    locator = axes._tick_rules[name].get("locator")
    if locator is None and axes._axis(name).get("scale") == "log":
        locator = LogLocator()
    low, high = sorted(limits(axes, name))
    if locator is None and isinstance(axes._axis(name).get("scale"), dict):
        return _symmetric_ticks(low, high, axes._axis(name)["scale"]["sym_log"]["threshold"])
    return np.asarray((locator or AutoLocator()).tick_values(low, high))


def _symmetric_ticks(low, high, threshold):
    """0 and the powers of ten from about the linear part on, on those sides that reach so far."""
    powers = range(math.floor(math.log10(threshold)), math.floor(math.log10(max(abs(low), abs(high), threshold))) + 1)
    sides = [side for side, reaches in ((-1, low < -threshold), (1, high > threshold)) if reaches]
    found = sorted([0.0, *(side * 10.0**power for power in powers for side in sides)])
    return np.array([tick for tick in found if low <= tick <= high])


class AutoMinorLocator:
    """Ticks between others, which are not drawn."""

    def __init__(self, n=None):
        self.ndivs = n


def __getattr__(name):
    if name in ("SymmetricalLogLocator", "LogFormatter", "LogitFormatter", "Locator", "Formatter"):
        return Absent(f"ticker.{name} is not supported by Kindling's matplotlib")
    raise AttributeError(f"module 'matplotlib.ticker' has no attribute {name!r}")
