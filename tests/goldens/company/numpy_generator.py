"""default_rng, and the older stream in bulk: every distribution, with the numbers themselves."""
import numpy as np

rng = np.random.default_rng(42)
print(rng)
print(rng.random(), rng.random(3), rng.random((2, 2)))
print(rng.integers(10), rng.integers(0, 10, 5), rng.integers(1, 7, size=(2, 3), endpoint=True))
print(repr(rng.integers(0, 255, 5, dtype=np.uint8)), rng.integers(0, 2**40, 3), rng.integers(5, size=100)[-5:])
print(rng.normal(), rng.normal(10, 2, 3), rng.standard_normal((2, 2)), rng.normal([0, 100], [1, 2]))
print(rng.standard_normal(5000)[::1000], rng.standard_exponential(5000)[::1000])
print(repr(rng.random(3, dtype=np.float32)), repr(rng.standard_normal(3, dtype=np.float32)))
print(rng.uniform(-1, 1, 4), rng.exponential(2.0, 3), rng.poisson(4, 5), rng.poisson(40, 5))
print(rng.binomial(10, 0.3, 5), rng.binomial(1000, 0.6, 5), rng.geometric(0.2, 5), rng.multinomial(20, [0.2, 0.3, 0.5]))
print(rng.gamma(2.0, 1.5, 3), rng.beta(2, 5, 3), rng.beta(0.5, 0.5, 2), rng.dirichlet([1, 2, 3]), rng.chisquare(3, 2))
print(rng.laplace(0, 1, 2), rng.gumbel(0, 1, 2), rng.logistic(0, 1, 2), rng.lognormal(0, 1, 2), rng.standard_t(4, 2))
print(rng.choice(10, 3), rng.choice(10, 3, replace=False), rng.choice([1.5, 2.5], 4), rng.choice(5, 3, p=[0.1, 0.2, 0.3, 0.2, 0.2]))
print(rng.choice(5, 3, replace=False, p=[0.1, 0.2, 0.3, 0.2, 0.2]), rng.choice(20000, 4, replace=False), rng.choice([[1, 2], [3, 4]], 2))
print(rng.permutation(6), rng.permutation([1, 5, 9]), rng.permutation(np.arange(6).reshape(3, 2)).tolist())
values, names = np.arange(6), ["a", "b", "c", "d"]
rng.shuffle(values)
rng.shuffle(names)
print(values, names)
print(np.random.default_rng([1, 2, 3]).random(2), [child.integers(100) for child in rng.spawn(2)])

np.random.seed(0)
print(np.random.rand(), np.random.randn(3), np.random.randn(1000)[-3:], np.random.randint(5), np.random.randint(0, 10, 1000)[-5:])
print(np.random.gamma(2, 1, 2), np.random.beta(2, 3, 2), np.random.poisson(5, 4), np.random.binomial(10, 0.5, 4))
print(np.random.choice(5, 3), np.random.choice([1, 2, 3], 5, p=[0.1, 0.2, 0.7]), np.random.permutation(5))
state = np.random.get_state()
first = np.random.permutation(8)
np.random.set_state(state)
print((first == np.random.permutation(8)).all())

for attempt in (
    lambda: rng.integers(5, 2),
    lambda: rng.normal(scale=-1),
    lambda: rng.choice([1, 2], 3, replace=False),
    lambda: rng.choice([1, 2], p=[0.5, 0.6]),
    lambda: rng.random(-1),
    lambda: rng.integers(300, dtype=np.uint8),
    lambda: np.random.choice([1, 2], p=[0.5, 0.6]),
    lambda: np.random.randint(0),
    lambda: np.random.default_rng(-1),
):
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error)
