"""`torch.cpu.amp`: the older names of what `torch.amp` has."""

from torch._older_amp import OlderAutocast, OlderGradScaler


class autocast(OlderAutocast):
    """As `torch.amp.autocast("cpu")`."""

    _of = "cpu"


class GradScaler(OlderGradScaler):
    """As `torch.amp.GradScaler("cpu")`."""

    _of = "cpu"
