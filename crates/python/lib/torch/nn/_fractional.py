"""Pools of windows whose sizes are drawn, and dropout of channels for SELU.

Not their layers (`modules/rarest.py`). Start reading at `_pooled`.
"""

import math

import _torch
from _scalars import INTS


def _sizes(value, dims):
    return (value,) * dims if isinstance(value, INTS) else tuple(value)


def _starts(sample, length, output, kernel):
    """Where windows begin along a dimension (Graham, 2014): steps that differ by one, moved by what was drawn."""
    if output == 1:
        return _torch.zeros((*sample.shape, 1), dtype=_torch.int64) + (length - kernel)
    step = (length - kernel) / (output - 1)
    places = _torch.arange(output - 1, dtype=sample.dtype)
    starts = ((places + sample.unsqueeze(-1)) * step).long() - (sample.unsqueeze(-1) * step).long()
    return _torch.cat([starts, _torch.full((*sample.shape, 1), length - kernel)], -1)


def _pooled(name, dims, input, kernel_size, output_size, output_ratio, return_indices, samples):
    if not isinstance(input, _torch.Tensor):
        raise TypeError(f"{name}(): argument 'self' (position 1) must be Tensor, not {type(input).__name__}")
    if output_size is None and output_ratio is None:
        raise ValueError(f"{name} requires specifying either an output_size or an output_ratio")
    kernel = _sizes(kernel_size, dims)
    if min(kernel) <= 0:
        shown = "x".join(map(str, kernel))
        raise RuntimeError(f"{name}(): kernel size should be greater than zero, but got {shown}")
    lengths = tuple(input.shape[-dims:])
    if output_size is None:
        output_size = tuple(int(length * ratio) for length, ratio in zip(lengths, output_ratio))
    output = _sizes(output_size, dims)
    if not input.is_floating_point():
        kind = input.type().removeprefix("torch.").removesuffix("Tensor")
        raise NotImplementedError(f"\"check_uniform_bounds\" not implemented for '{kind}'")
    batched = input if input.dim() == dims + 2 else input.unsqueeze(0)
    if batched.dim() != dims + 2:
        raise RuntimeError(f"{name}(): Expected {dims + 1}D or {dims + 2}D tensor, but got: {list(input.shape)}")
    count, channels = batched.shape[:2]
    if samples is None:
        samples = _torch.rand(count, channels, dims, dtype=input.dtype)
    words = ("time", "height", "width")[-dims:]
    for word, size, window, length in zip(words, output, kernel, lengths):
        if size + window - 1 > length - (dims == 3):
            raise RuntimeError(f"{name}_out(): pool {word} {window} too large relative to input {word} {length}")
    values, places = batched, _torch.arange(math.prod(lengths)).reshape(lengths).expand(batched.shape)
    for dim in range(dims):
        # The samples' last is the first dimension's in two, as in PyTorch: width first.
        sample = samples[:, :, dims - 1 - dim if dims == 2 else dim]
        starts = _starts(sample, lengths[dim], output[dim], kernel[dim])
        values, places = (_windows(each, starts, kernel[dim], 2 + dim) for each in (values, places))
    values, places = values.flatten(2 + dims), places.flatten(2 + dims)
    found, at = values.max(-1)
    chosen = places.gather(-1, at.unsqueeze(-1)).squeeze(-1)
    if input.dim() < dims + 2:
        found, chosen = found.squeeze(0), chosen.squeeze(0)
    return (found, chosen) if return_indices else found


def _windows(tensor, starts, kernel, dim):
    """Each window along a dimension, its values in a new one at the end."""
    parts = []
    for offset in range(kernel):
        index = (starts + offset).reshape(*starts.shape[:2], *(-1 if at == dim else 1 for at in range(2, tensor.dim())))
        shape = [size if at != dim else index.size(dim) for at, size in enumerate(tensor.shape)]
        parts.append(tensor.gather(dim, index.expand(shape)))
    return _torch.stack(parts, -1)


def fractional_max_pool2d(
    input, kernel_size, output_size=None, output_ratio=None, return_indices=False, _random_samples=None
):
    """The largest values of windows of height and width, which lie by chance."""
    return _pooled(
        "fractional_max_pool2d", 2, input, kernel_size, output_size, output_ratio, return_indices, _random_samples
    )


def fractional_max_pool3d(
    input, kernel_size, output_size=None, output_ratio=None, return_indices=False, _random_samples=None
):
    """The largest values of windows of depth, height and width, which lie by chance."""
    return _pooled(
        "fractional_max_pool3d", 3, input, kernel_size, output_size, output_ratio, return_indices, _random_samples
    )


def feature_alpha_dropout(input, p=0.5, training=False, inplace=False):
    """Dropout of whole channels that keeps mean 0 and variance 1 of what SELU gives."""
    if p < 0 or p > 1:
        raise ValueError(f"dropout probability has to be between 0 and 1, but got {p}")
    if not isinstance(input, _torch.Tensor):
        raise TypeError(f"feature_alpha_dropout(): argument 'input' (position 1) must be Tensor, not {type(input).__name__}")
    if not isinstance(training, INTS):
        kind = type(training).__name__
        raise TypeError(f"feature_alpha_dropout(): argument 'train' (position 3) must be bool, not {kind}")
    if p == 0 or not training or input.numel() == 0:
        return input
    if input.dim() < 2:
        raise RuntimeError("Feature dropout requires at least 2 dimensions in the input")
    lowest = 1.7580993408473766
    scale = 1 / ((lowest**2 * p + 1) * (1 - p)) ** 0.5 if p < 1 else 0.0
    kept = _torch.empty((*input.shape[:2], *(1,) * (input.dim() - 2)), dtype=input.dtype).bernoulli_(1 - p)
    output = input * (kept * scale) + (kept - 1) * (lowest * scale) + lowest * scale * p
    return input.copy_(output) if inplace else output
