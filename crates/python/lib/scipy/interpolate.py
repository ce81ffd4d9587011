"""Curves through points: straight lines, and cubics whose bends are even.

What it is not: of tables, or smoothed; those names say so. Start reading at `interp1d`.
"""

import numpy as np
from scipy._missing import missing


class interp1d:
    """A function through points: by lines, by cubics, or by the nearest one."""

    def __init__(self, x, y, kind="linear", axis=-1, copy=True, bounds_error=None, fill_value=float("nan"), assume_sorted=False):
        del copy
        if axis != -1 or np.ndim(y) != 1:
            raise NotImplementedError("interp1d: of tables, and along an axis, is not built into this scipy")
        if kind not in ("linear", "nearest", "previous", "next", "cubic"):
            raise NotImplementedError(f"interp1d: kind={kind!r} is not built into this scipy")
        x, y = np.asarray(x), np.asarray(y, dtype=np.float64)
        if len(x) != len(y):
            raise ValueError("x and y arrays must be equal in length along interpolation axis.")
        order = np.arange(len(x)) if assume_sorted else np.argsort(x, kind="stable")
        self.x, self.y, self._kind, self._fill = x[order], y[order], kind, fill_value
        self._goes_on = isinstance(fill_value, str) and fill_value == "extrapolate"
        filled = self._goes_on or fill_value == fill_value
        self._is_bound = (not filled) if bounds_error is None else bounds_error
        self._cubic = CubicSpline(self.x, self.y) if kind == "cubic" else None

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


__getattr__ = missing(
    __name__,
    "UnivariateSpline InterpolatedUnivariateSpline BSpline PPoly PchipInterpolator Akima1DInterpolator BarycentricInterpolator "
    "KroghInterpolator RegularGridInterpolator RBFInterpolator LinearNDInterpolator NearestNDInterpolator griddata interp2d interpn "
    "splrep splev splprep make_interp_spline lagrange Rbf pchip_interpolate CubicHermiteSpline SmoothBivariateSpline",
)
