"""How plots look from now on: colours, grids and sizes, as matplotlib's rcParams.

What it is not: fonts, which are the page's. Start reading at `set_theme`.
"""

from matplotlib import rcParams
from matplotlib.style import kept
from seaborn.palettes import set_palette

_STYLES = ("white", "dark", "whitegrid", "darkgrid", "ticks")
_CONTEXTS = {"paper": 0.8, "notebook": 1, "talk": 1.5, "poster": 2}
_INK = ".15"
_SPINES = ("left", "bottom", "right", "top")
# Sizes of the context "notebook"; the others are so many times as large.
_FONTS = {
    "font.size": 12,
    "axes.labelsize": 12,
    "axes.titlesize": 12,
    "xtick.labelsize": 11,
    "ytick.labelsize": 11,
    "legend.fontsize": 11,
    "legend.title_fontsize": 12,
}
_LINES = {
    "axes.linewidth": 1.25,
    "grid.linewidth": 1,
    "lines.linewidth": 1.5,
    "lines.markersize": 6,
    "patch.linewidth": 1,
    "xtick.major.size": 6,
    "ytick.major.size": 6,
}


def set_theme(
    context="notebook", style="darkgrid", palette="deep", font="sans-serif", font_scale=1, color_codes=True, rc=None
):
    """The style, the sizes, the palette, and what `rc` says besides."""
    # The page's letters are the same in every figure.
    del font
    set_context(context, font_scale)
    set_style(style)
    if palette is not None:
        set_palette(palette, color_codes=color_codes)
    rcParams.update(rc or {})


set = set_theme


def axes_style(style=None, rc=None):
    """What a style sets; as a block, `with axes_style("white"):`, it holds within it."""
    if isinstance(style, dict):
        return _Block(style)
    if style is None:
        return _Block({key: rcParams[key] for key in _looks("white")} | (rc or {}))
    if style not in _STYLES:
        raise ValueError(f"style must be one of {', '.join(_STYLES)}")
    known = {key: value for key, value in (rc or {}).items() if key in _looks(style)}
    return _Block({**_looks(style), **known})


def _looks(style):
    is_dark, has_grid = style.startswith("dark"), style.endswith("grid")
    looks = {
        "figure.facecolor": "white",
        "axes.labelcolor": _INK,
        "text.color": _INK,
        "xtick.color": _INK,
        "ytick.color": _INK,
        "axes.grid": has_grid,
        "axes.facecolor": "#EAEAF2" if is_dark else "white",
        "axes.edgecolor": "white" if is_dark else ".8" if has_grid else _INK,
        "grid.color": "white" if is_dark else ".8",
        "grid.linestyle": "-",
        "patch.edgecolor": "w",
        "patch.force_edgecolor": True,
    }
    return looks | {f"axes.spines.{side}": True for side in _SPINES}


def plotting_context(context=None, font_scale=1, rc=None):
    """The sizes of a context; as a block they hold within it."""
    if isinstance(context, dict):
        return _Block(context)
    if context is None:
        return _Block({key: rcParams[key] for key in {**_FONTS, **_LINES}} | (rc or {}))
    if context not in _CONTEXTS:
        raise ValueError(f"context must be in {', '.join(_CONTEXTS)}")
    times = _CONTEXTS[context]
    fonts = {key: size * times * font_scale for key, size in _FONTS.items()}
    return _Block({**fonts, **{key: size * times for key, size in _LINES.items()}, **(rc or {})})


class _Block(dict):
    """rcParams of a style or context, that may hold within a block only."""

    def __enter__(self):
        self._kept = kept(lambda: rcParams.update(self))
        self._kept.__enter__()
        return self

    def __exit__(self, *raised):
        self._kept.__exit__()

    def __call__(self, function):
        return kept(lambda: rcParams.update(self))(function)


def set_style(style=None, rc=None):
    """With a grid or without, light or dark."""
    rcParams.update(axes_style(style, rc))


def set_context(context=None, font_scale=1, rc=None):
    """Sizes for paper, notebook, talk or poster."""
    rcParams.update(plotting_context(context, font_scale, rc))


def reset_defaults():
    """As if seaborn had not been asked for anything."""
    rcParams.reset()


reset_orig = reset_defaults


def despine(fig=None, ax=None, top=True, right=True, left=False, bottom=False, offset=None, trim=False):
    """Axes without the lines at these sides; what is left stands `offset` points away from the data."""
    import matplotlib.pyplot as plt

    if trim:
        from seaborn._missing import without

        without("despine", {"trim": trim}, {"trim": False})
    each = [ax] if ax is not None else (plt.gcf() if fig is None else fig).axes
    for axes in each:
        for side, gone in (("top", top), ("right", right), ("left", left), ("bottom", bottom)):
            axes.spines[side].set_visible(not gone)
            if offset is not None:
                away = offset.get(side, 0) if isinstance(offset, dict) else offset
                axes.spines[side].set_position(("outward", away))
