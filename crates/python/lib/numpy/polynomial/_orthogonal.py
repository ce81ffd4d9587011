"""Series of Chebyshev's, Legendre's, Hermite's and Laguerre's polynomials, each by what x times one of them is.

What it is not: polynomials in powers of x, which are `_power`'s. Source: Abramowitz and Stegun, chapter 22. Start reading at
`Basis`.
"""

import math

import numpy
from numpy.polynomial._power import Polynomial, trimmed

_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


class Basis:
    """Polynomials B with x B[n] = up(n) B[n + 1] + same(n) B[n] + down(n) B[n - 1]; the first is 1."""

    def __init__(self, letter, up, down, same=lambda n: 0.0):
        self.letter, self.up, self.down, self.same = letter, up, down, same

    def times_x(self, c):
        """The coefficients of x times a series."""
        found = [0.0 * c[0]] * (len(c) + 1)
        for n, each in enumerate(c):
            found[n + 1] = found[n + 1] + each * self.up(n)
            found[n] = found[n] + each * self.same(n)
            if n:
                found[n - 1] = found[n - 1] + each * self.down(n)
        return found

    def columns(self, x, count):
        """The values of the first polynomials."""
        found = [x * 0.0 + 1.0]
        for n in range(count - 1):
            before = found[n - 1] * self.down(n) if n else 0.0
            found.append(((x - self.same(n)) * found[n] - before) / self.up(n))
        return found[:count]

    def from_powers(self, c):
        """The series of a polynomial in powers of x."""
        found = [0.0]
        for each in reversed(list(c)):
            found = self.times_x(found)
            found[0] = found[0] + each
        return trimmed(found)

    def to_powers(self, c):
        """The polynomial in powers of x of a series."""
        total, rows = [0.0] * len(c), [[1.0]]
        for n in range(len(c) - 1):
            row = [0.0, *rows[n]]
            for at, each in enumerate(rows[n]):
                row[at] = row[at] - self.same(n) * each
            for at, each in enumerate(rows[n - 1] if n else []):
                row[at] = row[at] - self.down(n) * each
            rows.append([each / self.up(n) for each in row])
        for each, row in zip(c, rows):
            for at, part in enumerate(row):
                total[at] = total[at] + each * part
        return total

    def product(self, a, b):
        """The series of the product of two."""
        before, now, found = None, list(b), [0.0]
        for n, each in enumerate(a):
            found = _sum(found, [each * part for part in now])
            if n + 1 < len(a):
                after = _sum(self.times_x(now), [-self.same(n) * part for part in now])
                after = _sum(after, [-self.down(n) * part for part in before]) if n else after
                before, now = now, [part / self.up(n) for part in after]
        return trimmed(found)

    def roots(self, c):
        """Where a series is zero, in order: the eigenvalues of the matrix of x."""
        c = trimmed(c)
        size = len(c) - 1
        if size < 1:
            return numpy.array([])
        matrix = [[0.0] * size for _ in range(size)]
        for n in range(size):
            matrix[n][n] = self.same(n)
            if n:
                matrix[n - 1][n] = self.down(n)
            if n + 1 < size:
                matrix[n + 1][n] = self.up(n)
        for at in range(size):
            matrix[at][size - 1] -= self.up(size - 1) * c[at] / c[-1]
        found = numpy.linalg.eigvals(numpy.array(matrix))
        return numpy.sort_complex(found) if found.dtype.kind == "c" else numpy.sort(found)


def _sum(a, b):
    size = max(len(a), len(b))
    return [x + y for x, y in zip([*a, *[0.0] * (size - len(a))], [*b, *[0.0] * (size - len(b))])]


