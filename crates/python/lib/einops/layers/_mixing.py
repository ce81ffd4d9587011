"""`EinMix`: a layer with weights that mixes the axes which its pattern names.

What it is not: a layer for patterns without weights; those are `Rearrange` and `Reduce`. Start reading at `EinMix`.
"""

import torch
from einops._einsum import einsum
from einops._pattern import ELLIPSIS, EinopsError, Side
from einops._transform import rearrange
from torch import nn


class EinMix(nn.Module):
    """The input's axes and those of a weight, multiplied and summed up to those of the output."""

    def __init__(self, pattern, weight_shape, bias_shape=None, **axes_lengths):
        super().__init__()
        self.pattern, self.weight_shape, self.bias_shape = pattern, weight_shape, bias_shape
        self.axes_lengths = axes_lengths
        left, right = pattern.split("->")
        left, right, weight = Side(left), Side(right), Side(weight_shape)
        _check(left, right, weight, weight_shape, axes_lengths)
        self._before = _grouping(left, True)
        self._after = _grouping(right, False)
        self._product = f"{_flat(left)}, {weight_shape} -> {_flat(right)}"
        self._before_sizes = _sizes_in(left, axes_lengths, self._before)
        self._make(left, right, weight, bias_shape, axes_lengths)

    def _make(self, left, right, weight, bias_shape, sizes):
        shape = [sizes[axis] for group in weight.groups for axis in group]
        summed = 1
        for axis in weight.identifiers - right.identifiers:
            summed *= sizes[axis]
        bias = None if bias_shape is None else _bias_shape(Side(bias_shape), right, sizes)
        bound = (3 / summed) ** 0.5
        self.weight = nn.Parameter(torch.zeros(shape).uniform_(-bound, bound))
        self.register_parameter("bias", None)
        if bias is not None:
            bound = (1 / summed) ** 0.5
            self.bias = nn.Parameter(torch.zeros(bias).uniform_(-bound, bound))

    def forward(self, input):
        if self._before is not None:
            input = rearrange(input, self._before, **self._before_sizes)
        result = einsum(input, self.weight, self._product)
        if self.bias is not None:
            result = result + self.bias
        if self._after is not None:
            result = rearrange(result, self._after)
        return result

    def __repr__(self):
        told = [repr(self.pattern), repr(self.weight_shape)]
        if self.bias_shape is not None:
            told.append(repr(self.bias_shape))
        told += [f"{name}={size}" for name, size in self.axes_lengths.items()]
        return f"{type(self).__name__}({', '.join(told)})"


def _check(left, right, weight, weight_shape, sizes):
    """Raises EinopsError for what does not go together."""
    if left.has_anonymous or right.has_anonymous or weight.has_anonymous:
        raise EinopsError("Anonymous axes (numbers) are not allowed in EinMix")
    if "(" in weight_shape or ")" in weight_shape:
        raise EinopsError(f"Parenthesis is not allowed in weight shape: {weight_shape}")
    if weight.has_ellipsis:
        raise EinopsError("Ellipsis is not supported in weight, as its shape should be fully specified")
    if made := right.identifiers - left.identifiers - weight.identifiers:
        raise EinopsError(f"Unrecognized identifiers on the right side of EinMix {made}")
    for axis in weight.identifiers:
        if axis not in sizes:
            raise EinopsError(f"Dimension {axis} of weight should be specified")
    if unused := {axis for axis in sizes if axis not in left.identifiers | right.identifiers | weight.identifiers}:
        raise EinopsError(f"Axes {unused} are not used in pattern")
    if useless := weight.identifiers - left.identifiers - right.identifiers:
        raise EinopsError(f"Weight axes {useless} are redundant")
    if any(not group for group in left.groups + right.groups + weight.groups):
        raise NotImplementedError("einops.layers.torch.EinMix: axes of size 1 in its patterns are not built here")


def _bias_shape(bias, right, sizes):
    """A size for each axis of the output, which is 1 where the bias is the same all along."""
    if odd := bias.identifiers - right.identifiers:
        raise EinopsError(f"Bias axes {odd} not present in output")
    if missing := {axis for axis in bias.identifiers if axis not in sizes}:
        raise EinopsError(f"Sizes not provided for bias axes {missing}")
    axes = [axis for group in right.groups for axis in group if axis != ELLIPSIS]
    return [sizes[axis] if axis in bias.identifiers else 1 for axis in axes]


def _flat(side):
    return " ".join("..." if axis == ELLIPSIS else axis for group in side.groups for axis in group)


def _grouping(side, is_input):
    """The pattern that takes an input's groups apart, or puts an output's together; None if there are none."""
    if not side.is_composed:
        return None
    words = ("..." if group == [ELLIPSIS] else f"({' '.join(group)})" for group in side.groups)
    grouped, flat = " ".join(words), _flat(side)
    return f"{grouped} -> {flat}" if is_input else f"{flat} -> {grouped}"


def _sizes_in(side, sizes, pattern):
    """The sizes of what is taken apart."""
    return {axis: size for axis, size in sizes.items() if pattern is not None and axis in side.identifiers}
