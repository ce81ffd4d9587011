"""Eigenvalues and eigenvectors of any square matrix, by the QR method on complex numbers of Python.

Not for symmetric ones, which torch has. It is for small matrices, as its loops are Python's. Start reading at `eigen`.
"""

import cmath
import math

import _torch
from numpy._array import ndarray
from numpy._make import array

_EPSILON = 2.0**-52


def eigen(tensor, with_vectors):
    """Eigenvalues and, if wanted, vectors of length 1, as columns: real ones where all are real.

    Raises:
        NotImplementedError: for stacks of matrices.
    """
    if tensor.dim() != 2:
        raise NotImplementedError("numpy.linalg.eig: stacks of matrices are not built into this numpy")
    rows = tensor.double().tolist()
    size = len(rows)
    if size == 2:
        turn, triangle = _standard(rows)
    else:
        triangle, turn = _schur([[complex(value) for value in row] for row in rows])
    values = [triangle[at][at] for at in range(size)]
    scale = max((abs(value) for value in values), default=0.0) or 1.0
    is_real = all(abs(value.imag) <= 1e-10 * scale for value in map(complex, values))
    vectors = _vectors(triangle, turn, is_real) if with_vectors else None
    if is_real:
        values = [complex(value).real for value in values]
    else:
        values, vectors = _paired(values, vectors or [[] for _ in values], 1e-10 * scale)
    made = array(values).astype(tensor.dtype) if is_real else array([complex(value) for value in values])
    return made, _made(vectors, is_real, tensor.dtype) if with_vectors else None


def _paired(values, vectors, least):
    """Each value above the real axis beside its conjugate, with conjugate vectors: a matrix of real numbers has no other."""
    rest, found = list(zip(map(complex, values), vectors)), []
    unreal = [value for value, _ in rest if abs(value.imag) > least]
    # Of an odd number one is real, though rounding took it off the axis, as it does with roots that are one several times.
    lone = min(unreal, key=lambda value: abs(value.imag)) if len(unreal) % 2 else None
    while rest:
        value, vector = rest.pop(0)
        if abs(value.imag) <= least or value == lone:
            found.append((complex(value.real), [complex(part).real for part in vector]))
            continue
        other = min(range(len(rest)), key=lambda at: abs(rest[at][0] - value.conjugate()))
        partner = rest.pop(other)
        above, vector = (value, vector) if value.imag > 0 else partner
        # A zero has no sign yet.
        vector = [complex(part.real + 0.0, part.imag + 0.0) for part in map(complex, vector)]
        found += [(above, vector), (above.conjugate(), [part.conjugate() for part in vector])]
    return [value for value, _ in found], [vector for _, vector in found]


def _made(vectors, is_real, kind):
    rows = [list(row) for row in zip(*vectors)]
    if is_real:
        return ndarray(
            _torch.tensor([[complex(value).real for value in row] for row in rows], dtype=_torch.float64).to(kind)
        )
    return array([[complex(value) for value in row] for row in rows])


def _standard(rows):
    """A matrix of two rows turned into a triangle, as LAPACK does: the turn and the triangle."""
    (a, b), (c, d) = rows
    cosine, sine = 1.0, 0.0
    if c == 0:
        pass
    elif b == 0:
        cosine, sine = 0.0, 1.0
        a, b, c, d = d, -c, 0.0, a
    elif not (a - d == 0 and (b > 0) != (c > 0)):
        half = (a - d) / 2
        most, least = max(abs(b), abs(c)), min(abs(b), abs(c)) * math.copysign(1, b) * math.copysign(1, c)
        scale = max(abs(half), most)
        inner = half / scale * half + most / scale * least
        if inner < 4 * _EPSILON:
            return _complex_pair(a, b, c, d)
        root = half + math.copysign(math.sqrt(scale) * math.sqrt(inner), half)
        a, d = d + root, d - most / root * least
        length = math.hypot(c, root)
        cosine, sine = root / length, c / length
        b, c = b - c, 0.0
    else:
        return _complex_pair(a, b, c, d)
    return [[cosine, -sine], [sine, cosine]], [[a, b], [c, d]]


def _complex_pair(a, b, c, d):
    triangle, turn = _schur([[complex(a), complex(b)], [complex(c), complex(d)]])
    if triangle[0][0].imag < 0:
        return _turned_pair(a, b, c, d, triangle[1][1], triangle[0][0])
    return turn, triangle


