"""Convolution and correlation; filters, spectra, peaks and waves come when they are asked for.

What it is not: systems and their states; those names say so. Start reading at `convolve`.
"""

import numpy as np
import torch
from torch.nn import functional as F
from scipy._missing import missing


def _check(mode):
    if mode not in ("full", "same", "valid"):
        raise ValueError(f"Acceptable mode flags are 'valid', 'same', or 'full', not mode={mode}")


_EDGES = {"fill": "constant", "wrap": "wrap", "circular": "wrap", "symm": "symmetric", "symmetric": "symmetric"}


# Up to so many weights their products are summed one after the other, as scipy does: to the last bit.
_FEW = 121


def _by_places(values, weights, in_order):
    """The sums of neighbours, weight by weight, from the last on if not in order."""
    places = list(np.ndindex(*weights.shape))
    sizes = [wide - size + 1 for wide, size in zip(values.shape, weights.shape)]
    found = np.zeros(sizes, values.dtype)
    for place in places if in_order else reversed(places):
        starts = [size - 1 - at for size, at in zip(weights.shape, place)]
        found += values[tuple(slice(start, start + size) for start, size in zip(starts, sizes))] * weights[place]
    return found


def _at_once(values, weights):
    a, b = torch.from_numpy(values), torch.from_numpy(weights)
    convolve = (F.conv1d, F.conv2d, F.conv3d)[a.ndim - 1]
    return convolve(a[None, None], b.flip(*range(b.ndim))[None, None])[0, 0].contiguous().numpy()


def _summed(first, second, mode, boundary="fill", fillvalue=0, late=0, in_order=False):
    """Products of one array with the other turned round, at every shift; what lies beyond the edges is as `boundary` says.
    `late`: the middle of them begins one later where there is none; `in_order`: in which order products are summed."""
    kind = np.result_type(first, second)
    if kind.kind == "c":
        real, imaginary = first.real, first.imag
        parts = [_summed(real, each, mode, boundary, fillvalue, late, in_order) for each in (second.real, second.imag)]
        turned = [_summed(imaginary, each, mode, boundary, 0, late, in_order) for each in (second.real, second.imag)]
        return (parts[0] - turned[1] + 1j * (parts[1] + turned[0])).astype(kind)
    if mode == "valid" and any(x < y for x, y in zip(first.shape, second.shape)):
        first, second = second, first
        if any(x < y for x, y in zip(first.shape, second.shape)):
            raise ValueError("For 'valid' mode, one must be at least as large as the other in every dimension")
    width = "float32" if kind.name == "float32" else "float64"
    padded, weights = first.astype(width), second.astype(width)
    if mode != "valid":
        edge = {"constant_values": fillvalue} if boundary == "fill" else {}
        padded = np.pad(padded, [(size - 1, size - 1) for size in second.shape], _EDGES[boundary], **edge)
    made = _by_places(padded, weights, in_order) if 1 < weights.ndim and weights.size <= _FEW else _at_once(padded, weights)
    if mode == "same":
        for dim in range(first.ndim):
            start = (second.shape[dim] - 1 + late) // 2
            made = made[(slice(None),) * dim + (slice(start, start + first.shape[dim]),)]
    return np.round(made).astype(kind) if kind.kind in "iu" else made.astype(kind)


def _two(name, in1, in2, mode):
    """Both arrays, if they have as many dimensions, and those are few."""
    _check(mode)
    first, second = np.asarray(in1), np.asarray(in2)
    if first.ndim != second.ndim:
        sides = "in1 and in2" if name != "convolve" else "volume and kernel"
        raise ValueError(f"{sides} should have the same dimensionality")
    if first.ndim not in (1, 2, 3):
        raise NotImplementedError(f"{name}: arrays of other than one, two or three dimensions are not built into this scipy")
    if first.ndim > 1 and np.result_type(first, second).name in ("bool", "float16"):
        raise ValueError("Unsupported type")
    return first, second


def convolve(in1, in2, mode="full", method="auto"):
    """One array over the other turned round; how it is computed changes nothing but the time."""
    del method
    return _summed(*_two("convolve", in1, in2, mode), mode)


