# Numbers of numpy one by one, as loops take them: items, arithmetic with Python's, and what is said of what does not fit.
import numpy as np


def told(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


np.random.seed(0)
print([int(np.random.choice(7)) for _ in range(10)], np.random.randint(0, 5, 3))
counts, table = np.zeros(3), np.zeros((2, 3))
for _ in range(20):
    at = np.random.randint(3)
    counts[at] += 1
    table[at % 2, np.int64(at)] += np.float64(0.5)
print(counts, table, table.sum(), table.mean(), table.max(), np.min(table), np.argmax(counts))
whole = np.arange(3)
whole[0], whole[1], whole[2] = 7, 2.9, np.int64(4)
print(whole, whole.sum(), repr(whole[1]), repr(counts[1]))
x, n = np.float64(2.5), np.int64(3)
for made in (x + 1, 1 - x, x * x, x / 2, 2 / x, x**2, x**-1, 2**x, x // 2, -x, abs(-x), x > 1, x == 2.5, n + 1, n - 5, n * n, n / 2,
             n + x, x + n, n // 2, n % 2, -n, n < 4, n + 2.5):  # fmt: skip
    print(repr(made), end=" ")
print(hash(x) == hash(2.5), bool(np.float64(0)), bool(n))
print([repr(f(1)) for f in (np.exp, np.sqrt, np.negative, np.abs, np.square, np.sign)], repr(np.maximum(1, 2.5)))
a = np.arange(4.0)
a += 1
a *= a
back = a[::-1]
back += 1
print(a, a / 2, 2 - a, a < 3)
for call in (
    lambda: counts[5], lambda: table[0, 7], lambda: np.array(3)[0], lambda: counts + np.ones(4), lambda: np.zeros(0).max(),
    lambda: whole.__setitem__(0, float("nan")), lambda: whole.__setitem__(0, float("inf")), lambda: counts.__iadd__(np.ones((2, 3))),
):  # fmt: skip
    told(call)
