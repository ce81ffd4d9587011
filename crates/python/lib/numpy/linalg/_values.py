"""Singular values of small matrices, with vectors whose signs are LAPACK's: what is drawn by a covariance hangs on those.

Reflections leave two diagonals, rotations that chase one of them away the values. Source: Golub and Van Loan, section 8.6, and
Demmel and Kahan, "Accurate singular values of bidiagonal matrices", in the order of steps of `dgesdd`. Start reading at
`svd_of_few`.
"""

from math import copysign, hypot, sqrt

from numpy.linalg._general import _reflection
from numpy.linalg._two import _rotations

_EPSILON = 2.0**-53
# As many rows or columns as LAPACK treats in this way; more are divided.
MOST = 25


def svd_of_few(rows, is_full):
    """U, the singular values and V*, as lists of rows."""
    height, width = len(rows), len(rows[0])
    least = min(height, width)
    if max(height, width) >= least * 11 // 6 and height != width:
        return _by_triangle(rows, is_full)
    a = [list(map(float, row)) for row in rows]
    d, e, left, right = _two_diagonals(a)
    u, vt, d = _diagonal(d, e, height < width)
    tall = _embedded(u, height, height if is_full else least)
    for start, tau, v in reversed(left):
        _reflect_rows(tall, start, tau, v)
    wide = _turned(_embedded(vt, width if is_full else least, width))
    for start, tau, v in reversed(right):
        _reflect_rows(wide, start, tau, v)
    return tall, d, _turned(wide)


def _turned(rows):
    return [list(column) for column in zip(*rows)]


def _to_triangle(a):
    """Makes all below the diagonal zero; the reflections that do it."""
    reflections = []
    for at in range(len(a[0])):
        tau, v, edge = _reflection([row[at] for row in a[at:]])
        reflections.append((at, tau, v))
        _reflect_rows(a, at, tau, v, at)
        a[at][at] = edge
        for row in a[at + 1 :]:
            row[at] = 0.0
    return reflections


def _by_triangle(rows, is_full):
    """Of a matrix much higher than it is wide, or the other way round: of its triangle."""
    if len(rows) < len(rows[0]):
        return _of_wide(rows, is_full)
    a, width = [list(map(float, row)) for row in rows], len(rows[0])
    reflections = _to_triangle(a)
    u, d, vt = svd_of_few(a[:width], True)
    tall = _embedded(u, len(rows), len(rows) if is_full else width)
    for start, tau, v in reversed(reflections):
        _reflect_rows(tall, start, tau, v)
    return tall, d, vt


def _of_wide(rows, is_full):
    """By the lower triangle that reflections of the rows leave."""
    a, height = _turned([list(map(float, row)) for row in rows]), len(rows)
    reflections = _to_triangle(a)
    u, d, vt = svd_of_few(_turned(a[:height]), True)
    wide = _turned(_embedded(vt, len(a) if is_full else height, len(a)))
    for start, tau, v in reversed(reflections):
        _reflect_rows(wide, start, tau, v)
    return u, d, _turned(wide)


def _embedded(square, height, width):
    """A square matrix in the corner of a larger one whose diagonal goes on with ones."""
    size = len(square)
    return [
        [
            square[row][column] if row < size and column < size else float(row == column)
            for column in range(width)
        ]
        for row in range(height)
    ]


def _reflect_rows(matrix, start, tau, v, first=0):
    if not tau:
        return
    rows = matrix[start : start + len(v)]
    inner = [tau * sum(x * y for x, y in zip(column, v)) for column in zip(*(row[first:] for row in rows))]
    for row, share in zip(rows, v):
        row[first:] = [x - share * y for x, y in zip(row[first:], inner)]


def _reflect_columns(matrix, start, tau, v, first):
    if not tau:
        return
    for row in matrix[first:]:
        inner = tau * sum(x * y for x, y in zip(row[start:], v))
        row[start:] = [x - inner * y for x, y in zip(row[start:], v)]


