"""Optimizers: what changes parameters to make a loss smaller."""

from torch.optim.optimizer import Optimizer
from torch.optim.adam import NAdam, RAdam, Adam, Adamax, AdamW
from torch.optim.adaptive import Adadelta, Adagrad, RMSprop
from torch.optim.lbfgs import LBFGS
from torch.optim.sgd import SGD
from torch.optim import lr_scheduler


def __getattr__(name):
    if name in ("Rprop", "ASGD", "SparseAdam", "Adafactor", "Muon"):
        raise NotImplementedError(f"torch.optim.{name} is not built into this torch")
    raise AttributeError(f"module 'torch.optim' has no attribute '{name}'")
