"""Optimizers of large models: `Adafactor` and `Muon`. A step is a few operators for each parameter.

Not those of `rare`, whose loop over parameters they share. Start reading anywhere: each stands alone.
"""

import math

import _torch
from torch.optim.optimizer import check_one_element
from torch.optim.rare import _EachApart


def _at_least_zero(title, value):
    if not 0.0 <= value:
        raise ValueError(f"{title} should be >= 0 but is: {value}")


class Adafactor(_EachApart):
    """Adam whose squares are kept by rows and columns (Shazeer and Stern, 2018)."""

    def __init__(self, params, lr=1e-2, beta2_decay=-0.8, eps=(None, 1e-3), d=1.0, weight_decay=0.0, *, foreach=None,
                 maximize=False):
        check_one_element(lr)
        _at_least_zero("Learning rate", lr)
        if not beta2_decay <= 0:
            raise ValueError(f"beta2_decay should be <= 0 but is: {beta2_decay}")
        if eps[0] is not None:
            _at_least_zero("epsilon1", eps[0])
        _at_least_zero("epsilon2", eps[1])
        if not d >= 1:
            raise ValueError(f"Clipping threshold d should be >= 1 but is: {d}")
        _at_least_zero("weight_decay", weight_decay)
        super().__init__(params, dict(
            lr=lr, beta2_decay=beta2_decay, eps=eps, d=d, weight_decay=weight_decay, foreach=foreach, maximize=maximize,
        ))

    def _start(self, parameter, _group):
        shape = tuple(parameter.shape)
        if len(shape) > 1:
            zeros = lambda size: _torch.zeros(size, dtype=parameter.dtype)
            return {"row_var": zeros((*shape[:-1], 1)), "col_var": zeros((*shape[:-2], 1, shape[-1]))}
        return {"variance": _torch.zeros_like(parameter)}

    def _change(self, parameter, grad, state, group):
        step, (eps1, eps2), count = state["step"].item(), group["eps"], math.sqrt(parameter.numel())
        eps1 = _torch._dtype_limits(parameter.dtype)["eps"] if eps1 is None else eps1
        share = step ** group["beta2_decay"]
        rate = max(eps2, parameter.norm(2).item() / count) * min(group["lr"], 1 / step**0.5)
        if group["weight_decay"]:
            parameter.mul_(1 - group["lr"] * group["weight_decay"])
        estimate = self._estimate(grad, state, share, eps1)
        update = estimate.clamp(min=eps1 * eps1).rsqrt() * grad
        clipped = max(1.0, update.norm(2).item() / (count * group["d"]))
        parameter.add_(update, alpha=-rate / clipped)

    @staticmethod
    def _estimate(grad, state, share, eps):
        """The mean square of each value's gradients, from those of its row and its column."""
        if grad.dim() <= 1:
            return state["variance"].lerp_(grad * grad, share)
        rows, columns = state["row_var"], state["col_var"]
        rows.lerp_(_torch.norm(grad, 2.0, -1, True).square() / grad.size(-1), share)
        columns.lerp_(_torch.norm(grad, 2.0, -2, True).square() / grad.size(-2), share)
        return rows @ columns / rows.mean(dim=-2, keepdim=True).clamp(min=eps)


class Muon(_EachApart):
    """Momentum whose matrices are made near orthogonal (Jordan and others, 2024)."""

    def __init__(self, params, lr=1e-3, weight_decay=0.1, momentum=0.95, nesterov=True,
                 ns_coefficients=(3.4445, -4.775, 2.0315), eps=1e-7, ns_steps=5, adjust_lr_fn=None):
        check_one_element(lr)
        _at_least_zero("Learning rate", lr)
        _at_least_zero("momentum", momentum)
        _at_least_zero("weight decay", weight_decay)
        if adjust_lr_fn not in (None, "original", "match_rms_adamw"):
            raise ValueError(f"Adjust learning rate function {adjust_lr_fn} is not supported")
        super().__init__(params, dict(
            lr=lr, weight_decay=weight_decay, momentum=momentum, nesterov=nesterov, ns_coefficients=ns_coefficients, eps=eps,
            ns_steps=ns_steps, adjust_lr_fn=adjust_lr_fn,
        ))
        for group in self.param_groups:
            for parameter in group["params"]:
                if parameter.dim() != 2:
                    raise ValueError(
                        f"Muon only supports 2D parameters whereas we found a parameter with size: {parameter.size()}"
                    )

    def _start(self, parameter, _group):
        return {"momentum_buffer": _torch.zeros_like(parameter.grad)}

    _counts = False

    def _change(self, parameter, grad, state, group):
        kept = state["momentum_buffer"].lerp_(grad, 1 - group["momentum"])
        update = grad.lerp(kept, group["momentum"]) if group["nesterov"] else kept
        update = _orthogonal(update, group["ns_coefficients"], group["ns_steps"], group["eps"])
        rows, columns = parameter.shape
        scale = 0.2 * math.sqrt(max(rows, columns))
        scale = scale if group["adjust_lr_fn"] == "match_rms_adamw" else math.sqrt(max(1, rows / columns))
        parameter.mul_(1 - group["lr"] * group["weight_decay"])
        parameter.add_(update.to(parameter.dtype), alpha=-group["lr"] * scale)


def _orthogonal(matrix, coefficients, steps, eps):
    """A matrix whose singular values are all about 1, by Newton and Schulz's iteration in low precision."""
    a, b, c = coefficients
    found = matrix.bfloat16()
    is_tall = matrix.size(0) > matrix.size(1)
    found = found.T if is_tall else found
    found = found / found.norm().clamp(min=eps)
    for _ in range(steps):
        gram = found @ found.T
        found = _torch.addmm(found, _torch.addmm(gram, gram, gram, beta=b, alpha=c), found, beta=a)
    return found.T if is_tall else found