def _two_diagonals(a):
    """The main diagonal, the one beside it, and the reflections of rows and of columns that leave them."""
    height, width = len(a), len(a[0])
    d, e, left, right = [], [], [], []
    for at in range(min(height, width)):
        for step in (0, 1) if height >= width else (1, 0):
            # The one that makes the main diagonal comes first.
            shift = step if height >= width else 1 - step
            if step == 0 and at + shift < height and (shift == 0 or at + 1 < min(height, width)):
                tau, v, edge = _reflection([row[at] for row in a[at + shift :]])
                left.append((at + shift, tau, v))
                _reflect_rows(a, at + shift, tau, v, at + 1)
            elif step == 1 and at + shift < width and (shift == 0 or at + 1 < min(height, width)):
                tau, v, edge = _reflection(a[at][at + shift :])
                right.append((at + shift, tau, v))
                _reflect_columns(a, at + shift, tau, v, at + 1)
            else:
                continue
            (e if shift else d).append(edge)
    return d, e, left, right


def _rotation(f, g):
    """(c, s, r): the rotation that takes (f, g) to (r, 0)."""
    if g == 0:
        return 1.0, 0.0, f
    if f == 0:
        return 0.0, copysign(1.0, g), abs(g)
    r = copysign(hypot(f, g), f)
    return abs(f) / abs(r), g / r, r


def _least(f, g, h):
    """The smaller singular value of the triangle [[f, g], [0, h]]."""
    f, g, h = abs(f), abs(g), abs(h)
    low, high = min(f, h), max(f, h)
    if low == 0:
        return 0.0
    total, away = 1 + low / high, (high - low) / high
    if g < high:
        share = (g / high) ** 2
        return low * (2 / (sqrt(total * total + share) + sqrt(away * away + share)))
    share = high / g
    if share == 0:
        return low * high / g
    return low * (1 / (sqrt(1 + (total * share) ** 2) + sqrt(1 + (away * share) ** 2))) * share * 2


def _apply(rows, start, turns, is_backward):
    """Rotations of neighbouring rows from `start`, the first one first or last."""
    order = range(len(turns) - 1, -1, -1) if is_backward else range(len(turns))
    for at in order:
        c, s = turns[at]
        if c == 1 and s == 0:
            continue
        first, second = rows[start + at], rows[start + at + 1]
        rows[start + at] = [s * y + c * x for x, y in zip(first, second)]
        rows[start + at + 1] = [c * y - s * x for x, y in zip(first, second)]


def _diagonal(d, e, is_lower):
    """The vectors and values of a matrix of two diagonals."""
    size, d, e = len(d), list(d), [*e, 0.0][: len(d)]
    if size == 1:
        return [[copysign(1.0, d[0])]], [[1.0]], [abs(d[0])]
    before = []
    if is_lower:
        for at in range(size - 1):
            c, s, d[at] = _rotation(d[at], e[at])
            e[at], d[at + 1] = s * d[at + 1], c * d[at + 1]
            before.append((c, -s))
    # The left vectors as rows here, and turned at the end.
    left = [[float(row == column) for column in range(size)] for row in range(size)]
    vt = [list(row) for row in left]
    _chase(d, e, left, vt)
    for at in range(size):
        if d[at] < 0 or copysign(1.0, d[at]) < 0:
            d[at], vt[at] = -d[at], [-value for value in vt[at]]
    for last in range(size - 1, 0, -1):
        place = 0
        for at in range(1, last + 1):
            if d[at] <= d[place]:
                place = at
        if place != last:
            for each in (d, vt, left):
                each[place], each[last] = each[last], each[place]
    u = _turned(left)
    if is_lower:
        _apply(u, 0, before, True)
    return u, vt, d


def _chase(d, e, left, vt):
    size = len(d)
    tolerance = max(10.0, min(100.0, _EPSILON**-0.125)) * _EPSILON
    least = mu = abs(d[0])
    for at in range(1, size):
        mu = abs(d[at]) * (mu / (mu + abs(e[at - 1]))) if mu else 0.0
        least = min(least, mu)
    threshold = max(tolerance * (least / sqrt(size)), 6 * size * size * 2.0**-1022)
    end, old_start, old_end, down = size - 1, -2, -2, True
    for _ in range(30 * size * size + 100):
        if end <= 0:
            return
        start, most = 0, abs(d[end])
        for at in range(end - 1, -1, -1):
            if abs(e[at]) <= threshold:
                e[at], start = 0.0, at + 1
                break
            most = max(most, abs(d[at]), abs(e[at]))
        if start == end:
            end -= 1
            continue
        if start == end - 1:
            high, low, sin_r, cos_r, sin_l, cos_l = _rotations(d[end - 1], e[end - 1], d[end])
            d[end - 1], e[end - 1], d[end] = high, 0.0, low
            for rows, c, s in ((vt, cos_r, sin_r), (left, cos_l, sin_l)):
                first, second = rows[end - 1], rows[end]
                rows[end - 1] = [c * x + s * y for x, y in zip(first, second)]
                rows[end] = [c * y - s * x for x, y in zip(first, second)]
            end -= 2
            continue
        if start > old_end or end < old_start:
            down = abs(d[start]) >= abs(d[end])
        smallest = _smallest(d, e, start, end, down, tolerance)
        if smallest is None:
            continue
        old_start, old_end = start, end
        shift = 0.0
        if size * tolerance * (smallest / most) > max(_EPSILON, 0.01 * tolerance):
            if down:
                beside, shift = abs(d[start]), _least(d[end - 1], e[end - 1], d[end])
            else:
                beside, shift = abs(d[end]), _least(d[start], e[start], d[start + 1])
            if beside > 0 and (shift / beside) ** 2 < _EPSILON:
                shift = 0.0
        _sweep(d, e, start, end, down, shift, left, vt)
        edge = end - 1 if down else start
        if abs(e[edge]) <= threshold:
            e[edge] = 0.0


