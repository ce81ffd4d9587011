"""`torch.mtia`: Meta's accelerators, which there are none of. Start reading at `_no_device`."""

from ._no_device import device_count, empty_cache, is_available, manual_seed, manual_seed_all, synchronize  # noqa: F401
