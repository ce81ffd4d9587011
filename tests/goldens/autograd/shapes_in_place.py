import torch
import torch.nn.functional as F
from torch import nn


def grown(change):
    x = torch.arange(8.0).reshape(2, 1, 4).requires_grad_()
    y = x * 3
    change(y)
    (y * y).sum().backward()
    print(list(y.shape), y.is_leaf, y.requires_grad, x.grad.flatten().tolist(), list(x.grad.shape))


grown(lambda y: y.squeeze_(1))
grown(lambda y: y.squeeze_())
grown(lambda y: y.unsqueeze_(-1))
grown(lambda y: y.transpose_(0, 2))
grown(lambda y: y.swapaxes_(1, 2))
grown(lambda y: y.unsqueeze_(0).squeeze_(2))

torch.manual_seed(3)
net = nn.Sequential(nn.Conv2d(1, 3, 3, padding=1), nn.ReLU())
scores = F.adaptive_avg_pool2d(net(torch.ones(2, 1, 4, 4)), 1)
scores.squeeze_(-1)
scores.squeeze_(-1)
loss = F.cross_entropy(scores, torch.tensor([0, 2]))
loss.backward()
print(list(scores.shape), net[0].weight.grad.shape, round(net[0].bias.grad.sum().item(), 4))

line = nn.Linear(2, 1)
nn.init.constant_(line.weight, 0.5)
nn.init.zeros_(line.bias)
out = line(torch.tensor([[1.0, 2.0], [3.0, 4.0]]))
print(out.squeeze_() is out, out.tolist())
(out - 1).pow(2).mean().backward()
print(line.weight.grad, line.bias.grad)

leaf = torch.ones(3, 1, requires_grad=True)
try:
    leaf.squeeze_()
except RuntimeError as error:
    print(error)
try:
    leaf.view(1, 3).squeeze_()
except RuntimeError as error:
    print(error)
with torch.no_grad():
    print(leaf.squeeze_().shape, leaf.requires_grad)
print(torch.zeros(2, 3).t_().shape, torch.zeros(1, 3).squeeze_().shape)
