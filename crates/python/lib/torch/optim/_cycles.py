"""Learning-rate schedules that go up and down: `CyclicLR`, `OneCycleLR`, with momenta against the rates.

What it is not: the other schedules, which are in `lr_scheduler`. Start reading at either class.
"""

import math

from torch.optim._schedule import LRScheduler, check_optimizer


class CyclicLR(LRScheduler):
    """The rate goes up and down between `base_lr` and `max_lr`."""

    __module__ = "torch.optim.lr_scheduler"

    def __init__(
        self,
        optimizer,
        base_lr,
        max_lr,
        step_size_up=2000,
        step_size_down=None,
        mode="triangular",
        gamma=1.0,
        scale_fn=None,
        scale_mode="cycle",
        cycle_momentum=True,
        base_momentum=0.8,
        max_momentum=0.9,
        last_epoch=-1,
    ):
        check_optimizer(optimizer)
        if mode not in ("triangular", "triangular2", "exp_range") and scale_fn is None:
            raise ValueError("mode is invalid and scale_fn is None")
        groups = optimizer.param_groups
        low = _each(base_lr, groups)
        for group, rate in zip(groups, low):
            group["lr"] = rate
        self.max_lrs = _each(max_lr, groups)
        self.total_size = float(step_size_up) + float(step_size_up if step_size_down is None else step_size_down)
        self.step_ratio = step_size_up / self.total_size
        self.mode, self.gamma = mode, gamma
        self._scale_fn_custom, self.scale_mode = scale_fn, scale_mode
        self.cycle_momentum = cycle_momentum
        if cycle_momentum:
            if "momentum" not in optimizer.defaults and "betas" not in optimizer.defaults:
                raise ValueError("optimizer must support momentum or beta1 with `cycle_momentum` option enabled")
            self.use_beta1 = "betas" in optimizer.defaults
            self.base_momentums, self.max_momentums = _each(base_momentum, groups), _each(max_momentum, groups)
            for group, least, most in zip(groups, self.base_momentums, self.max_momentums):
                group["base_momentum"], group["max_momentum"] = least, most
        super().__init__(optimizer, last_epoch)
        self.base_lrs = low

    def _scale(self, cycle):
        if self._scale_fn_custom is not None:
            return self._scale_fn_custom(cycle if self.scale_mode == "cycle" else self.last_epoch)
        if self.mode == "triangular2":
            return 1 / 2.0 ** (cycle - 1)
        return self.gamma**self.last_epoch if self.mode == "exp_range" else 1.0

    def _next_rates(self):
        cycle = math.floor(1 + self.last_epoch / self.total_size)
        place = 1.0 + self.last_epoch / self.total_size - cycle
        height = place / self.step_ratio if place <= self.step_ratio else (place - 1) / (self.step_ratio - 1)
        height *= self._scale(cycle)
        if self.cycle_momentum:
            for group, low, high in zip(self.optimizer.param_groups, self.base_momentums, self.max_momentums):
                _set_momentum(group, high - (high - low) * height)
        return [low + (high - low) * height for low, high in zip(self.base_lrs, self.max_lrs)]


# What a phase of a cycle is: its last step, and from which rate and momentum to which.
_PHASE = ("end_step", "start_lr", "end_lr", "start_momentum", "end_momentum")


class OneCycleLR(LRScheduler):
    """One rise to `max_lr`, then one fall to almost nothing (Smith and Topin, 2017)."""

    __module__ = "torch.optim.lr_scheduler"

    def __init__(
        self,
        optimizer,
        max_lr,
        total_steps=None,
        epochs=None,
        steps_per_epoch=None,
        pct_start=0.3,
        anneal_strategy="cos",
        cycle_momentum=True,
        base_momentum=0.85,
        max_momentum=0.95,
        div_factor=25.0,
        final_div_factor=1e4,
        three_phase=False,
        last_epoch=-1,
    ):
        check_optimizer(optimizer)
        given = dict(total_steps=total_steps, epochs=epochs, steps_per_epoch=steps_per_epoch)
        for name, count in given.items() if total_steps is None else [("total_steps", total_steps)]:
            if count is not None and (not isinstance(count, int) or count <= 0):
                raise ValueError(f"Expected positive integer {name}, but got {count}")
        if not isinstance(pct_start, float) or not 0 <= pct_start <= 1:
            raise ValueError(f"Expected float between 0 and 1 pct_start, but got {pct_start}")
        if total_steps is None:
            if epochs is None or steps_per_epoch is None:
                raise ValueError("You must define either total_steps OR (epochs AND steps_per_epoch)")
            total_steps = epochs * steps_per_epoch
        if anneal_strategy not in ("cos", "linear"):
            raise ValueError(f"anneal_strategy must be one of 'cos' or 'linear', instead got {anneal_strategy}")
        self.total_steps = total_steps
        top = float(pct_start * total_steps) - 1
        end = total_steps - 1
        phases = [(top, "initial_lr", "max_lr", "max_momentum", "base_momentum")]
        if three_phase:
            phases.append((2 * top, "max_lr", "initial_lr", "base_momentum", "max_momentum"))
            phases.append((end, "initial_lr", "min_lr", "max_momentum", "max_momentum"))
        else:
            phases.append((end, "max_lr", "min_lr", "base_momentum", "max_momentum"))
        self._schedule_phases = [dict(zip(_PHASE, phase)) for phase in phases]
        self._anneal_func_type = anneal_strategy
        self.cycle_momentum = cycle_momentum
        groups = optimizer.param_groups
        for group, high in zip(groups, _each(max_lr, groups)):
            group["initial_lr"] = high / div_factor
            group["max_lr"] = high
            group["min_lr"] = group["initial_lr"] / final_div_factor
            group["max_momentum"], group["base_momentum"] = max_momentum, base_momentum
        if cycle_momentum and "momentum" not in optimizer.defaults and "betas" not in optimizer.defaults:
            raise ValueError("optimizer must support momentum or beta1 with `cycle_momentum` option enabled")
        if cycle_momentum:
            self.use_beta1 = "betas" in optimizer.defaults
        super().__init__(optimizer, last_epoch)

    def _next_rates(self):
        step, start = self.last_epoch, 0.0
        if step > self.total_steps:
            raise ValueError(
                f"Tried to step {step} times. The specified number of total steps is {self.total_steps}"
            )
        for phase in self._schedule_phases:
            end = phase["end_step"]
            if step <= end or phase is self._schedule_phases[-1]:
                break
            start = end
        part = (step - start) / (end - start)
        names = [phase[name] for name in _PHASE[1:]]
        anneal = _cosine if self._anneal_func_type == "cos" else _straight
        rates = []
        for group in self.optimizer.param_groups:
            low, high, from_momentum, to_momentum = (group[name] for name in names)
            rates.append(anneal(low, high, part))
            if self.cycle_momentum:
                _set_momentum(group, anneal(from_momentum, to_momentum, part))
        return rates


def _each(value, groups):
    """One value per group."""
    if not isinstance(value, (list, tuple)):
        return [value] * len(groups)
    if len(value) != len(groups):
        raise ValueError(f"expected {len(groups)} values, one per parameter group, got {len(value)}")
    return list(value)


def _set_momentum(group, momentum):
    if "betas" in group:
        group["betas"] = (momentum, *group["betas"][1:])
    else:
        group["momentum"] = momentum


def _cosine(start, end, part):
    return end + (start - end) / 2.0 * (1 + math.cos(math.pi * part))


def _straight(start, end, part):
    return (end - start) * part + start
