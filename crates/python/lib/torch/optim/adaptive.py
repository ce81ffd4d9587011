"""Optimizers that scale steps by the size of past gradients."""

import _torch
from torch.optim.optimizer import Optimizer, check_at_least_zero, check_lr


class RMSprop(Optimizer):
    """Steps divided by the root of the mean square of gradients (Hinton, 2012)."""

    def __init__(self, params, lr=1e-2, alpha=0.99, eps=1e-8, weight_decay=0, momentum=0, centered=False,
                 capturable=False, foreach=None, maximize=False, differentiable=False):
        check_lr(lr)
        check_at_least_zero("epsilon", eps)
        check_at_least_zero("momentum", momentum)
        check_at_least_zero("weight_decay", weight_decay)
        check_at_least_zero("alpha", alpha)
        super().__init__(params, dict(
            lr=lr, momentum=momentum, alpha=alpha, eps=eps, centered=centered, weight_decay=weight_decay,
            capturable=capturable, foreach=foreach, maximize=maximize, differentiable=differentiable,
        ))

    def _update(self, group):
        _torch._rmsprop(group, self.state)


class Adagrad(Optimizer):
    """Steps divided by the root of the sum of squared gradients (Duchi et al., 2011)."""

    def __init__(self, params, lr=1e-2, lr_decay=0, weight_decay=0, initial_accumulator_value=0, eps=1e-10,
                 foreach=None, *, maximize=False, differentiable=False, fused=None):
        check_lr(lr)
        check_at_least_zero("lr_decay", lr_decay)
        check_at_least_zero("weight_decay", weight_decay)
        check_at_least_zero("initial_accumulator_value", initial_accumulator_value)
        check_at_least_zero("epsilon", eps)
        super().__init__(params, dict(
            lr=lr, lr_decay=lr_decay, eps=eps, weight_decay=weight_decay,
            initial_accumulator_value=initial_accumulator_value, foreach=foreach, maximize=maximize,
            differentiable=differentiable, fused=fused,
        ))
        for group in self.param_groups:
            for parameter in group["params"]:
                start = _torch.full_like(parameter, initial_accumulator_value).detach()
                self.state[parameter] = {"step": _torch.tensor(0.0), "sum": start}

    def share_memory(self):
        """Puts the state where processes share it: in one process it is there already."""

    def _update(self, group):
        _torch._adagrad(group, self.state)


class Adadelta(Optimizer):
    """Steps in the size of past steps over that of past gradients (Zeiler, 2012)."""

    def __init__(self, params, lr=1.0, rho=0.9, eps=1e-6, weight_decay=0, foreach=None, *, capturable=False,
                 maximize=False, differentiable=False):
        check_lr(lr)
        if not 0.0 <= rho <= 1.0:
            raise ValueError(f"Invalid rho value: {rho}")
        check_at_least_zero("epsilon", eps)
        check_at_least_zero("weight_decay", weight_decay)
        super().__init__(params, dict(
            lr=lr, rho=rho, eps=eps, weight_decay=weight_decay, maximize=maximize, capturable=capturable,
            foreach=foreach, differentiable=differentiable,
        ))

    def _update(self, group):
        _torch._adadelta(group, self.state)
