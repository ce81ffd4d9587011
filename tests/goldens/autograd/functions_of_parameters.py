"""Derivatives by dicts of parameters, one for each sample; and what is said of arguments that are no tensors."""
import torch
from torch import nn
from torch.func import functional_call, grad, hessian, jacfwd, jacrev, vmap
import torch.nn.functional as F

torch.manual_seed(0)
model = nn.Linear(3, 2)
parameters = {name: value.detach() for name, value in model.named_parameters()}
x, y = torch.randn(4, 3), torch.tensor([0, 1, 1, 0])


def loss(parameters, x, y):
    return F.cross_entropy(functional_call(model, parameters, (x[None],)), y[None])


each = vmap(grad(loss), in_dims=(None, 0, 0))(parameters, x, y)
print({name: tuple(value.shape) for name, value in each.items()}, each["bias"][0])
jacobian = jacrev(lambda p: functional_call(model, p, (x[0],)))(parameters)
print(jacobian["bias"], jacobian["weight"].shape)
second = hessian(lambda p: loss(p, x[0], y[0]))(parameters)
print(second["bias"]["bias"], second["weight"]["bias"].shape)
print(jacrev(lambda a, b: a * b, argnums=(0, 1))(torch.ones(2), torch.arange(2.0)))
print(jacrev(lambda a: {"twice": a * 2, "sum": a.sum()})(torch.ones(2)), jacfwd(torch.sin)(torch.zeros(2)))
print(jacrev(lambda a: (a * 2, a.sum()), has_aux=True)(torch.ones(2)))


def product(a, b):
    return (a * b).sum()


one = torch.ones(2)
for call in (
    lambda: grad(lambda a: 1.0)(one), lambda: grad(product, argnums=2)(one, one), lambda: grad(product)(1.0, 2.0),
    lambda: grad(product)(torch.tensor(1), one), lambda: vmap(product, in_dims=(0,))(one, one), lambda: vmap(product)(1, 2),
    lambda: vmap(lambda a: 3)(one), lambda: vmap(product, in_dims=(2, None))(one, one),
    lambda: functional_call(model, {"foo": one}, (x,), strict=True), lambda: functional_call(model, {"foo": one}, (x,)).shape,
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
