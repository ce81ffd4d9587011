"""Curves through points: straight lines, and cubics whose bends are even.

What it is not: smoothed; those names say so. What keeps shapes, and grids, are `_shaped`. Start reading at `interp1d`.
"""

import numpy as np
from _scalars import INTS
from scipy._missing import missing


class interp1d:
    """A function through points: by lines, by cubics, or by the nearest one."""

    def __init__(self, x, y, kind="linear", axis=-1, copy=True, bounds_error=None, fill_value=float("nan"), assume_sorted=False):
        del copy
        if axis != -1 or np.ndim(y) != 1:
            raise NotImplementedError("interp1d: of tables, and along an axis, is not built into this scipy")
        kind = {"zero": "previous", "slinear": "linear", 0: "previous", 1: "linear"}.get(kind, kind)
        degree = {"quadratic": 2, "cubic": 3}.get(kind, kind)
        if kind not in ("linear", "nearest", "previous", "next") and not isinstance(degree, INTS):
            raise NotImplementedError(f"{kind} is unsupported: Use fitpack routines for other types.")
        x, y = np.asarray(x), np.asarray(y, dtype=np.float64)
        if len(x) != len(y):
            raise ValueError("x and y arrays must be equal in length along interpolation axis.")
        order = np.arange(len(x)) if assume_sorted else np.argsort(x, kind="stable")
        self.x, self.y, self._kind, self._fill = x[order], y[order], kind, fill_value
        self._goes_on = isinstance(fill_value, str) and fill_value == "extrapolate"
        filled = self._goes_on or fill_value == fill_value
        self._is_bound = (not filled) if bounds_error is None else bounds_error
        self._cubic = None
        if isinstance(degree, INTS):
            self._cubic = CubicSpline(self.x, self.y) if degree == 3 else _Pieces(self.x, self.y, degree)

    def __call__(self, x):
        at = np.asarray(x, dtype=np.float64)
        flat = at.ravel()
        low, high = flat < self.x[0], flat > self.x[-1]
        if self._is_bound and bool((low | high).any()):
            side, value, end = ("below", flat[low], self.x[0]) if bool(low.any()) else ("above", flat[high], self.x[-1])
            name = "minimum" if side == "below" else "maximum"
            raise ValueError(f"A value ({value[0]}) in x_new is {side} the interpolation range's {name} value ({end}).")
        found = self._values(flat)
        if not self._goes_on:
            below, above = self._fill if isinstance(self._fill, tuple) else (self._fill, self._fill)
            found = np.where(low, below, np.where(high, above, found))
        return found.reshape(at.shape)

    def _values(self, flat):
        x, y = self.x, self.y
        if self._cubic is not None:
            return self._cubic(flat)
        if self._kind == "nearest":
            return y[np.searchsorted((x[1:] + x[:-1]) / 2, flat, side="left")]
        if self._kind == "previous":
            return y[np.clip(np.searchsorted(x, flat, side="right") - 1, 0, len(x) - 1)]
        if self._kind == "next":
            return y[np.clip(np.searchsorted(x, flat, side="left"), 0, len(x) - 1)]
        right = np.clip(np.searchsorted(x, flat), 1, len(x) - 1)
        slope = (y[right] - y[right - 1]) / (x[right] - x[right - 1])
        return slope * (flat - x[right - 1]) + y[right - 1]


class _Pieces:
    """A curve through points that is of one degree between knots: a sum of de Boor's basis functions."""

    def __init__(self, x, y, degree):
        if len(x) <= degree:
            raise ValueError(f"The number of derivatives at boundaries does not match: expected {degree - 1}, got 0+0")
        half = degree // 2
        inner = x[half + 1 : len(x) - half - 1] if degree % 2 else ((x[1:] + x[:-1]) / 2)[half : len(x) - 1 - half]
        self._knots = np.concatenate([np.full(degree + 1, x[0]), inner, np.full(degree + 1, x[-1])])
        self._degree = degree
        self._shares = np.linalg.solve(self._basis(x), y)

    def _basis(self, at):
        """The values of the basis functions, a row a place."""
        knots, count = self._knots, len(self._knots) - 1
        piece = np.clip(np.searchsorted(knots, at, side="right") - 1, self._degree, count - self._degree - 1)
        found = (piece[:, None] == np.arange(count)[None, :]).astype(np.float64)
        for degree in range(1, self._degree + 1):
            count -= 1
            rising = knots[degree : degree + count] - knots[:count]
            falling = knots[degree + 1 : degree + 1 + count] - knots[1 : 1 + count]
            left = (at[:, None] - knots[None, :count]) / np.where(rising == 0, np.inf, rising)
            right = (knots[None, degree + 1 : degree + 1 + count] - at[:, None]) / np.where(falling == 0, np.inf, falling)
            found = left * found[:, :-1] + right * found[:, 1:]
        return found

    def __call__(self, at):
        return self._basis(at) @ self._shares


