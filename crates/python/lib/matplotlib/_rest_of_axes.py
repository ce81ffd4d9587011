"""Rarer requests to axes that draw nothing new: limits, colours in turn, labels in a grid, axes within axes.

What it is not: plotting. Each is a function of the axes. Start reading at `label_outer`.
"""

from . import _style
from .colors import color_code


def relim(axes, visible_only=False):
    """Limits that nobody has set follow the data anyway."""
    _style.undrawn("Axes.relim", visible_only=visible_only or None)


def autoscale(axes, enable=True, axis="both", tight=None):
    """The limits follow the data again, or stay as they are."""
    _style.undrawn("Axes.autoscale", tight=tight)
    for name in "xy" if axis == "both" else axis:
        if enable:
            for end in ("lower", "upper"):
                axes._axis(name).pop(end, None)
        else:
            axes._limit(name, *sorted(map(float, axes._limits(name))))


def autoscale_view(axes, tight=None, scalex=True, scaley=True):
    """Limits that nobody has set follow the data anyway."""
    _style.undrawn("Axes.autoscale_view", tight=tight, scalex=None if scalex else False, scaley=None if scaley else False)


def has_data(axes):
    return bool(axes._artists)


def set_prop_cycle(axes, *args, **kwargs):
    """Which colours lines have in turn: set_prop_cycle(color=[…]), or ('color', […]); None for the usual ones."""
    if args and args[0] is None:
        axes._cycle = None
        return
    if len(args) == 1:
        kwargs = args[0].by_key()
    elif len(args) == 2:
        kwargs = {args[0]: args[1]}
    colors = kwargs.pop("color", kwargs.pop("c", None))
    _style.undrawn("Axes.set_prop_cycle", **kwargs)
    axes._cycle = [color_code(color) for color in colors]
    axes._lines_drawn = axes._patches_drawn = 0


def locator_params(axes, axis="both", tight=None, **kwargs):
    """Other settings of the ticks' places: nbins, steps, integer."""
    from .ticker import MaxNLocator

    _style.undrawn("Axes.locator_params", tight=tight)
    for name in "xy" if axis == "both" else axis:
        axes._tick_rules[name]["locator"] = MaxNLocator(**{"nbins": 9, "steps": (1, 2, 2.5, 5, 10), **kwargs})


def set_box_aspect(axes, aspect=None):
    _style.undrawn("Axes.set_box_aspect", aspect=aspect)


def label_outer(axes, remove_inner_ticks=False):
    """In a grid only the outermost axes keep their names and the ticks' texts."""
    _style.undrawn("Axes.label_outer", remove_inner_ticks=remove_inner_ticks or None)
    place = axes._place
    if place["row"] + place.get("row_span", 1) < place["rows"]:
        axes.set_xlabel("")
        axes._tick_rules["x"]["unnamed"] = True
    if place["column"] > 0:
        axes.set_ylabel("")
        axes._tick_rules["y"]["unnamed"] = True


def inset_axes(axes, bounds, **kwargs):
    """Axes within these, at (left, bottom, width, height) in parts of their sides."""
    from .gridspec import part_of

    _style.undrawn("Axes.inset_axes", **kwargs)
    made = type(axes)(axes.figure, part_of(axes._place, bounds))
    axes.figure._insets.append(made)
    return made
