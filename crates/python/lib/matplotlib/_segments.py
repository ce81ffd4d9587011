"""Colour maps by pieces: red, green and blue, each with what they are at some places from 0 to 1.

What it is not: maps of colours at equal distances, which are `colors.Colormap` itself. Start reading at `colors_of`.
"""

import numpy as np


def colors_of(segmentdata, count, gamma=1.0):
    """So many colours, each as (red, green, blue, alpha)."""
    channels = [_channel(segmentdata[name], count, gamma) for name in ("red", "green", "blue")]
    alpha = _channel(segmentdata["alpha"], count, 1.0) if "alpha" in segmentdata else np.ones(count)
    return [tuple(color) for color in np.stack([*channels, alpha], -1).tolist()]


def _channel(data, count, gamma):
    """One channel of each colour. Rows are (place, value that comes up to it, value that leaves it); or a function."""
    shares = np.linspace(0, 1, count) ** gamma
    if callable(data):
        return np.clip(np.array(data(shares), dtype=float), 0, 1)
    rows = np.array(data, dtype=float)
    if rows.ndim != 2 or rows.shape[1] != 3:
        raise ValueError(f"'data' must be 2D with shape (N, 3), but your input has shape {rows.shape}")
    at, before, after = rows.T
    if at[0] != 0.0 or at[-1] != 1.0:
        raise ValueError("data mapping points must start with x=0 and end with x=1")
    if (np.diff(at) < 0).any():
        raise ValueError("data mapping points must have x in increasing order")
    if count == 1:
        return np.clip(before[-1:], 0, 1)
    at, places = at * (count - 1), (count - 1) * shares[1:-1]
    right = np.searchsorted(at, places)
    left = right - 1
    part = (places - at[left]) / (at[right] - at[left])
    inner = part * (before[right] - after[left]) + after[left]
    return np.clip(np.concatenate([after[:1], inner, before[-1:]]), 0, 1)


def rows_of(shares, colors):
    """The pieces between colours at places, as `colors_of` takes them."""
    names = ("red", "green", "blue", "alpha")
    return {name: [(at, color[place], color[place]) for at, color in zip(shares, colors)] for place, name in enumerate(names)}
