"""What seaborn has and this has not: names and options are refused by name.

What it is not: checks of what is done. Start reading at `refuse`.
"""

from _kindling_absent import Absent


_NAMES = (
    "FacetGrid distplot JointGrid boxenplot catplot clustermap displot ecdfplot jointplot lmplot palplot pointplot relplot "
    "residplot rugplot dark_palette light_palette diverging_palette hls_palette "
    "mpl_palette blend_palette crayon_palette xkcd_palette move_legend "
    "choose_colorbrewer_palette objects cm crayons xkcd_rgb desaturate saturate set_hls_values set_color_codes "
).split()


def missing(module):
    """The `__getattr__` of a module."""

    def answer(name):
        if name in _NAMES:
            return Absent(f"{module}.{name} is not built into this seaborn")
        raise AttributeError(f"module '{module}' has no attribute '{name}'")

    return answer


def refuse(owner, given, defaults):
    """Refuses options that have another value than the one that is built.

    Raises:
        NotImplementedError: for one that seaborn has.
        TypeError: for one that it has not either.
    """
    for name, value in given.items():
        if name not in defaults:
            raise TypeError(f"{owner}() got an unexpected keyword argument {name!r}")
        built = defaults[name]
        if value is not built and not (isinstance(value, (int, float, str, tuple)) and value == built):
            raise NotImplementedError(f"{owner}: {name}={value!r} is not built into this seaborn")
