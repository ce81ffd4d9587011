"""`vmap` over dicts and lists, what it refuses, Jacobians forward, `jvp`, and the names of functions of functions."""
import torch
from torch.func import functional_call, grad, grad_and_value, jacfwd, jacrev, jvp, vjp, vmap


def tell(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, "|", error)


x = torch.tensor([1.0, 2.0, 3.0])
tell(lambda: vmap(lambda v: [v, v * 2])(x))
tell(lambda: vmap(lambda v: {"a": v, "b": (v, v + 1)})(x))
tell(lambda: vmap(lambda d: d["x"] * 2)({"x": x}))
tell(lambda: vmap(lambda d, y: d["x"] * y, in_dims=({"x": 0}, None))({"x": x}, 2.0))
tell(lambda: vmap(lambda d: d["x"] * d["k"], in_dims=({"x": 0, "k": None},))({"x": x, "k": torch.tensor(3.0)}))
tell(lambda: vmap(lambda pair: pair[0] + pair[1], in_dims=((0, None),))((x, x[0])))
tell(lambda: vmap(lambda: 1)())
tell(lambda: vmap(lambda a: a, in_dims="a")(x))
tell(lambda: vmap(lambda a: 3)(x))
tell(lambda: vmap(lambda a, b: a)(x, torch.ones(2)))
print(jacfwd(torch.sin)(x), jacrev(torch.sin)(x), jacfwd(lambda v: v * 2)(x), jacfwd(lambda v: (v.sum(), v * 2))(x), sep="\n")
print(jacfwd(jacrev(lambda v: (v**2).sum()))(x), vmap(jacrev(lambda v: v**2))(torch.ones(2, 2)), sep="\n")
print(jacfwd(lambda m: m.t())(torch.ones(1, 2)), jacfwd(lambda a, b: a.cos() * b, argnums=1)(x, x))
tell(lambda: jvp(torch.sin, (x,), (torch.ones(3),)))
tell(lambda: jvp(torch.sin, (x,), (torch.ones(2),)))
tell(lambda: jvp(torch.sin, x, x))
print(vjp(lambda a: (a, {"k": a * 2}), x, has_aux=True)[2])


def loss(weights, row):
    """How far off."""
    return ((weights * row).sum() - 1) ** 2


for made in (grad(loss), grad_and_value(loss), jacrev(loss), jacfwd(loss), vmap(loss)):
    print(made.__name__, made.__doc__)
model = torch.nn.Linear(3, 1)
weights = {name: torch.ones_like(value) for name, value in model.named_parameters()}
print(vmap(grad(lambda row: functional_call(model, weights, row).sum()))(torch.ones(2, 3)))
