"""`torch.fx.graph`: names of `_graph`, where PyTorch has them. Nothing else is here."""

from torch.fx._graph import Graph  # noqa: F401
