"""The four lines around the data, as `ax.spines`: seen or not, their colours, widths and places.

What it is not: the ticks on them (axis.py). Start reading at `Spines`.
"""

from . import _data
from ._undrawn import Undrawn
from .colors import color_code

SIDES = ("left", "right", "bottom", "top")


class Spine:
    """One line; `_entry` mirrors the Rust type `Spine`."""

    def __init__(self, axes, spine_type, entry):
        self.axes, self.spine_type, self._entry = axes, spine_type, entry

    def __str__(self):
        return "Spine"

    def set_visible(self, b):
        self._entry["visible"] = bool(b)

    def get_visible(self):
        return self._entry.get("visible", True)

    def set_color(self, c):
        if isinstance(c, str) and c in ("none", "None"):
            c = (0.0, 0.0, 0.0, 0.0)
        self._entry["color"] = color_code(c, True)

    set_edgecolor = set_ec = set_color

    def get_edgecolor(self):
        from .colors import to_rgba

        return to_rgba(self._entry.get("color", "black"))

    get_ec = get_edgecolor

    def set_linewidth(self, w):
        self._entry["width"] = float(w)

    def get_linewidth(self):
        return self._entry.get("width", 0.8)

    set_lw, get_lw = set_linewidth, get_linewidth

    def set_position(self, position):
        """'center', 'zero', or ('outward', points), ('data', value), ('axes', part)."""
        named = {"center": ("axes", 0.5), "zero": ("data", 0.0)}
        kind, amount = named[position] if isinstance(position, str) and position in named else position
        if kind not in ("outward", "data", "axes"):
            raise ValueError("position[0] should be one of 'outward', 'axes', or 'data' ")
        self._position, self._entry["place"] = position, {kind: float(_data.plain(amount))}

    def get_position(self):
        return getattr(self, "_position", ("outward", 0.0))

    def set(self, **kwargs):
        """set(visible=…, color=…): calls set_visible(…), set_color(…)."""
        for name, value in kwargs.items():
            getattr(self, "set_" + name)(value)

    def __getattr__(self, name):
        if name.startswith("set_"):
            return Undrawn(f"Spine.{name}")
        raise AttributeError(f"'Spine' object has no attribute {name!r}")


class SpinesProxy:
    """Several lines at once: what is called is called for each."""

    def __init__(self, spines):
        self._each = spines

    def __getattr__(self, name):
        if not hasattr(Spine, name):
            return getattr(self._each[0], name)  # which says what a spine does not have

        def call(*args, **kwargs):
            for spine in self._each:
                getattr(spine, name)(*args, **kwargs)

        return call


class Spines(dict):
    """By name, by attribute, or several by a list of names or by [:]."""

    def __init__(self, axes, values):
        dict.__init__(self, {side: Spine(axes, side, values.setdefault(side, {})) for side in SIDES})

    def __getattr__(self, name):
        if name in SIDES:
            return self[name]
        raise AttributeError(f"'Spines' object does not contain a '{name}' spine")

    def __getitem__(self, key):
        if isinstance(key, list):
            missing = [name for name in key if name not in SIDES]
            if missing:
                raise KeyError(", ".join(missing))
            return SpinesProxy([self[name] for name in key])
        if isinstance(key, slice):
            if key != slice(None):
                raise ValueError("Spines does not support slicing except for the fully open slice [:] to access all spines.")
            return SpinesProxy(list(self.values()))
        return dict.__getitem__(self, key)
