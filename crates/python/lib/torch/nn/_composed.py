"""Functions of `torch.nn.functional` composed from others; they come when one of them is asked for."""

import _torch
from _scalars import INTS
from torch._functions import meshgrid
from torch._kinds import in_c
from torch.autograd._named import made_by, node


def _listed(sizes):
    return f"[{', '.join(str(size) for size in sizes)}]"


def _kind_of(input):
    return input.type().removeprefix("torch.").removesuffix("Tensor")


def rms_norm(input, normalized_shape, weight=None, eps=None):
    """Divided by the root of the mean square over the last dimensions."""
    if not isinstance(input, _torch.Tensor):
        raise TypeError(f"rms_norm(): argument 'input' (position 1) must be Tensor, not {type(input).__name__}")
    if not input.is_floating_point():
        raise NotImplementedError(f'"rms_norm" not implemented for \'{_kind_of(input)}\'')
    if not isinstance(normalized_shape, (tuple, list)):
        raise TypeError(
            "rms_norm(): argument 'normalized_shape' (position 2) must be tuple of ints, not "
            + type(normalized_shape).__name__
        )
    sizes = tuple(normalized_shape)
    if not sizes:
        raise RuntimeError(
            "Expected normalized_shape to be at least 1-dimensional, i.e., containing at least one element, but got "
            "normalized_shape = []"
        )
    if weight is not None and tuple(weight.shape) != sizes:
        raise RuntimeError(
            "Expected weight to be of same shape as normalized_shape, but got weight of shape "
            f"{_listed(weight.shape)} and normalized_shape = {_listed(sizes)}"
        )
    if tuple(input.shape[-len(sizes) :]) != sizes:
        told = ", ".join(str(size) for size in sizes)
        raise RuntimeError(
            f"Given normalized_shape=[{told}], expected input with shape [*{told}], but got input of size"
            + _listed(input.shape)
        )
    eps = _torch._dtype_limits(input.dtype)["eps"] if eps is None else eps
    output = input * ((input * input).mean(tuple(range(-len(sizes), 0)), keepdim=True) + eps).rsqrt()
    return output if weight is None else output * weight


def _check_attended(query, key, value, attn_mask):
    wanted = "Expected query, key, and value to"
    if not query.dtype == key.dtype == value.dtype:
        kinds = [in_c(each) for each in (query, key, value)]
        raise RuntimeError(
            f"{wanted} have the same dtype, but got query.dtype: {kinds[0]} key.dtype: {kinds[1]} and value.dtype: {kinds[2]} "
            "instead."
        )
    if min(query.dim(), key.dim(), value.dim()) < 2:
        raise RuntimeError(
            f"{wanted} all be  at least 2 dimensional, but got query.dim: {query.dim()} key.dim: {key.dim()} and value.dim: "
            f"{value.dim()} instead."
        )
    if attn_mask is not None and attn_mask.dtype not in (_torch.bool, _torch.float32, query.dtype):
        raise RuntimeError(
            "Expected attn_mask dtype to be bool or float or to match query dtype, but got attn_mask.dtype: "
            f"{in_c(attn_mask)} and  query.dtype: {in_c(query)} instead."
        )


