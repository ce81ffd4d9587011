# What pictures were given is what they give back: shape, dtype, ends.
import matplotlib.pyplot as plt
import numpy as np
import torch
from PIL import Image

numbers = np.random.RandomState(0)
pixels, shades = numbers.randint(0, 256, (4, 5, 3), dtype=np.uint8), numbers.rand(4, 5, 3)
for cells in (
    pixels, shades, shades * 2 - 0.5, pixels[..., 0], Image.fromarray(pixels), numbers.rand(4, 5, 4), np.ones((4, 5, 1)),
    np.float32(shades), torch.tensor(shades), torch.tensor(shades[..., 0]).float(),
):  # fmt: skip
    image = plt.imshow(cells)
    values = image.get_array()
    print(image, values.shape, values.dtype, f"{values.mean():.3f}", *(f"{end:.2f}" for end in image.get_clim()))
image = plt.imshow(shades)
image.set_data(pixels)
print(image.get_array().shape, image.get_array().dtype, image.get_size(), image.get_extent())
