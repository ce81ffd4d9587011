"""What transforms do with tensors of shape (..., C, H, W).

What it is not: pictures of PIL, which are `_pil`'s. Start reading at `resize`.
"""

import torch
from _scalars import NUMBERS
from PIL._resample import weights_of
from torch.nn import functional as F


def size_of(img):
    """(channels, height, width)."""
    if img.ndim < 2:
        raise TypeError("Tensor is not a torch image.")
    return (1 if img.ndim == 2 else img.shape[-3], img.shape[-2], img.shape[-1])


def bound_of(img):
    """The value of white."""
    if img.is_floating_point():
        return 1
    return 255 if img.dtype == torch.uint8 else torch.iinfo(img.dtype).max


def hflip(img):
    return img.flip(-1)


def vflip(img):
    return img.flip(-2)


def crop(img, top, left, height, width):
    """A part; black where it reaches beyond."""
    _, full_height, full_width = size_of(img)
    bottom, right = top + height, left + width
    part = img[..., max(top, 0) : bottom, max(left, 0) : right]
    edges = [
        max(min(right, 0) - left, 0),
        max(right - max(full_width, left), 0),
        max(min(bottom, 0) - top, 0),
        max(bottom - max(full_height, top), 0),
    ]
    return F.pad(part, edges) if any(edges) else part


def pad(img, edges, fill, mode):
    """With more at (left, top, right, bottom)."""
    if not isinstance(fill, NUMBERS):
        raise TypeError("Got inappropriate fill arg")
    left, top, right, bottom = edges
    sides = [left, right, top, bottom]
    if mode == "constant":
        return F.pad(img, sides, value=fill)
    batch = img if img.ndim == 4 else img.unsqueeze(0)
    if mode == "symmetric":
        rows = _mirrored(img.shape[-2], top, bottom)
        columns = _mirrored(img.shape[-1], left, right)
        return img[..., rows, :][..., columns]
    kind = "replicate" if mode == "edge" else mode
    made = _rounded(F.pad(_floats(batch), sides, mode=kind), img.dtype)
    return made if img.ndim == 4 else made.squeeze(0)


def _mirrored(size, before, behind):
    return torch.tensor([*reversed(range(before)), *range(size), *reversed(range(size - behind, size))])


def _floats(img):
    return img if img.is_floating_point() else img.float()


def _rounded(values, dtype):
    return values if dtype.is_floating_point else values.round().to(dtype)


def resize(img, size, mode, antialias):
    """In another size; with `antialias` each value is a mean of all that it covers."""
    if mode not in ("nearest", "nearest-exact", "bilinear", "bicubic"):
        raise ValueError("This interpolation mode is unsupported with Tensor input")
    if mode in ("nearest", "nearest-exact"):
        rows, columns = (_nearest(img.shape[at], size[at], mode) for at in (-2, -1))
        return img[..., rows, :][..., columns]
    values = _floats(img)
    if mode == "bilinear" and not antialias:
        batch = values.reshape(-1, 1, *values.shape[-2:])
        made = F.interpolate(batch, size=tuple(size), mode="bilinear", align_corners=False)
        return _rounded(made.reshape(*img.shape[:-2], *size), img.dtype)
    if mode == "bicubic" and not antialias:
        raise NotImplementedError("resize: interpolation=bicubic without antialias is not built into this torchvision")
    kind = 2 if mode == "bilinear" else 3
    across = weights_of(img.shape[-1], 0, img.shape[-1], size[1], kind).to(values.dtype)
    down = weights_of(img.shape[-2], 0, img.shape[-2], size[0], kind).to(values.dtype)
    made = down @ (values @ across.T)
    if mode == "bicubic" and not img.is_floating_point():
        made = made.clamp(0, 255)
    return _rounded(made, img.dtype)


def _nearest(size, count, mode):
    half = 0.5 if mode == "nearest-exact" else 0.0
    places = ((torch.arange(count, dtype=torch.float64) + half) * (size / count)).floor().long()
    return places.clamp(max=size - 1)


