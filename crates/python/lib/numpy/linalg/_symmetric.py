"""Eigenvectors of small symmetric matrices, with LAPACK's signs: reflections make a matrix of three diagonals, rotations
one of one. What is drawn by a covariance, or printed of it, depends on those signs.

What it is not: for large matrices, where nobody looks at signs. Source: the implicit QL and QR steps of Golub and Van Loan,
section 8.3. Start reading at `eigh_of_few`.
"""

from math import copysign, hypot, sqrt

_EPSILON = 2.0**-53
_TINY = 2.0**-1022
# As many rows as LAPACK treats in this way; more are divided.
MOST = 25


def eigh_of_few(rows):
    """Eigenvalues in rising order, and the matrix whose columns are the eigenvectors, as lists; only the lower half is read."""
    diagonal, beside, reflections = _three_diagonals([list(row) for row in rows])
    values, vectors = _Rotations(diagonal, beside).run()
    for at in range(len(reflections) - 1, -1, -1):
        _reflect(vectors, at + 1, *reflections[at])
    return values, vectors


def _three_diagonals(a):
    """The diagonal, the one beside it, and the reflections (tau, v) that lead there."""
    count, beside, reflections = len(a), [], []
    for at in range(count - 1):
        column = [a[row][at] for row in range(at + 1, count)]
        tau, v, edge = _reflection(column)
        beside.append(edge)
        reflections.append((tau, v))
        if tau:
            places = range(at + 1, count)
            half = [tau * sum(a[max(i, j)][min(i, j)] * x for j, x in zip(places, v)) for i in places]
            back = -0.5 * tau * sum(x * y for x, y in zip(half, v))
            half = [x + back * y for x, y in zip(half, v)]
            for i, (vi, wi) in enumerate(zip(v, half)):
                for j in range(i + 1):
                    a[at + 1 + i][at + 1 + j] -= vi * half[j] + wi * v[j]
    return [a[at][at] for at in range(count)], beside, reflections


def _reflection(column):
    """(tau, v, edge): the reflection that takes a column to a multiple of (1, 0, …)."""
    first, length = column[0], hypot(*column[1:]) if len(column) > 1 else 0.0
    if length == 0:
        return 0.0, [1.0, *column[1:]], first
    edge = -copysign(hypot(first, length), first)
    scale = 1.0 / (first - edge)
    return (edge - first) / edge, [1.0, *(each * scale for each in column[1:])], edge


def _reflect(vectors, start, tau, v):
    for column in range(len(vectors)):
        inner = tau * sum(x * vectors[start + at][column] for at, x in enumerate(v))
        for at, x in enumerate(v):
            vectors[start + at][column] -= inner * x


def _rotation(f, g):
    """(c, s, r) that turn (f, g) to (r, 0)."""
    if g == 0:
        return 1.0, 0.0, f
    if f == 0:
        return 0.0, copysign(1.0, g), abs(g)
    length = sqrt(f * f + g * g)
    r = copysign(length, f)
    return abs(f) / length, g / r, r


def _two(a, b, c):
    """The eigenvalues of [[a, b], [b, c]], the one of larger size first, and its vector."""
    total, away, twice = a + c, a - c, b + b
    most, least = (a, c) if abs(a) > abs(c) else (c, a)
    root = hypot(away, twice)
    first = 0.5 * (total - root) if total < 0 else 0.5 * (total + root)
    second = -0.5 * root if total == 0 else (most / first) * least - (b / first) * b
    sign = -1 if total < 0 else 1
    reach, other = (away + root, 1) if away >= 0 else (away - root, -1)
    if abs(reach) > abs(twice):
        slope = -twice / reach
        sine = 1.0 / sqrt(1.0 + slope * slope)
        cosine = slope * sine
    elif twice == 0:
        cosine, sine = 1.0, 0.0
    else:
        slope = -reach / twice
        cosine = 1.0 / sqrt(1.0 + slope * slope)
        sine = slope * cosine
    return (first, second, -sine, cosine) if sign == other else (first, second, cosine, sine)


