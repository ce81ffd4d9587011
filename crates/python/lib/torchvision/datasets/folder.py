"""`ImageFolder`: pictures in folders that are named after what they show.

What it is not: one folder of pictures without names. Start reading at `DatasetFolder`.
"""

import os

from PIL import Image
from torchvision.datasets.vision import VisionDataset

IMG_EXTENSIONS = (".jpg", ".jpeg", ".png", ".ppm", ".bmp", ".pgm", ".tif", ".tiff", ".webp")


def pil_loader(path):
    """The picture in a file, in colours."""
    with open(path, "rb") as file:
        return Image.open(file).convert("RGB")


default_loader = pil_loader


def has_file_allowed_extension(filename, extensions):
    return filename.lower().endswith(extensions if isinstance(extensions, str) else tuple(extensions))


def is_image_file(filename):
    return has_file_allowed_extension(filename, IMG_EXTENSIONS)


def find_classes(directory):
    """The folders' names in order, and the number of each."""
    classes = sorted(name for name in os.listdir(directory) if os.path.isdir(os.path.join(directory, name)))
    if not classes:
        raise FileNotFoundError(f"Couldn't find any class folder in {directory}.")
    return classes, {name: at for at, name in enumerate(classes)}


def _files_below(folder):
    """The paths of all files, folder by folder in the order of their names."""
    names = sorted(os.listdir(folder))
    paths = [os.path.join(folder, name) for name in names]
    found = [path for path in paths if os.path.isfile(path)]
    for path in paths:
        if os.path.isdir(path):
            found += _files_below(path)
    return found


def make_dataset(directory, class_to_idx=None, extensions=None, is_valid_file=None, allow_empty=False):
    """(path, number of the class) of each file that counts."""
    directory = os.path.expanduser(str(directory))
    class_to_idx = find_classes(directory)[1] if class_to_idx is None else class_to_idx
    if (extensions is None) == (is_valid_file is None):
        raise ValueError("Both extensions and is_valid_file cannot be None or not None at the same time")
    counts = is_valid_file or (lambda path: has_file_allowed_extension(path, extensions))
    found, empty = [], []
    for name in sorted(class_to_idx):
        folder = os.path.join(directory, name)
        own = [path for path in _files_below(folder) if counts(path)] if os.path.isdir(folder) else []
        found += [(path, class_to_idx[name]) for path in own]
        empty += [] if own else [name]
    if empty and not allow_empty:
        message = f"Found no valid file for the classes {', '.join(sorted(empty))}. "
        if extensions is not None:
            told = extensions if isinstance(extensions, str) else ", ".join(extensions)
            message += f"Supported extensions are: {told}"
        raise FileNotFoundError(message)
    return found


class DatasetFolder(VisionDataset):
    """Samples in folders that are named after their classes."""

    def __init__(
        self,
        root,
        loader,
        extensions=None,
        transform=None,
        target_transform=None,
        is_valid_file=None,
        allow_empty=False,
    ):
        super().__init__(root, transform=transform, target_transform=target_transform)
        self.loader, self.extensions = loader, extensions
        self.classes, self.class_to_idx = self.find_classes(self.root)
        self.samples = make_dataset(self.root, self.class_to_idx, extensions, is_valid_file, allow_empty)
        self.targets = [target for _, target in self.samples]

    def find_classes(self, directory):
        return find_classes(directory)

    def __getitem__(self, index):
        path, target = self.samples[index]
        return self._changed(self.loader(path), target)

    def __len__(self):
        return len(self.samples)


class ImageFolder(DatasetFolder):
    """Pictures in folders that are named after what they show."""

    def __init__(
        self, root, transform=None, target_transform=None, loader=default_loader, is_valid_file=None, allow_empty=False
    ):
        extensions = IMG_EXTENSIONS if is_valid_file is None else None
        super().__init__(root, loader, extensions, transform, target_transform, is_valid_file, allow_empty)
        self.imgs = self.samples