def grid_sampled(img, matrix, size, mode, fill):
    """Each place of a picture of that size (height, width) from where `matrix`, around the middle, says."""
    height, width = size
    across = torch.linspace(-width * 0.5 + 0.5, width * 0.5 - 0.5, width)
    down = torch.linspace(-height * 0.5 + 0.5, height * 0.5 - 0.5, height)
    theta = torch.tensor(matrix, dtype=torch.float32).reshape(2, 3).T
    theta = theta / torch.tensor([0.5 * img.shape[-1], 0.5 * img.shape[-2]])
    # Each product is added before it is rounded, as processors do it at once: on a pixel's edge that can be seen.
    places = across.reshape(1, -1, 1) * theta[0]
    places = (down.double().reshape(-1, 1, 1) * theta[1].double() + places.double()).float()
    grid = (places.double() + theta[2].double()).float().unsqueeze(0)
    return sampled(img, grid, mode, fill)


def sampled(img, grid, mode, fill):
    """Each place of a picture from where a grid (1, H, W, 2) says, from -1 to 1."""
    if mode not in ("nearest", "bilinear"):
        raise ValueError("This interpolation mode is unsupported with Tensor input")
    size = grid.shape[1:3]
    values = _floats(img).reshape(1, -1, *img.shape[-2:])
    channels = values.shape[1]
    if fill is not None:
        values = torch.cat([values, torch.ones_like(values[:, :1])], 1)
    made = F.grid_sample(values, grid, mode=mode, padding_mode="zeros", align_corners=False)
    if fill is not None:
        made, mask = made[:, :channels], made[:, channels:]
        fill = torch.tensor(fill if isinstance(fill, (list, tuple)) else [float(fill)]).reshape(1, -1, 1, 1)
        made = torch.where(mask < 0.5, fill, made) if mode == "nearest" else made * mask + (1.0 - mask) * fill
    return _rounded(made.reshape(*img.shape[:-2], *size), img.dtype)


# Colours


def blend(first, second, share):
    """So much of the first, and of the second what is left."""
    share = float(share)  # A whole number would keep bytes bytes.
    made = (share * first + (1.0 - share) * second).clamp(0, bound_of(first))
    return made.to(first.dtype)


def check_channels(img, allowed):
    """Raises TypeError for other numbers of channels."""
    count = size_of(img)[0]
    if count not in allowed:
        raise TypeError(f"Input image tensor permitted channel values are {allowed}, but found {count}")


def gray(img, channels=1):
    """In gray."""
    check_channels(img, [1, 3])
    if size_of(img)[0] == 3:
        red, green, blue = img.unbind(-3)
        made = (0.2989 * red + 0.587 * green + 0.114 * blue).to(img.dtype).unsqueeze(-3)
    else:
        made = img.clone()
    return made.expand(*img.shape[:-3], 3, *img.shape[-2:]) if channels == 3 else made


def brightness(img, factor):
    return blend(img, torch.zeros_like(img), factor)


def contrast(img, factor):
    check_channels(img, [1, 3])
    level = (gray(img) if size_of(img)[0] == 3 else img).to(_floats(img).dtype)
    return blend(img, level.mean((-3, -2, -1), keepdim=True), factor)


def saturation(img, factor):
    check_channels(img, [1, 3])
    return img if size_of(img)[0] == 1 else blend(img, gray(img), factor)


def hue(img, factor):
    check_channels(img, [1, 3])
    if size_of(img)[0] == 1:
        return img
    values = convert(img, torch.float32)
    turned, share, high = _hsv(values)
    return convert(_rgb((turned + factor) % 1.0, share, high), img.dtype)


def _hsv(img):
    red, green, blue = img.unbind(-3)
    high, low = img.amax(-3), img.amin(-3)
    is_gray, spread = high == low, high - low
    ones = torch.ones_like(high)
    share = spread / torch.where(is_gray, ones, high)
    divisor = torch.where(is_gray, ones, spread)
    from_red, from_green, from_blue = ((high - each) / divisor for each in (red, green, blue))
    turned = (high == red) * (from_blue - from_green)
    turned = turned + ((high == green) & (high != red)) * (2.0 + from_red - from_blue)
    turned = turned + ((high != green) & (high != red)) * (4.0 + from_green - from_red)
    return torch.fmod(turned / 6.0 + 1.0, 1.0), share, high


