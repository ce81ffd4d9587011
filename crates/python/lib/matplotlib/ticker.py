"""Where ticks stand, and their texts: locators and formatters by themselves.

What it is not: handed to an axis, whose ticks the drawing chooses; `set_xticks` says others. Start reading at `MaxNLocator`.
"""

from _kindling_absent import Absent
import math

import numpy as np

from .artist import Text


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
        return self.locs[(self.locs >= vmin) & (self.locs <= vmax)]


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


def get_xticks(axes):
    """Where the x axis has ticks."""
    return _ticks(axes, "x")


def get_yticks(axes):
    """Where the y axis has ticks."""
    return _ticks(axes, "y")


def get_xticklabels(axes):
    """What the x axis' ticks say."""
    return [Text(axes, {"text": text}, at, 0) for at, text in _labels(axes, "x")]


def get_yticklabels(axes):
    """What the y axis' ticks say."""
    return [Text(axes, {"text": text}, 0, at) for at, text in _labels(axes, "y")]


def _labels(axes, name):
    """Each tick's place and text; numbers that nobody has named have theirs once they are drawn."""
    ticks = _ticks(axes, name).tolist()
    return list(zip(ticks, axes._axis(name).get("tick_labels") or [""] * len(ticks)))


def _ticks(axes, name):
    from ._limits import limits

    set_ticks = axes._axis(name).get("ticks")
    if set_ticks is not None:
        return np.array(set_ticks)
    if axes._axis(name).get("scale") == "log":
        raise NotImplementedError("the ticks of a logarithmic axis are not known to Kindling's matplotlib before it is drawn")
    return AutoLocator().tick_values(*sorted(limits(axes, name)))


def __getattr__(name):
    if name in ("LogLocator", "NullLocator", "LinearLocator", "IndexLocator", "SymmetricalLogLocator", "ScalarFormatter",
                "NullFormatter", "FixedFormatter", "LogFormatter", "EngFormatter", "StrMethodFormatter", "Locator",
                "Formatter", "AutoMinorLocator"):  # fmt: skip
        return Absent(f"ticker.{name} is not supported by Kindling's matplotlib")
    raise AttributeError(f"module 'matplotlib.ticker' has no attribute {name!r}")
