"""Waves: square, sawtooth, rising in frequency, and short ones.

What it is not: spectra. Start reading at `square`.
"""

import math

import numpy as np


def square(t, duty=0.5):
    """1 for a share of each turn, then -1."""
    t = np.asarray(t, dtype=float)
    duty = np.asarray(duty, dtype=float)
    found = np.where(np.mod(t, 2 * math.pi) < duty * 2 * math.pi, 1.0, -1.0)
    return np.where((duty > 1) | (duty < 0), np.nan, found)


def sawtooth(t, width=1):
    """It rises from -1 to 1 for a share of each turn, then falls."""
    t, width = np.asarray(t, dtype=float), np.asarray(width, dtype=float)
    turn = np.mod(t, 2 * math.pi)
    rising = turn < width * 2 * math.pi
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(rising, turn / (math.pi * width) - 1, (math.pi * (width + 1) - turn) / (math.pi * (1 - width)))


def chirp(t, f0, t1, f1, method="linear", phi=0, vertex_zero=True, *, complex=False):
    """A wave whose frequency goes from one to another."""
    t, f0, t1, f1 = np.asarray(t, dtype=float), float(f0), float(t1), float(f1)
    if method in ("linear", "lin", "li"):
        phase = 2 * math.pi * (f0 * t + 0.5 * (f1 - f0) / t1 * t * t)
    elif method in ("quadratic", "quad", "q"):
        bend = (f1 - f0) / t1**2
        phase = 2 * math.pi * (f0 * t + bend * t**3 / 3 if vertex_zero else f1 * t + bend * ((t1 - t) ** 3 - t1**3) / 3)
    elif method in ("logarithmic", "log", "lo"):
        if f0 * f1 <= 0.0:
            raise ValueError("For a logarithmic chirp, f0 and f1 must be nonzero and have the same sign.")
        if f0 == f1:
            phase = 2 * math.pi * f0 * t
        else:
            beta = t1 / math.log(f1 / f0)
            phase = 2 * math.pi * beta * f0 * ((f1 / f0) ** (t / t1) - 1.0)
    elif method in ("hyperbolic", "hyp"):
        if f0 == 0 or f1 == 0:
            raise ValueError("For a hyperbolic chirp, f0 and f1 must be nonzero.")
        sing = -f1 * t1 / (f0 - f1) if f0 != f1 else None
        phase = 2 * math.pi * f0 * t if sing is None else 2 * math.pi * (-sing * f0) * np.log(np.abs(1 - t / sing))
    else:
        raise ValueError("method must be 'linear', 'quadratic', 'logarithmic', or 'hyperbolic', but a value of "
                         f"{method!r} was given.")
    phase = phase + math.pi * phi / 180
    return np.exp(1j * phase) if complex else np.cos(phase)


def gausspulse(t, fc=1000, bw=0.5, bwr=-6, tpr=-60, retquad=False, retenv=False):
    """A wave in a bell."""
    if isinstance(t, str):
        raise NotImplementedError("gausspulse: t='cutoff' is not built into this scipy")
    t = np.asarray(t, dtype=float)
    a = -((math.pi * fc * bw) ** 2) / (4.0 * math.log(10.0 ** (bwr / 20.0)))
    bell = np.exp(-a * t * t)
    waves = bell * np.cos(2 * math.pi * fc * t), bell * np.sin(2 * math.pi * fc * t)
    found = (waves[0], *([waves[1]] if retquad else []), *([bell] if retenv else []))
    return found if len(found) > 1 else found[0]


def _extrema(compare):
    def find(data, axis=0, order=1, mode="clip"):
        return argrelextrema(data, compare, axis, order, mode)

    return find


def argrelextrema(data, comparator, axis=0, order=1, mode="clip"):
    """The places that stand out against so many on both sides."""
    if int(order) != order or order < 1:
        raise ValueError("Order must be an int >= 1")
    data = np.asarray(data)
    moved = np.moveaxis(data, axis, 0) if data.ndim > 1 else data
    count = len(moved)
    places, found = np.arange(count), np.ones(moved.shape, dtype=bool)
    for shift in range(1, order + 1):
        for side in (shift, -shift):
            other = (places + side) % count if mode == "wrap" else np.clip(places + side, 0, count - 1)
            found = found & comparator(moved, moved[other])
    found = np.moveaxis(found, 0, axis) if data.ndim > 1 else found
    return np.nonzero(found)


argrelmax, argrelmin = _extrema(np.greater), _extrema(np.less)
argrelmax.__name__, argrelmin.__name__ = "argrelmax", "argrelmin"


def correlation_lags(in1_len, in2_len, mode="full"):
    """By how much one array is shifted against the other in each value of `correlate`."""
    if mode == "full":
        return np.arange(-in2_len + 1, in1_len)
    if mode == "same":
        whole, middle = np.arange(-in2_len + 1, in1_len), (in1_len + in2_len - 1) // 2
        half = in1_len // 2
        return whole[middle - half : middle + half + in1_len % 2]
    if mode == "valid":
        apart = in1_len - in2_len
        return np.arange(apart + 1) if apart >= 0 else np.arange(apart, 1)
    raise ValueError(f"Mode {mode} is invalid")
