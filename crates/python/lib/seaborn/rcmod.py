"""How plots look from now on: colours and grids.

What it is not: fonts and sizes, which the page has. Start reading at `set_theme`.
"""

from matplotlib import rcParams
from matplotlib.colors import CYCLE, TABLEAU_COLORS
from seaborn.palettes import set_palette

_STYLES = ("white", "dark", "whitegrid", "darkgrid", "ticks")
_CONTEXTS = ("paper", "notebook", "talk", "poster")


def set_theme(
    context="notebook", style="darkgrid", palette="deep", font="sans-serif", font_scale=1, color_codes=True, rc=None
):
    """The style, the palette, and what `rc` says besides."""
    # The page's type and its sizes are the same for every figure: fonts and contexts change nothing that is drawn here.
    del font
    set_context(context, font_scale)
    set_style(style)
    if palette is not None:
        set_palette(palette, color_codes=color_codes)
    rcParams.update(rc or {})


set = set_theme


def axes_style(style=None, rc=None):
    """What a style sets; within `with` it is so for a block."""
    if isinstance(style, dict):
        return _Settings(style)
    if style is not None and style not in _STYLES:
        raise ValueError(f"style must be one of {', '.join(_STYLES)}")
    has_grid = rcParams.get("axes.grid", False) if style is None else style in ("darkgrid", "whitegrid")
    dark = style in ("dark", "darkgrid")
    return _Settings({"axes.grid": has_grid, "axes.facecolor": "#EAEAF2" if dark else "white", "axes.edgecolor": "white" if dark else
                      ".8" if style == "whitegrid" else ".15", "grid.color": "white" if dark else ".8", **(rc or {})})


class _Settings(dict):
    """Settings by name, which hold within a `with` block."""

    def __enter__(self):
        self._before = dict(rcParams)
        rcParams.update(self)

    def __exit__(self, *raised):
        rcParams.clear()
        dict.update(rcParams, self._before)


_SIZES = {"font.size": 12, "axes.labelsize": 12, "axes.titlesize": 12, "xtick.labelsize": 11, "ytick.labelsize": 11,
          "legend.fontsize": 11, "legend.title_fontsize": 12, "axes.linewidth": 1.25, "grid.linewidth": 1, "lines.linewidth": 1.5,
          "lines.markersize": 6, "patch.linewidth": 1}  # fmt: skip


def plotting_context(context=None, font_scale=1, rc=None):
    """Sizes for paper or screen; within `with` they are so for a block."""
    if isinstance(context, dict):
        return _Settings(context)
    if context is not None and context not in _CONTEXTS:
        raise ValueError(f"context must be in {', '.join(_CONTEXTS)}")
    scale = {"paper": 0.8, "notebook": 1, "talk": 1.5, "poster": 2}.get(context, 1)
    sizes = {name: size * scale * (font_scale if "size" in name and name != "lines.markersize" else 1) for name, size in _SIZES.items()}
    return _Settings({**sizes, **(rc or {})})


def set_style(style=None, rc=None):
    """With a grid or without."""
    rcParams.update(axes_style(style, rc))


def set_context(context=None, font_scale=1, rc=None):
    """Sizes for paper or screen; figures here fit the page, whichever is asked for."""
    del font_scale
    if context is not None and not isinstance(context, dict) and context not in _CONTEXTS:
        raise ValueError(f"context must be in {', '.join(_CONTEXTS)}")
    rcParams.update(rc or {})


def reset_defaults():
    """As if seaborn had not been asked for anything."""
    rcParams["axes.grid"] = False
    CYCLE[:] = list(TABLEAU_COLORS.values())


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
