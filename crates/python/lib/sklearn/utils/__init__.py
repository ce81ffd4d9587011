"""Orders and samples of several arrays at once.

What it is not: `_arrays`, which checks arguments. Start reading at `resample`.
"""

import _torch
import numpy as np
from sklearn._arrays import check_random_state, labels, length, refuse, same_length
from sklearn._missing import missing


class Bunch(dict):
    """A dict whose keys are attributes, too."""

    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None

    def __setattr__(self, name, value):
        self[name] = value

    def __dir__(self):
        return self.keys()


def chosen(array, places):
    """The samples at places: of a list a list, of a frame a frame, of an array or a tensor one of its kind."""
    if hasattr(array, "iloc"):
        return array.iloc[places]
    if isinstance(array, _torch.Tensor):
        return array[_torch.tensor(places, dtype=_torch.int64)]
    if hasattr(array, "shape"):
        return array[np.array(places, dtype=np.int64)]
    return (
        type(array)(array[place] for place in places)
        if isinstance(array, tuple)
        else [array[place] for place in places]
    )


def resample(*arrays, replace=True, n_samples=None, random_state=None, stratify=None, sample_weight=None):
    """So many samples of each array, the same ones of all."""
    refuse("resample", sample_weight=(sample_weight, None))
    generator = check_random_state(random_state)
    if not arrays:
        return None
    count = length(arrays[0])
    wanted = count if n_samples is None else n_samples
    if wanted > count and not replace:
        raise ValueError(f"Cannot sample {wanted} out of arrays with dim {count} when replace is False")
    same_length(*arrays)
    if stratify is not None:
        places = _by_class(labels(stratify), wanted, replace, generator)
    elif replace:
        places = generator.randint(0, count, size=(wanted,)).tolist()
    else:
        places = list(range(count))
        generator.shuffle(places)
        places = places[:wanted]
    found = [chosen(array, places) for array in arrays]
    return found[0] if len(found) == 1 else found


def _by_class(y, wanted, replace, generator):
    from sklearn._strata import apportioned, places_by_class

    places = places_by_class(y)
    found = []
    for own, count in zip(places, apportioned([len(own) for own in places], wanted, generator)):
        if replace:
            found += [own[at] for at in generator.randint(0, len(own), size=(count,)).tolist()]
        else:
            found += [own[at] for at in generator.permutation(len(own)).tolist()[:count]]
    return generator.permutation(found).tolist()


def shuffle(*arrays, random_state=None, n_samples=None):
    """The samples of each array in another order, the same one for all."""
    return resample(*arrays, replace=False, n_samples=n_samples, random_state=random_state)


__getattr__ = missing("sklearn.utils", validation="check_X_y check_array check_consistent_length column_or_1d")
