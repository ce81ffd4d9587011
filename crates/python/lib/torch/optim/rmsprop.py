"""Where PyTorch has `RMSprop`, which is with its kin here: `torch.optim.adaptive`."""

from torch.optim import RMSprop as RMSprop
