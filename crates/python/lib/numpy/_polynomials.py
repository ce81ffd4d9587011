"""Polynomials by their coefficients, the highest power first: fitted, evaluated, printed.

Not the newer `numpy.polynomial`. Start reading at `poly1d`.
"""

import _torch
from _scalars import NUMBERS
from numpy._array import ndarray
from numpy._make import array, asarray, atleast_vector
from numpy._products import convolve
from numpy._rearrange import concatenate


def polyval(p, x):
    """The value of a polynomial, by Horner's method."""
    if isinstance(x, poly1d):
        found = poly1d(0)
    else:
        x = asarray(x)
        found = x * 0
    for coefficient in asarray(p.coeffs if isinstance(p, poly1d) else p):
        found = found * x + coefficient
    return found


def polyfit(x, y, deg, rcond=None, full=False, w=None, cov=False):
    """The polynomial that comes nearest to points, by least squares."""
    from numpy.linalg import lstsq

    x, y = asarray(x).astype(float), asarray(y).astype(float)
    if deg < 0:
        raise ValueError("expected deg >= 0")
    if x.ndim != 1:
        raise TypeError("expected 1D vector for x")
    if x.size == 0:
        raise TypeError("expected non-empty vector for x")
    if len(x) != len(y):
        raise TypeError("expected x and y to have same length")
    from numpy._grids import vander

    powers = vander(x, deg + 1)
    if w is not None:
        w = asarray(w).astype(float)
        powers, y = powers * w.reshape(-1, 1), y * (w if y.ndim == 1 else w.reshape(-1, 1))
    scale = (powers * powers).sum(axis=0) ** 0.5
    rcond = len(x) * 2.0**-52 if rcond is None else rcond
    found, residuals, rank, values = lstsq(powers / scale, y, rcond)
    found = (found.T / scale).T
    if full:
        return found, residuals, rank, values, rcond
    return (found, _uncertainty(powers / scale, scale, residuals, len(x), deg, cov)) if cov else found


def _uncertainty(powers, scale, residuals, count, deg, cov):
    """How the coefficients vary together."""
    from numpy.linalg import inv

    spread = inv(powers.T @ powers) / (scale.reshape(-1, 1) * scale)
    if cov == "unscaled":
        return spread
    if count <= deg + 1:
        raise ValueError("the number of data points must exceed order to scale the covariance matrix")
    factor = residuals / (count - deg - 1)
    return spread * factor if len(factor) == 1 else spread[:, :, None] * factor


def roots(p):
    """Where a polynomial is zero."""
    p = atleast_vector(p)
    places = p.nonzero()[0].tolist()
    if not places:
        return array([], dtype=float)
    zeros = len(p) - places[-1] - 1
    p = p[places[0] : places[-1] + 1]
    p = p if p.dtype.kind == "c" else p.astype(float)
    found = array([], dtype=float)
    if len(p) > 1 and p.dtype.kind == "c":
        from numpy.linalg import eigvals

        rest = len(p) - 1
        rows = [[complex(column == row) for column in range(rest)] for row in range(rest - 1)]
        companion = array([(-p[1:] / p[0]).tolist(), *rows])
        found = eigvals(companion)
    elif len(p) > 1:
        from numpy.linalg import eigvals

        companion = _torch.diag(_torch.ones(len(p) - 2, dtype=_torch.float64), -1)
        companion[0] = -p._kindling_tensor[1:] / p._kindling_tensor[0]
        found = eigvals(ndarray(companion))
    return concatenate([found, array([0.0] * zeros)]) if zeros else found


def poly(seq_of_zeros):
    """The polynomial that is zero at those places."""
    zeros = asarray(seq_of_zeros)
    if zeros.ndim == 2 and zeros.shape[0] == zeros.shape[1] != 0:
        from numpy.linalg import eigvals

        zeros = eigvals(zeros)
    elif zeros.ndim > 1:
        raise ValueError("input must be 1d or non-empty square 2d array.")
    if not zeros.size:
        return 1.0
    found, zeros = array([1.0]), zeros.ravel()
    if zeros.dtype.kind == "c":
        parts = [1.0 + 0j]
        for zero in zeros.tolist():
            parts = [a - zero * b for a, b in zip([*parts, 0j], [0j, *parts])]
        # Of zeros in pairs nothing is left beside the real axis.
        apart = sorted(zeros.tolist(), key=lambda zero: (zero.real, zero.imag))
        mirrored = sorted((zero.conjugate() for zero in apart), key=lambda zero: (zero.real, zero.imag))
        return array([part.real for part in parts]) if apart == mirrored else array(parts)
    for zero in zeros:
        found = convolve(found, array([1.0, -float(zero)]))
    return found


def _same_length(first, second):
    first, second = (atleast_vector(each.coeffs if isinstance(each, poly1d) else each) for each in (first, second))
    size = max(len(first), len(second))
    return [concatenate([asarray([0] * (size - len(each)), each.dtype), each]) for each in (first, second)]


def _like(found, *given):
    return poly1d(found) if any(isinstance(each, poly1d) for each in given) else found


def polyadd(a1, a2):
    first, second = _same_length(a1, a2)
    return _like(first + second, a1, a2)


