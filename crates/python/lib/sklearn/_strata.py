"""Classes of samples, and how many of each a part gets.

What it is not: the parts themselves; they are in `model_selection`. Start reading at `apportioned`.
"""

import math

import numpy as np
from sklearn._arrays import different


def places_by_class(y):
    """The places of each class, the classes in order."""
    found = {label: [] for label in different(y)}
    for at, label in enumerate(y):
        found[label].append(at)
    return list(found.values())


def apportioned(counts, wanted, generator):
    """So many of each class that the shares are as in `counts`: what is left goes to the largest remainders.

    Equal remainders are drawn for.
    """
    whole = sum(counts)
    shares = [count / whole * wanted for count in counts]
    found = [math.floor(share) for share in shares]
    left = int(wanted - sum(found))
    remainders = [share - least for share, least in zip(shares, found)]
    for value in sorted(set(remainders), reverse=True):
        if left <= 0:
            break
        places = [at for at, remainder in enumerate(remainders) if remainder == value]
        count = min(len(places), left)
        for at in generator.choice(np.array(places), size=count, replace=False).tolist():
            found[at] += 1
        left -= count
    return found
