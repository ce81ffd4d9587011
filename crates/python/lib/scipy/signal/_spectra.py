"""How strong each frequency is in a signal: of the whole, or piece by piece.

What it is not: filters. Source: P. Welch, The use of the fast Fourier transform for the estimation of power spectra, 1967. Start
reading at `_pieces`.
"""

import warnings

import numpy as np
from scipy.signal.windows import get_window


def _straightened(pieces, detrend):
    if not detrend:
        return pieces
    if callable(detrend):
        return detrend(pieces)
    if detrend == "constant":
        return pieces - pieces.mean(axis=-1, keepdims=True)
    if detrend != "linear":
        raise ValueError("Trend type must be 'linear' or 'constant'.")
    at = np.arange(pieces.shape[-1]) - (pieces.shape[-1] - 1) / 2
    slopes = (pieces * at).sum(axis=-1, keepdims=True) / (at * at).sum()
    return pieces - pieces.mean(axis=-1, keepdims=True) - slopes * at


class _Pieces:
    """Pieces of signals, in a window, as waves: (…, pieces, frequencies)."""

    def __init__(self, signals, fs, window, nperseg, noverlap, nfft, detrend, boundary=None, padded=False, one_sided=True):
        given = isinstance(window, (str, tuple))
        count = signals[0].shape[-1]
        size = (len(window) if not given else 256) if nperseg is None else int(nperseg)
        if size > count and not boundary and given:
            if nperseg is not None:
                warnings.warn(f"nperseg = {size} is greater than input length  = {count}, using nperseg = {count}", stacklevel=4)
            size = count
        self.size, self.window = size, get_window(window, size) if given else np.asarray(window, dtype=float)
        self.nfft = size if nfft is None else int(nfft)
        if self.nfft < size:
            raise ValueError("nfft must be greater than or equal to nperseg.")
        overlap = size // 2 if noverlap is None else int(noverlap)
        if overlap >= size:
            raise ValueError("noverlap must be less than nperseg.")
        self.step, self.is_one = size - overlap, one_sided
        if boundary:
            signals = [self._bounded(each, boundary) for each in signals]
        if padded:
            lack = (-(signals[0].shape[-1] - size) % self.step) % size
            signals = [np.concatenate([each, np.zeros((*each.shape[:-1], lack))], axis=-1) for each in signals]
        length = signals[0].shape[-1]
        places = np.arange(0, length - size + 1, self.step).reshape(-1, 1) + np.arange(size)
        wave = np.fft.rfft if one_sided else np.fft.fft
        self.waves = [wave(_straightened(each[..., places], detrend) * self.window, self.nfft) for each in signals]
        self.times = (np.arange(len(places)) * self.step + size / 2) / fs - (size / 2 / fs if boundary else 0)
        self.frequencies = (np.fft.rfftfreq if one_sided else np.fft.fftfreq)(self.nfft, 1 / fs)

    def _bounded(self, x, kind):
        half = self.size // 2
        if kind == "zeros":
            ends = [np.zeros((*x.shape[:-1], half))] * 2
        elif kind == "constant":
            ends = [np.repeat(x[..., :1], half, axis=-1), np.repeat(x[..., -1:], half, axis=-1)]
        else:
            ends = [x[..., half:0:-1], x[..., -2 : -half - 2 : -1]]
            ends = [2 * x[..., :1] - ends[0], 2 * x[..., -1:] - ends[1]] if kind == "odd" else ends
        return np.concatenate([ends[0], x, ends[1]], axis=-1)

    def power(self, fs, scaling):
        """Products of waves, as a density or as a spectrum; both sides of the frequencies count."""
        if scaling not in ("density", "spectrum"):
            raise ValueError(f"Unknown scaling: {scaling!r}")
        scale = 1.0 / (fs * (self.window**2).sum()) if scaling == "density" else 1.0 / self.window.sum() ** 2
        first, second = self.waves[0], self.waves[-1]
        found = np.conj(first) * second * scale
        found = found.real if len(self.waves) == 1 else found
        if self.is_one:
            found[..., 1 : None if self.nfft % 2 else -1] *= 2
        return found


def _last(x, axis):
    x = np.asarray(x)
    x = x if np.iscomplexobj(x) else x.astype(float)
    return np.moveaxis(x, axis, -1) if x.ndim > 1 else x


