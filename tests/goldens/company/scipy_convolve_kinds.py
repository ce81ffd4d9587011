"""Convolutions of several kinds of numbers, with edges of several kinds."""
import numpy as np
from scipy import signal

image = np.arange(12.0).reshape(3, 4)
kernel = np.array([[1.0, 2.0, 0.0], [0.0, -1.0, 3.0]])
for mode in ("full", "same", "valid"):
    for boundary in ("fill", "wrap", "symm"):
        print(mode, boundary, signal.convolve2d(image, kernel, mode, boundary).tolist())
        print(signal.correlate2d(image, kernel, mode, boundary).tolist())
    print(signal.convolve2d(image, kernel, mode, fillvalue=2).tolist(), signal.correlate(kernel, image, mode).tolist())
    print(signal.correlate([1, 2, 3], [0, 1j], mode), signal.convolve(np.ones((2, 2, 2)), np.ones((2, 1, 2)), mode).shape)
for first, second in (("f4", "f4"), ("f4", "f8"), ("i4", "i8"), ("u1", "u1"), ("i4", "f4"), ("c8", "f4")):
    a, b = np.arange(12).reshape(3, 4).astype(first), np.ones((2, 2)).astype(second)
    print(first, second, *(getattr(signal, name)(a, b).dtype for name in ("convolve", "correlate", "convolve2d", "correlate2d", "fftconvolve")))
patch = np.array([[0.1, 0.7, -0.3], [1.3, 0.2, 0.9]], dtype="float32")
print(signal.convolve2d(patch, patch[:, :2], "valid"), signal.correlate(patch, patch[:, 1:], "same"))
wrong = (
    lambda: signal.convolve2d(image, kernel, "x"), lambda: signal.convolve2d(image, kernel, boundary="y"), lambda: signal.convolve(image, [1]),
    lambda: signal.correlate(image, [1]), lambda: signal.convolve2d([1], [2]), lambda: signal.correlate2d([1], [2]),
    lambda: signal.convolve2d(np.ones((2, 5)), np.ones((3, 3)), "valid"), lambda: signal.convolve2d(image > 3, kernel > 0),
)
for each in wrong:
    try:
        print(each())
    except ValueError as error:
        print("ValueError:", error)
