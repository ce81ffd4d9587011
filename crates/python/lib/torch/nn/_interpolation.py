"""`torch.nn.functional.interpolate`: all but the first two dimensions scaled.

What it is not: the smoothing of what is made smaller (`antialias`). Start reading at `interpolate`.
"""

import _torch
from _scalars import NUMBERS
from torch.autograd._named import made_by

_MODES = "nearest linear bilinear bicubic trilinear lanczos area nearest-exact".split()
# How many dimensions the input of these has.
_BETWEEN = {"linear": 3, "bilinear": 4, "bicubic": 4, "trilinear": 5}


def interpolate(input, size=None, scale_factor=None, mode="nearest", align_corners=None, recompute_scale_factor=None,
                antialias=False):
    """Scales all but the first two dimensions: from the nearest old values, or between them by lines or cubics."""
    _check(input, size, scale_factor, mode, align_corners, antialias)
    dims = input.dim() - 2
    given = scale_factor if size is None else size
    given = list(given) if isinstance(given, (tuple, list)) else [given] * dims
    old = list(input.shape[2:])
    new = [int(length * factor) for length, factor in zip(old, given)] if size is None else [int(each) for each in given]
    _check_sizes(old, new)
    # The whole result is asked for first: one that is too large fails before the indices are made.
    input.new_empty((*input.shape[:2], *new))
    if mode == "area":
        return _torch._functional[f"adaptive_avg_pool{dims}d"](input, new)
    output = input
    # From the last dimension on: rounding goes as in PyTorch.
    for dim, length, target, factor in reversed(list(zip(range(2, dims + 2), old, new, given))):
        is_factor = size is None and not recompute_scale_factor
        step = 1 / factor if is_factor else length / target
        output = _along(output, dim, mode, step, target, align_corners)
    kind = {"nearest": "Nearest", "nearest-exact": "NearestExact", "bicubic": "Bicubic"}.get(mode, mode.capitalize())
    return made_by(f"Upsample{kind}{dims}DBackward0", output)


def _along(input, dim, mode, step, target, align_corners):
    """One dimension brought to `target` values, whose places are `step` old ones apart."""
    length = input.size(dim)
    numbers = _torch.arange(target, dtype=_torch.float64, device=input.device)
    if mode.startswith("nearest"):
        places = (numbers + 0.5 if mode == "nearest-exact" else numbers) * step
        return input.index_select(dim, places.long().clamp(max=length - 1))
    # In the input's own precision, as PyTorch: cubics cancel, so that the last digits follow from it.
    numbers = numbers.to(input.dtype)
    places = numbers * ((length - 1) / (target - 1) if target > 1 else 0.0) if align_corners else (numbers + 0.5) * step - 0.5
    return _cubic(input, dim, places) if mode == "bicubic" else _linear(input, dim, places.clamp(min=0))


def _shares(input, dim, places, before):
    shape = [1] * input.dim()
    shape[dim] = -1
    return (places - before).to(input.dtype).reshape(shape)


def _linear(input, dim, places):
    """Values at places between those along a dimension, in proportion."""
    last = input.size(dim) - 1
    before = places.long().clamp(max=last)
    share = _shares(input, dim, places, before)
    return input.index_select(dim, before) * (1 - share) + input.index_select(dim, (before + 1).clamp(max=last)) * share


def _cubic(input, dim, places):
    """Values at places between those along a dimension, from the four around each (Keys, 1981, with a = -0.75)."""
    last = input.size(dim) - 1
    before = places.floor().long()
    share = _shares(input, dim, places, before)
    weights = (_far(share + 1), _near(share), _near(1 - share), _far(2 - share))
    total = 0
    for offset, weight in zip(range(-1, 3), weights):
        total = total + input.index_select(dim, (before + offset).clamp(0, last)) * weight
    return total


def _near(x, a=-0.75):
    return ((a + 2) * x - (a + 3)) * x * x + 1


def _far(x, a=-0.75):
    return ((a * x - 5 * a) * x + 8 * a) * x - 4 * a


def _check_sizes(old, new):
    if all(each > 0 for each in (*old, *new)):
        return
    names = ("D", "H", "W")[-len(old):]
    before = ", ".join(f"{name}: {each}" for name, each in zip(names, old))
    after = ", ".join(f"{name}: {each}" for name, each in zip(names, new))
    raise RuntimeError(f"Input and output sizes should be greater than 0, but got input ({before}) output ({after})")


def _check(input, size, scale_factor, mode, align_corners, antialias):
    if input.dim() not in (3, 4, 5) or mode not in _MODES:
        raise NotImplementedError(
            f"Input Error: Only 3D, 4D and 5D input Tensors supported (got {input.dim()}D) for the modes: "
            f"{' | '.join(_MODES)} (got {mode})"
        )
    if mode == "lanczos":
        raise NotImplementedError(f"torch.nn.functional.interpolate: mode={mode!r} is not built into this torch")
    if input.dim() != _BETWEEN.get(mode, input.dim()):
        raise NotImplementedError(f"Got {input.dim()}D input, but {mode} mode needs {_BETWEEN[mode]}D input")
    if align_corners is not None and mode not in _BETWEEN:
        raise ValueError(
            "align_corners option can only be set with the interpolating modes: linear | bilinear | bicubic | trilinear"
        )
    if antialias and mode in ("bilinear", "bicubic"):
        raise NotImplementedError("torch.nn.functional.interpolate: antialias=True is not built into this torch")
    if antialias:
        raise ValueError(
            "Anti-alias option is restricted to bilinear, bicubic, and lanczos modes and requires a 4-D tensor as input"
        )
    if size is not None and scale_factor is not None:
        raise ValueError("only one of size or scale_factor should be defined")
    if size is None and scale_factor is None:
        raise ValueError("either size or scale_factor should be defined")
    for name, given in (("output", size), ("scale_factor", scale_factor)):
        _check_given(list(input.shape[2:]), name, given)


def _check_given(spatial, name, given):
    if isinstance(given, (tuple, list)) and len(given) != len(spatial):
        is_size = name == "output"
        short = "output size of " if is_size else "scale_factor of shape "
        form = (
            "format and output size in (o1, o2, ...,oK) format."
            if is_size
            else "format and scale_factor in (s1, s2, ...,sK) format."
        )
        raise ValueError(
            f"Input and {name} must have the same number of spatial dimensions, but got input with spatial dimensions of "
            f"{spatial} and {short}{given}. Please provide input tensor in (N, C, d1, d2, ...,dK) {form}"
        )
    for value in given if isinstance(given, (tuple, list)) else (given,):
        if value is not None and not isinstance(value, NUMBERS):
            raise TypeError(f"interpolate(): argument '{name}' must be numbers, not {type(value).__name__}")


def upsample(input, size=None, scale_factor=None, mode="nearest", align_corners=None):
    """The former name of interpolate."""
    _torch._warn("`nn.functional.upsample` is deprecated. Use `nn.functional.interpolate` instead.")
    return interpolate(input, size, scale_factor, mode, align_corners)
