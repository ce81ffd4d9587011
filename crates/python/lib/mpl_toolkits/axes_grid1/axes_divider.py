"""Places beside axes: for a colour bar, or for a plot of a margin. Start reading at `make_axes_locatable`."""


def make_axes_locatable(axes):
    """Where axes beside these are asked for."""
    return AxesDivider(axes)


class AxesDivider:
    """Divides a place between axes and others beside them."""

    def __init__(self, axes):
        self._axes, self._own = axes, axes._place

    def append_axes(self, position, size, pad=None, *, axes_class=None, **kwargs):
        """Axes at the left, right, top or bottom: of how many inches, or of which part of the others ('5%').

        Axes for a colour bar are taken away again when it is drawn, which stands beside its image.
        """
        from matplotlib._sharing import share
        from matplotlib._style import undrawn
        from matplotlib.gridspec import part_of

        del pad
        undrawn("AxesDivider.append_axes", axes_class=axes_class)
        if position not in ("left", "right", "top", "bottom"):
            raise ValueError(f"{position!r} is not a valid value for position. Supported values are 'left', 'right', 'bottom', 'top'")
        figure, before = self._axes.figure, self._axes.figure._current
        part = self._part(size, position in ("left", "right"))
        rest = 1 - part
        own, other = {"left": ((part, 0, rest, 1), (0, 0, part, 1)), "right": ((0, 0, rest, 1), (rest, 0, part, 1)),
                      "top": ((0, 0, 1, rest), (0, rest, 1, part)), "bottom": ((0, part, 1, rest), (0, 0, 1, part))}[position]  # fmt: skip
        made = figure._new_axes(part_of(self._own, other))
        made._beside = self
        self._own = part_of(self._own, own)
        for name in ("x", "y"):
            shared = kwargs.pop("share" + name, None)
            if shared is not None:
                share(name, made, shared)
        if position in ("left", "right"):
            made.yaxis.set_ticks_position(position)
        undrawn("Figure.add_axes", **kwargs)
        figure.sca(before)
        return made

    def settle(self):
        """The axes give way to those beside them that stay: what the figure asks when it is drawn."""
        beside = [one for one in self._axes.figure._plots if getattr(one, "_beside", None) is self]
        if beside:
            self._axes._place = self._own

    def _part(self, size, is_level):
        """How much of the place is the new axes', 0.1 of 1.1 for a tenth of the other axes."""
        if isinstance(size, str) and size.endswith("%"):
            share = float(size[:-1]) / 100
            return share / (1 + share)
        place = self._axes._place
        many, span = ("columns", "column_span") if is_level else ("rows", "row_span")
        side = float(self._axes.figure._size[not is_level]) * 0.8 * place.get(span, 1) / place[many]
        return min(max(float(size) / side, 0.02), 0.5)

    def new_horizontal(self, size, pad=None, pack_start=False, **kwargs):
        return self.append_axes("left" if pack_start else "right", size, pad, **kwargs)

    def new_vertical(self, size, pad=None, pack_start=False, **kwargs):
        return self.append_axes("bottom" if pack_start else "top", size, pad, **kwargs)

    def set_aspect(self, aspect=False):
        """The axes' own aspect holds."""


AxesDivider.__qualname__ = "AxesDivider"
