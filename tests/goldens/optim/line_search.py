"""LBFGS with steps that meet the strong Wolfe conditions."""
import torch

start = torch.tensor([-1.2, 1.0], requires_grad=True)
optimizer = torch.optim.LBFGS([start], line_search_fn="strong_wolfe")


def closure():
    optimizer.zero_grad()
    loss = (1 - start[0]) ** 2 + 100 * (start[1] - start[0] ** 2) ** 2
    loss.backward()
    return loss


for _ in range(4):
    print(f"{optimizer.step(closure).item():.2f}", optimizer.state[start]["func_evals"])
weight = torch.zeros(3, requires_grad=True)
points = torch.linspace(-1, 1, 20).unsqueeze(1) ** torch.arange(3)
wanted = points @ torch.tensor([1.0, -2.0, 0.5])
optimizer = torch.optim.LBFGS([weight], max_iter=5, line_search_fn="strong_wolfe")


def fit():
    optimizer.zero_grad()
    loss = ((points @ weight - wanted) ** 2).mean()
    loss.backward()
    return loss


for _ in range(3):
    optimizer.step(fit)
print(weight.detach())
try:
    torch.optim.LBFGS([weight], line_search_fn="none such").step(fit)
except RuntimeError as error:
    print(error)
