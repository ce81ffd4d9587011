"""Signals through filters: once, or forth and back.

What it is not: designs, which are `_design`. Start reading at `lfilter`.
"""

import numpy as np


def _along(function, x, axis):
    """A function of one signal for each signal along an axis."""
    x = np.asarray(x, dtype=float)
    if x.ndim == 1:
        return np.array(function(x.tolist()))
    moved = np.moveaxis(x, axis, -1)
    made = np.array([function(row) for row in moved.reshape(-1, moved.shape[-1]).tolist()])
    return np.moveaxis(made.reshape(*moved.shape[:-1], made.shape[-1]), -1, axis)


def _run(b, a, x, state):
    """A signal through a filter in its second form, turned round; the state goes on in place."""
    found, last = [], len(state) - 1
    if last < 0:
        return [b[0] * each for each in x]
    if last == 1:
        (b0, b1, b2), (_, a1, a2), (s0, s1) = b, a, state
        for each in x:
            out = b0 * each + s0
            s0 = b1 * each - a1 * out + s1
            s1 = b2 * each - a2 * out
            found.append(out)
        state[:] = [s0, s1]
        return found
    triples = list(zip(b[1:], a[1:]))
    for each in x:
        out = b[0] * each + state[0]
        state[:] = [one * each - other * out + rest for (one, other), rest in zip(triples, [*state[1:], 0.0])]
        found.append(out)
    return found


def _both(b, a):
    b, a = (np.atleast_1d(np.asarray(each, dtype=float)).tolist() for each in (b, a))
    count = max(len(a), len(b))
    b, a = b + [0.0] * (count - len(b)), a + [0.0] * (count - len(a))
    if a[0] == 0:
        raise ValueError("The first coefficient of a must not be 0")
    return [each / a[0] for each in b], [each / a[0] for each in a]


def lfilter(b, a, x, axis=-1, zi=None):
    """A signal through a filter; with `zi`, its state, what the state is behind it, too."""
    b, a = _both(b, a)
    if zi is None:
        if not any(a[1:]):
            # What has no memory of what came out is a sum of what came in.
            return _along(lambda row: np.convolve(np.array(row), np.array(b))[: len(row)].tolist(), x, axis)
        return _along(lambda row: _run(b, a, row, [0.0] * (len(b) - 1)), x, axis)
    if np.ndim(x) != 1:
        raise NotImplementedError("lfilter: zi of tables is not built into this scipy")
    state = np.asarray(zi, dtype=float).tolist()
    return np.array(_run(b, a, np.asarray(x, dtype=float).tolist(), state)), np.array(state)


def lfilter_zi(b, a):
    """The state of a filter through which ones have gone for long."""
    b, a = _both(b, a)
    rest = [one - other * b[0] for one, other in zip(b[1:], a[1:])]
    found = [sum(rest) / sum(a)]
    whole, part = 1.0, 0.0
    for at in range(1, len(rest)):
        whole, part = whole + a[at], part + rest[at - 1]
        found.append(whole * found[0] - part)
    return np.array(found if rest else [])


def sosfilt(sos, x, axis=-1, zi=None):
    """A signal through sections."""
    sections = np.asarray(sos, dtype=float).tolist()

    def run(row, states):
        for section, state in zip(sections, states):
            row = _run(section[:3], section[3:], row, state)
        return row

    if zi is None:
        return _along(lambda row: run(row, [[0.0, 0.0] for _ in sections]), x, axis)
    if np.ndim(x) != 1:
        raise NotImplementedError("sosfilt: zi of tables is not built into this scipy")
    states = np.asarray(zi, dtype=float).tolist()
    return np.array(run(np.asarray(x, dtype=float).tolist(), states)), np.array(states)


def sosfilt_zi(sos):
    """The states of sections through which ones have gone for long."""
    found, scale = [], 1.0
    for section in np.asarray(sos, dtype=float):
        found.append(scale * lfilter_zi(section[:3], section[3:]))
        scale *= float(section[:3].sum()) / float(section[3:].sum())
    return np.stack(found)


def _longer(row, kind, count):
    """A signal with more at both ends, so that it does not begin at once."""
    if not count:
        return row
    head, tail = row[count:0:-1], row[-2 : -count - 2 : -1]
    if kind == "odd":
        return [2 * row[0] - each for each in head] + row + [2 * row[-1] - each for each in tail]
    if kind == "even":
        return head + row + tail
    return [row[0]] * count + row + [row[-1]] * count


def _there_and_back(run, x, axis, padtype, padlen, usual):
    if padtype not in ("even", "odd", "constant", None):
        raise ValueError(f"Unknown value '{padtype}' given to padtype.  padtype must be 'even', 'odd', 'constant', or None.")
    count = 0 if padtype is None else usual if padlen is None else padlen
    if np.asarray(x).shape[axis] <= count:
        raise ValueError(f"The length of the input vector x must be greater than padlen, which is {count}.")

    def apply(row):
        row = run(_longer(row, padtype, count))
        row = run(row[::-1])[::-1]
        return row[count : len(row) - count]

    return _along(apply, x, axis)