class _Series(Polynomial):
    """Coefficients of one of the bases."""

    _basis = None

    def _is_kin(self, other):
        return type(other) is type(self)

    def _powers(self):
        return self._basis.to_powers(self.coef.tolist())

    def __call__(self, x):
        if isinstance(x, Polynomial):
            found = self._like([0.0])
            for each in reversed(self._powers()):
                found = found * x + each
            return found
        x = self._moved(numpy.asarray(x))
        columns = self._basis.columns(x, len(self.coef))
        return sum(each * column for each, column in zip(self.coef.tolist(), columns))

    @classmethod
    def fit(cls, x, y, deg, domain=None, rcond=None, full=False, w=None, window=None, symbol="x"):
        """The series that comes nearest to points; its domain is theirs."""
        if full:
            raise NotImplementedError(f"{cls.__name__}.fit: full is not built into this numpy")
        x, y = numpy.asarray(x, dtype=float), numpy.asarray(y, dtype=float)
        made = cls([0.0], [x.min(), x.max()] if domain is None else domain, window, symbol)
        made.coef = fitted(cls._basis, made._moved(x), y, deg, rcond, w)
        return made

    @classmethod
    def fromroots(cls, roots, domain=None, window=None, symbol="x"):
        """The series that is zero at some places."""
        return cls(cls._basis.from_powers(numpy.asarray(numpy.poly(roots), dtype=float)[::-1].tolist()), domain, window, symbol)

    def convert(self, domain=None, kind=None, window=None):
        """The same polynomial in another basis, or of the variable that a domain and a window make."""
        powers = Polynomial(self._powers(), self.domain, self.window, self.symbol)
        kind = type(self) if kind is None else kind
        return powers.convert(domain, kind, window)

    def roots(self):
        """Where it is zero."""
        off, scale = self._map()
        return (self._basis.roots(self.coef.tolist()) - off) / scale

    def _by_powers(self, change):
        powers = Polynomial(self._powers(), self.domain, self.window, self.symbol)
        return self._like(self._basis.from_powers(change(powers).coef.tolist()))

    def deriv(self, m=1):
        """How steep it is."""
        return self._by_powers(lambda powers: powers.deriv(m))

    def integ(self, m=1, k=0, lbnd=None):
        """The area below it."""
        return self._by_powers(lambda powers: powers.integ(m, k, lbnd))

    def _product(self, a, b):
        return self._basis.product(list(a), list(b))

    def _division(self, a, b):
        to, back = self._basis.to_powers, self._basis.from_powers
        whole, rest = Polynomial._division(self, to(a), to(b))
        return back(whole), back(rest)

    def _term(self, power, variable, style):
        if style == "ascii":
            return f"{self._basis.letter}_{power}({variable})"
        return f"{self._basis.letter}{str(power).translate(_LOWERED)}({variable})"

    def _latex_term(self, power, variable):
        return f"{{{self._basis.letter}}}_{{{power}}}({variable})"


def fitted(basis, x, y, deg, rcond=None, w=None):
    """The coefficients of the series that comes nearest to points."""
    chosen = list(range(int(deg) + 1)) if numpy.ndim(deg) == 0 else sorted(int(each) for each in deg)
    columns = numpy.stack(basis.columns(x, chosen[-1] + 1), -1)[:, chosen]
    if w is not None:
        columns, y = columns * numpy.asarray(w).reshape(-1, 1), y * numpy.asarray(w)
    sizes = numpy.sqrt((columns * columns).sum(0))
    sizes[sizes == 0] = 1
    found = numpy.linalg.lstsq(columns / sizes, y, len(x) * 2.0**-52 if rcond is None else rcond)[0] / sizes
    made = numpy.zeros(chosen[-1] + 1)
    made[chosen] = found
    return made


def _kind(name, basis, domain=(-1, 1)):
    made = type(name, (_Series,), {"_basis": basis, "_usual": domain, "__doc__": f"A series of {name}'s polynomials."})
    module = {"HermiteE": "hermite_e"}.get(name, name.lower())
    made.__module__ = f"numpy.polynomial.{module}"
    return made


CHEBYSHEV = Basis("T", lambda n: 0.5 if n else 1.0, lambda n: 0.5)
LEGENDRE = Basis("P", lambda n: (n + 1) / (2 * n + 1), lambda n: n / (2 * n + 1))
HERMITE = Basis("H", lambda n: 0.5, lambda n: float(n))
HERMITE_E = Basis("He", lambda n: 1.0, lambda n: float(n))
LAGUERRE = Basis("L", lambda n: -(n + 1.0), lambda n: -float(n), lambda n: 2.0 * n + 1)
Chebyshev, Legendre = _kind("Chebyshev", CHEBYSHEV), _kind("Legendre", LEGENDRE)
Hermite, HermiteE, Laguerre = _kind("Hermite", HERMITE), _kind("HermiteE", HERMITE_E), _kind("Laguerre", LAGUERRE, (0, 1))


# What the functions of each module are called by.
_WORDS = {"chebyshev": "cheb", "legendre": "leg", "hermite": "herm", "hermite_e": "herme", "laguerre": "lag"}
_CLASSES = {"chebyshev": Chebyshev, "legendre": Legendre, "hermite": Hermite, "hermite_e": HermiteE, "laguerre": Laguerre}


