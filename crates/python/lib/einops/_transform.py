"""`rearrange`, `reduce` and `repeat`: one transformation with three sets of rules.

What it is not: the reading of patterns, which is `_pattern`. Start reading at `reduce`.
"""

from einops._backends import like, shape_of, to_tensor
from einops._pattern import ELLIPSIS, Anonymous, EinopsError, Side, sides

REDUCTIONS = ("min", "max", "sum", "mean", "prod", "any", "all")


def rearrange(tensor, pattern, **axes_lengths):
    """The same values in another order and shape."""
    return reduce(tensor, pattern, "rearrange", **axes_lengths)


def repeat(tensor, pattern, **axes_lengths):
    """The values, again and again along axes that only the right side has."""
    return reduce(tensor, pattern, "repeat", **axes_lengths)


def reduce(tensor, pattern, reduction, **axes_lengths):
    """The values with axes that only the left side has taken together, by name or by a function of tensor and axes."""
    try:
        stack = tensor if isinstance(tensor, list) else None
        plan = planned(pattern, reduction, tuple(axes_lengths))
        return like(tensor, plan.apply(to_tensor(tensor), axes_lengths))
    except EinopsError as error:
        told = "\n Input is list. " if stack is not None else f"\n Input tensor shape: {tensor.shape}. "
        raise EinopsError(
            f' Error while processing {reduction}-reduction pattern "{pattern}".{told}Additional info: {axes_lengths}.'
            f"\n {error}"
        ) from None


# Plans that were asked for: a layer asks for the same ones at every step.
_KNOWN = {}
_MOST_KNOWN = 256


def planned(pattern, reduction, given):
    """The plan of a pattern, read once."""
    key = (pattern, reduction, given)
    plan = _KNOWN.get(key)
    if plan is None:
        plan = Plan(*key)
        if len(_KNOWN) >= _MOST_KNOWN:
            _KNOWN.clear()
        _KNOWN[key] = plan
    return plan


class Plan:
    """What a pattern asks for, checked; sizes are found when it is applied."""

    def __init__(self, pattern, reduction, given):
        self.left, self.right = sides(pattern)
        self.reduction, self._recipes = reduction, {}
        self._check_axes(given)
        for name in given:
            if name not in self.left.identifiers and name not in self.right.identifiers:
                raise EinopsError(f"Axis {name} is not used in transform")

    def _check_axes(self, given):
        left, right, reduction = self.left.identifiers, self.right.identifiers, self.reduction
        if reduction == "rearrange":
            if self.left.has_anonymous or self.right.has_anonymous:
                raise EinopsError("Non-unitary anonymous axes are not supported in rearrange (exception is length 1)")
            if left ^ right:
                raise EinopsError(f"Identifiers only on one side of expression (should be on both): {left ^ right}")
        elif reduction == "repeat":
            if left - right:
                raise EinopsError(f"Unexpected identifiers on the left side of repeat: {left - right}")
            unknown = {axis for axis in right - left if not isinstance(axis, Anonymous)} - set(given)
            if unknown:
                raise EinopsError(f"Specify sizes for new axes in repeat: {unknown}")
        else:
            if not callable(reduction) and reduction not in REDUCTIONS:
                raise EinopsError(f"Unknown reduction {reduction}. Expect one of {REDUCTIONS}.")
            if right - left:
                raise EinopsError(f"Unexpected identifiers on the right side of reduce {reduction}: {right - left}")

    def apply(self, tensor, given):
        """The tensor transformed: apart, in order, taken together, repeated, and composed again."""
        shape = tuple(tensor.shape)
        key = (shape, *given.values())
        if key not in self._recipes:
            if len(self._recipes) >= _MOST_KNOWN:
                self._recipes.clear()
            self._recipes[key] = self._recipe(shape, given)
        apart, order, gone, added, stretched, composed = self._recipes[key]
        tensor = tensor.reshape(apart)
        if order is not None:
            tensor = tensor.permute(order)
        if gone:
            tensor = reduced(tensor, self.reduction, gone)
        for at in added:
            tensor = tensor.unsqueeze(at)
        if added:
            tensor = tensor.expand(stretched)
        return tensor.reshape(composed)

    def _recipe(self, shape, given):
        """What to do with a tensor of that shape: sizes apart, the order of axes, those to take together, and so on."""
        hidden = self._hidden_axes(len(shape))
        left, right = self.left.expanded(hidden), self.right.expanded(hidden)
        sizes = _sizes(left, shape, given)
        for axis in self.right.identifiers - self.left.identifiers:
            sizes[axis] = axis.size if isinstance(axis, Anonymous) else given[axis]
        before = [axis for group in left for axis in group]
        after = [axis for group in right for axis in group]
        kept = [axis for axis in after if axis in before]
        gone = [axis for axis in before if axis not in kept]
        order = [before.index(axis) for axis in kept + gone]
        return (
            [sizes[axis] for axis in before],
            None if order == list(range(len(order))) else order,
            tuple(range(len(kept), len(order))),
            [at for at, axis in enumerate(after) if axis not in before],
            [sizes[axis] for axis in after],
            [_product(sizes[axis] for axis in group) for group in right],
        )

    def _hidden_axes(self, ndim):
        """The axes that the ellipsis stands for."""
        named = len(self.left.groups)
        if not self.left.has_ellipsis:
            if ndim != named:
                raise EinopsError(f"Wrong shape: expected {named} dims. Received {ndim}-dim tensor.")
            return []
        if ndim < named - 1:
            raise EinopsError(f"Wrong shape: expected >={named - 1} dims. Received {ndim}-dim tensor.")
        return [f"{ELLIPSIS}{at}" for at in range(ndim - named + 1)]