class CubicSpline:
    """Cubics through points with even slopes and bends; at the ends as `bc_type` says."""

    def __init__(self, x, y, axis=0, bc_type="not-a-knot", extrapolate=None):
        if axis != 0 or np.ndim(y) != 1 or bc_type not in ("not-a-knot", "natural", "clamped"):
            raise NotImplementedError(f"CubicSpline: axis={axis!r}, bc_type={bc_type!r} is not built into this scipy")
        self.x, y = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
        if len(self.x) != len(y):
            raise ValueError(f"The length of `y` along `axis`={axis} doesn't match the length of `x`")
        if bool((np.diff(self.x) <= 0).any()):
            raise ValueError("`x` must be strictly increasing sequence.")
        self.extrapolate = True if extrapolate is None else extrapolate
        h, rise = np.diff(self.x), np.diff(y) / np.diff(self.x)
        slopes = self._slopes(len(y), h, rise, bc_type)
        bend = (slopes[:-1] + slopes[1:] - 2 * rise) / h
        self.c = np.stack([bend / h, (rise - slopes[:-1]) / h - bend, slopes[:-1], y[:-1]])

    @staticmethod
    def _slopes(count, h, rise, kind):
        """The slope at each point."""
        if count == 2:
            return np.array([rise[0], rise[0]])
        table, goals = np.zeros((count, count)), np.zeros(count)
        for at in range(1, count - 1):
            table[at, at - 1], table[at, at], table[at, at + 1] = h[at], 2 * (h[at - 1] + h[at]), h[at - 1]
            goals[at] = 3 * (h[at] * rise[at - 1] + h[at - 1] * rise[at])
        if kind == "clamped":
            table[0, 0] = table[-1, -1] = 1.0
        elif kind == "natural":
            table[0, 0], table[0, 1], goals[0] = 2 * h[0], h[0], 3 * h[0] * rise[0]
            table[-1, -1], table[-1, -2], goals[-1] = 2 * h[-1], h[-1], 3 * h[-1] * rise[-1]
        elif count == 3:
            # One parabola through all three.
            table[0, 0], table[0, 1], goals[0] = 1.0, 1.0, 2 * rise[0]
            table[2, 1], table[2, 2], goals[2] = 1.0, 1.0, 2 * rise[1]
        else:
            reach = h[0] + h[1]
            table[0, 0], table[0, 1] = h[1], reach
            goals[0] = ((h[0] + 2 * reach) * h[1] * rise[0] + h[0] ** 2 * rise[1]) / reach
            reach = h[-1] + h[-2]
            table[-1, -1], table[-1, -2] = h[-2], reach
            goals[-1] = (h[-1] ** 2 * rise[-2] + (2 * reach + h[-1]) * h[-2] * rise[-1]) / reach
        return np.linalg.solve(table, goals)

    def __call__(self, x, nu=0, extrapolate=None):
        """The curve at x, or its slope of that order."""
        at = np.asarray(x, dtype=np.float64)
        flat = at.ravel()
        piece = np.clip(np.searchsorted(self.x, flat, side="right") - 1, 0, len(self.x) - 2)
        away, parts = flat - self.x[piece], [row[piece] for row in self.c]
        for _ in range(nu):
            parts = [part * (len(parts) - 1 - power) for power, part in enumerate(parts[:-1])] or [np.zeros(len(flat))]
        found = parts[0]
        for part in parts[1:]:
            found = found * away + part
        if not (self.extrapolate if extrapolate is None else extrapolate):
            found = np.where((flat < self.x[0]) | (flat > self.x[-1]), np.nan, found)
        return found.reshape(at.shape)


_SHAPED = ("BarycentricInterpolator", "PchipInterpolator", "RegularGridInterpolator", "interpn", "lagrange", "pchip_interpolate")
_absent = missing(
    __name__,
    "UnivariateSpline InterpolatedUnivariateSpline BSpline PPoly Akima1DInterpolator KroghInterpolator RBFInterpolator "
    "LinearNDInterpolator NearestNDInterpolator griddata interp2d splrep splev splprep make_interp_spline Rbf CubicHermiteSpline "
    "SmoothBivariateSpline",
)


def __getattr__(name):
    return getattr(__import__("scipy._shaped", fromlist=(name,)), name) if name in _SHAPED else _absent(name)


__all__ = ["interp1d", "CubicSpline", *_SHAPED]
