"""Discrete Fourier transforms, by Cooley and Tukey's method; other sizes than powers of two by Bluestein's.

Not what Python calls (`torch.fft`, `numpy.fft`). Start reading at `transformed`.
"""

import math

import _torch


def _turns(size, step=1.0):
    """The numbers on the unit circle that a transform of that size turns by, a half of them."""
    angles = _torch.arange(size // 2, dtype=_torch.float64) * (-2.0 * math.pi * step / size)
    return _torch.cos(angles), _torch.sin(angles)


def transformed(re, im):
    """The transform of each row."""
    size = re.shape[-1]
    if size & (size - 1):
        return _direct(re, im) if size <= 256 else _chirped(re, im)
    if size <= 1:
        return re, im
    (a, b), (c, d) = transformed(re[..., ::2], im[..., ::2]), transformed(re[..., 1::2], im[..., 1::2])
    cos, sin = _turns(size)
    x, y = c * cos - d * sin, c * sin + d * cos
    return _torch.cat([a + x, a - x], -1), _torch.cat([b + y, b - y], -1)


def _direct(re, im):
    """As a product with the matrix of all turns."""
    size = re.shape[-1]
    places = _torch.arange(size)
    # Modulo the size, so that the angles stay small and exact.
    angles = (places.reshape(-1, 1) * places % size).double() * (-2.0 * math.pi / size)
    cos, sin = _torch.cos(angles), _torch.sin(angles)
    return re @ cos - im @ sin, re @ sin + im @ cos


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
