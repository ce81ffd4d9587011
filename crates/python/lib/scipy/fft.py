"""Fourier transforms by scipy's names: numpy's.

What it is not: of sines and cosines, which are `_cosines`'. Start reading at `numpy.fft`.
"""

from numpy.fft import fft, fft2, fftfreq, fftn, fftshift, ifft, ifft2, ifftn, ifftshift, irfft, rfft, rfftfreq
from scipy._missing import missing

_COSINES = ("dct", "idct", "dst", "idst", "dctn", "idctn", "dstn", "idstn")
_absent = missing(__name__, "hfft ihfft rfft2 irfft2 rfftn irfftn fht ifht next_fast_len")


def __getattr__(name):
    return getattr(__import__("scipy._cosines", fromlist=(name,)), name) if name in _COSINES else _absent(name)
