import torch
from torch import nn

torch.manual_seed(0)
x = torch.randn(3, 5)
print(torch.cov(x))
print(torch.cov(x, correction=0))
print(torch.cov(x[0]))
print(torch.corrcoef(x))
print(torch.corrcoef(x[0]))
print(torch.cov(x, fweights=torch.tensor([1, 2, 1, 3, 1])))
print(torch.cov(x, aweights=torch.tensor([0.1, 0.2, 0.3, 0.3, 0.1])))
print(torch.cov(torch.tensor([[1, 2, 3], [3, 2, 1]])))
for call in (
    lambda: torch.cov(torch.ones(2, 2, 2)),
    lambda: torch.cov(x, fweights=torch.tensor([1, 2])),
    lambda: torch.corrcoef(torch.ones(1, 2, 2)),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, "|", error)
model = nn.DataParallel(nn.Linear(2, 1))
print(model, model(torch.ones(4, 2)).shape, list(model.state_dict()))
print(torch.version.__version__.split("+")[0], torch.version.hip)
