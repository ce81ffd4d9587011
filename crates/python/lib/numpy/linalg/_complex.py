"""Linear algebra of matrices of complex numbers: by a matrix of real ones twice as large, or by lists of Python's numbers.

For small matrices, as its loops are Python's. Eigenvalues of any matrix are `_eigen`'s. Start reading at `doubled`.
"""

import math

import _torch
from numpy._array import ndarray, wrap
from numpy._complex import as_complex, complexes, from_lists
from numpy._complex_operators import absolute
from numpy._make import asarray


def doubled(z):
    """The real matrix [[re, -im], [im, re]], which multiplies and is inverted as the complex one is."""
    z = as_complex(asarray(z))
    upper, lower = _torch.cat([z._re, -z._im], -1), _torch.cat([z._im, z._re], -1)
    return ndarray(_torch.cat([upper, lower], -2))


def halved(tensor):
    """The complex matrix of which a real one is the double."""
    rows, columns = tensor.shape[-2] // 2, tensor.shape[-1] // 2
    return complexes(tensor[..., :rows, :columns].clone(), tensor[..., rows:, :columns].clone())


def solve(z, b, function):
    """What a function that solves real equations finds for complex ones."""
    b = as_complex(asarray(b))
    is_vector = b.ndim == 1
    sides = b.reshape(-1, 1) if is_vector else b
    found = function(doubled(z), ndarray(_torch.cat([sides._re, sides._im], -2)))._kindling_tensor
    rows = found.shape[-2] // 2
    made = complexes(found[..., :rows, :].clone(), found[..., rows:, :].clone())
    return made.reshape(-1) if is_vector else made


def sign_and_size(z):
    """The determinant's direction and the logarithm of its size, by rows that are subtracted from others."""
    stack = z.reshape(-1, *z.shape[-2:])
    signs, sizes = [], []
    for matrix in stack:
        rows, sign, size = matrix.tolist(), 1 + 0j, 0.0
        for at in range(len(rows)):
            best = max(range(at, len(rows)), key=lambda row: abs(rows[row][at].real) + abs(rows[row][at].imag))
            if rows[best][at] == 0:
                sign, size = 0j, -math.inf
                break
            if best != at:
                rows[at], rows[best], sign = rows[best], rows[at], -sign
            pivot = rows[at][at]
            sign, size = sign * (pivot / abs(pivot)), size + math.log(abs(pivot))
            for row in rows[at + 1 :]:
                share = row[at] / pivot
                for column in range(at + 1, len(rows)):
                    row[column] -= share * rows[at][column]
        signs.append(sign)
        sizes.append(size)
    shape = z.shape[:-2]
    return from_lists(signs).reshape(shape)[()], wrap(_torch.tensor(sizes, dtype=_torch.float64).reshape(shape))


def qr(z, mode):
    """Orthonormal columns and an upper triangle, by Householder's reflections."""
    rows, columns = z.shape
    r, reflections = z.tolist(), []
    for at in range(min(rows, columns)):
        column = [r[row][at] for row in range(at, rows)]
        tau, v, edge = reflection(column)
        reflections.append((tau, v))
        _reflect(r, at, tau.conjugate() if tau else 0, v, range(at, columns))
        r[at][at] = complex(edge)
        for row in range(at + 1, rows):
            r[row][at] = 0j
    count = rows if mode == "complete" else min(rows, columns)
    upper = from_lists(r[:count]).reshape(count, columns)
    if mode == "r":
        return upper
    q = [[complex(row == column) for column in range(count)] for row in range(rows)]
    for at in range(len(reflections) - 1, -1, -1):
        _reflect(q, at, *reflections[at], range(at, count))
    return from_lists(q).reshape(rows, count), upper


def reflection(column):
    """(tau, v, edge): the reflection that takes a column to a real multiple of (1, 0, …)."""
    first, length = column[0], math.sqrt(sum(abs(each) ** 2 for each in column[1:]))
    if length == 0 and first.imag == 0:
        return 0, [1 + 0j, *column[1:]], first.real
    edge = -math.copysign(math.hypot(first.real, first.imag, length), first.real)
    scale = 1 / (first - edge)
    return complex((edge - first.real) / edge, -first.imag / edge), [1 + 0j, *(each * scale for each in column[1:])], edge


def _reflect(matrix, start, tau, v, columns):
    """H = 1 - tau v v* times the rows from `start`."""
    if not tau:
        return
    for column in columns:
        inner = tau * sum(x.conjugate() * matrix[start + at][column] for at, x in enumerate(v))
        for at, x in enumerate(v):
            matrix[start + at][column] -= x * inner


