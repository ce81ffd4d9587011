"""Boxes and masks drawn on pictures.

What it is not: points, or labels in a font of one's own; asking for these says so. Start reading at `draw_bounding_boxes`.
"""

import warnings

import torch
from PIL import ImageColor, ImageDraw
from torch._modes import no_grad
from torchvision.transforms import functional as F


def _colours_of(colors, count):
    """A colour (red, green, blue) for each of so many things."""
    if colors is None:
        steps = (2**25 - 1, 2**15 - 1, 2**21 - 1)
        colors = [tuple(at * step % 255 for step in steps) for at in range(count)]
    elif isinstance(colors, list):
        if len(colors) < count:
            raise ValueError(
                f"Number of colors must be equal or larger than the number of objects, but got {len(colors)} < {count}."
            )
    elif not isinstance(colors, (tuple, str)):
        raise ValueError(f"colors must be a tuple or a string, or a list thereof, but got {colors}.")
    elif isinstance(colors, tuple) and len(colors) != 3:
        raise ValueError(f"If passed as tuple, colors should be an RGB triplet, but got {colors}.")
    else:
        colors = [colors] * count
    return [ImageColor.getrgb(each) if isinstance(each, str) else each for each in colors]


def _check_picture(image):
    if not (image.dtype == torch.uint8 or image.is_floating_point()):
        raise ValueError(f"The image dtype must be uint8 or float, got {image.dtype}")
    if image.dim() != 3:
        raise ValueError("Pass individual images, not batches")


def draw_bounding_boxes(
    image,
    boxes,
    labels=None,
    colors=None,
    fill=False,
    width=1,
    font=None,
    font_size=None,
    label_colors=None,
    label_background_colors=None,
    fill_labels=False,
):
    """A picture (3 or 1, H, W) with boxes (left, top, right, bottom) on it, in three channels."""
    for name, given in (("labels", labels), ("font", font), ("fill", fill), ("fill_labels", fill_labels)):
        if given:
            raise NotImplementedError(f"draw_bounding_boxes: {name} is not built into this torchvision")
    # Without labels there is nothing for these to colour.
    del label_colors, label_background_colors, font_size
    if not isinstance(image, torch.Tensor):
        raise TypeError(f"Tensor expected, got {type(image)}")
    _check_picture(image)
    if image.size(0) not in (1, 3):
        raise ValueError("Only grayscale and RGB images are supported")
    if boxes.numel() and ((boxes[:, 0] > boxes[:, 2]).any() or (boxes[:, 1] > boxes[:, 3]).any()):
        raise ValueError(
            "Boxes need to be in (xmin, ymin, xmax, ymax) format. Use torchvision.ops.box_convert to convert them"
        )
    if len(boxes) == 0:
        warnings.warn("boxes doesn't contain any box. No box was drawn", stacklevel=2)
        return image
    picture = F.convert_image_dtype(image.expand(3, -1, -1), torch.uint8)
    drawn = F.to_pil_image(picture)
    pencil = ImageDraw.Draw(drawn)
    for box, colour in zip(boxes.long().tolist(), _colours_of(colors, len(boxes))):
        pencil.rectangle(box, width=width, outline=tuple(colour))
    return F.convert_image_dtype(F.pil_to_tensor(drawn), image.dtype)


def draw_segmentation_masks(image, masks, alpha=0.8, colors=None):
    """A picture (3, H, W) with a colour over each mask, and black where masks meet."""
    if not isinstance(image, torch.Tensor):
        raise TypeError(f"The image must be a tensor, got {type(image)}")
    _check_picture(image)
    if image.size(0) != 3:
        raise ValueError("Pass an RGB image. Other Image formats are not supported")
    masks = masks[None] if masks.ndim == 2 else masks
    if masks.ndim != 3:
        raise ValueError("masks must be of shape (H, W) or (batch_size, H, W)")
    if masks.dtype != torch.bool:
        raise ValueError(f"The masks must be of dtype bool. Got {masks.dtype}")
    if masks.shape[-2:] != image.shape[-2:]:
        raise ValueError("The image and the masks must have the same height and width")
    if len(masks) == 0:
        warnings.warn("masks doesn't contain any mask. No mask was drawn", stacklevel=2)
        return image
    with no_grad():
        share, painted = 255 if image.is_floating_point() else 1, image.detach().clone()
        for mask, colour in zip(masks, _colours_of(colors, len(masks))):
            tint = torch.tensor([each / share for each in colour]).to(image.dtype)
            painted = torch.where(mask, tint.reshape(3, 1, 1), painted)
        painted = painted.masked_fill(masks.sum(0) > 1, 0)
        return (image * (1 - alpha) + painted * alpha).to(image.dtype)
