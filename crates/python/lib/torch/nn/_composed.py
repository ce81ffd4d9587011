"""Functions of `torch.nn.functional` composed from others: in use as long as there is no native one of the name."""

from math import tau as _tau

import _torch


def _reduced(values, reduction):
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
    return _reduced(values, reduction)


def hinge_embedding_loss(input, target, margin=1.0, size_average=None, reduce=None, reduction="mean"):
    """input where target is 1, max(0, margin - input) where it is -1."""
    values = _torch.where(target == 1, input, 0.0) + _torch.where(target == -1, (margin - input).clamp(min=0), 0.0)
    return _reduced(values, reduction)


def margin_ranking_loss(input1, input2, target, margin=0, size_average=None, reduce=None, reduction="mean"):
    """max(0, -target * (input1 - input2) + margin)."""
    return _reduced((-target * (input1 - input2) + margin).clamp(min=0), reduction)


def soft_margin_loss(input, target, size_average=None, reduce=None, reduction="mean"):
    """log(1 + exp(-target * input))."""
    return _reduced((-target * input).exp().log1p(), reduction)


def multi_margin_loss(input, target, p=1, margin=1.0, weight=None, size_average=None, reduce=None, reduction="mean"):
    """The hinge loss of several classes; the class itself counts for nothing."""
    rows = input if input.dim() == 2 else input.unsqueeze(0)
    classes = target.reshape(-1, 1)
    values = (margin - rows.gather(1, classes) + rows).clamp(min=0) ** p
    if weight is not None:
        values = values * weight[classes]
    others = _torch.ones_like(values).scatter(1, classes, 0.0)
    values = (values * others).sum(1) / rows.size(1)
    return _reduced(values if input.dim() == 2 else values[0], reduction)


def cosine_embedding_loss(input1, input2, target, margin=0, size_average=None, reduce=None, reduction="mean"):
    """1 - cosine where target is 1, max(0, cosine - margin) where it is -1."""
    cosine = _torch.cosine_similarity(input1, input2, -1)
    return _reduced(_torch.where(target == 1, 1 - cosine, (cosine - margin).clamp(min=0)), reduction)


def triplet_margin_loss(anchor, positive, negative, margin=1.0, p=2, eps=1e-6, swap=False, size_average=None,
                        reduce=None, reduction="mean"):
    """max(0, distance to positive - distance to negative + margin)."""
    far = _torch.pairwise_distance(anchor, negative, p, eps)
    if swap:
        far = _torch.minimum(far, _torch.pairwise_distance(positive, negative, p, eps))
    return _reduced((_torch.pairwise_distance(anchor, positive, p, eps) - far + margin).clamp(min=0), reduction)


def gaussian_nll_loss(input, target, var, full=False, eps=1e-6, reduction="mean"):
    """The negative log likelihood of normal distributions with means input and variances var."""
    var = var.clamp(min=eps)
    values = 0.5 * (var.log() + (input - target) ** 2 / var)
    return _reduced(values + 0.9189385332046727 if full else values, reduction)


def pad(input, pad, mode="constant", value=None):
    """Puts a value around: pairs of widths (before, after) from the last dimension on; negative widths cut off."""
    if mode != "constant":
        raise NotImplementedError(f"torch.nn.functional.pad: mode={mode!r} is not built into this torch")
    for at in range(0, len(pad), 2):
        dim, (before, after) = input.dim() - 1 - at // 2, pad[at : at + 2]
        kept = input.size(dim) + min(before, 0) + min(after, 0)
        parts = [input.narrow(dim, max(-before, 0), kept)]
        shape = list(input.shape)
        for width, is_first in ((before, True), (after, False)):
            if width > 0:
                shape[dim] = width
                parts.insert(0 if is_first else len(parts), input.new_full(shape, value or 0))
        input = _torch.cat(parts, dim)
    return input


def rms_norm(input, normalized_shape, weight=None, eps=None):
    """Divided by the root of the mean square over the last dimensions."""
    dims = tuple(range(-len(tuple(normalized_shape)), 0))
    eps = 1.1920928955078125e-07 if eps is None else eps
    output = input * ((input * input).mean(dims, keepdim=True) + eps).rsqrt()
    return output if weight is None else output * weight


def scaled_dot_product_attention(query, key, value, attn_mask=None, dropout_p=0.0, is_causal=False, scale=None):
    """softmax(query @ key.T * scale + mask) @ value."""
    scale = query.size(-1) ** -0.5 if scale is None else scale
    scores = query @ key.transpose(-2, -1) * scale
    if is_causal:
        attn_mask = _torch.ones(scores.shape[-2:]).tril() == 1
    if attn_mask is not None:
        is_mask = attn_mask.dtype is _torch.bool
        scores = scores.masked_fill(~attn_mask, float("-inf")) if is_mask else scores + attn_mask
    return _torch._functional["dropout"](scores.softmax(-1), dropout_p) @ value


def interpolate(input, size=None, scale_factor=None, mode="nearest", align_corners=None):
    """Scales all but the first two dimensions; each new place takes the value of the nearest old one before it."""
    if mode != "nearest":
        raise NotImplementedError(f"torch.nn.functional.interpolate: mode={mode!r} is not built into this torch")
    if (size is None) == (scale_factor is None):
        raise ValueError("only one of size or scale_factor should be defined")
    dims = input.dim() - 2
    given = scale_factor if size is None else size
    given = list(given) if isinstance(given, (tuple, list)) else [given] * dims
    for dim, value in enumerate(given, 2):
        old = input.size(dim)
        new = int(old * value) if size is None else value
        step = 1 / value if size is None else old / new
        places = [min(int(at * step), old - 1) for at in range(new)]
        input = input.index_select(dim, _torch.tensor(places))
    return input
