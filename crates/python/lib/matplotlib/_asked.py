"""What axes are asked for about themselves: boxes, cells, who shares their limits. Each is a function of the axes.

What it is not: anything that changes a plot. Start reading at `viewLim`.
"""

import numpy as np

# Those that are asked for without a call.
PROPERTIES = ("dataLim", "viewLim", "bbox", "child_axes", "transLimits")


def viewLim(axes):
    """The box of the limits."""
    from .transforms import Bbox

    (left, right), (low, high) = axes._limits("x"), axes._limits("y")
    return Bbox([[left, low], [right, high]])


def dataLim(axes):
    """The box around the data."""
    from ._limits import _spanned
    from .transforms import Bbox

    sides = [_spanned(axes, name)[0] for name in "xy"]
    if any(side.size == 0 for side in sides):
        return Bbox.null()
    return Bbox([[np.nanmin(side) for side in sides], [np.nanmax(side) for side in sides]])


def bbox(axes):
    """Where the axes lie in their figure, in dots."""
    return axes.get_window_extent()


def child_axes(axes):
    """The axes that stand within these."""
    return [one for one in axes.figure._insets if one._within is axes]


def get_subplotspec(axes):
    """The cells of a grid that the axes have; None for those that have none."""
    if axes._twin_of is not None:
        return axes._twin_of.get_subplotspec()
    if axes._spec is None and axes._rect is None:
        from .gridspec import GridSpec

        place = axes._place
        rows = place["row"], place["row"] + place.get("row_span", 1)
        columns = place["column"], place["column"] + place.get("column_span", 1)
        axes._spec = GridSpec(place["rows"], place["columns"], axes.figure)[slice(*rows), slice(*columns)]
    return axes._spec


def set_subplotspec(axes, subplotspec):
    axes._spec, axes._rect, axes._place = subplotspec, None, subplotspec._place


def get_gridspec(axes):
    spec = axes.get_subplotspec()
    return None if spec is None else spec.get_gridspec()


def _sharers(axes, name):
    from ._sharing import Grouper

    groups = []
    for one in [*axes.figure._plots, *axes.figure._insets]:
        group = one._sharing(name)
        if len(group) > 1 and all(group[0] is not known[0] for known in groups):
            groups.append(group)
    return Grouper(groups)


def get_shared_x_axes(axes):
    return _sharers(axes, "x")


def get_shared_y_axes(axes):
    return _sharers(axes, "y")


def get_autoscalex_on(axes):
    return not axes._first_sharing("x")._axis("x").keys() & {"lower", "upper"}


def get_autoscaley_on(axes):
    return not axes._first_sharing("y")._axis("y").keys() & {"lower", "upper"}


def get_autoscale_on(axes):
    return get_autoscalex_on(axes) and get_autoscaley_on(axes)


def get_axisbelow(axes):
    return axes._unseen.get("axisbelow", "line")


def get_adjustable(axes):
    return "datalim" if getattr(axes, "_adjusts_data", False) else "box"


def get_box_aspect(axes):
    return axes._unseen.get("box_aspect")


def get_anchor(axes):
    del axes
    return "C"


def get_alpha(axes):
    del axes


def get_gid(axes):
    del axes


def get_axes_locator(axes):
    del axes


def get_navigate(axes):
    del axes
    return True


can_pan = can_zoom = get_navigate


def get_xmargin(axes):
    return axes._margins["x"]


def get_ymargin(axes):
    return axes._margins["y"]


def get_data_ratio(axes):
    (left, right), (low, high) = axes.get_xbound(), axes.get_ybound()
    return max(abs(high - low), 1e-30) / max(abs(right - left), 1e-30)


def format_xdata(axes, x):
    return f"{x:g}"


def format_ydata(axes, y):
    return f"{y:g}"


def format_coord(axes, x, y):
    return f"(x, y) = ({x:g}, {y:g})"


def findobj(axes, match=None, include_self=True):
    """The artists in them of a class, or that a function is true of."""
    fits = (lambda one: True) if match is None else (lambda one: isinstance(one, match)) if isinstance(match, type) else match
    found = [one for one in axes.get_children() if fits(one)]
    return found + ([axes] if include_self and fits(axes) else [])


def get_xminorticklabels(axes):
    return axes.get_xticklabels(minor=True)


def get_yminorticklabels(axes):
    return axes.get_yticklabels(minor=True)


def get_xgridlines(axes):
    return axes.xaxis.get_gridlines()


def get_ygridlines(axes):
    return axes.yaxis.get_gridlines()


def get_xticklines(axes):
    return axes.xaxis.get_ticklines()


def get_yticklines(axes):
    return axes.yaxis.get_ticklines()
