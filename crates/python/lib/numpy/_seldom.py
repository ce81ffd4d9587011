"""Functions that few lessons call: windows, neighbours of numbers, texts of numbers, dtypes in the array standard's words.

Not those of other kinds (`__init__` lists the files). Start reading anywhere: each stands alone.
"""

import functools
import math

import numpy as np
from _scalars import NUMBERS


def i0(x):
    """The modified Bessel function of the first kind of order 0."""
    from torch import _special

    x = np.asanyarray(x)
    if x.dtype.kind == "c":
        raise TypeError("i0 not supported for complex values")
    values = x if x.dtype.kind == "f" else x.astype(float)
    return np.asarray(_special.i0(values.astype(float)._kindling_tensor).numpy()).astype(values.dtype)


def kaiser(M, beta):
    """Kaiser's window of M values."""
    if M < 1:
        return np.array([], dtype=float)
    if M == 1:
        return np.ones(1, dtype=float)
    middle = (M - 1) / 2.0
    places = (np.arange(M) - middle) / middle
    return i0(beta * np.sqrt(np.clip(1 - places * places, 0, None))) / i0(np.array(float(beta)))


def isfortran(a):
    """Whether the array lies in Fortran's order and not in C's, too."""
    return a.flags.fnc if hasattr(a.flags, "fnc") else a.flags.f_contiguous and not a.flags.c_contiguous


def _refuse(function, argument, value):
    if value is not None:
        raise NotImplementedError(f"numpy.{function}: {argument} is not built into this numpy")


def asfortranarray(a, dtype=None, *, like=None):
    """The values in Fortran's order."""
    _refuse("asfortranarray", "like", like)
    a = np.asarray(a, dtype)
    return a if a.ndim < 2 else a.T.copy().T


_REQUIREMENTS = {
    "C": "C", "C_CONTIGUOUS": "C", "CONTIGUOUS": "C", "F": "F", "F_CONTIGUOUS": "F", "FORTRAN": "F", "A": "A", "ALIGNED": "A",
    "W": "W", "WRITEABLE": "W", "O": "O", "OWNDATA": "O", "E": "E", "ENSUREARRAY": "E",
}  # fmt: skip


def require(a, dtype=None, requirements=None, *, like=None):
    """The array, or a copy that meets the requirements."""
    _refuse("require", "like", like)
    wanted = {_REQUIREMENTS[name.upper()] for name in requirements or ()}
    if {"C", "F"} <= wanted:
        raise ValueError("Cannot specify both \"C\" and \"F\" order")
    a = np.asarray(a, dtype)
    a = asfortranarray(a) if "F" in wanted else np.ascontiguousarray(a) if "C" in wanted and a.ndim else a
    is_met = ("W" not in wanted or a.flags.writeable) and ("O" not in wanted or a.flags.owndata)
    return a if is_met else a.copy()


def mask_indices(n, mask_func, k=0):
    """The places where `mask_func` of a whole matrix of that size is not zero."""
    return np.nonzero(mask_func(np.ones((n, n), int), k) != 0)


def sort_complex(a):
    """In order of the real parts, then of the others."""
    found = np.array(a, copy=True)
    found.sort(-1)
    if found.dtype.kind == "c":
        return found
    return found.astype(np.complex64 if found.dtype.name in ("int8", "uint8", "int16", "uint16", "float16", "float32") else np.complex128)


def _next_of(values, toward):
    """The neighbours of doubles on the side of others."""
    return np.array([math.nextafter(x, y) for x, y in zip(values.reshape(-1).tolist(), toward.reshape(-1).tolist())])


def nextafter(x1, x2, /):
    """The next number that can be held on the way from one to another."""
    x1, x2 = np.asarray(x1), np.asarray(x2)
    kind = np.result_type(x1, x2)
    kind = kind if kind.kind == "f" else np.dtype(float)
    x1, x2 = np.broadcast_arrays(x1.astype(kind), x2.astype(kind))
    if kind == np.float64:
        found = _next_of(x1, x2).reshape(x1.shape)
    else:
        found = _neighbour_by_bits(x1, x2, kind)
    return found if found.ndim else found[()]