def _rgb(turned, share, high):
    sixth = (turned * 6.0).floor()
    part = turned * 6.0 - sixth
    p = (high * (1.0 - share)).clamp(0.0, 1.0)
    q = (high * (1.0 - share * part)).clamp(0.0, 1.0)
    t = (high * (1.0 - share * (1.0 - part))).clamp(0.0, 1.0)
    sixth = sixth.to(torch.int32) % 6
    sides = ((high, q, p, p, t, high), (t, high, high, q, p, p), (p, p, t, high, high, q))
    made = []
    for side in sides:
        band = side[0]
        for at in range(1, 6):
            band = torch.where(sixth == at, side[at], band)
        made.append(band)
    return torch.stack(made, -3)


def gamma(img, power, gain):
    values = convert(img, torch.float32)
    return convert((gain * values**power).clamp(0, 1), img.dtype)


def convert(img, dtype):
    """In another dtype, white staying white."""
    if img.dtype == dtype:
        return img
    if img.is_floating_point():
        if dtype.is_floating_point:
            return img.to(dtype)
        # Just below one more than white, so that every value has as much room.
        return (img * (torch.iinfo(dtype).max + 1.0 - 1e-3)).to(dtype)
    if dtype.is_floating_point:
        return img.to(dtype) / bound_of(img)
    shift = bound_of(img).bit_length() - torch.iinfo(dtype).max.bit_length()
    return (img >> shift).to(dtype) if shift > 0 else img.to(dtype) << -shift


def blur(img, kernel_size, sigma):
    """A bell's mean around each place."""
    (wide, high), (sigma_x, sigma_y) = kernel_size, sigma
    kernel = _bell(high, sigma_y).unsqueeze(-1) * _bell(wide, sigma_x)
    return _rounded(_filtered(img, kernel, "reflect"), img.dtype)


def _bell(size, sigma):
    half = (size - 1) * 0.5
    values = torch.exp(-0.5 * (torch.linspace(-half, half, size) / sigma) ** 2)
    return values / values.sum()


def _filtered(img, kernel, mode):
    values = _floats(img).reshape(-1, 1, *img.shape[-2:])
    high, wide = kernel.shape
    if mode is not None:
        values = F.pad(values, [wide // 2, wide // 2, high // 2, high // 2], mode=mode)
    made = F.conv2d(values, kernel.to(values.dtype).reshape(1, 1, high, wide))
    return made.reshape(*img.shape[:-2], *made.shape[-2:])


def sharpness(img, factor):
    if min(img.shape[-2:]) <= 2:
        return img
    kernel = torch.ones(3, 3)
    kernel[1, 1] = 5.0
    soft = img.clone()
    soft[..., 1:-1, 1:-1] = _rounded(_filtered(img, kernel / kernel.sum(), None), img.dtype)
    return blend(img, soft, factor)


def invert(img):
    return bound_of(img) - img


def solarize(img, threshold):
    if threshold > bound_of(img):
        raise TypeError("Threshold should be less than bound of img.")
    return torch.where(img >= threshold, invert(img), img)


def posterize(img, bits):
    if img.dtype != torch.uint8:
        raise TypeError(f"Only torch.uint8 image tensors are supported, but found {img.dtype}")
    return img & -int(2 ** (8 - bits))


def autocontrast(img):
    bound = float(bound_of(img))
    low, high = (each.to(_floats(img).dtype) for each in (img.amin((-2, -1), True), img.amax((-2, -1), True)))
    scale = (high - low).reciprocal() * bound
    flat = ~torch.isfinite(scale)
    low, scale = low.masked_fill(flat, 0), scale.masked_fill(flat, 1)
    return ((img - low) * scale).clamp(0, bound).to(img.dtype)


def equalize(img):
    if img.dtype != torch.uint8:
        raise TypeError(f"Only torch.uint8 image tensors are supported, but found {img.dtype}")
    flat = img.reshape(-1, *img.shape[-2:])
    return torch.stack([_equalized(each) for each in flat]).reshape(img.shape)


def _equalized(channel):
    counts = torch.bincount(channel.flatten().long(), minlength=256)
    found = counts[counts != 0]
    step = int(found[:-1].sum()) // 255
    if step == 0:
        return channel
    table = (counts.cumsum(0) + step // 2) // step
    table = F.pad(table, [1, 0])[:-1].clamp(0, 255)
    return table[channel.long()].to(torch.uint8)
