"""`VisionDataset`: what data sets of pictures share, as how they are printed and what transforms they apply.

What it is not: a data set. Start reading at `VisionDataset`.
"""

import os

from torch.utils.data import Dataset


class StandardTransform:
    """A transform of the picture, and one of what it shows."""

    def __init__(self, transform=None, target_transform=None):
        self.transform, self.target_transform = transform, target_transform

    def __call__(self, input, target):
        input = input if self.transform is None else self.transform(input)
        return input, target if self.target_transform is None else self.target_transform(target)

    def __repr__(self):
        lines = [type(self).__name__]
        for title, each in (("Transform: ", self.transform), ("Target transform: ", self.target_transform)):
            if each is not None:
                first, *rest = repr(each).splitlines()
                lines += [title + first] + [" " * len(title) + line for line in rest]
        return "\n".join(lines)


class VisionDataset(Dataset):
    """The base of data sets of pictures."""

    def __init__(self, root=None, transforms=None, transform=None, target_transform=None):
        self.root = os.path.expanduser(root) if isinstance(root, str) else root
        if transforms is not None and (transform is not None or target_transform is not None):
            raise ValueError("Only transforms or transform/target_transform can be passed as argument")
        self.transform, self.target_transform = transform, target_transform
        if transform is not None or target_transform is not None:
            transforms = StandardTransform(transform, target_transform)
        self.transforms = transforms

    def _changed(self, picture, target):
        picture = picture if self.transform is None else self.transform(picture)
        return picture, target if self.target_transform is None else self.target_transform(target)

    def extra_repr(self):
        return ""

    def __repr__(self):
        body = [f"Number of datapoints: {len(self)}"]
        if self.root is not None:
            body.append(f"Root location: {self.root}")
        body += self.extra_repr().splitlines()
        if self.transforms is not None:
            body.append(repr(self.transforms))
        return "\n".join([f"Dataset {type(self).__name__}", *("    " + line for line in body)])


def found(root, folders, name):
    """The path of a file: in a data set's own folder below the root, in the root, or beside the lesson; None if nowhere."""
    for place in (*(os.path.join(str(root), folder) for folder in folders), str(root), "."):
        path = os.path.join(place, name)
        if os.path.isfile(path):
            return path
    return None


def not_found(kind, names, folder):
    """The error for files that are nowhere: what to do about it."""
    return RuntimeError(
        f"{kind} is not among the files, and cannot be downloaded here: this torchvision reaches no network. Add "
        f"{', '.join(names)} to the lesson's files, into {folder} or beside the lesson."
    )
