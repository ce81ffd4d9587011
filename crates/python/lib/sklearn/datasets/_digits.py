"""Digits that people wrote: 1797 gray pictures of 8 x 8, from E. Alpaydin and C. Kaynak, UCI repository, 1998.

What it is not: MNIST, whose pictures are larger and many more. Start reading at `load_digits`.
"""

import numpy as np
from sklearn.datasets._bunch import bunch

_SHADES = " 123456789abcdefg"


def load_digits(*, n_class=10, return_X_y=False, as_frame=False):
    """The pictures, flat and as such, and which digit each shows."""
    from sklearn.datasets._digits_data import PICTURES, TARGETS

    shades = {shade: float(at) for at, shade in enumerate(_SHADES)}
    data = np.array([shades[each] for each in PICTURES]).reshape(-1, 64)
    target = np.array([int(each) for each in TARGETS])
    if n_class < 10:
        kept = target < n_class
        data, target = data[kept], target[kept]
    names = [f"pixel_{row}_{column}" for row in range(8) for column in range(8)]
    images = data.reshape(-1, 8, 8)
    more = {"target_names": np.arange(10), "images": images, "DESCR": __doc__}
    return bunch(data, target, names, return_X_y, as_frame, "feature_names target_names images DESCR", **more)
