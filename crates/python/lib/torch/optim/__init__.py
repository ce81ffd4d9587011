"""Optimizers: they turn gradients into better parameters."""

from torch.optim import lr_scheduler
from torch.optim.adaptive import Adadelta, Adagrad, RMSprop
from torch.optim.adams import Adam, Adamax, AdamW, NAdam, RAdam
from torch.optim.optimizer import Optimizer
from torch.optim.sgd import SGD

_NOT_BUILT = ("ASGD", "Adafactor", "LBFGS", "Muon", "Rprop", "SparseAdam")


def __getattr__(name):
    if name in _NOT_BUILT:
        raise NotImplementedError(f"torch.optim.{name} is not built here; SGD, Adam and AdamW are")
    raise AttributeError(f"module 'torch.optim' has no attribute '{name}'")
