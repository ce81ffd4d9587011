"""Lines by liblinear's ways: Newton's steps in a region that is trusted, or one unknown after the other.

Sources: C.-J. Lin, R. C. Weng, S. S. Keerthi, Trust region Newton method, 2008; C.-J. Hsieh et al., A dual coordinate descent
method, 2008; C.-H. Ho, C.-J. Lin, Large-scale linear support vector regression, 2012.
What it is not: lines held back by their lengths, which is `_short`. Start reading at `several`.
"""

import math
import warnings

import numpy as np
from sklearn.exceptions import ConvergenceWarning


class Draws:
    """Whole numbers of a seed, as liblinear draws them."""

    def __init__(self, seed):
        self._generator, self._kept = np.random.RandomState(seed), []

    def below(self, count):
        """A number below another (D. Lemire, Fast random integer generation in an interval, 2019)."""
        product = self._next() * count
        low = product & 0xFFFFFFFF
        if low < count:
            least = (2**32 - count) % count
            while low < least:
                product = self._next() * count
                low = product & 0xFFFFFFFF
        return product >> 32

    def _next(self):
        if not self._kept:
            self._kept = self._generator.randint(0, 2**32, size=512).tolist()[::-1]
        return self._kept.pop()

    def mix(self, values, count):
        """Mixes the first values of a list."""
        for at in range(count):
            other = at + self.below(count - at)
            values[at], values[other] = values[other], values[at]


def several(solve, X, places, costs, bias, tolerance, max_iter, seed):
    """A line for each class but of two, which need one: the slopes, the heights, and how many rounds it took.

    `solve` is one of the functions of this kind: of samples, sides, costs, tolerance, rounds and draws.
    """
    order = np.argsort(places, kind="stable")
    rows, own, costs = X[order], places[order], costs[order]
    rows = np.concatenate([rows, np.full((len(rows), 1), float(bias))], axis=1) if bias > 0 else rows
    draws, count = Draws(seed), int(places.max()) + 1
    lines, rounds = [], []
    for at in [1] if count == 2 else range(count):
        side = np.where(own == at, 1.0, -1.0)
        line, took = solve(rows, side, costs, tolerance, max_iter, draws)
        lines.append(line)
        rounds.append(took)
    if max(rounds) >= max_iter:
        warnings.warn("Liblinear failed to converge, increase the number of iterations.", ConvergenceWarning, stacklevel=5)
    lines = np.stack(lines)
    if bias > 0:
        return lines[:, :-1].copy(), bias * lines[:, -1], rounds
    return lines, 0.0, rounds


def logistic(X, y, costs, tolerance, max_iter, draws):
    """Half the squares of the slopes, and the logarithms of the chances."""
    del draws

    def value(line):
        apart = y * (X @ line)
        lost = np.maximum(-apart, 0.0) + np.log1p(np.exp(-np.abs(apart)))
        share = 1 / (1 + np.exp(-apart))
        pull = line + X.T @ (costs * (share - 1) * y)
        heavy = costs * share * (1 - share)
        return 0.5 * float(line @ line) + float((costs * lost).sum()), pull, lambda step: step + X.T @ (heavy * (X @ step))

    return _trusted(value, X.shape[1], _enough(y, tolerance), max_iter)


def squared_hinge(X, y, costs, tolerance, max_iter, draws):
    """Half the squares of the slopes, and the squares of how far samples are on the wrong side."""
    del draws

    def value(line):
        apart = y * (X @ line)
        lost = np.maximum(1 - apart, 0.0)
        inside = (apart < 1).astype(float)
        pull = line + 2 * (X.T @ (costs * y * (apart - 1) * inside))
        heavy = costs * inside
        found = 0.5 * float(line @ line) + float((costs * lost * lost).sum())
        return found, pull, lambda step: step + 2 * (X.T @ (heavy * (X @ step)))

    return _trusted(value, X.shape[1], _enough(y, tolerance), max_iter)


def _enough(y, tolerance):
    ups = int((y > 0).sum())
    return tolerance * max(min(ups, len(y) - ups), 1) / len(y)


def _trusted(value, wide, tolerance, max_iter):
    """The least of a function, which gives its value, its slopes and its bend in a direction."""
    line = np.zeros(wide)
    height, pull, bend = value(line)
    reach = first = float(np.linalg.norm(pull))
    turn = 1
    while turn <= max_iter and first > 0:
        step, left = _step(pull, bend, reach)
        slope = float(pull @ step)
        hoped = -0.5 * (slope - float(step @ left))
        new, new_pull, new_bend = value(line + step)
        gained, long = height - new, float(np.linalg.norm(step))
        reach = min(reach, long) if turn == 1 else reach
        curve = new - height - slope
        share = 4 if curve <= 0 else max(0.25, -0.5 * (slope / curve))
        if gained < 1e-4 * hoped:
            reach = min(max(share, 0.25) * long, 0.5 * reach)
        elif gained < 0.25 * hoped:
            reach = max(0.25 * reach, min(share * long, 0.5 * reach))
        elif gained < 0.75 * hoped:
            reach = max(0.25 * reach, min(share * long, 4 * reach))
        else:
            reach = max(reach, min(share * long, 4 * reach))
        if gained > 1e-4 * hoped:
            turn += 1
            line, height, pull, bend = line + step, new, new_pull, new_bend
            if float(np.linalg.norm(pull)) <= tolerance * first:
                break
        if height < -1e32 or (abs(gained) <= 0 and hoped <= 0):
            break
        if abs(gained) <= 1e-12 * abs(height) and abs(hoped) <= 1e-12 * abs(height):
            break
    return line, turn - 1


