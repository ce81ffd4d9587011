"""Long arrays that are not shown whole tell their shape, of whatever kind they are."""
import numpy as np

rows = np.empty((1200, 2), dtype=object)
rows[:] = "a", 2.5
print(repr(rows), repr(np.array(["ab"] * 1001)), repr(np.array([1 - 1j] * 1100)), sep="\n")
print(repr(np.array(["2021-03-01"] * 1500, dtype="M8[D]")), repr(np.array([5] * 1500, dtype="m8[s]")), sep="\n")
print(repr(np.zeros(1001, dtype=bool)), repr(np.zeros((0, 3), dtype=object)), repr(np.array(["k" * 30] * 1001)), sep="\n")
with np.printoptions(threshold=4):
    print(repr(np.array(list("abcdef"))), repr(np.arange(6)), repr(np.array([None] * 4)))