def cholesky(z, upper):
    """The triangle L with z = L L*; None where there is none."""
    rows, size = z.tolist(), z.shape[-1]
    if upper:
        rows = [[rows[column][row].conjugate() for column in range(size)] for row in range(size)]
    found = [[0j] * size for _ in range(size)]
    for at in range(size):
        rest = rows[at][at].real - sum(abs(each) ** 2 for each in found[at][:at])
        if not rest > 0:
            return None
        found[at][at] = complex(math.sqrt(rest))
        for row in range(at + 1, size):
            inner = sum(x * y.conjugate() for x, y in zip(found[row][:at], found[at][:at]))
            found[row][at] = (rows[row][at] - inner) / found[at][at]
    made = from_lists(found).reshape(size, size)
    return made.conj().T if upper else made


def eigh(z, UPLO):
    """Eigenvalues in rising order, and vectors as columns, of a matrix that is its own conjugate when turned."""
    size = z.shape[-1]
    a = z.tolist() if UPLO.upper() == "L" else z.conj().T.tolist()
    for row in range(size):
        a[row][row] = complex(a[row][row].real)
        for column in range(row):
            a[column][row] = a[row][column].conjugate()
    reflections = []
    for at in range(size - 1):
        tau, v, edge = reflection([a[row][at] for row in range(at + 1, size)])
        reflections.append((tau, v))
        # H* A H, which leaves a real number beside the diagonal.
        _reflect(a, at + 1, complex(tau).conjugate(), v, range(size))
        turned = [[a[column][row].conjugate() for column in range(size)] for row in range(size)]
        _reflect(turned, at + 1, complex(tau).conjugate(), v, range(size))
        a = [[turned[column][row].conjugate() for column in range(size)] for row in range(size)]
        a[at + 1][at] = a[at][at + 1] = complex(edge)
    from numpy.linalg import eigh as of_real

    real = [[a[row][column].real if abs(row - column) < 2 else 0.0 for column in range(size)] for row in range(size)]
    values, vectors = of_real(asarray(real))
    turned = [[complex(value) for value in row] for row in vectors.tolist()]
    for at in range(len(reflections) - 1, -1, -1):
        _reflect(turned, at + 1, *reflections[at], range(size))
    return values, from_lists(turned).reshape(size, size)


def svd(z, full_matrices):
    """U, the singular values and V*: of z* z, and the other side by z."""
    rows, columns = z.shape
    if rows < columns:
        u, s, vh = svd(z.conj().T, full_matrices)
        return vh.conj().T, s, u.conj().T
    # Pairs of columns are turned until all are at right angles.
    a = [list(column) for column in zip(*z.tolist())]
    v = [[complex(row == column) for row in range(columns)] for column in range(columns)]
    for _ in range(60):
        away = 0.0
        for p in range(columns - 1):
            for q in range(p + 1, columns):
                inner = sum(x.conjugate() * y for x, y in zip(a[p], a[q]))
                first, second = (sum(abs(x) ** 2 for x in a[at]) for at in (p, q))
                if abs(inner) <= 1e-16 * math.sqrt(first * second) or inner == 0:
                    continue
                away = max(away, abs(inner))
                phase = inner / abs(inner)
                slope = (second - first) / (2 * abs(inner))
                t = math.copysign(1.0, slope) / (abs(slope) + math.hypot(1.0, slope))
                c = 1 / math.hypot(1.0, t)
                s = c * t
                for lines in (a, v):
                    one, other = lines[p], [y / phase for y in lines[q]]
                    lines[p] = [c * x - s * y for x, y in zip(one, other)]
                    lines[q] = [s * x + c * y for x, y in zip(one, other)]
        if not away:
            break
    sizes = [math.sqrt(sum(abs(x) ** 2 for x in column)) for column in a]
    order = sorted(range(columns), key=lambda at: -sizes[at])
    values = [sizes[at] for at in order]
    least = 1e-15 * max(values, default=0.0)
    u = _completed([[x / sizes[at] for x in a[at]] if sizes[at] > least else None for at in order], rows, full_matrices)
    vh = from_lists([[x.conjugate() for x in v[at]] for at in order]).reshape(columns, columns)
    return from_lists([list(row) for row in zip(*u)]).reshape(rows, len(u)), asarray(values), vh


def _completed(columns, rows, is_square):
    """Columns at right angles to those that there are in place of those that are missing."""
    columns = columns + [None] * (rows - len(columns) if is_square else 0)
    found = [column for column in columns if column is not None]
    for at, column in enumerate(columns):
        for axis in range(rows if column is None else 0):
            unit = [complex(row == axis) for row in range(rows)]
            for other in found:
                inner = sum(x.conjugate() * y for x, y in zip(other, unit))
                unit = [y - inner * x for x, y in zip(other, unit)]
            length = math.sqrt(sum(abs(x) ** 2 for x in unit))
            if length > 0.1 / rows:
                columns[at] = [x / length for x in unit]
                found.append(columns[at])
                break
    return columns


def size_of(z):
    """The distances from zero, as an array."""
    return ndarray(absolute(z))


def power(z, n):
    """A matrix times itself so often."""
    found = None
    while n:
        if n & 1:
            found = z if found is None else found @ z
        z, n = z @ z, n >> 1
    return found

