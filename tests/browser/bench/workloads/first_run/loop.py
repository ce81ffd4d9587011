"""A loop at the top of a cell."""

import time

began = time.perf_counter()
s = 0
for i in range(300_000):
    s += i * i % 7
print(time.perf_counter() - began, s)
