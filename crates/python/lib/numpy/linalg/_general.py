"""Eigenvalues and eigenvectors of matrices of real numbers, in LAPACK's order and with its signs: the matrix is balanced,
brought to Hessenberg's form by reflections, and made a triangle of blocks by double steps.

What it is not: for complex numbers (`_eigen`) and for symmetric matrices (`_symmetric`). Source: the QR method of Golub and Van
Loan, section 7.5, in the order of steps of LAPACK's `dgeev`. Start reading at `eigen_of_real`.
"""

from math import copysign, hypot, sqrt

_ULP = 2.0**-52
_TINY = 2.0**-1022


def eigen_of_real(rows, with_vectors):
    """Eigenvalues as pairs (real, imaginary), and the vectors, one a list: complex ones for pairs that are no reals.

    None in place of both where the steps do not end.
    """
    a, size = [[float(value) for value in row] for row in rows], len(rows)
    low, high, swaps, scales = _balanced(a)
    turn = _to_hessenberg(a, low, high)
    values = _Steps(a, turn, low, high).run()
    if values is None:
        return None, None
    if not with_vectors:
        return values, None
    found = []
    for vector in _vectors(a, turn, values):
        vector = [value * scale for value, scale in zip(vector, scales)]
        for at, other in swaps:
            vector[at], vector[other] = vector[other], vector[at]
        found.append(vector)
    return values, _with_length_one(found, values, size)


def _balanced(a):
    """Rows and columns that stand alone go to the ends, and the others get about the same size."""
    size = len(a)
    low, high, swaps = 0, size - 1, []

    def swap(at, other):
        swaps.append((at, other))
        for row in a[: high + 1]:
            row[at], row[other] = row[other], row[at]
        a[at][low:], a[other][low:] = a[other][low:], a[at][low:]

    again = True
    while again:
        again = False
        for at in range(high, -1, -1):
            if at <= high and all(a[at][column] == 0 for column in range(high + 1) if column != at):
                swap(at, high)
                if high == 0:
                    return 0, 0, _backward(swaps), [1.0] * size
                again, high = True, high - 1
    again = True
    while again:
        again = False
        for at in range(low, high + 1):
            if at >= low and all(a[row][at] == 0 for row in range(low, high + 1) if row != at):
                swap(at, low)
                again, low = True, low + 1
    return low, high, _backward(swaps), _scaled(a, low, high)


def _backward(swaps):
    return [pair for pair in reversed(swaps) if pair[0] != pair[1]]


def _scaled(a, low, high):
    """Powers of two by which columns were multiplied and rows divided."""
    scales, again = [1.0] * len(a), True
    while again:
        again = False
        for at in range(low, high + 1):
            down = sqrt(sum(a[row][at] ** 2 for row in range(low, high + 1)))
            across = sqrt(sum(a[at][column] ** 2 for column in range(low, high + 1)))
            if not down or not across:
                continue
            factor, total, limit = 1.0, down + across, across / 2
            while down < limit and factor < 2.0**500:
                factor, down, across, limit = factor * 2, down * 2, across / 2, limit / 2
            limit = down / 2
            while limit >= across and factor > 2.0**-500:
                factor, down, across, limit = factor / 2, down / 2, across * 2, limit / 2
            if down + across >= 0.95 * total or factor == 1:
                continue
            scales[at], again = scales[at] * factor, True
            a[at][low:] = [value / factor for value in a[at][low:]]
            for row in a[: high + 1]:
                row[at] *= factor
    return scales


def _reflection(column):
    """(tau, v, edge): the reflection that takes a column to a multiple of (1, 0, …)."""
    first, length = column[0], hypot(*column[1:])
    if length == 0:
        return 0.0, [1.0, *column[1:]], first
    edge = -copysign(hypot(first, length), first)
    scale = 1.0 / (first - edge)
    return (edge - first) / edge, [1.0, *(each * scale for each in column[1:])], edge


