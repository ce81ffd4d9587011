"""Special functions, by the names they have in torch."""

import _torch

expit = _torch.sigmoid


def __getattr__(name):
    if hasattr(_torch, name) and not name.startswith("_"):
        return getattr(_torch, name)
    raise NotImplementedError(f"torch.special.{name} is not built into this torch")
