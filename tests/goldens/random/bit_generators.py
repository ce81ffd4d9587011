import copy
import pickle

import numpy as np
from numpy.random import Generator

for name in ("MT19937", "PCG64", "PCG64DXSM", "Philox", "SFC64"):
    bits = getattr(np.random, name)
    rng = Generator(bits(2024))
    print(name, rng, isinstance(rng.bit_generator, np.random.BitGenerator))
    print(rng.random(3), rng.normal(size=2), rng.integers(0, 50, 6), rng.standard_normal(), rng.exponential(size=2))
    print(rng.permutation(6), rng.choice(9, 3, replace=False), rng.random(60).sum(), rng.poisson(4, 3), rng.integers(0, 2**50))
    print(bits(1).random_raw(), np.random.default_rng(bits(1)).random(), rng.spawn(1)[0].random())
    source = bits(9)
    kept = source.state
    first = Generator(source).random(2)
    source.state = kept
    print((Generator(source).random(2) == first).all(), kept["bit_generator"], sorted(kept))
    one, other = pickle.loads(pickle.dumps(source)), copy.deepcopy(source)
    print(one.random_raw() == other.random_raw() == source.random_raw())
for name in ("PCG64", "PCG64DXSM", "Philox"):
    bits = getattr(np.random, name)(7)
    bits.advance(5)
    print(name, bits.random_raw(), bits.jumped().random_raw())
print(np.random.Philox(key=3).random_raw())
print(np.random.RandomState(np.random.MT19937(5)).rand(2))
try:
    Generator(3)
except AttributeError as error:
    print(error)