def _to_hessenberg(a, low, high):
    """Makes all below the first diagonal under the main one zero; the turn that does it."""
    size, reflections = len(a), []
    for at in range(low, high):
        tau, v, edge = _reflection([a[row][at] for row in range(at + 1, high + 1)])
        reflections.append((at + 1, tau, v))
        if tau:
            for row in a[: high + 1]:
                inner = tau * sum(x * y for x, y in zip(row[at + 1 : high + 1], v))
                row[at + 1 : high + 1] = [x - inner * y for x, y in zip(row[at + 1 : high + 1], v)]
            _reflect(a, at + 1, tau, v, at)
        a[at + 1][at] = edge
        for row in range(at + 2, high + 1):
            a[row][at] = 0.0
    turn = [[float(row == column) for column in range(size)] for row in range(size)]
    for start, tau, v in reversed(reflections):
        if tau:
            _reflect(turn, start, tau, v, 0)
    return turn


def _reflect(matrix, start, tau, v, first):
    """The rows from `start`, from a column on, reflected."""
    rows = matrix[start : start + len(v)]
    inner = [tau * sum(x * y for x, y in zip(column, v)) for column in zip(*(row[first:] for row in rows))]
    for row, share in zip(rows, v):
        row[first:] = [x - share * y for x, y in zip(row[first:], inner)]


class _Steps:
    """Double steps that make a triangle of a matrix in Hessenberg's form, with blocks of two rows for pairs of values."""

    def __init__(self, h, turn, low, high):
        self.h, self.turn, self.low, self.high, self.size = h, turn, low, high, len(h)

    def run(self):
        h = self.h
        values = [(h[at][at], 0.0) for at in range(self.size)]
        end, since = self.high, 0
        while end >= self.low:
            start = self.low
            for steps in range(30 * max(10, self.high - self.low + 1) + 1):
                start = self._alone(start, end)
                if start > self.low:
                    h[start][start - 1] = 0.0
                if start >= end - 1:
                    break
                since += 1
                self._step(start, end, since)
            else:
                return None
            if start == end:
                values[end] = (h[end][end], 0.0)
            else:
                values[end - 1 : end + 1] = self._pair(end)
            end, since = start - 1, 0
        return values

    def _alone(self, start, end):
        """Where the block that ends at `end` begins: below it stands next to nothing."""
        h, least = self.h, _TINY * ((self.high - self.low + 1) / _ULP)
        for k in range(end, start, -1):
            below = abs(h[k][k - 1])
            if below <= least:
                return k
            size = abs(h[k - 1][k - 1]) + abs(h[k][k])
            if size == 0:
                size += abs(h[k - 1][k - 2]) if k - 2 >= self.low else 0.0
                size += abs(h[k + 1][k]) if k + 1 <= self.high else 0.0
            if below <= _ULP * size:
                most, fewest = max(below, abs(h[k - 1][k])), min(below, abs(h[k - 1][k]))
                away = abs(h[k - 1][k - 1] - h[k][k])
                larger, smaller = max(abs(h[k][k]), away), min(abs(h[k][k]), away)
                total = larger + most
                if fewest * (most / total) <= max(least, _ULP * (smaller * (larger / total))):
                    return k
        return start

    def _shifts(self, start, end, since):
        """Two numbers that are subtracted from the diagonal, as (real, imaginary) each."""
        h = self.h
        if since % 20 == 0:
            s = abs(h[end][end - 1]) + abs(h[end - 1][end - 2])
            a = d = 0.75 * s + h[end][end]
            b, c = -0.4375 * s, s
        elif since % 10 == 0:
            s = abs(h[start + 1][start]) + abs(h[start + 2][start + 1])
            a = d = 0.75 * s + h[start][start]
            b, c = -0.4375 * s, s
        else:
            a, b, c, d = h[end - 1][end - 1], h[end - 1][end], h[end][end - 1], h[end][end]
        s = abs(a) + abs(b) + abs(c) + abs(d)
        if s == 0:
            return (0.0, 0.0), (0.0, 0.0)
        a, b, c, d = a / s, b / s, c / s, d / s
        middle = (a + d) / 2
        inner = (a - middle) * (d - middle) - b * c
        root = sqrt(abs(inner))
        if inner >= 0:
            return (middle * s, root * s), (middle * s, -root * s)
        first, second = middle + root, middle - root
        chosen = (first if abs(first - d) <= abs(second - d) else second) * s
        return (chosen, 0.0), (chosen, 0.0)

    def _step(self, start, end, since):
        h = self.h
        (r1, i1), (r2, i2) = self._shifts(start, end, since)
        for m in range(end - 2, start - 1, -1):
            s = abs(h[m][m] - r2) + abs(i2) + abs(h[m + 1][m])
            share = h[m + 1][m] / s
            v = [
                share * h[m][m + 1] + (h[m][m] - r1) * ((h[m][m] - r2) / s) - i1 * (i2 / s),
                share * (h[m][m] + h[m + 1][m + 1] - r1 - r2),
                share * h[m + 2][m + 1],
            ]
            s = sum(map(abs, v))
            v = [each / s for each in v]
            if m == start:
                break
            around = abs(h[m - 1][m - 1]) + abs(h[m][m]) + abs(h[m + 1][m + 1])
            if abs(h[m][m - 1]) * (abs(v[1]) + abs(v[2])) <= _ULP * abs(v[0]) * around:
                break
        for k in range(m, end):
            count = min(3, end - k + 1)
            if k > m:
                v = [h[k + at][k - 1] for at in range(count)]
            tau, v, edge = _reflection(v[:count])
            if k > m:
                h[k][k - 1], h[k + 1][k - 1] = edge, 0.0
                if k < end - 1:
                    h[k + 2][k - 1] = 0.0
            elif m > start:
                h[k][k - 1] *= 1.0 - tau
            factors = [tau * each for each in v]
            rows = h[k : k + count]
            inner = [sum(x * y for x, y in zip(v, column)) for column in zip(*(row[k:] for row in rows))]
            for row, factor in zip(rows, factors):
                row[k:] = [x - total * factor for x, total in zip(row[k:], inner)]
            _turned(h[: min(k + 3, end) + 1], k, v, factors)
            _turned(self.turn, k, v, factors)

    def _pair(self, end):
        """The last two rows of a block in their usual form: their eigenvalues."""
        h, at = self.h, end - 1
        a, b, c, d, cosine, sine = standard(h[at][at], h[at][end], h[end][at], h[end][end])
        h[at][at], h[at][end], h[end][at], h[end][end] = a, b, c, d
        first, second = h[at][end + 1 :], h[end][end + 1 :]
        h[at][end + 1 :] = [cosine * x + sine * y for x, y in zip(first, second)]
        h[end][end + 1 :] = [cosine * y - sine * x for x, y in zip(first, second)]
        for row in (*h[:at], *self.turn):
            row[at], row[end] = cosine * row[at] + sine * row[end], cosine * row[end] - sine * row[at]
        if c == 0:
            return [(a, 0.0), (d, 0.0)]
        away = sqrt(abs(b)) * sqrt(abs(c))
        return [(a, away), (d, -away)]


