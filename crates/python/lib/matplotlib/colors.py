"""Colours by their names. Everything leaves here as '#rrggbb' or '#rrggbbaa', which is what figures carry."""

from _scalars import NUMBERS

_HEX = "0123456789abcdef"

TABLEAU_COLORS = {
    "tab:blue": "#1f77b4",
    "tab:orange": "#ff7f0e",
    "tab:green": "#2ca02c",
    "tab:red": "#d62728",
    "tab:purple": "#9467bd",
    "tab:brown": "#8c564b",
    "tab:pink": "#e377c2",
    "tab:gray": "#7f7f7f",
    "tab:olive": "#bcbd22",
    "tab:cyan": "#17becf",
}

CYCLE = list(TABLEAU_COLORS.values())

BASE_COLORS = {
    "b": (0, 0, 1),
    "g": (0, 0.5, 0),
    "r": (1, 0, 0),
    "c": (0, 0.75, 0.75),
    "m": (0.75, 0, 0.75),
    "y": (0.75, 0.75, 0),
    "k": (0, 0, 0),
    "w": (1, 1, 1),
}

# CSS Color Module Level 4, section "Named Colors".
_CSS = """
aliceblue f0f8ff antiquewhite faebd7 aqua 00ffff aquamarine 7fffd4 azure f0ffff beige f5f5dc bisque ffe4c4
black 000000 blanchedalmond ffebcd blue 0000ff blueviolet 8a2be2 brown a52a2a burlywood deb887
cadetblue 5f9ea0 chartreuse 7fff00 chocolate d2691e coral ff7f50 cornflowerblue 6495ed cornsilk fff8dc
crimson dc143c cyan 00ffff darkblue 00008b darkcyan 008b8b darkgoldenrod b8860b darkgray a9a9a9
darkgreen 006400 darkgrey a9a9a9 darkkhaki bdb76b darkmagenta 8b008b darkolivegreen 556b2f
darkorange ff8c00 darkorchid 9932cc darkred 8b0000 darksalmon e9967a darkseagreen 8fbc8f
darkslateblue 483d8b darkslategray 2f4f4f darkslategrey 2f4f4f darkturquoise 00ced1 darkviolet 9400d3
deeppink ff1493 deepskyblue 00bfff dimgray 696969 dimgrey 696969 dodgerblue 1e90ff firebrick b22222
floralwhite fffaf0 forestgreen 228b22 fuchsia ff00ff gainsboro dcdcdc ghostwhite f8f8ff gold ffd700
goldenrod daa520 gray 808080 green 008000 greenyellow adff2f grey 808080 honeydew f0fff0 hotpink ff69b4
indianred cd5c5c indigo 4b0082 ivory fffff0 khaki f0e68c lavender e6e6fa lavenderblush fff0f5
lawngreen 7cfc00 lemonchiffon fffacd lightblue add8e6 lightcoral f08080 lightcyan e0ffff
lightgoldenrodyellow fafad2 lightgray d3d3d3 lightgreen 90ee90 lightgrey d3d3d3 lightpink ffb6c1
lightsalmon ffa07a lightseagreen 20b2aa lightskyblue 87cefa lightslategray 778899 lightslategrey 778899
lightsteelblue b0c4de lightyellow ffffe0 lime 00ff00 limegreen 32cd32 linen faf0e6 magenta ff00ff
maroon 800000 mediumaquamarine 66cdaa mediumblue 0000cd mediumorchid ba55d3 mediumpurple 9370db
mediumseagreen 3cb371 mediumslateblue 7b68ee mediumspringgreen 00fa9a mediumturquoise 48d1cc
mediumvioletred c71585 midnightblue 191970 mintcream f5fffa mistyrose ffe4e1 moccasin ffe4b5
navajowhite ffdead navy 000080 oldlace fdf5e6 olive 808000 olivedrab 6b8e23 orange ffa500
orangered ff4500 orchid da70d6 palegoldenrod eee8aa palegreen 98fb98 paleturquoise afeeee
palevioletred db7093 papayawhip ffefd5 peachpuff ffdab9 peru cd853f pink ffc0cb plum dda0dd
powderblue b0e0e6 purple 800080 rebeccapurple 663399 red ff0000 rosybrown bc8f8f royalblue 4169e1
saddlebrown 8b4513 salmon fa8072 sandybrown f4a460 seagreen 2e8b57 seashell fff5ee sienna a0522d
silver c0c0c0 skyblue 87ceeb slateblue 6a5acd slategray 708090 slategrey 708090 snow fffafa
springgreen 00ff7f steelblue 4682b4 tan d2b48c teal 008080 thistle d8bfd8 tomato ff6347
turquoise 40e0d0 violet ee82ee wheat f5deb3 white ffffff whitesmoke f5f5f5 yellow ffff00 yellowgreen 9acd32
""".split()

