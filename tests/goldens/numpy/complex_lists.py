"""Lists in which complex numbers come after others, as arrays and beside arrays."""
import numpy as np

for values in ([0, 1j], [0.5, 2j, 1], [[1, 2], [3, 4j]], (True, 1j), [np.float64(1), 3 - 1j]):
    print(repr(np.array(values)), np.asarray(values).dtype)
print(repr(np.array([0, 1j], dtype="complex64")))
whole = np.array([1, 2])
for found in (whole * [1, 1j], [1, 1j] * whole, whole - (2j, 0), whole == [1, 1j], np.exp([0, 1j]), np.abs([3, 4j]), np.sum([1, 2j])):
    print(repr(found))
print(np.append(whole, [1, 1j]), np.real([1, 2j]), np.conj([1, 2j]), np.angle([1, 1j]))
for wrong in (lambda: whole + [None, 1], lambda: whole - ["a", "b"]):
    try:
        print(wrong())
    except TypeError as error:
        print(type(error).__name__, error)