def fftconvolve(in1, in2, mode="full", axes=None):
    """As `convolve`, in numbers with a point."""
    if axes is not None:
        raise NotImplementedError("fftconvolve: axes is not built into this scipy")
    first, second = _two("fftconvolve", in1, in2, mode)
    kind = np.result_type(first, second)
    least = "float32" if kind.name == "float16" else kind if kind.kind in "fc" else "float64"
    return _summed(first.astype(least), second.astype(least), mode)


def convolve2d(in1, in2, mode="full", boundary="fill", fillvalue=0):
    """The same of tables."""
    return _of_tables(in1, in2, mode, boundary, fillvalue, 0)


def _of_tables(in1, in2, mode, boundary, fillvalue, late):
    first, second = np.asarray(in1), np.asarray(in2)
    if first.ndim != 2 or second.ndim != 2:
        raise ValueError("convolve2d inputs must both be 2-D arrays")
    if mode not in ("full", "same", "valid"):
        raise ValueError("Acceptable mode flags are 'valid', 'same', or 'full'.")
    if boundary not in _EDGES:
        raise ValueError("Acceptable boundary flags are 'fill', 'circular' (or 'wrap'), and 'symmetric' (or 'symm').")
    if np.result_type(first, second).name in ("bool", "float16"):
        raise ValueError("convolve2d not available for this type.")
    return _summed(first, second, mode, boundary, fillvalue, late, not late)


def correlate(in1, in2, mode="full", method="auto"):
    """One array over the other."""
    del method
    first, second = _two("correlate", in1, in2, mode)
    return _summed(first, np.flip(second).conj(), mode)


def correlate2d(in1, in2, mode="full", boundary="fill", fillvalue=0):
    """The same of tables."""
    if np.ndim(in1) != 2 or np.ndim(in2) != 2:
        raise ValueError("correlate2d inputs must both be 2-D arrays")
    return _of_tables(in1, np.flip(np.asarray(in2)).conj(), mode, boundary, fillvalue, 1)


_LATER = {
    "_design": "butter buttord cheb1ap cheb2ap cheby1 cheby2 firwin iirfilter iirnotch iirpeak kaiserord buttap",
    "_filtered": "decimate deconvolve filtfilt hilbert lfilter lfilter_zi resample sosfilt sosfilt_zi sosfiltfilt unit_impulse",
    "_forms": "freqz freqz_sos sos2tf sos2zpk sosfreqz tf2sos tf2zpk zpk2sos zpk2tf",
    "_peaks": "find_peaks peak_prominences peak_widths",
    "_spectra": "coherence csd istft lombscargle periodogram spectrogram stft welch",
    "_waves": "argrelextrema argrelmax argrelmin chirp correlation_lags gausspulse sawtooth square",
    "windows": "get_window",
}
_FILES = {name: file for file, names in _LATER.items() for name in names.split()}
_absent = missing(
    __name__,
    "CZT ShortTimeFFT StateSpace TransferFunction ZerosPolesGain ZoomFFT bessel bode cont2discrete cspline1d czt dlti ellip ellipord "
    "envelope find_peaks_cwt firls firwin2 freqresp freqs group_delay iirdesign impulse lsim lti max_len_seq medfilt2d minimum_phase "
    "order_filter remez resample_poly residue step tf2ss upfirdn wiener zpk2ss",
)


def __getattr__(name):
    if name == "windows" or name in _FILES:
        file = _FILES.get(name, name)
        module = __import__(f"scipy.signal.{file}", fromlist=(name,))
        return module if name == "windows" else getattr(module, name)
    if name in ("detrend", "medfilt", "savgol_coeffs", "savgol_filter"):
        from scipy import _smoothing

        return getattr(_smoothing, name)
    return _absent(name)


__all__ = [
    "convolve", "convolve2d", "correlate", "correlate2d", "detrend", "fftconvolve", "medfilt", "savgol_coeffs", "savgol_filter",
    "windows", *_FILES,
]  # fmt: skip
