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
