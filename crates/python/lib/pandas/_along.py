"""Where a plot's rows stand along its axis, and what is written there: of moments, times of day, spans, names.

What it is not: the plots, which are `_plot`'s. Start reading at `places`.
"""

from datetime import date, time, timedelta

from _scalars import NUMBERS
from pandas._column import is_missing


def places(along):
    """Numbers or moments for labels, and how an axis gets to show what they stand for (None where it need not)."""
    known = [label for label in along if not is_missing(label)]
    if all(isinstance(label, (NUMBERS, date)) and not isinstance(label, bool) for label in known):
        return along, None
    if all(isinstance(label, time) for label in known):
        return [_seconds(label) for label in along], _by_clock
    if all(isinstance(label, timedelta) for label in known):
        return [label.total_seconds() * 1e6 for label in along], _by_span
    return list(range(len(along))), _names(along)


def _seconds(moment):
    return moment.hour * 3600 + moment.minute * 60 + moment.second + moment.microsecond / 1e6


def text(label):
    """A label as plots write it: parts without quotes."""
    return f"({', '.join(map(str, label))})" if isinstance(label, tuple) else str(label)


def _names(along):
    words = dict(enumerate(map(text, along)))

    def show(axes):
        from matplotlib.ticker import FixedLocator

        ticks = axes.get_xticks()
        axes.xaxis.set_major_locator(FixedLocator(ticks))
        axes.set_xticklabels([words.get(tick, "") for tick in ticks])

    return show


def _by_clock(axes):
    def told(count, position=None):
        seconds, parts = int(count), round((count - int(count)) * 10**6)
        clock = f"{seconds // 3600 % 24:02d}:{seconds // 60 % 60:02d}"
        return clock + (f":{seconds % 60:02d}.{parts:06d}" if parts else f":{seconds % 60:02d}" if seconds % 60 else "")

    _format(axes, told)


def _by_span(axes):
    def told(count, position=None):
        seconds = int(count // 10**6)
        clock = f"{seconds // 3600 % 24:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
        return f"{seconds // 86400} days {clock}" if seconds >= 86400 else clock

    _format(axes, told)
    _tight(axes)


def _format(axes, told):
    from matplotlib.ticker import FuncFormatter

    axes.xaxis.set_major_formatter(FuncFormatter(told))


def is_even(index):
    """Whether labels are moments in even steps: their plots leave no room at the sides."""
    kind = type(index).__name__
    if kind != "DatetimeIndex" or len(index) < 3:
        return kind == "PeriodIndex" or kind == "DatetimeIndex" and index.freq is not None
    from pandas._by_time import infer_freq

    return index.freq is not None or index.is_unique and infer_freq(index) is not None


def _tight(axes):
    ends = [(min(values), max(values)) for values in (line.get_xdata(orig=False) for line in axes.get_lines()) if len(values)]
    if ends:
        axes.set_xlim(min(low for low, _ in ends), max(high for _, high in ends))


tighten = _tight
