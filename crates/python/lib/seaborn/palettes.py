"""Colours: by the names of sets and of maps.

What it is not: what is drawn in them. Start reading at `color_palette`.
"""

import math

from matplotlib import _maps
from matplotlib.cm import get_cmap
from matplotlib import rcParams
from matplotlib.colors import CYCLE, Colormap, ListedColormap, color_code, to_rgb
from seaborn._missing import without

_SETS = {
    "deep": "4c72b0 dd8452 55a868 c44e52 8172b3 937860 da8bc3 8c8c8c ccb974 64b5cd",
    "muted": "4878d0 ee854a 6acc64 d65f5f 956cb4 8c613c dc7ec0 797979 d5bb67 82c6e2",
    "pastel": "a1c9f4 ffb482 8de5a1 ff9f9b d0bbff debb9b fab0e4 cfcfcf fffea3 b9f2f0",
    "bright": "023eff ff7c00 1ac938 e8000b 8b2be2 9f4800 f14cc1 a3a3a3 ffc400 00d7ff",
    "dark": "001c7f b1400d 12711c 8c0800 591e71 592f0d a23582 3c3c3c b8850a 006374",
    "colorblind": "0173b2 de8f05 029e73 d55e00 cc78bc ca9161 fbafe4 949494 ece133 56b4e9",
    "tab10": "1f77b4 ff7f0e 2ca02c d62728 9467bd 8c564b e377c2 7f7f7f bcbd22 17becf",
    "Set1": "e41a1c 377eb8 4daf4a 984ea3 ff7f00 ffff33 a65628 f781bf 999999",
    "Set2": "66c2a5 fc8d62 8da0cb e78ac3 a6d854 ffd92f e5c494 b3b3b3",
    "Paired": "a6cee3 1f78b4 b2df8a 33a02c fb9a99 e31a1c fdbf6f ff7f00 cab2d6 6a3d9a ffff99 b15928",
}
_MAPS = {
    "rocket": "03051a 251433 4c1d4b 751f58 a11a5b cb1b4f e83f3f f3714d f69c73 f7c6a6 faebdd",
    "mako": "0b0405 251729 382a54 413f80 395d9c 357ba3 3497a9 3eb4ad 60ceac a9e1bd def5e5",
    "vlag": "2369bd 5b84bd 87a0c4 afbcd1 d9dce5 faf5f4 ecd3d2 dbaba8 cc8582 bb5e5d a9373b",
    "icefire": "bde7db 75b8ce 3885d0 4a4fa5 302e4a 1f1e1e 4a252e 932e44 d34936 f18f51 ffd4ac",
    "flare": "edb081 eb9872 e77e63 e2655c d64f5f c14168 aa3a6e 923371 7a2e70 62296a 4b2362",
    "crest": "a5cd90 89bf91 6db290 57a490 44948f 33858d 24768b 1c6689 215584 28437b 2c3172",
}


# matplotlib knows them, too, once seaborn is imported.
_maps.STOPS.update(_MAPS)


class _Palette(list):
    """Colours as three numbers from 0 to 1 each."""

    def as_hex(self):
        """The colours as codes."""
        return [color_code(color) for color in self]

    def __enter__(self):
        """Lines have these colours in turn within a block."""
        self._before = rcParams["axes.prop_cycle"]
        rcParams["axes.prop_cycle"] = self.as_hex()
        return self

    def __exit__(self, *raised):
        rcParams["axes.prop_cycle"] = self._before


def colour_map(name):
    """A map of colours by seaborn's names and by matplotlib's."""
    if not isinstance(name, str):
        return name
    base = name.removesuffix("_r")
    if base not in _MAPS:
        return get_cmap(name)
    found = Colormap(base, ["#" + stop for stop in _MAPS[base].split()])
    return found.reversed(name) if name.endswith("_r") else found


def color_palette(palette=None, n_colors=None, desat=None, as_cmap=False):
    """So many colours of a set or a map; without a name those that come next."""
    without("color_palette", {"desat": desat}, {"desat": None})
    if as_cmap:
        return colour_map(palette)
    if palette is None:
        listed = list(CYCLE)
    elif not isinstance(palette, str):
        listed = list(palette)
    elif palette in _SETS:
        listed = ["#" + code for code in _SETS[palette].split()]
    elif palette.startswith("ch:"):
        return cubehelix_palette(n_colors or 6)
    elif palette in ("hls", "husl"):
        return _round_the_circle(n_colors or 6, palette)
    else:
        return _of_map(palette, n_colors or 6)
    count = len(listed) if n_colors is None else n_colors
    return _Palette(to_rgb(listed[at % len(listed)]) for at in range(count))


def _of_map(name, count):
    try:
        found = colour_map(name)
    except ValueError:
        raise ValueError(f"{name!r} is not a valid palette name") from None
    shares = [(at + 1) / (count + 1) for at in range(count)]
    return _Palette(tuple(found(int(share * 255) / 255)[:3]) for share in shares)


def husl_palette(n_colors=6, h=0.01, s=0.9, l=0.65, as_cmap=False):  # noqa: E741
    """Colours round the circle that look equally light."""
    if as_cmap:
        return _as_map(husl_palette(256, h, s, l), "husl")
    from seaborn._husl import husl_to_rgb

    return _Palette(husl_to_rgb((at / n_colors + h) % 1 * 359, s * 99, l * 99) for at in range(n_colors))


