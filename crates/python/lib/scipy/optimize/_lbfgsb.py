"""L-BFGS-B without bounds: steps along the gradient as the last ten steps have bent it.

What it is not: bounded. Source: C. Zhu, R. Byrd, P. Lu, J. Nocedal, 1997; the search along a line is that of J. Moré and
D. Thuente, 1994. Start reading at `minimized`.
"""

import math

import numpy as np

EPSILON = 2.0**-52
_DECREASE, _CURVATURE, _INTERVAL = 1e-3, 0.9, 0.1


class Found:
    """Where it ended, and why."""

    def __init__(self, x, fun, jac, nit, nfev, status, message):
        self.x, self.fun, self.jac, self.nit, self.nfev, self.status, self.message = (
            x,
            fun,
            jac,
            nit,
            nfev,
            status,
            message,
        )


FLAT = "CONVERGENCE: NORM OF PROJECTED GRADIENT <= PGTOL"


def ending(pull, old_value, value, steps, calls, limits):
    """The status and the message with which a search ends after a step; None if it goes on."""
    gtol, ftol, maxiter, maxfun = limits
    if pull <= gtol:
        return 0, FLAT
    if old_value - value <= ftol * max(abs(old_value), abs(value), 1.0):
        return 0, "CONVERGENCE: RELATIVE REDUCTION OF F <= FACTR*EPSMCH"
    if steps >= maxiter:
        return 1, "STOP: TOTAL NO. OF ITERATIONS REACHED LIMIT"
    return (1, "STOP: TOTAL NO. OF F,G EVALUATIONS EXCEEDS LIMIT") if calls > maxfun else None


def minimized(function, x, memory=10, ftol=2.220446049250313e-09, gtol=1e-5, maxiter=15000, maxfun=15000, maxls=20):
    """The least value near x of a function that gives its value and its gradient."""
    value, gradient = function(x)
    calls, steps, pairs = 1, 0, []
    if float(np.max(np.abs(gradient))) <= gtol:
        return Found(x, value, gradient, 0, 1, 0, FLAT)
    while True:
        direction = -_bent(gradient, pairs)
        slope = float(gradient @ direction)
        length = float(np.sqrt(direction @ direction))
        first = min(1.0 / length, 1e10) if steps == 0 else 1.0
        along = Line(function, x, direction)
        searched = searched_along(along, value, slope, first, maxls) if slope < 0 else None
        calls += along.calls
        if searched is None:
            if not pairs:
                return Found(x, value, gradient, steps, calls, 2, "ABNORMAL: ")
            # What was learned of the bend leads nowhere: begin anew.
            pairs = []
            continue
        step, new_value, new_gradient = searched
        steps += 1
        new_x = x + step * direction
        moved, change = step * direction, new_gradient - gradient
        old_value, old_slope, x, value, gradient = value, slope, new_x, new_value, new_gradient
        end = ending(float(np.max(np.abs(gradient))), old_value, value, steps, calls, (gtol, ftol, maxiter, maxfun))
        if end is not None:
            return Found(x, value, gradient, steps, calls, *end)
        bend = float(moved @ change)
        if bend > EPSILON * -old_slope * step:
            pairs = [*pairs[-memory + 1 :], (moved, change, 1.0 / bend)]


def _bent(gradient, pairs):
    """The gradient times what the pairs of steps and changes say of the inverse of the second derivatives."""
    found, shares = gradient, []
    for moved, change, inverse in reversed(pairs):
        share = inverse * float(moved @ found)
        shares.append(share)
        found = found - share * change
    if pairs:
        moved, change, inverse = pairs[-1]
        found = found / (inverse * float(change @ change))
    for (moved, change, inverse), share in zip(pairs, reversed(shares)):
        found = found + (share - inverse * float(change @ found)) * moved
    return found


class Line:
    """The function along a direction."""

    def __init__(self, function, x, direction):
        self._function, self._x, self._direction, self.calls = function, x, direction, 0

    def __call__(self, step):
        """Value, slope and gradient at so many times the direction."""
        self.calls += 1
        value, gradient = self._function(self._x + step * self._direction)
        return float(value), float(gradient @ self._direction), gradient


