"""From values to places of a colour map, and colours by their hue.

What it is not: colours and maps, which are `colors`, where all of these are found. Start reading at `Normalize`.
"""


def rgb_to_hsv(arr):
    """Red, green and blue as hue, saturation and value, all from 0 to 1."""
    import colorsys

    import numpy as np

    rows = np.asarray(arr, dtype=np.float64)
    return np.array([colorsys.rgb_to_hsv(*row) for row in rows.reshape(-1, 3).tolist()]).reshape(rows.shape)


def hsv_to_rgb(hsv):
    """The other way round."""
    import colorsys

    import numpy as np

    rows = np.asarray(hsv, dtype=np.float64)
    return np.array([colorsys.hsv_to_rgb(*row) for row in rows.reshape(-1, 3).tolist()]).reshape(rows.shape)


class Normalize:
    """From a range to 0 … 1."""

    def __init__(self, vmin=None, vmax=None, clip=False):
        self._vmin, self._vmax, self.clip = _plain(vmin), _plain(vmax), clip

    vmin = property(lambda self: self._vmin, lambda self, value: setattr(self, "_vmin", _plain(value)))
    vmax = property(lambda self: self._vmax, lambda self, value: setattr(self, "_vmax", _plain(value)))

    def __call__(self, value, clip=None):
        values, is_one = self.process_value(value)
        if self.vmin is None or self.vmax is None:
            self.autoscale_None(values)
        found = self._shares(values, self.clip if clip is None else clip)
        return found[0] if is_one else found

    @staticmethod
    def process_value(value):
        """Values as an array with gaps, and whether there is one alone."""
        import numpy as np

        is_one = not np.iterable(value)
        values = np.ma.array([value] if is_one else value)
        kind = values.dtype
        return (values.astype(np.float64) if kind.kind in "iubO" else values), is_one

    def _shares(self, values, clip):
        import numpy as np

        (vmin,), _ = self.process_value(self.vmin)
        (vmax,), _ = self.process_value(self.vmax)
        if vmin == vmax:
            return np.ma.array(np.zeros(values.shape))
        if vmin > vmax:
            raise ValueError("minvalue must be less than or equal to maxvalue")
        if clip:
            values = np.ma.array(np.clip(values.filled(vmax), vmin, vmax), mask=np.ma.getmask(values))
        return (values - vmin) / (vmax - vmin)

    def inverse(self, value):
        if not self.scaled():
            raise ValueError("Not invertible until both vmin and vmax are set")
        import numpy as np

        found = self.vmin + np.asarray(value) * (self.vmax - self.vmin)
        return found if found.ndim else np.float64(found)

    def autoscale(self, A):
        """The ends follow the values."""
        self.vmin = self.vmax = None
        self.autoscale_None(A)

    def autoscale_None(self, A):
        """The ends that are not set yet follow the values."""
        import numpy as np

        A = np.ma.array(A) if not hasattr(A, "mask") else A
        if A.size:
            if self.vmin is None:
                self.vmin = A.min()
            if self.vmax is None:
                self.vmax = A.max()

    def scaled(self):
        return self.vmin is not None and self.vmax is not None


def _plain(end):
    """An end as a number of Python's."""
    return end.item() if hasattr(end, "item") else end


class _Scaled(Normalize):
    """By a function of the values, `_scaled`, and its inverse, `_unscaled`."""

    def _shares(self, values, clip):
        import numpy as np

        if self.vmin > self.vmax:
            raise ValueError("vmin must be less or equal to vmax")
        if self.vmin == self.vmax:
            return np.full_like(values, 0)
        known = np.ma.getmaskarray(values)
        values = np.asarray(values.filled(self.vmax), dtype=np.float64)
        if clip:
            values = np.clip(values, self.vmin, self.vmax)
        with np.errstate(all="ignore"):
            low, high = (float(self._scaled(np.asarray(end, dtype=np.float64))) for end in (self.vmin, self.vmax))
            if not np.isfinite([low, high]).all():
                raise ValueError("Invalid vmin or vmax")
            found = (self._scaled(values) - low) / (high - low)
        return np.ma.array(found, mask=known | ~np.isfinite(found))

    def inverse(self, value):
        import numpy as np

        if not self.scaled():
            raise ValueError("Not invertible until scaled")
        low, high = (float(self._scaled(np.asarray(end, dtype=np.float64))) for end in (self.vmin, self.vmax))
        found = self._unscaled(np.asarray(value) * (high - low) + low)
        return found if found.ndim else np.float64(found)


