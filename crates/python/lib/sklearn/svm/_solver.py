"""The quadratic problem of support vectors, two unknowns at a time.

Least of a'Qa/2 + p'a with 0 <= a <= C and y'a constant, after Platt's sequential minimal optimisation with the pair that
promises most (Fan, Chen and Lin, Working Set Selection Using Second Order Information, 2005).
What it is not: kernels or classes; those are the machines'. Start reading at `solve`.
"""

import _torch
from numpy._array import ndarray
from numpy._create import tensor_of

_LEAST = 1e-12


def solve(row, diagonal, p, y, most, start, tolerance, max_iter):
    """The unknowns, and the threshold: `row(i)` is a row of Q, `most` the largest value of each unknown."""
    # Tensors, as there are many steps and each is short.
    diagonal, gradient, y, most, unknown = (tensor_of(each).clone() for each in (diagonal, p, y, most, start))
    rows, is_up = {}, y > 0
    nothing = _torch.full_like(y, float("inf"))

    def line(at):
        if at not in rows:
            rows[at] = tensor_of(row(at))
        return rows[at]

    steps = 0
    while max_iter < 0 or steps < max_iter:
        pair = _chosen(line, diagonal, gradient, unknown, most, y, is_up, nothing, tolerance)
        if pair is None:
            break
        i, j = pair
        before = unknown[i].item(), unknown[j].item()
        after = _moved(line(i), diagonal, gradient, unknown, most, y, i, j)
        unknown[i], unknown[j] = after
        gradient = gradient + line(i) * (after[0] - before[0]) + line(j) * (after[1] - before[1])
        steps += 1
    return ndarray(unknown), _threshold(gradient, unknown, most, y), steps


def _chosen(line, diagonal, gradient, unknown, most, y, is_up, nothing, tolerance):
    """The pair that violates the conditions, and whose step gains most; None when all are met well enough."""
    pull = -y * gradient
    can_shrink, can_grow = unknown > 0, unknown < most
    can_rise = _torch.where(is_up, can_grow, can_shrink)
    can_fall = _torch.where(is_up, can_shrink, can_grow)
    risen = _torch.where(can_rise, pull, -nothing)
    # Of equal ones the last, as the pairs are looked through in order.
    i = len(y) - 1 - int(risen.flip(0).argmax())
    top = risen[i].item()
    fallen = _torch.where(can_fall, pull, nothing)
    if top == -float("inf") or top - fallen.min().item() < tolerance:
        return None
    apart = top - fallen
    bend = (diagonal + diagonal[i].item() - y * line(i) * (2.0 * y[i].item())).clamp(min=_LEAST)
    gain = _torch.where(can_fall & (apart > 0), apart * apart / bend, -nothing)
    j = len(y) - 1 - int(gain.flip(0).argmax())
    return (i, j) if gain[j].item() > -float("inf") else None


def _moved(row_i, diagonal, gradient, unknown, most, y, i, j):
    """Both unknowns after their step, within their bounds."""
    a, b, high_a, high_b = float(unknown[i]), float(unknown[j]), float(most[i]), float(most[j])
    is_other = y[i] != y[j]
    bend = float(diagonal[i] + diagonal[j] + (2.0 if is_other else -2.0) * row_i[j])
    bend = bend if bend > 0 else _LEAST
    if is_other:
        step, apart = float(-gradient[i] - gradient[j]) / bend, a - b
        a, b = a + step, b + step
        if apart > 0 and b < 0:
            a, b = apart, 0.0
        elif apart <= 0 and a < 0:
            a, b = 0.0, -apart
        if apart > high_a - high_b and a > high_a:
            a, b = high_a, high_a - apart
        elif apart <= high_a - high_b and b > high_b:
            a, b = high_b + apart, high_b
        return a, b
    step, both = float(gradient[i] - gradient[j]) / bend, a + b
    a, b = a - step, b + step
    if both > high_a and a > high_a:
        a, b = high_a, both - high_a
    elif both <= high_a and b < 0:
        a, b = both, 0.0
    if both > high_b and b > high_b:
        a, b = both - high_b, high_b
    elif both <= high_b and a < 0:
        a, b = 0.0, both
    return a, b


def _threshold(gradient, unknown, most, y):
    """From the unknowns between their bounds; where all are at one, in the middle of what is allowed."""
    slope = y * gradient
    is_low, is_high = unknown <= 0, unknown >= most
    is_free = ~(is_low | is_high)
    if bool(is_free.any()):
        return slope[is_free].sum().item() / int(is_free.sum())
    above = slope[_torch.where(y > 0, is_low, is_high)].tolist()
    below = slope[_torch.where(y > 0, is_high, is_low)].tolist()
    return (min(above, default=float("inf")) + max(below, default=-float("inf"))) / 2