def searched_along(
    along, value, slope, step, most, decrease=_DECREASE, curvature=_CURVATURE, interval=_INTERVAL, reach=1e10
):
    """(step, value, gradient) where the value is low enough and flat enough; None if no such place is found."""
    low, high = (0.0, value, slope), (0.0, value, slope)
    is_bracketed, is_first_stage = False, True
    width, old_width = reach, 2 * reach
    least, greatest = 0.0, step + 4.0 * step
    step = min(step, reach)
    for _ in range(most):
        new_value, new_slope, gradient = along(step)
        enough = value + step * decrease * slope
        if is_first_stage and new_value <= enough and new_slope >= 0:
            is_first_stage = False
        is_stuck = is_bracketed and (step <= least or step >= greatest or greatest - least <= interval * greatest)
        is_at_end = step == reach and new_value <= enough and new_slope <= decrease * slope
        if (new_value <= enough and abs(new_slope) <= curvature * -slope) or is_stuck or is_at_end:
            return step, new_value, gradient
        if new_value != new_value:
            return None
        if is_first_stage and new_value <= low[1] and new_value > enough:
            # The function less the slope that is asked for: its minimum is where the search will end.
            tilt = decrease * slope
            tilted = [(at, f - at * tilt, g - tilt) for at, f, g in (low, high, (step, new_value, new_slope))]
            low, high, step, is_bracketed = _narrowed(*tilted, is_bracketed, least, greatest)
            low, high = ((at, f + at * tilt, g + tilt) for at, f, g in (low, high))
        else:
            low, high, step, is_bracketed = _narrowed(
                low, high, (step, new_value, new_slope), is_bracketed, least, greatest
            )
        if is_bracketed:
            if abs(high[0] - low[0]) >= 0.66 * old_width:
                step = low[0] + 0.5 * (high[0] - low[0])
            old_width, width = width, abs(high[0] - low[0])
            least, greatest = min(low[0], high[0]), max(low[0], high[0])
        else:
            least, greatest = step + 1.1 * (step - low[0]), step + 4.0 * (step - low[0])
        step = min(max(step, 0.0), reach)
        if step != step:
            # No curve goes through an infinite value.
            return None
        if is_bracketed and (step <= least or step >= greatest or greatest - least <= interval * greatest):
            step = low[0]
    return None


def _narrowed(low, high, tried, is_bracketed, least, greatest):
    """The interval with the place that was tried, and the next place: where a curve through values and slopes is lowest."""
    (x, fx, dx), (y, fy, dy), (p, fp, dp) = low, high, tried
    is_turned = dp * (dx / abs(dx)) < 0
    if fp > fx:
        cubic, square = _cubic(x, fx, dx, p, fp, dp), x + dx / ((fx - fp) / (p - x) + dx) / 2 * (p - x)
        next_step = cubic if abs(cubic - x) < abs(square - x) else cubic + (square - cubic) / 2
        is_bracketed = True
    elif is_turned:
        cubic, square = _cubic(p, fp, dp, x, fx, dx), p + dp / (dp - dx) * (x - p)
        next_step = cubic if abs(cubic - p) > abs(square - p) else square
        is_bracketed = True
    elif abs(dp) < abs(dx):
        cubic, square = _far_cubic(x, fx, dx, p, fp, dp, least, greatest), p + dp / (dp - dx) * (x - p)
        if is_bracketed:
            next_step = cubic if abs(cubic - p) < abs(square - p) else square
            edge = p + 0.66 * (y - p)
            next_step = min(edge, next_step) if p > x else max(edge, next_step)
        else:
            next_step = cubic if abs(cubic - p) > abs(square - p) else square
            next_step = min(max(next_step, least), greatest)
    elif is_bracketed:
        next_step = _cubic(p, fp, dp, y, fy, dy)
    else:
        next_step = greatest if p > x else least
    if fp > fx:
        high = tried
    else:
        high = low if is_turned else high
        low = tried
    return low, high, next_step, is_bracketed


def _cubic(x, fx, dx, p, fp, dp):
    """The minimum of the cubic with these values and slopes, from x on."""
    theta = 3.0 * (fx - fp) / (p - x) + dx + dp
    size = max(abs(theta), abs(dx), abs(dp))
    root = size * math.sqrt(max((theta / size) ** 2 - (dx / size) * (dp / size), 0.0))
    root = -root if p < x else root
    return x + (root - dx + theta) / (root - dx + root + dp) * (p - x)


def _far_cubic(x, fx, dx, p, fp, dp, least, greatest):
    """The same where the slope falls but does not turn: the cubic may have no minimum beyond p."""
    theta = 3.0 * (fx - fp) / (p - x) + dx + dp
    size = max(abs(theta), abs(dx), abs(dp))
    root = size * math.sqrt(max((theta / size) ** 2 - (dx / size) * (dp / size), 0.0))
    root = -root if p > x else root
    share = (root - dp + theta) / (root + (dx - dp) + root)
    if share < 0.0 and root != 0.0:
        return p + share * (x - p)
    return greatest if p > x else least
