# Parametrizations that do not keep a tensor what it is, and hooks that return what does not fit.
import torch, torch.nn as nn


def show(name, call):
    try:
        print(name, call())
    except Exception as error:
        print(name, type(error).__name__, error)


from torch.utils.checkpoint import checkpoint
import torch.nn.utils.parametrize as P

x = torch.ones(2, requires_grad=True)
l = nn.Linear(2, 2)


class Sym(nn.Module):
    def forward(self, X):
        return X.triu() + X.triu(1).transpose(-1, -2)


class Half(nn.Module):
    def forward(self, X):
        return X[:1]


class Dbl(nn.Module):
    def forward(self, X):
        return X.double()


class NoT(nn.Module):
    def forward(self, X):
        return 3


class RI(nn.Module):
    def forward(self, X):
        return X

    def right_inverse(self, X):
        return X.double()


class RI2(nn.Module):
    def forward(self, X):
        return X

    def right_inverse(self, X):
        return 3


class RI3(nn.Module):
    def forward(self, X):
        return X

    def right_inverse(self, X):
        return X[:1]


for k in (Sym, Half, Dbl, NoT, RI, RI2, RI3):
    for shape in ((2, 2), (2, 3)):
        m = nn.Linear(*shape)
        show(k.__name__, lambda: type(P.register_parametrization(m, "weight", k())).__name__)
        print(type(m).__name__, sorted(m.state_dict()))
        if k in (Half, Dbl):
            show(k.__name__, lambda: type(P.register_parametrization(m, "weight", k(), unsafe=True)).__name__)
            show("w", lambda: m.weight.shape)
m = P.register_parametrization(nn.Linear(2, 2), "weight", Sym())
show("second", lambda: P.register_parametrization(m, "weight", Half()))
show("set", lambda: setattr(m, "weight", torch.ones(2, 2)))
show("buf", lambda: P.register_parametrization(nn.BatchNorm1d(2), "running_mean", nn.ReLU()))
for n in (0, 1, 2, 3):
    l = nn.ReLU()
    l.register_full_backward_hook(lambda m, gi, go: tuple([gi[0]] * n))
    show(n, lambda: (l(x).sum().backward(), x.grad)[1])
l = nn.Bilinear(2, 2, 2)
l.register_full_backward_hook(lambda m, gi, go: (gi[0],))
show("bil", lambda: l(x, x).sum().backward())
l = nn.ReLU()
l.register_full_backward_hook(lambda m, gi, go: gi[0] * 2)
x.grad = None
show("one", lambda: (l(x).sum().backward(), x.grad)[1])
l = nn.ReLU()
l.register_full_backward_hook(lambda m, gi, go: 3)
x.grad = None
show("three", lambda: (l(x).sum().backward(), x.grad)[1])
l = nn.ReLU()
l.register_full_backward_pre_hook(lambda m, go: (go[0], go[0]))
x.grad = None
show("pre", lambda: (l(x).sum().backward(), x.grad)[1])
l = nn.ReLU()
l.register_forward_hook(lambda m, i, o: 3)
show("fw", lambda: l(x))
l = nn.ReLU()
l.register_forward_pre_hook(lambda m, i: 3)
show("fpre", lambda: l(x))
l = nn.ReLU()
l.register_forward_pre_hook(lambda m, i, k: i, with_kwargs=True)
show("fprek", lambda: l(x))
l = nn.ReLU()
l.register_forward_pre_hook(lambda m, i, k: (i, k), with_kwargs=True)
show("fprek", lambda: l(x))
show("nohook", lambda: nn.ReLU().register_forward_hook(3)(x))
show("o", lambda: torch.optim.Optimizer([nn.Parameter(torch.ones(2))], {}).step())
show("o", lambda: torch.optim.Optimizer([nn.Parameter(torch.ones(2))], {}).zero_grad())


class My(torch.optim.Optimizer):
    def __init__(self, p, lr):
        super().__init__(p, dict(lr=lr))

    @torch.no_grad()
    def step(self, closure=None):
        for g in self.param_groups:
            for p in g["params"]:
                if p.grad is not None:
                    p.add_(p.grad, alpha=-g["lr"])
                    self.state[p]["n"] = self.state[p].get("n", 0) + 1


q = nn.Parameter(torch.ones(2))
o = My([q], 0.1)
q.sum().backward()
o.step()
print(o, q, o.state, o.state_dict(), o.defaults)
