"""What figures and axes lie on: their paper, as `fig.patch` and `ax.patch`, and a figure's canvas. Start reading at `Paper`."""

from ._style import undrawn


class Paper:
    """What a figure or axes lie on, as `fig.patch` and `ax.patch`."""

    def __init__(self, owner):
        self._owner = owner

    def set_facecolor(self, color):
        self._owner.set_facecolor(color)

    set_fc = set_color = set_facecolor

    def get_facecolor(self):
        from .colors import to_rgba

        return to_rgba(self._owner.get_facecolor())

    def set_alpha(self, alpha):
        self.set_facecolor((*self.get_facecolor()[:3], 1.0 if alpha is None else alpha))

    def set_visible(self, b):
        if not b:
            self.set_alpha(0.0)

    def set_edgecolor(self, color):
        undrawn("Figure", edgecolor=color)

    def set_linewidth(self, w):
        undrawn("Figure", linewidth=w)


class Canvas:
    def __init__(self, figure):
        self.figure = figure

    def draw(self, *args):
        """Figures are drawn when they are shown."""

    draw_idle = flush_events = start_event_loop = draw

    def mpl_connect(self, s, func):
        """Nothing is clicked or pressed in a drawing."""
        return 0

    def buffer_rgba(self):
        """The figure's pixels."""
        import io

        import numpy as np
        from PIL import Image

        file = io.BytesIO()
        self.figure.savefig(file, format="png")
        return np.array(Image.open(io.BytesIO(file.getvalue())).convert("RGBA"))

    def get_width_height(self):
        width, height = self.figure._size
        return int(width * self.figure.dpi), int(height * self.figure.dpi)
