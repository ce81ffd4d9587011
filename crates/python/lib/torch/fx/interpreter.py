"""`torch.fx.interpreter`: names of `_tracing`, where PyTorch has them. Nothing else is here."""

from torch.fx._tracing import Interpreter, Transformer  # noqa: F401
