import copy
import pickle

import numpy as np

np.random.seed(42)
name, key, place, has_normal, normal = np.random.get_state()
print(name, key[:3], len(key), place, has_normal, normal, key[0])
np.random.rand(3)
np.random.randn()
state = np.random.get_state()
print(state[1][:2], state[2:])
drawn = np.random.randn(4)
np.random.set_state(state)
print((np.random.randn(4) == drawn).all())
for _ in range(400):
    np.random.random()
told = np.random.get_state(legacy=False)
print(sorted(told), told["state"]["pos"], told["has_gauss"])
drawn = np.random.rand(3)
np.random.set_state(told)
print((np.random.rand(3) == drawn).all())
for seed in ([1, 2, 3], np.array([7]), np.array([7, 8]), np.int64(7), 7, True, range(4)):
    np.random.seed(seed)
    print(seed, np.random.rand(2))
for seed in (-1, 2**32, 1.5, "one", [], [[1]], [-1], [1.5]):
    try:
        np.random.seed(seed)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
stream = np.random.RandomState(5)
stream.randint(10)
stream.randn()
print(pickle.loads(pickle.dumps(stream)).rand() == copy.deepcopy(stream).rand() == stream.rand())
rng = np.random.default_rng(5)
rng.random()
print(pickle.loads(pickle.dumps(rng)).random() == copy.deepcopy(rng).random() == rng.random())
print(np.random.SeedSequence(5).generate_state(3))
