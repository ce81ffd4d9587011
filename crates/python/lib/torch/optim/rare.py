"""Optimizers that few programs use: `Rprop`, `ASGD`. A step is a few operators for each parameter."""

import _torch
from torch._modes import no_grad
from torch.optim.optimizer import Optimizer, check_at_least_zero, check_lr


class _EachApart(Optimizer):
    """Subclasses define `_start(parameter, group)`, the state at first, and `_change(parameter, grad, state, group)`."""

    # Whether the state says how many steps there were.
    _counts = True

    def _update(self, group):
        with no_grad():
            for parameter in group["params"]:
                if parameter.grad is None:
                    continue
                state = self.state[parameter]
                if not state:
                    state.update({"step": _torch.tensor(0.0)} if self._counts else {})
                    state.update(self._start(parameter, group))
                if self._counts:
                    state["step"] += 1
                self._change(parameter, -parameter.grad if group.get("maximize") else parameter.grad, state, group)


class Rprop(_EachApart):
    """Steps of each value's own size, which grows while its gradient keeps its sign (Riedmiller and Braun, 1993)."""

    def __init__(self, params, lr=1e-2, etas=(0.5, 1.2), step_sizes=(1e-6, 50), *, capturable=False, foreach=None,
                 maximize=False, differentiable=False):
        check_lr(lr)
        if not 0.0 < etas[0] < 1.0 < etas[1]:
            raise ValueError(f"Invalid eta values: {etas[0]}, {etas[1]}")
        super().__init__(params, dict(
            lr=lr, etas=etas, step_sizes=step_sizes, foreach=foreach, maximize=maximize, differentiable=differentiable,
            capturable=capturable,
        ))

    def _start(self, parameter, group):
        return {
            "prev": _torch.zeros_like(parameter),
            "step_size": _torch.full_like(parameter.grad, float(group["lr"])),
        }

    def _change(self, parameter, grad, state, group):
        smaller, larger = group["etas"]
        agreement = grad * state["prev"]
        turned = agreement < 0
        factor = _torch.where(agreement > 0, larger, 1.0).masked_fill(turned, smaller).to(grad.dtype)
        state["step_size"].mul_(factor).clamp_(*group["step_sizes"])
        # After a turn the value waits for a step.
        grad = grad.masked_fill(turned, 0)
        parameter.addcmul_(grad.sign(), state["step_size"], value=-1)
        state["prev"].copy_(grad)


class ASGD(_EachApart):
    """Stochastic gradient descent that keeps the average of its steps (Polyak and Juditsky, 1992)."""

    def __init__(self, params, lr=1e-2, lambd=1e-4, alpha=0.75, t0=1e6, weight_decay=0, foreach=None, maximize=False,
                 differentiable=False, capturable=False):
        check_lr(lr)
        check_at_least_zero("weight_decay", weight_decay)
        super().__init__(params, dict(
            lr=lr, lambd=lambd, alpha=alpha, t0=t0, weight_decay=weight_decay, foreach=foreach, maximize=maximize,
            differentiable=differentiable, capturable=capturable,
        ))

    def _start(self, parameter, group):
        return {
            "eta": _torch.tensor(float(group["lr"])),
            "mu": _torch.tensor(1.0),
            "ax": _torch.zeros_like(parameter),
        }

    def _change(self, parameter, grad, state, group):
        lr, lambd, step = float(group["lr"]), group["lambd"], state["step"].item()
        if group["weight_decay"]:
            grad = grad.add(parameter, alpha=group["weight_decay"])
        eta, mu, average = state["eta"].item(), state["mu"].item(), state["ax"]
        parameter.mul_(1 - lambd * eta).add_(grad, alpha=-eta)
        if mu == 1:
            average.copy_(parameter)
        else:
            average.add_((parameter - average) * mu)
        state["eta"].fill_(lr / (1 + lambd * lr * step) ** group["alpha"])
        state["mu"].fill_(1 / max(1, step - group["t0"]))
