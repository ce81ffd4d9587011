"""`torch.cuda.amp`: the older names of what `torch.amp` has."""

from torch import amp
from torch._older_amp import OlderAutocast, OlderGradScaler, deprecated


class autocast(OlderAutocast):
    """As `torch.amp.autocast("cuda")`."""

    _of = "cuda"


class GradScaler(OlderGradScaler):
    """As `torch.amp.GradScaler("cuda")`."""

    _of = "cuda"


def custom_fwd(fwd=None, *, cast_inputs=None):
    """As `torch.amp.custom_fwd(device_type="cuda")`."""
    deprecated("cuda", "custom_fwd")
    return amp.custom_fwd(fwd, device_type="cuda", cast_inputs=cast_inputs)


def custom_bwd(bwd):
    """As `torch.amp.custom_bwd(device_type="cuda")`."""
    deprecated("cuda", "custom_bwd")
    return amp.custom_bwd(bwd, device_type="cuda")


autocast.__module__, GradScaler.__module__ = "torch.cuda.amp.autocast_mode", "torch.cuda.amp.grad_scaler"
