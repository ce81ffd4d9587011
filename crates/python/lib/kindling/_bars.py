"""Watches what tqdm's bars say behind them: `watch_bars()`.

What it is not: a bar. Start reading at `watch_bars`.
"""

from functools import wraps

from kindling._watch import watch


def watch_bars(smooth=0.0):
    """From here on, the numbers of each tqdm bar's `set_postfix` are watched: a curve grows below the bar.

    Numbers in text, as `f"{loss:.3f}"`, count too; other words are left out. smooth: as in `watch`. A second call only
    changes that.

    Example:
        kindling.watch_bars(smooth=0.9)
        bar = tqdm(range(100))
        for epoch in bar:
            ...
            bar.set_postfix(loss=loss.item())
    """
    from tqdm.std import tqdm

    _settings["smooth"] = smooth
    if getattr(tqdm.set_postfix, "_is_watched", False):
        return
    before = tqdm.set_postfix

    @wraps(before)
    def set_postfix(self, ordered_dict=None, refresh=True, **kwargs):
        before(self, ordered_dict, refresh, **kwargs)
        numbers = _numbers({**(ordered_dict or {}), **kwargs})
        if numbers:
            watch(**_settings, **numbers)

    set_postfix._is_watched = True
    tqdm.set_postfix = set_postfix


_settings = {}


def _numbers(values):
    """Those that are numbers, or text that says one."""
    found = {}
    for name, value in values.items():
        try:
            found[_OTHERWISE.get(name, name)] = float(value)
        except (TypeError, ValueError, RuntimeError):
            continue
    return found


# What `watch` takes for itself.
_OTHERWISE = {"epoch": "epoch number", "run": "run number", "smooth": "smooth value"}
