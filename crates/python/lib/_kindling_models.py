"""A model or a loader as the list of variables shows it when it is opened: what it is made of, and how its numbers lie.

What it is not: a summary with the shapes of a run (torchinfo). The model stays as it is. Start reading at `model`.
"""

from math import prod

_MOST_HISTOGRAMS = 6


def model(value):
    """Facts, a tree of the layers, and a figure of weights and gradients."""
    parameters = list(value.parameters())
    trained = [one for one in parameters if one.requires_grad]
    facts = [("Parameters", f"{_count(parameters):,}"), ("Memory", _size(sum(one.nbytes for one in parameters)))]
    if len(trained) < len(parameters):
        facts.append(("Frozen", f"{_count(parameters) - _count(trained):,}"))
    facts.append(("Mode", "training" if value.training else "evaluation"))
    facts += [("Device", device) for device in sorted({str(one.device) for one in parameters})]
    return facts, "\n".join(_tree("", value, 0)), _histograms(value)


def _count(parameters):
    return sum(one.numel() for one in parameters)


def _size(count):
    return f"{count:,} bytes" if count < 10_000 else f"{count / 1000:,.0f} KB" if count < 10_000_000 else f"{count / 1e6:,.0f} MB"


def _tree(name, layer, depth):
    """A line for each layer: its name, its kind, and the shapes of its own parameters."""
    own = [(part, tuple(one.shape), one.requires_grad) for part, one in layer.named_parameters(recurse=False)]
    inside = list(layer.named_children())
    kind = type(layer).__name__ + ("" if inside else f"({layer.extra_repr()})")
    said = ", ".join(f"{part} {' × '.join(map(str, shape)) or 'a number'}" for part, shape, _ in own)
    frozen = "  (frozen)" if own and not any(grad for *_, grad in own) else ""
    total = f"  {sum(prod(shape) for _, shape, _ in own):,} parameters: {said}" if own else ""
    yield f"{'    ' * depth}{name + ': ' if name else ''}{kind}{total}{frozen}"
    for part, child in inside:
        yield from _tree(part, child, depth + 1)


def _histograms(value):
    """How the numbers of each parameter lie, and below them those of its gradient where there is one."""
    import torch
    from matplotlib.figure import Figure

    large = [(name, one) for name, one in value.named_parameters() if one.numel() > 1][:_MOST_HISTOGRAMS]
    if not large:
        return None
    has_gradients = any(one.grad is not None for _, one in large)
    shown = Figure(figsize=(2.2 * len(large), 4.2 if has_gradients else 2.2))
    rows = shown.subplots(2 if has_gradients else 1, len(large), squeeze=False)
    for column, (name, one) in enumerate(large):
        _histogram(torch, rows[0][column], one, name)
        if has_gradients and one.grad is not None:
            _histogram(torch, rows[1][column], one.grad, "gradient")
    return shown._kindling_figure()


def _histogram(torch, axes, tensor, title):
    numbers = tensor.detach().cpu().double().reshape(-1)
    axes.hist(numbers[torch.isfinite(numbers)][:100_000].tolist(), bins=20)
    axes.set_title(title, fontsize=8)


def loader(value):
    """Facts, the shapes of the first batch, and its pictures. The random numbers that drawing it takes are given back."""
    import torch

    facts = [("Batches", f"{len(value):,}"), ("Samples", f"{len(value.dataset):,}"), ("Batch size", str(value.batch_size))]
    state = torch.get_rng_state()
    try:
        batch = next(iter(value), ())
    finally:
        torch.set_rng_state(state)
    parts = batch if isinstance(batch, (list, tuple)) else [batch]
    lines = [f"{tuple(part.shape)} {part.dtype}" if isinstance(part, torch.Tensor) else type(part).__name__ for part in parts]
    pictures = next((part for part in parts if isinstance(part, torch.Tensor) and part.dim() == 4), None)
    return facts, "The first batch:\n" + "\n".join(lines), None if pictures is None else _pictures(pictures)


def _pictures(batch):
    from matplotlib.figure import Figure

    few = batch[:8].detach().cpu().float()
    shown = Figure(figsize=(6.4, 1.2))
    for axes, picture in zip(shown.subplots(1, len(few), squeeze=False)[0], few):
        channels = picture.permute(1, 2, 0) if picture.shape[0] in (3, 4) else picture[0]
        low, high = channels.min(), channels.max()
        axes.imshow(((channels - low) / (high - low).clamp_min(1e-12)).tolist(), cmap="gray")
        axes.axis("off")
    return shown._kindling_figure()
