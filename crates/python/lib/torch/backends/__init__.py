"""Which libraries compute."""

from torch.backends import cuda, cudnn, mps