class LogNorm(_Scaled):
    """From a range to 0 … 1, by the values' logarithms."""

    @staticmethod
    def _scaled(value):
        import numpy as np

        return np.log10(value)

    @staticmethod
    def _unscaled(value):
        import numpy as np

        return np.power(10.0, value)

    def autoscale_None(self, A):
        import numpy as np

        values = np.ma.array(A)
        _Scaled.autoscale_None(self, np.ma.masked_less_equal(values, 0))


class FuncNorm(_Scaled):
    """From a range to 0 … 1, by a function, which comes with its inverse."""

    def __init__(self, functions, vmin=None, vmax=None, clip=False):
        Normalize.__init__(self, vmin, vmax, clip)
        self._scaled, self._unscaled = functions


class AsinhNorm(_Scaled):
    """From a range to 0 … 1, by the inverse hyperbolic sine."""

    def __init__(self, linear_width=1, vmin=None, vmax=None, clip=False):
        Normalize.__init__(self, vmin, vmax, clip)
        self.linear_width = linear_width

    def _scaled(self, value):
        import numpy as np

        return self.linear_width * np.arcsinh(value / self.linear_width)

    def _unscaled(self, value):
        import numpy as np

        return self.linear_width * np.sinh(value / self.linear_width)


class SymLogNorm(_Scaled):
    """From a range to 0 … 1, by logarithms on both sides of 0 and straight up to `linthresh`."""

    def __init__(self, linthresh, linscale=1.0, vmin=None, vmax=None, clip=False, *, base=10):
        Normalize.__init__(self, vmin, vmax, clip)
        self.linthresh, self._base = linthresh, base
        self._linear = linscale / (1.0 - 1.0 / base)

    def _scaled(self, value):
        import numpy as np

        size = np.maximum(np.abs(value), self.linthresh)
        far = np.sign(value) * self.linthresh * (self._linear + np.log(size / self.linthresh) / np.log(self._base))
        return np.where(np.abs(value) <= self.linthresh, np.asarray(value) * self._linear, far)

    def _unscaled(self, value):
        import numpy as np

        size = np.abs(value) / self.linthresh
        far = np.sign(value) * self.linthresh * float(self._base) ** (size - self._linear)
        return np.where(size <= self._linear, value / self._linear, far)


class PowerNorm(Normalize):
    """From a range to 0 … 1, by a power."""

    def __init__(self, gamma, vmin=None, vmax=None, clip=False):
        Normalize.__init__(self, vmin, vmax, clip)
        self.gamma = gamma

    def _shares(self, values, clip):
        import numpy as np

        found = Normalize._shares(self, values, clip)
        plain = np.asarray(found.filled(0) if hasattr(found, "filled") else found)
        return np.ma.array(np.where(plain > 0, np.abs(plain) ** self.gamma, plain), mask=np.ma.getmask(found))

    def inverse(self, value):
        import numpy as np

        value = np.asarray(value, dtype=np.float64)
        found = np.where(value > 0, np.abs(value) ** (1 / self.gamma), value) * (self.vmax - self.vmin) + self.vmin
        return found if found.ndim else np.float64(found)