CSS4_COLORS = {_CSS[at]: "#" + _CSS[at + 1] for at in range(0, len(_CSS), 2)}


def _byte(share):
    return max(0, min(255, round(share * 255)))


def _of_channels(channels):
    if len(channels) not in (3, 4):
        return None
    values = []
    for channel in channels:
        if isinstance(channel, str) or not hasattr(channel, "__float__"):
            return None
        value = float(channel)
        if not 0 <= value <= 1:
            raise ValueError("RGBA values should be within 0-1 range")
        values.append(_byte(value))
    if len(values) == 4 and values[3] == 255:
        values.pop()
    return "#" + "".join(f"{value:02x}" for value in values)


def _of_name(name):
    if len(name) == 1 and name in BASE_COLORS:
        return _of_channels(BASE_COLORS[name])
    if name[:1] == "C" and name[1:].isdigit():
        return CYCLE[int(name[1:]) % len(CYCLE)]
    lower = name.lower()
    if lower in ("none", ""):
        return "#00000000" if lower else None
    if lower in CSS4_COLORS:
        return CSS4_COLORS[lower]
    if lower.startswith("tab:"):
        return TABLEAU_COLORS.get(lower.replace("grey", "gray"))
    digits = lower[1:]
    if lower[0] == "#" and all(digit in _HEX for digit in digits):
        if len(digits) in (3, 4):
            return "#" + "".join(digit * 2 for digit in digits)
        return lower if len(digits) in (6, 8) else None
    return _of_grey(name)


def _is_number(text):
    try:
        float(text)
    except ValueError:
        return False
    return True


def _of_grey(text):
    """A string that is a number from 0 (black) to 1 (white)."""
    return _of_channels([float(text)] * 3) if _is_number(text) and 0 <= float(text) <= 1 else None


def is_color_like(color):
    try:
        color_code(color)
    except ValueError:
        return False
    return True


def to_hex(c, keep_alpha=False):
    """The colour as '#rrggbb', or with keep_alpha as '#rrggbbaa'."""
    code = "#" + "".join(f"{_byte(channel):02x}" for channel in to_rgba(c))
    return code if keep_alpha else code[:7]


def hex2color(c):
    """The colour's red, green and blue."""
    return to_rgb(c)


rgb2hex = to_hex


def same_color(c1, c2):
    """Whether two colours, or lists of them, are alike."""
    first, second = to_rgba_array(c1), to_rgba_array(c2)
    if first.shape != second.shape:
        raise ValueError(f"different number of elements passed: {len(first)} and {len(second)}")
    return (first == second).all()


def color_code(color, keep_alpha=True):
    """The colour as '#rrggbb', or '#rrggbbaa' where it is not opaque."""
    found = None
    if isinstance(color, str):
        found = _of_name(color)
    elif hasattr(color, "tolist"):
        found = _of_channels(color.tolist()) if hasattr(color, "__len__") else None
    elif isinstance(color, (tuple, list)):
        if len(color) == 2 and isinstance(color[0], str) and not isinstance(color[1], str):
            found = color_code(color[0], False) + f"{_byte(color[1]):02x}"
        else:
            found = _of_channels(color)
    if found is None:
        raise ValueError(f"{color!r} is not a valid value for color: supported inputs are (r, g, b) and (r, g, b, a) 0-1 float "
                         "tuples; '#rrggbb', '#rrggbbaa', '#rgb', '#rgba' strings; named color strings; string reprs of 0-1 "
                         "floats for grayscale values; 'C0', 'C1', ... strings for colors of the color cycle; and pairs "
                         "combining one of the above with an alpha value")
    return found if keep_alpha else found[:7]


