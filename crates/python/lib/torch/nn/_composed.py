"""Functions of `torch.nn.functional` composed from others: in use as long as there is no native one of the name."""

from math import tau as _tau

import _torch


def _listed(sizes):
    return f"[{', '.join(str(size) for size in sizes)}]"


def _reduced(values, reduction, size_average=None, reduce=None):
    """Values as 'mean', 'sum' or 'none' wants them; the two flags are the former spelling of the reduction."""
    if size_average is not None or reduce is not None:
        reduction = "none" if reduce is False else "sum" if size_average is False else "mean"
    if reduction == "none":
        return values
    if reduction in ("mean", "sum"):
        return values.mean() if reduction == "mean" else values.sum()
    raise ValueError(f"{reduction} is not a valid value for reduction")


def poisson_nll_loss(input, target, log_input=True, size_average=None, full=False, eps=1e-8, reduce=None,
                     reduction="mean"):
    """The negative log likelihood of counts; full adds Stirling's approximation of log(target!)."""
    values = input.exp() - target * input if log_input else input - target * (input + eps).log()
    if full:
        stirling = target * target.log() - target + 0.5 * (_tau * target).log()
        values = values + _torch.where(target > 1, stirling, 0.0)
    return _reduced(values, reduction, size_average, reduce)


def hinge_embedding_loss(input, target, margin=1.0, size_average=None, reduce=None, reduction="mean"):
    """input where target is 1, max(0, margin - input) where it is -1, and both together where it is neither."""
    apart = _torch.where(target == 1, 0.0, (margin - input).clamp(min=0))
    return _reduced(apart + _torch.where(target == -1, 0.0, input), reduction, size_average, reduce)


def margin_ranking_loss(input1, input2, target, margin=0, size_average=None, reduce=None, reduction="mean"):
    """max(0, -target * (input1 - input2) + margin)."""
    if not input1.dim() == input2.dim() == target.dim():
        raise RuntimeError(
            f"margin_ranking_loss : All input tensors should have same dimension but got sizes: input1: {input1.shape}, "
            f"input2: {input2.shape}, target: {target.shape} "
        )
    return _reduced((-target * (input1 - input2) + margin).clamp(min=0), reduction, size_average, reduce)


def soft_margin_loss(input, target, size_average=None, reduce=None, reduction="mean"):
    """log(1 + exp(-target * input))."""
    return _reduced((-input * target).exp().log1p(), reduction, size_average, reduce)


def multi_margin_loss(input, target, p=1, margin=1.0, weight=None, size_average=None, reduce=None, reduction="mean"):
    """The hinge loss of several classes; the class itself counts for nothing."""
    if p not in (1, 2):
        raise ValueError("only p == 1 and p == 2 supported")
    if weight is not None and weight.dim() != 1:
        raise ValueError("weight must be one-dimensional")
    rows = input if input.dim() == 2 else input.unsqueeze(0)
    if target.numel() != rows.size(0):
        raise RuntimeError(
            "multi_margin_loss: target tensor should be 1-D with size equal to the number of input samples (batch "
            f"size). Expected target size [{rows.size(0)}], but got {_listed(target.shape)}. Input has shape "
            f"{_listed(input.shape)}."
        )
    if weight is not None and weight.numel() != rows.size(1):
        raise RuntimeError(f"inconsistent weight size, expected {rows.size(1)} but got {_listed(weight.shape)}")
    classes = target.reshape(-1, 1)
    if classes.is_floating_point():
        name = target.type().removeprefix("torch.").removesuffix("Tensor")
        raise RuntimeError(f"expected scalar type Long but found {name}")
    if bool(((classes < 0) | (classes >= rows.size(1))).any()):
        raise RuntimeError("target out of range")
    values = (margin - rows.gather(1, classes) + rows).clamp(min=0) ** p
    if weight is not None:
        values = values * weight[classes]
    others = _torch.ones_like(values).scatter(1, classes, 0.0)
    values = (values * others).sum(1) / rows.size(1)
    return _reduced(values if input.dim() == 2 else values[0], reduction, size_average, reduce)


def cosine_embedding_loss(input1, input2, target, margin=0, size_average=None, reduce=None, reduction="mean"):
    """1 - cosine where target is 1, max(0, cosine - margin) where it is -1."""
    if target.dim() > 1:
        raise RuntimeError("0D or 1D target tensor expected, multi-target not supported")
    wanted = target.dim() + 1
    if input1.dim() != wanted or input2.dim() != wanted:
        raise RuntimeError(
            f"{target.dim()}D target tensor expects {wanted}D input tensors, but found inputs with sizes "
            f"{_listed(input1.shape)} and {_listed(input2.shape)}."
        )
    lengths = ((input1 * input1).sum(-1) + 1e-12) * ((input2 * input2).sum(-1) + 1e-12)
    cosine = (input1 * input2).sum(-1) / lengths.sqrt()
    near = _torch.where(target == 1, 1 - cosine, 0.0)
    return _reduced(
        near + _torch.where(target == -1, (cosine - margin).clamp(min=0), 0.0), reduction, size_average, reduce
    )


