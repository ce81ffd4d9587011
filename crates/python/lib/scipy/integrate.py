"""Areas below curves: of functions by points that are chosen well, of values by lines and parabolas.

What it is not: differential equations, which are `_equations`. Start reading at `quad`.
"""

import math

import numpy as np
from scipy._missing import missing

# The 21 points of Gauss and Kronrod, those of Gauss at odd places, and their weights. Source: QUADPACK, Piessens and
# others, 1983.
_POINTS = (0.995657163025808080735527280689003, 0.973906528517171720077964012084452, 0.930157491355708226001207180059508,
           0.865063366688984510732096688423493, 0.780817726586416897063717578345042, 0.679409568299024406234327365114874,
           0.562757134668604683339000099272694, 0.433395394129247190799265943165784, 0.294392862701460198131126603103866,
           0.148874338981631210884826001129720, 0.0)
_WEIGHTS = (0.011694638867371874278064396062192, 0.032558162307964727478818972459390, 0.054755896574351996031381300244580,
            0.075039674810919952767043140916190, 0.093125454583697605535065465083366, 0.109387158802297641899210590325805,
            0.123491976262065851077958109585166, 0.134709217311473325928054001771707, 0.142775938577060080797094273138717,
            0.147739104901338491374841515972068, 0.149445554002916905664936468389821)
_OF_GAUSS = (0.066671344308688137593568809893332, 0.149451349150580593145863396957673, 0.219086362515982043995534934228163,
             0.269266719309996355091226921569469, 0.295524224714752870173815619188769)


