"""What a kernel runs while nobody waits: the kinds of things that students' first cells do, in pieces of a few
milliseconds. Nothing of it may be seen: a piece leaves random streams and modes as it found them."""

import torch
from torch import nn


class Line(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(1))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, x):
        return self.weight * x + self.bias


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def moved(self, dx, dy):
        return Point(self.x + dx, self.y + dy)

    def length(self):
        return (self.x * self.x + self.y * self.y) ** 0.5


def numbers(n):
    total = 0
    for i in range(n):
        total += i * i % 7
        if i % 3 == 0 and total > 5:
            total -= 1
    return total


def lists(n):
    squares = [i * i for i in range(n) if i % 2]
    pairs = list(zip(squares, reversed(squares)))
    pairs.sort(key=lambda pair: pair[1])
    return sum(a - b for a, b in pairs) + max(squares) + len({a % 10 for a in squares})


def words(n):
    counts = {}
    for word in ("The quick brown fox jumps over the lazy dog " * n).split():
        word = word.strip(".,").lower()
        counts[word] = counts.get(word, 0) + 1
    return ", ".join(f"{word}: {count:>4}" for word, count in sorted(counts.items()))


def objects(n):
    point, far = Point(0, 0), 0
    for i in range(n):
        point = point.moved(i % 3 - 1, 1)
        try:
            far += point.length() / (i % 5)
        except ZeroDivisionError:
            far += 1
    return far


def counted(n):
    i = 0
    while i < n:
        i += 1
        yield i


def model_and_optimizer(make):
    """A model draws its first weights: the stream goes on as if it had not."""
    stream = torch.get_rng_state()
    model = make()
    torch.set_rng_state(stream)
    return model, torch.optim.SGD(model.parameters(), lr=0.01)


def steps(n, model, optimizer, loss_fn, inputs, targets):
    losses = []
    for epoch in range(n):
        model.train()
        loss = loss_fn(model(inputs), targets)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        model.eval()
        with torch.inference_mode():
            loss_fn(model(inputs), targets)
        losses.append(loss.item())
    return f"Epoch: {n} | Loss: {loss} {losses[-1]:.3f}"


def pieces():
    # First what takes longest to be optimised: the interpreter's own loop.
    for _ in range(10):
        yield numbers(3000)
    x = torch.arange(0, 1, 0.02).unsqueeze(dim=1)
    images, answers = torch.arange(64 * 784).reshape(64, 784) % 255 / 255, torch.arange(64) % 10
    line = *model_and_optimizer(Line), nn.L1Loss(), x, 0.7 * x + 0.3
    yield
    layers = lambda: nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10))
    perceptron = *model_and_optimizer(layers), nn.CrossEntropyLoss(), images, answers
    while True:
        yield numbers(3000)
        yield lists(1000)
        yield words(50)
        yield objects(800)
        yield sum(counted(2000))
        yield steps(10, *line)
        yield steps(2, *perceptron)