def _averaged(power, average):
    if average == "mean":
        return power.mean(axis=-2)
    if average != "median":
        raise ValueError(f"average must be 'median' or 'mean', got {average}")
    count = power.shape[-2]
    bias = 1 + sum(1.0 / (2 * at + 1) - 1.0 / (2 * at) for at in range(1, (count - 1) // 2 + 1))
    if np.iscomplexobj(power):
        return (np.median(power.real, axis=-2) + 1j * np.median(power.imag, axis=-2)) / bias
    return np.median(power, axis=-2) / bias


def csd(x, y, fs=1.0, window="hann", nperseg=None, noverlap=None, nfft=None, detrend="constant", return_onesided=True,
        scaling="density", axis=-1, average="mean"):
    """How strong each frequency is in both of two signals, by pieces."""
    signals = [_last(x, axis)] if y is x else [_last(x, axis), _last(y, axis)]
    one_sided = return_onesided and not any(np.iscomplexobj(each) for each in signals)
    pieces = _Pieces(signals, fs, window, nperseg, noverlap, nfft, detrend, one_sided=one_sided)
    return pieces.frequencies, _averaged(pieces.power(fs, scaling), average)


def welch(x, fs=1.0, window="hann", nperseg=None, noverlap=None, nfft=None, detrend="constant", return_onesided=True, scaling="density",
          axis=-1, average="mean"):
    """How strong each frequency is, by pieces."""
    return csd(x, x, fs, window, nperseg, noverlap, nfft, detrend, return_onesided, scaling, axis, average)


def periodogram(x, fs=1.0, window="boxcar", nfft=None, detrend="constant", return_onesided=True, scaling="density", axis=-1):
    """How strong each frequency is, of the whole."""
    x = _last(x, axis)
    count = x.shape[-1]
    if nfft is not None and nfft < count:
        x, count = x[..., :nfft], nfft
    return csd(x, x, fs, "boxcar" if window is None else window, count, 0, nfft, detrend, return_onesided, scaling)


def coherence(x, y, fs=1.0, window="hann", nperseg=None, noverlap=None, nfft=None, detrend="constant", axis=-1):
    """How well one signal tells of the other at each frequency."""
    options = {"fs": fs, "window": window, "nperseg": nperseg, "noverlap": noverlap, "nfft": nfft, "detrend": detrend, "axis": axis}
    shown, one = welch(x, **options)
    return shown, np.abs(csd(x, y, **options)[1]) ** 2 / one / welch(y, **options)[1]


def spectrogram(x, fs=1.0, window=("tukey", 0.25), nperseg=None, noverlap=None, nfft=None, detrend="constant", return_onesided=True,
                scaling="density", axis=-1, mode="psd"):
    """How strong each frequency is, piece by piece."""
    if mode not in ("psd", "complex", "magnitude", "angle", "phase"):
        raise ValueError(f"unknown value for mode {mode}, must be one of ['psd', 'complex', 'magnitude', 'angle', 'phase']")
    x = _last(x, axis)
    size = min(256 if nperseg is None else int(nperseg), x.shape[-1]) if isinstance(window, (str, tuple)) else len(window)
    overlap = size // 8 if noverlap is None else noverlap
    pieces = _Pieces([x], fs, window, nperseg, overlap, nfft, detrend, one_sided=return_onesided and not np.iscomplexobj(x))
    if mode == "psd":
        found = pieces.power(fs, scaling)
    else:
        scale = 1.0 / (fs * (pieces.window**2).sum()) if scaling == "density" else 1.0 / pieces.window.sum() ** 2
        found = pieces.waves[0] * scale**0.5
        found = np.abs(found) if mode == "magnitude" else np.angle(found) if mode in ("angle", "phase") else found
        found = np.unwrap(found, axis=-2) if mode == "phase" else found
    return pieces.frequencies, pieces.times, np.swapaxes(found, -1, -2)


def stft(x, fs=1.0, window="hann", nperseg=256, noverlap=None, nfft=None, detrend=False, return_onesided=True, boundary="zeros",
         padded=True, axis=-1, scaling="spectrum"):
    """The waves of each piece."""
    x = _last(x, axis)
    pieces = _Pieces([x], fs, window, nperseg, noverlap, nfft, detrend, boundary, padded,
                     return_onesided and not np.iscomplexobj(x))  # fmt: skip
    scale = 1.0 / pieces.window.sum() if scaling == "spectrum" else 1.0 / (fs * (pieces.window**2).sum()) ** 0.5
    return pieces.frequencies, pieces.times, np.swapaxes(pieces.waves[0] * scale, -1, -2)


def istft(Zxx, fs=1.0, window="hann", nperseg=None, noverlap=None, nfft=None, input_onesided=True, boundary=True, time_axis=-1,
          freq_axis=-2, scaling="spectrum"):
    """The signal of such waves, piece by piece."""
    Z = np.asarray(Zxx)
    if Z.ndim != 2 or (time_axis, freq_axis) != (-1, -2) or not input_onesided:
        raise NotImplementedError("istft: other than one signal's one-sided waves is not built into this scipy")
    whole = 2 * (Z.shape[0] - 1)
    size = whole if nperseg is None else int(nperseg)
    nfft = (size if size == whole + 1 else whole) if nfft is None else nfft
    overlap = size // 2 if noverlap is None else int(noverlap)
    shape = get_window(window, size) if isinstance(window, (str, tuple)) else np.asarray(window, dtype=float)
    rows = np.fft.irfft(Z.T, nfft)[:, :size]
    rows = rows * (shape.sum() if scaling == "spectrum" else (fs * (shape**2).sum()) ** 0.5)
    step = size - overlap
    found, share = np.zeros(size + (len(rows) - 1) * step), np.zeros(size + (len(rows) - 1) * step)
    for at, row in enumerate(rows):
        found[at * step : at * step + size] += row * shape
        share[at * step : at * step + size] += shape**2
    if boundary:
        found, share = found[size // 2 : len(found) - size // 2], share[size // 2 : len(share) - size // 2]
    found = found / np.where(share > 1e-10, share, 1.0)
    return np.arange(len(found)) / fs, found


def lombscargle(x, y, freqs, precenter=False, normalize=False, weights=None, floating_mean=False):
    """How strong each angular frequency is in samples at any times."""
    if precenter or weights is not None or floating_mean:
        raise NotImplementedError("lombscargle: precenter, weights and floating_mean are not built into this scipy")
    x, y, freqs = (np.asarray(each, dtype=float) for each in (x, y, freqs))
    turns = freqs.reshape(-1, 1) * x
    lag = 0.5 * np.arctan2(np.sin(2 * turns).sum(axis=1), np.cos(2 * turns).sum(axis=1))
    waves = np.cos(turns - lag.reshape(-1, 1)), np.sin(turns - lag.reshape(-1, 1))
    found = 0.5 * sum((wave @ y) ** 2 / (wave**2).sum(axis=1) for wave in waves)
    return found * 2 / (y @ y) if normalize else found
