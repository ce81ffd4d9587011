import numpy as np

a = np.fft.rfft(np.array([1.0, 2.0, 0.5, -1.0, 3.0]))
print(np.allclose(a, a), np.allclose(a, a + 1e-9j), np.allclose(a, a + 0.1j), np.isclose(a, a.real), np.allclose(a.real, a))
print(np.isclose(np.array([1 + 1j, 2]), 1 + 1j), np.isclose([1j, 2.0], np.array([1j, 2 + 1e-3j]), atol=0.01))
b = np.array([complex("nan"), 1j])
print(np.isclose(b, b), np.isclose(b, b, equal_nan=True), np.allclose(b, b, equal_nan=True))
