"""Inside a convolutional network: the kernels it has learned, and what they find in a picture.

What it is not: what a layer would like to see best. Start reading at `filters`.
"""

import torch
from torch import nn

from kindling._asking import a_model, only_looking, shape_of
from kindling._picture import Picture, grid

_MOST = 64


def filters(model, layer=None, *, channel=0):
    """Draws the kernels of a convolution, one small picture each: blue wants much, red wants little.

    The first `nn.Conv2d` of the model, or the layer of that name, or the layer itself. Of kernels with three channels
    all are shown, as red, green and blue; of others the given `channel`. At most 64 kernels.

    Example:
        kindling.filters(model)
        kindling.filters(model, "look.3", channel=2)
    """
    name, layer = _convolution(a_model(model, "filters"), layer, "filters")
    weight = layer.weight.detach().cpu()
    channels = weight.shape[1]
    if channel not in range(channels):
        raise ValueError(f"filters: {name} looks at {channels} channels, 0 to {channels - 1}; there is no {channel}")
    count, size = min(len(weight), _MOST), " × ".join(str(side) for side in weight.shape[2:])
    strength = weight.abs().max().item() or 1.0
    figure, axes = grid(count, 8, 1.15)
    for ax, kernel in zip(axes, weight):
        if channels == 3:
            ax.imshow((kernel / (2 * strength) + 0.5).permute(1, 2, 0).numpy())
        else:
            ax.imshow(kernel[channel].numpy(), cmap="RdBu", vmin=-strength, vmax=strength)
    of_channel = f", channel {channel} of {channels}" if channels not in (1, 3) else ""
    figure.suptitle(f"{count} filters of {name}{of_channel}")
    words = (f"Filters of {name}: {count} of {len(weight)} kernels of {size}{of_channel}, weights from "
             f"{weight.min().item():.2f} to {weight.max().item():.2f}.")
    return Picture(figure, words)


def activations(model, image, layer=None):
    """Draws what a convolution finds in one picture, a map for each of its channels: bright is strong.

    image: [C, H, W], [1, C, H, W], or [H, W] for a grey one. The layer is found as in `filters`. Below 0 is dark, as
    the ReLU that mostly follows makes it. At most 64 maps.

    Example:
        kindling.activations(model, X_test[0])
    """
    name, layer = _convolution(a_model(model, "activations"), layer, "activations")
    picture = _one_picture(image)
    found = []
    handle = layer.register_forward_hook(lambda layer, inputs, output: found.append(output))
    try:
        with only_looking(model):
            model(picture.to(layer.weight.device))
    finally:
        handle.remove()
    if not found:
        raise ValueError(f"activations: {name} takes no part in what the model computes")
    maps = found[0][0].detach().cpu().clamp(min=0)
    count, highest = min(len(maps), _MOST), maps.max().item() or 1.0
    figure, axes = grid(count + 1, 9, 1.1)
    axes[0].imshow(_as_shown(picture[0].cpu()), cmap="gray")
    axes[0].set_title("image", fontsize=9)
    for number, (ax, values) in enumerate(zip(axes[1:], maps)):
        ax.imshow(values.numpy(), cmap="viridis", vmin=0, vmax=highest)
        ax.set_title(str(number), fontsize=9)
    figure.suptitle(f"What {name} finds")
    strong = maps.amax(dim=(1, 2))
    words = (f"Activations of {name}: {count} of {len(maps)} maps of {maps.shape[1]} × {maps.shape[2]}; the "
             f"strongest is {int(strong.argmax())} with {strong.max().item():.2f}, "
             f"{int((strong == 0).sum())} stay dark.")
    return Picture(figure, words)


def _convolution(model, layer, call):
    """Name and module of the layer that is meant."""
    named = dict(model.named_modules())
    convolutions = {name: part for name, part in named.items() if isinstance(part, nn.Conv2d)}
    if layer is None:
        if not convolutions:
            raise ValueError(f"{call}: this model has no nn.Conv2d to look into")
        return next((name or "the model", part) for name, part in convolutions.items())
    for name, part in named.items():
        if part is layer or name == layer:
            if not isinstance(part, nn.Conv2d):
                raise TypeError(f"{call}: {name!r} is a {type(part).__name__}; only an nn.Conv2d has filters")
            return name or "the model", part
    known = ", ".join(convolutions) or "none"
    raise ValueError(f"{call}: this model has no layer {layer!r}; its convolutions are {known}")


def _one_picture(image):
    if not isinstance(image, torch.Tensor):
        image = torch.as_tensor(image, dtype=torch.float32)
    if image.dim() == 2:
        image = image.unsqueeze(0)
    if image.dim() == 3:
        image = image.unsqueeze(0)
    if image.dim() != 4 or len(image) != 1:
        raise ValueError(f"activations looks at one picture, [C, H, W]; this is {shape_of(image)}: give X[0], not X")
    return image.detach()


def _as_shown(picture):
    """A picture [C, H, W] as imshow takes it."""
    if len(picture) != 3:
        return picture[0].numpy()
    low, high = picture.min(), picture.max()
    return ((picture - low) / (high - low).clamp(min=1e-8)).permute(1, 2, 0).numpy()
