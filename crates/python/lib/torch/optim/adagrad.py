"""Where PyTorch has `Adagrad`, which is with its kin here: `torch.optim.adaptive`."""

from torch.optim import Adagrad as Adagrad
