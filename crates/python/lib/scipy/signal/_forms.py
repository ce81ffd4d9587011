"""The forms of a filter: polynomials, zeros and poles, sections of two poles each, and what it does to frequencies.

What it is not: designs, which are `_design`. Start reading at `zpk2tf`.
"""

import math

import numpy as np
from _scalars import INTS


def _poly(roots):
    """The polynomial with such roots; of roots in pairs it has no imaginary parts."""
    found = [1.0 + 0j]
    for root in (complex(each) for each in roots):
        found = [a - root * b for a, b in zip([*found, 0j], [0j, *found])]
    scale = max(abs(each) for each in found)
    if all(abs(each.imag) <= 1e-9 * scale for each in found):
        # What cancels out leaves nothing.
        return np.array([each.real if abs(each) > 4e-15 * scale else 0.0 for each in found])
    return np.array(found)


def zpk2tf(z, p, k):
    """Zeros, poles and a gain as polynomials."""
    return k * _poly(np.atleast_1d(z)), _poly(np.atleast_1d(p))


def tf2zpk(b, a):
    """Polynomials as zeros, poles and a gain."""
    b, a = np.trim_zeros(np.atleast_1d(b).astype(float), "f"), np.trim_zeros(np.atleast_1d(a).astype(float), "f")
    b, a = b / a[0], a / a[0]
    gain = b[0]
    return np.roots(b / gain), np.roots(a), gain


def sos2tf(sos):
    """Sections as polynomials."""
    b = a = np.ones(1)
    for section in np.asarray(sos):
        b, a = np.polymul(b, section[:3]), np.polymul(a, section[3:])
    return b, a


def tf2sos(b, a, pairing=None):
    """Polynomials as sections."""
    return zpk2sos(*tf2zpk(b, a), pairing)


def sos2zpk(sos):
    """Sections as zeros, poles and a gain."""
    zeros, poles, gain = [], [], 1.0
    for section in np.asarray(sos):
        z, p, k = tf2zpk(section[:3], section[3:])
        zeros += list(z) + [0.0] * (2 - len(z))
        poles += list(p) + [0.0] * (2 - len(p))
        gain *= float(k)
    return np.array(zeros, dtype=complex), np.array(poles, dtype=complex), gain


def _halves(values):
    """One of each pair of roots that mirror each other, and the real roots, in order."""
    values = [complex(each) for each in values]
    tolerance = 100 * 2.0**-52
    real = sorted(each.real for each in values if abs(each.imag) <= tolerance * abs(each))
    rest = [each for each in values if abs(each.imag) > tolerance * abs(each)]
    upper = sorted((each for each in rest if each.imag > 0), key=lambda each: (round(each.real, 12), each.imag))
    return upper + [complex(each) for each in real]


def _nearest(roots, to, which):
    order = sorted(range(len(roots)), key=lambda at: abs(roots[at] - to))
    wanted = {"any": lambda root: True, "real": lambda root: root.imag == 0, "complex": lambda root: root.imag != 0}[which]
    return next(at for at in order if wanted(roots[at]))


def zpk2sos(z, p, k, pairing=None, *, analog=False):
    """Zeros, poles and a gain as sections, each pole with the nearest zero; the poles nearest to the circle come last."""
    if analog or pairing not in (None, "nearest"):
        raise NotImplementedError("zpk2sos: other pairing than 'nearest', and analog, are not built into this scipy")
    z, p = list(np.atleast_1d(z)), list(np.atleast_1d(p))
    if not z and not p:
        return np.array([[k, 0.0, 0.0, 1.0, 0.0, 0.0]])
    count = max(len(z), len(p))
    z, p = z + [0.0] * (count - len(z)), p + [0.0] * (count - len(p))
    if count % 2:
        z, p = z + [0.0], p + [0.0]
    sections, z, p = [], _halves(z), _halves(p)
    for _ in range((count + 1) // 2):
        first = p.pop(min(range(len(p)), key=lambda at: abs(1 - abs(p[at]))))
        real_poles = [at for at, each in enumerate(p) if each.imag == 0]
        if first.imag == 0 and not real_poles:
            zeros, poles = [z.pop(_nearest(z, first, "real")), 0.0], [first, 0.0]
        elif len(p) + 1 == len(z) and first.imag and len(real_poles) == 1 and sum(each.imag == 0 for each in z) == 1:
            own = z.pop(_nearest(z, first, "complex"))
            zeros, poles = [own, own.conjugate()], [first, first.conjugate()]
        else:
            if first.imag == 0:
                second = p.pop(min(real_poles, key=lambda at: abs(1 - abs(p[at]))))
            else:
                second = first.conjugate()
            poles, own = [first, second], z.pop(_nearest(z, first, "any"))
            zeros = [own, own.conjugate()] if own.imag else [own, z.pop(_nearest(z, first, "real"))]
        b, a = zpk2tf(np.array(zeros, dtype=complex), np.array(poles, dtype=complex), 1.0)
        sections.append(np.concatenate([b, a]))
    found = np.stack(sections[::-1])
    found[0, :3] = found[0, :3] * k
    return found


def _frequencies(worN, whole, fs, include_nyquist=False):
    if worN is None or isinstance(worN, INTS):
        count = 512 if worN is None else worN
        last = 2 * math.pi if whole else math.pi
        w = np.linspace(0, last, count, endpoint=include_nyquist and not whole)
    else:
        w = 2 * math.pi * np.asarray(worN, dtype=float) / fs
    return w, w * fs / (2 * math.pi)


def freqz(b, a=1, worN=512, whole=False, plot=None, fs=2 * math.pi, include_nyquist=False):
    """What a filter does to frequencies."""
    if plot is not None:
        raise NotImplementedError("freqz: plot is not built into this scipy")
    w, shown = _frequencies(worN, whole, fs, include_nyquist)
    turn = np.exp(-1j * w)
    b, a = np.atleast_1d(np.asarray(b)), np.atleast_1d(np.asarray(a))
    return shown, np.polyval(b[::-1], turn) / np.polyval(a[::-1], turn)


def sosfreqz(sos, worN=512, whole=False, fs=2 * math.pi):
    """What sections do to frequencies."""
    found = 1.0
    for section in np.asarray(sos):
        shown, own = freqz(section[:3], section[3:], worN, whole, fs=fs)
        found = found * own
    return shown, found


freqz_sos = sosfreqz
