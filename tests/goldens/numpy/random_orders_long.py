"""Orders of many: drawn in bulk, the stream goes on where numpy's does."""
import numpy as np

for count in (0, 1, 2, 7, 128, 129, 130, 255, 256, 257, 1000, 5000):
    np.random.seed(count)
    order = np.random.permutation(count)
    print(count, order[:6], order[-3:], sorted(order.tolist()) == list(range(count)), np.random.rand())
    rng = np.random.default_rng(count)
    print(rng.permutation(count)[:6], rng.random(), rng.integers(0, 99))
np.random.seed(3)
words = [f"w{at}" for at in range(300)]
np.random.shuffle(words)
print(words[:5], np.random.randint(0, 1000))
table = np.arange(1200).reshape(400, 3)
np.random.shuffle(table)
print(table[:2].tolist(), np.random.choice(9000, 5, replace=False), np.random.choice(table[:, 0], 4, replace=False))
rng = np.random.default_rng(8)
rng.integers(0, 9, dtype=np.int32)
print(rng.permuted(table, axis=0)[:2].tolist(), rng.random())
for wrong in (lambda: np.random.shuffle(5), lambda: np.random.shuffle((1, 2, 3))):
    try:
        print(wrong())
    except TypeError as error:
        print("TypeError:", error)
