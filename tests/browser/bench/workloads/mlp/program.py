"""A perceptron 784-128-10 on batches of 64, cross-entropy, with the optimizer named by `OPTIMIZER`."""

images, answers = values(64, 784), labels(64)
model = filled(nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10)))
loss_fn = nn.CrossEntropyLoss()
optimizer = {
    "SGD": lambda: torch.optim.SGD(model.parameters(), lr=0.001),
    "Adam": lambda: torch.optim.Adam(model.parameters(), lr=0.001),
}[OPTIMIZER]()


def work(steps):
    for _ in range(steps):
        loss = loss_fn(model(images), answers)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return loss.item()
