"""The layers, a file a family."""

from torch.nn.modules.module import Module
