"""`torch.signal`: windows (`windows`)."""

from torch.signal import windows
