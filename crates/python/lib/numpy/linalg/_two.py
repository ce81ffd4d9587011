"""The singular values of a matrix of two rows and columns, with vectors whose signs are LAPACK's.

Most covariances that lessons draw by are of two rows, and what is drawn depends on those signs. A reflection makes the
matrix a triangle, two rotations make that a diagonal. Start reading at `svd_of_two`.
"""

from math import copysign, hypot, sqrt


def _rotations(f, g, h):
    """Two rotations that make the triangle [[f, g], [0, h]] a diagonal: its ends, and sines and cosines (right, left)."""
    is_swapped = abs(h) > abs(f)
    first, last = (h, f) if is_swapped else (f, h)
    largest = 3 if is_swapped else 1
    largest = 2 if abs(g) > abs(first) else largest
    if abs(first) < 2.0**-53 * abs(g):
        most, least = abs(g), abs(first / (g / last)) if last else 0.0
        cos_l, sin_l, cos_r, sin_r = 1.0, last / g, first / g, 1.0
    else:
        away = abs(first) - abs(last)
        share = 1.0 if away == abs(first) else away / abs(first)
        ratio, rest = g / first, 2.0 - share
        s, r = sqrt(rest * rest + ratio * ratio), abs(ratio) if share == 0 else sqrt(share * share + ratio * ratio)
        mean = 0.5 * (s + r)
        least, most = abs(last) / mean, abs(first) * mean
        if ratio * ratio == 0:
            turn = copysign(2.0, first) * copysign(1.0, g) if share == 0 else g / copysign(away, first) + ratio / rest
        else:
            turn = (ratio / (s + rest) + ratio / (r + share)) * (1.0 + mean)
        length = sqrt(turn * turn + 4.0)
        cos_r, sin_r = 2.0 / length, turn / length
        cos_l, sin_l = (cos_r + sin_r * ratio) / mean, (last / first) * sin_r / mean
    if is_swapped:
        cos_l, sin_l, cos_r, sin_r = sin_r, cos_r, sin_l, cos_l
    pairs = {1: (cos_r, cos_l, f), 2: (sin_r, cos_l, g), 3: (sin_r, sin_l, h)}
    sign = 1.0
    for part in pairs[largest]:
        sign *= copysign(1.0, part)
    return copysign(most, sign), copysign(least, sign * copysign(1.0, f) * copysign(1.0, h)), sin_r, cos_r, sin_l, cos_l


def svd_of_two(rows):
    """U, the singular values and Vh, as lists."""
    (a, b), (c, d) = rows
    u = [[1.0, 0.0], [0.0, 1.0]]
    if c != 0:
        # The reflection that takes the first column to a multiple of (1, 0).
        beta = -copysign(hypot(a, c), a)
        tau, v = (beta - a) / beta, c * (1.0 / (a - beta))
        u = [[1.0 - tau, -tau * v], [-tau * v, 1.0 - tau * v * v]]
        moved = tau * (b + v * d)
        a, b, d = beta, b - moved, d - v * moved
    values, vh = [a, d], [[1.0, 0.0], [0.0, 1.0]]
    if b != 0:
        *values, sin_r, cos_r, sin_l, cos_l = _rotations(a, b, d)
        vh = [[cos_r, sin_r], [-sin_r, cos_r]]
        u = [[x * cos_l + y * sin_l, y * cos_l - x * sin_l] for x, y in u]
    for at in (0, 1):
        if values[at] < 0:
            values[at], vh[at] = -values[at], [-part for part in vh[at]]
    if values[0] < values[1]:
        values, vh, u = values[::-1], vh[::-1], [row[::-1] for row in u]
    return u, values, vh
