# Pictures of learning say in words what they show. Recorded with PyTorch, and this package's folder beside it.
import os
import tempfile

import torch
from torch import nn

import kindling

folder = tempfile.mkdtemp()


def show(name, picture):
    path = os.path.join(folder, name + ".png")
    picture.savefig(path)
    print(picture, os.path.getsize(path) > 1000)


torch.manual_seed(0)
X = torch.rand(60, 1)
y = 0.7 * X + 0.3
line, loss_fn = nn.Linear(1, 1), nn.MSELoss()
optimizer = torch.optim.SGD(line.parameters(), lr=0.1)
path = [kindling.snapshot(line)]
for epoch in range(60):
    loss = loss_fn(line(X), y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    path.append(kindling.snapshot(line))
    kindling.watch(loss=loss, half=loss.item() / 2, epoch=epoch, smooth=0.8)
show("watched", kindling.watch())
before = kindling.snapshot(line)
show("line", kindling.loss_surface(line, loss_fn, (X, y), path=path))
show("near", kindling.loss_surface(line, loss_fn, (X, y), span=0.1, resolution=5))
print(all(torch.equal(before[name], value) for name, value in kindling.snapshot(line).items()), line.training)

state = torch.get_rng_state()
show("rates", kindling.compare_learning_rates(nn.Linear(1, 1), loss_fn, (X, y), rates=[0.01, 0.1, 0.5, 5], epochs=30))
loader = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(X, y), batch_size=20, shuffle=True)
start = nn.Linear(1, 1)
show("loader", kindling.compare_learning_rates(start, loss_fn, loader, rates=[0.01, 0.1], epochs=5,
                                               optimizer=torch.optim.Adam))
show("again", kindling.compare_learning_rates(start, loss_fn, loader, rates=[0.1, 0.01], epochs=5,
                                              optimizer=torch.optim.Adam))

show("zeroed", kindling.compare_zero_grad(start, nn.L1Loss(), (X, y), steps=20))
show("batches", kindling.compare_zero_grad(start, loss_fn, loader, steps=3, lr=0.1))
print(start.weight.grad)

points = torch.randn(200, 2)
ring = ((points**2).sum(dim=1) > 1).float()
net = nn.Sequential(nn.Linear(2, 16), nn.ReLU(), nn.Linear(16, 1))
optimizer = torch.optim.Adam(net.parameters(), lr=0.02)


def two_class_loss(logits, truth):
    return nn.functional.binary_cross_entropy_with_logits(logits.squeeze(1), truth)


path = []
for epoch in range(40):
    loss = two_class_loss(net(points), ring)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    path.append(kindling.snapshot(net))
show("ring", kindling.decision_boundary(net, points, ring))
three = (points[:, 0] > 0).long() + (points[:, 0] > 1).long()
show("classes", kindling.decision_boundary(nn.Linear(2, 3), points, three, resolution=20))
words = kindling.loss_surface(net, two_class_loss, (points, ring), path=path, resolution=7)
print(words.words.split(":")[0], len(words.figure.axes))
words = kindling.loss_surface(net, two_class_loss, (points, ring), resolution=5)
print(words.words.split(":")[0])

cnn = nn.Sequential(nn.Conv2d(1, 8, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(8, 12, 3, padding=1))
show("filters", kindling.filters(cnn))
show("deeper", kindling.filters(cnn, "3", channel=2))
show("itself", kindling.filters(cnn, cnn[3]))
show("colours", kindling.filters(nn.Conv2d(3, 4, 5)))
cnn.train()
show("found", kindling.activations(cnn, torch.rand(1, 8, 8)))
show("grey", kindling.activations(cnn, torch.rand(8, 8), "3"))
print(cnn.training, len(cnn[0]._forward_hooks))
