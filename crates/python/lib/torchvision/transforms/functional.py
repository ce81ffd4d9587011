"""Transforms as functions, of pictures of PIL and of tensors alike.

What it is not: how either is computed, which is `_pil` and `_tensor`. Start reading at `to_tensor`.
"""

import math

import numpy as np
import torch
from _scalars import INTS, NUMBERS
from PIL import Image
from torchvision.transforms import _pil, _tensor
from torchvision.transforms._conversion import convert_image_dtype, pil_to_tensor, to_pil_image, to_tensor
from torchvision.transforms._modes import PIL_NUMBERS, InterpolationMode, checked

__all__ = ["convert_image_dtype", "pil_to_tensor", "to_pil_image", "to_tensor"]
_NEAREST, _BILINEAR = InterpolationMode.NEAREST, InterpolationMode.BILINEAR


def _of(img):
    """The functions that do for it.

    Raises:
        TypeError: for what is neither picture nor tensor.
    """
    if isinstance(img, torch.Tensor):
        return _tensor
    if isinstance(img, Image.Image):
        return _pil
    raise TypeError(f"img should be PIL Image. Got {type(img)}")


def _size_of(img):
    """(channels, height, width)."""
    if not isinstance(img, (torch.Tensor, Image.Image)):
        raise TypeError(f"Unexpected type {type(img)}")
    return _of(img).size_of(img)


def get_dimensions(img):
    """[channels, height, width]."""
    return list(_size_of(img))


def get_image_size(img):
    """[width, height]."""
    _, height, width = _size_of(img)
    return [width, height]


def get_image_num_channels(img):
    return _size_of(img)[0]


def normalize(tensor, mean, std, inplace=False):
    """Each channel less its mean, over its deviation."""
    if not isinstance(tensor, torch.Tensor):
        raise TypeError(f"img should be Tensor Image. Got {type(tensor)}")
    if not tensor.is_floating_point():
        raise TypeError(f"Input tensor should be a float tensor. Got {tensor.dtype}.")
    if tensor.ndim < 3:
        raise ValueError(
            f"Expected tensor to be a tensor image of size (..., C, H, W). Got tensor.size() = {tensor.size()}"
        )
    mean, std = (torch.as_tensor(each, dtype=tensor.dtype) for each in (mean, std))
    if (std == 0).any():
        raise ValueError(f"std evaluated to zero after conversion to {tensor.dtype}, leading to division by zero.")
    mean, std = (each.view(-1, 1, 1) if each.ndim == 1 else each for each in (mean, std))
    tensor = tensor if inplace else tensor.clone()
    return tensor.sub_(mean).div_(std)


def hflip(img):
    """Left for right."""
    return _of(img).hflip(img)


def vflip(img):
    """Upside down."""
    return _of(img).vflip(img)


def crop(img, top, left, height, width):
    """A part."""
    return _of(img).crop(img, top, left, height, width)


def _pair(size):
    if isinstance(size, NUMBERS):
        return [int(size), int(size)]
    return [size[0], size[0]] if len(size) == 1 else list(size)


def center_crop(img, output_size):
    """The middle; with a border where that is larger."""
    high, wide = _pair(output_size)
    _, height, width = get_dimensions(img)
    if wide > width or high > height:
        edges = [
            (wide - width) // 2 if wide > width else 0,
            (high - height) // 2 if high > height else 0,
            (wide - width + 1) // 2 if wide > width else 0,
            (high - height + 1) // 2 if high > height else 0,
        ]
        img = pad(img, edges)
        _, height, width = get_dimensions(img)
        if (wide, high) == (width, height):
            return img
    return crop(img, int(round((height - high) / 2.0)), int(round((width - wide) / 2.0)), high, wide)


def five_crop(img, size):
    """The corners and the middle."""
    high, wide = _pair(size)
    _, height, width = get_dimensions(img)
    if wide > width or high > height:
        raise ValueError(f"Requested crop size {tuple(_pair(size))} is bigger than input size {(height, width)}")
    corners = [crop(img, top, left, high, wide) for top in (0, height - high) for left in (0, width - wide)]
    return (*corners, center_crop(img, [high, wide]))


def ten_crop(img, size, vertical_flip=False):
    """The corners and the middle, and those of the mirrored picture."""
    return five_crop(img, size) + five_crop(vflip(img) if vertical_flip else hflip(img), size)


def pad(img, padding, fill=0, padding_mode="constant"):
    """With a border: of one width, of (left and right, top and bottom), or of four."""
    if not isinstance(padding, (INTS, tuple, list)):
        raise TypeError("Got inappropriate padding arg")
    if padding_mode not in ("constant", "edge", "reflect", "symmetric"):
        raise ValueError("Padding mode should be either constant, edge, reflect or symmetric")
    edges = [padding] if isinstance(padding, INTS) else list(padding)
    if len(edges) not in (1, 2, 4):
        raise ValueError(f"Padding must be an int or a 1, 2, or 4 element tuple, not a {len(edges)} element tuple")
    return _of(img).pad(img, (edges * 4)[:4], fill, padding_mode)


