"""Discrete Fourier transforms, by Cooley and Tukey's method, large primes by Bluestein's.

Not what Python calls (`torch.fft`, `numpy.fft`). Start reading at `transformed`.
"""

import functools
import math

import _torch


def _turned(place, size):
    """Cosine and sine of that part of a whole turn, of an angle below an eighth: halves and zeros are exact."""
    eighths, rest = divmod(8 * (place % size), size)
    along = rest if eighths % 2 == 0 else size - rest
    angle = 2 * math.pi * along / (8 * size)
    cos, sin = (0.5, math.sin(angle)) if 6 * along == 8 * size else (math.cos(angle), math.sin(angle))
    sin = 0.5 if 12 * along == 8 * size else sin
    cos, sin = (sin, cos) if eighths in (1, 2, 5, 6) else (cos, sin)
    return (-cos if 2 <= eighths <= 5 else cos), (-sin if eighths >= 4 else sin)


@functools.cache
def _turns(size):
    """The numbers on the unit circle that a transform of that size turns by."""
    found = _torch.tensor([_turned(place, size) for place in range(size)], dtype=_torch.float64)
    return found[:, 0], -found[:, 1]


def transformed(re, im):
    """The transform of each row."""
    size = re.shape[-1]
    if size <= 1:
        return re, im
    factor = next((prime for prime in (2, 3, 5, 7, 11, 13) if size % prime == 0), size)
    if factor == size:
        return _direct(re, im) if size <= 256 else _chirped(re, im)
    return _in_parts(re, im, factor)


def _in_parts(re, im, factor):
    """The transforms of every so many values, which are turned and transformed across."""
    size = re.shape[-1]
    parts = [transformed(re[..., at::factor], im[..., at::factor]) for at in range(factor)]
    cos, sin = _turns(size)
    turned = []
    for at, (a, b) in enumerate(parts):
        places = _torch.arange(size // factor) * at
        c, s = cos[places], sin[places]
        turned.append((a * c - b * s, a * s + b * c) if at else (a, b))
    a, b = _direct(_torch.stack([part for part, _ in turned], -1), _torch.stack([part for _, part in turned], -1))
    return a.mT.reshape(re.shape), b.mT.reshape(re.shape)


def _direct(re, im):
    """Values that lie opposite each other have one cosine, and sines that differ in their signs."""
    size = re.shape[-1]
    if size == 2:
        return _sum_and_difference(re), _sum_and_difference(im)
    half = (size - 1) // 2
    back = re[..., 1:].flip(-1), im[..., 1:].flip(-1)
    front = re[..., 1 : half + 1], im[..., 1 : half + 1]
    back = [part[..., :half] for part in back]
    re_sum, im_sum = (one + other for one, other in zip(front, back))
    re_away, im_away = (one - other for one, other in zip(front, back))
    places = _torch.arange(1, half + 1).reshape(-1, 1) * _torch.arange(size) % size
    cos, sin = (part[places] for part in _turns(size))
    x = re[..., :1] + re_sum @ cos - im_away @ sin
    y = im[..., :1] + im_sum @ cos + re_away @ sin
    if size % 2 == 0:
        signs = 1 - 2 * (_torch.arange(size) % 2).double()
        x = x + re[..., size // 2 : size // 2 + 1] * signs
        y = y + im[..., size // 2 : size // 2 + 1] * signs
    return x, y


def _sum_and_difference(part):
    first, second = part[..., :1], part[..., 1:]
    return _torch.cat([first + second, first - second], -1)


def _chirped(re, im):
    size = re.shape[-1]
    whole = 1 << (2 * size - 1).bit_length()
    places = _torch.arange(size)
    angles = (places * places % (2 * size)).double() * (-math.pi / size)
    cos, sin = _torch.cos(angles), _torch.sin(angles)
    a, b = re * cos - im * sin, re * sin + im * cos
    more = _torch.zeros(*re.shape[:-1], whole - size, dtype=_torch.float64)
    a, b = _torch.cat([a, more], -1), _torch.cat([b, more], -1)
    gap = _torch.zeros(whole - 2 * size + 1, dtype=_torch.float64)
    c = _torch.cat([cos, gap, cos[1:].flip(0)])
    d = _torch.cat([-sin, gap, -sin[1:].flip(0)])
    (a, b), (c, d) = transformed(a, b), transformed(c, d)
    x, y = a * c - b * d, a * d + b * c
    x, y = transformed(x, -y)
    x, y = x[..., :size] / whole, -y[..., :size] / whole
    return x * cos - y * sin, x * sin + y * cos
