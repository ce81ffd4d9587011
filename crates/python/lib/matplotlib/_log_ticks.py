"""Ticks of logarithmic axes, and what they say. Start reading at `LogLocator`.

What it is not: which of these an axis has, which is ticker.py's affair.
"""

import math

import numpy as np

from .ticker import AutoLocator, Formatter, Locator, MaxNLocator


class LogLocator(Locator):
    """Ticks at powers of a base, or at some multiples of them: 'auto' is 2 to 9, 'all' is 1 to 9."""

    def __init__(self, base=10.0, subs=(1.0,), *, numticks=None):
        self.numticks = "auto" if numticks is None else numticks
        self._base = float(base)
        self._take(subs)

    def set_params(self, base=None, subs=None, *, numticks=None):
        if base is not None:
            self._base = float(base)
        if subs is not None:
            self._take(subs)
        if numticks is not None:
            self.numticks = numticks

    def _take(self, subs):
        if subs is None:
            subs = "auto"
        if isinstance(subs, str):
            if subs not in ("all", "auto"):
                raise ValueError(f"{subs!r} is not a valid value for subs. Supported values are 'all', 'auto'")
            self._subs = subs
            return
        try:
            self._subs = np.asarray(subs, dtype=np.float64)
        except ValueError as error:
            raise ValueError("subs must be None, 'all', 'auto' or a sequence of floats, not {subs}.") from error
        if self._subs.ndim != 1:
            raise ValueError(f"A sequence passed to subs must be 1-dimensional, not {self._subs.ndim}-dimensional.")

    def tick_values(self, vmin, vmax):
        base = self._base
        if vmin <= 0.0 and self.axis is not None:
            vmin = self.axis.get_minpos()
        if vmin <= 0.0 or not np.isfinite(vmin):
            raise ValueError("Data has no positive values, and therefore cannot be log-scaled.")
        vmin, vmax = sorted((vmin, vmax))
        ends = _exponents([vmin, vmax], base)
        first, last = math.ceil(ends[0]), math.floor(ends[1])
        count, subs = last - first + 1, self._subs
        if isinstance(subs, str):
            if count >= 10 or base < 3:
                if subs == "auto":
                    return np.array([])
                subs = np.array([1.0])
            else:
                subs = np.arange(2.0 if subs == "auto" else 1.0, base)
        decades, stride = _decades(first, last, ends, self._most())
        if len(subs) > 1 or len(subs) == 1 and subs[0] != 1.0:
            found = np.array([])
            if stride == 1 or count <= 1:
                found = np.concatenate([subs * base**float(decade) for decade in range(first - 1, last + 1)])
        else:
            found = base ** np.array(decades, dtype=np.float64)
        if len(subs) > 1 and stride == 1 and ((vmin <= found) & (found <= vmax)).sum() <= 1:
            return AutoLocator().tick_values(vmin, vmax)
        return found

    def _most(self):
        if self.numticks != "auto":
            return self.numticks
        return 9 if self.axis is None else int(np.clip(self.axis.get_tick_space(), 2, 9))


def _exponents(values, base):
    logs = {10: np.log10, 2: np.log2}.get(base)
    return logs(values) if logs is not None else np.log(values) / np.log(base)


def _decades(first, last, ends, most):
    """The powers that have ticks, one more at each side included, and how far apart they are."""
    count = last - first + 1
    stride = count // (most + 1) + 1
    most = min(most, math.ceil(count / stride))
    if most == 0:
        return [first - 1, last + 1], last - first + 2
    if most == 1:
        middle = round((ends[0] + ends[1]) / 2)
        stride = max(middle - (first - 1), last + 1 - middle)
        return [middle - stride, middle, middle + stride], stride
    # The widest steps that make as many ticks, at multiples of the step if that can be.
    stride = (count - 1) // (most - 1)
    if stride < count / most:
        stride = count // most
    least, beyond = max(count - stride * most, 0), min(count - stride * (most - 1), stride)
    shift = -first % stride
    shift = shift if least <= shift < beyond else least
    return list(range(first + shift - stride, last + stride + 1, stride)), stride


