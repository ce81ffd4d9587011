"""Kindling's matplotlib: the calls that lessons use, building a figure that the page draws.

What it is not: matplotlib's own code or its whole surface. What is missing says so by name.
Start reading at pyplot; a figure's own form is that of the Rust type `kindling_plot::Figure`.
"""

__version__ = "3.10.3"

from ._rc import RcParams, rcParams


def use(backend, *, force=True):
    """There is one backend here, the page: asking for another changes nothing."""


def get_backend():
    return "inline"


def __getattr__(name):
    # Loaded when asked for: a lesson that only imports pyplot needs none of them by these names.
    if name == "colormaps":
        from .cm import colormaps

        return colormaps
    if name in ("rcParamsDefault", "rcParamsOrig"):
        return RcParams()
    if name in ("rc", "rcdefaults", "rc_context", "xkcd"):
        from . import _rc_calls

        return getattr(_rc_calls, name)
    if name == "cycler":
        from cycler import cycler

        return cycler
    raise AttributeError(f"module 'matplotlib' has no attribute '{name}'")
