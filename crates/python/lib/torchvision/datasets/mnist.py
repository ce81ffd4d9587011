"""MNIST and its kin: gray pictures of 28 x 28 in files of bytes.

What it is not: those pictures; their files have to be added. Start reading at `MNIST`.
"""

import os
import warnings

from PIL import Image
from PIL._bytes import tensor_of
from torchvision.datasets.vision import VisionDataset, found, not_found


class MNIST(VisionDataset):
    """Digits that people wrote: 60000 to learn from, 10000 to test with."""

    classes = [
        "0 - zero", "1 - one", "2 - two", "3 - three", "4 - four", "5 - five", "6 - six", "7 - seven", "8 - eight", "9 - nine",
    ]  # fmt: skip

    def __init__(self, root, train=True, transform=None, target_transform=None, download=False):
        super().__init__(root, transform=transform, target_transform=target_transform)
        # What is there need not be downloaded, and what is not there cannot be.
        del download
        self.train = train
        part = "train" if train else "t10k"
        names = [f"{part}-images-idx3-ubyte", f"{part}-labels-idx1-ubyte"]
        folders = [os.path.join(type(self).__name__, "raw")]
        paths = [found(self.root, folders, name) or found(self.root, folders, f"{name}.gz") for name in names]
        if None in paths:
            raise not_found(type(self).__name__, names, self.raw_folder)
        self.data, self.targets = _read(paths[0]), _read(paths[1]).long()

    train_data = property(lambda self: _renamed(self, "train_data", "data"))
    test_data = property(lambda self: _renamed(self, "test_data", "data"))
    train_labels = property(lambda self: _renamed(self, "train_labels", "targets"))
    test_labels = property(lambda self: _renamed(self, "test_labels", "targets"))

    @property
    def raw_folder(self):
        return os.path.join(str(self.root), type(self).__name__, "raw")

    @property
    def class_to_idx(self):
        return {name: at for at, name in enumerate(self.classes)}

    def __getitem__(self, index):
        return self._changed(Image.fromarray(self.data[index].numpy()), int(self.targets[index]))

    def __len__(self):
        return len(self.data)

    def extra_repr(self):
        return f"Split: {'Train' if self.train else 'Test'}"


def _renamed(data, former, name):
    """What older programs ask for by another name."""
    warnings.warn(f"{former} has been renamed {name}", stacklevel=3)
    return getattr(data, name)


class FashionMNIST(MNIST):
    """Clothes, in files like those of MNIST."""

    classes = [
        "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot",
    ]  # fmt: skip


class KMNIST(MNIST):
    """Old Japanese letters, in files like those of MNIST."""

    classes = ["o", "ki", "su", "tsu", "na", "ha", "ma", "ya", "re", "wo"]


def _read(path):
    """The bytes of a file, packed or not, with their sizes, as its head tells them.

    Raises:
        ValueError: for a file that is no such.
    """
    with open(path, "rb") as file:
        data = file.read()
    if data[:2] == b"\x1f\x8b":
        import gzip

        data = gzip.decompress(data)
    if data[:3] != b"\x00\x00\x08":
        raise ValueError(f"{path} is no file of bytes in the form of MNIST")
    dims = data[3]
    sizes = [int.from_bytes(data[4 + 4 * at : 8 + 4 * at], "big") for at in range(dims)]
    return tensor_of(data[4 + 4 * dims :]).reshape(sizes)
