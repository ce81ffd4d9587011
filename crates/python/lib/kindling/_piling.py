"""What piles up when gradients are not cleared: the same training with `zero_grad` and without.

What it is not: accumulation on purpose, over parts of a batch. Start reading at `compare_zero_grad`.
"""

import copy

import matplotlib.pyplot as plt
import torch

from kindling._asking import a_model, a_whole_number, batches_of, loss_over, same_random_numbers, tried
from kindling._picture import Picture


def compare_zero_grad(model, loss_fn, data, *, lr=0.01, steps=50, optimizer=torch.optim.SGD):
    """Trains two copies of `model`, one that clears its gradients before each step and one that never does.

    Draws the length of the gradient (of all parameters together) and the loss, step by step. data: a pair (X, y), or a
    DataLoader, whose batches all go into each step. Your model stays as it is.

    Example:
        kindling.compare_zero_grad(model, nn.L1Loss(), (X, y))
    """
    call = "compare_zero_grad"
    a_model(model, call)
    a_whole_number(steps, "steps", call)
    with same_random_numbers():
        batches = batches_of(data, call)
    tried(model, loss_fn, batches, call)
    runs = {}
    for name, clears in (("with zero_grad", True), ("without", False)):
        with same_random_numbers():
            trial = copy.deepcopy(model)
            runs[name] = _run(trial, optimizer(trial.parameters(), lr=lr), loss_fn, batches, steps, clears)
    return Picture(_drawn(runs), _in_words(runs))


def _run(model, optimizer, loss_fn, batches, steps, clears):
    """The length of the gradient and the loss at each step."""
    model.train()
    optimizer.zero_grad()
    lengths, losses = [], []
    for _ in range(steps):
        if clears:
            optimizer.zero_grad()
        loss = loss_over(model, loss_fn, batches)
        loss.backward()
        parts = [parameter.grad.norm() for parameter in model.parameters() if parameter.grad is not None]
        lengths.append(torch.stack(parts).norm().item() if parts else 0.0)
        losses.append(loss.item())
        optimizer.step()
    return lengths, losses


def _drawn(runs):
    figure, axes = plt.subplots(1, 2, figsize=(8, 3.2), layout="tight")
    for index, (ax, title) in enumerate(zip(axes, ("Length of the gradient", "Training loss"))):
        for name, run in runs.items():
            ax.plot(run[index], label=name)
        ax.set_title(title)
        ax.set_xlabel("Step")
    axes[0].legend()
    return figure


def _in_words(runs):
    told = [f"{name}: gradient from {lengths[0]:.3g} to {lengths[-1]:.3g}, "
            f"loss from {losses[0]:.3g} to {losses[-1]:.3g}"
            for name, (lengths, losses) in runs.items()]
    return f"Gradients cleared or kept. {'; '.join(told)}."
