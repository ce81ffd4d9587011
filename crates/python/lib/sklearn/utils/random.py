"""Samples drawn without repeats, as scikit-learn draws them.

What it is not: numpy's draws. Start reading at `sample_without_replacement`.
"""

import numpy as np
from sklearn._arrays import check_random_state


def sample_without_replacement(n_population, n_samples, method="auto", random_state=None):
    """So many places below a number, none twice."""
    if n_samples > n_population:
        raise ValueError(f"n_population should be greater or equal than n_samples, got n_samples > n_population ({n_samples} > "
                         f"{n_population})")
    generator, ratio = check_random_state(random_state), n_samples / n_population if n_population else 1.0
    if method == "auto" and 0.01 < ratio < 0.99:
        return generator.permutation(n_population)[:n_samples]
    if method in ("auto", "tracking_selection", "reservoir_sampling"):
        is_tracked = method == "tracking_selection" or method == "auto" and ratio < 0.2
        return (_tracked if is_tracked else _reservoir)(generator, n_population, n_samples)
    if method != "pool":
        raise ValueError(f"Expected a method name in ('auto', 'tracking_selection', 'reservoir_sampling', 'pool'), got {method}. ")
    pool, found = list(range(n_population)), []
    for at in range(n_samples):
        place = int(generator.randint(n_population - at))
        found.append(pool[place])
        pool[place] = pool[n_population - at - 1]
    return np.array(found, dtype=np.int64)


def _tracked(generator, population, count):
    found, seen = [], set()
    for _ in range(count):
        place = int(generator.randint(population))
        while place in seen:
            place = int(generator.randint(population))
        seen.add(place)
        found.append(place)
    return np.array(found, dtype=np.int64)


def _reservoir(generator, population, count):
    found = list(range(count))
    for at in range(count, population):
        place = int(generator.randint(0, at + 1))
        if place < count:
            found[place] = at
    return np.array(found, dtype=np.int64)
