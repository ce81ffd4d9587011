"""Lines found sample by sample, along the mean of the slopes that all had when they were last seen: `sag` and `saga`.

What it is not: for sparse data. Source: M. Schmidt, N. Le Roux, F. Bach, 2013; A. Defazio, F. Bach, S. Lacoste-Julien, SAGA, 2014.
Start reading at `averaged`.
"""

import warnings

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.tree._random import Stream


class _Places(Stream):
    """The samples in the order in which they are drawn."""

    def __init__(self, generator):
        self._state = int(generator.randint(1, 2**31 - 1))

    def draw(self, count):
        """One of so many."""
        return self._next() % count


def averaged(X, target, weights, held, pulled, has_intercept, tol, most, generator, is_saga, many):
    """Slopes with heights below, a column a line, and how many rounds it took.

    `held` is what squares of slopes cost, `pulled` what their sizes cost; `target` numbers the classes.
    """
    count, wide = X.shape
    held, pulled = held / count, pulled / count
    steep = 0.25 * (float((X**2).sum(axis=1).max()) + int(has_intercept)) + held
    step = 1.0 / (2 * steep + min(2 * count * held, steep)) if is_saga else 1.0 / steep
    slopes, heights, before = np.zeros((wide, many)), np.zeros(many), np.zeros((wide, many))
    sums, high_sums, known = np.zeros((wide, many)), np.zeros(many), np.zeros((count, many))
    seen, drawn, shrink = set(), _Places(generator), 1 - step * held
    truth = target.reshape(-1, 1).astype(float) if many == 1 else (target.reshape(-1, 1) == np.arange(many)).astype(float)
    columns, shares = X.reshape(count, wide, 1), weights.tolist()
    for turn in range(1, most + 1):
        for _ in range(count):
            at = drawn.draw(count)
            seen.add(at)
            said = X[at] @ slopes + heights
            pull = (_chances(said, many) - truth[at]) * shares[at]
            change, rest = pull - known[at], 1 - 1.0 / len(seen)
            moved = columns[at] * change
            slopes = slopes * shrink
            if is_saga:
                slopes = slopes - moved * (step * rest)
            sums = sums + moved
            if has_intercept:
                high_sums = high_sums + change
                heights = heights - step * high_sums / len(seen)
                if is_saga:
                    heights = heights - change * (step * rest)
            known[at] = pull
            slopes = slopes - sums * (step / len(seen))
            if pulled > 0:
                slopes = np.sign(slopes) * np.maximum(np.abs(slopes) - step * pulled, 0.0)
        if not np.isfinite(slopes).all():
            raise ValueError(f"Floating-point under-/overflow occurred at epoch #{turn}. Scaling input data with StandardScaler or "
                             "MinMaxScaler might help.")
        size, shift = float(np.abs(slopes).max()), float(np.abs(slopes - before).max())
        before = slopes
        if shift <= tol * size:
            break
    if turn == most:
        warnings.warn("The max_iter was reached which means the coef_ did not converge", ConvergenceWarning, stacklevel=5)
    return slopes, heights, turn


def _chances(said, many):
    if many == 1:
        return 1 / (1 + np.exp(-said))
    grown = np.exp(said - said.max())
    return grown / grown.sum()
