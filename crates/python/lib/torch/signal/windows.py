"""Windows: how much each sample of a part of a signal counts.

Not those that `torch` itself has by older names (`_more_algebra`). Start reading at `_window`.
"""

import math

import torch

__all__ = (
    "bartlett blackman cosine exponential gaussian general_cosine general_hamming hamming hann kaiser nuttall"
).split()


# What is wrong with the arguments of these is told by the one that they are kinds of.
_KINDS = frozenset("general_hamming hamming hann nuttall".split())


def _check(name, M, dtype):
    name = "general_cosine" if name in _KINDS else name
    if M < 0:
        raise ValueError(f"{name} requires non-negative window length, got M={M}")
    if dtype not in (torch.float32, torch.float64):
        raise ValueError(f"{name} expects float32 or float64 dtypes, got: {dtype}")


def _window(compute):
    """A window of M samples: `compute` gets how many steps a whole one has, and what makes evenly spaced numbers."""
    name = compute.__name__

    def window(M, *, sym=True, dtype=None, layout=torch.strided, device=None, requires_grad=False, **kwargs):
        dtype = torch.get_default_dtype() if dtype is None else dtype
        _check(name, M, dtype)
        if layout is not torch.strided:
            raise ValueError(f"{name} is implemented for strided tensors only, got: {layout}")
        if M < 2:
            return torch.ones(M, dtype=dtype, device=device, requires_grad=requires_grad)

        def line(first, step):
            return torch.linspace(first, first + (M - 1) * step, M, dtype=dtype, device=device)

        if sym and kwargs.get("center") is not None:
            raise ValueError("Center must be None for symmetric windows")
        found = compute(M - 1 if sym else M, line, **kwargs)
        return found.requires_grad_(requires_grad)

    window.__name__ = window.__qualname__ = name
    window.__doc__ = compute.__doc__
    return window


def _cosines(steps, line, shares):
    """Cosines of once, twice, … the angle, by their shares, added and taken away in turn."""
    angles = line(0, 2 * math.pi / steps)
    return sum((-1) ** at * share * torch.cos(at * angles) for at, share in enumerate(shares))


@_window
def general_cosine(steps, line, *, a):
    """A sum of cosines with the weights `a`."""
    if not isinstance(a, (list, tuple)):
        raise TypeError("Coefficients must be a list/tuple")
    if not a:
        raise ValueError("Coefficients cannot be empty")
    return _cosines(steps, line, a)


@_window
def general_hamming(steps, line, *, alpha=0.54):
    """A raised cosine: alpha less its rest times the cosine."""
    return _cosines(steps, line, (alpha, 1 - alpha))


@_window
def hamming(steps, line):
    """The window of Hamming."""
    return _cosines(steps, line, (0.54, 0.46))


@_window
def hann(steps, line):
    """The window of von Hann: a raised cosine that ends in zeros."""
    return _cosines(steps, line, (0.5, 0.5))


@_window
def blackman(steps, line):
    """The window of Blackman."""
    return _cosines(steps, line, (0.42, 0.5, 0.08))


@_window
def nuttall(steps, line):
    """The window of Nuttall with the lowest side lobes of four terms."""
    return _cosines(steps, line, (0.3635819, 0.4891775, 0.1365995, 0.0106411))


@_window
def bartlett(steps, line):
    """A triangle."""
    return 1 - line(-1, 2 / steps).abs()


@_window
def cosine(steps, line):
    """Half a wave."""
    step = math.pi / (steps + 1)
    return torch.sin(line(0.5 * step, step))


@_window
def exponential(steps, line, *, center=None, tau=1.0):
    """Falls by a factor of e every `tau` samples from the centre."""
    if tau <= 0:
        raise ValueError(f"Tau must be positive, got: {tau} instead.")
    center = steps / 2 if center is None else center
    return torch.exp(-line(-center / tau, 1 / tau).abs())


@_window
def gaussian(steps, line, *, std=1.0):
    """A bell of this standard deviation in samples."""
    if std <= 0:
        raise ValueError(f"Standard deviation must be positive, got: {std} instead.")
    step = 1 / (std * math.sqrt(2))
    return torch.exp(-(line(-steps / 2 * step, step) ** 2))


@_window
def kaiser(steps, line, *, beta=12.0):
    """The window of Kaiser: the larger beta, the narrower."""
    if beta < 0:
        raise ValueError(f"beta must be non-negative, got: {beta} instead.")
    places = line(-beta, 2 * beta / steps).clamp(max=beta)
    whole = torch.i0(torch.tensor(beta, dtype=places.dtype))
    return torch.i0(torch.sqrt(beta * beta - places**2)) / whole