def _turned(rows, k, v, factors):
    """Columns from k on, reflected."""
    count = len(v)
    for row in rows:
        part = row[k : k + count]
        total = sum(x * y for x, y in zip(part, v))
        row[k : k + count] = [x - total * factor for x, factor in zip(part, factors)]


def standard(a, b, c, d):
    """A matrix of two rows as a triangle, or with equal ends and b and c of different signs; and the rotation to it."""
    if c == 0:
        return a, b, c, d, 1.0, 0.0
    if b == 0:
        return d, -c, 0.0, a, 0.0, 1.0
    away = a - d
    if away == 0 and (b > 0) != (c > 0):
        return a, b, c, d, 1.0, 0.0
    half = 0.5 * away
    most, least = max(abs(b), abs(c)), min(abs(b), abs(c)) * copysign(1.0, b) * copysign(1.0, c)
    scale = max(abs(half), most)
    inner = half / scale * half + most / scale * least
    if inner >= 4 * _ULP:
        root = half + copysign(sqrt(scale) * sqrt(inner), half)
        a, d = d + root, d - most / root * least
        length = hypot(c, root)
        return a, b - c, 0.0, d, root / length, c / length
    total = b + c
    length = hypot(total, away)
    cosine = sqrt(0.5 * (1.0 + abs(total) / length))
    sine = -(half / (length * cosine)) * copysign(1.0, total)
    a, b, c, d = a * cosine + b * sine, -a * sine + b * cosine, c * cosine + d * sine, -c * sine + d * cosine
    a, b, c, d = a * cosine + c * sine, b * cosine + d * sine, -a * sine + c * cosine, -b * sine + d * cosine
    middle = 0.5 * (a + d)
    if c == 0:
        return middle, b, c, middle, cosine, sine
    if b == 0:
        return middle, -c, 0.0, middle, -sine, cosine
    if (b > 0) != (c > 0):
        return middle, b, c, middle, cosine, sine
    first, second = sqrt(abs(b)), sqrt(abs(c))
    root, scale = copysign(first * second, c), 1.0 / sqrt(abs(b + c))
    more, other = first * scale, second * scale
    turned = cosine * more - sine * other, cosine * other + sine * more
    return middle + root, b - c, 0.0, middle - root, *turned