def _smallest(d, e, start, end, down, tolerance):
    """About the smallest value of a block; None where a number beside the diagonal was small enough to be none."""
    edge, own = (end - 1, end) if down else (start, start)
    if abs(e[edge]) <= tolerance * abs(d[own]):
        e[edge] = 0.0
        return None
    mu = found = abs(d[start if down else end])
    for at in range(start, end) if down else range(end - 1, start - 1, -1):
        if abs(e[at]) <= tolerance * mu:
            e[at] = 0.0
            return None
        mu = abs(d[at + 1 if down else at]) * (mu / (mu + abs(e[at])))
        found = min(found, mu)
    return found


def _sweep(d, e, start, end, down, shift, left, vt):
    """One step along a block, from its top or from its bottom."""
    ones, others = [], []
    if down and not shift:
        c = old_c = 1.0
        old_s = 0.0
        for at in range(start, end):
            c, s, r = _rotation(d[at] * c, e[at])
            if at > start:
                e[at - 1] = old_s * r
            old_c, old_s, d[at] = _rotation(old_c * r, d[at + 1] * s)
            ones.append((c, s))
            others.append((old_c, old_s))
        rest = d[end] * c
        d[end], e[end - 1] = rest * old_c, rest * old_s
    elif not shift:
        c = old_c = 1.0
        old_s = 0.0
        for at in range(end, start, -1):
            c, s, r = _rotation(d[at] * c, e[at - 1])
            if at < end:
                e[at] = old_s * r
            old_c, old_s, d[at] = _rotation(old_c * r, d[at - 1] * s)
            others.append((c, -s))
            ones.append((old_c, -old_s))
        rest = d[start] * c
        d[start], e[start] = rest * old_c, rest * old_s
    elif down:
        f, g = (abs(d[start]) - shift) * (copysign(1.0, d[start]) + shift / d[start]), e[start]
        for at in range(start, end):
            c, s, r = _rotation(f, g)
            if at > start:
                e[at - 1] = r
            f, e[at] = c * d[at] + s * e[at], c * e[at] - s * d[at]
            g, d[at + 1] = s * d[at + 1], c * d[at + 1]
            ones.append((c, s))
            c, s, d[at] = _rotation(f, g)
            f, d[at + 1] = c * e[at] + s * d[at + 1], c * d[at + 1] - s * e[at]
            if at < end - 1:
                g, e[at + 1] = s * e[at + 1], c * e[at + 1]
            others.append((c, s))
        e[end - 1] = f
    else:
        f, g = (abs(d[end]) - shift) * (copysign(1.0, d[end]) + shift / d[end]), e[end - 1]
        for at in range(end, start, -1):
            c, s, r = _rotation(f, g)
            if at < end:
                e[at] = r
            f, e[at - 1] = c * d[at] + s * e[at - 1], c * e[at - 1] - s * d[at]
            g, d[at - 1] = s * d[at - 1], c * d[at - 1]
            others.append((c, -s))
            c, s, d[at] = _rotation(f, g)
            f, d[at - 1] = c * e[at - 1] + s * d[at - 1], c * d[at - 1] - s * e[at - 1]
            if at > start + 1:
                g, e[at - 2] = s * e[at - 2], c * e[at - 2]
            ones.append((c, -s))
        e[start] = f
    if not down:
        ones, others = ones[::-1], others[::-1]
    _apply(vt, start, ones, not down)
    _apply(left, start, others, not down)
