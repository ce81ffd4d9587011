"""`torch.utils.tensorboard`: what a training writes down, as files that TensorBoard reads and as curves below the cell.

Not the files' format, which is `_records`'. Start reading at `writer`.
"""

from torch.utils.tensorboard.writer import SummaryWriter

__all__ = ["SummaryWriter"]
