"""What the editor is told of a session: complete, signature and inspect, none of which runs the session's code."""

import matplotlib.pyplot as plt
import numpy as np
import torch
from torch import nn

from _kindling_completion import complete, inspect, signature

ran = []


class Sly:
    """A class whose every reading leaves a trace."""

    kind = 3

    def __init__(self):
        self.real = torch.zeros(2, 3)

    @property
    def lure(self):
        ran.append("property")
        return self.real

    def __getattr__(self, name):
        ran.append(name)

    def __dir__(self):
        ran.append("dir")
        return []

    def __repr__(self):
        ran.append("repr")
        return "sly"

    def method(self, alpha, *, beta=2):
        """Does it. And more."""


class Missing(dict):
    def __missing__(self, key):
        ran.append("missing")


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(3, 4)
        self.layers = nn.Sequential(nn.Linear(3, 4), nn.ReLU())

    def forward(self, x, scale=1.0):
        return x


names = {
    "torch": torch, "nn": nn, "x": torch.ones(2, 3), "net": Net(), "sly": Sly(), "bad": Missing(), "Sly": Sly,
    "table": {"one": 1, "two": torch.ones(2)}, "items": [1, torch.ones(3)],
}  # fmt: skip
fig, ax = plt.subplots()
names |= {"np": np, "plt": plt, "a": np.ones(3), "rng": np.random.default_rng(0), "fig": fig, "ax": ax}
names["line"] = ax.plot([1, 2])[0]
before = dict(names)


def texts(source):
    found, start = complete(source, len(source), names)
    return [row[0] for row in found], start


assert texts("tor") == (["torch"], 0)
assert texts("x.vi") == (["view", "view_as"], 2)
assert texts("net.fc1.weight.sha")[0] == ["shape", "share_memory_"]
assert "bias" in texts("net.layers[0].")[0]
assert {"kind", "lure", "method", "real"} <= set(texts("sly.")[0])
assert texts("sly.lure.") == ([], 9) and texts("bad['a'].")[0] == [] and "size" in texts("sly.real.s")[0]
assert texts("items[1].vi")[0] == texts("table['two'].vi")[0] == ["view", "view_as"]
assert texts("import torch.n")[0] == ["torch.nn"] and texts("from torch.nn import (Linear,\n ReL")[0] == ["ReLU", "ReLU6"]
assert texts("table['t") == (["two"], 7) and texts("print(f'{table[\"")[0] == ["one", "two"]
assert texts("nn.Linear(3, o")[0][0] == "out_features=" and "bias=" not in texts("nn.Linear(bias=1, bi")[0]
assert texts("# tor")[0] == texts("1.e")[0] == texts("foo().")[0] == []
assert texts("class A:\n def f(self):\n  self.one = 1\n  self.o")[0] == ["one"]
assert texts("x = (1,\n 'a', net.lay")[0] == ["layers"]
assert complete("x.view", 4, names)[0][0][:2] == ("view", "function")

linear = "(in_features, out_features, bias=True, device=None, dtype=None)"
assert signature("nn.Linear(3, ", 13, names)[:3] == ("Linear", linear, 1)
assert signature("nn.Linear(3, bias=", 18, names)[2] == 2
assert signature("x.sum(0, ", 9, names)[:3] == ("sum", "(dim=None, keepdim=False, *, dtype=None)", 1)
assert signature("net((1, 2), ", 12, names) == ("net", "(x, scale=1.0)", 1, "")
assert signature("sly.method(1, beta=[2, ", 23, names) == ("method", "(alpha, *, beta=2)", 2, "Does it.")
assert signature("3 + (4", 6, names) is signature("sly.lure(", 9, names) is None

assert inspect("torch.relu", 10, names).startswith("Signature: relu(input)\nDocstring: ")
assert "Example" not in inspect("x", 1, names) and "Example" in inspect("net.fc1", 7, names)
assert inspect("x + 1", 1, names).startswith("Shape:       (2, 3)\nDtype:       float32\nDevice:      cpu\n")
assert "Parameters: 32\n" in inspect("net", 3, names)
assert "Formula:        y = x Wᵀ + b\nShapes:         (*, in_features) → (*, out" in inspect("nn.Linear", 9, names)
assert "\nMeaning:   the same values in another shape, on the same memory" in inspect("x.view", 6, names)
assert "\n>>> x = torch.arange(6)\n>>> x.view(2, -1)\ntensor([[0, 1, 2],\n" in inspect("x.view", 6, names)
pages = {
    "torch": "torch.html", "nn": "nn.html", "torch.optim.lr_scheduler": "optim.html", "x": "tensors.html#torch.Tensor",
    "nn.Linear": "generated/torch.nn.Linear.html", "net.fc1": "generated/torch.nn.Linear.html",
    "net.parameters": "generated/torch.nn.Module.html#torch.nn.Module.parameters",
    "nn.Parameter": "generated/torch.nn.parameter.Parameter.html", "nn.init.zeros_": "nn.init.html#torch.nn.init.zeros_",
    "torch.exp": "generated/torch.exp.html", "torch.relu": "generated/torch.nn.functional.relu.html",
    "torch.sigmoid": "generated/torch.sigmoid.html", "nn.functional.relu": "generated/torch.nn.functional.relu.html",
    "x.view": "generated/torch.Tensor.view.html", "torch.Tensor.split": "generated/torch.Tensor.split.html",
    "torch.optim.Adam": "generated/torch.optim.Adam.html", "torch.optim.Optimizer": "optim.html#torch.optim.Optimizer",
    "torch.optim.lr_scheduler.StepLR": "generated/torch.optim.lr_scheduler.StepLR.html",
    "torch.utils.data.DataLoader": "data.html#torch.utils.data.DataLoader", "x.dtype": "tensor_attributes.html#torch.dtype",
}
pages = {name: "https://docs.pytorch.org/docs/stable/" + page for name, page in pages.items()}
numpy, matplotlib = "https://numpy.org/doc/stable/reference/", "https://matplotlib.org/stable/api/_as_gen/matplotlib."
pages |= {
    "np.mean": numpy + "generated/numpy.mean.html", "np.random.rand": numpy + "random/generated/numpy.random.rand.html",
    "a.mean": numpy + "generated/numpy.ndarray.mean.html", "np.float32": numpy + "arrays.scalars.html#numpy.float32",
    "np.sin": numpy + "generated/numpy.sin.html", "rng.normal": numpy + "random/generated/numpy.random.Generator.normal.html",
    "plt.plot": matplotlib + "pyplot.plot.html", "ax.plot": matplotlib + "axes.Axes.plot.html",
    "fig.savefig": matplotlib + "figure.Figure.savefig.html", "line": matplotlib + "lines.Line2D.html",
    "net": None, "net.forward": None, "sly": None, "len": None, "items": None, "print": None,
}
for name, page in pages.items():
    rows = [line.split() for line in inspect(name, len(name), names).splitlines()]
    assert dict(row for row in rows if len(row) == 2).get("Page:") == page, name
assert inspect("sly", 3, names).splitlines()[0].split() == ["Type:", "Sly"]
assert inspect("nope", 4, names) == inspect("", 0, names) == ""

source = "net.fc1(x, f'{x.sum(\"a\")}', [1, {2: '''three"
for at in range(len(source) + 3):
    for call in (complete, signature, inspect):
        call(source, at, names)
assert ran == [] and names == before, ran
print("the editor knows")
