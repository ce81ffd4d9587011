"""`torch.utils.hooks`: the handles by which hooks are taken away again.

What it is not: the hooks, which modules and tensors keep. Start reading in `torch.nn.modules._hooks`.
"""

from torch.nn.modules._hooks import RemovableHandle

__all__ = ["RemovableHandle"]
