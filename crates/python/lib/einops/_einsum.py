"""`einsum` with names of any length in place of letters.

What it is not: the sum itself, which is `torch.einsum`. Start reading at `einsum`.
"""

import _torch
from einops._backends import like, to_tensor
from einops._pattern import ELLIPSIS, Anonymous, EinopsError, Side

_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


def einsum(*tensors_and_pattern):
    """Products of tensors summed over the axes that the right side does not name; the pattern comes last."""
    if len(tensors_and_pattern) <= 1:
        raise ValueError(
            "`einops.einsum` takes at minimum two arguments: the tensors (at least one), followed by the pattern."
        )
    *tensors, pattern = tensors_and_pattern
    if not isinstance(pattern, str):
        raise ValueError(
            "The last argument passed to `einops.einsum` must be a string, representing the einsum pattern."
        )
    equation = _equation(pattern)
    return like(tensors[0], _torch.einsum(equation, *[to_tensor(each) for each in tensors]))


def _equation(pattern):
    """The pattern in letters."""
    if "->" not in pattern:
        raise ValueError("Einsum pattern must contain '->'.")
    left, right = pattern.split("->")
    letters = {}
    parts = [_side(part, letters, None) for part in left.split(",")]
    return ",".join(parts) + "->" + _side(right, letters, pattern)


def _side(text, letters, pattern):
    """A tensor's axes in letters; on the right side, where the pattern is given, only known ones may stand."""
    side, found = Side(text, underscore=True), ""
    for group in side.groups:
        if not group:
            raise NotImplementedError("Singleton () axes are not yet supported in einsum.")
        if len(group) > 1:
            raise NotImplementedError("Shape rearrangement is not yet supported in einsum.")
        axis = group[0]
        if axis == ELLIPSIS:
            found += "..."
            continue
        if isinstance(axis, Anonymous):
            raise NotImplementedError("Anonymous axes are not yet supported in einsum.")
        if axis not in letters:
            if pattern is not None:
                raise EinopsError(f"Unknown axis {axis} on right side of einsum {pattern}.")
            if len(letters) == len(_LETTERS):
                raise RuntimeError("Too many axes in einsum.")
            letters[axis] = _LETTERS[len(letters)]
        found += letters[axis]
    return found
