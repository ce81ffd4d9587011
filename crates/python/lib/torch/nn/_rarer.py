"""Functions of `torch.nn.functional` that hardly any program uses; they come when one of them is asked for.

Start reading anywhere: each stands alone.
"""

import _torch
from torch.autograd._named import node
from torch.nn._losses import _reduced


@node("RreluWithNoiseBackward0", "input")
def rrelu(input, lower=1.0 / 8, upper=1.0 / 3, training=False, inplace=False):
    """Leaky, by a slope drawn for each value in training and by the middle one else."""
    if lower > upper:
        raise RuntimeError("Lower bound should be less than or equal to the upper bound")
    slope = (lower + upper) / 2
    if training:
        slope = lower + (upper - lower) * _torch.rand(input.shape, dtype=input.dtype)
    found = _torch.where(input > 0, input, input * slope)
    return input.copy_(found) if inplace else found


def triplet_margin_with_distance_loss(anchor, positive, negative, *, distance_function=None, margin=1.0, swap=False,
                                      reduction="mean"):
    """max(0, distance to positive - distance to negative + margin), by any distance."""
    if not anchor.ndim == positive.ndim == negative.ndim:
        raise RuntimeError(
            "The anchor, positive, and negative tensors are expected to have the same number of dimensions, but got: "
            f"anchor {anchor.ndim}D, positive {positive.ndim}D, and negative {negative.ndim}D inputs"
        )
    distance = distance_function or _torch.pairwise_distance
    near, far = distance(anchor, positive), distance(anchor, negative)
    if swap:
        far = _torch.minimum(far, distance(positive, negative))
    return _reduced((margin + near - far).clamp(min=0), reduction)


@node("MultilabelMarginLossBackward0", "input", "target")
def multilabel_margin_loss(input, target, size_average=None, reduce=None, reduction="mean"):
    """The hinge loss between each class that holds, up to the first -1, and each that does not."""
    rows, wanted = _torch.atleast_2d(input), _torch.atleast_2d(target)
    losses = []
    for row, listed in zip(rows, wanted.tolist()):
        own = listed[: listed.index(-1)] if -1 in listed else listed
        others = _torch.tensor([at for at in range(row.numel()) if at not in own], dtype=_torch.int64)
        apart = 1 - (row[_torch.tensor(own, dtype=_torch.int64)].unsqueeze(1) - row[others])
        losses.append(apart.clamp(min=0).sum() / row.numel())
    found = _torch.stack(losses)
    return _reduced(found.squeeze(0) if input.dim() == 1 else found, reduction, size_average, reduce)


def bilinear(input1, input2, weight, bias=None):
    """The sum of the products of the values of two inputs, by weights for each pair."""
    given = (input1, input2, weight) if bias is None else (input1, input2, weight, bias)
    if all(isinstance(each, _torch.Tensor) for each in given):
        _check_bilinear(input1, input2, weight, bias)
    return _torch._functional["bilinear"](input1, input2, weight, bias)


def _check_bilinear(input1, input2, weight, bias):
    if input1.dim() != input2.dim():
        raise RuntimeError(f"bilinear(): input dimensions do not match: got {input1.dim()} and {input2.dim()}")
    for at, (one, other) in enumerate(zip(input1.shape[:-1], input2.shape[:-1])):
        if one != other:
            raise RuntimeError(f"bilinear(): input batch dimensions do not match at dim {at}: got {one} and {other}")
    for at, own in enumerate((input1, input2), 1):
        if own.size(-1) != weight.size(at):
            raise RuntimeError(
                f"bilinear(): input{at} size does not match weight size: got {own.size(-1)} but expected {weight.size(at)}"
            )
    if bias is not None and bias.size(0) != weight.size(0):
        raise RuntimeError(
            f"bilinear(): bias size does not match weight size: got {bias.size(0)} but expected {weight.size(0)}"
        )
