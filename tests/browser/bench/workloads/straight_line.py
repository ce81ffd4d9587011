"""The lesson's training loop as written: a line with two parameters of its own, L1 loss, SGD."""

import torch
from torch import nn

torch.manual_seed(42)
inputs = torch.arange(0, 1, 0.02).unsqueeze(dim=1)
targets = 0.7 * inputs + 0.3
train_inputs, train_targets = inputs[:40], targets[:40]
test_inputs, test_targets = inputs[40:], targets[40:]


class StraightLine(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(1))
        self.bias = nn.Parameter(torch.randn(1))

    def forward(self, x):
        return self.weight * x + self.bias


model = StraightLine()
loss_fn = nn.L1Loss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.01)

STEPS = 1000


def work():
    for _ in range(STEPS):
        model.train()
        loss = loss_fn(model(train_inputs), train_targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        model.eval()
        with torch.inference_mode():
            loss_fn(model(test_inputs), test_targets)