def _exact(color):
    """Channels that are given as numbers; None for other ways to say a colour."""
    values = color.tolist() if hasattr(color, "tolist") else color
    if isinstance(color, str):
        values = BASE_COLORS.get(color, [float(color)] * 3 if _of_grey(color) else None)
    if not isinstance(values, (tuple, list)) or len(values) not in (3, 4) or isinstance(values[0], (str, list)):
        return None
    if _of_channels(values) is None:
        return None
    is_whole = not hasattr(color, "tolist") and (isinstance(color, (tuple, list)) or color in BASE_COLORS)
    return (*map(float, values), 1 if is_whole else 1.0)[:4]


def to_rgba(color, alpha=None):
    """The colour as four numbers from 0 to 1."""
    if isinstance(color, tuple) and len(color) == 2 and isinstance(color[0], str) and not isinstance(color[1], str):
        color, alpha = color[0], color[1] if alpha is None else alpha
    exact = _exact(color)
    if exact is not None:
        return (*exact[:3], exact[3] if alpha is None else alpha)
    try:
        code = color_code(color)
    except ValueError as refused:
        if str(refused).startswith("RGBA values"):
            raise
        if isinstance(color, str) and _is_number(color):
            raise ValueError(f"Invalid string grayscale value {color!r}. Value must be within 0-1 range") from None
        is_code = isinstance(color, str) and color.startswith("#")
        raise ValueError(f"Invalid {'hex color specifier' if is_code else 'RGBA argument'}: {color!r}") from None
    channels = [int(code[at : at + 2], 16) / 255 for at in range(1, len(code), 2)]
    if len(channels) == 3:
        channels.append(1.0)
    if alpha is not None:
        channels[3] = alpha
    return tuple(channels)


def to_rgb(color):
    return to_rgba(color)[:3]


def as_cycled(color):
    """A colour of the usual cycle by its channels, as the cycle has them; others as they are."""
    # `CYCLE` itself may be another one by now.
    return to_rgb(color) if color in TABLEAU_COLORS.values() else color


def to_rgba_array(c, alpha=None):
    """Colours as rows of four numbers."""
    import numpy as np

    if isinstance(c, str) and c.lower() == "none":
        return np.zeros((0, 4))
    return np.array([to_rgba(one, alpha) for one in ([c] if isinstance(c, str) or isinstance(c[0], NUMBERS) else c)])


class ColorConverter:
    """The functions of this module by the name that they had once."""

    colors = CSS4_COLORS
    to_rgb, to_rgba, to_rgba_array = staticmethod(to_rgb), staticmethod(to_rgba), staticmethod(to_rgba_array)


colorConverter = ColorConverter()
cnames = CSS4_COLORS


class Colormap:
    """Colours from the lowest to the highest value, given by a few at equal distances."""

    N = 256
    _lut = None

    def __init__(self, name, stops):
        self.name = name
        self.stops = stops

    def __call__(self, X, alpha=None, bytes=False):
        """The colour of a number from 0 to 1, or of an int as an index of the colours; of many, an array."""
        import numpy as np

        values = np.asarray(X)
        steps = values if values.dtype.kind in "iu" else np.floor(np.clip(np.nan_to_num(values), 0, 1) * self.N)
        places = np.clip(steps, 0, self.N - 1).astype(np.int64)
        found = self._colors()[places].copy()
        if values.dtype.kind == "f":
            found[np.isnan(values)] = 0
        if alpha is not None:
            found[..., 3] = alpha
        if bytes:
            found = (found * 255).astype(np.uint8)
        return found if values.ndim else tuple(found)

    def _colors(self):
        """What `_table` found, once."""
        if self._lut is None:
            self._lut = self._table()
        return self._lut

    def _table(self):
        """All of its colours, a row each."""
        import numpy as np

        stops = np.array([to_rgba(stop) for stop in self.stops])
        at = np.linspace(0, len(stops) - 1, self.N)
        return np.stack([np.interp(at, np.arange(len(stops)), part) for part in stops.T], -1)

    def copy(self):
        found = type(self).__new__(type(self))
        found.__dict__.update(self.__dict__)
        return found

    __copy__ = copy

    def __eq__(self, other):
        return isinstance(other, Colormap) and self.N == other.N and bool((self._colors() == other._colors()).all())

    __hash__ = None

    def is_gray(self):
        """Whether red, green and blue are the same everywhere."""
        red, green, blue, _ = self._colors().T
        return bool((red == green).all() and (red == blue).all())

    def get_under(self):
        """The colour below the lowest value, which is the first."""
        return self._colors()[0].copy()

    def get_over(self):
        """The colour above the highest value, which is the last."""
        return self._colors()[-1].copy()

    def get_bad(self):
        """The colour of what is no number: none."""
        import numpy as np

        return np.zeros(4)

    def hex(self, share):
        place = min(max(share, 0.0), 1.0) * (len(self.stops) - 1)
        below = min(int(place), len(self.stops) - 2)
        part = place - below
        low, high = to_rgb(self.stops[below]), to_rgb(self.stops[below + 1])
        return _of_channels([a + (b - a) * part for a, b in zip(low, high)])

    def reversed(self, name=None):
        found = type(self)(name or self.name + "_r", self.stops[::-1])
        found.N = self.N
        return found

    def resampled(self, lutsize):
        """The map in so many steps."""
        return ListedColormap(self(_shares(lutsize)), self.name)


