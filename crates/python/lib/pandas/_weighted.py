"""Windows with weights: `rolling(5, win_type="triang")`.

What it is not: windows in which all values weigh the same, which are `_rolling`'. Start reading at `Window`.
"""

import numpy as np
from pandas._column import NAN, Column
from pandas._rolling import Windows, windows_text


def _cosines(count, *parts):
    """A sum of cosines with alternating signs, from one end of the window to the other."""
    angle = 2 * np.pi * np.arange(count) / max(count - 1, 1)
    return sum((-1) ** at * part * np.cos(at * angle) for at, part in enumerate(parts))


def _middle(count):
    """Places from the middle of the window."""
    return np.arange(count) - (count - 1) / 2


def _triang(count):
    return 1 - np.abs(_middle(count)) / ((count + count % 2) / 2)


def _parzen(count):
    far = np.abs(_middle(count)) / (count / 2)
    return np.where(far <= (count - 1) / 2 / count, 1 - 6 * far**2 + 6 * far**3, 2 * (1 - far) ** 3)


def _bohman(count):
    far = np.abs(np.linspace(-1, 1, count))
    made = (1 - far) * np.cos(np.pi * far) + np.sin(np.pi * far) / np.pi
    made[0] = made[-1] = 0
    return made


def _barthann(count):
    far = np.abs(np.arange(count) / (count - 1) - 0.5)
    return 0.62 - 0.48 * far + 0.38 * np.cos(2 * np.pi * far)


def gaussian(M, std):
    """A bell, as wide as `std` says."""
    return np.exp(-(_middle(M) ** 2) / (2 * std * std))


def kaiser(M, beta):
    """Kaiser's window, narrower with a larger `beta`."""
    return np.kaiser(M, beta)


def exponential(M, tau=1.0):
    """Falls off on both sides, by e with each `tau`."""
    return np.exp(-np.abs(_middle(M)) / tau)


def general_gaussian(M, p, sig):
    """A bell with a flatter top for a larger `p`."""
    return np.exp(-0.5 * np.abs(_middle(M) / sig) ** (2 * p))


_SHAPES = {
    "boxcar": np.ones, "triang": _triang, "blackman": np.blackman, "hamming": np.hamming, "bartlett": np.bartlett,
    "parzen": _parzen, "bohman": _bohman, "barthann": _barthann, "hann": np.hanning,
    "blackmanharris": lambda M: _cosines(M, 0.35875, 0.48829, 0.14128, 0.01168),
    "nuttall": lambda M: _cosines(M, 0.3635819, 0.4891775, 0.1365995, 0.0106411),
    "flattop": lambda M: _cosines(M, 0.21557895, 0.41663158, 0.277263158, 0.083578947, 0.006947368),
    "cosine": lambda M: np.sin(np.pi / M * (np.arange(M) + 0.5)),
    "gaussian": gaussian, "kaiser": kaiser, "exponential": exponential, "general_gaussian": general_gaussian,
}  # fmt: skip


class Window:
    """Windows of a series, or of each column of a frame, whose values weigh by where they are in it."""

    _numeric_only = False

    def __init__(self, data, window, min_periods=None, center=False, win_type=None, closed=None, on=None, step=None, method="single"):
        if win_type not in _SHAPES:
            raise ValueError(f"Invalid win_type {win_type}")
        for name, value in (("closed", closed), ("on", on), ("step", step), ("method", method)):
            if value not in (None, "single"):
                raise NotImplementedError(f"Window: {name}={value!r} is not built into this pandas")
        self._data, self._window, self._shape, self._center = data, window, win_type, center
        self._least = window if min_periods is None else min_periods
        self._said = {"window": window, "min_periods": min_periods, "center": center, "win_type": win_type}

    def __repr__(self):
        return windows_text(self, **self._said)

    __getitem__, _by_column, _of_numbers = Windows.__getitem__, Windows._by_column, Windows._of_numbers
    agg = aggregate = Windows.agg

    def _made(self, reckon, settings):
        weights = np.asarray(_SHAPES[self._shape](self._window, **settings))
        shift, width = (self._window - 1) // 2 if self._center else 0, self._window

        def one(column):
            values = np.concatenate([column.array.astype(np.float64), np.full(shift, NAN)])
            padded = np.concatenate([np.full(width - 1, NAN), values])
            rows = padded[np.arange(len(values)).reshape(-1, 1) + np.arange(width)]
            known = ~np.isnan(rows)
            found = reckon(np.where(known, rows, 0.0), known, weights)
            return Column(np.where(known.sum(1) >= max(self._least, 1), found, NAN)[shift:])

        return self._by_column(one)

    def sum(self, numeric_only=False, **settings):
        """The sum of each window's values by weight."""
        return self._of_numbers(numeric_only)._made(lambda rows, known, weights: (rows * weights).sum(1), settings)

    def mean(self, numeric_only=False, **settings):
        """The mean of each window's values by weight."""
        def reckon(rows, known, weights):
            return (rows * weights).sum(1) / _whole((known * weights).sum(1))

        return self._of_numbers(numeric_only)._made(reckon, settings)

    def var(self, ddof=1, numeric_only=False, **settings):
        """How far each window's values are spread."""
        def reckon(rows, known, weights):
            # As pandas has it, a value keeps its weight while the window goes on: weights come in turn by rows.
            turn = (np.arange(len(rows)).reshape(-1, 1) + np.arange(1, self._window + 1)) % self._window
            each = np.where(known, weights[turn], 0.0)
            total = _whole(each.sum(1))
            off = rows - ((rows * each).sum(1) / total).reshape(-1, 1)
            return (each * off**2).sum(1) / total * self._window / (self._window - ddof)

        return self._of_numbers(numeric_only)._made(reckon, settings)

    def std(self, ddof=1, numeric_only=False, **settings):
        """The root of `var`."""
        return self.var(ddof, numeric_only, **settings) ** 0.5


def _whole(total):
    return np.where(total == 0, NAN, total)


Window.__module__ = "pandas.api.typing"
