"""What all learning-rate schedules share."""

from _torch import _warn
from torch.optim.optimizer import Optimizer

_TOO_EARLY = (
    "Detected call of `lr_scheduler.step()` before `optimizer.step()`. In PyTorch 1.1.0 and later, you should call them in "
    "the opposite order: `optimizer.step()` before `lr_scheduler.step()`.  Failure to do this will result in PyTorch "
    "skipping the first value of the learning rate schedule. See more details at "
    "https://pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate"
)

_ASK_OTHERWISE = "To get the last learning rate computed by the scheduler, please use `get_last_lr()`."
_NO_EPOCH = (
    "The epoch parameter in `scheduler.step()` was not necessary and is being deprecated where possible. Please use "
    "`scheduler.step()` to step the scheduler. During the deprecation, if epoch is different from None, the closed form is "
    "used instead of the new chainable form, where available. Please open an issue if you are unable to replicate your use "
    "case: https://github.com/pytorch/pytorch/issues/new/choose."
)

_NO_START = (
    "param 'initial_lr' is not specified in param_groups[{at}] when resuming scheduler with last_epoch >= 0.\nThis typically "
    "happens when:\n1. You're trying to resume training from a checkpoint but haven't properly loaded the optimizer state\n"
    "2. You're using last_epoch >= 0 for a fresh training run (not recommended)"
)


def check_optimizer(optimizer):
    if not isinstance(optimizer, Optimizer):
        raise TypeError(f"{type(optimizer).__name__} is not an Optimizer")


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
    """Base of the schedules. A subclass says the rates after `last_epoch` steps in `get_lr`; ours in `_next_rates`."""

    __module__ = "torch.optim.lr_scheduler"

    def __init__(self, optimizer, last_epoch=-1):
        check_optimizer(optimizer)
        self.optimizer = optimizer
        for at, group in enumerate(optimizer.param_groups):
            if last_epoch == -1:
                group.setdefault("initial_lr", group["lr"])
            elif "initial_lr" not in group:
                raise KeyError(_NO_START.format(at=at))
        self.base_lrs = [group["initial_lr"] for group in optimizer.param_groups]
        self.last_epoch = last_epoch
        self._step_count = 0
        self._is_initial = self._get_lr_called_within_step = False
        _watch_steps(optimizer)
        self.step()

    def get_lr(self):
        """The rate of each group that the step sets."""
        if not self._get_lr_called_within_step:
            _warn(_ASK_OTHERWISE)
        return self._next_rates()

    def _next_rates(self):
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
        if epoch is not None:
            _warn(_NO_EPOCH)
        self._step_count += 1
        self._update_lr(epoch)

    def _update_lr(self, epoch=None):
        self.last_epoch = self.last_epoch + 1 if epoch is None else epoch
        if epoch is not None and hasattr(self, "_at"):
            # A step that is named starts from the initial rates, not from those of before.
            self._set_rates([self._at(base) for base in self.base_lrs])
        else:
            self._take_rates()

    def _take_rates(self):
        self._get_lr_called_within_step = True
        try:
            rates = self.get_lr()
        finally:
            self._get_lr_called_within_step = False
        self._set_rates(rates)

    def state_dict(self):
        """All that the schedule knows, but for the optimizer."""
        return {name: value for name, value in self.__dict__.items() if name != "optimizer"}

    def load_state_dict(self, state_dict):
        """Takes over what `state_dict` returned."""
        self.__dict__.update(state_dict)