def polysub(a1, a2):
    first, second = _same_length(a1, a2)
    return _like(first - second, a1, a2)


def polymul(a1, a2):
    return _like(convolve(poly1d(a1).coeffs, poly1d(a2).coeffs), a1, a2)


def polydiv(u, v):
    """The quotient and the rest."""
    rest, divisor = poly1d(u).coeffs.astype(float), poly1d(v).coeffs.astype(float)
    steps = max(len(rest) - len(divisor) + 1, 1)
    quotient = array([0.0] * steps)
    for at in range(len(rest) - len(divisor) + 1):
        quotient[at] = rest[at] / divisor[0]
        rest[at : at + len(divisor)] -= quotient[at] * divisor
    while len(rest) > 1 and abs(rest[0]) <= 1e-14:
        rest = rest[1:]
    return _like(quotient, u, v), _like(rest, u, v)


def polyder(p, m=1):
    """The derivative."""
    found = atleast_vector(p.coeffs if isinstance(p, poly1d) else p)
    for _ in range(m):
        powers = ndarray(_torch.arange(len(found) - 1, 0, -1))
        found = found[:-1] * powers
    return _like(found, p)


def polyint(p, m=1, k=None):
    """The integral."""
    found = atleast_vector(p.coeffs if isinstance(p, poly1d) else p)
    constants = [0.0] * m if k is None else list(k) if isinstance(k, (list, tuple)) else [k] * m
    for constant in constants:
        powers = ndarray(_torch.arange(len(found), 0, -1))
        found = concatenate([found / powers, array([float(constant)])])
    return _like(found, p)


class poly1d:
    """A polynomial in one variable."""

    __hash__ = None

    def __init__(self, c_or_r, r=False, variable=None):
        if isinstance(c_or_r, poly1d):
            self.coeffs, self.variable = c_or_r.coeffs, c_or_r.variable
            return
        found = poly(c_or_r) if r else atleast_vector(c_or_r)
        if found.ndim > 1:
            raise ValueError("Polynomial must be 1d only.")
        places = found.nonzero()[0].tolist()
        self.coeffs = found[places[0] :] if places else array([0], dtype=found.dtype)
        self.variable = "x" if variable is None else variable

    @property
    def c(self):
        return self.coeffs

    coef = coefficients = c

    @property
    def order(self):
        return len(self.coeffs) - 1

    o = order

    @property
    def roots(self):
        return roots(self.coeffs)

    r = roots

    def __call__(self, val):
        return polyval(self.coeffs, val)

    def __array__(self, dtype=None, copy=None):
        return self.coeffs if dtype is None else self.coeffs.astype(dtype)

    def __len__(self):
        return self.order

    def __iter__(self):
        return iter(self.coeffs)

    def __getitem__(self, power):
        return self.coeffs[self.order - power] if 0 <= power <= self.order else self.coeffs.dtype.type(0)

    def __neg__(self):
        return poly1d(-self.coeffs)

    def __add__(self, other):
        return poly1d(polyadd(self, poly1d(other)))

    def __sub__(self, other):
        return poly1d(polysub(self, poly1d(other)))

    def __rsub__(self, other):
        return poly1d(polysub(poly1d(other), self))

    def __mul__(self, other):
        return poly1d(self.coeffs * other) if isinstance(other, NUMBERS) else poly1d(polymul(self, other))

    __radd__, __rmul__ = __add__, __mul__

    def __truediv__(self, other):
        return poly1d(self.coeffs / other) if isinstance(other, NUMBERS) else polydiv(self, other)

    def __pow__(self, times):
        found = poly1d([1])
        for _ in range(times):
            found = found * self
        return found

    def __eq__(self, other):
        other = poly1d(other)
        return self.order == other.order and (self.coeffs == other.coeffs).all()

    def deriv(self, m=1):
        return poly1d(polyder(self.coeffs, m))

    def integ(self, m=1, k=0):
        return poly1d(polyint(self.coeffs, m, k))

    def __repr__(self):
        return f"poly1d({repr(self.coeffs)[len('array(') : -1]})"

    def __str__(self):
        return _folded(self._terms())

    def _terms(self):
        """Each power's text with its exponent, which is printed a line higher."""
        terms = []
        for at, coefficient in enumerate(self.coeffs.tolist()):
            power = self.order - at
            text = f"{abs(coefficient):.4g}"
            if text == "0" and not (self.order == 0 and power == 0):
                continue
            sign = ("-" if coefficient < 0 else "") if not terms else (" - " if coefficient < 0 else " + ")
            base = text if power == 0 else f"{text} {self.variable}"
            terms.append((sign + base, str(power) if power > 1 else ""))
        return terms


def _folded(terms, width=70):
    """Two lines for as many terms as fit: exponents above, the rest below."""
    lines, above, below = [], "", ""
    for base, exponent in terms:
        if below and len(below) + len(base) + max(len(exponent) - 1, 0) > width:
            lines += [above, below]
            above = below = ""
        if exponent:
            above = above.ljust(len(below) + len(base)) + exponent
        below += base + " " * (len(exponent) - 1)
    return "\n".join([*lines, above or " ", below])
