"""torch.save of a whole model and of other objects; what weights_only says to that."""
import os
import tempfile

import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(2, 3)
        self.norm = nn.BatchNorm1d(3)
        self.act = torch.relu
        self.sizes = [1, 2]

    def forward(self, x):
        return self.act(self.norm(self.layer(x)))


class Config:
    def __init__(self):
        self.rate, self.names = 0.1, ("a", "b")


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


os.chdir(tempfile.mkdtemp())
torch.manual_seed(0)
net, x = Net(), torch.ones(4, 2)
net(torch.randn(8, 2))
net.eval()
torch.save(net, "net.pt")
torch.save({"config": Config(), "state": net.state_dict(), "model": nn.Sequential(net, nn.Tanh())}, "all.pt")
attempt(lambda: torch.load("net.pt"))
attempt(lambda: torch.load("all.pt", weights_only=True))
again = torch.load("net.pt", weights_only=False)
print(again, again.training, again.sizes, torch.equal(again(x), net(x)), again.norm.num_batches_tracked)
whole = torch.load("all.pt", weights_only=False)
print(vars(whole["config"]), whole["model"], list(whole["state"])[:2])
torch.serialization.add_safe_globals([Config])
torch.save(Config(), "config.pt")
print(torch.load("config.pt").rate)
attempt(lambda: torch.save(lambda x: x, "f.pt"))
attempt(lambda: torch.save((i for i in [1]), "f.pt"))
print(nn.ParameterList([nn.Parameter(torch.ones(2)), nn.Parameter(torch.zeros(1, 2))]))
