"""What the calls ask of their arguments, and how they say so.

What it is not: PyTorch's own checks; these say what a student may do. Start reading at `batches_of`.
"""

from contextlib import contextmanager

import torch
from torch import nn


def a_model(model, call):
    """The model, if it is one."""
    if isinstance(model, nn.Module):
        return model
    if isinstance(model, type):
        raise TypeError(f"{call} needs a model, not the class {model.__name__}: write {model.__name__}() with brackets")
    raise TypeError(f"{call} needs a model, an nn.Module, not {_kind(model)}")


def a_whole_number(value, name, call, least=1):
    """The number, if it counts something."""
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise ValueError(f"{call}: {name} should be a whole number, {least} or more, not {value!r}")
    return value


def batches_of(data, call):
    """The batches (inputs, targets) of `data`, which is one pair (X, y) or a DataLoader."""
    if isinstance(data, (tuple, list)) and len(data) == 2 and all(isinstance(part, torch.Tensor) for part in data):
        inputs, targets = data
        if len(inputs) != len(targets):
            raise ValueError(f"{call}: {len(inputs)} inputs and {len(targets)} targets: each input needs one")
        return [(inputs, targets)]
    if isinstance(data, (tuple, list)) and len(data) == 2 and all(hasattr(part, "__array__") for part in data):
        raise TypeError(f"{call} needs tensors: give data=(torch.from_numpy(X), torch.from_numpy(y))")
    if isinstance(data, torch.Tensor):
        raise TypeError(f"{call} needs inputs and targets: give data=(X, y), not a tensor alone")
    if not hasattr(data, "__iter__"):
        raise TypeError(f"{call} needs data=(X, y) or a DataLoader, not {_kind(data)}")
    batches = list(data)
    if not batches:
        raise ValueError(f"{call}: the data are empty")
    if not all(isinstance(batch, (tuple, list)) and len(batch) == 2 for batch in batches):
        raise TypeError(f"{call} needs batches of inputs and targets, as a DataLoader of a TensorDataset(X, y) gives")
    return batches


def loss_over(model, loss_fn, batches):
    """The loss over all batches, each weighed by its size."""
    total = sum(loss_fn(model(inputs), targets) * len(inputs) for inputs, targets in batches)
    return total / sum(len(inputs) for inputs, _ in batches)


def tried(model, loss_fn, batches, call):
    """The loss as a number, of the model as it predicts; what does not fit together is said with the shapes."""
    with only_looking(model):
        loss = loss_over(model, loss_fn, batches)
    if not isinstance(loss, torch.Tensor) or loss.numel() != 1:
        raise ValueError(f"{call}: the loss should be one number; loss_fn gave {_kind(loss)}")
    return loss.item()


@contextmanager
def only_looking(model):
    """Within: the model as it predicts, without notes for autograd. Afterwards each part is as it was."""
    modes = [(part, part.training) for part in model.modules()]
    model.eval()
    try:
        with torch.no_grad():
            yield
    finally:
        for part, training in modes:
            part.training = training


@contextmanager
def same_random_numbers():
    """Within, random numbers may be drawn: what comes after is as if none had been. Gives a call to begin anew."""
    state = torch.get_rng_state()
    try:
        yield lambda: torch.set_rng_state(state)
    finally:
        torch.set_rng_state(state)


def _kind(value):
    if isinstance(value, torch.Tensor):
        return f"a tensor of shape {list(value.shape)}"
    return f"a value of type {type(value).__name__}"


def shape_of(value):
    """As errors write it: `[3, 2]`."""
    return str(list(value.shape))
