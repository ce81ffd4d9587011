"""Convolution and correlation.

What it is not: filters and spectra; asking for these says so. Start reading at `convolve`.
"""

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


__getattr__ = missing(
    __name__,
    "butter chirp decimate detrend filtfilt find_peaks firwin freqz get_window hilbert lfilter medfilt medfilt2d "
    "periodogram resample savgol_filter sawtooth sosfilt spectrogram square stft welch wiener windows",
)
