"""Pictures side by side: `make_grid`, and files of them: `save_image`.

What it is not: boxes and masks drawn on pictures, which are `_drawn`'s. Start reading at `make_grid`.
"""

from _kindling_absent import Absent as _Absent
import math

import torch


def make_grid(tensor, nrow=8, padding=2, normalize=False, value_range=None, scale_each=False, pad_value=0.0):
    """The pictures of a batch in one, so many a row."""
    if not (isinstance(tensor, torch.Tensor) or isinstance(tensor, list)):
        raise TypeError(f"tensor or list of tensors expected, got {type(tensor)}")
    if isinstance(tensor, list):
        for each in tensor:
            if not isinstance(each, torch.Tensor):
                raise TypeError(f"tensor or list of tensors expected, got a list containing {type(each)}")
        tensor = torch.stack(tensor)
    if tensor.dim() == 2:
        tensor = tensor.unsqueeze(0)
    if tensor.dim() == 3:
        tensor = tensor.expand(3, -1, -1) if tensor.size(0) == 1 else tensor
        tensor = tensor.unsqueeze(0)
    if tensor.dim() == 4 and tensor.size(1) == 1:
        tensor = tensor.expand(-1, 3, -1, -1)
    if normalize:
        tensor = _normalized(tensor, value_range, scale_each)
    if tensor.size(0) == 1:
        return tensor.squeeze(0)
    count = tensor.size(0)
    columns = min(nrow, count)
    rows = math.ceil(count / columns)
    height, width = tensor.size(2) + padding, tensor.size(3) + padding
    grid = tensor.new_full((tensor.size(1), height * rows + padding, width * columns + padding), pad_value)
    for at in range(count):
        top, left = at // columns * height + padding, at % columns * width + padding
        grid[:, top : top + height - padding, left : left + width - padding] = tensor[at]
    return grid


def _normalized(tensor, value_range, scale_each):
    """Values from 0 to 1, over all pictures or for each."""
    if value_range is not None and not isinstance(value_range, tuple):
        raise TypeError("value_range has to be a tuple (min, max) if specified. min and max are numbers")
    tensor = tensor.clone()
    for part in tensor if scale_each else [tensor]:
        low, high = value_range or (float(part.min()), float(part.max()))
        part.clamp_(low, high).sub_(low).div_(max(high - low, 1e-5))
    return tensor


def save_image(tensor, fp, format=None, **kwargs):
    """Writes a picture, or a grid of several, to a file."""
    from PIL import Image

    grid = make_grid(tensor, **kwargs)
    array = grid.mul(255).add_(0.5).clamp_(0, 255).permute(1, 2, 0).to("cpu", torch.uint8).numpy()
    Image.fromarray(array).save(fp, format=format)


# With what comes later, for `from … import *`.
_LATER = ("draw_bounding_boxes", "draw_segmentation_masks")
__all__ = [*(name for name in dir() if not name.startswith("_")), *_LATER]


def __getattr__(name):
    if name in _LATER:
        from torchvision import _drawn

        return getattr(_drawn, name)
    if name in ("draw_keypoints", "flow_to_image"):
        return _Absent(f"torchvision.utils.{name} is not built into this torchvision")
    raise AttributeError(f"module 'torchvision.utils' has no attribute '{name}'")
