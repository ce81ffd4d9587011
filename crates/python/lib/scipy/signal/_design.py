"""Filters from what they are to let through: Butterworth's and Chebyshev's, and windows of ideal ones.

What it is not: filtering, which is `_filtered`. Sources: T. W. Parks, C. S. Burrus, Digital Filter Design, 1987. Start reading at
`iirfilter`.
"""

import cmath
import math

import numpy as np
from scipy.signal._forms import zpk2sos, zpk2tf
from scipy.signal.windows import get_window


def buttap(N):
    """The poles of Butterworth's filter at 1."""
    if abs(int(N)) != N:
        raise ValueError("Filter order must be a nonnegative integer")
    return [], [-cmath.exp(1j * math.pi * at / (2 * N)) for at in range(-N + 1, N, 2)], 1.0


def cheb1ap(N, rp):
    """The poles of Chebyshev's first filter, with a ripple below 1."""
    if N == 0:
        return [], [], 10 ** (-rp / 20)
    ripple = math.sqrt(10 ** (0.1 * rp) - 1.0)
    mu = 1.0 / N * math.asinh(1 / ripple)
    poles = [-cmath.sinh(mu + 1j * math.pi * at / (2 * N)) for at in range(-N + 1, N, 2)]
    gain = _product([-each for each in poles]).real
    return [], poles, gain / math.sqrt(1 + ripple * ripple) if N % 2 == 0 else gain


def cheb2ap(N, rs):
    """The zeros and poles of Chebyshev's second filter, with a ripple in what it stops."""
    if N == 0:
        return [], [], 1
    mu = math.asinh(1.0 / (1.0 / math.sqrt(10 ** (0.1 * rs) - 1))) / N
    places = [*range(-N + 1, 0, 2), *range(2, N, 2)] if N % 2 else range(-N + 1, N, 2)
    zeros = [-(1j / math.sin(at * math.pi / (2.0 * N))).conjugate() for at in places]
    circle = [-cmath.exp(1j * math.pi * at / (2 * N)) for at in range(-N + 1, N, 2)]
    poles = [1.0 / (math.sinh(mu) * each.real + 1j * math.cosh(mu) * each.imag) for each in circle]
    return zeros, poles, (_product([-each for each in poles]) / _product([-each for each in zeros])).real


def _product(values):
    found = complex(1.0)
    for each in values:
        found *= each
    return found


def _moved(z, p, k, kind, edges):
    """The filter at 1 moved to its edges."""
    apart = len(p) - len(z)
    if kind == "lowpass":
        return [edges * each for each in z], [edges * each for each in p], k * edges**apart
    if kind == "highpass":
        gain = k * (_product([-each for each in z]) / _product([-each for each in p])).real
        return [edges / each for each in z] + [0.0] * apart, [edges / each for each in p], gain
    wide, middle = edges[1] - edges[0], math.sqrt(edges[0] * edges[1])
    if kind == "bandpass":
        roots = [[each * wide / 2 for each in side] for side in (z, p)]
        both = [_both(side, middle) for side in roots]
        return both[0] + [0.0] * apart, both[1], k * wide**apart
    roots = [[(wide / 2) / each for each in side] for side in (z, p)]
    both = [_both(side, middle) for side in roots]
    zeros = both[0] + [1j * middle] * apart + [-1j * middle] * apart
    return zeros, both[1], k * (_product([-each for each in z]) / _product([-each for each in p])).real


def _both(side, middle):
    roots = [cmath.sqrt(each**2 - middle**2) for each in side]
    return [each + root for each, root in zip(side, roots)] + [each - root for each, root in zip(side, roots)]


def _sampled(z, p, k, fs):
    """A filter of what goes on all the time as one of samples (Tustin)."""
    gain = k * (_product([2.0 * fs - each for each in z]) / _product([2.0 * fs - each for each in p])).real
    turned = [[(2.0 * fs + each) / (2.0 * fs - each) for each in side] for side in (z, p)]
    return turned[0] + [-1.0] * (len(p) - len(z)), turned[1], gain


def _plainest(values):
    """Real numbers, where none has an imaginary part."""
    values = [complex(each) for each in values]
    if any(each.imag for each in values):
        return np.array(values)
    return np.array([each.real for each in values], dtype=float)