def resized_size(height, width, size, max_size=None):
    """[height, width] of a picture whose shorter side becomes that size, or that has both."""
    if not isinstance(size, INTS) and len(size) == 2:
        return list(size)
    size = size if isinstance(size, INTS) else size[0]
    short, long = min(height, width), max(height, width)
    short, long = size, int(size * long / short)
    if max_size is not None:
        if max_size <= size:
            raise ValueError(
                f"max_size = {max_size} must be strictly greater than the requested size for the smaller edge size = {size}"
            )
        if long > max_size:
            short, long = int(max_size * short / long), max_size
    return [long, short] if width <= height else [short, long]


def resize(img, size, interpolation=_BILINEAR, max_size=None, antialias=True):
    """In another size: (height, width), or of the shorter side."""
    interpolation = checked(interpolation)
    if isinstance(size, (list, tuple)) and len(size) not in (1, 2):
        raise ValueError(f"Size must be an int or a 1 or 2 element tuple/list, not a {len(size)} element tuple/list")
    _, height, width = get_dimensions(img)
    wanted = resized_size(height, width, size, max_size)
    if wanted == [height, width]:
        return img
    if _of(img) is _pil:
        return _pil.resize(img, wanted, PIL_NUMBERS[interpolation.value])
    return _tensor.resize(img, wanted, interpolation.value, antialias)


def resized_crop(img, top, left, height, width, size, interpolation=_BILINEAR, antialias=True):
    """A part in another size."""
    return resize(crop(img, top, left, height, width), size, interpolation, antialias=antialias)


def _inverse_matrix(center, angle, translate, scale, shear):
    """From a moved place back to where it was: turned, sheared and scaled around a center, then moved."""
    turn, shear_x, shear_y = math.radians(angle), math.radians(shear[0]), math.radians(shear[1])
    a = math.cos(turn - shear_y) / math.cos(shear_y)
    b = -math.cos(turn - shear_y) * math.tan(shear_x) / math.cos(shear_y) - math.sin(turn)
    c = math.sin(turn - shear_y) / math.cos(shear_y)
    d = -math.sin(turn - shear_y) * math.tan(shear_x) / math.cos(shear_y) + math.cos(turn)
    matrix = [each / scale for each in (d, -b, 0.0, -c, a, 0.0)]
    away = (-center[0] - translate[0], -center[1] - translate[1])
    matrix[2] += matrix[0] * away[0] + matrix[1] * away[1] + center[0]
    matrix[5] += matrix[3] * away[0] + matrix[4] * away[1] + center[1]
    return matrix


def rotate(img, angle, interpolation=_NEAREST, expand=False, center=None, fill=None):
    """Turned by degrees against the clock."""
    if not isinstance(angle, NUMBERS):
        raise TypeError("Argument angle should be int or float")
    if center is not None and not isinstance(center, (list, tuple)):
        raise TypeError("Argument center should be a sequence")
    mode = checked(interpolation).value
    _, height, width = get_dimensions(img)
    if _of(img) is _pil:
        return _pil.rotate(img, angle, PIL_NUMBERS[mode], expand, center, fill)
    middle = [0.0, 0.0] if center is None else [center[0] - width * 0.5, center[1] - height * 0.5]
    matrix = _inverse_matrix(middle, -angle, [0.0, 0.0], 1.0, [0.0, 0.0])
    size = _expanded(matrix, height, width) if expand else (height, width)
    return _tensor.grid_sampled(img, matrix, size, mode, fill)


def _expanded(matrix, height, width):
    """(height, width) of the box around what is turned."""
    corners = torch.tensor(
        [
            [-0.5 * width, -0.5 * height, 1.0],
            [-0.5 * width, 0.5 * height, 1.0],
            [0.5 * width, 0.5 * height, 1.0],
            [0.5 * width, -0.5 * height, 1.0],
        ]
    )
    places = corners @ torch.tensor(matrix, dtype=torch.float32).reshape(2, 3).T
    half = torch.tensor([width * 0.5, height * 0.5])
    # Cut to five digits, so that a corner that is on a pixel's edge does not take the next pixel too.
    ends = [torch.trunc((each + half) / 1e-4) * 1e-4 for each in (places.amin(0), places.amax(0))]
    wide, high = (ends[1].ceil() - ends[0].floor()).tolist()
    return int(high), int(wide)


