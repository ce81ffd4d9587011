"""Gradient descent."""

import _torch
from torch.optim.optimizer import Optimizer, check_at_least_zero, check_one_element


class SGD(Optimizer):
    """p - lr * gradient, with momentum if asked for."""

    def __init__(self, params, lr=1e-3, momentum=0, dampening=0, weight_decay=0, nesterov=False, *, maximize=False,
                 foreach=None, differentiable=False, fused=None):
        check_one_element(lr)
        # PyTorch's SGD takes nan, unlike the others.
        if lr < 0.0:
            raise ValueError(f"Invalid learning rate: {lr}")
        check_at_least_zero("momentum", momentum)
        check_at_least_zero("weight_decay", weight_decay)
        if nesterov and (momentum <= 0 or dampening != 0):
            raise ValueError("Nesterov momentum requires a momentum and zero dampening")
        super().__init__(params, dict(
            lr=lr, momentum=momentum, dampening=dampening, weight_decay=weight_decay, nesterov=nesterov,
            maximize=maximize, foreach=foreach, differentiable=differentiable, fused=fused,
        ))

    def _update(self, group):
        _torch._sgd(group, self.state)
