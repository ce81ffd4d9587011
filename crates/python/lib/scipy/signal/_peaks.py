"""Peaks: where values are larger than both neighbours, how far they stand out, and how wide they are.

What it is not: smoothing. Start reading at `find_peaks`.
"""

import math

import numpy as np


def _span(value, places, count):
    """The least and the greatest that is asked for, a number or one a peak."""
    try:
        low, high = value
    except (TypeError, ValueError):
        low, high = value, None
    return [each if each is None or np.ndim(each) == 0 else np.asarray(each)[places] for each in (low, high)]


def _within(values, span):
    kept = np.ones(len(values), dtype=bool)
    if span[0] is not None:
        kept = kept & (values >= span[0])
    return kept if span[1] is None else kept & (values <= span[1])


def _tops(values):
    """The middles of peaks, and where their flat tops begin and end."""
    found, at = [], 1
    while at < len(values) - 1:
        end = at
        while end < len(values) - 1 and values[end] == values[at]:
            end += 1
        if values[at - 1] < values[at] > values[end]:
            found.append(((at + end - 1) // 2, at, end - 1))
        at = max(end, at + 1)
    return found


def _apart(places, values, distance):
    """Which are the highest of those that are nearer to each other than that."""
    kept = [True] * len(places)
    for at in sorted(range(len(places)), key=lambda at: values[places[at]])[::-1]:
        if not kept[at]:
            continue
        for way in (-1, 1):
            other = at + way
            while 0 <= other < len(places) and abs(places[other] - places[at]) < distance:
                kept[other] = False
                other += way
    return np.array(kept, dtype=bool)


def find_peaks(x, height=None, threshold=None, distance=None, prominence=None, width=None, wlen=None, rel_height=0.5, plateau_size=None):
    """The peaks that are as high, as far apart, as prominent and as wide as is asked for, and what was found of them."""
    x = np.asarray(x, dtype=np.float64)
    if x.ndim != 1:
        raise ValueError("`x` must be a 1-D array")
    if distance is not None and distance < 1:
        raise ValueError("`distance` must be greater or equal to 1")
    values, found = x.tolist(), {}
    tops = _tops(values)
    peaks = np.array([each[0] for each in tops], dtype=np.int64)

    def keep(which):
        nonlocal peaks, found
        peaks, found = peaks[which], {name: each[which] for name, each in found.items()}

    if plateau_size is not None:
        left, right = (np.array([each[at] for each in tops], dtype=np.int64) for at in (1, 2))
        found.update(plateau_sizes=right - left + 1, left_edges=left, right_edges=right)
        keep(_within(found["plateau_sizes"], _span(plateau_size, peaks, len(x))))
    if height is not None:
        found["peak_heights"] = x[peaks]
        keep(_within(found["peak_heights"], _span(height, peaks, len(x))))
    if threshold is not None:
        sides = x[peaks] - x[peaks - 1], x[peaks] - x[peaks + 1]
        low, high = _span(threshold, peaks, len(x))
        found.update(left_thresholds=sides[0], right_thresholds=sides[1])
        keep(_within(np.minimum(*sides), (low, None)) & _within(np.maximum(*sides), (None, high)))
    if distance is not None:
        keep(_apart(peaks.tolist(), values, math.ceil(distance)))
    if prominence is not None or width is not None:
        found.update(zip(("prominences", "left_bases", "right_bases"), peak_prominences(x, peaks, wlen)))
        if prominence is not None:
            keep(_within(found["prominences"], _span(prominence, peaks, len(x))))
    if width is not None:
        data = tuple(found[name] for name in ("prominences", "left_bases", "right_bases"))
        found.update(zip(("widths", "width_heights", "left_ips", "right_ips"), peak_widths(x, peaks, rel_height, data)))
        keep(_within(found["widths"], _span(width, peaks, len(x))))
    return peaks, found


def peak_prominences(x, peaks, wlen=None):
    """How far peaks stand out: above the higher of the lowest values on both sides, as far as none is higher."""
    values, rows = np.asarray(x, dtype=np.float64).tolist(), []
    reach = len(values) if wlen is None else (math.ceil(wlen) | 1) // 2
    for peak in np.asarray(peaks).tolist():
        lows = []
        for way in (-1, 1):
            at, low, base = peak, values[peak], peak
            end = max(0, peak - reach) if way < 0 else min(len(values) - 1, peak + reach)
            while (at >= end if way < 0 else at <= end) and values[at] <= values[peak]:
                if values[at] < low:
                    low, base = values[at], at
                at += way
            lows.append((low, base))
        rows.append((values[peak] - max(lows[0][0], lows[1][0]), lows[0][1], lows[1][1]))
    found = np.array([row[0] for row in rows], dtype=np.float64)
    return found, *(np.array([row[at] for row in rows], dtype=np.int64) for at in (1, 2))


def peak_widths(x, peaks, rel_height=0.5, prominence_data=None, wlen=None):
    """How wide peaks are at a share of their prominence, at which height, and where that begins and ends."""
    if rel_height < 0:
        raise ValueError("`rel_height` must be greater or equal to 0.0")
    data = peak_prominences(x, peaks, wlen) if prominence_data is None else prominence_data
    values, rows = np.asarray(x, dtype=np.float64).tolist(), []
    for peak, high, low, up in zip(np.asarray(peaks).tolist(), *(np.asarray(each).tolist() for each in data)):
        level, ends = values[peak] - high * rel_height, []
        for way, end in ((-1, low), (1, up)):
            at = peak
            while (at > end if way < 0 else at < end) and level < values[at]:
                at += way
            place = float(at)
            if values[at] < level:
                place -= way * (level - values[at]) / (values[at - way] - values[at])
            ends.append(place)
        rows.append((ends[1] - ends[0], level, *ends))
    return tuple(np.array([row[at] for row in rows], dtype=np.float64) for at in range(4))