def affine(img, angle, translate, scale, shear, interpolation=_NEAREST, fill=None, center=None):
    """Turned, moved, scaled and sheared."""
    if not isinstance(angle, NUMBERS):
        raise TypeError("Argument angle should be int or float")
    if scale <= 0.0:
        raise ValueError("Argument scale should be positive")
    mode = checked(interpolation).value
    shear = [shear, 0.0] if isinstance(shear, NUMBERS) else list(shear)
    shear = shear if len(shear) == 2 else [shear[0], shear[0]]
    _, height, width = get_dimensions(img)
    if _of(img) is _pil:
        middle = [width * 0.5, height * 0.5] if center is None else center
        matrix = _inverse_matrix(middle, angle, translate, scale, shear)
        return _pil.affine(img, matrix, PIL_NUMBERS[mode], fill)
    middle = [0.0, 0.0] if center is None else [center[0] - width * 0.5, center[1] - height * 0.5]
    matrix = _inverse_matrix(middle, angle, [1.0 * each for each in translate], scale, shear)
    return _tensor.grid_sampled(img, matrix, (height, width), mode, fill)


def to_grayscale(img, num_output_channels=1):
    """A picture of PIL in gray."""
    if not isinstance(img, Image.Image):
        raise TypeError("Input should be PIL Image")
    return rgb_to_grayscale(img, num_output_channels)


def rgb_to_grayscale(img, num_output_channels=1):
    """In gray, of one channel or of three."""
    if num_output_channels not in (1, 3):
        raise ValueError("num_output_channels should be either 1 or 3")
    return _of(img).gray(img, num_output_channels)


def adjust_brightness(img, brightness_factor):
    """So many times as bright."""
    return _of(img).brightness(img, _not_negative("brightness_factor", brightness_factor))


def adjust_contrast(img, contrast_factor):
    """So many times as far from gray."""
    return _of(img).contrast(img, _not_negative("contrast_factor", contrast_factor))


def adjust_saturation(img, saturation_factor):
    """So many times as colourful."""
    return _of(img).saturation(img, _not_negative("saturation_factor", saturation_factor))


def _not_negative(name, factor):
    if factor < 0:
        raise ValueError(f"{name} ({factor}) is not non-negative.")
    return factor


def adjust_hue(img, hue_factor):
    """Colours turned, by -0.5 to 0.5 of the circle."""
    if not -0.5 <= hue_factor <= 0.5:
        raise ValueError(f"hue_factor ({hue_factor}) is not in [-0.5, 0.5].")
    return _of(img).hue(img, hue_factor)


def adjust_gamma(img, gamma, gain=1):
    """Values to a power."""
    if gamma < 0:
        raise ValueError("Gamma should be a non-negative real number")
    return _of(img).gamma(img, gamma, gain)


def adjust_sharpness(img, sharpness_factor):
    """So many times as sharp."""
    return _of(img).sharpness(img, _not_negative("sharpness_factor", sharpness_factor))


def invert(img):
    """Black for white."""
    return _of(img).invert(img)


def solarize(img, threshold):
    """Black for white, from a threshold on."""
    return _of(img).solarize(img, threshold)


def posterize(img, bits):
    """With fewer shades."""
    if not 0 <= bits <= 8:
        raise ValueError(f"The number if bits should be between 0 and 8. Got {bits}")
    return _of(img).posterize(img, bits)


def autocontrast(img):
    """The darkest value black and the brightest white."""
    return _of(img).autocontrast(img)


def equalize(img):
    """Every shade about as often as any other."""
    return _of(img).equalize(img)


def gaussian_blur(img, kernel_size, sigma=None):
    """A bell's mean around each place."""
    sizes = _pair(kernel_size)
    for size in sizes:
        if size % 2 == 0 or size < 0:
            raise ValueError(f"kernel_size should have odd and positive integers. Got {sizes}")
    if sigma is None:
        sigma = [size * 0.15 + 0.35 for size in sizes]
    sigma = [float(sigma)] * 2 if isinstance(sigma, NUMBERS) else [float(each) for each in sigma]
    sigma = sigma * 2 if len(sigma) == 1 else sigma
    if min(sigma) <= 0.0:
        raise ValueError(f"sigma should have positive values. Got {sigma}")
    if isinstance(img, torch.Tensor):
        return _tensor.blur(img, sizes, sigma)
    if not isinstance(img, Image.Image):
        raise TypeError(f"img should be PIL Image or Tensor. Got {type(img)}")
    return to_pil_image(_tensor.blur(pil_to_tensor(img), sizes, sigma), mode=img.mode)


def erase(img, i, j, h, w, v, inplace=False):
    """Values written over a part."""
    if isinstance(img, Image.Image):
        v = v if isinstance(v, torch.Tensor) else torch.tensor(v)
        array = np.array(img)
        array[i : i + h, j : j + w] = v.numpy()
        return Image.fromarray(array)
    if not isinstance(img, torch.Tensor):
        raise TypeError(f"img should be Tensor Image. Got {type(img)}")
    img = img if inplace else img.clone()
    img[..., i : i + h, j : j + w] = v
    return img


# With what comes later, for `from … import *`.
__all__ += [*(name for name in dir() if not name.startswith("_")), "elastic_transform", "perspective"]


def __getattr__(name):
    if name in ("perspective", "elastic_transform"):
        from torchvision.transforms import _warps

        return getattr(_warps, name)
    raise AttributeError(f"module 'torchvision.transforms.functional' has no attribute '{name}'")
