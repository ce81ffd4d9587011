"""Distances of few and of many rows, values brought between bounds, and what slices leave in the graph."""

import torch
import torch.nn.functional as F

torch.manual_seed(3)
few, many = torch.randn(4, 3, requires_grad=True), torch.randn(30, 3, requires_grad=True)
for rows in (few, many):
    for p in (2.0, 1.0, float("inf"), 0.0):
        distances = torch.cdist(rows, few.detach()[:2], p=p)
        print(len(rows), p, distances.grad_fn.name(), distances[:3])
        rows.grad = None
        distances.sum().backward()
        print(rows.grad[:2])
print(torch.cdist(many, many).diagonal()[:4])
print(torch.cdist(few, few, compute_mode="use_mm_for_euclid_dist"))
print(torch.cdist(many, few, compute_mode="donot_use_mm_for_euclid_dist")[:2])
for arguments in ({"compute_mode": "fast"}, {"p": -1.0}):
    try:
        torch.cdist(few, few, **arguments)
    except (ValueError, RuntimeError) as error:
        print(type(error).__name__, error)

x = torch.tensor([-1.0, -0.0, 0.0, 1.0, 2.0, float("nan"), -2.0], requires_grad=True)
for bounds in ({"min": -1, "max": 1}, {"min": 0}, {"max": 1}, {"min": 2, "max": -1}, {"min": float("nan"), "max": 1}):
    y = x.clamp(**bounds)
    (gradient,) = torch.autograd.grad(y, x, torch.arange(1.0, 8.0))
    print(bounds, y.detach(), torch.signbit(y).tolist(), gradient)
for function in (F.hardtanh, F.relu6, F.leaky_relu):
    (gradient,) = torch.autograd.grad(function(x), x, torch.arange(1.0, 8.0))
    print(function(x).detach(), gradient)

grid = torch.zeros(5, 3, requires_grad=True)
for part in (grid[:], grid[:8], grid[-9:], grid[:, :7], grid[:8, 0], grid[None, :8], grid[...], grid[:8, torch.tensor([0])]):
    print(part.grad_fn.name(), [node.name() for node, _ in part.grad_fn.next_functions])
