"""The lesson's one hundred epochs, as its cell has them: a line with two parameters of its own, L1 loss, SGD."""

import time

import torch
from torch import nn

inputs = torch.arange(0, 1, 0.02).unsqueeze(dim=1)
targets = 0.7 * inputs + 0.3
X_train, y_train, X_test, y_test = inputs[:40], targets[:40], inputs[40:], targets[40:]


class Line(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(1))
        self.bias = nn.Parameter(torch.randn(1))

    def forward(self, x):
        return self.weight * x + self.bias


loss_fn = nn.L1Loss()

began = time.perf_counter()
torch.manual_seed(42)
model = Line()
optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
train_losses, test_losses = [], []

for epoch in range(100):
    model.train()
    prediction = model(X_train)
    loss = loss_fn(prediction, y_train)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

    model.eval()
    with torch.inference_mode():
        test_loss = loss_fn(model(X_test), y_test)

    train_losses.append(loss.item())
    test_losses.append(test_loss.item())
    if epoch % 10 == 0:
        print(
            f"Epoch: {epoch} | MAE Train Loss: {loss}"
            f" | MAE Test Loss: {test_loss}"
        )
print(time.perf_counter() - began, train_losses[-1])