def _shares(count):
    import numpy as np

    return np.linspace(0, 1, count)


class ListedColormap(Colormap):
    """Colours one beside the other, without colours in between."""

    def __init__(self, colors, name="from_list", N=None):
        given = [colors] if isinstance(colors, str) else colors
        if N is not None:
            # They come again as often as is asked for.
            given = [given[at % len(given)] for at in range(N)]
        listed = [color_code(color, False) for color in given]
        # What is drawn goes from stop to stop: each colour has many, so that none is mixed with the next.
        Colormap.__init__(self, name, [color for color in listed for _ in range(max(2, 256 // len(listed)))])
        self.colors = given
        self.N = len(listed)

    def _table(self):
        import numpy as np

        return np.array([to_rgba(color) for color in self.colors])

    def hex(self, share):
        return color_code(self.colors[min(int(min(max(share, 0.0), 1.0) * self.N), self.N - 1)], False)

    def reversed(self, name=None):
        found = ListedColormap.__new__(ListedColormap)
        Colormap.__init__(found, name or self.name + "_r", self.stops[::-1])
        found.colors, found.N = list(reversed(self.colors)), self.N
        found._lut = None if self._lut is None else self._lut[::-1]
        return found


class LinearSegmentedColormap(Colormap):
    """Colours by pieces: `segmentdata` has red, green and blue, each with rows of (place, value before it, value behind it)."""

    def __init__(self, name, segmentdata, N=256, gamma=1.0):
        from ._segments import colors_of

        Colormap.__init__(self, name, colors_of(segmentdata, N, gamma))
        self.N, self._segmentdata, self._gamma = N, segmentdata, gamma

    @staticmethod
    def _between(name, stops, N=256):
        """Colours at equal distances, and those between them."""
        made = LinearSegmentedColormap.__new__(LinearSegmentedColormap)
        Colormap.__init__(made, name, stops)
        made.N = N
        return made

    @staticmethod
    def from_list(name, colors, N=256, gamma=1.0):
        """Colours at equal distances, or pairs of a place from 0 to 1 and a colour."""
        if not hasattr(colors, "__iter__"):
            raise ValueError("colors must be iterable")
        colors = list(colors)
        has_places = all(isinstance(one, (tuple, list)) and len(one) == 2 and not isinstance(one[0], str) for one in colors)
        if not has_places and gamma == 1.0:
            return LinearSegmentedColormap._between(name, [to_rgba(color) for color in colors], N)
        from ._segments import rows_of

        shares, colors = zip(*colors) if has_places else (_shares(len(colors)).tolist(), colors)
        return LinearSegmentedColormap(name, rows_of(shares, [to_rgba(color) for color in colors]), N, gamma)

    def reversed(self, name=None):
        return LinearSegmentedColormap._between(name or self.name + "_r", self.stops[::-1], self.N)

    def resampled(self, lutsize):
        if hasattr(self, "_segmentdata"):
            return LinearSegmentedColormap(self.name, self._segmentdata, lutsize, self._gamma)
        return LinearSegmentedColormap._between(self.name, self.stops, lutsize)


# What few programs use comes when it is asked for.
_NORMS = "Normalize LogNorm PowerNorm TwoSlopeNorm SymLogNorm CenteredNorm BoundaryNorm rgb_to_hsv hsv_to_rgb".split()
__all__ = [*(name for name in dir() if not name.startswith("_")), *_NORMS]


def __getattr__(name):
    if name in _NORMS:
        from . import _norms

        return getattr(_norms, name)
    raise AttributeError(f"module 'matplotlib.colors' has no attribute '{name}'")


def __dir__():
    return [*globals(), *_NORMS]
