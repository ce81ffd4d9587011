"""`seaborn`: the ten plots that courses call, drawn by our matplotlib.

What it is not: clustered maps, and its data sets but the irises. Start reading at `_data`.
"""

from seaborn._missing import missing
from seaborn.axisgrid import PairGrid, pairplot
from seaborn.categorical import barplot, boxplot, countplot
from seaborn.distributions import histplot, kdeplot
from seaborn.matrix import heatmap
from seaborn.palettes import (
    blend_palette, color_palette, cubehelix_palette, dark_palette, diverging_palette, hls_palette, husl_palette, light_palette,
    mpl_palette, palplot, set_color_codes, set_palette,
)  # fmt: skip
from seaborn.rcmod import axes_style, despine, plotting_context, reset_defaults, reset_orig, set, set_context, set_style, set_theme
from seaborn.regression import regplot
from seaborn.relational import lineplot, scatterplot
from seaborn.utils import get_dataset_names, load_dataset, move_legend

__version__ = "0.13.2+kindling"
_missing = missing("seaborn")
# What comes when it is asked for.
_LATER = {
    "_spread": ("stripplot", "swarmplot", "violinplot"),
    "_facets": ("FacetGrid", "catplot", "displot", "lmplot", "relplot"),
    "_joint": ("JointGrid", "jointplot"),
    "_rarer": ("distplot", "ecdfplot", "pointplot", "residplot", "rugplot"),
}

# With what comes later, for `from seaborn import *`.
__all__ = [
    *(name for name in dict(globals()) if name[0] != "_" and name != "missing"), *(name for names in _LATER.values() for name in names),
]  # fmt: skip


def __getattr__(name):
    for file, names in _LATER.items():
        if name in names:
            return getattr(__import__(f"seaborn.{file}", fromlist=(name,)), name)
    return _missing(name)