def _step(pull, bend, reach):
    """The step to the least of a paraboloid, no longer than is trusted, and what is left of the slopes (conjugate gradients)."""
    step, left = np.zeros(len(pull)), -pull
    way, enough, square = left, 0.1 * float(np.linalg.norm(pull)), float(left @ left)
    while float(np.linalg.norm(left)) > enough:
        bent = bend(way)
        share = square / float(way @ bent)
        if float(np.linalg.norm(step + share * way)) > reach:
            along, own, long = float(step @ way), float(step @ step), float(way @ way)
            root = math.sqrt(along * along + long * (reach * reach - own))
            share = (reach * reach - own) / (along + root) if along >= 0 else (root - along) / long
            return step + share * way, left - share * bent
        step, left = step + share * way, left - share * bent
        new = float(left @ left)
        way, square = left + way * (new / square), new
    return step, left


def hinge(X, y, costs, tolerance, max_iter, draws, squared=False):
    """Half the squares of the slopes, and how far samples are on the wrong side: one sample's strength after the other."""
    count, rows = len(y), [row * side for row, side in zip(X, y.tolist())]
    own = [0.5 / cost for cost in costs.tolist()] if squared else [0.0] * count
    most = [math.inf] * count if squared else costs.tolist()
    sizes = [float(row @ row) + each for row, each in zip(rows, own)]
    strength, order, line = [0.0] * count, list(range(count)), np.zeros(X.shape[1])
    active, high, low, turn = count, math.inf, -math.inf, 0
    while turn < max_iter:
        top, bottom, at = -math.inf, math.inf, 0
        draws.mix(order, active)
        while at < active:
            i = order[at]
            slope = float(line @ rows[i]) - 1 + strength[i] * own[i]
            is_out = slope > high if strength[i] == 0 else strength[i] == most[i] and slope < low
            if is_out:
                active -= 1
                order[at], order[active] = order[active], order[at]
                continue
            at += 1
            pull = min(slope, 0.0) if strength[i] == 0 else max(slope, 0.0) if strength[i] == most[i] else slope
            top, bottom = max(top, pull), min(bottom, pull)
            if abs(pull) > 1e-12:
                before = strength[i]
                strength[i] = min(max(before - slope / sizes[i], 0.0), most[i])
                line = line + (strength[i] - before) * rows[i]
        turn += 1
        if top - bottom <= tolerance:
            if active == count:
                break
            active, high, low = count, math.inf, -math.inf
            continue
        high, low = math.inf if top <= 0 else top, -math.inf if bottom >= 0 else bottom
    return line, turn


def squared_hinge_by_samples(X, y, costs, tolerance, max_iter, draws):
    """`squared_hinge`, by its samples' strengths."""
    return hinge(X, y, costs, tolerance, max_iter, draws, squared=True)


def tube(X, goals, costs, width, tolerance, max_iter, draws, squared=False):
    """Half the squares of the slopes, and how far goals are outside a tube: one sample's strength after the other."""
    count, rows, goals = len(goals), list(X), goals.tolist()
    own = [0.5 / cost for cost in costs.tolist()] if squared else [0.0] * count
    most = [math.inf] * count if squared else costs.tolist()
    sizes = [float(row @ row) + each for row, each in zip(rows, own)]
    strength, order, line = [0.0] * count, list(range(count)), np.zeros(X.shape[1])
    active, worst, first, turn = count, math.inf, 0.0, 0
    while turn < max_iter:
        top, total, at = 0.0, 0.0, 0
        draws.mix(order, active)
        while at < active:
            i = order[at]
            now = strength[i]
            slope = float(line @ rows[i]) - goals[i] + own[i] * now
            up, down, is_out = slope + width, slope - width, False
            if now == 0:
                wrong = -up if up < 0 else max(down, 0.0)
                is_out = not wrong and up > worst and down < -worst
            elif now >= most[i]:
                wrong, is_out = max(up, 0.0), up < -worst
            elif now <= -most[i]:
                wrong, is_out = max(-down, 0.0), down > worst
            else:
                wrong = abs(up) if now > 0 else abs(down)
            if is_out:
                active -= 1
                order[at], order[active] = order[active], order[at]
                continue
            at += 1
            top, total = max(top, wrong), total + wrong
            step = -up / sizes[i] if up < sizes[i] * now else -down / sizes[i] if down > sizes[i] * now else -now
            if abs(step) < 1e-12:
                continue
            strength[i] = min(max(now + step, -most[i]), most[i])
            line = line + (strength[i] - now) * rows[i]
        first = total if turn == 0 else first
        turn += 1
        if total <= tolerance * first:
            if active == count:
                break
            active, worst = count, math.inf
            continue
        worst = top
    return line, turn
