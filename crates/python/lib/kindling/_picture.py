"""What each call gives back: a figure, and in words what it shows; and figures that are redrawn in one place.

What it is not: any of the drawings. Start reading at `Picture`.
"""

from html import escape

import matplotlib.pyplot as plt


class Picture:
    """A figure and its words. It is shown when the cell ends; `savefig(path)` keeps it as PNG or SVG.

    made_by: what lines made, as pairs of (cell, line) and names: the page leads to these lines.
    """

    def __init__(self, figure, words, made_by=()):
        self.figure, self.words, self.made_by = figure, words, made_by

    def __repr__(self):
        return self.words

    def _repr_html_(self):
        if not self.made_by:
            return None
        lines = [
            f'<li><a href="#line-{cell}-{line}">Cell {cell}, line {line}</a>: {escape(", ".join(names))}</li>'
            for (cell, line), names in self.made_by
        ]
        return f"<p>{escape(self.words)}</p><ul>{''.join(lines)}</ul>"

    def savefig(self, path, **options):
        """Writes the figure into a file, as matplotlib does."""
        self.figure.savefig(path, **options)


class Place:
    """A place below the cell in which one figure follows the other."""

    def __init__(self):
        self._handle = None

    def show(self, figure):
        """Shows the figure here, where there is a notebook to show it in."""
        # Not pyplot's any more: it would be shown once more when the cell ends.
        plt.close(figure)
        display = _display()
        if display is None:
            return
        if self._handle is None:
            self._handle = display(figure, display_id=True)
        else:
            self._handle.update(figure)


def _display():
    try:
        from IPython import get_ipython
        from IPython.display import display
    except ImportError:
        return None
    return display if get_ipython() is not None else None


def cell():
    """The number of the cell that runs; 0 outside of notebooks."""
    try:
        from IPython import get_ipython
    except ImportError:
        return 0
    shell = get_ipython()
    return 0 if shell is None else shell.execution_count


_latest = (None, None)


def place_of_this_cell():
    """The place in which a picture moves that is drawn by one call after the other."""
    global _latest
    if _latest[0] != cell():
        _latest = cell(), Place()
    return _latest[1]


def grid(count, columns, size):
    """A figure with a row of at most `columns` small axes after the other, `count` of them to draw on."""
    columns = min(count, columns)
    rows = -(-count // columns)
    figure, axes = plt.subplots(rows, columns, figsize=(size * columns, size * rows + 0.4), squeeze=False)
    axes = list(axes.flat)
    for ax in axes:
        ax.axis("off")
    return figure, axes[:count]
