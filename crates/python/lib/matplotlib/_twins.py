"""Axes in the place of others, with one axis of their own at the other side: `twinx` and `twiny`.

What it is not: the drawing, which lays both out together. Start reading at `twinx`.
"""


def twinx(axes):
    """Axes with the same x axis and a y axis of their own at the right."""
    return _twin(axes, "x", "y")


def twiny(axes):
    """Axes with the same y axis and an x axis of their own at the top."""
    return _twin(axes, "y", "x")


def _twin(axes, common, own):
    # A twin's twin stands in the place of the first of them, too.
    first = axes if axes._twin_of is None else axes._twin_of
    if axes._twin_of is not None and axes._common != common:
        raise NotImplementedError(f"twin{common} of a twin of the other kind is not supported by Kindling's matplotlib")
    made = type(axes)(axes.figure, axes._place)
    made._twin_of, made._common = first, common
    join(made)
    axes.figure.axes.append(made)
    return axes.figure.sca(made)


def join(made):
    """Gives a twin the other's axis, with its limits, its scale and its words, and its own the other side."""
    first, common = made._twin_of, made._common
    for kept in ("_value", "_categories", "_tick_rules"):
        getattr(made, kept)[common] = getattr(first, kept)[common]
    made._axis("y" if common == "x" else "x")["opposite"] = True
    made._value["grid"] = False