def _turned_pair(a, b, c, d, first, second):
    """A triangle with these eigenvalues in this order."""
    x, y = (b, first - a) if b else (first - d, c)
    length = math.sqrt(abs(x) ** 2 + abs(y) ** 2)
    x, y = x / length, y / length
    turn = [[x, -complex(y).conjugate()], [y, complex(x).conjugate()]]
    rows = [[complex(a), complex(b)], [complex(c), complex(d)]]
    return turn, _times(_dagger(turn), _times(rows, turn))


def _times(a, b):
    columns = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


def _dagger(a):
    return [[complex(value).conjugate() for value in column] for column in zip(*a)]


def _schur(h):
    """A triangle T and a unitary Q with h = Q T Q*, by shifted steps on the Hessenberg form."""
    size = len(h)
    q = [[complex(row == column) for column in range(size)] for row in range(size)]
    _to_hessenberg(h, q)
    end, steps = size - 1, 0
    while end > 0:
        start = end
        while start > 0 and abs(h[start][start - 1]) > _EPSILON * (abs(h[start][start]) + abs(h[start - 1][start - 1])):
            start -= 1
        if start > 0:
            h[start][start - 1] = 0j
        if start == end:
            end, steps = end - 1, 0
            continue
        steps += 1
        if steps > 300:
            from numpy.linalg import LinAlgError

            raise LinAlgError("Eigenvalues did not converge")
        _step(h, q, start, end, _shift(h, end) if steps % 11 else abs(h[end][end - 1]) + 0j)
    return h, q


def _shift(h, end):
    """The eigenvalue of the last two rows that is nearer to the last value."""
    a, b, c, d = h[end - 1][end - 1], h[end - 1][end], h[end][end - 1], h[end][end]
    middle, root = (a + d) / 2, cmath.sqrt(((a - d) / 2) ** 2 + b * c)
    return min(middle + root, middle - root, key=lambda value: abs(value - d))


def _turn(a, b):
    """The rotation that takes (a, b) to (r, 0)."""
    length = math.sqrt(abs(a) ** 2 + abs(b) ** 2)
    return (1 + 0j, 0j) if length == 0 else (a / length, b / length)


def _rotate_rows(h, at, other, c, s, start):
    first, second = h[at], h[other]
    for column in range(start, len(first)):
        x, y = first[column], second[column]
        first[column], second[column] = c.conjugate() * x + s.conjugate() * y, c * y - s * x


def _rotate_columns(h, at, other, c, s, stop):
    for row in h[:stop]:
        x, y = row[at], row[other]
        row[at], row[other] = x * c + y * s, y * c.conjugate() - x * s.conjugate()


def _step(h, q, start, end, shift):
    for at in range(start, end + 1):
        h[at][at] -= shift
    turns = []
    for at in range(start, end):
        c, s = _turn(h[at][at], h[at + 1][at])
        _rotate_rows(h, at, at + 1, c, s, at)
        turns.append((c, s))
    for at, (c, s) in zip(range(start, end), turns):
        _rotate_columns(h, at, at + 1, c, s, min(at + 2, end) + 1)
        _rotate_columns(q, at, at + 1, c, s, len(q))
    for at in range(start, end + 1):
        h[at][at] += shift


def _to_hessenberg(h, q):
    size = len(h)
    for column in range(size - 2):
        for row in range(size - 1, column + 1, -1):
            if h[row][column] != 0:
                c, s = _turn(h[row - 1][column], h[row][column])
                _rotate_rows(h, row - 1, row, c, s, column)
                _rotate_columns(h, row - 1, row, c, s, size)
                _rotate_columns(q, row - 1, row, c, s, size)
                h[row][column] = 0j


def _vectors(triangle, turn, is_real):
    """The eigenvectors of a triangle by substitution, turned back, each of length 1."""
    size, found = len(triangle), []
    small = _EPSILON * max((abs(value) for row in triangle for value in row), default=1.0) or _EPSILON
    for at in range(size):
        inner = [0] * size
        inner[at] = 1.0
        for row in range(at - 1, -1, -1):
            rest = sum(triangle[row][column] * inner[column] for column in range(row + 1, at + 1))
            away = triangle[row][row] - triangle[at][at]
            inner[row] = -rest / (away if abs(away) > small else small)
        vector = [sum(a * b for a, b in zip(row, inner)) for row in turn]
        found.append(_unit(vector, is_real))
    return found


def _unit(vector, is_real):
    """Of length 1, the largest part real."""
    length = math.sqrt(sum(abs(value) ** 2 for value in vector))
    vector = [value / length for value in vector]
    largest = max(vector, key=abs)
    if largest.imag or not is_real:
        phase = largest / abs(largest)
        vector = [value / phase for value in vector]
    return [complex(value).real for value in vector] if is_real else vector
