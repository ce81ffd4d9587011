"""Smoothing of samples in a row: medians, polynomials in a window, and what is left without a trend.

What it is not: filters by their coefficients. Start reading at `savgol_filter`.
"""

import math

import numpy as np


def medfilt(volume, kernel_size=None):
    """The median of each sample and its neighbours; beyond the ends are zeros."""
    values = np.atleast_1d(np.asarray(volume))
    if values.ndim != 1:
        raise NotImplementedError("scipy.signal.medfilt: of more than one dimension is not built into this scipy")
    width = 3 if kernel_size is None else int(kernel_size)
    if width % 2 != 1:
        raise ValueError("Each element of kernel_size should be odd.")
    padded = np.pad(values, width // 2)
    rows = np.stack([padded[at : at + len(values)] for at in range(width)])
    return np.sort(rows, axis=0)[width // 2].astype(values.dtype)


def detrend(data, axis=-1, type="linear", bp=0, overwrite_data=False):
    """Samples without their mean, or without the line that is nearest to them."""
    # The samples are never written over.
    del overwrite_data
    if type not in ("linear", "l", "constant", "c"):
        raise ValueError("Trend type must be 'linear' or 'constant'.")
    data = np.asarray(data, dtype=np.float64)
    if type in ("constant", "c"):
        return data - data.mean(axis=axis, keepdims=True)
    if data.ndim != 1 or bp != 0:
        raise NotImplementedError("scipy.signal.detrend: of several dimensions, or in parts, is not built into this scipy")
    line = np.stack([np.arange(1, len(data) + 1) / len(data), np.ones(len(data))], axis=1)
    return data - line @ np.linalg.lstsq(line, data, rcond=None)[0]


def savgol_coeffs(window_length, polyorder, deriv=0, delta=1.0, pos=None, use="conv"):
    """How much each sample of a window counts for the polynomial's value in its middle."""
    if polyorder >= window_length:
        raise ValueError("polyorder must be less than window_length.")
    half, rest = divmod(window_length, 2)
    pos = (half if rest else half - 0.5) if pos is None else pos
    if not 0 <= pos < window_length:
        raise ValueError("pos must be nonnegative and less than window_length.")
    if use not in ("conv", "dot"):
        raise ValueError("`use` must be 'conv' or 'dot'")
    if deriv > polyorder:
        return np.zeros(window_length)
    places = np.arange(-pos, window_length - pos, dtype=np.float64)
    places = places[::-1] if use == "conv" else places
    powers = np.stack([places**power for power in range(polyorder + 1)])
    wanted = np.zeros(polyorder + 1)
    wanted[deriv] = math.factorial(deriv) / delta**deriv
    return np.linalg.lstsq(powers, wanted, rcond=None)[0]


def savgol_filter(x, window_length, polyorder, deriv=0, delta=1.0, axis=-1, mode="interp", cval=0.0):
    """Each sample as the polynomial says that is nearest to it and its neighbours (A. Savitzky, M. Golay, 1964)."""
    modes = {"mirror": "reflect", "nearest": "edge", "wrap": "wrap", "constant": "constant"}
    if mode not in (*modes, "interp"):
        raise ValueError("mode must be 'mirror', 'constant', 'nearest' 'wrap' or 'interp'.")
    x = np.asarray(x)
    x = x if x.dtype.kind == "f" else x.astype(np.float64)
    weights = savgol_coeffs(window_length, polyorder, deriv, delta)
    if x.ndim > 1:
        lines = np.moveaxis(x, axis, -1)
        flat = lines.reshape(-1, lines.shape[-1])
        rows = [savgol_filter(line, window_length, polyorder, deriv, delta, -1, mode, cval) for line in flat]
        return np.moveaxis(np.stack(rows).reshape(lines.shape), -1, axis)
    half = window_length // 2
    if mode != "interp":
        more = {"constant_values": cval} if mode == "constant" else {}
        return np.convolve(np.pad(x, half, mode=modes[mode], **more), weights, "valid")[: len(x)]
    if window_length > len(x):
        raise ValueError("If mode is 'interp', window_length must be less than or equal to the size of x.")
    found = np.convolve(x, weights, "same")
    for start, places in ((0, range(half)), (len(x) - window_length, range(len(x) - half, len(x)))):
        nearest = _derived(np.polyfit(np.arange(window_length), x[start : start + window_length], polyorder), deriv)
        for at in places:
            found[at] = np.polyval(nearest, at - start) / delta**deriv
    return found


def _derived(polynomial, deriv):
    """The coefficients of a derivative, from those of a polynomial; the highest power is first in both."""
    for _ in range(deriv):
        powers = np.arange(len(polynomial) - 1, 0, -1)
        polynomial = polynomial[:-1] * powers if len(polynomial) > 1 else np.zeros(1)
    return polynomial
