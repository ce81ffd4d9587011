"""Functions of `torch.nn.functional` composed from others; they come when one of them is asked for."""

import _torch


def _listed(sizes):
    return f"[{', '.join(str(size) for size in sizes)}]"


def rms_norm(input, normalized_shape, weight=None, eps=None):
    """Divided by the root of the mean square over the last dimensions."""
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


def scaled_dot_product_attention(query, key, value, attn_mask=None, dropout_p=0.0, is_causal=False, scale=None):
    """softmax(query @ key.T * scale + mask) @ value; a query that may look at nothing gets 0."""
    for position, (name, given) in enumerate((("query", query), ("key", key), ("value", value)), 1):
        if not isinstance(given, _torch.Tensor):
            raise TypeError(
                f"scaled_dot_product_attention(): argument '{name}' (position {position}) must be Tensor, not "
                + type(given).__name__
            )
    if is_causal and attn_mask is not None:
        raise RuntimeError("_scaled_dot_product_attention: Explicit attn_mask should not be set when is_causal=True")
    if not 0 <= dropout_p <= 1:
        raise RuntimeError(f"dropout probability has to be between 0 and 1, but got {dropout_p}")
    scale = query.size(-1) ** -0.5 if scale is None else scale
    scores = query @ key.transpose(-2, -1) * scale
    if is_causal:
        attn_mask = _torch.ones(scores.shape[-2:]).tril() == 1
    is_mask = attn_mask is not None and attn_mask.dtype is _torch.bool
    if is_mask:
        scores = scores.masked_fill(~attn_mask, float("-inf"))
    elif attn_mask is not None:
        scores = scores + attn_mask
    shares = scores.softmax(-1)
    if is_mask:
        shares = shares.masked_fill(~attn_mask.any(-1, keepdim=True), 0.0)
    return _torch._functional["dropout"](shares, dropout_p) @ value


_MODES = "nearest linear bilinear bicubic trilinear lanczos area nearest-exact".split()


def interpolate(input, size=None, scale_factor=None, mode="nearest", align_corners=None, recompute_scale_factor=None,
                antialias=False):
    """Scales all but the first two dimensions: from the nearest old values, or linearly between them."""
    _check_interpolation(input, size, scale_factor, mode, align_corners, antialias)
    dims = input.dim() - 2
    given = scale_factor if size is None else size
    given = list(given) if isinstance(given, (tuple, list)) else [given] * dims
    old = list(input.shape[2:])
    new = [int(length * factor) for length, factor in zip(old, given)] if size is None else [int(each) for each in given]
    if any(each <= 0 for each in [*old, *new]):
        names = ("D", "H", "W")[-dims:]
        before = ", ".join(f"{name}: {each}" for name, each in zip(names, old))
        after = ", ".join(f"{name}: {each}" for name, each in zip(names, new))
        raise RuntimeError(
            f"Input and output sizes should be greater than 0, but got input ({before}) output ({after})"
        )
    # The whole result is asked for first: one that is too large fails before the indices are made.
    input.new_empty((*input.shape[:2], *new))
    if mode == "area":
        return _torch._functional[f"adaptive_avg_pool{dims}d"](input, new)
    for dim, (length, target, factor) in enumerate(zip(old, new, given), 2):
        is_factor = size is None and not recompute_scale_factor
        step = 1 / factor if is_factor else length / target
        numbers = _torch.arange(target, dtype=_torch.float64, device=input.device)
        if mode.startswith("nearest"):
            places = (numbers + 0.5 if mode == "nearest-exact" else numbers) * step
            input = input.index_select(dim, places.long().clamp(max=length - 1))
        elif align_corners:
            input = _between(input, dim, numbers * ((length - 1) / (target - 1) if target > 1 else 0.0))
        else:
            input = _between(input, dim, ((numbers + 0.5) * step - 0.5).clamp(min=0))
    return input


def _between(input, dim, places):
    """Values at places between those along a dimension, in proportion."""
    last = input.size(dim) - 1
    before = places.long().clamp(max=last)
    shape = [1] * input.dim()
    shape[dim] = -1
    share = (places - before).to(input.dtype).reshape(shape)
    return input.index_select(dim, before) * (1 - share) + input.index_select(dim, (before + 1).clamp(max=last)) * share


_LINEAR = {"linear": 3, "bilinear": 4, "trilinear": 5}


