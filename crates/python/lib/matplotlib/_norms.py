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
        self.vmin, self.vmax, self.clip = vmin, vmax, clip

    def __call__(self, value, clip=None):
        import numpy as np

        values = np.asarray(value, dtype=np.float64)
        self.autoscale_None(values)
        if self.clip if clip is None else clip:
            values = np.clip(values, self.vmin, self.vmax)
        low, high = self._scaled(self.vmin), self._scaled(self.vmax)
        found = (self._scaled(values) - low) / ((high - low) or 1.0)
        return found if values.ndim else np.float64(found)

    def inverse(self, value):
        return self.vmin + value * (self.vmax - self.vmin)

    def autoscale_None(self, A):
        """The ends that are not set yet follow the values."""
        if self.vmin is None:
            self.vmin = A.min()
        if self.vmax is None:
            self.vmax = A.max()

    def scaled(self):
        return self.vmin is not None and self.vmax is not None

    @staticmethod
    def _scaled(value):
        return value


class LogNorm(Normalize):
    """From a range to 0 … 1, by the values' logarithms."""

    @staticmethod
    def _scaled(value):
        import numpy as np

        return np.log10(value)

    def inverse(self, value):
        return self.vmin * (self.vmax / self.vmin) ** value


class PowerNorm(Normalize):
    """From a range to 0 … 1, by a power."""

    def __init__(self, gamma, vmin=None, vmax=None, clip=False):
        Normalize.__init__(self, vmin, vmax, clip)
        self.gamma = gamma

    def __call__(self, value, clip=None):
        return Normalize.__call__(self, value, clip) ** self.gamma


class TwoSlopeNorm(Normalize):
    """From a range to 0 … 1, with a middle of its own."""

    def __init__(self, vcenter, vmin=None, vmax=None):
        Normalize.__init__(self, vmin, vmax)
        self.vcenter = vcenter

    def __call__(self, value, clip=None):
        import numpy as np

        values = np.asarray(value, dtype=np.float64)
        self.autoscale_None(values)
        return np.interp(values, [self.vmin, self.vcenter, self.vmax], [0.0, 0.5, 1.0])


class SymLogNorm(Normalize):
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


class CenteredNorm(Normalize):
    """From as far below as above a middle to 0 … 1."""

    def __init__(self, vcenter=0, halfrange=None, clip=False):
        Normalize.__init__(self, clip=clip)
        self.vcenter, self._half = vcenter, halfrange

    def autoscale_None(self, A):
        half = float(abs(A - self.vcenter).max()) if self._half is None else self._half
        self.vmin, self.vmax = self.vcenter - half, self.vcenter + half


class BoundaryNorm(Normalize):
    """Which of the intervals between boundaries a value lies in, as an index of so many colours."""

    def __init__(self, boundaries, ncolors, clip=False):
        Normalize.__init__(self, boundaries[0], boundaries[-1], clip)
        self.boundaries, self.N, self.Ncmap = boundaries, len(boundaries), ncolors

    def __call__(self, value, clip=None):
        import numpy as np

        found = np.digitize(np.asarray(value, dtype=np.float64), self.boundaries) - 1
        regions = self.N - 1
        if self.Ncmap > regions:
            found = (found * (0.5 if regions == 1 else (self.Ncmap - 1) / (regions - 1))).astype(np.int64)
        return np.clip(found, 0, self.Ncmap - 1) if (self.clip if clip is None else clip) else found


for _class in (Normalize, LogNorm, PowerNorm, TwoSlopeNorm, SymLogNorm, CenteredNorm, BoundaryNorm):
    _class.__module__ = "matplotlib.colors"
