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
rcParams = dict(DEFAULTS)


def use(backend, *, force=True):
    """There is one backend here, the page: asking for another changes nothing."""


def get_backend():
    return "inline"


def __getattr__(name):
    # Loaded when asked for: a lesson that only imports pyplot needs none of them by these names.
    if name == "colormaps":
        from .cm import colormaps

        return colormaps
    raise AttributeError(f"module 'matplotlib' has no attribute '{name}'")
