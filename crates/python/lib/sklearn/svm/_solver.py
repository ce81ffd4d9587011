"""The quadratic problem of support vectors, two unknowns at a time.

Least of a'Qa/2 + p'a with 0 <= a <= C and y'a constant, after Platt's sequential minimal optimisation with the pair that
promises most (Fan, Chen and Lin, Working Set Selection Using Second Order Information, 2005).
What it is not: kernels or classes; those are the machines'. Start reading at `solve`.
"""

import numpy as np

_LEAST = 1e-12


def solve(row, diagonal, p, y, most, start, tolerance, max_iter):
    """The unknowns, and the threshold: `row(i)` is a row of Q, `most` the largest value of each unknown."""
    unknown, gradient = start.copy(), p.copy()
    for at in np.nonzero(unknown)[0].tolist():
        gradient = gradient + unknown[at] * row(at)
    steps = 0
    while max_iter < 0 or steps < max_iter:
        pair = _chosen(row, diagonal, gradient, unknown, most, y, tolerance)
        if pair is None:
            break
        i, j = pair
        before = float(unknown[i]), float(unknown[j])
        after = _moved(row(i), diagonal, gradient, unknown, most, y, i, j)
        unknown[i], unknown[j] = after
        gradient = gradient + row(i) * (after[0] - before[0]) + row(j) * (after[1] - before[1])
        steps += 1
    return unknown, _threshold(gradient, unknown, most, y), steps


def _chosen(row, diagonal, gradient, unknown, most, y, tolerance):
    """The pair that violates the conditions, and whose step gains most; None when all are met well enough."""
    pull = -y * gradient
    is_low, is_high = unknown <= 0, unknown >= most
    can_rise = np.where(y > 0, ~is_high, ~is_low)
    can_fall = np.where(y > 0, ~is_low, ~is_high)
    risen = np.where(can_rise, pull, -np.inf)
    top = risen.max()
    if not np.isfinite(top):
        return None
    # Of equal ones the last, as the pairs are looked through in order.
    i = len(y) - 1 - int(np.argmax(risen[::-1]))
    fallen = np.where(can_fall, pull, np.inf)
    if top - fallen.min() < tolerance:
        return None
    apart = top - fallen
    bend = diagonal[i] + diagonal - 2.0 * y[i] * y * row(i)
    gain = np.where(apart > 0, apart * apart / np.where(bend > 0, bend, _LEAST), -np.inf)
    gain = np.where(can_fall, gain, -np.inf)
    j = len(y) - 1 - int(np.argmax(gain[::-1]))
    return (i, j) if np.isfinite(gain[j]) else None


def _moved(row_i, diagonal, gradient, unknown, most, y, i, j):
    """Both unknowns after their step, within their bounds."""
    a, b, high_a, high_b = float(unknown[i]), float(unknown[j]), float(most[i]), float(most[j])
    is_other = y[i] != y[j]
    bend = float(diagonal[i] + diagonal[j] + (2.0 if is_other else -2.0) * row_i[j])
    bend = bend if bend > 0 else _LEAST
    if is_other:
        step, apart = float(-gradient[i] - gradient[j]) / bend, a - b
        a, b = a + step, b + step
        if apart > 0 and b < 0:
            a, b = apart, 0.0
        elif apart <= 0 and a < 0:
            a, b = 0.0, -apart
        if apart > high_a - high_b and a > high_a:
            a, b = high_a, high_a - apart
        elif apart <= high_a - high_b and b > high_b:
            a, b = high_b + apart, high_b
        return a, b
    step, both = float(gradient[i] - gradient[j]) / bend, a + b
    a, b = a - step, b + step
    if both > high_a and a > high_a:
        a, b = high_a, both - high_a
    elif both <= high_a and b < 0:
        a, b = both, 0.0
    if both > high_b and b > high_b:
        a, b = both - high_b, high_b
    elif both <= high_b and a < 0:
        a, b = 0.0, both
    return a, b


def _threshold(gradient, unknown, most, y):
    """From the unknowns between their bounds; where all are at one, in the middle of what is allowed."""
    slope = y * gradient
    is_low, is_high = unknown <= 0, unknown >= most
    is_free = ~(is_low | is_high)
    if bool(is_free.any()):
        return float(slope[is_free].sum()) / int(is_free.sum())
    above = slope[np.where(y > 0, is_low, is_high)]
    below = slope[np.where(y > 0, is_high, is_low)]
    return (float(above.min(initial=np.inf)) + float(below.max(initial=-np.inf))) / 2