class TwoSlopeNorm(Normalize):
    """From a range to 0 … 1, with a middle of its own."""

    def __init__(self, vcenter, vmin=None, vmax=None):
        Normalize.__init__(self, vmin, vmax)
        self.vcenter = vcenter
        if vcenter is not None and (vmax is not None and vcenter >= vmax or vmin is not None and vcenter <= vmin):
            raise ValueError("vmin, vcenter, and vmax must be in ascending order")

    def autoscale_None(self, A):
        Normalize.autoscale_None(self, A)
        self.vmin, self.vmax = min(self.vmin, self.vcenter), max(self.vmax, self.vcenter)

    def _shares(self, values, clip):
        import numpy as np

        del clip
        if not self.vmin <= self.vcenter <= self.vmax:
            raise ValueError("vmin, vcenter, vmax must increase monotonically")
        found = np.interp(np.asarray(values), [self.vmin, self.vcenter, self.vmax], [0, 0.5, 1], left=-np.inf, right=np.inf)
        return np.ma.array(found, mask=np.ma.getmask(values))

    def inverse(self, value):
        import numpy as np

        if not self.scaled():
            raise ValueError("Not invertible until both vmin and vmax are set")
        return np.interp(value, [0, 0.5, 1], [self.vmin, self.vcenter, self.vmax], left=-np.inf, right=np.inf)


class CenteredNorm(Normalize):
    """From as far below as above a middle to 0 … 1."""

    def __init__(self, vcenter=0, halfrange=None, clip=False):
        Normalize.__init__(self, clip=clip)
        self.vcenter = vcenter
        if halfrange is not None:
            self.halfrange = halfrange

    @property
    def halfrange(self):
        return None if self.vmin is None or self.vmax is None else (self.vmax - self.vmin) / 2

    @halfrange.setter
    def halfrange(self, value):
        self.vmin, self.vmax = (None, None) if value is None else (self.vcenter - abs(value), self.vcenter + abs(value))

    def autoscale(self, A):
        A = A if hasattr(A, "max") else __import__("numpy").asarray(A)
        self.halfrange = max(self.vcenter - A.min(), A.max() - self.vcenter)

    def autoscale_None(self, A):
        if self.halfrange is None:
            self.autoscale(A)


class BoundaryNorm(Normalize):
    """Which of the intervals between boundaries a value lies in, as an index of so many colours."""

    def __init__(self, boundaries, ncolors, clip=False, *, extend="neither"):
        import numpy as np

        if clip and extend != "neither":
            raise ValueError("'clip=True' is not compatible with 'extend'")
        Normalize.__init__(self, boundaries[0], boundaries[-1], clip)
        self.boundaries, self.N, self.Ncmap, self.extend = np.asarray(boundaries), len(boundaries), ncolors, extend
        self._n_regions, self._first = self.N - 1, 0
        if extend in ("min", "both"):
            self._n_regions, self._first = self._n_regions + 1, 1
        if extend in ("max", "both"):
            self._n_regions += 1
        if self._n_regions > ncolors:
            raise ValueError(f"There are {self._n_regions} color bins including extensions, but ncolors = {ncolors}; ncolors must "
                             "equal or exceed the number of bins")

    def __call__(self, value, clip=None):
        import numpy as np

        values, is_one = self.process_value(value)
        known = np.ma.getmaskarray(values)
        plain = np.atleast_1d(values.filled(self.vmax + 1))
        if self.clip if clip is None else clip:
            plain, most = np.clip(plain, self.vmin, self.vmax), self.Ncmap - 1
        else:
            most = self.Ncmap
        found = (np.digitize(plain, self.boundaries) - 1 + self._first).astype(np.int16)
        if self.Ncmap > self._n_regions:
            if self._n_regions == 1:
                found[found == 0] = (self.Ncmap - 1) // 2
            else:
                found = ((self.Ncmap - 1) / (self._n_regions - 1) * found).astype(np.int16)
        found[plain < self.vmin] = -1
        found[plain >= self.vmax] = most
        found = np.ma.array(found, mask=known)
        return int(found[0]) if is_one else found

    def inverse(self, value):
        raise ValueError("BoundaryNorm is not invertible")


class NoNorm(Normalize):
    """Values as they are: indices of a map's colours."""

    def __call__(self, value, clip=None):
        import numpy as np

        del clip
        return np.ma.array(value) if np.iterable(value) else value

    def inverse(self, value):
        return value


NORMS = (Normalize, LogNorm, PowerNorm, TwoSlopeNorm, SymLogNorm, CenteredNorm, BoundaryNorm, FuncNorm, AsinhNorm, NoNorm)
for _class in NORMS:
    _class.__module__ = "matplotlib.colors"
