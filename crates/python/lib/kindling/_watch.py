"""A curve that grows below the cell while a loop runs: `watch(loss=loss)`.

What it is not: a record in files, as tensorboard keeps. Start reading at `watch`.
"""

import math
import time

import matplotlib.pyplot as plt
import torch

from kindling._picture import Picture, Place, cell

# Drawing takes at most this share of a loop's time.
_SHARE = 0.02
_MOST_POINTS = 400


class _Board:
    """The curves of one cell, or of the runs that are compared."""

    def __init__(self):
        # By name and run.
        self.curves, self.place, self.cell = {}, Place(), cell()
        self.smooth, self.next, self.by_epoch = 0.0, 0.0, False

    def add(self, name, run, x, y):
        xs, ys = self.curves.setdefault((name, run), ([], []))
        xs.append(len(xs) if x is None else x)
        ys.append(y)

    def picture(self):
        return Picture(self.drawn(), self.words())

    def show(self):
        begun = time.perf_counter()
        self.place.show(self.drawn())
        now = time.perf_counter()
        self.next = now + max(0.3, (now - begun) / _SHARE)

    def drawn(self):
        figure, ax = plt.subplots(figsize=(7, 3.2), layout="tight")
        for curve, (xs, ys) in self.curves.items():
            step = -(-len(xs) // _MOST_POINTS)
            if not self.smooth:
                ax.plot(xs[::step], ys[::step], label=_called(*curve))
                continue
            smooth = smoothed(ys, self.smooth)
            line = ax.plot(xs[::step], smooth[::step], label=_called(*curve))[0]
            ax.plot(xs[::step], ys[::step], color=line.get_color(), alpha=0.25)
        ax.set_xlabel("Epoch" if self.by_epoch else "Step")
        ax.set_title(self.latest())
        ax.legend()
        return figure

    def latest(self):
        return ", ".join(f"{_called(*curve)} {ys[-1]:.4g}" for curve, (_, ys) in self.curves.items())

    def words(self):
        ends = [f"{_called(*curve)}: {len(ys)} values, from {ys[0]:.4g} to {ys[-1]:.4g}, the lowest {min(ys):.4g}"
                for curve, (_, ys) in self.curves.items()]
        return f"Watched. {'; '.join(ends)}."


_board = None


def watch(*, epoch=None, run=None, smooth=0.0, **values):
    """Adds one value to each curve, and draws them below the cell now and then.

    values: a number or a tensor of one number each, as `loss=loss`. epoch: where on the axis; without it the calls are
    counted. run: what this training is called; runs of different names are compared, over several cells, too, and one
    that is run anew replaces its curve. smooth: 0 for the values as they are, up to 0.99 for their running mean, with
    the values lightly behind it. Drawing takes 2 % of the time. Gives the picture so far when it is called without
    values.

    Example:
        for epoch in range(100):
            ...
            kindling.watch(loss=loss, epoch=epoch, smooth=0.9)
        kindling.watch().savefig("loss.png")
    """
    global _board
    if not values:
        if _board is None or not _board.curves:
            raise ValueError("watch: nothing was watched yet: call it in the loop, as kindling.watch(loss=loss)")
        return _board.picture()
    if not isinstance(smooth, (int, float)) or not 0 <= smooth < 1:
        raise ValueError(f"watch: smooth should be from 0 to below 1, not {smooth!r}")
    _begin(run)
    _board.smooth, _board.by_epoch = smooth, epoch is not None
    for name, value in values.items():
        _board.add(name, run, None if epoch is None else _number("epoch", epoch), _number(name, value))
    if time.perf_counter() >= _board.next:
        _board.show()
    return None


def _begin(run):
    """A new board for a cell of its own; runs with names stay together."""
    global _board
    here = cell()
    if _board is not None and _board.cell == here:
        return
    before = {} if _board is None or run is None else _board.curves
    _board = _Board()
    again = {None, run}
    _board.curves.update({key: curve for key, curve in before.items() if key[1] not in again})
    _at_end(_board)


def _called(name, run):
    return name if run is None else f"{name}, {run}"


def _number(name, value):
    if isinstance(value, torch.Tensor):
        if value.numel() != 1:
            raise ValueError(f"watch: {name} should be one number, not a tensor of shape {list(value.shape)}; "
                             "its mean?")
        value = value.item()
    if not isinstance(value, (int, float)) and not hasattr(value, "__float__"):
        raise TypeError(f"watch: {name} should be a number, not a value of type {type(value).__name__}")
    return float(value)


def smoothed(values, share):
    """The running mean in which the past weighs `share`; corrected for its beginning, and blind to NaN."""
    means, mean, weight = [], 0.0, 0.0
    for value in values:
        if math.isfinite(value):
            mean, weight = share * mean + (1 - share) * value, share * weight + (1 - share)
        means.append(mean / weight if weight else math.nan)
    return means


def _at_end(board):
    """Has the last values drawn when the cell ends, in the notebooks that tell of it."""
    try:
        from _kindling_shell import at_end
    except ImportError:
        at_end = _at_end_of_jupyter
    at_end(board.show)


def _at_end_of_jupyter(call):
    try:
        from IPython import get_ipython
    except ImportError:
        return
    shell = get_ipython()
    if shell is None:
        return

    def once(*_):
        shell.events.unregister("post_run_cell", once)
        call()

    shell.events.register("post_run_cell", once)
