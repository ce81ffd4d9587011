import torch
from torch import nn
import torch.nn.functional as F

torch.set_num_threads(1)


def bits(name, values):
    print(name, [value.hex() for value in values.detach().flatten().tolist()][:24])


def compared(name, function, *shapes):
    torch.manual_seed(len(name))
    inputs = [torch.randn(shape, requires_grad=True) for shape in shapes]
    out = function(*inputs)
    bits(name, out)
    out.backward(torch.randn(out.shape))
    for value in inputs:
        bits(name + "'", value.grad)


targets = torch.arange(32) % 10
compared("linear", F.linear, (16, 10), (5, 10), (5,))
compared("one in", F.linear, (16, 1), (3, 1), (3,))
compared("one out", lambda x, w, b: F.linear(x, w, b), (16, 7), (1, 7), (1,))
compared("pixels", F.linear, (32, 784), (16, 784), (16,))
compared("small batch", torch.bmm, (3, 5, 7), (3, 7, 4))
compared("softmax", lambda x: x.softmax(1), (7, 13))
compared("wide softmax", lambda x: x.softmax(1), (3, 50))
compared("cross-entropy", lambda x: F.cross_entropy(x, targets), (32, 10))
compared("sigmoid", torch.sigmoid, (7, 13))
compared("silu", F.silu, (4, 8))
for shape, kernel, padding in [((2, 1, 8, 8), (4, 1, 3, 3), 0), ((2, 3, 9, 9), (8, 3, 3, 3), 1), ((2, 20, 8, 8), (6, 20, 3, 3), 0)]:
    torch.manual_seed(1)
    with torch.no_grad():
        bits("conv", F.conv2d(torch.randn(shape), torch.randn(kernel), torch.randn(kernel[0]), padding=padding))


def trained(model, loss_of, optimizer, epochs):
    losses = []
    for _ in range(epochs):
        optimizer.zero_grad()
        loss = loss_of(model)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    # Adam's square roots are Intel's, of which one in a hundred is not the nearest number.
    digits = 4 if isinstance(optimizer, torch.optim.Adam) else 17
    print([round(loss, digits) for loss in losses[:3]], round(losses[-1], digits))


torch.manual_seed(0)
x = torch.randn(64, 20)
labels = torch.randint(0, 3, (64,))
classes = nn.Sequential(nn.Linear(20, 32), nn.ReLU(), nn.Linear(32, 3))
trained(classes, lambda model: F.cross_entropy(model(x), labels), torch.optim.SGD(classes.parameters(), lr=0.5), 60)
classes = nn.Sequential(nn.Linear(20, 32), nn.Sigmoid(), nn.Linear(32, 16), nn.ReLU(), nn.Linear(16, 3))
trained(classes, lambda model: F.cross_entropy(model(x), labels), torch.optim.Adam(classes.parameters(), lr=0.01), 60)
line = nn.Linear(1, 1)
t = torch.arange(0, 1, 0.02).unsqueeze(1)
trained(line, lambda model: F.mse_loss(model(t), 0.7 * t + 0.3), torch.optim.SGD(line.parameters(), lr=0.1), 100)
curve = nn.Sequential(nn.Linear(1, 16), nn.ReLU(), nn.Linear(16, 2))
trained(curve, lambda model: F.mse_loss(model(t), torch.cat([t, 1 - t], 1)), torch.optim.Adam(curve.parameters(), lr=0.01), 100)
