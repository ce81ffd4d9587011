"""The same training with several learning rates, side by side.

What it is not: a search; the eye chooses. Start reading at `compare_learning_rates`.
"""

import copy
import math

import matplotlib.pyplot as plt
import torch

from kindling._asking import a_model, a_whole_number, batches_of, same_random_numbers, tried
from kindling._picture import Picture, Place

_HOPELESS = 1e6


def compare_learning_rates(model, loss_fn, data, rates=(0.001, 0.01, 0.1, 1.0), *, epochs=50, optimizer=torch.optim.SGD,
                           live=False):
    """Trains a copy of `model` with each of the `rates`, from the same start, and draws the loss of each.

    data: a pair (X, y), or a DataLoader. loss_fn(model(X), y) is one number. Your model stays as it is, and so do the
    random numbers that come next. With `live=True` the picture grows while the copies are trained.

    Example:
        kindling.compare_learning_rates(model, nn.MSELoss(), (X, y), rates=[0.01, 0.1, 1.0])
    """
    call = "compare_learning_rates"
    a_model(model, call)
    a_whole_number(epochs, "epochs", call)
    rates = _numbers(rates, call)
    place = Place() if live else None
    curves = {}
    with same_random_numbers() as begin_anew:
        tried(model, loss_fn, batches_of(data, call), call)
        for rate in rates:
            begin_anew()
            curves[rate] = _losses(copy.deepcopy(model), loss_fn, data, optimizer, rate, epochs, call)
            if live:
                place.show(_drawn(curves))
    # What was live stands below the cell already.
    figure = _drawn(curves)
    if live:
        plt.close(figure)
    return Picture(figure, _in_words(curves))


def _numbers(rates, call):
    if isinstance(rates, (int, float)):
        raise TypeError(f"{call}: rates should be several numbers, such as [0.01, 0.1], not {rates!r} alone")
    rates = [float(rate) for rate in rates]
    if not rates or min(rates) <= 0:
        raise ValueError(f"{call}: rates should be positive numbers, not {rates}")
    return rates


def _losses(model, loss_fn, data, make_optimizer, rate, epochs, call):
    """The mean loss of each epoch, until there is nothing more to learn from it."""
    optimizer = make_optimizer(model.parameters(), lr=rate)
    model.train()
    losses = []
    for _ in range(epochs):
        total = count = 0
        for inputs, targets in batches_of(data, call):
            loss = loss_fn(model(inputs), targets)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item() * len(inputs)
            count += len(inputs)
        losses.append(total / count)
        if _is_lost(losses):
            break
    return losses


def _is_lost(losses):
    return not math.isfinite(losses[-1]) or losses[-1] > _HOPELESS * max(losses[0], 1e-9)


def _drawn(curves):
    figure, ax = plt.subplots(figsize=(7, 3.6), layout="tight")
    for rate, losses in curves.items():
        known = [loss for loss in losses if math.isfinite(loss)]
        ax.plot(range(1, len(known) + 1), known, label=f"lr {rate:g}" + (", lost" if _is_lost(losses) else ""))
    positive = all(loss > 0 for losses in curves.values() for loss in losses if math.isfinite(loss))
    if positive:
        ax.set_yscale("log")
    ax.set_xlabel("Epoch")
    ax.set_ylabel("Training loss")
    ax.set_title("Learning rates side by side")
    ax.legend()
    return figure


def _in_words(curves):
    ends = []
    for rate, losses in curves.items():
        end = f"{losses[0]:.3g} to {losses[-1]:.3g}"
        if _is_lost(losses):
            end = f"grows without end after {len(losses)} epochs"
        ends.append(f"lr {rate:g}: {end}")
    kept = {rate: losses[-1] for rate, losses in curves.items() if not _is_lost(losses)}
    best = f" The lowest loss at the end has lr {min(kept, key=kept.get):g}." if kept else ""
    return f"Learning rates side by side. {'; '.join(ends)}.{best}"