def _vectors(t, turn, values):
    """The eigenvectors of a triangle of blocks by substitution, turned back."""
    size, found = len(t), [None] * len(t)
    for at in range(size - 1, -1, -1):
        real, away = values[at]
        if away > 0:
            continue
        if not away:
            inner = _substituted(t, [-t[row][at] for row in range(at)], real) + [1.0]
            found[at] = _times(turn, inner)
            continue
        # The second of a pair: the vector is that of the value above the real axis.
        above, away = at - 1, -away
        if abs(t[above][at]) >= abs(t[at][above]):
            first, second = 1.0, complex(0.0, away / t[above][at])
        else:
            first, second = -away / t[at][above], 1j
        rest = [-first * t[row][above] - second * t[row][at] for row in range(above)]
        inner = _substituted(t, rest, complex(real, away)) + [complex(first), second]
        found[above] = _times(turn, inner)
        found[at] = found[above]
    return found


def _times(turn, inner):
    return [sum(x * y for x, y in zip(row, inner)) for row in turn]


def _substituted(t, rest, value):
    """The x with (t - value) x = rest, from the last row up."""
    least = max(_ULP * (abs(value.real) + abs(value.imag)), _TINY * len(t) / _ULP)
    at = len(rest) - 1
    while at >= 0:
        if at and t[at][at - 1]:
            a, b, c, d = t[at - 1][at - 1] - value, t[at - 1][at], t[at][at - 1], t[at][at] - value
            product = a * d - b * c
            product = product if abs(product) > least * least else least * least
            x, y = rest[at - 1], rest[at]
            rest[at - 1], rest[at] = (d * x - b * y) / product, (a * y - c * x) / product
            steps = (at - 1, at)
        else:
            divisor = t[at][at] - value
            rest[at] = rest[at] / (divisor if abs(divisor) >= least else least)
            steps = (at,)
        for column in steps:
            x = rest[column]
            for row in range(steps[0]):
                rest[row] -= x * t[row][column]
        at = steps[0] - 1
    return rest


def _with_length_one(vectors, values, size):
    """Vectors of length 1; of a pair's the part is real that is farthest from zero."""
    found = []
    for at, ((_, away), vector) in enumerate(zip(values, vectors)):
        if not away:
            length = hypot(*vector)
            found.append([value / length for value in vector])
        elif away > 0:
            length = hypot(*(value.real for value in vector), *(value.imag for value in vector))
            vector = [value / length for value in vector]
            place = max(range(size), key=lambda row: vector[row].real ** 2 + vector[row].imag ** 2)
            x, y = vector[place].real, vector[place].imag
            reach = copysign(hypot(x, y), x)
            cosine, sine = (abs(x) / abs(reach), y / reach) if x else (0.0, copysign(1.0, y))
            vector = [
                complex(cosine * value.real + sine * value.imag, cosine * value.imag - sine * value.real) for value in vector
            ]
            vector[place] = complex(vector[place].real, 0.0)
            found += [vector, [value.conjugate() for value in vector]]
    return found
