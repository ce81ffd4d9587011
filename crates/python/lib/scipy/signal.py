"""Convolution and correlation.

What it is not: filters and spectra; asking for these says so. Start reading at `convolve`.
"""

import math

import numpy as np
import torch
from torch.nn import functional as F
from scipy._missing import missing


def _check(mode):
    if mode not in ("full", "same", "valid"):
        raise ValueError(f"Acceptable mode flags are 'valid', 'same', or 'full', not mode={mode}")


def _summed(first, second, mode):
    """Products of one array with the other turned round, at every shift."""
    kind = np.asarray(first).dtype if np.asarray(first).dtype == np.asarray(second).dtype else None
    a, b = (torch.from_numpy(np.asarray(each).astype(float)) for each in (first, second))
    if mode == "valid" and any(x < y for x, y in zip(a.shape, b.shape)):
        a, b = b, a
    edges = [size - 1 for size in reversed(b.shape) for _ in range(2)]
    padded = F.pad(a, edges) if mode != "valid" else a
    convolve = F.conv1d if a.ndim == 1 else F.conv2d
    made = convolve(padded[None, None], b.flip(*range(b.ndim))[None, None])[0, 0]
    if mode == "same":
        for dim in range(a.ndim):
            made = made.narrow(dim, (b.shape[dim] - 1) // 2, a.shape[dim])
    array = made.contiguous().numpy()
    return np.round(array).astype(kind) if kind is not None and "int" in kind.name else array


def convolve(in1, in2, mode="full", method="auto"):
    """One array over the other turned round; how it is computed changes nothing but the time."""
    del method
    _check(mode)
    first, second = np.asarray(in1), np.asarray(in2)
    if first.ndim != second.ndim:
        raise ValueError("volume and kernel should have the same dimensionality")
    if first.ndim not in (1, 2):
        raise NotImplementedError("convolve: arrays of other than one or two dimensions are not built into this scipy")
    return _summed(first, second, mode)


def convolve2d(in1, in2, mode="full", boundary="fill", fillvalue=0):
    """The same of tables."""
    _check(mode)
    if boundary != "fill" or fillvalue != 0:
        raise NotImplementedError("convolve2d: boundary and fillvalue are not built into this scipy")
    if np.asarray(in1).ndim != 2 or np.asarray(in2).ndim != 2:
        raise ValueError("convolve2d inputs must both be 2-D arrays")
    return _summed(in1, in2, mode)


def correlate(in1, in2, mode="full", method="auto"):
    """One array over the other."""
    return convolve(in1, np.flip(np.asarray(in2)), mode, method)


def correlate2d(in1, in2, mode="full", boundary="fill", fillvalue=0):
    """The same of tables."""
    return convolve2d(in1, np.flip(np.asarray(in2)), mode, boundary, fillvalue)


fftconvolve = convolve


def find_peaks(x, height=None, threshold=None, distance=None, prominence=None, width=None, **settings):
    """Where values are larger than both neighbours, high enough and far enough from each other; flat tops by their middle."""
    for name, value in {"threshold": threshold, "prominence": prominence, "width": width, **settings}.items():
        if value is not None:
            raise NotImplementedError(f"find_peaks: {name}={value!r} is not built into this scipy")
    values, found, at = np.asarray(x, dtype=np.float64).tolist(), [], 1
    while at < len(values) - 1:
        end = at
        while end < len(values) - 1 and values[end] == values[at]:
            end += 1
        if values[at - 1] < values[at] > values[end]:
            found.append((at + end - 1) // 2)
        at = max(end, at + 1)
    properties = {}
    if height is not None:
        low, high = height if isinstance(height, (tuple, list)) else (height, None)
        found = [at for at in found if (low is None or values[at] >= low) and (high is None or values[at] <= high)]
    if distance is not None:
        if distance < 1:
            raise ValueError("`distance` must be greater or equal to 1")
        found = _apart(found, values, math.ceil(distance))
    if height is not None:
        properties["peak_heights"] = np.array([values[at] for at in found])
    return np.array(found, dtype=np.int64), properties


def _apart(places, values, distance):
    """The highest of those that are nearer to each other than that."""
    kept = set(places)
    for at in sorted(places, key=values.__getitem__, reverse=True):
        if at in kept:
            kept -= {other for other in kept if other != at and abs(other - at) < distance}
    return sorted(kept)


_absent = missing(
    __name__,
    "butter chirp decimate filtfilt firwin freqz get_window hilbert lfilter medfilt2d "
    "periodogram resample sawtooth sosfilt spectrogram square stft welch wiener windows",
)


def __getattr__(name):
    if name in ("detrend", "medfilt", "savgol_coeffs", "savgol_filter"):
        from scipy import _smoothing

        return getattr(_smoothing, name)
    return _absent(name)
