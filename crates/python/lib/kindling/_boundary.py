"""Where a model changes its mind: what it answers at every place of a plane, behind the points.

What it is not: for more than two features, which no plane shows. Start reading at `decision_boundary`.
"""

import matplotlib.pyplot as plt
import torch
from matplotlib.colors import ListedColormap, to_rgb

from kindling._asking import only_looking, shape_of
from kindling._picture import Picture, place_of_this_cell

_COLORS = ("tab:blue", "tab:orange", "tab:green", "tab:red", "tab:purple", "tab:brown", "tab:pink", "tab:gray",
           "tab:olive", "tab:cyan")


def decision_boundary(model, X, y, *, resolution=60, live=False):
    """Draws what `model` answers around the points `X`, with the points in the colours of their classes `y`.

    X: [N, 2], two features a point. y: [N] or [N, 1], the class of each, 0, 1, 2, …
    The model gives one logit a point ([N], [N, 1]: below 0 is class 0), or one for each class ([N, classes]); one with
    `predict`, as scikit-learn's, gives classes. With `live=True`, called again in a loop, the picture moves.

    Example:
        kindling.decision_boundary(model, X_train, y_train)
    """
    X, y = _points(X, y)
    ends, places = _plane(X, resolution)
    answers, count = _classes(model, places)
    own, _ = _classes(model, X)
    right = (own == y).float().mean().item()
    count = max(count, int(y.max()) + 1)

    figure, ax = plt.subplots(figsize=(4.8, 4.2), layout="tight")
    colors = [_COLORS[number % len(_COLORS)] for number in range(count)]
    ax.imshow(answers.reshape(resolution, resolution).numpy(), cmap=ListedColormap([_light(color) for color in colors]),
              vmin=-0.5, vmax=count - 0.5, origin="lower", extent=(*ends[0], *ends[1]), aspect="auto")
    for number, color in enumerate(colors):
        of_class = X[y == number]
        ax.scatter(of_class[:, 0].numpy(), of_class[:, 1].numpy(), color=color, s=14, label=f"class {number}")
    ax.set_title(f"{right:.0%} on their side")
    ax.legend(loc="upper right")
    shares = ", ".join(f"class {n} in {(answers == n).float().mean().item():.0%}" for n in range(count))
    words = (f"Decision boundary: {right:.0%} of {len(X)} points lie on their side. Of the plane, the model answers "
             f"{shares}.")
    if live:
        place_of_this_cell().show(figure)
    return Picture(figure, words)


def _light(color):
    return tuple(0.7 + 0.3 * part for part in to_rgb(color))


def _points(X, y):
    X = torch.as_tensor(X).detach().cpu().float()
    y = torch.as_tensor(y).detach().cpu()
    if X.dim() != 2 or X.shape[1] != 2:
        raise ValueError(f"decision_boundary draws a plane: X needs two features a point, [N, 2], not {shape_of(X)}")
    if not len(X):
        raise ValueError("decision_boundary: there are no points to draw around")
    if y.dim() == 2 and y.shape[1] == 1:
        y = y.squeeze(1)
    if y.shape != X.shape[:1]:
        raise ValueError(f"decision_boundary: {len(X)} points need {len(X)} classes, but y is of shape {shape_of(y)}")
    whole = y.long()
    if (whole != y).any() or (whole < 0).any():
        raise ValueError("decision_boundary: y should hold classes, 0, 1, 2, …; for other numbers there is no boundary")
    return X, whole


def _plane(X, resolution):
    """Where the grid around the points begins and ends, by axis, and its places, [resolution², 2]."""
    if not isinstance(resolution, int) or resolution < 2:
        raise ValueError(f"decision_boundary: resolution should be a whole number above 1, not {resolution!r}")
    low, high = X.min(dim=0).values, X.max(dim=0).values
    room = 0.15 * (high - low).clamp(min=1e-3)
    ends = list(zip((low - room).tolist(), (high + room).tolist()))
    grid = torch.meshgrid(*[torch.linspace(*end, resolution) for end in ends], indexing="xy")
    return ends, torch.stack([part.flatten() for part in grid], dim=1)


def _classes(model, X):
    """The class of each row, and how many classes there are."""
    if hasattr(model, "predict"):
        answers = torch.as_tensor(model.predict(X.numpy())).long()
        return answers, int(answers.max()) + 1
    if not callable(model):
        raise TypeError(f"decision_boundary needs a model, not a value of type {type(model).__name__}")
    logits = _logits(model, X).cpu()
    if logits.dim() == 2 and logits.shape[1] > 1:
        return logits.argmax(dim=1), logits.shape[1]
    if logits.numel() != len(X):
        raise ValueError(f"decision_boundary: for {len(X)} points the model gave {shape_of(logits)}; it should give "
                         "one logit a point, or one for each class")
    return (logits.reshape(-1) > 0).long(), 2


def _logits(model, X):
    if not isinstance(model, torch.nn.Module):
        with torch.no_grad():
            return model(X)
    first = next(model.parameters(), X)
    with only_looking(model):
        return model(X.to(first.device, first.dtype))
