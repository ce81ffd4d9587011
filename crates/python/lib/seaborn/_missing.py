"""What seaborn has and this has not: names are refused, and options that are not drawn are named.

What it is not: checks of what is done. Start reading at `without`.
"""

import warnings

from _scalars import NUMBERS
from _kindling_absent import Absent


_NAMES = (
    "boxenplot clustermap choose_colorbrewer_palette choose_light_palette choose_dark_palette objects cm crayons crayon_palette "
    "xkcd_palette xkcd_rgb desaturate saturate set_hls_values"
).split()


def missing(module):
    """The `__getattr__` of a module."""

    def answer(name):
        if name in _NAMES:
            return Absent(f"{module}.{name} is not built into this seaborn")
        raise AttributeError(f"module '{module}' has no attribute '{name}'")

    return answer


def without(owner, given, defaults):
    """Options with another value than the one that is built: a plot is drawn without them, and says so, once for each.

    Raises:
        TypeError: for one that seaborn has not either.
    """
    for name, value in given.items():
        if name not in defaults:
            raise TypeError(f"{owner}() got an unexpected keyword argument {name!r}")
        built = defaults[name]
        if value is built or isinstance(value, (NUMBERS, str, tuple)) and value == built or value is None or value is False:
            continue
        if (owner, name) not in _told:
            _told.add((owner, name))
            told = repr(value) if isinstance(value, (NUMBERS, str, tuple)) else type(value).__name__
            warnings.warn(f"{owner}: {name}={told} is not drawn by Kindling's seaborn", stacklevel=4)


_told = set()
