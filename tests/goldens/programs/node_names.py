import torch
import torch.nn.functional as F
from torch import nn

w = torch.tensor([0.5, 0.25, 0.125], requires_grad=True)
m = torch.arange(1.0, 10.0).view(3, 3).requires_grad_()
b = torch.ones(2, 3, 3, requires_grad=True)
layer = nn.Linear(3, 2)


def name(value):
    return type(value.grad_fn).__name__


print([name(layer(torch.ones(size))) for size in ((3,), (1, 3), (1, 2, 3), (2, 1, 2, 3))])
for equation, operands in (
    ("ij->ji", (m,)), ("ij->", (m,)), ("ij->j", (m,)), ("ii->", (m,)), ("ij,jk->ik", (m, m)), ("bij,bjk->bik", (b, b)),
    ("i,i->", (w, w)), ("i,i->i", (w, w)), ("i,j->ij", (w, w)), ("ij,j->i", (m, w)), ("bqd,bkd->bqk", (b, b)),
):
    print(equation, name(torch.einsum(equation, *operands)))
index = torch.tensor([0])
for value in (
    b @ w, w @ b, b @ m, torch.cross(w, w * 2, dim=0), torch.logit(w), torch.diag(m), torch.diag(w), m.repeat_interleave(2),
    m.repeat_interleave(2, dim=0), w.repeat_interleave(torch.tensor([1, 2, 1])), torch.rot90(m), torch.quantile(m, 0.5),
    torch.quantile(m, 0.5, dim=1), torch.dist(w, w + 1), w.index_add(0, index, torch.ones(1)), w.scatter(0, index, 1.0),
    w.scatter(0, index, w), torch.kron(m, m), m.median(dim=1)[0], m.median(), m.kthvalue(1)[0], m.mode()[0],
    m.aminmax()[0], *torch.std_mean(w), *torch.var_mean(m, 0), m.index_fill(0, index, 1.0), torch.tensordot(m, m, dims=1),
    F.pairwise_distance(m, m + 1), F.instance_norm(b[None]), F.adaptive_avg_pool2d(b, 2), F.adaptive_avg_pool2d(b, 1),
    F.adaptive_avg_pool1d(b, 2), torch.linalg.solve(m + torch.eye(3), w), torch.linalg.slogdet(m + torch.eye(3))[1],
    torch.logdet(torch.eye(3) + m * 0),
):
    print(name(value))
print(layer(torch.ones(2, 1, 3)).shape)