def functions(module):
    """The functions of bare coefficients that a module has."""
    word, kind = _WORDS[module], _CLASSES[module]
    basis = kind._basis

    def listed(c):
        return numpy.asarray(c, dtype=float).tolist()

    def made(c):
        return numpy.array(c, dtype=float)

    def val(x, c, tensor=True):
        columns = basis.columns(numpy.asarray(x), len(numpy.asarray(c)))
        return sum(each * column for each, column in zip(listed(c), columns))

    def vander(x, deg):
        return numpy.stack(basis.columns(numpy.asarray(x, dtype=float), deg + 1), -1)

    found = {
        kind.__name__: kind,
        f"{word}val": val,
        f"{word}vander": vander,
        f"{word}add": lambda c1, c2: made(trimmed(_sum(listed(c1), listed(c2)))),
        f"{word}sub": lambda c1, c2: made(trimmed(_sum(listed(c1), [-each for each in listed(c2)]))),
        f"{word}mul": lambda c1, c2: made(basis.product(listed(c1), listed(c2))),
        f"{word}mulx": lambda c: made(basis.times_x(listed(c))),
        f"{word}pow": lambda c, pow, maxpower=16: (kind(c) ** pow).coef,
        f"{word}div": lambda c1, c2: tuple(made(each) for each in kind([0.0])._division(listed(c1), listed(c2))),
        f"{word}der": lambda c, m=1: kind(c).deriv(m).coef,
        f"{word}int": lambda c, m=1, k=0, lbnd=0: kind(c).integ(m, k, lbnd).coef,
        f"{word}fit": lambda x, y, deg, rcond=None: fitted(basis, *map(numpy.asarray, (x, y)), deg, rcond),
        f"{word}roots": lambda c: basis.roots(listed(c)),
        f"{word}fromroots": lambda roots: kind.fromroots(roots).coef,
        f"{word}2poly": lambda c: made(basis.to_powers(listed(c))),
        f"poly2{word}": lambda pol: made(basis.from_powers(listed(pol))),
        f"{word}gauss": _gauss(module),
    }
    if module == "chebyshev":
        found["chebpts1"] = lambda npts: numpy.sin(0.5 * math.pi / npts * numpy.arange(-npts + 1, npts + 1, 2))
        found["chebpts2"] = lambda npts: numpy.cos(numpy.linspace(-math.pi, 0, npts))
        found["chebinterpolate"] = lambda func, deg, args=(): _interpolated(func, deg, args, found)
    for name, function in found.items():
        if callable(function) and not isinstance(function, type):
            function.__name__ = name
    return found


def _interpolated(func, deg, args, found):
    places = found["chebpts1"](deg + 1)
    c = found["chebvander"](places, deg).T @ numpy.asarray(func(places, *args))
    c[0] /= deg + 1
    c[1:] /= 0.5 * (deg + 1)
    return c


# The whole of each weight: of exp(-x²), and so on.
_MASSES = {"legendre": 2.0, "hermite": math.sqrt(math.pi), "hermite_e": math.sqrt(2 * math.pi), "laguerre": 1.0}


def _gauss(module):
    """Places and weights by which integrals are sums, exact for polynomials of degree 2 deg - 1."""
    basis = _CLASSES[module]._basis

    def gauss(deg):
        if module == "chebyshev":
            return numpy.cos(math.pi * numpy.arange(1, 2 * deg, 2) / (2.0 * deg)), numpy.full(deg, math.pi / deg)
        beside = [math.sqrt(basis.up(n) * basis.down(n + 1)) for n in range(deg - 1)]
        matrix = numpy.diag([basis.same(n) for n in range(deg)]) + numpy.diag(beside, 1) + numpy.diag(beside, -1)
        places = numpy.linalg.eigvalsh(matrix)
        if module != "laguerre":
            places = (places - places[::-1]) / 2
        # A step of Newton's, and weights by the polynomial's slope and the one before it.
        c = [0.0] * deg + [1.0]
        slope = _CLASSES[module](c).deriv().coef.tolist()
        values = functions(module)[f"{_WORDS[module]}val"]
        places = places - values(places, c) / values(places, slope)
        weights = 1 / (values(places, c[1:]) * values(places, slope))
        if module != "laguerre":
            places, weights = (places - places[::-1]) / 2, (weights + weights[::-1]) / 2
        return places, weights * (_MASSES[module] / weights.sum())

    return gauss
