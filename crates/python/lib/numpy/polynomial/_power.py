"""`Polynomial`: a polynomial that can be reckoned with, and fitted to points within a domain.

What it is not: functions of bare coefficients, which are `polynomial`'s. Start reading at `Polynomial`.
"""

import numpy

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Polynomial:
    """Coefficients, the lowest power first, of the domain moved to the window."""

    __array_ufunc__ = None

    def __init__(self, coef, domain=None, window=None, symbol="x"):
        self.coef = numpy.array(coef, dtype=float, ndmin=1)
        self.domain = numpy.array([-1, 1] if domain is None else domain, dtype=float)
        self.window = numpy.array([-1, 1] if window is None else window, dtype=float)
        self.symbol = symbol

    @classmethod
    def fit(cls, x, y, deg, domain=None, rcond=None, full=False, w=None, window=None):
        """The polynomial that comes nearest to points; its domain is theirs."""
        if full or w is not None:
            raise NotImplementedError("Polynomial.fit: full and w are not built into this numpy")
        x = numpy.asarray(x, dtype=float)
        domain = [x.min(), x.max()] if domain is None else domain
        made = cls([0.0], domain, window)
        made.coef = numpy.polyfit(made._moved(x), numpy.asarray(y, dtype=float), deg, rcond)[::-1].copy()
        return made

    @classmethod
    def fromroots(cls, roots, domain=None, window=None, symbol="x"):
        """The polynomial that is zero at some places."""
        return cls(numpy.asarray(numpy.poly(roots), dtype=float)[::-1], domain, window, symbol)

    def _map(self):
        """What a value is moved by, and stretched by, from the domain to the window."""
        (low, high), (first, last) = self.domain, self.window
        width = high - low
        return (high * first - low * last) / width, (last - first) / width

    def _moved(self, x):
        off, scale = self._map()
        return off + scale * x

    def _like(self, coef):
        return Polynomial(coef, self.domain, self.window, self.symbol)

    def __call__(self, x):
        return numpy.polyval(self.coef[::-1], self._moved(numpy.asarray(x)))

    def convert(self, domain=None, kind=None, window=None):
        """The same polynomial of the plain variable, or of the one that a domain and a window make of it."""
        if kind not in (None, Polynomial):
            raise NotImplementedError(f"Polynomial.convert: kind={kind!r} is not built into this numpy")
        (off, scale), (own_off, own_scale) = self._map(), Polynomial([0.0], domain, window)._map()
        off, scale = off - scale * own_off / own_scale, scale / own_scale
        found = numpy.poly1d([0.0])
        for each in self.coef[::-1]:
            found = found * numpy.poly1d([scale, off]) + float(each)
        return Polynomial(numpy.asarray(found.coeffs)[::-1], domain, window, self.symbol)

    def degree(self):
        return len(self.coef) - 1

    def roots(self):
        """Where it is zero."""
        off, scale = self._map()
        found = numpy.roots(self.coef[::-1])
        return ((numpy.sort_complex(found) if found.dtype.kind == "c" else numpy.sort(found)) - off) / scale

    def deriv(self, m=1):
        """How steep it is."""
        return self._like(numpy.polyder(self.coef[::-1], m)[::-1] * self._map()[1] ** m)

    def integ(self, m=1, k=0, lbnd=None):
        """The area below it."""
        if lbnd is not None:
            raise NotImplementedError("Polynomial.integ: lbnd is not built into this numpy")
        constants = k if isinstance(k, (list, tuple)) else [k]
        found = numpy.polyint(self.coef[::-1], m, list(constants) if any(constants) else None)[::-1]
        return self._like(found / self._map()[1] ** m)

    def linspace(self, n=100, domain=None):
        """Places in even steps, and its values there."""
        x = numpy.linspace(*(self.domain if domain is None else domain), n)
        return x, self(x)

    def __len__(self):
        return len(self.coef)

    def __iter__(self):
        return iter(self.coef)

    def __neg__(self):
        return self._like(-self.coef)

    def __pow__(self, power):
        found = self._like([1.0])
        for _ in range(power):
            found = found * self
        return found

    def __eq__(self, other):
        return isinstance(other, Polynomial) and self._parts() == other._parts()

    def _parts(self):
        return self.coef.tolist(), self.domain.tolist(), self.window.tolist(), self.symbol

    def _beside(self, other):
        """The coefficients of a polynomial of the same variable."""
        for own, its, told in ((self.domain, other.domain, "Domains"), (self.window, other.window, "Windows")):
            if own.tolist() != its.tolist():
                raise TypeError(f"{told} differ")
        if self.symbol != other.symbol:
            raise ValueError("Polynomial symbols differ")
        return other.coef

    def __repr__(self):
        parts = [repr(part)[len("array("):-1] for part in (self.coef, self.domain, self.window)]
        return f"Polynomial({parts[0]}, domain={parts[1]}, window={parts[2]}, symbol='{self.symbol}')"

    def __str__(self):
        off, scale = self._map()
        variable = self.symbol
        if (off, scale) != (0, 1):
            moved = f"{off}" if off else ""
            sign = (" + " if off and scale >= 0 else " - " if off else "") if scale != 1 or off else ""
            size = abs(scale) if off else scale
            variable = f"({moved}{sign}{variable if scale == 1 else f'{size}{variable}'})"
        text = ""
        for power, each in enumerate(self.coef.tolist()):
            shown = f"{abs(each) if power else each}"
            term = shown if not power else f"{shown}·{variable}" + (str(power).translate(_RAISED) if power > 1 else "")
            text += term if not power else f" {'-' if each < 0 else '+'} {term}"
        return text


def _combined(name, swap):
    def method(self, other):
        mine, theirs = numpy.poly1d(self.coef[::-1]), other
        if isinstance(other, Polynomial):
            theirs = numpy.poly1d(self._beside(other)[::-1])
        elif hasattr(other, "__len__"):
            theirs = numpy.poly1d(list(other)[::-1])
        a, b = (theirs, mine) if swap else (mine, theirs)
        found = a + b if name == "add" else a - b if name == "sub" else a * b
        return self._like(numpy.asarray(found.coeffs)[::-1])

    return method


for _name in ("add", "sub", "mul"):
    setattr(Polynomial, f"__{_name}__", _combined(_name, False))
    setattr(Polynomial, f"__r{_name}__", _combined(_name, True))
Polynomial.__truediv__ = lambda self, other: self._like(self.coef / other)
Polynomial.__module__ = "numpy.polynomial.polynomial"
