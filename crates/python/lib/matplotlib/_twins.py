"""Axes in the place of others, with one axis of their own at the other side: `twinx` and `twiny`.

What it is not: the drawing, which lays both out together. Start reading at `twinx`.
"""


def twinx(axes):
    """Axes with the same x axis and a y axis of their own at the right."""
    return _twin(axes, "x")


def twiny(axes):
    """Axes with the same y axis and an x axis of their own at the top."""
    return _twin(axes, "y")


def _twin(axes, common):
    made = type(axes)(axes.figure, axes._place)
    made._twin_of, made._common = axes, common
    join(made)
    axes.figure._plots.append(made)
    return axes.figure.sca(made)


def join(made):
    """Gives a twin the other's axis, with its limits, its scale and its words, and its own the other side."""
    other, common = made._twin_of, made._common
    for kept in ("_value", "_categories", "_tick_rules"):
        getattr(made, kept)[common] = getattr(other, kept)[common]
    made._axis("y" if common == "x" else "x")["opposite"] = True
    made._value["grid"] = False


def place(made, value):
    """Where a twin is drawn: in the place of the first that it comes from, which draws the common axis."""
    first = made
    while first._twin_of is not None:
        first = first._twin_of
    if first not in made.figure._plots:
        return {}
    return {"twin_of": made.figure._plots.index(first), made._common: {**value[made._common], "opposite": False}}