def filtfilt(b, a, x, axis=-1, padtype="odd", padlen=None, method="pad", irlen=None):
    """A signal through a filter forth and back: nothing comes later than it was."""
    if method != "pad" or irlen is not None:
        raise NotImplementedError("filtfilt: method='gust' is not built into this scipy")
    b, a = _both(b, a)
    start = lfilter_zi(b, a).tolist()
    usual = 3 * max(len(a), len(b))
    return _there_and_back(lambda row: _run(b, a, row, [each * row[0] for each in start]), x, axis, padtype, padlen, usual)


def sosfiltfilt(sos, x, axis=-1, padtype="odd", padlen=None):
    """The same through sections."""
    sos = np.asarray(sos, dtype=float)
    starts, sections = sosfilt_zi(sos).tolist(), sos.tolist()
    taps = 2 * len(sos) + 1 - min(int((sos[:, 2] == 0).sum()), int((sos[:, 5] == 0).sum()))

    def run(row):
        first = row[0]
        for section, start in zip(sections, starts):
            row = _run(section[:3], section[3:], row, [each * first for each in start])
        return row

    return _there_and_back(run, x, axis, padtype, padlen, 3 * taps)


def hilbert(x, N=None, axis=-1):
    """A signal with the one that is a quarter behind as its imaginary part."""
    x = np.asarray(x, dtype=float)
    count = x.shape[axis] if N is None else N
    moved = np.moveaxis(x, axis, -1) if x.ndim > 1 else x
    waves = np.fft.fft(moved, count)
    share = np.zeros(count)
    share[0] = 1
    share[1 : (count + 1) // 2] = 2
    if count % 2 == 0:
        share[count // 2] = 1
    found = np.fft.ifft(waves * share)
    return np.moveaxis(found, -1, axis) if x.ndim > 1 else found


def resample(x, num, t=None, axis=0, window=None, domain="time"):
    """So many samples in place of those that there are, by their waves."""
    if window is not None or domain != "time" or np.ndim(x) != 1:
        raise NotImplementedError("resample: window, domain and tables are not built into this scipy")
    x = np.asarray(x, dtype=float)
    count, waves = len(x), np.fft.rfft(x)
    least = min(num, count)
    kept = np.zeros(num // 2 + 1, dtype=complex)
    kept[: least // 2 + 1] = waves[: least // 2 + 1]
    if least % 2 == 0 and num != count:
        kept[least // 2] = kept[least // 2] * (2 if num < count else 0.5)
    found = np.fft.irfft(kept, num) * (num / count)
    return found if t is None else (found, np.arange(num) * (t[1] - t[0]) * count / num + t[0])


def decimate(x, q, n=None, ftype="iir", axis=-1, zero_phase=True):
    """Each q-th sample of what was made smooth first."""
    from scipy.signal._design import cheby1, firwin

    x = np.asarray(x, dtype=float)
    if ftype == "iir":
        sos = cheby1(8 if n is None else n, 0.05, 0.8 / q, output="sos")
        smooth = sosfiltfilt(sos, x, axis) if zero_phase else sosfilt(sos, x, axis)
        return np.moveaxis(np.moveaxis(smooth, axis, -1)[..., ::q], -1, axis) if x.ndim > 1 else smooth[::q]
    if ftype != "fir" or x.ndim != 1:
        raise NotImplementedError("decimate: other than ftype='iir', or 'fir' of one signal, is not built into this scipy")
    half = 10 * q if n is None else n // 2
    b = firwin(2 * half + 1 if n is None else n + 1, 1.0 / q, window="hamming")
    whole = np.convolve(x, b)
    shift = (len(b) - 1) // 2 if zero_phase else 0
    return whole[shift : shift + len(x)][::q]


def deconvolve(signal, divisor):
    """What was convolved with the divisor, and what is left."""
    signal, divisor = np.atleast_1d(signal).astype(float), np.atleast_1d(divisor).astype(float)
    if len(divisor) > len(signal):
        return np.array([]), signal
    start = np.zeros(len(signal) - len(divisor) + 1)
    start[0] = 1
    found = lfilter(signal, divisor, start)
    return found, signal - np.convolve(divisor, found)


def unit_impulse(shape, idx=None, dtype=float):
    """Zeros with a one."""
    found = np.zeros(shape, dtype=dtype)
    sizes = found.shape
    if idx is None:
        idx = (0,) * len(sizes)
    elif isinstance(idx, str):
        idx = tuple(size // 2 for size in sizes)
    elif not hasattr(idx, "__iter__"):
        idx = (idx,) * len(sizes)
    found[tuple(idx)] = 1
    return found