class _Rotations:
    """The three diagonals on their way to one, and all rotations together."""

    def __init__(self, diagonal, beside):
        self.d, self.e, self.count = diagonal, [*beside, 0.0], len(diagonal)
        self.z = [[float(row == column) for column in range(self.count)] for row in range(self.count)]

    def run(self):
        start = 0
        while start < self.count:
            if start:
                self.e[start - 1] = 0.0
            end = start
            while end < self.count - 1 and not self._is_small(end):
                end += 1
            if end < self.count - 1:
                self.e[end] = 0.0
            first, last = start, end
            # From the end with the larger value to the other one.
            if abs(self.d[last]) < abs(self.d[first]):
                self._upward(last, first)
            elif last > first:
                self._downward(first, last)
            start = start if any(self.e[at] for at in range(start, end)) else end + 1
        return self._sorted()

    def _is_small(self, at):
        size = abs(self.e[at])
        return size == 0 or size <= sqrt(abs(self.d[at])) * sqrt(abs(self.d[at + 1])) * _EPSILON

    def _is_tiny(self, at):
        return self.e[at] ** 2 <= _EPSILON**2 * abs(self.d[at]) * abs(self.d[at + 1]) + _TINY

    def _turn(self, at, c, s):
        """Two columns of the rotations together."""
        for row in self.z:
            later, now = row[at + 1], row[at]
            row[at + 1], row[at] = c * later - s * now, s * later + c * now

    def _pair(self, at):
        self.d[at], self.d[at + 1], c, s = _two(self.d[at], self.e[at], self.d[at + 1])
        self.e[at] = 0.0
        self._turn(at, c, s)

    def _shift(self, at, beside, edge, other):
        """Where a step begins: by the eigenvalue that the corner has by itself."""
        p, e = self.d[at], self.e[edge]
        g = (self.d[beside] - p) / (2.0 * e)
        return self.d[other] - p + e / (g + copysign(hypot(g, 1.0), g))

    def _downward(self, at, last):
        while at <= last:
            end = at
            while end < last and not self._is_tiny(end):
                end += 1
            if end < last:
                self.e[end] = 0.0
            if end == at:
                at += 1
            elif end == at + 1:
                self._pair(at)
                at += 2
            else:
                self._step_down(at, end)

    def _step_down(self, at, end):
        d, e = self.d, self.e
        g, s, c, p, turns = self._shift(at, at + 1, at, end), 1.0, 1.0, 0.0, []
        for i in range(end - 1, at - 1, -1):
            f, b = s * e[i], c * e[i]
            c, s, r = _rotation(g, f)
            if i != end - 1:
                e[i + 1] = r
            g = d[i + 1] - p
            r = (d[i] - g) * s + 2.0 * c * b
            p = s * r
            d[i + 1] = g + p
            g = c * r - b
            turns.append((i, c, -s))
        for i, c, s in turns:
            self._turn(i, c, s)
        d[at] -= p
        e[at] = g

    def _upward(self, at, last):
        while at >= last:
            end = at
            while end > last and not self._is_tiny(end - 1):
                end -= 1
            if end > last:
                self.e[end - 1] = 0.0
            if end == at:
                at -= 1
            elif end == at - 1:
                self._pair(at - 1)
                at -= 2
            else:
                self._step_up(at, end)

    def _step_up(self, at, end):
        d, e = self.d, self.e
        g, s, c, p, turns = self._shift(at, at - 1, at - 1, end), 1.0, 1.0, 0.0, []
        for i in range(end, at):
            f, b = s * e[i], c * e[i]
            c, s, r = _rotation(g, f)
            if i != end:
                e[i - 1] = r
            g = d[i] - p
            r = (d[i + 1] - g) * s + 2.0 * c * b
            p = s * r
            d[i] = g + p
            g = c * r - b
            turns.append((i, c, s))
        for i, c, s in turns:
            self._turn(i, c, s)
        d[at] -= p
        e[at - 1] = g

    def _sorted(self):
        """By selection, as LAPACK does it: equal ones may change places."""
        for at in range(self.count - 1):
            least = min(range(at, self.count), key=lambda place: (self.d[place], place))
            if self.d[least] < self.d[at]:
                self.d[at], self.d[least] = self.d[least], self.d[at]
                for row in self.z:
                    row[at], row[least] = row[least], row[at]
        return self.d, self.z
