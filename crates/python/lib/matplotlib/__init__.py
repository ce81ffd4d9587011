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


def matplotlib_fname():
    """Where the file of parameters would be: there is none here, and its values are the first ones."""
    import os

    return os.path.join(get_data_path(), "matplotlibrc")


def is_interactive():
    """Whether figures are shown as soon as they are drawn on: they are shown when a cell ends."""
    from .pyplot import isinteractive

    return isinteractive()


def interactive(b):
    """Figures are shown when a cell ends; there is no other mode."""


def get_data_path():
    import os

    return os.path.join(os.sep, "matplotlib", "mpl-data")


def get_cachedir():
    import tempfile

    return tempfile.gettempdir()


get_configdir = get_cachedir


def set_loglevel(level):
    """Nothing is logged here."""


def rc_params(fail_on_error=False):
    """The parameters as they were at first."""
    return RcParams()


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
    if name in ("cbook", "rcsetup", "path", "ticker", "transforms", "colors", "cm", "category", "dates"):
        # Without importlib, which a first visit would fetch.
        return __import__(f"{__name__}.{name}", fromlist=(name,))
    if name == "cycler":
        from cycler import cycler

        return cycler
    raise AttributeError(f"module 'matplotlib' has no attribute '{name}'")
