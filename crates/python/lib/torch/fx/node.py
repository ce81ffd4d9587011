"""`torch.fx.node`: names of `_node`, where PyTorch has them. Nothing else is here."""

from torch.fx._node import Node, map_arg  # noqa: F401
