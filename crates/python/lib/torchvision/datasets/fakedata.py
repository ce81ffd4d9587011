"""`FakeData`: noise in the form of pictures, to try a program with.

What it is not: anything to learn from. Start reading at `FakeData`.
"""

import torch
from torchvision.datasets.vision import VisionDataset
from torchvision.transforms.functional import to_pil_image


class FakeData(VisionDataset):
    """So many pictures of noise; each is the same whenever it is asked for."""

    def __init__(
        self,
        size=1000,
        image_size=(3, 224, 224),
        num_classes=10,
        transform=None,
        target_transform=None,
        random_offset=0,
    ):
        super().__init__(None, transform=transform, target_transform=target_transform)
        self.size, self.image_size, self.num_classes, self.random_offset = size, image_size, num_classes, random_offset

    def __getitem__(self, index):
        if index >= len(self):
            raise IndexError(f"{type(self).__name__} index out of range")
        state = torch.get_rng_state()
        torch.manual_seed(index + self.random_offset)
        picture = torch.randn(*self.image_size)
        target = torch.randint(0, self.num_classes, size=(1,), dtype=torch.long)[0]
        torch.set_rng_state(state)
        return self._changed(to_pil_image(picture), target.item())

    def __len__(self):
        return self.size
