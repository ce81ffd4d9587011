# The graph behind a tensor: its nodes, and values and gradients of those that are named.
import torch
from torch import nn

import kindling


def attempt(*given, **named):
    try:
        kindling.graph(*given, **named)
        print("nothing")
    except Exception as problem:
        print(f"{type(problem).__name__}: {problem}")


a = torch.tensor(2.0, requires_grad=True)
b = torch.tensor(3.0, requires_grad=True)
product = a * b
result = ((product + 1).relu() * a).log()
print(kindling.graph(result, a=a, b=b, product=product))
print(a.grad)

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(2, 4), nn.ReLU(), nn.Linear(4, 1))
prediction = model(torch.rand(5, 2))
loss = nn.MSELoss()(prediction, torch.ones(5, 1))
picture = kindling.graph(loss, model=model, prediction=prediction)
print(picture)
loss.backward()
print(model[2].bias.grad)

long = a
for _ in range(100):
    long = long + 1
attempt(3)
attempt(torch.ones(2))
attempt(long)
attempt(product, result=result)
attempt(product, x=torch.ones(1))
attempt(product, a=2.0)
