"""`torch.signal`: windows.

What it is not: code of its own. Start reading at `windows`.
"""

from torch.signal import windows
