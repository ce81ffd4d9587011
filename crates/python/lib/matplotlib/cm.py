"""Colour maps by name: a few colours each, at equal distances, with a straight way between them.

What it is not: maps of many colours, which come when one is named (`_fine_maps`, `_maps`). Start reading at `get_cmap`.
"""

from . import rcParams
from .colors import CYCLE, Colormap, LinearSegmentedColormap, ListedColormap, to_rgb

_STOPS = {
    "gray": "000000 ffffff",
    "binary": "ffffff 000000",
    "Greys": "ffffff f0f0f0 d9d9d9 bdbdbd 969696 737373 525252 252525 000000",
    "Blues": "f7fbff deebf7 c6dbef 9ecae1 6baed6 4292c6 2171b5 08519c 08306b",
    "Greens": "f7fcf5 e5f5e0 c7e9c0 a1d99b 74c476 41ab5d 238b45 006d2c 00441b",
    "Reds": "fff5f0 fee0d2 fcbba1 fc9272 fb6a4a ef3b2c cb181d a50f15 67000d",
    "Oranges": "fff5eb fee6ce fdd0a2 fdae6b fd8d3c f16913 d94801 a63603 7f2704",
    "Purples": "fcfbfd efedf5 dadaeb bcbddc 9e9ac8 807dba 6a51a3 54278f 3f007d",
    "bwr": "0000ff ffffff ff0000",
    "RdBu": "67001f b2182b d6604d f4a582 fddbc7 f7f7f7 d1e5f0 92c5de 4393c3 2166ac 053061",
    "RdYlBu": "a50026 d73027 f46d43 fdae61 fee090 ffffbf e0f3f8 abd9e9 74add1 4575b4 313695",
    "RdYlGn": "a50026 d73027 f46d43 fdae61 fee08b ffffbf d9ef8b a6d96a 66bd63 1a9850 006837",
    "Spectral": "9e0142 d53e4f f46d43 fdae61 fee08b ffffbf e6f598 abdda4 66c2a5 3288bd 5e4fa2",
    "cool": "00ffff ff00ff",
    "spring": "ff00ff ffff00",
    "autumn": "ff0000 ffff00",
}


def get_cmap(name=None, lut=None):
    """The colour map of this name, `_r` at its end turning it round; in `lut` steps if that is given."""
    if name is None:
        name = rcParams["image.cmap"]
    found = name if isinstance(name, Colormap) else _named(name)
    return found if lut is None else found.resampled(lut)


def _named(name):
    base = name[:-2] if name.endswith("_r") else name
    if base == "tab10":
        found = ListedColormap(tuple(map(to_rgb, CYCLE)), base)
    elif base in _STOPS:
        found = _between(base, _STOPS[base])
    else:
        from . import _fine_maps, _maps

        other = _maps.OTHER_NAMES.get(base, base)
        if base in _fine_maps.NAMES:
            found = _fine_maps.found(base)
        elif other in _STOPS:
            found = _between(base, _STOPS[other])
        elif other in _maps.STOPS:
            found = _between(base, _maps.STOPS[other])
        elif other in _maps.LISTED:
            found = ListedColormap(tuple(to_rgb("#" + color) for color in _maps.LISTED[other].split()), base)
        else:
            from ._style import not_valid

            raise ValueError(
                not_valid(name, "cmap", names() + [known + "_r" for known in names()])
                + "\nSee `matplotlib.bivar_colormaps()` and `matplotlib.multivar_colormaps()` for bivariate and multivariate colormaps"
            )
    return found.reversed(name) if name.endswith("_r") else found


def _between(name, stops):
    return LinearSegmentedColormap._between(name, ["#" + stop for stop in stops.split()])


def names():
    """Of all colour maps that are here."""
    from . import _fine_maps, _maps

    return sorted([*_STOPS, "tab10", *_fine_maps.NAMES, *_maps.STOPS, *_maps.LISTED, *_maps.OTHER_NAMES])


class _Colormaps:
    """`matplotlib.colormaps`: maps by their names."""

    def __getitem__(self, name):
        try:
            return get_cmap(name)
        except ValueError:
            raise KeyError(f"{name!r} is not a known colormap name") from None

    def __iter__(self):
        return iter(names())

    def __len__(self):
        return len(names())

    get_cmap = staticmethod(get_cmap)


colormaps = _Colormaps()


class ScalarMappable:
    """Numbers' colours: a range, and a colour map over it."""

    def __init__(self, norm=None, cmap=None):
        from .colors import Normalize

        self.norm, self.cmap = Normalize() if norm is None else norm, get_cmap(cmap)
        self._array = None

    def set_array(self, A):
        self._array = A

    def get_array(self):
        return self._array

    def set_clim(self, vmin=None, vmax=None):
        self.norm.vmin, self.norm.vmax = vmin, vmax

    def to_rgba(self, x, alpha=None):
        return self.cmap(self.norm(x), alpha)


def __getattr__(name):
    if name.startswith("__"):
        # What importing asks for is no map: looking for one would bring all of them.
        raise AttributeError(name)
    try:
        return get_cmap(name)
    except ValueError:
        raise AttributeError(f"module 'matplotlib.cm' has no attribute {name!r}") from None
