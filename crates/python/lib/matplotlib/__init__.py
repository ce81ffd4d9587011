"""Kindling's matplotlib: the calls that lessons use, building a figure that the page draws.

What it is not: matplotlib's own code or its whole surface. What is missing says so by name.
Start reading at pyplot; a figure's own form is that of the Rust type `kindling_plot::Figure`.
"""

__version__ = "3.10.3"

DEFAULTS = {
    "axes.grid": False,
    "axes.spines.bottom": True,
    "axes.spines.left": True,
    "axes.spines.right": True,
    "axes.spines.top": True,
    "figure.figsize": [6.4, 4.8],
    "figure.dpi": 100.0,
    "lines.linewidth": 1.5,
    "lines.markersize": 6.0,
    "image.cmap": "viridis",
}


class RcParams(dict):
    """Settings by name: those above, and what all others are at first."""

    def __missing__(self, key):
        from . import _settings

        if key == "axes.prop_cycle":
            return _settings.cycle()
        if key == "backend":
            return get_backend()
        return _settings.ALL[key]

    def __setitem__(self, key, value):
        if key not in DEFAULTS:
            from . import _settings

            if key not in _settings.ALL and key not in ("axes.prop_cycle", "backend"):
                raise _settings.unknown(key)
        if key == "figure.figsize":
            value = [float(side) for side in value]
        if type(value) is int and type(DEFAULTS.get(key)) is float:
            value = float(value)
        dict.__setitem__(self, key, value)

    def update(self, *others, **kwargs):
        for key, value in dict(*others, **kwargs).items():
            self[key] = value

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def copy(self):
        made = RcParams()
        dict.update(made, self)
        return made

    def find_all(self, pattern):
        """All settings whose names the pattern fits."""
        import re

        from . import _settings

        return {name: self[name] for name in _settings.ALL if re.search(pattern, name)}


rcParams = RcParams(DEFAULTS)


def rc(group, **kwargs):
    """Sets rcParams of a group: rc("lines", linewidth=2)."""
    short = {"lw": "linewidth", "ls": "linestyle", "c": "color", "fc": "facecolor", "ec": "edgecolor", "mew": "markeredgewidth",
             "aa": "antialiased"}  # fmt: skip
    for each in [group] if isinstance(group, str) else group:
        for name, value in kwargs.items():
            key = f"{each}.{short.get(name, name)}"
            try:
                rcParams[key] = value
            except KeyError:
                raise KeyError(f'Unrecognized key "{key}" for group "{each}" and name "{name}"') from None


def rcdefaults():
    """All rcParams as they were at first."""
    rcParams.clear()
    rcParams.update(DEFAULTS)


class rc_context:
    """with rc_context({…}): as `rcParams.update` within a block."""

    def __init__(self, rc=None, fname=None):
        if fname is not None:
            raise NotImplementedError("rc_context(fname=...) is not supported by Kindling's matplotlib")
        self._rc = rc or {}

    def __enter__(self):
        self._before = dict(rcParams)
        rcParams.update(self._rc)

    def __exit__(self, *raised):
        rcParams.clear()
        dict.update(rcParams, self._before)


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
        return RcParams(DEFAULTS)
    if name == "cycler":
        from cycler import cycler

        return cycler
    raise AttributeError(f"module 'matplotlib' has no attribute '{name}'")
