"""A perceptron 784-128-10 on batches of 64, cross-entropy, SGD."""

import torch
from torch import nn

torch.manual_seed(0)
images, labels = torch.randn(64, 784), torch.randint(0, 10, (64,))
model = nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10))
loss_fn = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

STEPS = 100


def work():
    for _ in range(STEPS):
        loss = loss_fn(model(images), labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
