"""L-BFGS: steps by an estimate of the curvature (Liu and Nocedal, 1989)."""

import _torch
from torch._modes import enable_grad, no_grad
from torch.optim._line_search import search
from torch.optim.optimizer import Optimizer, check_lr


class LBFGS(Optimizer):
    """Calls the closure several times a step; all parameters form one vector."""

    def __init__(self, params, lr=1, max_iter=20, max_eval=None, tolerance_grad=1e-7, tolerance_change=1e-9,
                 history_size=100, line_search_fn=None, *, maximize=False):
        check_lr(lr)
        if max_eval is None:
            max_eval = max_iter * 5 // 4
        super().__init__(params, dict(
            lr=lr, max_iter=max_iter, max_eval=max_eval, tolerance_grad=tolerance_grad,
            tolerance_change=tolerance_change, history_size=history_size, line_search_fn=line_search_fn, maximize=maximize,
        ))
        if len(self.param_groups) != 1:
            raise ValueError("LBFGS doesn't support per-parameter options (parameter groups)")
        self._params = self.param_groups[0]["params"]

    def _gradient(self):
        parts = [
            parameter.grad.reshape(-1) if parameter.grad is not None else _torch.zeros(parameter.numel())
            for parameter in self._params
        ]
        gradient = _torch.cat(parts)
        return gradient.neg() if self.param_groups[0]["maximize"] else gradient

    def _move(self, length, direction):
        start = 0
        for parameter in self._params:
            count = parameter.numel()
            parameter.add_(direction[start : start + count].view(parameter.shape), alpha=length)
            start += count

    def step(self, closure):
        """Minimises for up to max_iter iterations; returns the loss before."""
        with no_grad():
            return self._minimise(closure)

    def _minimise(self, closure):
        group = self.param_groups[0]
        state = self.state[self._params[0]]
        state.setdefault("func_evals", 0)
        state.setdefault("n_iter", 0)

        def asked():
            with enable_grad():
                return closure()

        def evaluate():
            return -float(asked()) if group["maximize"] else float(asked())

        first_loss = asked()
        loss = -float(first_loss) if group["maximize"] else float(first_loss)
        evaluations = 1
        state["func_evals"] += 1
        gradient = self._gradient()
        if gradient.abs().max() <= group["tolerance_grad"]:
            return first_loss
        direction, length = state.get("d"), state.get("t")
        steps, changes, inverses = state.get("old_stps", []), state.get("old_dirs", []), state.get("ro", [])
        scale, previous, previous_loss = state.get("H_diag", 1), state.get("prev_flat_grad"), state.get("prev_loss")
        iterations = 0
        while iterations < group["max_iter"]:
            iterations += 1
            state["n_iter"] += 1
            if state["n_iter"] == 1:
                direction, scale = gradient.neg(), 1
            else:
                change, step = gradient.sub(previous), direction.mul(length)
                curvature = change.dot(step)
                if curvature > 1e-10:
                    if len(changes) == group["history_size"]:
                        changes.pop(0), steps.pop(0), inverses.pop(0)
                    changes.append(change)
                    steps.append(step)
                    inverses.append(1.0 / curvature)
                    scale = curvature / change.dot(change)
                weights = state.setdefault("al", [None] * group["history_size"])
                direction = self._two_loops(gradient, changes, steps, inverses, scale, weights)
            previous, previous_loss = gradient.clone(), loss
            if state["n_iter"] == 1:
                length = min(1.0, 1.0 / gradient.abs().sum()) * group["lr"]
            else:
                length = group["lr"]
            slope = gradient.dot(direction)
            if slope > -group["tolerance_change"]:
                break
            if group["line_search_fn"] is not None:
                length, loss, gradient, tries = self._searched(evaluate, length, direction, loss, gradient, slope)
                self._move(length, direction)
                evaluations += tries
                state["func_evals"] += tries
            else:
                self._move(length, direction)
                if iterations != group["max_iter"]:
                    loss = evaluate()
                    gradient = self._gradient()
                    evaluations += 1
                    state["func_evals"] += 1
            small = direction.mul(length).abs().max() <= group["tolerance_change"]
            still = abs(loss - previous_loss) < group["tolerance_change"]
            flat = gradient.abs().max() <= group["tolerance_grad"]
            if iterations == group["max_iter"] or evaluations >= group["max_eval"] or flat or small or still:
                break
        state.update(
            d=direction, t=length, old_dirs=changes, old_stps=steps, ro=inverses, H_diag=scale,
            prev_flat_grad=previous, prev_loss=previous_loss,
        )
        return first_loss

    def _searched(self, evaluate, length, direction, loss, gradient, slope):
        """As far along the direction as the strong Wolfe conditions ask; the parameters stay where they are."""
        group = self.param_groups[0]
        if group["line_search_fn"] != "strong_wolfe":
            raise RuntimeError("only 'strong_wolfe' is supported")
        before = [parameter.clone() for parameter in self._params]

        def there(length):
            self._move(length, direction)
            found = evaluate(), self._gradient()
            for parameter, value in zip(self._params, before):
                parameter.copy_(value)
            return found

        return search(there, length, direction, loss, gradient, slope, group["tolerance_change"])

    @staticmethod
    def _two_loops(gradient, changes, steps, inverses, scale, weights):
        """The inverse curvature times minus the gradient, from the history. Products are added without being rounded."""
        direction = gradient.neg()
        for index in range(len(changes) - 1, -1, -1):
            weights[index] = steps[index].dot(direction) * inverses[index]
            direction.add_(changes[index], alpha=-weights[index])
        direction = direction.mul(scale)
        for index in range(len(changes)):
            correction = changes[index].dot(direction) * inverses[index]
            direction.add_(steps[index], alpha=weights[index] - correction)
        return direction
