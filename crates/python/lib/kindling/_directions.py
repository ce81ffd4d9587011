"""The plane that a loss surface is drawn over: which numbers of the model its two axes move.

What it is not: the drawing. Start reading at `plane_of`.
"""

import torch


class Plane:
    """Two directions in the space of all parameters, from an origin; and the path in their coordinates."""

    def __init__(self, origin, first, second, labels, path, middle):
        self._origin, self._first, self._second = origin, first, second
        self.labels, self.path, self.middle = labels, path, middle

    def put(self, model, wide, high):
        """Has the model stand at this place of the plane."""
        put(model, {name: value + wide * self._first[name] + high * self._second[name]
                    for name, value in self._origin.items()})


def put(model, values):
    """Copies {name: tensor} into the model's parameters."""
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            parameter.copy_(values[name])


def plane_of(model, path, names):
    """The plane for a model, by its two numbers, those that are named, its path, or chance."""
    here = {name: value.detach().clone() for name, value in model.named_parameters()}
    if not here:
        raise ValueError("loss_surface: this model has no parameters, so its loss has no landscape")
    points = None if path is None else _checked(path, here)
    numbers = _two_numbers(here, names)
    if numbers:
        return _over_numbers(here, numbers, points)
    return _over_path(here, points) if points else _over_chance(here)


def reach_of(plane, span):
    """The middle and the half width of each axis: all of the path, with room around it."""
    reach = []
    for axis in range(2):
        known = [point[axis] for point in plane.path] or [plane.middle[axis]]
        middle = (min(known) + max(known)) / 2
        reach.append((middle, max(0.7 * (max(known) - min(known)), 0.25) if plane.path else 1.0))
    if span is None:
        return reach
    if not isinstance(span, (int, float)) or span <= 0:
        raise ValueError(f"loss_surface: span should be a positive number, not {span!r}")
    return [(middle, float(span)) for middle, _ in reach]


def _checked(path, here):
    points = list(path)
    if len(points) < 2:
        raise ValueError(f"loss_surface: a path needs at least two snapshots, this one has {len(points)}")
    for point in points:
        if not hasattr(point, "keys") or not set(here) <= set(point):
            raise TypeError("loss_surface: the path should hold kindling.snapshot(model) of this model, one for each "
                            "step")
    if all(torch.equal(points[0][name], point[name]) for point in points for name in here):
        raise ValueError("loss_surface: all points of the path are the same. A state_dict holds the model's own "
                         "tensors, which training changes: append kindling.snapshot(model), a copy")
    return points


def _two_numbers(here, names):
    """The names of two parameters of one number each: those asked for, or all that the model has."""
    if names is None:
        return list(here) if len(here) == 2 and all(value.numel() == 1 for value in here.values()) else None
    if isinstance(names, str) or len(names) != 2:
        raise ValueError(f"loss_surface: names should be two parameters, not {names!r}")
    unknown = [name for name in names if name not in here]
    if unknown:
        raise ValueError(f"loss_surface: this model has no parameter {unknown[0]!r}; it has {', '.join(here)}")
    for name in names:
        if here[name].numel() != 1:
            raise ValueError(f"loss_surface: {name} has {here[name].numel()} numbers, and an axis shows one: leave "
                             "names away, and the axes are directions")
    return list(names)


def _over_numbers(here, names, points):
    zeros = {name: torch.zeros_like(value) for name, value in here.items()}
    origin = {name: zeros[name] if name in names else value for name, value in here.items()}
    first, second = [{**zeros, name: torch.ones_like(here[name])} for name in names]
    path = [tuple(point[name].item() for name in names) for point in points or []]
    return Plane(origin, first, second, names, path, tuple(here[name].item() for name in names))


def _over_path(here, points):
    """The two directions in which the path moves most, with its end as origin."""
    flat = torch.stack([_flat(point, here) for point in points]).double()
    moves = flat - flat[-1]
    # The few points make a small matrix, whose vectors give those of the large one.
    values, vectors = torch.linalg.eigh(moves @ moves.T)
    axes = []
    for index in (-1, -2):
        axis = moves.T @ vectors[:, index]
        length = axis.norm()
        axes.append(axis / length if values[index] > 1e-12 * values[-1] else torch.zeros_like(axis))
    if not axes[1].any():
        axes[1] = _beside(axes[0])
    # The path begins on the left and above: of an axis and its opposite one is chosen.
    axes = [axis if (moves[0] @ axis) * sign >= 0 else -axis for axis, sign in zip(axes, (-1, 1))]
    first, second = [_named(axis.to(flat.dtype), here) for axis in axes]
    path = [((move @ axes[0]).item(), (move @ axes[1]).item()) for move in moves]
    labels = ("first direction of the path", "second direction")
    return Plane(_named(flat[-1], here), first, second, labels, path, path[-1])


def _over_chance(here):
    """Two random directions, in each parameter as long as the parameter itself."""
    generator = torch.Generator().manual_seed(0)
    axes = []
    for _ in range(2):
        axis = {name: torch.randn(value.shape, generator=generator).to(value) for name, value in here.items()}
        axes.append({name: value * here[name].norm() / value.norm().clamp(min=1e-12) for name, value in axis.items()})
    return Plane(here, *axes, ("one random direction", "another"), [], (0.0, 0.0))


def _beside(axis):
    """A direction at a right angle to this one."""
    other = torch.randn(axis.shape, generator=torch.Generator().manual_seed(0)).to(axis)
    other = other - (other @ axis) * axis
    return other / other.norm()


def _flat(point, here):
    return torch.cat([point[name].detach().cpu().flatten().float() for name in here])


def _named(flat, here):
    """A long vector as {name: tensor} of the parameters' shapes."""
    sizes = [value.numel() for value in here.values()]
    parts = flat.split(sizes)
    return {name: part.reshape(value.shape).to(value) for (name, value), part in zip(here.items(), parts)}
