"""Sparse matrices as arguments of torch's functions, by rows, printed in lines that fit, and in a graph network."""
import torch
import torch.nn.functional as F
from torch import nn


def tell(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, "|", error)


torch.manual_seed(0)
edges = torch.tensor([[0, 1], [1, 2], [2, 3], [3, 0], [0, 2]]).t()
ends = torch.cat([edges, edges.flip(0)], 1)
a = torch.sparse_coo_tensor(ends, torch.ones(ends.shape[1]), (4, 4)).coalesce()
x, b = torch.arange(8.0).view(4, 2), a * 0.5
for f in (
    lambda: torch.mm(a, x), lambda: torch.mv(a, x[:, 0]), lambda: torch.matmul(a, x), lambda: x.t() @ a, lambda: torch.sum(a),
    lambda: torch.sum(a, dim=0), lambda: torch.add(a, a), lambda: torch.mul(a, 2), lambda: a - b, lambda: a * x[:, :1], lambda: torch.t(a).to_dense(),
    lambda: torch.transpose(a, 0, 1), lambda: torch.relu(-a), lambda: F.relu(a).values(), lambda: torch.sin(a), lambda: torch.abs(-b), lambda: a.pow(2),
    lambda: torch.sqrt(b).values(), lambda: torch.ones(4, 4) + a, lambda: a + 1, lambda: torch.sparse.log_softmax(a, 1).to_dense(),
    lambda: torch.sparse.addmm(torch.ones(4, 2), a, x, beta=2.0), lambda: torch.addmm(torch.ones(4, 2), a, x), lambda: a.index_select(0, torch.tensor([0, 3])),
    lambda: a[0], lambda: a[:, 1], lambda: a[0, 1], lambda: a.unsqueeze(0), lambda: a.norm(), lambda: F.linear(a, torch.eye(4)),
    lambda: (a.double(), a.int().dtype, a.to(torch.float16).dtype, a.type(), a.sparse_dim(), a.dense_dim(), len(a), a.is_floating_point()),
    lambda: a @ torch.ones(3, 2), lambda: a @ torch.ones(3), lambda: a.numpy(), lambda: torch.sparse_coo_tensor(size=(2, 3)),
    lambda: torch.sparse_coo_tensor(ends, torch.ones(3), (4, 4)), lambda: (type(a), a.layout, a.is_sparse),
):
    tell(f)

rows = a.to_sparse_csr()
print(rows, rows.crow_indices(), rows.col_indices(), rows.values(), rows.layout, rows.is_sparse_csr, rows.shape)
print(rows @ x, torch.mm(rows, x), rows.to_dense(), torch.eye(3).to_sparse_csr())
print(torch.sparse_csr_tensor([0, 1, 2], [0, 1], [1.0, 2.0], size=(2, 2), dtype=torch.float64))
torch.set_printoptions(sci_mode=False, precision=2)
print(torch.eye(12).to_sparse() * 0.001, torch.ones(3) * 1e-5)
torch.set_printoptions(profile="default")
print(torch.ones(3) * 1e-5)


class Graph(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.second = nn.Linear(3, 8), nn.Linear(8, 2)

    def forward(self, x, a):
        return F.log_softmax(torch.spmm(a, self.second(F.relu(torch.spmm(a, self.first(x))))), 1)


loops = (a + torch.eye(4).to_sparse()).coalesce()
scale = torch.sparse.sum(loops, 1).to_dense().pow(-0.5)
spread = loops * scale[:, None] * scale[None]
print(spread)
net, x, y = Graph(), torch.randn(4, 3), torch.tensor([0, 1, 0, 1])
optimizer = torch.optim.Adam(net.parameters(), lr=0.05)
for epoch in range(10):
    optimizer.zero_grad()
    loss = F.nll_loss(net(x, spread), y)
    loss.backward()
    optimizer.step()
print(f"{loss.item():.4f}", net(x, spread).argmax(1), net.first.weight.grad.shape)
