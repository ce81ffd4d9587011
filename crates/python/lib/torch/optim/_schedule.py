"""What all learning-rate schedules share."""

from _torch import _warn
from torch.optim.optimizer import Optimizer

_TOO_EARLY = (
    "Detected call of `lr_scheduler.step()` before `optimizer.step()`. In PyTorch 1.1.0 and later, you should call them in "
    "the opposite order: `optimizer.step()` before `lr_scheduler.step()`.  Failure to do this will result in PyTorch "
    "skipping the first value of the learning rate schedule. See more details at "
    "https://pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate"
)


def _watch_steps(optimizer):
    """Has the optimizer remember that it has stepped."""
    if hasattr(optimizer, "_opt_called"):
        return
    optimizer._opt_called = False
    step = optimizer.step

    def noting(*args, **kwargs):
        optimizer._opt_called = True
        # From now on without a detour.
        del optimizer.step
        return step(*args, **kwargs)

    optimizer.step = noting


class LRScheduler:
    """Base of the schedules. A subclass says the rates after `last_epoch` steps in `get_lr`."""

    def __init__(self, optimizer, last_epoch=-1):
        if not isinstance(optimizer, Optimizer):
            raise TypeError(f"{type(optimizer).__name__} is not an Optimizer")
        self.optimizer = optimizer
        for group in optimizer.param_groups:
            if last_epoch == -1:
                group.setdefault("initial_lr", group["lr"])
            elif "initial_lr" not in group:
                raise KeyError("param 'initial_lr' is not specified in a param group when resuming an optimizer")
        self.base_lrs = [group["initial_lr"] for group in optimizer.param_groups]
        self.last_epoch = last_epoch
        self._step_count = 0
        _watch_steps(optimizer)
        self.step()

    def get_lr(self):
        """The rate of each group now."""
        raise NotImplementedError

    def get_last_lr(self):
        """The rates that the last step set."""
        return self._last_lr

    def _rates(self):
        return [group["lr"] for group in self.optimizer.param_groups]

    def _set_rates(self, rates):
        for group, rate in zip(self.optimizer.param_groups, rates):
            group["lr"] = rate
        self._last_lr = self._rates()

    def step(self, epoch=None):
        """Goes on by one step, or to the step named."""
        if self._step_count == 1 and not self.optimizer._opt_called:
            _warn(_TOO_EARLY)
        self._step_count += 1
        self.last_epoch = self.last_epoch + 1 if epoch is None else epoch
        if epoch is not None and hasattr(self, "_at"):
            # A step that is named starts from the initial rates, not from those of before.
            self._set_rates([self._at(base) for base in self.base_lrs])
        else:
            self._set_rates(self.get_lr())

    def state_dict(self):
        """All that the schedule knows, but for the optimizer."""
        return {name: value for name, value in self.__dict__.items() if name != "optimizer"}

    def load_state_dict(self, state_dict):
        """Takes over what `state_dict` returned."""
        self.__dict__.update(state_dict)
