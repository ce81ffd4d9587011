# What jacobian, hessian and their products say to functions, inputs and strategies that do not fit.
import torch
from torch.autograd.functional import hessian, hvp, jacobian, jvp, vhp, vjp
from torch.func import jacrev


def show(name, call):
    try:
        print(name, call())
    except Exception as error:
        print(name, type(error).__name__, error)


x = torch.ones(3)


def square(x):
    return x**2


def total(x):
    return x.sum() ** 2


forward = dict(strategy="forward-mode")
show("forward", lambda: jacobian(square, x, **forward))
show("forward at once", lambda: jacobian(square, x, vectorize=True, **forward))
show("forward of a graph", lambda: jacobian(square, x, vectorize=True, create_graph=True, **forward))
show("strict at once", lambda: jacobian(square, x, strict=True, vectorize=True))
show("strategy", lambda: jacobian(square, x, strategy="sideways"))
show("outer strategy", lambda: hessian(total, x, outer_jacobian_strategy="sideways"))
show("outer forward", lambda: hessian(total, x, outer_jacobian_strategy="forward-mode"))
for name, call in (
    ("jacobian", jacobian),
    ("hessian", hessian),
    ("vjp", vjp),
    ("jvp", jvp),
    ("hvp", hvp),
    ("vhp", vhp),
):
    show(name + " of a number", lambda: call(total, 3))
    show(name + " of a list", lambda: call(total, [x]))
    show(name + " of two", lambda: call(total, (x, 3)))
    show(name + " to a number", lambda: call(lambda x: 3, torch.ones(1)))
    show(name + " to a list", lambda: call(lambda x: [x, x], torch.ones(1)))
    show(name + " to two", lambda: call(lambda x: (x, 3), torch.ones(1)))
for name, call in (("vjp", vjp), ("jvp", jvp), ("hvp", hvp), ("vhp", vhp)):
    show(name + " without v", lambda: call(square, x))
    show(name + " by a list", lambda: call(total, x, [x]))
    show(name + " by two", lambda: call(total, x, (x, x)))
    show(name + " by a short one", lambda: call(total, x, torch.ones(2)))
    show(name, lambda: call(total, x, x if call is not vjp else torch.tensor(2.0)))
show("strict", lambda: jacobian(lambda x: torch.ones(3), x, strict=True))
show("constant", lambda: jacobian(lambda x: torch.ones(3), x))
show("jacrev", lambda: jacrev(lambda x: 3)(x))
show("jacrev", lambda: jacrev(lambda x: {"a": x, "b": "text"})(x))
show("gradcheck", lambda: torch.autograd.gradcheck(square, x))


class Saves(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, k):
        ctx.save_for_backward(x, k)
        return x * 2

    @staticmethod
    def backward(ctx, grad):
        return grad * 2, None


show("saves None", lambda: Saves.apply(x.requires_grad_(), None))
show("saves a number", lambda: Saves.apply(x, 3))