def _piece(f, a, b):
    """The area over an interval, and how far off it may be."""
    middle, half = 0.5 * (a + b), 0.5 * (b - a)
    center = f(middle)
    whole, gauss, size = _WEIGHTS[10] * center, 0.0, _WEIGHTS[10] * abs(center)
    values = []
    # Those of Gauss first, as they are summed elsewhere: the last digit depends on it.
    for at in (1, 3, 5, 7, 9, 0, 2, 4, 6, 8):
        low, high = f(middle - half * _POINTS[at]), f(middle + half * _POINTS[at])
        values.append((at, low, high))
        whole += _WEIGHTS[at] * (low + high)
        size += _WEIGHTS[at] * (abs(low) + abs(high))
        if at % 2:
            gauss += _OF_GAUSS[at // 2] * (low + high)
    mean = whole * 0.5
    spread = _WEIGHTS[10] * abs(center - mean)
    spread += sum(_WEIGHTS[at] * (abs(low - mean) + abs(high - mean)) for at, low, high in values)
    found, size, spread, off = whole * half, size * abs(half), spread * abs(half), abs((whole - gauss) * half)
    if spread and off:
        off = spread * min(1.0, (200.0 * off / spread) ** 1.5)
    if size > 2.0**-1022 / (50.0 * 2.0**-52):
        off = max(2.0**-52 * 50.0 * size, off)
    return found, off


def quad(func, a, b, args=(), full_output=0, epsabs=1.49e-8, epsrel=1.49e-8, limit=50, points=None):
    """The area below a function between two ends, which may be infinite, and how far off it may be."""
    if full_output or points is not None:
        raise NotImplementedError("quad: full_output and points are not built into this scipy")
    args = args if isinstance(args, tuple) else (args,)

    def f(x):
        return float(func(x, *args))

    a, b = float(a), float(b)
    if a == b:
        return 0.0, 0.0
    if math.isinf(a) or math.isinf(b):
        return _infinite(f, a, b, epsabs, epsrel, limit)
    return _adaptive(f, a, b, epsabs, epsrel, limit)


def _infinite(f, a, b, epsabs, epsrel, limit):
    """By the part of a line that goes to all of it: x = end + (1 - t) / t."""
    if a > b:
        found, off = _infinite(f, b, a, epsabs, epsrel, limit)
        return -found, off
    if math.isinf(a) and math.isinf(b):
        return _adaptive(lambda t: (f((1 - t) / t) + f((t - 1) / t)) / (t * t), 0.0, 1.0, epsabs, epsrel, limit)
    end, sign = (a, 1.0) if math.isinf(b) else (b, -1.0)
    return _adaptive(lambda t: f(end + sign * (1 - t) / t) / (t * t), 0.0, 1.0, epsabs, epsrel, limit)


def _adaptive(f, a, b, epsabs, epsrel, limit):
    pieces = [(*_piece(f, a, b), a, b)]
    while len(pieces) < limit:
        total, off = sum(piece[0] for piece in pieces), sum(piece[1] for piece in pieces)
        if off <= max(epsabs, epsrel * abs(total)):
            break
        worst = max(range(len(pieces)), key=lambda at: pieces[at][1])
        _, _, low, high = pieces.pop(worst)
        middle = 0.5 * (low + high)
        pieces += [(*_piece(f, low, middle), low, middle), (*_piece(f, middle, high), middle, high)]
    return sum(piece[0] for piece in pieces), sum(piece[1] for piece in pieces)


def dblquad(func, a, b, gfun, hfun, args=(), epsabs=1.49e-8, epsrel=1.49e-8):
    """The volume below a function of y and x."""
    def inner(x):
        low, high = (end(x) if callable(end) else end for end in (gfun, hfun))
        return quad(lambda y: func(y, x, *args), low, high, epsabs=epsabs, epsrel=epsrel)[0]

    return quad(inner, a, b, epsabs=epsabs, epsrel=epsrel)


def trapezoid(y, x=None, dx=1.0, axis=-1):
    """The area below a line through points."""
    return np.trapezoid(np.asarray(y), x, dx, axis)


def cumulative_trapezoid(y, x=None, dx=1.0, axis=-1, initial=None):
    """The areas up to each point."""
    if axis != -1:
        raise NotImplementedError(f"cumulative_trapezoid: axis={axis!r} is not built into this scipy")
    y = np.asarray(y)
    found = np.cumsum((dx if x is None else np.diff(x)) * (y[..., 1:] + y[..., :-1]) / 2.0, axis=-1)
    return found if initial is None else np.concatenate([np.full((*y.shape[:-1], 1), float(initial)), found], axis=-1)


def simpson(y, x=None, *, dx=1.0, axis=-1):
    """The area below parabolas through points."""
    if axis != -1 or np.ndim(y) != 1:
        raise NotImplementedError("simpson: of tables, and along an axis, is not built into this scipy")
    y = np.asarray(y, dtype=np.float64)
    x = np.arange(len(y)) * dx if x is None else np.asarray(x, dtype=np.float64)
    count = len(y)
    if count < 3:
        return trapezoid(y, x)
    last = count if count % 2 else count - 1
    h = np.diff(x)
    first, second = h[0:last - 1:2], h[1:last - 1:2]
    left, middle, right = y[0:last - 2:2], y[1:last - 1:2], y[2:last:2]
    both, ratio = first + second, first / second
    found = (both / 6.0 * (left * (2.0 - 1.0 / ratio) + middle * (both * (both / (first * second))) + right * (2.0 - ratio))).sum()
    if count % 2:
        return found
    # The last interval by a parabola through the last three points.
    a, b = float(h[-1]), float(h[-2])
    found = found + y[-1] * (2 * a * a + 3 * a * b) / (6 * (b + a)) + y[-2] * (a * a + 3.0 * a * b) / (6 * b)
    return found - y[-3] * a**3 / (6 * b * (b + a))


_missing = missing(
    __name__,
    "solve_bvp tplquad nquad fixed_quad romb romberg quad_vec cumulative_simpson newton_cotes RK45 RK23 DOP853 "
    "Radau BDF LSODA ode OdeSolver qmc_quad",
)


def __getattr__(name):
    if name in ("odeint", "solve_ivp"):
        return getattr(__import__("scipy._equations", fromlist=(name,)), name)
    return _missing(name)
