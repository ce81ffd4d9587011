"""Where ticks stand, and their texts: locators and formatters.

What it is not: an axis, which takes them (axis.py), or ticks that nobody sets, which the drawing chooses. Start reading
at `MaxNLocator`; those of logarithms are in _log_ticks.py, what numbers say in _tick_texts.py.
"""

import math

import numpy as np

from .text import Text


class TickHelper:
    """What belongs to an axis."""

    axis = None

    def set_axis(self, axis):
        self.axis = axis

    def create_dummy_axis(self, **kwargs):
        """Without an axis there is nothing to ask of one."""


class Locator(TickHelper):
    """Where ticks stand: its own kinds say `tick_values`, or answer a call."""

    MAXTICKS = 1000

    def tick_values(self, vmin, vmax):
        raise NotImplementedError("Derived must override")

    def __call__(self):
        return self.tick_values(*self.axis.get_view_interval())

    def set_params(self, **kwargs):
        import warnings

        warnings.warn(f"'set_params()' not defined for locator of type {type(self)}", stacklevel=2)

    def raise_if_exceeds(self, locs):
        return locs

    def view_limits(self, vmin, vmax):
        return vmin, vmax

    def nonsingular(self, v0, v1):
        return v0, v1


class Formatter(TickHelper):
    """What ticks say: its own kinds answer a call with a value and its number."""

    locs = ()

    def __call__(self, x, pos=None):
        raise NotImplementedError("Derived must override")

    def format_ticks(self, values):
        self.set_locs(values)
        return [self(value, at) for at, value in enumerate(values)]

    def format_data(self, value):
        return self(value)

    def format_data_short(self, value):
        return self.format_data(value)

    def get_offset(self):
        return ""

    def set_locs(self, locs):
        self.locs = locs

    @staticmethod
    def fix_minus(s):
        return s.replace("-", "\u2212")


