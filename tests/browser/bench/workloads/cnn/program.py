"""A small convolutional net on batches of 32 images of 28x28, cross-entropy, SGD."""

images, answers = values(32, 1, 28, 28), labels(32)
model = filled(
    nn.Sequential(
        nn.Conv2d(1, 8, 3),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(8, 16, 3),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(16 * 5 * 5, 10),
    )
)
loss_fn = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)


def work(steps):
    for _ in range(steps):
        loss = loss_fn(model(images), answers)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return loss.item()
