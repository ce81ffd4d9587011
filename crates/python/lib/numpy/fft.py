"""`numpy.fft`: discrete Fourier transforms of arrays. Not how they are computed (`torch/_fourier.py`). Start reading at `fft`."""

import _torch
from _scalars import INTS
from numpy._array import ndarray
from numpy._complex import complexes, floats_of
from numpy._make import asarray
from numpy._outs import into
from numpy._rearrange import roll
from torch._fourier import transformed

__all__ = (
    "fft fft2 fftfreq fftn fftshift hfft ifft ifft2 ifftn ifftshift ihfft irfft irfft2 irfftn rfft rfft2 rfftfreq rfftn"
).split()
_SCALES = {None: (0, 1), "backward": (0, 1), "ortho": (0.5, 0.5), "forward": (1, 0)}


def _along(a, n, axis, norm, is_back):
    """The transform along an axis, cut or filled with zeros to n values."""
    if norm not in _SCALES:
        raise ValueError(f'Invalid norm value {norm}; should be "backward","ortho" or "forward".')
    re, im = (part.movedim(axis, -1) for part in floats_of(a))
    size = re.shape[-1] if n is None else n
    if size < 1:
        raise ValueError(f"Invalid number of FFT data points ({size}) specified.")
    re, im = (_sized(part, size) for part in (re, im))
    # Back is there with the parts exchanged, before and after.
    re, im = reversed(transformed(im, re)) if is_back else transformed(re, im)
    scale = float(size) ** -_SCALES[norm][is_back]
    re, im = re * scale, im * scale
    # In the numbers' own precision; what is between has 64 bits.
    kind = _torch.float32 if asarray(a).dtype.name in ("float32", "float16", "complex64") else _torch.float64
    return complexes(re.movedim(-1, axis).contiguous().to(kind), im.movedim(-1, axis).contiguous().to(kind))


def _sized(part, size):
    if part.shape[-1] >= size:
        return part[..., :size]
    return _torch.cat([part, _torch.zeros(*part.shape[:-1], size - part.shape[-1], dtype=part.dtype)], -1)


@into
def fft(a, n=None, axis=-1, norm=None):
    """The discrete Fourier transform."""
    return _along(a, n, axis, norm, False)


@into
def ifft(a, n=None, axis=-1, norm=None):
    """Back from the discrete Fourier transform."""
    return _along(a, n, axis, norm, True)


@into
def rfft(a, n=None, axis=-1, norm=None):
    """The transform of real numbers: the half of it that tells all."""
    found = fft(a, n, axis, norm)
    half = found.shape[axis] // 2 + 1
    return found._of(lambda part: ndarray(part._kindling_tensor.narrow(axis, 0, half).contiguous()))


@into
def irfft(a, n=None, axis=-1, norm=None):
    """Back from `rfft`."""
    re, im = (part.movedim(axis, -1) for part in floats_of(a))
    size = 2 * (re.shape[-1] - 1) if n is None else n
    half = size // 2 + 1
    re, im = _sized(re, half), _sized(im, half)
    inner = half - 1 if size % 2 == 0 else half
    re = _torch.cat([re, re[..., 1:inner].flip(-1)], -1)
    im = _torch.cat([im, -im[..., 1:inner].flip(-1)], -1)
    found = _along(complexes(re, im), size, -1, norm, True)._re.movedim(-1, axis).contiguous()
    return ndarray(found.float() if asarray(a).dtype.name in ("float32", "complex64") else found)


def _over_axes(function):
    @into
    def apply(a, s=None, axes=None, norm=None):
        a = asarray(a)
        axes = tuple(range(a.ndim)) if axes is None and s is None else tuple(range(-len(s), 0)) if axes is None else axes
        for at, axis in reversed(list(enumerate(axes))):
            a = function(a, None if s is None else s[at], axis, norm)
        return a

    return apply


fftn, ifftn = _over_axes(fft), _over_axes(ifft)

# A transform that is computed by the one back has the scales of that.
_OTHER_WAY = {None: "forward", "backward": "forward", "forward": "backward"}


@into
def hfft(a, n=None, axis=-1, norm=None):
    """The transform, to n real numbers, of the half that tells all of a signal whose other half mirrors it."""
    a = asarray(a)
    return irfft(a.conj(), 2 * (a.shape[axis] - 1) if n is None else n, axis, _OTHER_WAY.get(norm, norm))


@into
def ihfft(a, n=None, axis=-1, norm=None):
    """Back from `hfft`."""
    return rfft(a, n, axis, _OTHER_WAY.get(norm, norm)).conj()


@into
def rfftn(a, s=None, axes=None, norm=None):
    """The transform of real numbers along several axes: the half of it that tells all."""
    a = asarray(a)
    axes = _axes(a, s, axes)
    a = rfft(a, None if s is None else s[-1], axes[-1], norm)
    return fftn(a, None if s is None else s[:-1], axes[:-1], norm) if len(axes) > 1 else a


@into
def irfftn(a, s=None, axes=None, norm=None):
    """Back from `rfftn`."""
    a = asarray(a)
    axes = _axes(a, s, axes)
    a = ifftn(a, None if s is None else s[:-1], axes[:-1], norm) if len(axes) > 1 else a
    return irfft(a, None if s is None else s[-1], axes[-1], norm)


def _axes(a, s, axes):
    return tuple(range(-(a.ndim if s is None else len(s)), 0)) if axes is None else tuple(axes)


def rfft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    """The transform of real numbers along two axes."""
    return rfftn(a, s, axes, norm, out=out)


def irfft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    """Back from `rfft2`."""
    return irfftn(a, s, axes, norm, out=out)


def fft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    """The transform along two axes."""
    return fftn(a, s, axes, norm, out=out)


def ifft2(a, s=None, axes=(-2, -1), norm=None, out=None):
    """Back from `fft2`."""
    return ifftn(a, s, axes, norm, out=out)


def fftfreq(n, d=1.0, device=None):
    """The frequencies of a transform, in its order."""
    places = _torch.cat([_torch.arange((n - 1) // 2 + 1), _torch.arange(-(n // 2), 0)])
    return ndarray(places.double() * (1.0 / (n * d)))


def rfftfreq(n, d=1.0, device=None):
    """The frequencies of `rfft`."""
    return ndarray(_torch.arange(n // 2 + 1).double() * (1.0 / (n * d)))


def _shifted(x, axes, sign):
    x = asarray(x)
    axes = range(x.ndim) if axes is None else (axes,) if isinstance(axes, INTS) else axes
    for axis in axes:
        size = x.shape[axis]
        x = roll(x, size // 2 if sign > 0 else -(size // 2), axis)
    return x


def fftshift(x, axes=None):
    """The frequency zero in the middle."""
    return _shifted(x, axes, 1)


def ifftshift(x, axes=None):
    """Back from `fftshift`."""
    return _shifted(x, axes, -1)