def triplet_margin_loss(anchor, positive, negative, margin=1.0, p=2, eps=1e-6, swap=False, size_average=None,
                        reduce=None, reduction="mean"):
    """max(0, distance to positive - distance to negative + margin)."""
    if margin <= 0:
        raise ValueError(f"margin must be greater than 0, got {margin}")
    if not anchor.dim() == positive.dim() == negative.dim():
        raise RuntimeError(
            "The anchor, positive, and negative tensors are expected to have the same number of dimensions, but got: "
            f"anchor {anchor.dim()}D, positive {positive.dim()}D, and negative {negative.dim()}D inputs"
        )
    near = _torch.pairwise_distance(anchor, positive, p, eps)
    far = _torch.pairwise_distance(anchor, negative, p, eps)
    if swap:
        far = _torch.minimum(far, _torch.pairwise_distance(positive, negative, p, eps))
    return _reduced((near - far + margin).clamp(min=0), reduction, size_average, reduce)


def gaussian_nll_loss(input, target, var, full=False, eps=1e-6, reduction="mean"):
    """The negative log likelihood of normal distributions with means input and variances var."""
    if not isinstance(var, _torch.Tensor):
        if var < 0:
            raise ValueError("var has negative entry/entries")
        var = _torch.full_like(input, var)
    if var.shape != input.shape:
        if var.shape == input.shape[:-1]:
            var = var.unsqueeze(-1)
        elif var.shape[:-1] != input.shape[:-1] or var.dim() == 0 or var.size(-1) != 1:
            raise ValueError("var is of incorrect size")
    if reduction not in ("none", "mean", "sum"):
        raise ValueError(f"{reduction} is not valid")
    if bool((var < 0).any()):
        raise ValueError("var has negative entry/entries")
    # The bound counts for nothing in the gradient.
    bounded = var + (var.detach().clamp(min=eps) - var.detach())
    values = 0.5 * (bounded.log() + (input - target) ** 2 / bounded)
    return _reduced(values + 0.5 * 1.8378770664093453 if full else values, reduction)


_PAD_MODES = ("reflect", "replicate", "circular")


def pad(input, pad, mode="constant", value=None):
    """Puts a value around: pairs of widths (before, after) from the last dimension on; negative widths cut off."""
    _check_padding(input, pad)
    if mode != "constant":
        if mode not in _PAD_MODES:
            raise NotImplementedError(f"Unrecognised padding mode {mode}")
        if value:
            raise RuntimeError(f'Padding mode "{mode}" doesn\'t take in value argument')
        raise NotImplementedError(f"torch.nn.functional.pad: mode={mode!r} is not built into this torch")
    for at in range(0, len(pad), 2):
        dim, (before, after) = input.dim() - 1 - at // 2, pad[at : at + 2]
        kept = input.size(dim) + min(before, 0) + min(after, 0)
        if kept < 0:
            raise RuntimeError("narrow(): length must be non-negative.")
        parts = [input.narrow(dim, max(-before, 0), kept)]
        shape = list(input.shape)
        for width, is_first in ((before, True), (after, False)):
            if width > 0:
                shape[dim] = width
                parts.insert(0 if is_first else len(parts), input.new_full(shape, value or 0))
        input = _torch.cat(parts, dim)
    return input


def _check_padding(input, pad):
    if not isinstance(input, _torch.Tensor):
        raise TypeError(f"pad(): argument 'input' (position 1) must be Tensor, not {type(input).__name__}")
    if not isinstance(pad, (tuple, list)):
        raise TypeError(f"pad(): argument 'pad' (position 2) must be tuple of ints, not {type(pad).__name__}")
    for at, width in enumerate(pad):
        if not isinstance(width, int):
            raise TypeError(
                "pad(): argument 'pad' (position 2) must be tuple of ints, but found element of type "
                f"{type(width).__name__} at pos {at}"
            )
    if len(pad) % 2:
        raise RuntimeError("Padding length must be divisible by 2")
    if len(pad) > 2 * input.dim():
        raise RuntimeError(
            "Padding length should be less than or equal to two times the input dimension but got padding length "
            f"{len(pad)} and input of dimension {input.dim()}"
        )


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
    """Scales all but the first two dimensions; each new place takes the value of the nearest old one before it."""
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
    for dim, (length, target, factor) in enumerate(zip(old, new, given), 2):
        is_factor = size is None and not recompute_scale_factor
        step = 1 / factor if is_factor else length / target
        places = (_torch.arange(target, dtype=_torch.float64) * step).long().clamp(max=length - 1)
        input = input.index_select(dim, places)
    return input


def _check_interpolation(input, size, scale_factor, mode, align_corners, antialias):
    if input.dim() not in (3, 4, 5) or mode not in _MODES:
        raise NotImplementedError(
            f"Input Error: Only 3D, 4D and 5D input Tensors supported (got {input.dim()}D) for the modes: "
            f"{' | '.join(_MODES)} (got {mode})"
        )
    if mode != "nearest":
        raise NotImplementedError(f"torch.nn.functional.interpolate: mode={mode!r} is not built into this torch")
    if align_corners is not None:
        raise ValueError(
            "align_corners option can only be set with the interpolating modes: linear | bilinear | bicubic | trilinear"
        )
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
