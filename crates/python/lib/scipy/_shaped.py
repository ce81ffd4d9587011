"""Curves that keep the shape of their points, one polynomial through all, and tables with places between theirs.

What it is not: smoothed. Source: F. N. Fritsch, J. Butland, A method for constructing local monotone piecewise cubic interpolants,
1984. Start reading at `PchipInterpolator`.
"""

import itertools

import numpy as np


class PchipInterpolator:
    """Cubics that rise only where the points do."""

    def __init__(self, x, y, axis=0, extrapolate=None):
        if axis != 0 or np.ndim(y) != 1:
            raise NotImplementedError("PchipInterpolator: of tables, and along an axis, is not built into this scipy")
        self.x, self._y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
        if bool((np.diff(self.x) <= 0).any()):
            raise ValueError("`x` must be strictly increasing sequence.")
        self.extrapolate = True if extrapolate is None else extrapolate
        self._slopes = self._found()
        wide = np.diff(self.x)
        rise, a, b = np.diff(self._y) / wide, self._slopes[:-1], self._slopes[1:]
        bend = (a + b - 2 * rise) / wide
        self.c = np.stack([bend / wide, (rise - a) / wide - bend, a, self._y[:-1]])

    def _found(self):
        wide, rise = np.diff(self.x), np.diff(self._y) / np.diff(self.x)
        if len(rise) == 1:
            return np.array([rise[0], rise[0]])
        before, behind = 2 * wide[1:] + wide[:-1], wide[1:] + 2 * wide[:-1]
        is_flat = (np.sign(rise[1:]) != np.sign(rise[:-1])) | (rise[1:] == 0) | (rise[:-1] == 0)
        with np.errstate(divide="ignore", invalid="ignore"):
            mean = (before / rise[:-1] + behind / rise[1:]) / (before + behind)
            inner = np.where(is_flat, 0.0, 1.0 / np.where(is_flat, 1.0, mean))
        ends = self._end(*wide[:2].tolist(), *rise[:2].tolist()), self._end(*wide[:-3:-1].tolist(), *rise[:-3:-1].tolist())
        return np.concatenate([[ends[0]], inner, [ends[1]]])

    @staticmethod
    def _end(h0, h1, m0, m1):
        found = ((2 * h0 + h1) * m0 - h0 * m1) / (h0 + h1)
        if np.sign(found) != np.sign(m0):
            return 0.0
        return 3.0 * m0 if np.sign(m0) != np.sign(m1) and abs(found) > 3.0 * abs(m0) else found

    def __call__(self, x, nu=0, extrapolate=None):
        at = np.asarray(x, dtype=float)
        flat = at.ravel()
        piece = np.clip(np.searchsorted(self.x, flat, side="right") - 1, 0, len(self.x) - 2)
        away, shares = flat - self.x[piece], [row[piece] for row in self.c]
        for _ in range(nu):
            shares = [share * (len(shares) - 1 - place) for place, share in enumerate(shares[:-1])]
        found = np.zeros(len(flat))
        for share in shares:
            found = found * away + share
        if not (self.extrapolate if extrapolate is None else extrapolate):
            found = np.where((flat < self.x[0]) | (flat > self.x[-1]), np.nan, found)
        return found.reshape(at.shape)


def pchip_interpolate(xi, yi, x, der=0, axis=0):
    """`PchipInterpolator` at some places."""
    return PchipInterpolator(xi, yi, axis)(x, der)


def lagrange(x, w):
    """The polynomial through points."""
    x, w = np.asarray(x, dtype=float).tolist(), np.asarray(w, dtype=float).tolist()
    found = np.poly1d([0.0])
    for at, (place, height) in enumerate(zip(x, w)):
        part = np.poly1d([height])
        for other, away in enumerate(x):
            if other != at:
                part = part * np.poly1d([1.0, -away]) / (place - away)
        found = found + part
    return found