class SymmetricalLogLocator(Locator):
    """0 and the powers of a base from about the linear part on, on those sides that reach so far."""

    def __init__(self, transform=None, subs=None, linthresh=None, base=None):
        if transform is None and (linthresh is None or base is None):
            raise ValueError("Either transform, or both linthresh and base, must be provided.")
        self._base = base if transform is None else transform.base
        self._linthresh = linthresh if transform is None else transform.linthresh
        self._subs, self.numticks = subs, 15

    def set_params(self, subs=None, numticks=None):
        self._subs = self._subs if subs is None else subs
        self.numticks = self.numticks if numticks is None else numticks

    def tick_values(self, vmin, vmax):
        low, high, threshold, base = *sorted((vmin, vmax)), self._linthresh, self._base
        if -threshold <= low < high <= threshold:
            return np.array(sorted({low, 0.0, high}))
        log = lambda value: math.log(value) / math.log(base)  # noqa: E731
        start = math.floor(log(threshold) + 1e-12)
        below = range(start, math.ceil(log(-low)) + 1) if low < -threshold else ()
        above = range(start, math.ceil(log(high)) + 1) if high > threshold else ()
        stride = max((len(below) + len(above) + (low <= threshold and high >= -threshold)) // (self.numticks - 1), 1)
        found = [-(float(base) ** power) for power in [*below][::stride][::-1]]
        found += [0.0] if low <= threshold and high >= -threshold else []
        found += [float(base) ** power for power in [*above][::stride]]
        return np.array([tick for tick in found if low <= tick <= high])


class AsinhLocator(Locator):
    """Ticks of a scale by the inverse hyperbolic sine, evenly apart on it."""

    def __init__(self, linear_width, numticks=11, symthresh=0.2, base=10, subs=None):
        self.linear_width, self.numticks, self.symthresh, self.base, self.subs = linear_width, numticks, symthresh, base, subs

    def tick_values(self, vmin, vmax):
        ends = np.arcsinh(np.array([vmin, vmax]) / self.linear_width)
        found = self.linear_width * np.sinh(np.linspace(*ends, self.numticks))
        zero = np.abs(found) < 1e-12 * max(abs(vmin), abs(vmax))
        powers = np.where(zero, 0.0, np.sign(found) * self.base ** np.floor(np.log(np.abs(np.where(zero, 1.0, found))) / np.log(self.base)))
        rounded = powers * np.round(np.where(zero, 0.0, found / np.where(zero, 1.0, powers)))
        return np.unique(rounded)


class LogitLocator(MaxNLocator):
    """Ticks of shares: 0.1, 0.01, … and 0.9, 0.99, …"""

    def __init__(self, minor=False, *, nbins="auto"):
        self._minor = minor
        MaxNLocator.__init__(self, nbins=nbins, steps=[1, 2, 5, 10])

    def tick_values(self, vmin, vmax):
        low, high = max(min(vmin, vmax), 1e-7), min(max(vmin, vmax), 1 - 1e-7)
        first = math.floor(math.log10(low)) if low < 0.5 else 0
        last = math.floor(math.log10(1 - high)) if high > 0.5 else 0
        below, above = [10.0**power for power in range(first, 0)], [1 - 10.0**power for power in range(-1, last - 1, -1)]
        return np.array([*below, 0.5, *above])


class LogFormatter(Formatter):
    """A power of the base as a number; between powers, where there are few of them."""

    def __init__(self, base=10.0, labelOnlyBase=False, minor_thresholds=None, linthresh=None):
        self._base, self.labelOnlyBase, self._linthresh = float(base), labelOnlyBase, linthresh
        self.minor_thresholds = (1, 0.4) if minor_thresholds is None else minor_thresholds
        self._sublabels = None

    def set_base(self, base):
        self._base = float(base)

    def set_label_minor(self, labelOnlyBase):
        self.labelOnlyBase = labelOnlyBase

    def set_locs(self, locs):
        """Which multiples of a power have a text: all, some or none, as the axis is long."""
        self.locs = locs
        low, high = sorted(map(float, self.axis.get_view_interval()))
        base, decades = self._base, 0.0
        if low <= 0:
            self._sublabels = {1}
            return
        decades = math.log(high / low) / math.log(base)
        if decades > self.minor_thresholds[0]:
            self._sublabels = {1}
        elif decades > self.minor_thresholds[1]:
            self._sublabels = set(np.round(np.geomspace(1, base, int(base) // 2 + 1)).tolist())
        else:
            self._sublabels = set(np.arange(1, base + 1).tolist())

    def _parts(self, x):
        """The sign, how often which power, and whether it is one as a whole; None where nothing is to be said."""
        size = abs(x)
        power = math.log(size) / math.log(self._base)
        near = round(power)
        is_whole = abs(power - near) < 1e-10 * max(abs(power), 1)
        exponent = near if is_whole else math.floor(power)
        times = round(self._base ** (power - exponent)) if not is_whole else 1
        if self.labelOnlyBase and not is_whole or self._sublabels is not None and times not in self._sublabels:
            return None
        return "-" if x < 0 else "", power, near, is_whole

    def __call__(self, x, pos=None):
        del pos
        if x == 0:
            return "0"
        parts = self._parts(x)
        if parts is None:
            return ""
        low, high = self.axis.get_view_interval()
        return Formatter.fix_minus(self._number(x, abs(high - low)))

    def _number(self, x, span):
        if abs(x) > 10000 or abs(x) < 1:
            return f"{x:1.0e}"
        return f"{x:g}" if span > 1 else f"{x:.3g}"

    def format_data(self, value):
        return f"{value:g}"


class LogFormatterMathtext(LogFormatter):
    """Powers of the base as a formula."""

    def __call__(self, x, pos=None):
        del pos
        if x == 0:
            return r"$\mathdefault{0}$"
        parts = self._parts(x)
        if parts is None:
            return ""
        sign, power, near, is_whole = parts
        base = f"{self._base:.0f}" if self._base % 1 == 0 else str(self._base)
        if not is_whole:
            return self._between(sign, base, power)
        return f"$\\mathdefault{{{sign}{base}^{{{near}}}}}$"

    def _between(self, sign, base, power):
        return f"$\\mathdefault{{{sign}{base}^{{{power:.2f}}}}}$"


class LogFormatterSciNotation(LogFormatterMathtext):
    """Powers of the base as a formula, and their multiples."""

    def _between(self, sign, base, power):
        exponent = math.floor(power)
        times = self._base ** (power - exponent)
        times = round(times) if abs(times - round(times)) < 1e-6 else times
        return f"$\\mathdefault{{{sign}{times:g}\\times{base}^{{{exponent}}}}}$"


class LogFormatterExponent(LogFormatter):
    """Powers of the base by their exponents."""

    def _number(self, x, span):
        power = math.log(abs(x)) / math.log(self._base)
        return f"{power:1.0g}" if abs(power) > 10000 else f"{round(power, 10):g}"


class LogitFormatter(Formatter):
    """Shares, those near 0 and 1 by powers of ten."""

    def __init__(self, *, use_overline=False, one_half=r"\frac{1}{2}", minor=False, minor_threshold=25, minor_number=6):
        del minor, minor_threshold, minor_number
        self._use_overline, self._one_half = use_overline, one_half

    def __call__(self, x, pos=None):
        del pos
        if x <= 0 or x >= 1:
            return ""
        if abs(x - 0.5) < 1e-9:
            return rf"$\mathdefault{{{self._one_half}}}$"
        share, is_far = (x, False) if x < 0.5 else (1 - x, True)
        power = math.log10(share)
        text = f"10^{{{round(power)}}}" if abs(power - round(power)) < 1e-7 else f"{share:g}"
        return rf"$\mathdefault{{1-{text}}}$" if is_far else rf"$\mathdefault{{{text}}}$"


for _class in (LogLocator, SymmetricalLogLocator, AsinhLocator, LogitLocator, LogFormatter, LogFormatterMathtext,
               LogFormatterSciNotation, LogFormatterExponent, LogitFormatter):  # fmt: skip
    _class.__module__ = "matplotlib.ticker"
