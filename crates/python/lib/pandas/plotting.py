"""`pandas.plotting`: each number of a frame over each other, how a series repeats itself, and lines across columns.

What it is not: `df.plot`, which is `_plot`. Start reading at `scatter_matrix`.
"""

import matplotlib.pyplot as plt
import numpy as np


def scatter_matrix(frame, alpha=0.5, figsize=None, ax=None, grid=False, diagonal="hist", marker=".", density_kwds=None,
                   hist_kwds=None, range_padding=0.05, **kwargs):
    """Points for each two columns of numbers, and a histogram, or a density, of each one."""
    del ax, range_padding
    names = [name for name in frame.columns.tolist() if frame[name]._column.is_number]
    axes = plt.figure(figsize=figsize).subplots(len(names), len(names), squeeze=False)
    for row, y in enumerate(names):
        for at, x in enumerate(names):
            cell = axes[row][at]
            if x == y and diagonal == "hist":
                cell.hist(frame[x].dropna().to_numpy(), **(hist_kwds or {}))
            elif x == y:
                frame[x].dropna().plot.kde(ax=cell, **(density_kwds or {}))
            else:
                both = frame[[x, y]].dropna()
                cell.scatter(both[x].to_numpy(), both[y].to_numpy(), marker=marker, alpha=alpha, **kwargs)
            cell.grid(grid)
            cell.set_xlabel(x if row == len(names) - 1 else "")
            cell.set_ylabel(y if at == 0 else "")
    return axes


def lag_plot(series, lag=1, ax=None, **kwds):
    """Each value over the one so many before it."""
    values, ax = series.to_numpy(), plt.gca() if ax is None else ax
    ax.scatter(values[:-lag], values[lag:], **kwds)
    ax.set_xlabel("y(t)")
    ax.set_ylabel(f"y(t + {lag})")
    return ax


def autocorrelation_plot(series, ax=None, **kwargs):
    """How alike a series is to itself, moved by 1, 2, 3, …"""
    values = np.asarray(series, dtype=np.float64)
    count, ax = len(values), plt.gca() if ax is None else ax
    away = values - values.mean()
    whole = (away * away).sum()
    for height, style in ((2.5758293, "--"), (1.959964, "-")):
        for sign in (1, -1):
            ax.axhline(sign * height / count**0.5, linestyle=style, color="grey")
    ax.plot(np.arange(1, count + 1), [float((away[: count - lag] * away[lag:]).sum() / whole) for lag in range(1, count + 1)], **kwargs)
    ax.set_xlabel("Lag")
    ax.set_ylabel("Autocorrelation")
    return ax


def parallel_coordinates(frame, class_column, cols=None, ax=None, color=None, colormap=None, alpha=None, **kwds):
    """A line a row across all columns, in a colour of its class."""
    from matplotlib.cm import get_cmap

    names = [name for name in frame.columns.tolist() if name != class_column] if cols is None else list(cols)
    kinds, ax = list(dict.fromkeys(frame[class_column].tolist())), plt.gca() if ax is None else ax
    shades = color or [get_cmap(colormap or "tab10")(at if colormap is None else at / max(len(kinds) - 1, 1)) for at in range(len(kinds))]
    for kind, shade in zip(kinds, shades):
        rows = frame[frame[class_column] == kind][names].to_numpy()
        ax.plot(range(len(names)), rows.T, color=shade, alpha=alpha, label=[str(kind)] + [None] * (len(rows) - 1), **kwds)
    ax.set_xticks(range(len(names)), names)
    ax.legend()
    return ax
