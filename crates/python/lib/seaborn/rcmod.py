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
    """What a style sets."""
    if isinstance(style, dict):
        return dict(style)
    if style is not None and style not in _STYLES:
        raise ValueError(f"style must be one of {', '.join(_STYLES)}")
    has_grid = rcParams.get("axes.grid", False) if style is None else style in ("darkgrid", "whitegrid")
    return {"axes.grid": has_grid, **(rc or {})}


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
        raise NotImplementedError("despine: trim is not built into this seaborn")
    each = [ax] if ax is not None else (plt.gcf() if fig is None else fig).axes
    for axes in each:
        for side, gone in (("top", top), ("right", right), ("left", left), ("bottom", bottom)):
            axes.spines[side].set_visible(not gone)
            if offset is not None:
                away = offset.get(side, 0) if isinstance(offset, dict) else offset
                axes.spines[side].set_position(("outward", away))
