"""A small convolutional net on batches of 32 images of 28x28, cross-entropy, SGD."""

import torch
from torch import nn

torch.manual_seed(0)
images, labels = torch.randn(32, 1, 28, 28), torch.randint(0, 10, (32,))
model = nn.Sequential(
    nn.Conv2d(1, 8, 3),
    nn.ReLU(),
    nn.MaxPool2d(2),
    nn.Conv2d(8, 16, 3),
    nn.ReLU(),
    nn.MaxPool2d(2),
    nn.Flatten(),
    nn.Linear(16 * 5 * 5, 10),
)
loss_fn = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)

STEPS = 10


def work():
    for _ in range(STEPS):
        loss = loss_fn(model(images), labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
