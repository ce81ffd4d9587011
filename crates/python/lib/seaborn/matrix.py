"""`heatmap`: a table of numbers as colours.

What it is not: clusters of rows. Start reading at `heatmap`.
"""

import numpy as np
from _scalars import INTS
from matplotlib.colors import to_rgb
from seaborn._data import axes, plain
from seaborn._missing import without
from seaborn.palettes import colour_map


def heatmap(
    data,
    *,
    vmin=None,
    vmax=None,
    cmap=None,
    center=None,
    robust=False,
    annot=None,
    fmt=".2g",
    annot_kws=None,
    linewidths=0,
    linecolor="white",
    cbar=True,
    cbar_kws=None,
    square=False,
    xticklabels="auto",
    yticklabels="auto",
    mask=None,
    ax=None,
    **kwargs,
):
    """The table's first row on top; with `annot` each number is written into its cell."""
    # Cells lie side by side here: lines between them would be in the background's colour.
    del linewidths, linecolor
    without("heatmap", kwargs, {"cbar_ax": None, "alpha": None})
    ax = axes(ax)
    rows, columns, values = _table(data)
    if mask is not None:
        values = np.where(np.array(plain(mask)).astype(bool), np.full(values.shape, np.nan), values)
    low, high, colours = _scale(values, vmin, vmax, cmap, center, robust)
    height, width = values.shape
    image = ax.imshow(
        values, cmap=colours, vmin=low, vmax=high, aspect="equal" if square else "auto", extent=(0, width, height, 0)
    )
    if cbar:
        ax.figure.colorbar(image, ax=ax, **(cbar_kws or {}))
    for name, labels, found, count in (("x", xticklabels, columns, width), ("y", yticklabels, rows, height)):
        texts = _labels(labels, found)
        getattr(ax, f"set_{name}ticks")(
            [at + 0.5 for at in range(count) if texts[at] is not None], [each for each in texts if each is not None]
        )
    for name, values_name in (("x", "columns"), ("y", "index")):
        title = getattr(getattr(data, values_name, None), "name", None)
        if title:
            getattr(ax, f"set_{name}label")(title)
    if annot is not None and annot is not False:
        _write(ax, values, _rows(data if annot is True else annot), fmt, annot_kws or {}, (low, high, colours))
    return ax


def _rows(data):
    """Rows of values as they are."""
    if hasattr(data, "columns"):
        return [list(row) for row in zip(*(plain(data[name]) for name in data.columns.tolist()))]
    return plain(data)


def _table(data):
    """Names of rows and columns, and the numbers."""
    if hasattr(data, "columns"):
        values = np.array(_rows(data), dtype=float)
        return [str(each) for each in data.index.tolist()], [str(each) for each in data.columns.tolist()], values
    values = np.array(plain(data), dtype=float)
    if values.ndim != 2:
        raise ValueError("Must pass 2-d input. shape=" + str(values.shape))
    return [str(at) for at in range(values.shape[0])], [str(at) for at in range(values.shape[1])], values


def _scale(values, vmin, vmax, cmap, center, robust):
    """What value has the lowest colour and which the highest, and the colours."""
    known = np.array([each for each in plain(values.ravel()) if each == each])
    low = (float(np.percentile(known, 2)) if robust else float(known.min())) if vmin is None else vmin
    high = (float(np.percentile(known, 98)) if robust else float(known.max())) if vmax is None else vmax
    colours = colour_map(("rocket" if center is None else "icefire") if cmap is None else cmap)
    if center is not None:
        # Both ends as far from the centre as the farther one, so that the middle colour is the centre's.
        reach = max(high - center, center - low)
        low, high = center - reach, center + reach
    return low, high, colours


def _labels(wanted, found):
    """The text at each row or column; None for none."""
    if wanted is False or wanted is None:
        return [None] * len(found)
    if wanted is True:
        return list(found)
    if isinstance(wanted, str) and wanted == "auto":
        step = max(len(found) // 20, 1)
        return [text if at % step == 0 else None for at, text in enumerate(found)]
    if isinstance(wanted, INTS):
        return [text if at % wanted == 0 else None for at, text in enumerate(found)]
    return [str(text) for text in plain(wanted)]


def _write(ax, values, texts, fmt, options, scale):
    low, high, colours = scale
    for row, line in enumerate(plain(values)):
        for column, value in enumerate(line):
            if value != value:
                continue
            shade = to_rgb(colours.hex((value - low) / ((high - low) or 1)))
            is_bright = 0.2126 * shade[0] + 0.7152 * shade[1] + 0.0722 * shade[2] > 0.408
            text = texts[row][column]
            style = {"color": "#262626" if is_bright else "white", "ha": "center", "va": "center", **options}
            ax.text(column + 0.5, row + 0.5, text if isinstance(text, str) else format(text, fmt), **style)
