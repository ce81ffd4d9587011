"""Chances whose lines are held back by their lengths: many slopes become 0.

Source: G.-X. Yuan, C.-H. Ho, C.-J. Lin, An improved GLMNET for L1-regularized logistic regression, 2012.
What it is not: lines held back by their squares, which is `_liblinear`. Start reading at `short_logistic`.
"""

import math

import numpy as np
from sklearn.svm._liblinear import _enough

_LEAST = 1e-12


def short_logistic(X, y, costs, tolerance, max_iter, draws):
    """The lengths of the slopes, and the logarithms of the chances: Newton's steps, each found one slope after the other."""
    enough, count, wide = _enough(y, tolerance), len(y), X.shape[1]
    columns, squares = [X[:, at].copy() for at in range(wide)], X * X
    against = costs * (y < 0)
    fixed, line, odds = X.T @ against, np.zeros(wide), np.ones(count)
    order, worst, first, inner, turn = list(range(wide)), math.inf, 0.0, 1.0, 0
    while turn < max_iter:
        share = 1 / (1 + odds)
        heavy = costs * odds * share * share
        bends, slopes = (squares.T @ heavy + _LEAST).tolist(), (fixed - X.T @ (costs * share)).tolist()
        active, top, total = _looked(order, slopes, line.tolist(), worst / count)
        first = total if turn == 0 else first
        if total <= enough * first or total == 0:
            break
        goal, moved, rounds = _solved(columns, heavy, bends, slopes, line.tolist(), order, active, inner * first, count, draws)
        line, odds = _searched(line, np.array(goal), moved, odds, np.array(slopes), costs, against)
        inner *= 0.25 if rounds == 1 else 1.0
        turn, worst = turn + 1, top
    return line, turn


def _wrong(slope, value):
    """How far a slope of the function is from what its least asks; None where nothing is asked, as 0 is right."""
    up, down = slope + 1, slope - 1
    if value:
        return abs(up) if value > 0 else abs(down)
    return -up if up < 0 else down if down > 0 else None


def _looked(order, slopes, line, most):
    """How many unknowns are worth looking at (they come first in the order), the worst of them, and all."""
    active, top, total, at = len(order), 0.0, 0.0, 0
    while at < active:
        j = order[at]
        wrong = _wrong(slopes[j], line[j])
        if wrong is None and slopes[j] + 1 > most and slopes[j] - 1 < -most:
            active -= 1
            order[at], order[active] = order[active], order[at]
            continue
        at += 1
        top, total = max(top, wrong or 0.0), total + (wrong or 0.0)
    return active, top, total


def _solved(columns, heavy, bends, slopes, line, order, among, enough, count, draws):
    """Where Newton's step leads, how the scores move by it, and after how many rounds."""
    goal, moved, worst, active, rounds = list(line), np.zeros(count), math.inf, among, 0
    while rounds < 1000:
        top, total, at = 0.0, 0.0, 0
        draws.mix(order, active)
        while at < active:
            j = order[at]
            slope = slopes[j] + (goal[j] - line[j]) * _LEAST + float((columns[j] * heavy) @ moved)
            up, down, wrong = slope + 1, slope - 1, _wrong(slope, goal[j])
            if wrong is None and up > worst / count and down < -worst / count:
                active -= 1
                order[at], order[active] = order[active], order[at]
                continue
            at += 1
            top, total = max(top, wrong or 0.0), total + (wrong or 0.0)
            bend = bends[j]
            step = -up / bend if up < bend * goal[j] else -down / bend if down > bend * goal[j] else -goal[j]
            if abs(step) < 1e-12:
                continue
            step = min(max(step, -10.0), 10.0)
            goal[j] += step
            moved = moved + columns[j] * step
        rounds += 1
        if total <= enough:
            if active == among:
                break
            active, worst = among, math.inf
            continue
        worst = top
    return goal, moved, rounds


def _searched(line, goal, moved, odds, slopes, costs, against):
    """So much of the step that the function falls enough: the line and the odds after it."""
    long = float(np.abs(line).sum())
    new_long = float(np.abs(goal).sum())
    fall, lost = float(slopes @ (goal - line)) + new_long - long, float((against * moved).sum())
    for _ in range(20):
        grown = np.exp(moved)
        new = odds * grown
        if new_long - long + lost - 0.01 * fall + float((costs * np.log((1 + new) / (grown + new))).sum()) <= 0:
            return goal, new
        goal, fall, lost, moved = (line + goal) * 0.5, fall * 0.5, lost * 0.5, moved * 0.5
        new_long = float(np.abs(goal).sum())
    return line, odds
