"""The loss of texts of which nobody says when their letters come: `ctc_loss`, by the forward algorithm.

Not the module (`modules.rare`). Start reading at `ctc_loss`.
"""

import _torch
from torch._kinds import refuse
from torch.nn._losses import _reduced

_NOTHING = -1e30


def ctc_loss(log_probs, targets, input_lengths, target_lengths, blank=0, reduction="mean", zero_infinity=False):
    """How unlikely texts are over all their alignments with longer sequences, by the forward algorithm."""
    inputs, sizes = (_numbers(*each) for each in (("input", input_lengths), ("target", target_lengths)))
    if log_probs.dim() == 2 and len(inputs) == 1:
        log_probs = log_probs.unsqueeze(1)
    _check(log_probs, targets, inputs, sizes, blank)
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


def _numbers(name, lengths):
    if isinstance(lengths, _torch.Tensor) and lengths.is_floating_point():
        raise RuntimeError(f"{name}_lengths must be integral")
    return _torch.as_tensor(lengths).reshape(-1).tolist()


_WHILE = "(while checking arguments for ctc_loss_allocate_outputs)"


def _check(log_probs, targets, inputs, sizes, blank):
    """Refuses sizes that do not go together, in the order in which PyTorch looks at them."""
    if log_probs.dim() != 3:
        raise RuntimeError(
            f"Expected 3-dimensional tensor, but got {log_probs.dim()}-dimensional tensor for argument #1 'log_probs' {_WHILE}"
        )
    if not log_probs.is_floating_point():
        refuse("ctc_loss_cpu", log_probs)
    longest, batch, letters = log_probs.shape
    if not 0 <= blank < letters:
        raise RuntimeError("blank must be in label range")
    for name, lengths in (("input", inputs), ("target", sizes)):
        if len(lengths) != batch:
            raise RuntimeError(f"{name}_lengths must be of size batch_size")
    for name, lengths in (("target", sizes), ("input", inputs)):
        if min(lengths, default=0) < 0:
            raise RuntimeError(f"Expected {name}_lengths to have value at least 0, but got value {min(lengths)} {_WHILE}")
    _check_targets(targets, sizes, batch)
    if max(inputs, default=0) > longest:
        raise RuntimeError(
            f"Expected input_lengths to have value at most {longest}, but got value {max(inputs)} {_WHILE}"
        )


def _check_targets(targets, sizes, batch):
    wanted = batch if targets.dim() == 2 else sum(sizes)
    of_targets = f"for argument #2 'targets' {_WHILE}"
    if targets.size(0) != wanted:
        raise RuntimeError(
            f"Expected tensor to have size {wanted} at dimension 0, but got size {targets.size(0)} {of_targets}"
        )
    if targets.dim() == 2 and targets.size(1) < max(sizes, default=0):
        raise RuntimeError(
            f"Expected tensor to have size at least {max(sizes)} at dimension 1, but got size {targets.size(1)} {of_targets}"
        )


def _unlikely(log_probs, text, blank):
    """Of one text: all paths through it, with blanks between its letters, are followed together."""
    path = _torch.full((2 * len(text) + 1,), blank, dtype=_torch.int64)
    path[1::2] = text
    scores = log_probs[:, path]
    # A letter may follow the one before it without a blank, if it is another.
    jumps = _torch.zeros(len(path), dtype=_torch.bool)
    jumps[3::2] = text[1:] != text[:-1]
    nothing = log_probs.new_full((len(path),), _NOTHING)
    alive = _torch.cat([scores[0, :2], nothing[2:]])
    for score in scores[1:]:
        one = _torch.cat([nothing[:1], alive[:-1]])
        two = _torch.where(jumps, _torch.cat([nothing[:2], alive[:-2]])[: len(path)], _NOTHING)
        alive = _torch.logsumexp(_torch.stack([alive, one, two]), 0) + score
    # PyTorch's gradient takes the log-softmax before it in: it has the probabilities, too, which add nothing here.
    probs = log_probs.exp()
    return -_torch.logsumexp(alive[-2:], 0) + (probs - probs.detach()).sum()
