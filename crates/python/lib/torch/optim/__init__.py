"""Optimizers: what changes parameters to make a loss smaller."""

from torch.optim.optimizer import Optimizer
from torch.optim.adam import NAdam, RAdam, Adam, Adamax, AdamW
from torch.optim.adaptive import Adadelta, Adagrad, RMSprop
from torch.optim.sgd import SGD


def __getattr__(name):
    # Long, and rare in first lessons: these come when they are asked for.
    if name == "LBFGS":
        from torch.optim.lbfgs import LBFGS

        return LBFGS
    if name == "lr_scheduler":
        import torch.optim.lr_scheduler

        return torch.optim.lr_scheduler
    if name == "swa_utils":
        return __import__("torch.optim.swa_utils", fromlist=(name,))
    if name in ("ASGD", "Rprop"):
        from torch.optim import rare

        return getattr(rare, name)
    if name in ("SparseAdam", "Adafactor", "Muon"):
        raise NotImplementedError(f"torch.optim.{name} is not built into this torch")
    raise AttributeError(f"module 'torch.optim' has no attribute '{name}'")
