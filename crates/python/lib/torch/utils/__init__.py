"""Helpers around training."""

from torch.utils import data
