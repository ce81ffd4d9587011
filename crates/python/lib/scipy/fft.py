"""Fourier transforms by scipy's names: numpy's.

What it is not: of sines and cosines, which are refused by name. Start reading at `numpy.fft`.
"""

from numpy.fft import fft, fft2, fftfreq, fftn, fftshift, ifft, ifft2, ifftn, ifftshift, irfft, rfft, rfftfreq
from scipy._missing import missing

__getattr__ = missing(__name__, "dct idct dst idst dctn idctn dstn idstn hfft ihfft rfft2 irfft2 rfftn irfftn fht ifht next_fast_len")
