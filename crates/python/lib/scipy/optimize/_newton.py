"""Newton's steps to the least of a function whose slopes are known, its bends found from these.

What it is not: for functions that are not convex. Start reading at `newton_least`.
"""

import numpy as np


def newton_least(function, count, tolerance, max_iter):
    """Where a function, which gives its value and its slopes, is least, and after how many steps: until its slopes are small,
    and so is what the last step promised."""
    at = np.zeros(count)
    value, pull = function(at)
    for turn in range(1, max_iter + 1):
        step = -np.linalg.lstsq(_bends(function, at, count), pull, rcond=1e-9)[0]
        slope = float(pull @ step)
        at, value, pull = _stepped(function, at, value, slope, step)
        if float(np.abs(pull).max()) <= tolerance and -0.5 * slope <= tolerance:
            return at, turn
    return at, max_iter


def _stepped(function, at, value, slope, step):
    """A step, or so much of it that the function becomes less: where it leads, the value and the slopes there."""
    share = 1.0
    while True:
        new, new_pull = function(at + share * step)
        if new <= value + 1e-4 * share * slope + 1e-14 * abs(value) or share < 1e-10:
            return at + share * step, new, new_pull
        share *= 0.5


def _bends(function, at, count):
    """The second derivatives, by differences of the slopes."""
    rows = []
    for place in range(count):
        apart = 1e-5 * max(1.0, abs(float(at[place])))
        way = np.zeros(count)
        way[place] = apart
        rows.append((function(at + way)[1] - function(at - way)[1]) / (2 * apart))
    found = np.stack(rows)
    return (found + found.T) / 2


def newton_cg_least(function, count, tolerance, max_iter):
    """The same by steps that are found well enough by conjugate gradients, until the slopes are small."""
    at = np.zeros(count)
    value, pull = function(at)
    for turn in range(max_iter):
        size = float(np.abs(pull).sum())
        if float(np.abs(pull).max()) <= tolerance:
            return at, turn
        step = _nearly(function, at, pull, min(0.5, size**0.5) * size)
        at, value, pull = _stepped(function, at, value, float(pull @ step), step)
    return at, max_iter


def _nearly(function, at, pull, enough):
    """Newton's step, as far as what is missing is small."""
    found, left = np.zeros(len(at)), pull
    way, square = -left, float(left @ left)
    for _ in range(200):
        if float(np.abs(left).sum()) <= enough:
            break
        apart = 1e-5 * max(1.0, float(np.abs(at).max())) / float(np.abs(way).max())
        bent = (function(at + apart * way)[1] - function(at - apart * way)[1]) / (2 * apart)
        curve = float(way @ bent)
        if curve <= 0:
            break
        share = square / curve
        found, left = found + share * way, left + share * bent
        new = float(left @ left)
        way, square = -left + (new / square) * way, new
    return found
