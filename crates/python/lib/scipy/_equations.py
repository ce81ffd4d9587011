"""Differential equations, step by step: `solve_ivp` by the pair of J. R. Dormand and P. J. Prince (1980), and `odeint`.

What it is not: methods for stiff equations. Start reading at `solve_ivp`.
"""

import math

import numpy as np

_NODES = (0.0, 1 / 5, 3 / 10, 4 / 5, 8 / 9, 1.0)
_STAGES = (
    (), (1 / 5,), (3 / 40, 9 / 40), (44 / 45, -56 / 15, 32 / 9), (19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729),
    (9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656),
)  # fmt: skip
_WEIGHTS = np.array([35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84])
_ERRORS = np.array([-71 / 57600, 0, 71 / 16695, -71 / 1920, 17253 / 339200, -22 / 525, 1 / 40])
# A polynomial between the ends of a step (L. F. Shampine, 1986).
_BETWEEN = np.array([
    [1, -8048581381 / 2820520608, 8663915743 / 2820520608, -12715105075 / 11282082432],
    [0, 0, 0, 0],
    [0, 131558114200 / 32700410799, -68118460800 / 10900136933, 87487479700 / 32700410799],
    [0, -1754552775 / 470086768, 14199869525 / 1410260304, -10690763975 / 1880347072],
    [0, 127303824393 / 49829197408, -318862633887 / 49829197408, 701980252875 / 199316789632],
    [0, -282668133 / 205662961, 2019193451 / 616988883, -1453857185 / 822651844],
    [0, 40617522 / 29380423, -110615467 / 29380423, 69997945 / 29380423],
])  # fmt: skip
_ORDER = 4


class Solution(dict):
    """What was found, by name."""

    __getattr__ = dict.__getitem__

    def __repr__(self):
        wide = max(map(len, self))
        return "\n".join(f"{name:>{wide}}: {value!r}" for name, value in self.items())


Solution.__module__, Solution.__qualname__ = "scipy.integrate._ivp.ivp", "OdeResult"


def _norm(values):
    return float(np.linalg.norm(values)) / values.size**0.5


def _first_step(f, t, y, slope, end, way, rtol, atol):
    """How far the first step may go: by how large values, slopes and their change are."""
    whole = abs(end - t)
    if whole == 0.0:
        return 0.0
    scale = atol + np.abs(y) * rtol
    size, steep = _norm(y / scale), _norm(slope / scale)
    first = 1e-6 if size < 1e-5 or steep < 1e-5 else 0.01 * size / steep
    first = min(first, whole)
    bend = _norm((f(t + first * way, y + first * way * slope) - slope) / scale) / first
    second = max(1e-6, first * 1e-3) if steep <= 1e-15 and bend <= 1e-15 else (0.01 / max(steep, bend)) ** (1 / (_ORDER + 1))
    return min(100 * first, second, whole)


def _step(f, t, y, slope, h):
    """Where a step ends, the slope there, and all slopes on the way."""
    slopes = [slope]
    for node, weights in zip(_NODES[1:], _STAGES[1:]):
        change = sum((weight * each for weight, each in zip(weights, slopes)), np.zeros_like(y)) * h
        slopes.append(f(t + node * h, y + change))
    new = y + h * (np.stack(slopes, -1) @ _WEIGHTS)
    slopes.append(f(t + h, new))
    return new, np.stack(slopes, -1)


class _Run:
    """Steps as long as the error allows."""

    def __init__(self, f, t, y, end, rtol, atol, longest, first):
        self.f, self.t, self.y, self.end = f, t, y, end
        self.rtol, self.atol, self.longest = rtol, atol, longest
        self.way = 1.0 if end >= t else -1.0
        self.slope = f(t, y)
        self.h = _first_step(f, t, y, self.slope, end, self.way, rtol, atol) if first is None else first

    def advance(self):
        """One step: from where, from which values, how far, and all slopes; None where steps become too small."""
        least, rejected, t, y = 10 * abs(math.nextafter(self.t, self.way * math.inf) - self.t), False, self.t, self.y
        h = min(max(self.h, least), self.longest)
        while True:
            if h < least:
                return None
            new_t = t + h * self.way
            if self.way * (new_t - self.end) > 0:
                new_t = self.end
            reach = new_t - t
            h = abs(reach)
            new, slopes = _step(self.f, t, y, self.slope, reach)
            scale = self.atol + np.maximum(np.abs(y), np.abs(new)) * self.rtol
            error = _norm((slopes @ _ERRORS) * reach / scale)
            if error < 1:
                factor = 10 if error == 0 else min(10, 0.9 * error ** (-1 / (_ORDER + 1)))
                self.h = h * (min(1, factor) if rejected else factor)
                self.t, self.y, self.slope = new_t, new, slopes[:, -1]
                return t, y, reach, slopes
            h *= max(0.2, 0.9 * error ** (-1 / (_ORDER + 1)))
            rejected = True