_KINDS = {"band": "bandpass", "pass": "bandpass", "bp": "bandpass", "stop": "bandstop", "bs": "bandstop", "bands": "bandstop",
          "l": "lowpass", "low": "lowpass", "lp": "lowpass", "high": "highpass", "h": "highpass", "hp": "highpass"}  # fmt: skip
_ALIKE = {"butterworth": "butter", "chebyshev1": "cheby1", "chebyshevi": "cheby1", "chebyshev2": "cheby2", "chebyshevii": "cheby2"}


def iirfilter(N, Wn, rp=None, rs=None, btype="band", analog=False, ftype="butter", output="ba", fs=None):
    """A filter of so many poles, as polynomials, as zeros and poles, or as sections."""
    if fs is not None and analog:
        raise ValueError("fs cannot be specified for an analog filter")
    edges = np.atleast_1d(np.asarray(Wn, dtype=float))
    edges = [2 * each / float(fs) for each in edges.tolist()] if fs is not None else edges.tolist()
    if any(each <= 0 for each in edges):
        raise ValueError("filter critical frequencies must be greater than 0")
    if len(edges) > 1 and not edges[0] < edges[1]:
        raise ValueError("Wn[0] must be less than Wn[1]")
    kind, name = _KINDS.get(btype.lower(), btype.lower()), _ALIKE.get(ftype.lower(), ftype.lower())
    if kind not in _KINDS.values():
        raise ValueError(f"'{btype}' is an invalid bandtype for filter.")
    if output not in ("ba", "zpk", "sos"):
        raise ValueError(f"'{output}' is not a valid output form.")
    if name == "cheby1" and rp is None:
        raise ValueError("passband ripple (rp) must be provided to design a Chebyshev I filter.")
    if name == "cheby2" and rs is None:
        raise ValueError("stopband attenuation (rs) must be provided to design an Chebyshev II filter.")
    if name not in ("butter", "cheby1", "cheby2"):
        raise NotImplementedError(f"iirfilter: ftype={ftype!r} is not built into this scipy; 'butter', 'cheby1' and 'cheby2' are")
    z, p, k = buttap(N) if name == "butter" else cheb1ap(N, rp) if name == "cheby1" else cheb2ap(N, rs)
    rate = 2.0
    if not analog:
        if any(each >= 1 for each in edges):
            if fs is not None:
                raise ValueError(f"Digital filter critical frequencies must be 0 < Wn < fs/2 (fs={fs} -> fs/2={fs / 2})")
            raise ValueError("Digital filter critical frequencies must be 0 < Wn < 1")
        edges = [2 * rate * math.tan(math.pi * each / rate) for each in edges]
    if kind in ("lowpass", "highpass"):
        if len(edges) != 1:
            raise ValueError("Must specify a single critical frequency Wn for lowpass or highpass filter")
        z, p, k = _moved(z, p, k, kind, edges[0])
    else:
        if len(edges) != 2:
            raise ValueError("Wn must specify start and stop frequencies for bandpass or bandstop filter")
        z, p, k = _moved(z, p, k, kind, edges)
    if not analog:
        z, p, k = _sampled(z, p, k, rate)
    z, p, k = _plainest(z), _plainest(p), np.float64(k)
    return (z, p, k) if output == "zpk" else zpk2tf(z, p, k) if output == "ba" else zpk2sos(z, p, k)


def butter(N, Wn, btype="low", analog=False, output="ba", fs=None):
    """Butterworth's filter, which is as flat as can be."""
    return iirfilter(N, Wn, btype=btype, analog=analog, output=output, ftype="butter", fs=fs)


def cheby1(N, rp, Wn, btype="low", analog=False, output="ba", fs=None):
    """Chebyshev's first filter, steeper, with a ripple in what it lets through."""
    return iirfilter(N, Wn, rp=rp, btype=btype, analog=analog, output=output, ftype="cheby1", fs=fs)


def cheby2(N, rs, Wn, btype="low", analog=False, output="ba", fs=None):
    """Chebyshev's second filter, steeper, with a ripple in what it stops."""
    return iirfilter(N, Wn, rs=rs, btype=btype, analog=analog, output=output, ftype="cheby2", fs=fs)


