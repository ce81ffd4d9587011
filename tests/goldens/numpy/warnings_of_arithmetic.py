import warnings

import numpy as np

warnings.showwarning = lambda message, category, *rest: print(f"{category.__name__}: {message}")
warnings.simplefilter("always")
a = np.array([1.0, 0.0, -1.0])
print(a / 0, 1 / a, np.log(a), np.sqrt(a), np.exp(1000 * a))
print(np.array([5, 6]) // 0, np.array([5, 6]) % 0, a % 0)
print(np.float64(1) / 0, np.float64(0) / 0, np.float32(3e38) * 10, np.int8(100) + np.int8(100), np.int64(5) // 0)
print(np.array([1e200, 2]) ** 2, a**0.5, np.power(a, -1), np.array([np.inf]) - np.inf)
print(np.mean([]), np.array([]).std(), np.std([1], ddof=1), np.median([]))
print(np.nanmean([np.nan]), np.nanmax(np.array([np.nan])), np.array([1e308, 1e308]).sum())
print(np.array([1.5, np.nan]).astype(int)[0], np.array([1e39]).astype(np.float32))
with np.errstate(divide="ignore", invalid="ignore"):
    print(a / 0)
try:
    with np.errstate(all="raise"):
        np.array([1.0]) / 0
except FloatingPointError as error:
    print("FloatingPointError:", error)
old = np.seterr(divide="ignore")
print(old, np.log(np.array([0.0])))
np.seterr(**old)