class BarycentricInterpolator:
    """The polynomial through points, by weights (J.-P. Berrut, L. N. Trefethen, 2004)."""

    def __init__(self, xi, yi=None, axis=0, *, wi=None, rng=None, random_state=None):
        if axis != 0 or wi is not None or np.ndim(yi) != 1:
            raise NotImplementedError("BarycentricInterpolator: axis, wi and tables are not built into this scipy")
        del rng, random_state
        self.xi, self.yi = np.asarray(xi, dtype=float), np.asarray(yi, dtype=float)
        apart = self.xi.reshape(-1, 1) - self.xi + np.eye(len(self.xi))
        self.wi = 1.0 / (apart * 4.0 / float(self.xi.max() - self.xi.min())).prod(axis=1)

    def __call__(self, x):
        at = np.asarray(x, dtype=float)
        away = at.reshape(-1, 1) - self.xi
        is_there = away == 0
        shares = self.wi / np.where(is_there, 1.0, away)
        found = (shares @ self.yi) / shares.sum(axis=1)
        found = np.where(is_there.any(axis=1), self.yi[is_there.argmax(axis=1)], found)
        return found.reshape(at.shape)


class RegularGridInterpolator:
    """Values between those of a grid: of the nearest, or of all corners by how near they are."""

    def __init__(self, points, values, method="linear", bounds_error=True, fill_value=np.nan, *, solver=None, solver_args=None):
        if method not in ("linear", "nearest") or solver is not None or solver_args is not None:
            raise NotImplementedError(f"RegularGridInterpolator: method={method!r} is not built into this scipy; 'linear' and 'nearest' are")
        self.grid, self.values = tuple(np.asarray(each, dtype=float) for each in points), np.asarray(values, dtype=float)
        for at, each in enumerate(self.grid):
            if len(each) != self.values.shape[at]:
                raise ValueError(f"There are {len(each)} points and {self.values.shape[at]} values on dimension {at}")
        self.method, self.bounds_error, self.fill_value = method, bounds_error, fill_value

    def __call__(self, xi, method=None):
        if isinstance(xi, tuple):
            xi = np.stack(np.broadcast_arrays(*(np.asarray(each, dtype=float) for each in xi)), axis=-1)
        xi = np.asarray(xi, dtype=float)
        wide = len(self.grid)
        xi = xi.reshape(-1, 1) if wide == 1 and (xi.ndim == 0 or xi.shape[-1] != 1) else xi
        flat, outside = xi.reshape(-1, wide), np.zeros(xi.size // wide, dtype=bool)
        places, shares = [], []
        for at, line in enumerate(self.grid):
            column = flat[:, at]
            out = (column < line[0]) | (column > line[-1])
            if self.bounds_error and bool(out.any()):
                raise ValueError(f"One of the requested xi is out of bounds in dimension {at}")
            outside = outside | out
            low = np.clip(np.searchsorted(line, column, side="right") - 1, 0, len(line) - 2)
            places.append(low)
            shares.append((column - line[low]) / (line[low + 1] - line[low]))
        if (method or self.method) == "nearest":
            found = self.values[tuple(np.where(share <= 0.5, low, low + 1) for low, share in zip(places, shares))]
        else:
            found = 0.0
            for corner in itertools.product((0, 1), repeat=wide):
                weight = 1.0
                for share, side in zip(shares, corner):
                    weight = weight * (share if side else 1 - share)
                own = self.values[tuple(low + side for low, side in zip(places, corner))]
                found = found + own * weight.reshape(-1, *[1] * (own.ndim - 1))
        if not self.bounds_error and self.fill_value is not None:
            found = np.where(outside.reshape(-1, *[1] * (found.ndim - 1)), self.fill_value, found)
        return found.reshape(*xi.shape[:-1], *self.values.shape[wide:])


def interpn(points, values, xi, method="linear", bounds_error=True, fill_value=np.nan):
    """`RegularGridInterpolator` at some places."""
    return RegularGridInterpolator(points, values, method, bounds_error, fill_value)(xi)
