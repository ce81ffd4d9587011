"""Rows of a table looked up: bags of them (`embedding_bag`), and what few embeddings ask for (`max_norm`).

What it is not: the look-up itself, which is native. Start reading at `embedding_bag`.
"""

import _torch
from torch._kinds import kind_of
from torch._modes import no_grad
from torch.autograd._named import made_by
from torch.autograd.function import _Context


def shorten(weight, places, max_norm, norm_type):
    """Rows that are asked for and are too long are made shorter, in the table itself."""
    with no_grad():
        used = places.reshape(-1).unique()
        rows = weight[used]
        norms = rows.norm(norm_type, 1, keepdim=True)
        weight[used] = _torch.where(norms > max_norm, rows * (max_norm / (norms + 1e-7)), rows)


def shared_by_count(name, values, places):
    """Values as they are, whose gradients are divided by how often each row is asked for."""
    if not values.requires_grad:
        return values
    counts = _torch.bincount(places.reshape(-1))[places].unsqueeze(-1)
    forward, backward = lambda ctx, value: value, lambda ctx, grad: grad / counts
    return _torch._apply_function(name, forward, backward, _Context(), (values,))


def embedding_bag(input, weight, offsets=None, max_norm=None, norm_type=2, scale_grad_by_freq=False, mode="mean",
                  sparse=False, per_sample_weights=None, include_last_offset=False, padding_idx=None):
    """The sums, means or largest values of bags of rows of weight: the rows of input, or what begins at each offset."""
    if sparse:
        raise NotImplementedError("embedding_bag: sparse=True is not built into this torch")
    if mode not in ("sum", "mean", "max"):
        raise ValueError("mode has to be one of sum, mean or max")
    if per_sample_weights is not None:
        _check_sample_weights(input, per_sample_weights, mode)
    kind = weight.dtype
    bags, count = _bags(input, offsets, include_last_offset)
    if per_sample_weights is not None and per_sample_weights.dtype is not kind:
        raise RuntimeError(
            "Expected tensor for argument #1 'weight' to have the same type as tensor for argument #1 'per_sample_weights'; "
            f"but type {weight.type()} does not equal {per_sample_weights.type()} (while checking arguments for embedding_bag)"
        )
    places = input.reshape(-1)
    _check_places(places, weight.size(0))
    if max_norm is not None:
        shorten(weight, places, max_norm, norm_type)
    values = weight[places]
    if scale_grad_by_freq:
        values = shared_by_count("IndexBackward0", values, places)
    if per_sample_weights is not None:
        values = values * per_sample_weights.reshape(-1, 1)
    if padding_idx is not None:
        counted = places != padding_idx % weight.size(0)
        values, bags = values[counted], bags[counted]
    return made_by("EmbeddingBagBackward0", _combined(mode, values, bags, count))


def _check_sample_weights(input, weights, mode):
    if input.shape != weights.shape:
        raise ValueError(
            f"embedding_bag: If per_sample_weights ({weights.shape}) is not None, then it must have the same "
            f"shape as the input ({input.shape})"
        )
    if mode != "sum":
        raise NotImplementedError(
            "embedding_bag: per_sample_weights was not None. per_sample_weights is only supported for mode='sum' "
            f"(got mode='{mode}'). Please open a feature request on GitHub."
        )


def _type(tensor):
    """The type as such errors have it: two have no class of tensors in PyTorch."""
    kind = kind_of(tensor)
    return f"CPU{kind}Type" if kind in ("Bool", "BFloat16") else tensor.type()


def _check_places(places, count):
    if places.dtype not in (_torch.int64, _torch.int32):
        raise RuntimeError(
            "Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got "
            f"{_type(places)} instead (while checking arguments for embedding_bag)"
        )
    wrong = ((places < 0) | (places >= count)).nonzero()
    if len(wrong):
        at = int(wrong[0])
        raise RuntimeError(
            f"Index {at} of input takes value {int(places[at])} which is not in the valid range [0, {count})"
        )


def _combined(mode, values, bags, count):
    """A row for each of `count` bags."""
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
            f"offsets[-1] can not be greater than input's length {len(input)} but got offsets[-1] of {int(starts[-1])}"
        )
    places = _torch.arange(len(input), device=input.device)
    return _torch.searchsorted(starts.contiguous(), places, right=True) - 1, len(starts)
