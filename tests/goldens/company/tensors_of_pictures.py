"""Tensors that say they are pictures, through the transforms of the second edition."""

import copy

import numpy as np
import torch
import torchvision.transforms.v2.functional as F
from torch.utils.data import DataLoader
from torchvision import tv_tensors
from torchvision.transforms import v2

pixels = np.arange(12, dtype=np.uint8).reshape(2, 2, 3) * 20
image = v2.ToImage()(pixels)
print(image, image.shape, image.dtype, type(image))
scaled = v2.ToDtype(torch.float32, scale=True)(image)
print(scaled)
print(type(scaled + 1), type(scaled.to(torch.float64)), type(scaled.clone()), type(scaled[0]), type(scaled.detach()))
print(v2.Normalize([0.5] * 3, [0.25] * 3)(scaled))
steps = v2.Compose([v2.ToImage(), v2.ToDtype(torch.float32, scale=True), v2.RandomHorizontalFlip(1.0)])
made = steps(pixels)
print(type(made), made[0], type(steps((pixels, 3))[0]))
print(type(v2.ToPureTensor()(made)), type(v2.Grayscale()(image)), {type(each) for each in v2.FiveCrop(1)(image)})
print(tv_tensors.Image(torch.zeros(2, 2)).shape, tv_tensors.wrap(torch.ones(1, 1, 1), like=made))
print(type(copy.deepcopy(image)), isinstance(image, torch.Tensor), torch.stack([made, made]).shape)
print(type(next(iter(DataLoader([(made, 0), (made, 1)], batch_size=2)))[0]), type(torch.nn.Flatten()(made)))
print(type(F.horizontal_flip(made)), F.to_image(pixels).shape, F.to_dtype(image, torch.float32, scale=True)[0])
print([image, 1], image.tolist()[0])
try:
    tv_tensors.Image([1, 2])
except ValueError as error:
    print(error)