class MaxNLocator(Locator):
    """At most so many intervals between ticks at round numbers; 'auto' is as many as there is room for, and nine at most."""

    default_params = dict(nbins=10, steps=None, integer=False, symmetric=False, prune=None, min_n_ticks=2)

    def __init__(self, nbins=None, **kwargs):
        if nbins is not None:
            kwargs["nbins"] = nbins
        self.set_params(**{**self.default_params, **kwargs})

    def set_params(self, **kwargs):
        """Others of nbins, steps, integer, symmetric, prune and min_n_ticks."""
        if "prune" in kwargs and kwargs["prune"] not in ("upper", "lower", "both", None):
            raise ValueError(f"{kwargs['prune']!r} is not a valid value for prune. Supported values are 'upper', 'lower', 'both', None")
        for name in ("nbins", "symmetric", "prune", "integer"):
            if name in kwargs:
                setattr(self, "_" + name, kwargs.pop(name))
        if "min_n_ticks" in kwargs:
            self._least = max(1, kwargs.pop("min_n_ticks"))
        if "steps" in kwargs:
            steps = kwargs.pop("steps")
            self._set_steps((1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10) if steps is None else steps)
        if kwargs:
            raise TypeError(f"set_params() got an unexpected keyword argument {next(iter(kwargs))!r}")

    def _set_steps(self, steps):
        if not np.iterable(steps):
            raise ValueError("steps argument must be an increasing sequence of numbers between 1 and 10 inclusive")
        steps = np.asarray(steps, dtype=np.float64)
        if (np.diff(steps) <= 0).any() or steps[-1] > 10 or steps[0] < 1:
            raise ValueError("steps argument must be an increasing sequence of numbers between 1 and 10 inclusive")
        steps = steps if steps[0] == 1 else np.concatenate([[1.0], steps])
        steps = steps if steps[-1] == 10 else np.concatenate([steps, [10.0]])
        self._steps = np.concatenate([0.1 * steps[:-1], steps, [10 * steps[1]]])

    def _most(self):
        if self._nbins != "auto":
            return self._nbins
        return 9 if self.axis is None else int(np.clip(self.axis.get_tick_space(), max(1, self._least - 1), 9))

    def tick_values(self, vmin, vmax):
        if self._symmetric:
            vmax = max(abs(vmin), abs(vmax))
            vmin = -vmax
        if vmin == vmax:
            vmin, vmax = vmin - 1e-13, vmax + 1e-13
        vmin, vmax = sorted((vmin, vmax))
        found, prune = self._round_ones(vmin, vmax), self._prune
        return found[prune in ("lower", "both"):len(found) - (prune in ("upper", "both"))]

    def _round_ones(self, vmin, vmax):
        span, middle, most = abs(vmax - vmin), (vmax + vmin) / 2, self._most()
        offset = 0.0 if abs(middle) / span < 100 else math.copysign(10 ** (math.log10(abs(middle)) // 1), middle)
        scale = 10 ** (math.log10(span / most) // 1)
        low, high = vmin - offset, vmax - offset
        steps = self._steps * scale
        if self._integer:
            steps = steps[(steps < 1) | (abs(steps - np.round(steps)) < 0.001)]
        least = (high - low) / most
        if getattr(getattr(self.axis, "axes", None), "name", "") == "3d":
            # The box of a plot in space is a little larger than its limits.
            least *= 23 / 24
        fitting = np.nonzero(steps >= least)[0]
        first = int(fitting[0]) if len(fitting) else len(steps) - 1
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
        MaxNLocator.__init__(self, "auto", steps=(1, 2, 2.5, 5, 10))


class MultipleLocator(Locator):
    """Ticks at the multiples of a number."""

    def __init__(self, base=1.0, offset=0.0):
        self.set_params(base, offset)

    def set_params(self, base=None, offset=None):
        if base is not None:
            if base <= 0:
                raise ValueError("'step' must be positive")
            self._base = base
        if offset is not None:
            self._offset = offset

    def tick_values(self, vmin, vmax):
        vmin, vmax = sorted((vmin, vmax))
        first = math.ceil((vmin - self._offset) / self._base - 1e-10)
        count = math.floor((vmax - self._offset) / self._base + 1e-10) - first + 3
        return (first - 1.0 + np.arange(count)) * self._base + self._offset


class FixedLocator(Locator):
    """Ticks at these places, of many every so manieth."""

    def __init__(self, locs, nbins=None):
        self.locs = np.asarray(locs)
        if self.locs.ndim != 1:
            raise ValueError(f"'locs' must be 1D; input with shape {self.locs.shape} is invalid")
        self.nbins = None if nbins is None else max(nbins, 2)

    def set_params(self, nbins=None):
        if nbins is not None:
            self.nbins = nbins

    def tick_values(self, vmin, vmax):
        del vmin, vmax
        if self.nbins is None:
            return self.locs
        step = max(math.ceil(len(self.locs) / self.nbins), 1)
        tries = [self.locs[at::step] for at in range(step)]
        return min(tries, key=lambda ticks: np.abs(ticks).min())

    def __call__(self):
        return self.tick_values(None, None)


class NullLocator(Locator):
    """No ticks."""

    def tick_values(self, vmin, vmax):
        del vmin, vmax
        return []

    def __call__(self):
        return []


class LinearLocator(Locator):
    """So many ticks from end to end."""

    def __init__(self, numticks=None, presets=None):
        self.presets = {} if presets is None else presets
        self.numticks = 11 if numticks is None else numticks

    def set_params(self, numticks=None, presets=None):
        self.numticks = self.numticks if numticks is None else numticks
        self.presets = self.presets if presets is None else presets

    def tick_values(self, vmin, vmax):
        vmin, vmax = sorted((vmin, vmax))
        if (vmin, vmax) in self.presets:
            return self.presets[vmin, vmax]
        return np.linspace(vmin, vmax, self.numticks) if self.numticks else []


class IndexLocator(Locator):
    """A tick every so many points."""

    def __init__(self, base, offset):
        self._base, self.offset = base, offset

    def set_params(self, base=None, offset=None):
        self._base = self._base if base is None else base
        self.offset = self.offset if offset is None else offset

    def tick_values(self, vmin, vmax):
        return np.arange(float(vmin + self.offset), vmax, self._base)


class AutoMinorLocator(Locator):
    """Ticks between others: so many parts to each interval, or four or five as its length suggests."""

    def __init__(self, n=None):
        self.ndivs = n

    def tick_values(self, vmin, vmax):
        raise NotImplementedError(f"Cannot get tick locations for a {type(self)} type.")

    def __call__(self):
        if self.axis.get_scale() == "log":
            import warnings

            warnings.warn("AutoMinorLocator does not work on logarithmic scales", stacklevel=2)
            return []
        large = np.unique(self.axis.get_majorticklocs())
        if len(large) < 2:
            return []
        step = large[1] - large[0]
        leading = 10 ** (np.log10(step) % 1)
        parts = self.ndivs
        if parts in (None, "auto"):
            parts = 5 if np.isclose(leading, [1, 2.5, 5, 10]).any() else 4
        step, (low, high) = step / parts, sorted(self.axis.get_view_interval())
        first, last = round((low - large[0]) / step), round((high - large[0]) / step) + 1
        return np.arange(first, last) * step + large[0]


class FuncFormatter(Formatter):
    """A tick's text by a function of its value and number."""

    def __init__(self, func):
        self.func, self.offset_string = func, ""

    def __call__(self, x, pos=None):
        return self.func(x, pos)

    def get_offset(self):
        return self.offset_string

    def set_offset_string(self, ofs):
        self.offset_string = ofs


class FormatStrFormatter(Formatter):
    def __init__(self, fmt):
        self.fmt = fmt

    def __call__(self, x, pos=None):
        return self.fmt % x


class PercentFormatter(Formatter):
    """Parts of `xmax` in hundredths, with as many digits as their axis needs."""

    def __init__(self, xmax=100, decimals=None, symbol="%", is_latex=False):
        del is_latex
        self.xmax, self.decimals, self.symbol = xmax + 0.0, decimals, symbol

    def __call__(self, x, pos=None):
        low, high = self.axis.get_view_interval()
        return Formatter.fix_minus(self.format_pct(x, abs(high - low)))

    def convert_to_pct(self, x):
        return 100.0 * (x / self.xmax)

    def format_pct(self, x, display_range):
        share, decimals = self.convert_to_pct(x), self.decimals
        if decimals is None:
            span = self.convert_to_pct(display_range)
            decimals = 0 if span <= 0 else min(max(math.ceil(2.0 - math.log10(2.0 * span)), 0), 5)
        return f"{share:0.{int(decimals)}f}" + (self.symbol or "")


class NullFormatter(Formatter):
    """Says nothing."""

    def __call__(self, x, pos=None):
        del x, pos
        return ""


class FixedFormatter(Formatter):
    """The ticks' texts in their order."""

    def __init__(self, seq):
        self.seq, self.offset_string = seq, ""

    def __call__(self, x, pos=None):
        del x
        return self.seq[pos] if pos is not None and pos < len(self.seq) else ""

    def get_offset(self):
        return self.offset_string

    def set_offset_string(self, ofs):
        self.offset_string = ofs


class StrMethodFormatter(Formatter):
    """A text with `{x}` for the value and `{pos}` for the tick's number."""

    def __init__(self, fmt):
        self.fmt = fmt

    def __call__(self, x, pos=None):
        return self.fmt.format(x=x, pos=pos)


class ScalarFormatter(Formatter):
    """Plain numbers, all with as many digits as their distance asks for; what they have in common stands beside the axis."""

    def __init__(self, useOffset=None, useMathText=None, useLocale=None, *, usetex=None):
        del useLocale, usetex
        # What `Axes.ticklabel_format` says: an axis has its formatter's.
        self._said = {} if useOffset is None else {"useOffset": useOffset}
        if useMathText is not None:
            self._said["useMathText"] = useMathText
        self._texts, self._beside = {}, ""

    def set_scientific(self, b):
        self._said["style"] = "sci" if b else "plain"

    def set_powerlimits(self, lims):
        if len(lims) != 2:
            raise ValueError("'lims' must be a sequence of length 2")
        self._said["scilimits"] = lims

    def set_useOffset(self, val):
        self._said["useOffset"] = val

    def get_useOffset(self):
        return self._said.get("useOffset", True) is True

    def set_useMathText(self, val):
        self._said["useMathText"] = val

    def get_useMathText(self):
        return bool(self._said.get("useMathText", False))

    useOffset, useMathText = property(get_useOffset, set_useOffset), property(get_useMathText, set_useMathText)

    def set_locs(self, locs):
        from ._tick_texts import numbers

        self.locs = locs
        places = np.asarray(locs, dtype=np.float64).tolist()
        ends = sorted(map(float, self.axis.get_view_interval())) if self.axis is not None else [min(places, default=0), max(places, default=1)]
        texts, self._beside = numbers(places, ends, self._said) if places else ([], "")
        self._texts = dict(zip(places, texts))

    def __call__(self, x, pos=None):
        del pos
        if not len(self.locs):
            return ""
        known = self._texts.get(float(x))
        return known if known is not None else self.format_data(x)

    def get_offset(self):
        return self._beside

    def format_data(self, value):
        return f"{value:.10g}".replace("-", "\u2212")

    format_data_short = format_data


class EngFormatter(ScalarFormatter):
    """Numbers with the prefixes of thousands: k, M, m."""

    _PREFIXES = "q r y z a f p n \u00b5 m  k M G T P E Z Y R Q".split(" ")

    def __init__(self, unit="", places=None, sep=" ", *, usetex=None, useMathText=None, useOffset=False):
        ScalarFormatter.__init__(self, useOffset, useMathText)
        self.unit, self.places, self.sep = unit, places, sep

    def set_locs(self, locs):
        self.locs = locs

    def __call__(self, x, pos=None):
        del pos
        return self.format_data(x)

    def format_data(self, value):
        most = len(self._PREFIXES) // 2
        power = 0 if value == 0 else max(-most, min(most, math.floor(math.log10(abs(value)) / 3)))
        form = "g" if self.places is None else f".{self.places:d}f"
        if abs(float(format(value / 1000.0**power, form))) >= 1000 and power < most:
            power += 1
        end = self._PREFIXES[power + most] + self.unit
        return (format(value / 1000.0**power, form) + (self.sep + end if end else "")).replace("-", "\u2212")

    format_eng = format_data


def get_xticks(axes, *, minor=False):
    """Where the x axis has ticks."""
    return minor_ticks(axes, "x") if minor else _told(axes, "x")


def get_yticks(axes, *, minor=False):
    """Where the y axis has ticks."""
    return minor_ticks(axes, "y") if minor else _told(axes, "y")


def _told(axes, name):
    """As programs are told ticks: those of words are a list of whole numbers."""
    found = ticks(axes, name)
    return list(range(len(found))) if axes._tick_rules[name].get("by_words") else found


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

    def get_ha(self):
        side = self.axes._axis(self.axis_name).get("look", {}).get("horizontal")
        return {"start": "left", "end": "right", "center": "center", None: self._usual[0]}[side]

    def get_va(self):
        side = self.axes._axis(self.axis_name).get("look", {}).get("vertical")
        return {"start": "bottom", "end": "top", "center": "center", None: self._usual[1]}[side]

    _usual = ("center", "top")
    get_horizontalalignment, get_verticalalignment = get_ha, get_va
    get_size = get_fontsize
    set_ha, set_va, set_size = set_horizontalalignment, set_verticalalignment, set_fontsize


class YTickLabel(TickLabel):
    _kind = "text.Text"
    axis_name, _usual = "y", ("right", "center_baseline")


def _labels(axes, name, minor=False, which=None):
    """Each tick's place and text."""
    from ._tick_texts import told

    if which not in (None, "major", "minor", "both"):
        raise ValueError(f"'which' must be one of ('minor', 'major', 'both') not {which!r}")
    if which == "minor" or which is None and minor:
        places = minor_ticks(axes, name)
        texts = formatted(minor_formatter(axes, name), places, axes, name)
        return list(zip(np.asarray(places).tolist(), texts))

    axis = axes._axis(name)
    places, own = np.asarray(ticks(axes, name)).tolist(), axis.get("tick_labels")
    if axes._tick_rules[name].get("untexted"):
        return []
    formatter = axes._tick_rules[name].get("formatter")
    if formatter is not None:
        own = formatted(formatter, places, axes, name)
    return list(zip(places, told(axes, name, places)[0] if own is None else own))


def formatted(formatter, places, axes=None, name=None):
    """What a formatter says at each tick."""
    if axes is not None and hasattr(formatter, "set_axis") and formatter.axis is None:
        from .axis import Axis

        formatter.set_axis(Axis(axes, name))
    if hasattr(formatter, "format_ticks"):
        return [str(text) for text in formatter.format_ticks(places)]
    if hasattr(formatter, "set_locs"):
        formatter.set_locs(places)
    return [str(formatter(at, number)) for number, at in enumerate(places)]


def locator_of(axes, name):
    """The locator that was set, or the scale's own."""
    from ._log_ticks import LogLocator, SymmetricalLogLocator

    scale = axes._axis(name).get("scale", "linear")
    found = axes._tick_rules[name].get("locator")
    if found is None:
        base = axes._tick_rules[name].get("base", 10)
        found = LogLocator(base) if scale == "log" else AutoLocator() if scale == "linear" else SymmetricalLogLocator(
            base=10, linthresh=scale["sym_log"]["threshold"])
    if getattr(found, "axis", None) is None and hasattr(found, "set_axis"):
        from .axis import Axis

        found.set_axis(Axis(axes, name))
    return found


def ticks(axes, name):
    """Where an axis has ticks: those that were set, its locator's, or the automatic ones."""
    set_ticks = axes._axis(name).get("ticks")
    if set_ticks is not None:
        return np.array(set_ticks).astype(int if axes._tick_rules[name].get("whole") else float)
    locator = locator_of(axes, name)
    if "locator" in axes._tick_rules[name] and hasattr(locator, "axis"):
        return np.asarray(locator())
    return np.asarray(locator.tick_values(*sorted(axes._limits(name))))


def minor_locator(axes, name):
    """The locator of small ticks that was set, or the scale's own."""
    from ._log_ticks import LogLocator

    found = axes._tick_rules[name].get("minor_locator")
    if found is None:
        is_log = axes._axis(name).get("scale") == "log"
        found = LogLocator(axes._tick_rules[name].get("base", 10), "auto") if is_log else NullLocator()
    if getattr(found, "axis", None) is None:
        from .axis import Axis

        found.set_axis(Axis(axes, name))
    return found


def minor_formatter(axes, name):
    from ._log_ticks import LogFormatterSciNotation

    found = axes._tick_rules[name].get("minor_formatter")
    if found is None:
        is_log = axes._axis(name).get("scale") == "log"
        base = axes._tick_rules[name].get("base", 10)
        found = LogFormatterSciNotation(base, labelOnlyBase=base != 10) if is_log else NullFormatter()
    return found


def minor_ticks(axes, name):
    """Where an axis has small ticks: not where large ones stand. Only those of logarithms are drawn."""
    found = np.asarray(minor_locator(axes, name)())
    found = found if len(found) else np.empty(0)
    if not len(found):
        return found
    large, scale = np.asarray(ticks(axes, name), dtype=np.float64), axes._axis(name).get("scale", "linear")
    places, taken, ends = found, large, sorted(map(float, axes._limits(name)))
    if scale == "log":
        with np.errstate(all="ignore"):
            places, taken, ends = np.log10(found), np.log10(large), np.log10(ends)
    near = abs(ends[1] - ends[0]) * 1e-5
    return found[[not (abs(taken - at) < near).any() for at in places]]


_LOGS = "LogLocator SymmetricalLogLocator AsinhLocator LogitLocator LogFormatter LogFormatterMathtext LogFormatterSciNotation " \
    "LogFormatterExponent LogitFormatter"


def __getattr__(name):
    if name in _LOGS.split():
        from . import _log_ticks

        return getattr(_log_ticks, name)
    raise AttributeError(f"module 'matplotlib.ticker' has no attribute {name!r}")