def reduced(tensor, reduction, axes):
    """The tensor without the axes, which are its last."""
    if callable(reduction):
        return reduction(tensor, axes)
    if reduction == "mean":
        if not tensor.is_floating_point():
            raise NotImplementedError("reduce_mean is not available for non-floating tensors")
        return tensor.mean(axes)
    if reduction == "sum":
        return tensor.sum(axes)
    if reduction in ("min", "max"):
        return getattr(tensor, f"a{reduction}")(axes)
    for axis in reversed(axes):
        tensor = getattr(tensor, reduction)(axis)
    return tensor


def _sizes(groups, shape, given):
    """The size of each axis on the left: given, or what is left of its group's."""
    sizes = {}
    for group, length in zip(groups, shape):
        known, unknown = 1, []
        for axis in group:
            size = axis.size if isinstance(axis, Anonymous) else given.get(axis)
            if size is None:
                unknown.append(axis)
            else:
                sizes[axis], known = size, known * size
        if len(unknown) > 1:
            raise EinopsError(f"Could not infer sizes for {set(unknown)}")
        if not unknown:
            if length != known:
                raise EinopsError(f"Shape mismatch, {length} != {known}")
        elif length % known:
            raise EinopsError(f"Shape mismatch, can't divide axis of length {length} in chunks of {known}")
        else:
            sizes[unknown[0]] = length // known
    return sizes


def _product(sizes):
    result = 1
    for size in sizes:
        result *= size
    return result


def parse_shape(x, pattern):
    """The sizes of the axes that a pattern names; `_` names none."""
    side, shape = Side(pattern, underscore=True), shape_of(x)
    count = len(side.groups)
    if side.has_ellipsis:
        if len(shape) < count - 1:
            raise RuntimeError(f"Can't parse shape with this number of dimensions: {pattern} {shape}")
        groups = side.expanded(["_"] * (len(shape) - count + 1))
    else:
        if len(shape) != count:
            raise RuntimeError(f"Can't parse shape with different number of dimensions: {pattern} {shape}")
        groups = side.groups
    found = {}
    for group, size in zip(groups, shape):
        if len(group) > 1:
            raise RuntimeError(f"Can't parse shape with composite axes: {pattern} {shape}")
        axis = group[0] if group else Anonymous(1)
        if isinstance(axis, Anonymous):
            if axis.size != size:
                raise RuntimeError(f"Length of anonymous axis does not match: {pattern} {shape}")
        elif axis != "_":
            found[axis] = size
    return found


def asnumpy(tensor):
    """The values as an array."""
    return to_tensor(tensor).detach().numpy()
