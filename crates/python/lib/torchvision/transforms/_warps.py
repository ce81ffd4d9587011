"""Pictures seen from aside, and pictures as if of rubber.

What it is not: straight lines that stay parallel, which are `_geometry`'s. Start reading at `perspective`.
"""

import torch
from _scalars import FLOATS, NUMBERS
from PIL import Image
from torch import nn
from torchvision.transforms import _pil, _tensor, functional as F
from torchvision.transforms._modes import PIL_NUMBERS, InterpolationMode, checked
from torchvision.transforms._types import whole

_BILINEAR = InterpolationMode.BILINEAR


def _coefficients(startpoints, endpoints):
    """What leads from four corners of the new picture back to those of the old one."""
    if len(startpoints) != 4 or len(endpoints) != 4:
        raise ValueError(
            f"Please provide exactly four corners, got {len(startpoints)} startpoints and {len(endpoints)} endpoints."
        )
    rows = []
    for (x, y), (old_x, old_y) in zip(endpoints, startpoints):
        rows.append([x, y, 1, 0, 0, 0, -old_x * x, -old_x * y])
        rows.append([0, 0, 0, x, y, 1, -old_y * x, -old_y * y])
    wanted = torch.tensor(startpoints, dtype=torch.float64).view(8)
    return torch.linalg.solve(torch.tensor(rows, dtype=torch.float64), wanted).float().tolist()


def perspective(img, startpoints, endpoints, interpolation=_BILINEAR, fill=None):
    """With its corners, from the top left on, moved from some points to others."""
    coefficients, mode = _coefficients(startpoints, endpoints), checked(interpolation).value
    if isinstance(img, Image.Image):
        return _pil.perspective(img, coefficients, PIL_NUMBERS[mode], fill)
    if not isinstance(img, torch.Tensor):
        raise TypeError(f"img should be PIL Image. Got {type(img)}")
    return _tensor.sampled(img, _aside(coefficients, *img.shape[-2:]), mode, fill)


def _aside(coefficients, height, width):
    """Where each place of the new picture comes from, from -1 to 1."""
    a, b, c, d, e, f, g, h = coefficients
    across = torch.linspace(0.5, width - 0.5, width).reshape(1, width, 1).expand(height, width, 1)
    down = torch.linspace(0.5, height - 0.5, height).reshape(height, 1, 1).expand(height, width, 1)
    places = torch.cat([across, down, torch.ones(height, width, 1)], 2).view(1, height * width, 3)
    above = torch.tensor([[a, b, c], [d, e, f]]).T / torch.tensor([0.5 * width, 0.5 * height])
    below = torch.tensor([[g, h, 1.0], [g, h, 1.0]]).T
    return (places @ above / (places @ below) - 1.0).view(1, height, width, 2)


def elastic_transform(img, displacement, interpolation=_BILINEAR, fill=None):
    """With each place moved by what a tensor (1, H, W, 2) says, where the picture is 2 wide and high."""
    if not isinstance(displacement, torch.Tensor):
        raise TypeError("Argument displacement should be a Tensor")
    is_picture = isinstance(img, Image.Image)
    tensor = F.pil_to_tensor(img) if is_picture else img
    if not isinstance(tensor, torch.Tensor):
        raise TypeError(f"img should be PIL Image or Tensor. Got {type(img)}")
    height, width = tensor.shape[-2:]
    wanted = torch.Size([1, height, width, 2])
    if displacement.shape != wanted:
        raise ValueError(f"Argument displacement shape should be {wanted}, but given {displacement.shape}")
    steps = [torch.linspace((1 - size) / size, (size - 1) / size, size) for size in (height, width)]
    down, across = torch.meshgrid(*steps, indexing="ij")
    grid = torch.stack([across, down], -1).unsqueeze(0) + displacement
    made = _tensor.sampled(tensor, grid, checked(interpolation).value, fill)
    return F.to_pil_image(made, mode=img.mode) if is_picture else made


