"""Two pictures in one: through a mask, by a share, or over each other.

What it is not: pictures; pixels are tensors here. Start reading at `through`.
"""

import torch
from PIL import _modes


def divided(values):
    """Whole numbers by 255, rounded."""
    return ((values >> 8) + values) >> 8


def through(upper, lower, mask):
    """The upper one as strong as a mask of bytes says."""
    mask = mask.int() if upper.ndim == mask.ndim else mask.int().unsqueeze(-1)
    if upper.dtype != torch.uint8:
        return torch.where(mask > 127, upper, lower)
    return divided(upper.int() * mask + lower.int() * (255 - mask) + 128).to(torch.uint8)


def blended(first, second, share):
    """The first, and so much of the way from it to the second."""
    first_values = first.float()
    made = first_values + share * (second.float() - first_values)
    return _modes.clipped(made.trunc()) if first.dtype == torch.uint8 else made


def over(lower, upper):
    """RGBA over RGBA."""
    lower, upper = lower.int(), upper.int()
    below, above = lower[..., 3:], upper[..., 3:]
    whole = above * 255 + below * (255 - above)
    share = torch.div(above * 255 * 255 * 128, torch.where(whole == 0, 1, whole), rounding_mode="trunc")
    mixed = upper[..., :3] * share + lower[..., :3] * (255 * 128 - share)
    colours = divided(mixed + (0x80 << 7)) >> 7
    made = torch.cat([colours, divided(whole + 0x80)], -1)
    return torch.where(above == 0, lower, made).to(torch.uint8)