def _notched(w0, Q, fs, is_peak):
    w0 = 2 * float(w0) / fs
    if not 0 < w0 < 1:
        raise ValueError("w0 should be such that 0 < w0 < 1")
    wide, middle = w0 / float(Q) * math.pi, w0 * math.pi
    beta = math.tan(wide / 2.0)
    gain = 1.0 / (1.0 + beta)
    b = (1.0 - gain) * np.array([1.0, 0.0, -1.0]) if is_peak else gain * np.array([1.0, -2.0 * math.cos(middle), 1.0])
    return b, np.array([1.0, -2.0 * gain * math.cos(middle), 2.0 * gain - 1.0])


def iirnotch(w0, Q, fs=2.0):
    """What stops one frequency."""
    return _notched(w0, Q, fs, False)


def iirpeak(w0, Q, fs=2.0):
    """What lets one frequency through."""
    return _notched(w0, Q, fs, True)


def firwin(numtaps, cutoff, *, width=None, window="hamming", pass_zero=True, scale=True, fs=None):
    """An ideal filter in a window."""
    half = 0.5 * (2.0 if fs is None else float(fs))
    edges = (np.atleast_1d(np.asarray(cutoff, dtype=float)) / half).tolist()
    if min(edges) <= 0 or max(edges) >= 1:
        raise ValueError("Invalid cutoff frequency: frequencies must be greater than 0 and less than fs/2.")
    if any(a >= b for a, b in zip(edges, edges[1:])):
        raise ValueError("Invalid cutoff frequencies: the frequencies must be strictly increasing.")
    if width is not None:
        atten = 2.285 * (numtaps - 1) * math.pi * float(width) / half + 7.95
        beta = 0.1102 * (atten - 8.7) if atten > 50 else 0.5842 * (atten - 21) ** 0.4 + 0.07886 * (atten - 21) if atten > 21 else 0.0
        window = ("kaiser", beta)
    if isinstance(pass_zero, str):
        pass_zero = pass_zero in ("lowpass", "bandstop")
    goes_on = bool(len(edges) % 2) ^ bool(pass_zero)
    if goes_on and numtaps % 2 == 0:
        raise ValueError("A filter with an even number of coefficients must have zero response at the Nyquist frequency.")
    edges = [0.0] * bool(pass_zero) + edges + [1.0] * goes_on
    at, found = np.arange(numtaps) - 0.5 * (numtaps - 1), 0.0
    for left, right in zip(edges[::2], edges[1::2]):
        found = found + right * np.sinc(right * at) - left * np.sinc(left * at)
    found = found * get_window(window, numtaps, fftbins=False)
    if scale:
        left, right = edges[:2]
        center = 0.0 if left == 0 else 1.0 if right == 1 else 0.5 * (left + right)
        found = found / float((found * np.cos(math.pi * at * center)).sum())
    return found


def kaiserord(ripple, width):
    """How many places a Kaiser window needs, and its beta."""
    atten = abs(ripple)
    if atten < 8:
        raise ValueError("Requested maximum ripple attenuation is too small for the Kaiser formula.")
    beta = 0.1102 * (atten - 8.7) if atten > 50 else 0.5842 * (atten - 21) ** 0.4 + 0.07886 * (atten - 21) if atten > 21 else 0.0
    return int(math.ceil((atten - 7.95) / 2.285 / (math.pi * width) + 1)), beta


def buttord(wp, ws, gpass, gstop, analog=False, fs=None):
    """How many poles Butterworth's filter needs, and its edge; of low and high passes."""
    wp, ws = (np.atleast_1d(np.asarray(each, dtype=float)) * (1.0 if fs is None else 2 / fs) for each in (wp, ws))
    if len(wp) != 1:
        raise NotImplementedError("buttord: bands are not built into this scipy; low and high passes are")
    pass_edge, stop_edge = (float(each[0]) if analog else math.tan(math.pi * float(each[0]) / 2.0) for each in (wp, ws))
    is_low = pass_edge < stop_edge
    ratio = abs(stop_edge / pass_edge) if is_low else abs(pass_edge / stop_edge)
    stop, let = 10 ** (0.1 * abs(gstop)), 10 ** (0.1 * abs(gpass))
    order = int(math.ceil(math.log10((stop - 1.0) / (let - 1.0)) / (2 * math.log10(ratio))))
    edge = (let - 1.0) ** (-1.0 / (2.0 * order))
    edge = edge * pass_edge if is_low else pass_edge / edge
    edge = edge if analog else (2.0 / math.pi) * math.atan(edge)
    return order, np.float64(edge if fs is None else edge * fs / 2)