class RandomPerspective(nn.Module):
    """Seen from aside, sometimes."""

    def __init__(self, distortion_scale=0.5, p=0.5, interpolation=_BILINEAR, fill=0):
        super().__init__()
        self.p, self.distortion_scale = p, distortion_scale
        self.interpolation = checked(interpolation)
        if not isinstance(fill, (NUMBERS, list, tuple, str)) and fill is not None:
            raise TypeError("Fill should be either a sequence or a number.")
        self.fill = 0 if fill is None else fill

    @staticmethod
    def get_params(width, height, distortion_scale):
        """Four corners before and after."""
        wide, high = int(distortion_scale * (width // 2)), int(distortion_scale * (height // 2))
        left, top = lambda: whole(wide + 1), lambda: whole(high + 1)
        right = lambda: torch.randint(width - wide - 1, width, size=(1,)).item()
        bottom = lambda: torch.randint(height - high - 1, height, size=(1,)).item()
        before = [[0, 0], [width - 1, 0], [width - 1, height - 1], [0, height - 1]]
        return before, [[x(), y()] for x, y in ((left, top), (right, top), (right, bottom), (left, bottom))]

    def forward(self, img):
        fill, (channels, height, width) = self.fill, F.get_dimensions(img)
        if isinstance(img, torch.Tensor):
            fill = [float(fill)] * channels if isinstance(fill, NUMBERS) else [float(each) for each in fill]
        if torch.rand(1) < self.p:
            before, after = self.get_params(width, height, self.distortion_scale)
            return F.perspective(img, before, after, self.interpolation, fill)
        return img

    def __repr__(self):
        return f"{type(self).__name__}(p={self.p})"


def _two(name, value):
    """A pair of floats from one or two."""
    if not isinstance(value, (FLOATS, list, tuple)):
        raise TypeError(f"{name} should be float or a sequence of floats. Got {type(value)}")
    if isinstance(value, FLOATS):
        return [value, value]
    if len(value) != 2:
        raise ValueError(f"If {name} is a sequence its length should be 2. Got {len(value)}")
    for each in value:
        if not isinstance(each, FLOATS):
            raise TypeError(f"{name} should be a sequence of floats. Got {type(each)}")
    return value


class ElasticTransform(nn.Module):
    """As if of rubber: places near each other moved alike."""

    def __init__(self, alpha=50.0, sigma=5.0, interpolation=_BILINEAR, fill=0):
        super().__init__()
        self.alpha, self.sigma = _two("alpha", alpha), _two("sigma", sigma)
        self.interpolation = checked(interpolation)
        if not isinstance(fill, (NUMBERS, list, tuple)):
            raise TypeError(f"fill should be int or float or a list or tuple of them. Got {type(fill)}")
        self.fill = [float(each) for each in (fill if isinstance(fill, (list, tuple)) else [fill])]

    @staticmethod
    def get_params(alpha, sigma, size):
        """How far each place is moved, (1, H, W, 2)."""
        moves = []
        for strength, spread, length in zip(alpha, sigma, reversed(size)):
            move = torch.rand([1, 1, *size]) * 2 - 1
            if spread > 0.0:
                kernel = int(8 * spread + 1) | 1
                move = F.gaussian_blur(move, [kernel, kernel], sigma)
            moves.append(move * strength / length)
        return torch.cat(moves, 1).permute(0, 2, 3, 1)

    def forward(self, tensor):
        _, height, width = F.get_dimensions(tensor)
        displacement = self.get_params(self.alpha, self.sigma, [height, width])
        return F.elastic_transform(tensor, displacement, self.interpolation, self.fill)

    def __repr__(self):
        return (
            f"{type(self).__name__}(alpha={self.alpha}, sigma={self.sigma}, interpolation={self.interpolation}, "
            f"fill={self.fill})"
        )
