"""`torch.fx.graph_module`: names of `_module`, where PyTorch has them. Nothing else is here."""

from torch.fx._module import GraphModule  # noqa: F401
