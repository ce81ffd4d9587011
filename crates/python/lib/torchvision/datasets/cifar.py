"""CIFAR-10 and CIFAR-100: coloured pictures of 32 x 32, in the files that their makers offer for Python.

What it is not: those pictures; their files have to be added. Start reading at `CIFAR10`.
"""

import os
import pickle

import numpy as np
from PIL import Image
from PIL._bytes import tensor_of
from torchvision.datasets.vision import VisionDataset, found, not_found


class CIFAR10(VisionDataset):
    """Animals and vehicles: 50000 to learn from, 10000 to test with."""

    base_folder = "cifar-10-batches-py"
    _TRAIN, _TEST = [f"data_batch_{at}" for at in range(1, 6)], ["test_batch"]
    _LABELS = "labels"
    classes = ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"]

    def __init__(self, root, train=True, transform=None, target_transform=None, download=False):
        super().__init__(root, transform=transform, target_transform=target_transform)
        # What is there need not be downloaded, and what is not there cannot be.
        del download
        self.train = train
        names = self._TRAIN if train else self._TEST
        paths = [found(self.root, [self.base_folder], name) for name in names]
        if None in paths:
            raise not_found(type(self).__name__, names, os.path.join(str(self.root), self.base_folder))
        parts = [_read(path) for path in paths]
        self.data = np.concatenate([part["data"].reshape(-1, 3, 32, 32).transpose(0, 2, 3, 1) for part in parts])
        self.targets = [label for part in parts for label in part[self._LABELS]]

    @property
    def class_to_idx(self):
        return {name: at for at, name in enumerate(self.classes)}

    def __getitem__(self, index):
        return self._changed(Image.fromarray(self.data[index]), self.targets[index])

    def __len__(self):
        return len(self.data)

    def extra_repr(self):
        return f"Split: {'Train' if self.train else 'Test'}"


class CIFAR100(CIFAR10):
    """A hundred kinds of things, 600 pictures of each."""

    base_folder = "cifar-100-python"
    _TRAIN, _TEST = ["train"], ["test"]
    _LABELS = "fine_labels"
    classes = (
        "apple aquarium_fish baby bear beaver bed bee beetle bicycle bottle bowl boy bridge bus butterfly camel can castle "
        "caterpillar cattle chair chimpanzee clock cloud cockroach couch crab crocodile cup dinosaur dolphin elephant "
        "flatfish forest fox girl hamster house kangaroo keyboard lamp lawn_mower leopard lion lizard lobster man "
        "maple_tree motorcycle mountain mouse mushroom oak_tree orange orchid otter palm_tree pear pickup_truck pine_tree "
        "plain plate poppy porcupine possum rabbit raccoon ray road rocket rose sea seal shark shrew skunk skyscraper snail "
        "snake spider squirrel streetcar sunflower sweet_pepper table tank telephone television tiger tractor train trout "
        "tulip turtle wardrobe whale willow_tree wolf woman worm"
    ).split()


class _Array:
    """What stands for an array of bytes while it is read."""

    def __init__(self, *made):
        self.shape, self.data = (), b""

    def __setstate__(self, state):
        _, self.shape, _, _, self.data = state


class _Kind:
    """What stands for a dtype; there are bytes only."""

    def __init__(self, *made):
        pass

    def __setstate__(self, state):
        pass


class _Reader(pickle.Unpickler):
    """Reads arrays and plain values; a file runs no other code."""

    def find_class(self, module, name):
        if name == "_reconstruct":
            return _Array
        if (module, name) == ("_codecs", "encode"):
            return str.encode
        if module == "numpy" and name in ("ndarray", "dtype"):
            return _Kind
        raise pickle.UnpicklingError(f"{module}.{name} has no place in a file of CIFAR")


def _read(path):
    with open(path, "rb") as file:
        found = _Reader(file, encoding="latin1").load()
    held = found["data"]
    raw = held.data.encode("latin1") if isinstance(held.data, str) else held.data
    return {**found, "data": tensor_of(raw).reshape(held.shape).numpy()}
