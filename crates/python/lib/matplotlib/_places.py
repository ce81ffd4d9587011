"""Where axes stand as matplotlib lays out a figure by itself: what programs ask for, and how many ticks there is room for.

What it is not: the drawing's own layout, which is tight (`crates/plot/src/layout.rs`). Start reading at `box_of`.
"""

import numpy as np


class SubplotParams:
    """Distances around and between the axes of a figure, in parts of it; `subplots_adjust` changes them."""

    _NAMES = ("left", "bottom", "right", "top", "wspace", "hspace")

    def __init__(self, left=None, bottom=None, right=None, top=None, wspace=None, hspace=None):
        from ._rc import rcParams

        for name in self._NAMES:
            setattr(self, name, rcParams["figure.subplot." + name])
        self.update(left, bottom, right, top, wspace, hspace)

    def update(self, left=None, bottom=None, right=None, top=None, wspace=None, hspace=None):
        if (self.left if left is None else left) >= (self.right if right is None else right):
            raise ValueError("left cannot be >= right")
        if (self.bottom if bottom is None else bottom) >= (self.top if top is None else top):
            raise ValueError("bottom cannot be >= top")
        for name, value in zip(self._NAMES, (left, bottom, right, top, wspace, hspace)):
            if value is not None:
                setattr(self, name, value)


SubplotParams.__module__ = "matplotlib.gridspec"


def grid_edges(counts, ratios, ends, spaces):
    """Bottoms, tops, lefts and rights of a grid's rows and columns, in parts of the figure."""
    left, bottom, right, top = ends
    found = []
    for count, shares, length, space in zip(counts, ratios, (top - bottom, right - left), reversed(spaces)):
        cell = length / (count + space * (count - 1))
        unit = cell * count / sum(shares)
        parts = np.column_stack([[0, *[space * cell] * (count - 1)], [share * unit for share in shares]])
        found.append(np.cumsum(parts.reshape(-1)))
    tops, bottoms = (top - found[0]).reshape(-1, 2).T
    lefts, rights = (left + found[1]).reshape(-1, 2).T
    return bottoms, tops, lefts, rights


def box_of(axes, as_drawn=True):
    """x0, y0, x1, y1 of axes, in parts of the figure."""
    if axes._twin_of is not None:
        return box_of(axes._twin_of, as_drawn)
    if axes._rect is not None:
        left, bottom, width, height = axes._rect
        box = np.array([left, bottom, left + width, bottom + height], dtype=np.float64)
        if axes._within is not None:
            outer = box_of(axes._within)
            size = outer[2:] - outer[:2]
            box = np.concatenate([outer[:2] + box[:2] * size, outer[:2] + box[2:] * size])
    else:
        box = np.array(axes.get_subplotspec()._box(axes.figure))
    for bar in axes.figure._bars:
        # A colour bar takes its room from its axes.
        if bar._image.axes is axes and bar._takes_room:
            is_level = bar.orientation == "horizontal"
            share = 0.15 + (0.15 if is_level else 0.05)
            if is_level:
                box[1] = box[3] - (box[3] - box[1]) * (1 - share)
            else:
                box[2] = box[0] + (box[2] - box[0]) * (1 - share)
    if as_drawn and axes.figure._is_drawn:
        _narrowed(axes, box)
    return box


def _narrowed(axes, box):
    """A box that is cut to the shape of its image."""
    aspect = getattr(axes, "_aspect", "auto")
    if axes.name == "polar":
        ratio = 1.0
    elif axes.name == "3d" or not (axes._value.get("equal") or aspect != "auto") or getattr(axes, "_adjusts_data", False):
        return
    else:
        (left, right), (low, high) = axes._limits("x"), axes._limits("y")
        ratio = (1.0 if aspect == "auto" else aspect) * abs(high - low) / abs(right - left)
    wide, high = (float(side) for side in axes.figure._size)
    width, height, shape = box[2] - box[0], box[3] - box[1], high / wide
    long, up = width, width * ratio / shape
    if up > height:
        long, up = height * shape / ratio, height
    left, bottom = box[0] + 0.5 * (width - long), box[1] + 0.5 * (height - up)
    moved = left - box[0], bottom - box[1]
    box[:] = box[0] + moved[0], box[1] + moved[1], box[0] + long + moved[0], box[1] + up + moved[1]


def tick_room(axes, name):
    """How many ticks have room along an axis."""
    from ._rc import font_size, rcParams

    box, side = box_of(axes), 0 if name == "x" else 1
    length = (box[2 + side] - box[side]) * float(axes.figure._size[side]) * 72
    size = axes._axis(name).get("look", {}).get("label_size") or font_size(rcParams[f"{name}tick.labelsize"])
    size *= 3 if name == "x" else 2
    return int(np.floor(length / size)) if size > 0 else 2**31 - 1