def scaled_dot_product_attention(query, key, value, attn_mask=None, dropout_p=0.0, is_causal=False, scale=None,
                                 enable_gqa=False):
    """softmax(query @ key.T * scale + mask) @ value; a query that may look at nothing gets 0."""
    for position, (name, given) in enumerate((("query", query), ("key", key), ("value", value)), 1):
        if not isinstance(given, _torch.Tensor):
            raise TypeError(
                f"scaled_dot_product_attention(): argument '{name}' (position {position}) must be Tensor, not "
                + type(given).__name__
            )
    _check_attended(query, key, value, attn_mask)
    if is_causal and attn_mask is not None:
        raise RuntimeError("_scaled_dot_product_attention: Explicit attn_mask should not be set when is_causal=True")
    if not 0 <= dropout_p <= 1:
        raise RuntimeError(f"dropout probability has to be between 0 and 1, but got {dropout_p:g}")
    if enable_gqa:
        if any(query.size(-3) % each.size(-3) for each in (key, value)):
            raise RuntimeError("Number of heads in key and value must divide the number of heads in query")
        key, value = (each.repeat_interleave(query.size(-3) // each.size(-3), -3) for each in (key, value))
    output = _attended(query, key, value, attn_mask, dropout_p, is_causal, scale)
    is_one = not dropout_p and query.size(-1) == value.size(-1) and not getattr(attn_mask, "requires_grad", False)
    if not is_one or query.dim() not in (3, 4):
        return output
    return made_by("SqueezeBackward1" if query.dim() == 3 else "ScaledDotProductFlashAttentionForCpuBackward0", output)


def _attended(query, key, value, attn_mask, dropout_p, is_causal, scale):
    scale = query.size(-1) ** -0.5 if scale is None else scale
    scores = query @ key.transpose(-2, -1) * scale
    if is_causal:
        attn_mask = _torch.ones(scores.shape[-2:], device=query.device).tril() == 1
    is_mask = attn_mask is not None and attn_mask.dtype is _torch.bool
    if is_mask:
        scores = scores.masked_fill(~attn_mask, float("-inf"))
    elif attn_mask is not None:
        scores = scores + attn_mask
    shares = scores.softmax(-1)
    if is_mask:
        shares = shares.masked_fill(~attn_mask.any(-1, keepdim=True), 0.0)
    return (_torch._functional["dropout"](shares, dropout_p) if dropout_p else shares) @ value


@node("PixelShuffleBackward0", "input")
def pixel_shuffle(input, upscale_factor):
    """Channels become finer images: (…, C·r², H, W) to (…, C, H·r, W·r)."""
    channels, height, width = _image_sizes("pixel_shuffle", "upscale_factor", input, upscale_factor)
    if channels % upscale_factor**2:
        raise RuntimeError(
            "pixel_shuffle expects its input's 'channel' dimension to be divisible by the square of upscale_factor, but "
            f"input.size(-3)={channels} is not divisible by {upscale_factor**2}"
        )
    fewer = channels // upscale_factor**2
    parts = input.unflatten(-3, (fewer, upscale_factor, upscale_factor))
    return _interleaved(parts, (-5, -2, -4, -1, -3), (fewer, height * upscale_factor, width * upscale_factor))


@node("PixelUnshuffleBackward0", "input")
def pixel_unshuffle(input, downscale_factor):
    """Coarser images with more channels: (…, C, H·r, W·r) to (…, C·r², H, W)."""
    channels, height, width = _image_sizes("pixel_unshuffle", "downscale_factor", input, downscale_factor)
    for name, at, size in (("height", -2, height), ("width", -1, width)):
        if size % downscale_factor:
            raise RuntimeError(
                f"pixel_unshuffle expects {name} to be divisible by downscale_factor, but input.size({at})={size} is not "
                f"divisible by {downscale_factor}"
            )
    height, width = height // downscale_factor, width // downscale_factor
    parts = input.unflatten(-1, (width, downscale_factor)).unflatten(-3, (height, downscale_factor))
    return _interleaved(parts, (-5, -3, -1, -4, -2), (channels * downscale_factor**2, height, width))


def _image_sizes(function, parameter, input, factor):
    if input.dim() < 3:
        raise RuntimeError(
            f"{function} expects input to have at least 3 dimensions, but got input with {input.dim()} dimension(s)"
        )
    if factor <= 0:
        raise RuntimeError(f"{function} expects a positive {parameter}, but got {factor}")
    return input.shape[-3:]


def _interleaved(parts, last, sizes):
    """`parts` with its last five dimensions in another order and then as images of these sizes."""
    batch = tuple(range(parts.dim() - 5))
    return parts.permute(*batch, *(parts.dim() + dim for dim in last)).reshape(*parts.shape[:-5], *sizes)


@node("ChannelShuffleBackward0", "input")
def channel_shuffle(input, groups):
    """Channels of several groups dealt out: one of each group, then the next of each."""
    if input.dim() <= 2:
        raise RuntimeError(f"channel_shuffle expects input with > 2 dims, but got input with sizes {_listed(input.shape)}")
    channels = input.size(1)
    if channels % groups:
        raise RuntimeError(
            f"Number of channels must be divisible by groups. Got {channels} channels and {groups} groups."
        )
    return input.unflatten(1, (groups, channels // groups)).transpose(1, 2).flatten(1, 2)


def local_response_norm(input, size, alpha=1e-4, beta=0.75, k=1.0):
    """Divided by (k + alpha · the mean square of `size` channels near by) to the power of beta."""
    if input.dim() < 3:
        raise ValueError(
            "Expected 3D or higher dimensionality                          "
            f"input (got {input.dim()} dimensions)"
        )
    functional = _torch._functional
    squares = (input * input).flatten(2).unsqueeze(1)
    near = functional["pad"](squares, (0, 0, size // 2, (size - 1) // 2))
    mean = functional["avg_pool2d"](near, (size, 1), 1).squeeze(1).reshape(input.shape)
    return input / (mean * alpha + k) ** beta


def alpha_dropout(input, p=0.5, training=False, inplace=False):
    """Dropout that keeps mean 0 and variance 1 of what SELU gives (Klambauer et al., 2017)."""
    if not isinstance(input, _torch.Tensor):
        raise TypeError(f"alpha_dropout(): argument 'input' (position 1) must be Tensor, not {type(input).__name__}")
    if p < 0 or p > 1:
        raise ValueError(f"dropout probability has to be between 0 and 1, but got {p}")
    if p == 0 or not training or input.numel() == 0:
        return input
    lowest = 1.7580993408473766
    scale = 1 / ((lowest**2 * p + 1) * (1 - p)) ** 0.5 if p < 1 else 0.0
    kept = _torch.empty_like(input).bernoulli_(1 - p)
    shift = (kept - 1) * (lowest * scale) + lowest * scale * p
    output = input * (kept * scale) + shift
    return input.copy_(output) if inplace else output


def gumbel_softmax(logits, tau=1, hard=False, eps=1e-10, dim=-1):
    """A softmax of logits with Gumbel noise (Jang et al., 2016); hard: one-hot, with the gradient of the soft one."""
    if eps != 1e-10:
        _torch._warn("`eps` parameter is deprecated and has no effect.")
    noise = -_torch.empty_like(logits).exponential_().log()
    soft = ((logits + noise) / tau).softmax(dim)
    if not hard:
        return soft
    chosen = _torch.zeros_like(soft).scatter(dim, soft.argmax(dim, keepdim=True), 1.0)
    return chosen - soft.detach() + soft


@node("PdistBackward0", "input")
def pdist(input, p=2.0):
    """The distances of all pairs of rows, each pair once."""
    if input.dim() != 2:
        raise RuntimeError(f"pdist only supports 2D tensors, got: {input.dim()}D")
    rows, others = _torch.ones(input.size(0), input.size(0)).triu(1).nonzero(as_tuple=True)
    return (input[rows] - input[others]).norm(p, -1)


def _lp_pool(input, norm_type, kernel_size, stride, ceil_mode, dims):
    kernel = (kernel_size,) * dims if isinstance(kernel_size, INTS) else tuple(kernel_size)
    count = 1
    for size in kernel:
        count *= size
    mean = _torch._functional[f"avg_pool{dims}d"](input**norm_type, kernel, stride, 0, ceil_mode)
    return (mean.sign() * mean.abs().relu() * count) ** (1 / norm_type)


def lp_pool1d(input, norm_type, kernel_size, stride=None, ceil_mode=False):
    """The norms of windows."""
    return _lp_pool(input, norm_type, kernel_size, stride, ceil_mode, 1)


def lp_pool2d(input, norm_type, kernel_size, stride=None, ceil_mode=False):
    """The norms of windows."""
    return _lp_pool(input, norm_type, kernel_size, stride, ceil_mode, 2)


def lp_pool3d(input, norm_type, kernel_size, stride=None, ceil_mode=False):
    """The norms of windows."""
    return _lp_pool(input, norm_type, kernel_size, stride, ceil_mode, 3)


def _max_unpool(input, indices, kernel_size, stride, padding, output_size, dims):
    each = lambda value: (value,) * dims if isinstance(value, INTS) else tuple(value)
    kernel, padding = each(kernel_size), each(padding)
    stride = kernel if stride is None else each(stride)
    if input.shape != indices.shape:
        raise RuntimeError(
            f"Expected shape of indices to be same as that of the input tensor ({_listed(input.shape)}) but got indices "
            f"tensor with shape: {_listed(indices.shape)}"
        )
    lead, old = input.shape[:-dims], input.shape[-dims:]
    usual = [(size - 1) * step + width - 2 * pad for size, step, width, pad in zip(old, stride, kernel, padding)]
    sizes = usual if output_size is None else list(output_size)[-dims:]
    count = 1
    for size in sizes:
        count *= size
    empty = input.new_zeros((*lead, count))
    filled = empty.scatter(-1, indices.flatten(-dims), input.flatten(-dims))
    return filled.reshape(*lead, *sizes)


def max_unpool1d(input, indices, kernel_size, stride=None, padding=0, output_size=None):
    """The largest values of windows where they came from, zeros elsewhere."""
    output = _max_unpool(input, indices, kernel_size, stride, padding, output_size, 1)
    return made_by("MaxUnpool2DBackward0", output)


def max_unpool2d(input, indices, kernel_size, stride=None, padding=0, output_size=None):
    """The largest values of windows where they came from, zeros elsewhere."""
    output = _max_unpool(input, indices, kernel_size, stride, padding, output_size, 2)
    return made_by("MaxUnpool2DBackward0", output)


def max_unpool3d(input, indices, kernel_size, stride=None, padding=0, output_size=None):
    """The largest values of windows where they came from, zeros elsewhere."""
    output = _max_unpool(input, indices, kernel_size, stride, padding, output_size, 3)
    return made_by("MaxUnpool3DBackward0", output)


def _told_of_corners():
    _torch._warn(
        "Default grid_sample and affine_grid behavior has changed to align_corners=False since 1.3.0. Please specify "
        "align_corners=True if the old behavior is desired. See the documentation of grid_sample for details."
    )


def _check_affine(theta, size):
    if not theta.is_floating_point():
        raise ValueError(f"Expected theta to have floating point type, but got {theta.dtype}")
    if len(size) not in (4, 5):
        raise NotImplementedError(
            "affine_grid only supports 4D and 5D sizes, for 2D and 3D affine transforms, respectively. Got size "
            f"{size}."
        )
    dims = len(size) - 2
    if theta.dim() != 3 or theta.shape[1:] != (dims, dims + 1):
        raise ValueError(
            f"Expected a batch of {dims}D affine matrices of shape Nx{dims}x{dims + 1} for size {tuple(size)}. "
            f"Got {theta.shape}."
        )
    if min(size) <= 0:
        raise ValueError(f"Expected non-zero, positive output size. Got {tuple(size)}")


def affine_grid(theta, size, align_corners=None):
    """Places in images, or spaces, between -1 and 1, that affine maps take each pixel of a result of that size to."""
    if align_corners is None:
        _told_of_corners()
    _check_affine(theta, size)
    count, _, *lengths = size
    axes = []
    for length in lengths:
        ends = (-1, 1) if length > 1 else (0, 0)
        line = _torch.linspace(*ends, length, dtype=theta.dtype, device=theta.device)
        axes.append(line if align_corners else line * ((length - 1) / length))
    grids = meshgrid(*axes, indexing="ij")
    places = _torch.stack([*grids[::-1], _torch.ones_like(grids[0])], -1)
    grid = (places.reshape(1, -1, len(lengths) + 1) @ theta.transpose(1, 2)).reshape(count, *lengths, len(lengths))
    return made_by("AffineGridGeneratorBackward0", grid)


def _check_grid(input, grid):
    def refuse(expected, *both):
        sizes = " and ".join(f"{name} with sizes {list(tensor.shape)}" for name, tensor in both)
        raise RuntimeError(f"grid_sampler(): expected {expected}, but got {sizes}")

    both = ("input", input), ("grid", grid)
    if input.size(0) != grid.size(0):
        refuse("grid and input to have same batch size", *both)
    if grid.size(-1) != input.dim() - 2:
        refuse(f"grid to have size {input.dim() - 2} in last dimension", both[1])
    if input.dim() != grid.dim():
        refuse(f"{input.dim()}D input and grid with same number of dimensions", *both)
    if input.dim() != 4:
        raise NotImplementedError("torch.nn.functional.grid_sample: only images are built into this torch")


def grid_sample(input, grid, mode="bilinear", padding_mode="zeros", align_corners=None):
    """The values of images at places, which grid has between -1 and 1 for each pixel of the result: x, then y."""
    if mode not in ("bilinear", "nearest") or padding_mode not in ("zeros", "border"):
        if mode not in ("bilinear", "nearest", "bicubic"):
            raise ValueError(
                f"nn.functional.grid_sample(): expected mode to be 'bilinear', 'nearest' or 'bicubic', but got: '{mode}'"
            )
        if padding_mode not in ("zeros", "border", "reflection"):
            raise ValueError(
                "nn.functional.grid_sample(): expected padding_mode to be 'zeros', 'border', or 'reflection', but got: "
                f"'{padding_mode}'"
            )
        raise NotImplementedError(
            f"torch.nn.functional.grid_sample: mode={mode!r} with padding_mode={padding_mode!r} is not built into this torch"
        )
    if align_corners is None:
        _told_of_corners()
    _check_grid(input, grid)
    count, channels, *sizes = input.shape
    places = []
    for axis, size in ((1, sizes[0]), (0, sizes[1])):
        place = (grid[..., axis] + 1) / 2 * (size - 1) if align_corners else ((grid[..., axis] + 1) * size - 1) / 2
        places.append(place.clamp(0, size - 1) if padding_mode == "border" else place)
    flat = input.flatten(2)

    def at(rows, columns):
        inside = (rows >= 0) & (rows < sizes[0]) & (columns >= 0) & (columns < sizes[1])
        index = rows.clamp(0, sizes[0] - 1) * sizes[1] + columns.clamp(0, sizes[1] - 1)
        values = flat.gather(2, index.reshape(count, 1, -1).expand(count, channels, -1))
        return values.reshape(count, channels, *index.shape[1:]) * inside.unsqueeze(1)

    if mode == "nearest":
        return made_by("GridSampler2DBackward0", at(*(place.round().long() for place in places)))
    first = [place.floor() for place in places]
    down, right = ((place - start).unsqueeze(1) for place, start in zip(places, first))
    top, left = (start.long() for start in first)
    upper = at(top, left) * (1 - right) + at(top, left + 1) * right
    lower = at(top + 1, left) * (1 - right) + at(top + 1, left + 1) * right
    return made_by("GridSampler2DBackward0", upper * (1 - down) + lower * down)
