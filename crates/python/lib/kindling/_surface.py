"""The loss as a landscape over two parameters or two directions, and the way that training took through it.

What it is not: the whole landscape, which has as many dimensions as the model has parameters. Start reading at
`loss_surface`.
"""

import time

import matplotlib.pyplot as plt
import torch

from kindling import _directions
from kindling._asking import a_model, a_whole_number, batches_of, same_random_numbers, tried
from kindling._picture import Picture, Place


def snapshot(model):
    """A copy of the model's parameters, as a point of `loss_surface`'s path: {name: tensor}.

    Example:
        path.append(kindling.snapshot(model))
    """
    return {name: value.detach().clone() for name, value in a_model(model, "snapshot").named_parameters()}


def loss_surface(model, loss_fn, data, *, path=None, names=None, span=None, resolution=25, play=0.0):
    """Draws the loss around `model` over two of its numbers, with the `path` of descent on it.

    data: a pair (X, y), or a DataLoader; loss_fn(model(X), y) is one number. A model of two numbers has them as axes.
    Of a larger one, `names=("layer.weight", "layer.bias")` chooses two parameters of one number each; else the axes are
    two directions: those in which the path moves most, or random ones, as long as the parameters in each layer.
    path: snapshots taken while training, at least two. span: how far the axes reach from the middle. resolution:
    values along each. play: seconds between the steps of the path, which then appear one after the other.

    Example:
        path = [kindling.snapshot(model)]
        for epoch in range(50):
            ...
            path.append(kindling.snapshot(model))
        kindling.loss_surface(model, loss_fn, (X, y), path=path)
    """
    call = "loss_surface"
    a_model(model, call)
    a_whole_number(resolution, "resolution", call, least=3)
    with same_random_numbers():
        batches = batches_of(data, call)
    tried(model, loss_fn, batches, call)
    plane = _directions.plane_of(model, path, names)
    reach = _directions.reach_of(plane, span)
    across, up = [torch.linspace(middle - side, middle + side, resolution) for middle, side in reach]
    heights = _heights(model, loss_fn, batches, plane, across, up, call)

    def drawn(steps):
        return _drawn(plane, across, up, heights, plane.path[:steps])

    if play:
        place = Place()
        for steps in range(1, len(plane.path)):
            place.show(drawn(steps))
            time.sleep(play)
        place.show(drawn(len(plane.path)))
    figure = drawn(len(plane.path))
    if play:
        plt.close(figure)
    return Picture(figure, _in_words(plane, heights))


def _heights(model, loss_fn, batches, plane, across, up, call):
    """The loss at each place of the grid, [up, across]. The model has its own parameters again afterwards."""
    kept = snapshot(model)
    rows = []
    try:
        for high in up.tolist():
            row = []
            for wide in across.tolist():
                plane.put(model, wide, high)
                row.append(tried(model, loss_fn, batches, call))
            rows.append(row)
    finally:
        _directions.put(model, kept)
    return torch.tensor(rows)


def _drawn(plane, across, up, heights, path):
    figure, ax = plt.subplots(figsize=(5.6, 4.2), layout="tight")
    # Far up the slopes are so much steeper than the valley that it would have one colour.
    shown = (heights - heights.min()).clamp(min=0).sqrt()
    hills = ax.contourf(across.numpy(), up.numpy(), shown.numpy(), levels=20, cmap="viridis_r")
    if path:
        wide, high = zip(*path)
        ax.plot(wide, high, color="tab:red", marker="o", markersize=3, linewidth=1.2)
        ax.text(wide[0], high[0], " start")
        ax.scatter([wide[-1]], [high[-1]], color="tab:red", s=45)
        ax.text(wide[-1], high[-1], " end")
    else:
        ax.scatter([plane.middle[0]], [plane.middle[1]], color="tab:red", s=45)
        ax.text(*plane.middle, " the model")
    ax.set_xlabel(plane.labels[0])
    ax.set_ylabel(plane.labels[1])
    ax.set_title(f"Loss: light {heights.min().item():.2g}, dark {heights.max().item():.2g}")
    return figure


def _in_words(plane, heights):
    words = (f"Loss surface over {plane.labels[0]} and {plane.labels[1]}: from {heights.min().item():.3g} to "
             f"{heights.max().item():.3g}.")
    if plane.path:
        (a, b), (c, d) = plane.path[0], plane.path[-1]
        words += f" The path of {len(plane.path)} points goes from ({a:.2f}, {b:.2f}) to ({c:.2f}, {d:.2f})."
    return words
