"""Pictures of two values: grown, shrunk, filled; and what is measured of their parts.

What it is not: filters, which are `ndimage`'s. Start reading at `binary_dilation`.
"""

import numpy as np


def generate_binary_structure(rank, connectivity):
    """Which neighbours count: those that are no more than so many steps away."""
    places = np.indices([3] * rank) - 1
    return np.abs(places).sum(axis=0) <= max(connectivity, 1)


def _steps(structure, rank):
    shape = generate_binary_structure(rank, 1) if structure is None else np.asarray(structure, dtype=bool)
    if shape.ndim != rank:
        raise RuntimeError("structure and input must have same dimensionality")
    middle = np.array(shape.shape) // 2
    return (np.argwhere(shape) - middle).tolist()


def _moved(table, step, outside):
    """A table moved by a step; what comes in from outside has one value."""
    found = np.full(table.shape, bool(outside))
    to, at = [], []
    for move, side in zip(step, table.shape):
        to.append(slice(max(move, 0), side + min(move, 0)))
        at.append(slice(max(-move, 0), side + min(-move, 0)))
    found[tuple(to)] = table[tuple(at)]
    return found


def _repeated(change, input, iterations, mask):
    table = np.asarray(input) != 0
    mask = None if mask is None else np.asarray(mask) != 0
    count = 0
    while iterations < 1 or count < iterations:
        after = change(table)
        after = after if mask is None else np.where(mask, after, table)
        if iterations < 1 and bool((after == table).all()):
            break
        table, count = after, count + 1
    return table


def _check(owner, output, origin, axes):
    for name, given, default in (("output", output, None), ("origin", origin, 0), ("axes", axes, None)):
        if given != default:
            raise NotImplementedError(f"{owner}: {name} is not built into this scipy")


def binary_dilation(input, structure=None, iterations=1, mask=None, output=None, border_value=0, origin=0, brute_force=False, *, axes=None):
    """What is set, and its neighbours."""
    del brute_force
    _check("binary_dilation", output, origin, axes)
    steps = _steps(structure, np.ndim(input))

    def grown(table):
        found = np.zeros(table.shape, dtype=bool)
        for step in steps:
            found = found | _moved(table, step, border_value)
        return found

    return _repeated(grown, input, iterations, mask)


def binary_erosion(input, structure=None, iterations=1, mask=None, output=None, border_value=0, origin=0, brute_force=False, *, axes=None):
    """What is set with all its neighbours."""
    del brute_force
    _check("binary_erosion", output, origin, axes)
    steps = [[-each for each in step] for step in _steps(structure, np.ndim(input))]

    def shrunk(table):
        found = np.ones(table.shape, dtype=bool)
        for step in steps:
            found = found & _moved(table, step, border_value)
        return found

    return _repeated(shrunk, input, iterations, mask)


def binary_opening(input, structure=None, iterations=1, **settings):
    """Without what is too small to have the neighbours."""
    return binary_dilation(binary_erosion(input, structure, iterations, **settings), structure, iterations, **settings)


def binary_closing(input, structure=None, iterations=1, **settings):
    """With what is too small a gap."""
    return binary_erosion(binary_dilation(input, structure, iterations, **settings), structure, iterations, **settings)


def binary_fill_holes(input, structure=None, output=None, origin=0, *, axes=None):
    """With what cannot be reached from outside."""
    _check("binary_fill_holes", output, origin, axes)
    table = np.asarray(input) != 0
    return ~binary_dilation(np.zeros(table.shape), structure, -1, ~table, border_value=1)


def distance_transform_edt(input, sampling=None, return_distances=True, return_indices=False, distances=None, indices=None):
    """How far it is to the nearest place that is 0."""
    if return_indices or not return_distances or distances is not None or indices is not None:
        raise NotImplementedError("distance_transform_edt: return_indices is not built into this scipy")
    table = np.asarray(input) != 0
    steps = np.ones(table.ndim) if sampling is None else np.broadcast_to(np.asarray(sampling, dtype=float), (table.ndim,))
    squares = np.where(table, np.inf, 0.0)
    for axis, step in enumerate(steps.tolist()):
        # Along each axis in turn: the least of the squares so far and those of the steps.
        apart = (np.arange(table.shape[axis]) * step).reshape(-1, 1)
        apart = (apart - apart.T) ** 2
        lines = np.moveaxis(squares, axis, -1)
        squares = np.moveaxis(np.stack([(lines + row).min(axis=-1) for row in apart], axis=-1), -1, axis)
    return np.sqrt(squares)


def _chosen(input, labels, index):
    """The values of each part that is asked for, and whether only one is."""
    table = np.asarray(input)
    if labels is None:
        return [np.ones(table.shape, dtype=bool)], True
    labels = np.broadcast_to(np.asarray(labels), table.shape)
    if index is None:
        return [labels > 0], True
    return [labels == each for each in np.atleast_1d(np.asarray(index)).tolist()], np.ndim(index) == 0


def _measured(reduce):
    def measure(input, labels=None, index=None):
        table = np.asarray(input)
        masks, is_one = _chosen(table, labels, index)
        found = [reduce(table[mask]) for mask in masks]
        return found[0] if is_one else np.array(found)

    return measure


sum = sum_labels = _measured(lambda values: values.sum())
mean = _measured(lambda values: values.mean())
minimum = _measured(lambda values: values.min())
maximum = _measured(lambda values: values.max())
median = _measured(lambda values: np.median(values))
variance = _measured(lambda values: values.var())
standard_deviation = _measured(lambda values: values.std())


def center_of_mass(input, labels=None, index=None):
    """The mean place, weighted by the values."""
    table = np.asarray(input, dtype=float)
    masks, is_one = _chosen(table, labels, index)
    found = []
    for mask in masks:
        own = np.where(mask, table, 0.0)
        whole = own.sum()
        found.append(tuple((own * places).sum() / whole for places in np.indices(table.shape)))
    return found[0] if is_one else found


def find_objects(input, max_label=0):
    """The box around each part, by its number; None for numbers without one."""
    labels = np.asarray(input)
    boxes = []
    for number in range(1, (max_label or int(labels.max())) + 1):
        places = np.argwhere(labels == number)
        ends = zip(places.min(axis=0).tolist(), places.max(axis=0).tolist()) if len(places) else None
        boxes.append(None if ends is None else tuple(slice(low, high + 1, None) for low, high in ends))
    return boxes