def _check_interpolation(input, size, scale_factor, mode, align_corners, antialias):
    if input.dim() not in (3, 4, 5) or mode not in _MODES:
        raise NotImplementedError(
            f"Input Error: Only 3D, 4D and 5D input Tensors supported (got {input.dim()}D) for the modes: "
            f"{' | '.join(_MODES)} (got {mode})"
        )
    if mode in ("bicubic", "lanczos"):
        raise NotImplementedError(f"torch.nn.functional.interpolate: mode={mode!r} is not built into this torch")
    if input.dim() != _LINEAR.get(mode, input.dim()):
        raise NotImplementedError(f"Got {input.dim()}D input, but {mode} mode needs {_LINEAR[mode]}D input")
    if align_corners is not None and mode not in _LINEAR:
        raise ValueError(
            "align_corners option can only be set with the interpolating modes: linear | bilinear | bicubic | trilinear"
        )
    if antialias and mode == "bilinear":
        raise NotImplementedError("torch.nn.functional.interpolate: antialias=True is not built into this torch")
    if antialias:
        raise ValueError(
            "Anti-alias option is restricted to bilinear, bicubic, and lanczos modes and requires a 4-D tensor as input"
        )
    if size is not None and scale_factor is not None:
        raise ValueError("only one of size or scale_factor should be defined")
    if size is None and scale_factor is None:
        raise ValueError("either size or scale_factor should be defined")
    spatial = list(input.shape[2:])
    for name, short, given in (("output", "output size", size), ("scale_factor", "scale_factor", scale_factor)):
        if isinstance(given, (tuple, list)) and len(given) != len(spatial):
            shape = "shape " if name == "scale_factor" else ""
            form = " and output size in (o1, o2, ...,oK) format." if name == "output" else " format and scale_factor in (s1, s2, ...,sK) format."
            raise ValueError(
                f"Input and {name} must have the same number of spatial dimensions, but got input with spatial "
                f"dimensions of {spatial} and {short} of {shape}{given}. Please provide input tensor in (N, C, d1, d2, "
                f"...,dK){' format' if name == 'output' else ''}{form}"
            )
        for value in given if isinstance(given, (tuple, list)) else (given,):
            if value is not None and not isinstance(value, (int, float)):
                raise TypeError(f"interpolate(): argument '{name}' must be numbers, not {type(value).__name__}")


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


def channel_shuffle(input, groups):
    """Channels of several groups dealt out: one of each group, then the next of each."""
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
    noise = -_torch.empty_like(logits).exponential_().log()
    soft = ((logits + noise) / tau).softmax(dim)
    if not hard:
        return soft
    chosen = _torch.zeros_like(soft).scatter(dim, soft.argmax(dim, keepdim=True), 1.0)
    return chosen - soft.detach() + soft


def pdist(input, p=2.0):
    """The distances of all pairs of rows, each pair once."""
    if input.dim() != 2:
        raise RuntimeError(f"pdist only supports 2D tensors, got: {input.dim()}D")
    rows, others = _torch.ones(input.size(0), input.size(0)).triu(1).nonzero(as_tuple=True)
    return (input[rows] - input[others]).norm(p, -1)


def embedding_bag(input, weight, offsets=None, max_norm=None, norm_type=2, scale_grad_by_freq=False, mode="mean",
                  sparse=False, per_sample_weights=None, include_last_offset=False, padding_idx=None):
    """The sums, means or largest values of bags of rows of weight: the rows of input, or what begins at each offset."""
    if max_norm is not None or scale_grad_by_freq or sparse:
        raise NotImplementedError("embedding_bag: max_norm, scale_grad_by_freq and sparse are not built into this torch")
    if mode not in ("sum", "mean", "max"):
        raise ValueError("mode has to be one of sum, mean or max")
    if per_sample_weights is not None:
        if input.shape != per_sample_weights.shape:
            raise ValueError(
                "embedding_bag: If per_sample_weights is not None, then it must have the same shape as the input "
                f"({input.shape})"
            )
        if mode != "sum":
            raise NotImplementedError(
                "embedding_bag: per_sample_weights was not None. per_sample_weights is only supported for mode='sum' "
                f"(got mode='{mode}'). Please open a feature request on GitHub."
            )
    bags, count = _bags(input, offsets, include_last_offset)
    places = input.reshape(-1)
    values = weight[places]
    if per_sample_weights is not None:
        values = values * per_sample_weights.reshape(-1, 1)
    if padding_idx is not None:
        counted = places != padding_idx % weight.size(0)
        values, bags = values[counted], bags[counted]
    if mode == "max":
        rows = [values[bags == bag] for bag in range(count)]
        nothing = values.new_zeros((values.size(1),))
        return _torch.stack([row.amax(0) if len(row) else nothing for row in rows])
    total = values.new_zeros((count, values.size(1))).index_add(0, bags, values)
    if mode == "sum":
        return total
    return total / _torch.bincount(bags, minlength=count).clamp(min=1).unsqueeze(1).to(total.dtype)