def _round_the_circle(count, kind):
    if kind == "husl":
        return husl_palette(count)
    import colorsys

    return _Palette(colorsys.hls_to_rgb((at / count + 0.01) % 1, 0.6, 0.65) for at in range(count))


def cubehelix_palette(
    n_colors=6, start=0, rot=0.4, gamma=1.0, hue=0.8, light=0.85, dark=0.15, reverse=False, as_cmap=False
):
    """Colours that grow dark evenly while they go round (D. A. Green, 2011)."""
    if as_cmap:
        return _as_map(cubehelix_palette(256, start, rot, gamma, hue, light, dark, reverse), "cubehelix")
    found = []
    for at in range(n_colors):
        share = (light + (dark - light) * (at / (n_colors - 1) if n_colors > 1 else 0)) ** gamma
        angle = (
            2
            * math.pi
            * (start / 3 + rot * (light + (dark - light) * (at / (n_colors - 1) if n_colors > 1 else 0)) + 1)
        )
        wide = hue * share * (1 - share) / 2
        found.append(
            tuple(
                min(max(share + wide * (a * math.cos(angle) + b * math.sin(angle)), 0.0), 1.0)
                for a, b in ((-0.14861, 1.78277), (-0.29227, -0.90649), (1.97294, 0.0))
            )
        )
    return _Palette(found[::-1] if reverse else found)


def _as_map(colors, name):
    return ListedColormap(colors, name)


def hls_palette(n_colors=6, h=0.01, l=0.6, s=0.65, as_cmap=False):  # noqa: E741
    """Colours round the circle, as screens count it."""
    import colorsys

    found = _Palette(colorsys.hls_to_rgb((at / n_colors + h) % 1, l, s) for at in range(256 if as_cmap else n_colors))
    return _as_map(found, "hls") if as_cmap else found


def mpl_palette(name, n_colors=6, as_cmap=False):
    """Colours of one of matplotlib's maps."""
    return colour_map(name) if as_cmap else color_palette(name, n_colors)


def blend_palette(colors, n_colors=6, as_cmap=False, input="rgb"):
    """Colours between others."""
    stops = [_read(color, input) for color in colors]
    found = []
    for at in range(256 if as_cmap else n_colors):
        place = at / max((256 if as_cmap else n_colors) - 1, 1) * (len(stops) - 1)
        below = min(int(place), max(len(stops) - 2, 0))
        pair = stops[below], stops[min(below + 1, len(stops) - 1)]
        found.append(tuple(a + (b - a) * (place - below) for a, b in zip(*pair)))
    return _as_map(found, "blend") if as_cmap else _Palette(found)


def _read(color, input):
    if input == "husl":
        from seaborn._husl import husl_to_rgb

        return husl_to_rgb(*color)
    if input == "hls":
        import colorsys

        return colorsys.hls_to_rgb(*color)
    return to_rgb(color)


def light_palette(color, n_colors=6, reverse=False, as_cmap=False, input="rgb"):
    """From nearly white to a colour."""
    stops = [(0.95, 0.95, 0.95), _read(color, input)]
    return blend_palette(stops[::-1] if reverse else stops, n_colors, as_cmap)


def dark_palette(color, n_colors=6, reverse=False, as_cmap=False, input="rgb"):
    """From nearly black to a colour."""
    stops = [(0.14, 0.14, 0.14), _read(color, input)]
    return blend_palette(stops[::-1] if reverse else stops, n_colors, as_cmap)


def diverging_palette(h_neg, h_pos, s=75, l=50, sep=1, n=6, center="light", as_cmap=False):  # noqa: E741
    """From one colour by way of white, or black, to another."""
    middle = (0.95, 0.95, 0.95) if center == "light" else (0.133, 0.133, 0.133)
    del sep
    return blend_palette([_read((h_neg, s, l), "husl"), middle, _read((h_pos, s, l), "husl")], n, as_cmap)


def palplot(pal, size=1):
    """The colours beside each other."""
    from matplotlib import pyplot

    _, ax = pyplot.subplots(figsize=(len(pal) * size, size))
    ax.bar(range(len(pal)), [1] * len(pal), width=1, color=[color_code(color) for color in pal])
    ax.set_axis_off()


def set_color_codes(palette="deep"):
    """Letters for colours keep their meaning here, whichever palette there is."""
    without("set_color_codes", {"palette": palette}, {"palette": "reset"})


def of_levels(found, palette, is_numbers):
    """A colour for each level."""
    if isinstance(palette, dict):
        missing = [level for level in found if level not in palette]
        if missing:
            raise ValueError(f"The palette dictionary is missing keys: {set(missing)}")
        return {level: color_code(palette[level]) for level in found}
    if palette is None and is_numbers:
        colours = cubehelix_palette(max(len(found), 1))
    else:
        colours = color_palette(palette, len(found))
    return {level: color_code(colour) for level, colour in zip(found, colours)}


def set_palette(palette, n_colors=None, desat=None, color_codes=False):
    """The colours of what is drawn from now on."""
    # Letters for colours keep their meaning here, whichever palette there is.
    del color_codes
    rcParams["axes.prop_cycle"] = color_palette(palette, n_colors, desat).as_hex()
