"""`Polynomial`: a polynomial that can be reckoned with, and fitted to points within a domain.

What it is not: functions of bare coefficients, which are `polynomial`'s. Start reading at `Polynomial`.
"""

import numpy

# How polynomials are printed, unless a format says so.
STYLE = ["unicode"]
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def trimmed(c, tol=0):
    """Without zeros at the end, but for the first."""
    c = list(c)
    while len(c) > 1 and abs(c[-1]) <= tol:
        c.pop()
    return c


class Polynomial:
    """Coefficients, the lowest power first, of the domain moved to the window."""

    __array_ufunc__ = None
    # The domain and the window where none is told.
    _usual = (-1, 1)

    def __init__(self, coef, domain=None, window=None, symbol="x"):
        coef = numpy.array(coef, ndmin=1)
        self.coef = coef if coef.dtype.kind == "c" else coef.astype(float)
        self.domain = numpy.array(self._usual if domain is None else domain, dtype=float)
        self.window = numpy.array(self._usual if window is None else window, dtype=float)
        if not isinstance(symbol, str):
            raise TypeError("Symbol must be a non-empty string")
        if not symbol.isidentifier():
            raise ValueError("Symbol string must be a valid Python identifier")
        self.symbol = symbol

    def _is_kin(self, other):
        return type(other) is Polynomial

    @classmethod
    def basis(cls, deg, domain=None, window=None, symbol="x"):
        """The polynomial of a degree that the others are made of."""
        if deg != int(deg) or deg < 0:
            raise ValueError("deg must be non-negative integer")
        return cls([0] * int(deg) + [1], domain, window, symbol)

    @classmethod
    def identity(cls, domain=None, window=None, symbol="x"):
        """The polynomial that is the variable itself."""
        domain = cls._usual if domain is None else domain
        window = cls._usual if window is None else window
        off, scale = cls([0.0], window, domain)._map()
        return cls([0.0], domain, window, symbol)._of_powers([off, scale])

    @classmethod
    def cast(cls, series, domain=None, window=None):
        """Another kind of polynomial as one of this kind."""
        return series.convert(domain, cls, window)

    def _of_powers(self, c):
        basis = getattr(self, "_basis", None)
        return self._like(c if basis is None else basis.from_powers(c))

    def copy(self):
        return self._like(self.coef.copy())

    def mapparms(self):
        """What a value is moved by, and stretched by."""
        return self._map()

    def trim(self, tol=0):
        """Without small coefficients at the end."""
        return self._like(trimmed(self.coef.tolist(), tol))

    def truncate(self, size):
        """The first coefficients only."""
        if size != int(size) or size < 1:
            raise ValueError("size must be a positive integer")
        return self._like(self.coef[: int(size)].copy())

    def cutdeg(self, deg):
        """Up to a degree."""
        return self.truncate(deg + 1)

    def has_samecoef(self, other):
        return len(self.coef) == len(other.coef) and numpy.all(self.coef == other.coef)

    def has_samedomain(self, other):
        return numpy.all(self.domain == other.domain)

    def has_samewindow(self, other):
        return numpy.all(self.window == other.window)

    def has_sametype(self, other):
        return isinstance(other, self.__class__)

    @classmethod
    def fit(cls, x, y, deg, domain=None, rcond=None, full=False, w=None, window=None, symbol="x"):
        """The polynomial that comes nearest to points; its domain is theirs."""
        if full:
            raise NotImplementedError("Polynomial.fit: full is not built into this numpy")
        x = numpy.asarray(x, dtype=float)
        if domain is None:
            domain = [x.min(), x.max()]
        elif isinstance(domain, list) and not domain:
            domain = cls._usual
        made = cls([0.0], domain, window, symbol)
        made.coef = numpy.polyfit(made._moved(x), numpy.asarray(y, dtype=float), deg, rcond, w=w)[::-1].copy()
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
        return type(self)(coef, self.domain, self.window, self.symbol)

    def __call__(self, x):
        if isinstance(x, Polynomial):
            found, moved = x._like([0.0]), x * self._map()[1] + self._map()[0]
            for each in self.coef[::-1].tolist():
                found = found * moved + each
            return found
        return numpy.polyval(self.coef[::-1], self._moved(numpy.asarray(x)))

    def convert(self, domain=None, kind=None, window=None):
        """The same polynomial of the plain variable, or of the one that a domain and a window make of it."""
        kind = Polynomial if kind is None else kind
        target = kind([0.0], domain, window, self.symbol)
        (off, scale), (own_off, own_scale) = self._map(), target._map()
        off, scale = off - scale * own_off / own_scale, scale / own_scale
        found = numpy.poly1d([0.0])
        for each in self.coef[::-1]:
            found = found * numpy.poly1d([scale, off]) + float(each)
        return target._of_powers(trimmed(numpy.asarray(found.coeffs)[::-1].tolist()))

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
        constants = k if isinstance(k, (list, tuple)) else [k]
        (off, scale), found = self._map(), self.coef
        for at in range(m):
            found = numpy.polyint(found[::-1], 1)[::-1] / scale
            found[0] += constants[at] if at < len(constants) else 0
            if lbnd is not None:
                found[0] -= numpy.polyval(found[::-1], off + scale * lbnd) - (constants[at] if at < len(constants) else 0)
        return self._like(found)

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

    def __pos__(self):
        return self

    def __pow__(self, power):
        if power != int(power) or power < 0:
            raise ValueError("Power must be a non-negative integer.")
        found = self._like([1.0])
        for _ in range(int(power)):
            found = found * self
        return found

    def __eq__(self, other):
        return type(other) is type(self) and self._parts() == other._parts()

    __hash__ = None

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
        return f"{type(self).__name__}({parts[0]}, domain={parts[1]}, window={parts[2]}, symbol='{self.symbol}')"

    def _product(self, a, b):
        return trimmed(numpy.convolve(numpy.asarray(a), numpy.asarray(b)).tolist())

    def _division(self, a, b):
        """How often one goes into the other, and the rest."""
        a, b = trimmed(a), trimmed(b)
        if b == [0]:
            raise ZeroDivisionError("division by zero")
        whole, rest = [0.0] * max(len(a) - len(b) + 1, 1), list(a)
        for at in range(len(a) - len(b), -1, -1):
            share = whole[at] = rest[at + len(b) - 1] / b[-1]
            for place, each in enumerate(b):
                rest[at + place] -= share * each
        return trimmed(whole), trimmed(rest[: max(len(b) - 1, 1)] if len(a) >= len(b) else rest)

    def _operand(self, other):
        """The coefficients of what is reckoned with; None for what cannot be."""
        if isinstance(other, Polynomial):
            if not self._is_kin(other):
                raise TypeError("Polynomial types differ")
            return self._beside(other).tolist()
        return list(other) if hasattr(other, "__len__") else [other] if numpy.isscalar(other) else None

    def __divmod__(self, other):
        return tuple(map(self._like, self._division(self.coef.tolist(), self._operand(other))))

    def __floordiv__(self, other):
        return divmod(self, other)[0]

    def __mod__(self, other):
        return divmod(self, other)[1]

    def __rdivmod__(self, other):
        return tuple(map(self._like, self._division(self._operand(other), self.coef.tolist())))

    def __rfloordiv__(self, other):
        return self.__rdivmod__(other)[0]

    def __rmod__(self, other):
        return self.__rdivmod__(other)[1]

    def __str__(self):
        return self._text(STYLE[0])

    def __format__(self, style):
        if style == "":
            return str(self)
        if style not in ("ascii", "unicode"):
            raise ValueError(f"Unsupported format string '{style}' for {self.__class__}. Valid options are 'ascii' and 'unicode'")
        return self._text(style)

    def _term(self, power, variable, style):
        if style == "ascii":
            return variable + (f"**{power}" if power > 1 else "")
        return variable + (str(power).translate(_RAISED) if power > 1 else "")

    def _text(self, style):
        off, scale = self._map()
        variable = self.symbol
        if (off, scale) != (0, 1):
            moved = f"{off}" if off else ""
            sign = (" + " if off and scale >= 0 else " - " if off else "") if scale != 1 or off else ""
            size = abs(scale) if off else scale
            variable = f"({moved}{sign}{variable if scale == 1 else f'{size}{variable}'})"
        text, width = "", numpy.get_printoptions()["linewidth"]
        since = 0
        for power, each in enumerate(self.coef.tolist()):
            if not power:
                text = str(each)
                since = len(text)
                continue
            is_below = not isinstance(each, complex) and each < 0
            term = f"{'-' if is_below else '+'} {-each if is_below else each}{' ' if style == 'ascii' else '·'}"
            term += self._term(power, variable, style)
            # A line that grows too long goes on in the next.
            if since + len(term) + 1 >= width:
                text, since = text + "\n" + term, len(term)
            else:
                text, since = text + " " + term, since + len(term) + 1
        return text

    def _latex_term(self, power, variable):
        return variable if power == 1 else f"{variable}^{{{power}}}"

    def _repr_latex_(self):
        off, scale = self._map()
        term = self.symbol
        if off == 0 and scale != 1:
            term = f"\\left(\\text{{{scale}}}{self.symbol}\\right)"
        elif off and scale == 1:
            term = f"\\left(\\text{{{off}}} + {self.symbol}\\right)"
        elif off:
            term = f"\\left(\\text{{{off}}} + \\text{{{scale}}}{self.symbol}\\right)"
        parts = []
        for power, each in enumerate(self.coef.tolist()):
            sign = "" if not power else " + " if each >= 0 else " - "
            text = f"\\text{{{each if not power else abs(each)}}}"
            is_bare = not power and not hasattr(self, "_basis")
            part = sign + text if is_bare else f"{sign}{text}\\,{self._latex_term(power, term)}"
            parts.append(f"\\color{{LightGray}}{{{part}}}" if each == 0 else part)
        return rf"${self.symbol} \mapsto {''.join(parts) or '0'}$"


def _combined(name, swap):
    def method(self, other):
        theirs = self._operand(other)
        if theirs is None:
            return NotImplemented
        a, b = (theirs, self.coef.tolist()) if swap else (self.coef.tolist(), theirs)
        if name == "mul":
            return self._like(self._product(a, b))
        size = max(len(a), len(b))
        pairs = zip([*a, *[0.0] * (size - len(a))], [*b, *[0.0] * (size - len(b))])
        return self._like(trimmed(x + y if name == "add" else x - y for x, y in pairs))

    return method


for _name in ("add", "sub", "mul"):
    setattr(Polynomial, f"__{_name}__", _combined(_name, False))
    setattr(Polynomial, f"__r{_name}__", _combined(_name, True))


def _shared(self, other):
    if not numpy.isscalar(other):
        raise TypeError(f"unsupported types for true division: '{type(self)}', '{type(other)}'")
    return self._like(self.coef / other)


Polynomial.__truediv__ = _shared
Polynomial.__module__ = "numpy.polynomial.polynomial"
