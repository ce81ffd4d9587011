"""Roots and logarithms of what is below zero, and the bits of bytes along an axis."""
import numpy as np

print(repr(np.emath.sqrt(-4)), repr(np.emath.sqrt([4, -9])), np.emath.sqrt(16.0))
print(repr(np.emath.log10([1, -10.0])), repr(np.emath.logn(2, [4, 8])), np.emath.log2(8))
print(repr(np.emath.power([2, 4], -1)))
bytes_ = np.array([[3], [129]], dtype=np.uint8)
print(np.unpackbits(bytes_))
print(np.unpackbits(bytes_, axis=1))
print(np.unpackbits(bytes_, axis=1, count=3), np.unpackbits(bytes_, axis=1, count=-5).shape)
print(np.unpackbits(bytes_, bitorder="little", count=12))
try:
    np.unpackbits(np.array([1]))
except TypeError as fault:
    print(fault)
