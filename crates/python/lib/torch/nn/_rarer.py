"""Functions of `torch.nn.functional` that hardly any program uses; they come when one of them is asked for.

Start reading anywhere: each stands alone.
"""

import _torch
from torch.autograd._named import node
from torch.nn._losses import _reduced

_NOTHING = -1e30


@node("RreluWithNoiseBackward0", "input")
def rrelu(input, lower=1.0 / 8, upper=1.0 / 3, training=False, inplace=False):
    """Leaky, by a slope drawn for each value in training and by the middle one else."""
    slope = (lower + upper) / 2
    if training:
        slope = lower + (upper - lower) * _torch.rand(input.shape, dtype=input.dtype)
    found = _torch.where(input >= 0, input, input * slope)
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


def ctc_loss(log_probs, targets, input_lengths, target_lengths, blank=0, reduction="mean", zero_infinity=False):
    """How unlikely texts are over all their alignments with longer sequences, by the forward algorithm."""
    if log_probs.dim() == 2:
        log_probs = log_probs.unsqueeze(1)
    inputs, sizes = (_torch.as_tensor(each).reshape(-1).tolist() for each in (input_lengths, target_lengths))
    if targets.dim() == 1 and len(sizes) > 1:
        texts = targets.split(sizes)
    else:
        texts = [row[:size] for row, size in zip(_torch.atleast_2d(targets), sizes)]
    losses = _torch.stack([
        _unlikely(log_probs[:length, at], text.long(), blank) for at, (length, text) in enumerate(zip(inputs, texts))
    ])
    losses = _torch.where(losses > -_NOTHING / 2, 0.0 if zero_infinity else float("inf"), losses)
    if reduction == "mean":
        return (losses / _torch.tensor(sizes, dtype=losses.dtype).clamp(min=1)).mean()
    return _reduced(losses, reduction)


def _unlikely(log_probs, text, blank):
    """Of one text: all paths through it, with blanks between its letters, are followed together."""
    path = _torch.full((2 * len(text) + 1,), blank, dtype=_torch.int64)
    path[1::2] = text
    scores = log_probs[:, path]
    # A letter may follow the one before it without a blank, if it is another.
    jumps = _torch.zeros(len(path), dtype=_torch.bool)
    jumps[2:] = (path[2:] != blank) & (path[2:] != path[:-2])
    nothing = log_probs.new_full((len(path),), _NOTHING)
    alive = _torch.cat([scores[0, :2], nothing[2:]])
    for score in scores[1:]:
        one = _torch.cat([nothing[:1], alive[:-1]])
        two = _torch.where(jumps, _torch.cat([nothing[:2], alive[:-2]])[: len(path)], _NOTHING)
        alive = _torch.logsumexp(_torch.stack([alive, one, two]), 0) + score
    # PyTorch's gradient takes the log-softmax before it in: it has the probabilities, too, which add nothing here.
    probs = log_probs.exp()
    return -_torch.logsumexp(alive[-2:], 0) + (probs - probs.detach()).sum()
