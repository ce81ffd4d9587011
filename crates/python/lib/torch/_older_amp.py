"""The older names for what `torch.amp` has, which `torch.cpu.amp` and `torch.cuda.amp` share but for their device."""

import warnings

from torch import amp


def deprecated(device, name):
    """Warns at the line that called who calls this."""
    warnings.warn(
        f"`torch.{device}.amp.{name}(args...)` is deprecated. Please use `torch.amp.{name}('{device}', args...)` instead.",
        FutureWarning, stacklevel=3,
    )


class OlderAutocast(amp.autocast):
    """As `torch.amp.autocast`, for the device of a derived class."""

    def __init__(self, enabled=True, dtype=None, cache_enabled=True):
        deprecated(self._of, "autocast")
        super().__init__(self._of, dtype, enabled, cache_enabled)


class OlderGradScaler(amp.GradScaler):
    """As `torch.amp.GradScaler`, for the device of a derived class."""

    def __init__(self, init_scale=2.0**16, growth_factor=2.0, backoff_factor=0.5, growth_interval=2000, enabled=True):
        deprecated(self._of, "GradScaler")
        super().__init__(self._of, init_scale, growth_factor, backoff_factor, growth_interval, enabled)