def _neighbour_by_bits(x, toward, kind):
    """As whole numbers, floats of one sign lie in the order of their sizes."""
    whole = {"float32": np.int32, "float16": np.int16}[kind.name]
    bits = np.frombuffer(np.ascontiguousarray(x).tobytes(), dtype=whole).astype(np.int64)
    values, aims = x.reshape(-1), toward.reshape(-1)
    step = np.where((aims > values) == (values > 0), 1, -1)
    smallest = np.where(aims > 0, 1, 1 | (-(2 ** (8 * kind.itemsize - 1))))
    moved = np.where(values == 0, smallest, bits + step)
    moved = np.where(aims == values, bits, moved)
    found = np.frombuffer(moved.astype(whole).tobytes(), dtype=kind)
    return np.where(np.isnan(values) | np.isnan(aims), np.nan, found).astype(kind).reshape(x.shape)


def spacing(x, /):
    """How far the next number that can be held is."""
    x = np.asarray(x)
    x = x if x.dtype.kind == "f" else x.astype(float)
    away = np.where(np.signbit(x), -np.inf, np.inf).astype(x.dtype)
    return np.asarray(nextafter(x, away)) - x


def common_type(*arrays):
    """The scalar type of floats that all arrays' values go into."""
    is_complex, size = False, 2
    for array in arrays:
        kind = array.dtype
        is_complex |= kind.kind == "c"
        if kind.kind in "iu":
            size = max(size, 8)
        elif kind.kind in "fc":
            size = max(size, kind.itemsize // (2 if kind.kind == "c" else 1))
        else:
            raise TypeError("can't get common type for non-numeric array")
    if is_complex:
        return np.complex128
    return {2: np.float16, 4: np.float32, 8: np.float64}[size]


_KINDS = {
    "bool": "b", "signed integer": "i", "unsigned integer": "u", "integral": "iu", "real floating": "f", "complex floating": "c",
    "numeric": "iufc",
}  # fmt: skip


def isdtype(dtype, kind):
    """Whether a dtype is of a kind, by the array standard's names of kinds."""
    dtype = _as_dtype(dtype)
    for wanted in kind if isinstance(kind, tuple) else (kind,):
        if isinstance(wanted, str):
            if wanted not in _KINDS:
                raise ValueError(f"kind argument is a string, but {wanted!r} is not a known kind name.")
            if dtype.kind in _KINDS[wanted]:
                return True
        elif np.dtype(wanted) == dtype:
            return True
    return False


def _as_dtype(dtype):
    if not (isinstance(dtype, np.dtype) or (isinstance(dtype, type) and issubclass(dtype, np.generic))):
        raise TypeError(f"dtype argument must be a NumPy dtype, but it is a {type(dtype)}.")
    return np.dtype(dtype)


def format_float_positional(
    x, precision=None, unique=True, fractional=True, trim="k", sign=False, pad_left=None, pad_right=None, min_digits=None
):
    """A number as digits, without a power of ten."""
    _refuse("format_float_positional", "unique", None if unique else unique)
    text = _shortest(x) if precision is None else _rounded(x, precision, fractional)
    whole, _, rest = text.partition(".")
    rest = rest.ljust(min_digits or 0, "0")
    rest = rest.rstrip("0") if trim in ".-" and precision is not None or trim in "0" else rest
    rest = rest or ("0" if trim == "0" else "")
    text = whole if trim == "-" and not rest else f"{whole}.{rest}"
    text = f"+{text}" if sign and not text.startswith("-") else text
    whole, dot, rest = text.partition(".")
    rest = rest if pad_right is None else rest.ljust(pad_right)
    return whole.rjust(pad_left or 0) + dot + rest


def _shortest(x):
    """All digits that tell a number from its neighbours, none of them a power of ten's."""
    digits, point = _digits(x)
    sign, digits = ("-", digits[1:]) if digits.startswith("-") else ("", digits)
    if point <= 0:
        return f"{sign}0.{'0' * -point}{digits}"
    return f"{sign}{digits[:point].ljust(point, '0')}.{digits[point:]}"


def _digits(x):
    """The shortest digits, with the sign, and where among them the point is."""
    # A scalar of numpy shows the digits that its own size needs.
    text = repr(float(x)) if isinstance(x, NUMBERS) else repr(float(str(x)))
    mantissa, _, power = text.partition("e")
    whole, _, rest = mantissa.lstrip("-").partition(".")
    rest = "" if rest == "0" else rest
    digits = (whole + rest).lstrip("0") or "0"
    point = len(whole) + int(power or 0) - (len(whole + rest) - len((whole + rest).lstrip("0")) if digits != "0" else 0)
    return ("-" if mantissa.startswith("-") else "") + (digits.rstrip("0") or "0"), point


def _rounded(x, precision, fractional):
    text = _shortest(x)
    if len(text.partition(".")[2]) <= precision and fractional:
        return text
    if fractional:
        return f"{float(x):.{precision}f}"
    return _shortest(float(f"{float(x):.{precision}g}"))


def format_float_scientific(
    x, precision=None, unique=True, trim="k", sign=False, pad_left=None, exp_digits=None, min_digits=None
):
    """A number as digits and a power of ten."""
    _refuse("format_float_scientific", "unique", None if unique else unique)
    digits, point = _digits(x)
    minus, digits = ("-", digits[1:]) if digits.startswith("-") else ("", digits)
    if precision is not None and len(digits) > precision + 1:
        mantissa, _, power = f"{abs(float(x)):.{precision}e}".partition("e")
        digits, point = mantissa.replace(".", "").rstrip("0") or "0", int(power) + 1
    power = 0 if digits == "0" else point - 1
    rest = digits[1:].ljust(min_digits or 0, "0") or ("0" if trim == "0" else "")
    head = digits[0] if trim == "-" and not rest else f"{digits[0]}.{rest}"
    text = f"{minus or ('+' if sign else '')}{head}e{'-' if power < 0 else '+'}{abs(power):0{exp_digits or 2}d}"
    return text if pad_left is None else text.rjust(pad_left + len(text) - len(text.partition(".")[0]))


def histogramdd(sample, bins=10, range=None, density=None, weights=None):
    """How many rows fall into each cell of a grid, and the grid's lines."""
    sample = np.asarray(sample)
    sample = np.atleast_2d(sample).T if sample.ndim != 2 else sample
    count = sample.shape[1]
    try:
        if len(bins) != count:
            raise ValueError("The dimension of bins must be equal to the dimension of the sample x.")
    except TypeError:
        bins = [bins] * count
    if range is not None and len(range) != count:
        raise ValueError("range argument must have one entry per dimension")
    edges = [
        np.histogram_bin_edges(sample[:, at], each, None if range is None else range[at]) for at, each in enumerate(bins)
    ]
    places, is_in = np.zeros(len(sample), dtype=int), np.ones(len(sample), dtype=bool)
    for at, lines in enumerate(edges):
        place = np.searchsorted(lines, sample[:, at], side="right") - 1
        place = np.where(sample[:, at] == lines[-1], len(lines) - 2, place)
        is_in &= (place >= 0) & (place < len(lines) - 1)
        places = places * (len(lines) - 1) + place
    shape = tuple(len(lines) - 1 for lines in edges)
    chosen = None if weights is None else np.asarray(weights)[is_in]
    counts = np.bincount(places[is_in], chosen, minlength=math.prod(shape)).astype(float).reshape(shape)
    if density:
        volumes = functools.reduce(np.multiply.outer, [np.diff(lines) for lines in edges])
        counts = counts / volumes / counts.sum()
    return counts, edges
