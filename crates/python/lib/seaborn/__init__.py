"""`seaborn`: the ten plots that courses call, drawn by our matplotlib.

What it is not: its grids of plots but `pairplot`, and its data sets but the irises. Start reading at `_data`.
"""

from seaborn._missing import missing
from seaborn.axisgrid import PairGrid, pairplot
from seaborn.categorical import barplot, boxplot, countplot
from seaborn.distributions import histplot, kdeplot
from seaborn.matrix import heatmap
from seaborn.palettes import color_palette, cubehelix_palette, husl_palette, set_palette
from seaborn.rcmod import (
    axes_style,
    despine,
    plotting_context,
    reset_defaults,
    reset_orig,
    set,
    set_context,
    set_style,
    set_theme,
)
from seaborn.regression import regplot
from seaborn.relational import lineplot, scatterplot
from seaborn.utils import get_dataset_names, load_dataset

__version__ = "0.13.2+kindling"
_missing = missing("seaborn")


def __getattr__(name):
    if name in ("stripplot", "swarmplot", "violinplot"):
        return getattr(__import__("seaborn._spread", fromlist=(name,)), name)
    return _missing(name)
