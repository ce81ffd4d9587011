"""`torch.fx.proxy`: names of `_tracing`, where PyTorch has them. Nothing else is here."""

from torch.fx._tracing import Proxy, TraceError  # noqa: F401
