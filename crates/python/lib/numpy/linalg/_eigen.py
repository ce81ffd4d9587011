"""Eigenvalues and eigenvectors of any square matrix: those of real numbers by `_general`, of complex ones by the QR method here.

Not for symmetric ones, which torch has. It is for small matrices, as its loops are Python's. Start reading at `eigen`.
"""

import cmath
import math

import _torch
from numpy._array import ndarray
from numpy._make import array

_EPSILON = 2.0**-52


def eigen(tensor, with_vectors):
    """Eigenvalues and, if wanted, vectors of length 1, as columns: real ones where all are real. Of a stack each."""
    if len(tensor.shape) > 2:
        return _of_stack(tensor, with_vectors)
    if hasattr(tensor, "_im"):
        return _of_complex(tensor.tolist(), with_vectors)
    from numpy.linalg._general import eigen_of_real

    values, vectors = eigen_of_real(tensor.double().tolist(), with_vectors)
    if values is None:
        raise _lost()
    kind = tensor.dtype
    if not any(away for _, away in values):
        reals = _torch.tensor([value for value, _ in values], dtype=_torch.float64).to(kind)
        return ndarray(reals), _real_columns(vectors, kind) if with_vectors else None
    made = array([complex(*value) for value in values])
    return made, _columns(vectors) if with_vectors else None


def _of_stack(tensor, with_vectors):
    from numpy import stack

    shape = tuple(tensor.shape)
    found = [eigen(matrix, with_vectors) for matrix in tensor.reshape(-1, *shape[-2:])]
    values = stack([each[0] for each in found]).reshape(shape[:-1])
    return values, stack([each[1] for each in found]).reshape(shape) if with_vectors else None


def _lost():
    from numpy.linalg import LinAlgError

    return LinAlgError("Eigenvalues did not converge")


def _of_complex(rows, with_vectors):
    """As `eigen`, of complex numbers."""
    triangle, turn = _schur([[complex(value) for value in row] for row in rows])
    values = array([complex(triangle[at][at]) for at in range(len(rows))])
    return values, _columns(_vectors(triangle, turn)) if with_vectors else None


def _real_columns(vectors, kind):
    rows = [list(row) for row in zip(*vectors)]
    return ndarray(_torch.tensor(rows, dtype=_torch.float64).reshape(len(rows), len(rows)).to(kind))


def _columns(vectors):
    # A zero has no sign.
    rows = [[complex(value.real + 0.0, value.imag) for value in map(complex, row)] for row in zip(*vectors)]
    return array(rows)


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
            raise _lost()
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


def _vectors(triangle, turn):
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
        found.append(_unit([sum(a * b for a, b in zip(row, inner)) for row in turn]))
    return found


def _unit(vector):
    """Of length 1, the largest part real."""
    length = math.sqrt(sum(abs(value) ** 2 for value in vector))
    place = max(range(len(vector)), key=lambda at: abs(vector[at]))
    phase = vector[place] / abs(vector[place])
    vector = [value / length / phase for value in vector]
    vector[place] = complex(vector[place].real)
    return vector
