"""Where PyTorch has `Adadelta`, which is with its kin here: `torch.optim.adaptive`."""

from torch.optim import Adadelta as Adadelta
