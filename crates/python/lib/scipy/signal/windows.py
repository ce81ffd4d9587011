"""Windows: how much each place of a piece counts.

What it is not: filters. Source: F. J. Harris, On the use of windows for harmonic analysis, 1978. Start reading at `get_window`.
"""

import math

import numpy as np
from _scalars import NUMBERS


def _turns(M, sym):
    """The angle at each place, from -π to π; one place more is looked at where the window goes on again and again."""
    count = M if sym else M + 1
    return np.linspace(-math.pi, math.pi, count), M


def general_cosine(M, a, sym=True):
    """A sum of cosines."""
    if M <= 1:
        return np.ones(max(M, 0))
    angles, count = _turns(M, sym)
    return sum(share * np.cos(at * angles) for at, share in enumerate(a))[:count].copy()


def general_hamming(M, alpha, sym=True):
    """A raised cosine."""
    return general_cosine(M, [alpha, 1.0 - alpha], sym)


def hann(M, sym=True):
    """A raised cosine that ends at 0."""
    return general_hamming(M, 0.5, sym)


def hamming(M, sym=True):
    """A raised cosine that ends a little above 0."""
    return general_hamming(M, 0.54, sym)


def blackman(M, sym=True):
    """A sum of three cosines."""
    return general_cosine(M, [0.42, 0.50, 0.08], sym)


def nuttall(M, sym=True):
    """A sum of four cosines."""
    return general_cosine(M, [0.3635819, 0.4891775, 0.1365995, 0.0106411], sym)


def blackmanharris(M, sym=True):
    """Another sum of four cosines."""
    return general_cosine(M, [0.35875, 0.48829, 0.14128, 0.01168], sym)


def flattop(M, sym=True):
    """A sum of five cosines, which is flat at the top."""
    return general_cosine(M, [0.21557895, 0.41663158, 0.277263158, 0.083578947, 0.006947368], sym)


def boxcar(M, sym=True):
    """All alike."""
    return np.ones(M)


def _places(M, sym):
    count = M if sym else M + 1
    return np.arange(count), count


def triang(M, sym=True):
    """A triangle that ends above 0."""
    at, count = _places(M, sym)
    half = (count + 1) / 2
    return (1 - np.abs(at + 1 - half) / (half if count % 2 else count / 2))[:M]


def bartlett(M, sym=True):
    """A triangle that ends at 0."""
    at, count = _places(M, sym)
    return np.where(at <= (count - 1) / 2.0, 2.0 * at / (count - 1), 2.0 - 2.0 * at / (count - 1))[:M]


def parzen(M, sym=True):
    """Four triangles over each other."""
    count = M if sym else M + 1
    at = np.abs(np.arange(-(count - 1) / 2.0, (count - 1) / 2.0 + 0.5)) / (count / 2.0)
    return np.where(at <= (count - 1) / 4.0 / (count / 2.0), 1 - 6 * at**2 + 6 * at**3, 2 * (1 - at) ** 3)[:M]


def cosine(M, sym=True):
    """Half a sine."""
    at, count = _places(M, sym)
    return np.sin(math.pi / count * (at + 0.5))[:M]


def gaussian(M, std, sym=True):
    """A bell."""
    at, count = _places(M, sym)
    return np.exp(-((at - (count - 1.0) / 2.0) ** 2) / (2 * std * std))[:M]


def exponential(M, center=None, tau=1.0, sym=True):
    """It falls to both sides by the same share."""
    at, count = _places(M, sym)
    return np.exp(-np.abs(at - ((count - 1) / 2 if center is None else center)) / tau)[:M]


def tukey(M, alpha=0.5, sym=True):
    """Flat, with half a cosine at both ends."""
    if alpha <= 0:
        return np.ones(M)
    if alpha >= 1.0:
        return hann(M, sym)
    at, count = _places(M, sym)
    width = int(math.floor(alpha * (count - 1) / 2.0))
    found = np.ones(count)
    found[: width + 1] = 0.5 * (1 + np.cos(math.pi * (-1 + 2.0 * at[: width + 1] / alpha / (count - 1))))
    last = at[count - width - 1 :]
    found[count - width - 1 :] = 0.5 * (1 + np.cos(math.pi * (-2.0 / alpha + 1 + 2.0 * last / alpha / (count - 1))))
    return found[:M]


def kaiser(M, beta, sym=True):
    """Bessel's function of a half circle."""
    count = M if sym else M + 1
    return np.kaiser(count, beta)[:M]


def get_window(window, Nx, fftbins=True):
    """The window of that name, or, with what it asks for, of that name and values."""
    if isinstance(window, NUMBERS):
        return kaiser(Nx, float(window), not fftbins)
    name, *values = window if isinstance(window, tuple) else (window,)
    if not isinstance(name, str):
        raise ValueError(f"{type(window)} as window type is not supported.")
    name = {"hanning": "hann", "hamm": "hamming", "black": "blackman", "blk": "blackman", "box": "boxcar", "ones": "boxcar",
            "rect": "boxcar", "rectangular": "boxcar", "bart": "bartlett", "brt": "bartlett", "tri": "triang", "triangle": "triang",
            "gauss": "gaussian", "gss": "gaussian", "ksr": "kaiser", "tuk": "tukey", "flat": "flattop", "flt": "flattop",
            "blackharr": "blackmanharris", "bkh": "blackmanharris", "nutt": "nuttall", "nut": "nuttall", "halfcosine": "cosine",
            "par": "parzen", "poisson": "exponential"}.get(name, name)  # fmt: skip
    if name in ("kaiser", "gaussian") and not values:
        raise ValueError(f"The {name!r} window needs one or more parameters -- pass a tuple.")
    if name not in _KNOWN:
        raise ValueError(f"Unknown window type {name!r}.")
    return globals()[name](Nx, *values, sym=not fftbins)


_KNOWN = (
    "bartlett", "blackman", "blackmanharris", "boxcar", "cosine", "exponential", "flattop", "gaussian", "general_cosine",
    "general_hamming", "hamming", "hann", "kaiser", "nuttall", "parzen", "triang", "tukey",
)  # fmt: skip
__all__ = [*_KNOWN, "get_window"]
