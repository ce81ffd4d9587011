"""Scripted and traced models, as PyTorch prints them, and saved."""
import io
import warnings

import torch
from torch import nn

warnings.simplefilter("ignore")
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Sequential(nn.Linear(3, 1)))
scripted = torch.jit.script(model)
print(scripted, type(scripted), scripted.original_name, list(scripted.state_dict()))
print(isinstance(scripted, torch.jit.ScriptModule), isinstance(scripted, nn.Module), scripted.training)
traced = torch.jit.trace(model, torch.ones(1, 2))
print(traced, type(traced), traced(torch.ones(4, 2)).shape)
file = io.BytesIO()
torch.jit.save(scripted, file)
file.seek(0)
loaded = torch.jit.load(file)
loaded.eval()
print(loaded, torch.equal(loaded(torch.ones(1, 2)), model(torch.ones(1, 2))))


@torch.jit.script
def larger(x, y):
    if bool(x.sum() > y.sum()):
        return x
    return y


print(type(larger), larger(torch.ones(1), torch.zeros(1)), larger.name)


class Counted(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(2, 2)
        self.count = 3

    @torch.jit.export
    def other(self, x):
        return x + self.count

    def forward(self, x):
        return self.linear(x)


counted = torch.jit.script(Counted())
print(counted.count, counted.other(torch.ones(1)), counted)
print(type(torch.jit.freeze(counted.eval())), torch.jit.is_scripting())
