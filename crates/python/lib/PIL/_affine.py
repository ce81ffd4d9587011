"""Turning, shearing and moving: each new pixel asks for the place that it comes from.

What it is not: resizing along the edges, which is `_resample`. Start reading at `transformed`.
"""

import math

import torch
from PIL import _modes

_ONE = 1 << 16


def rotation(size, angle, expand, center, translate):
    """The matrix from a turned picture's places to those in the picture, and the turned picture's size."""
    width, height = size
    move = translate or (0, 0)
    center = (width / 2.0, height / 2.0) if center is None else center
    angle = -math.radians(angle)
    matrix = [
        round(math.cos(angle), 15),
        round(math.sin(angle), 15),
        0.0,
        round(-math.sin(angle), 15),
        round(math.cos(angle), 15),
        0.0,
    ]

    def at(x, y):
        a, b, c, d, e, f = matrix
        return a * x + b * y + c, d * x + e * y + f

    matrix[2], matrix[5] = at(-center[0] - move[0], -center[1] - move[1])
    matrix[2] += center[0]
    matrix[5] += center[1]
    if expand:
        corners = [at(x, y) for x, y in ((0, 0), (width, 0), (width, height), (0, height))]
        across, down = zip(*corners)
        new_width = math.ceil(max(across)) - math.floor(min(across))
        new_height = math.ceil(max(down)) - math.floor(min(down))
        matrix[2], matrix[5] = at(-(new_width - width) / 2.0, -(new_height - height) / 2.0)
        width, height = new_width, new_height
    return matrix, (width, height)


def transformed(pixels, size, matrix, kind, fill):
    """The picture of that size whose pixels come from `matrix` times their place; `fill`, pixels, where there is none."""
    if kind == 0:
        rows, columns, is_inside = _whole_places(size, matrix, pixels.shape)
        made = pixels[rows, columns]
    else:
        made, is_inside = _between(pixels, size, matrix, kind)
    is_inside = is_inside if pixels.ndim == 2 else is_inside.unsqueeze(-1)
    return torch.where(is_inside, made, fill)


def _whole_places(size, matrix, shape):
    if len(matrix) == 8:
        columns, rows = (each.floor().long() for each in _places(size, matrix))
        return _inside(rows, columns, shape)
    a, b, c, d, e, f = matrix
    across = torch.arange(size[0]).reshape(1, -1)
    down = torch.arange(size[1]).reshape(-1, 1)
    if b == 0 and d == 0:
        columns = (c + a * 0.5 + a * across.double()).floor().long().expand(size[1], size[0])
        rows = (f + e * 0.5 + e * down.double()).floor().long().expand(size[1], size[0])
    else:
        # Numbers of 16 bits before and 16 behind the point, as Pillow takes them.
        fixed = [math.floor(each * _ONE + 0.5) for each in (a, b, c + a * 0.5 + b * 0.5, d, e, f + d * 0.5 + e * 0.5)]
        columns = (fixed[2] + fixed[1] * down + fixed[0] * across) >> 16
        rows = (fixed[5] + fixed[4] * down + fixed[3] * across) >> 16
    return _inside(rows, columns, shape)


def _places(size, matrix):
    """Where each pixel's middle comes from, across and down: straight, or (of 8 numbers) seen from aside."""
    across = torch.arange(size[0], dtype=torch.float64).reshape(1, -1) + 0.5
    down = torch.arange(size[1], dtype=torch.float64).reshape(-1, 1) + 0.5
    a, b, c, d, e, f = matrix[:6]
    x, y = a * across + b * down + c, d * across + e * down + f
    if len(matrix) == 6:
        return x, y
    distance = matrix[6] * across + matrix[7] * down + 1
    return x / distance, y / distance


def _inside(rows, columns, shape):
    """Rows and columns of a picture of that shape, and which of them it has."""
    is_inside = (columns >= 0) & (columns < shape[1]) & (rows >= 0) & (rows < shape[0])
    return rows.clamp(0, shape[0] - 1), columns.clamp(0, shape[1] - 1), is_inside


def _between(pixels, size, matrix, kind):
    """Values between pixels, from the four or the sixteen around."""
    x, y = _places(size, matrix)
    height, width = pixels.shape[:2]
    is_inside = (x >= 0) & (x < width) & (y >= 0) & (y < height)
    x, y = x - 0.5, y - 0.5
    left, top = x.floor(), y.floor()
    dx, dy = x - left, y - top
    if pixels.ndim == 3:
        dx, dy = dx.unsqueeze(-1), dy.unsqueeze(-1)
    left, top, values = left.long(), top.long(), pixels.double()
    offsets = (0, 1) if kind == 2 else (-1, 0, 1, 2)
    mix = _line if kind == 2 else _curve
    rows = []
    for down_by in offsets:
        row = (top + down_by).clamp(0, height - 1)
        rows.append(mix([values[row, (left + by).clamp(0, width - 1)] for by in offsets], dx))
    made = mix(rows, dy)
    if pixels.dtype == torch.uint8:
        return _modes.clipped(made.clamp(0, 255).trunc()), is_inside
    return made.to(pixels.dtype), is_inside


def _line(values, share):
    return values[0] + share * (values[1] - values[0])


def _curve(values, share):
    first, second, third, fourth = values
    p2, p3, p4 = -first + third, 2 * (first - second) + third - fourth, -first + second - third + fourth
    return second + share * (p2 + share * (p3 + share * p4))