def _between(step, times):
    """Values within a step."""
    t, y, reach, slopes = step
    share = (np.asarray(times, dtype=np.float64) - t) / reach
    powers = np.stack([share, share**2, share**3, share**4])
    return y.reshape(-1, 1) + reach * (slopes @ _BETWEEN) @ powers


def solve_ivp(fun, t_span, y0, method="RK45", t_eval=None, dense_output=False, events=None, vectorized=False, args=None,
              max_step=np.inf, rtol=1e-3, atol=1e-6, first_step=None, **options):
    """Follows dy/dt = fun(t, y) from y0 over a span of time."""
    if method != "RK45":
        raise NotImplementedError(f"solve_ivp: method={method!r} is not built into this scipy; RK45 is")
    for name, value in (("events", events), ("dense_output", dense_output), ("vectorized", vectorized), *options.items()):
        if value:
            raise NotImplementedError(f"solve_ivp: {name} is not built into this scipy")
    start, end = map(float, t_span)
    y = np.atleast_1d(np.asarray(y0, dtype=np.float64))
    count, more = [0], () if args is None else tuple(args)

    def f(t, values):
        count[0] += 1
        return np.asarray(fun(t, values, *more), dtype=np.float64).reshape(y.shape)

    wanted = None if t_eval is None else np.asarray(t_eval, dtype=np.float64)
    if wanted is not None and (wanted.min() < min(start, end) or wanted.max() > max(start, end)):
        raise ValueError("Values in `t_eval` are not within `t_span`.")
    run = _Run(f, start, y, end, max(rtol, 100 * 2.220446049250313e-16), atol, max_step, first_step)
    times, values, at = [start] if wanted is None else [], [y] if wanted is None else [], 0
    if wanted is not None:
        here = [time for time in wanted.tolist() if time == start]
        times, values, at = here, [y] * len(here), len(here)
    status = 0
    while run.t != end:
        step = run.advance()
        if step is None:
            status = -1
            break
        if wanted is None:
            times.append(run.t)
            values.append(run.y)
            continue
        found = _reached(run, step, wanted[at:])
        times += wanted[at:at + len(found)].tolist()
        values += found
        at += len(found)
    told = "The solver successfully reached the end of the integration interval."
    return Solution(message=told if status == 0 else "Required step size is less than spacing between numbers.", success=status == 0,
                    status=status, t=np.array(times), y=np.stack(values, -1) if values else np.empty((len(y), 0)), sol=None,
                    t_events=None, y_events=None, nfev=count[0], njev=0, nlu=0)  # fmt: skip


def _reached(run, step, wanted):
    """The values at those of the wanted times that the step has come to."""
    count = 0
    while count < len(wanted) and run.way * (float(wanted[count]) - run.t) <= 0:
        count += 1
    if count == 0:
        return []
    found = _between(step, wanted[:count])
    return [found[:, each] for each in range(count)]


def odeint(func, y0, t, args=(), Dfun=None, full_output=0, rtol=None, atol=None, tfirst=False, **options):
    """Follows dy/dt = func(y, t) from y0 through the times of t, a row for each."""
    if full_output:
        raise NotImplementedError("odeint: full_output is not built into this scipy")
    # How it steps is its own affair: it is as exact as is asked for.
    del Dfun, options
    y, t = np.atleast_1d(np.asarray(y0, dtype=np.float64)), np.asarray(t, dtype=np.float64)
    args = args if isinstance(args, tuple) else (args,)

    def f(time, values):
        found = func(time, values, *args) if tfirst else func(values, time, *args)
        return np.asarray(found, dtype=np.float64).reshape(y.shape)

    run = _Run(f, float(t[0]), y, float(t[-1]), rtol or 1e-9, atol or 1e-10, np.inf, None)
    rows, at = [y], 1
    while at < len(t):
        step = run.advance()
        if step is None:
            rows += [run.y] * (len(t) - at)
            break
        found = _reached(run, step, t[at:])
        rows += found
        at += len(found)
    return np.stack(rows)
