"""Losses of `torch.nn.functional` composed from other functions; they come when one of them is asked for."""

from math import tau as _tau

import _torch
from torch.autograd._named import node, of_tensors
from torch.nn._composed import _listed


def _reduced(values, reduction, size_average=None, reduce=None):
    """Values as 'mean', 'sum' or 'none' wants them; the two flags are the former spelling of the reduction."""
    if size_average is not None or reduce is not None:
        reduction = "none" if reduce is False else "sum" if size_average is False else "mean"
        _torch._warn(f"size_average and reduce args will be deprecated, please use reduction='{reduction}' instead.")
    if reduction == "none":
        return values
    if reduction in ("mean", "sum"):
        return values.mean() if reduction == "mean" else values.sum()
    raise ValueError(f"{reduction} is not a valid value for reduction")


@of_tensors("input", "target")
def poisson_nll_loss(input, target, log_input=True, full=False, size_average=None, eps=1e-8, reduce=None,
                     reduction="mean"):
    """The negative log likelihood of counts; full adds Stirling's approximation of log(target!)."""
    values = input.exp() - target * input if log_input else input - target * (input + eps).log()
    if full:
        stirling = target * target.log() - target + 0.5 * (_tau * target).log()
        values = values + _torch.where(target > 1, stirling, 0.0)
    return _reduced(values, reduction, size_average, reduce)


@of_tensors("input", "target")
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


@node("SoftMarginLossBackward0", "input", "target")
def soft_margin_loss(input, target, size_average=None, reduce=None, reduction="mean"):
    """log(1 + exp(-target * input))."""
    return _reduced((-input * target).exp().log1p(), reduction, size_average, reduce)


@node("MultiMarginLossBackward0", "input", "target")
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


@of_tensors("input1", "input2", "target")
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
    is_near, is_far = target == 1, target == -1
    if is_near.dim():
        is_near, is_far, cosine = _torch.broadcast_tensors(is_near, is_far, cosine)
    near = _torch.where(is_near, 1 - cosine, 0.0)
    return _reduced(near + _torch.where(is_far, (cosine - margin).clamp(min=0), 0.0), reduction, size_average, reduce)


@of_tensors("anchor", "positive", "negative")
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


def multilabel_soft_margin_loss(input, target, weight=None, size_average=None, reduce=None, reduction="mean"):
    """Binary cross entropy of logits, the mean over the classes."""
    logsigmoid = _torch._functional["logsigmoid"]
    values = -(target * logsigmoid(input) + (1 - target) * logsigmoid(-input))
    values = values if weight is None else values * weight
    if size_average is None and reduce is None and reduction not in ("none", "mean", "sum"):
        raise ValueError(f"{reduction} is not valid")
    return _reduced(values.mean(-1), reduction, size_average, reduce)