def _bags(input, offsets, include_last_offset):
    """Which bag each place of input belongs to, and how many there are."""
    if input.dim() == 2:
        if offsets is not None:
            raise ValueError(
                "if input is 2D, then offsets has to be None, as input is treated is a mini-batch of fixed length "
                f"sequences. However, found offsets of type {type(offsets)}"
            )
        return _torch.arange(input.size(0), device=input.device).repeat_interleave(input.size(1)), input.size(0)
    if input.dim() != 1:
        raise ValueError(f"input has to be 1D or 2D Tensor, but got Tensor of dimension {input.dim()}")
    if offsets is None:
        raise ValueError("offsets has to be a 1D Tensor but got None")
    if offsets.dim() != 1:
        raise ValueError(f"offsets has to be a 1D Tensor but got Tensor of dimension {offsets.dim()}")
    starts = offsets[:-1] if include_last_offset else offsets
    if len(starts) and starts[0] != 0:
        raise RuntimeError(
            "offsets[0] has to be 0, i.e., the first sequence in the mini-batch has to start from position 0. However, "
            f"got {int(starts[0])}"
        )
    if len(starts) and starts[-1] > len(input):
        raise RuntimeError(
            f"offsets[-1] can not be greater than input's length({len(input)}), but got offsets[-1] of {int(starts[-1])}"
        )
    places = _torch.arange(len(input), device=input.device)
    return _torch.searchsorted(starts.contiguous(), places, right=True) - 1, len(starts)


def _lp_pool(input, norm_type, kernel_size, stride, ceil_mode, dims):
    kernel = (kernel_size,) * dims if isinstance(kernel_size, int) else tuple(kernel_size)
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


def _max_unpool(input, indices, kernel_size, stride, padding, output_size, dims):
    each = lambda value: (value,) * dims if isinstance(value, int) else tuple(value)
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
    return _max_unpool(input, indices, kernel_size, stride, padding, output_size, 1)


def max_unpool2d(input, indices, kernel_size, stride=None, padding=0, output_size=None):
    """The largest values of windows where they came from, zeros elsewhere."""
    return _max_unpool(input, indices, kernel_size, stride, padding, output_size, 2)


def affine_grid(theta, size, align_corners=False):
    """Places in images, between -1 and 1, that affine maps (N, 2, 3) take each pixel of a result of that size to."""
    count, _, height, width = size
    axes = []
    for length in (height, width):
        line = _torch.linspace(-1, 1, length, dtype=theta.dtype, device=theta.device)
        axes.append(line if align_corners else line * ((length - 1) / length))
    down, right = (axis.expand(height, width) for axis in (axes[0].unsqueeze(1), axes[1]))
    places = _torch.stack([right, down, _torch.ones_like(right)], -1)
    return (places.reshape(1, -1, 3) @ theta.transpose(1, 2)).reshape(count, height, width, 2)


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
    if input.dim() != 4 or grid.dim() != 4:
        raise NotImplementedError("torch.nn.functional.grid_sample: only images are built into this torch")
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
        return at(*(place.round().long() for place in places))
    first = [place.floor() for place in places]
    down, right = ((place - start).unsqueeze(1) for place, start in zip(places, first))
    top, left = (start.long() for start in first)
    upper = at(top, left) * (1 - right) + at(top, left + 1) * right
    lower = at(top + 1, left) * (1 - right) + at(top + 1, left + 1) * right
    return upper * (1 - down) + lower * down


def upsample(input, size=None, scale_factor=None, mode="nearest", align_corners=None):
    """The former name of interpolate."""
    _torch._warn("`nn.functional.upsample` is deprecated. Use `nn.functional.interpolate` instead.")
    return interpolate(input, size, scale_factor, mode, align_corners)
