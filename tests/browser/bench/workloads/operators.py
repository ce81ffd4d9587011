"""Times operators, layers, losses, optimizers, numpy's functions and a DataLoader at two sizes; prints a line of JSON each.

What it is not: a training step (see the other workloads). Each line has a name, the seconds of the first call, and those
of a call once it has been called for a while: the fastest of three bursts. Start reading at `measure`.
"""

import json
import time

import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset

WARM, BURST = 0.12, 0.04


def measure(name, call):
    began = time.perf_counter()
    call()
    first = time.perf_counter() - began
    _burst(call, WARM)
    print(json.dumps([name, first, min(_burst(call, BURST) for _ in range(3))]), flush=True)


def _burst(call, seconds):
    count, began = 0, time.perf_counter()
    while True:
        call()
        count += 1
        took = time.perf_counter() - began
        if took >= seconds:
            return took / count


def both(name, make, call):
    """Forward, and forward and backward."""
    inputs = make()
    measure(name, lambda: call(*inputs))
    graded = [x.detach().clone().requires_grad_() if x.is_floating_point() else x for x in inputs]

    def backward():
        result = call(*graded)
        (result[0] if isinstance(result, tuple) else result).sum().backward()
        for x in graded:
            x.grad = None

    measure(f"{name}, backward", backward)


torch.manual_seed(0)
POINTWISE = [
    torch.exp, torch.log1p, torch.sin, torch.cos, torch.tanh, torch.sigmoid, torch.erf, torch.sqrt, torch.abs, torch.neg,
    torch.square, F.relu, F.gelu, F.silu, F.softplus, F.elu, F.leaky_relu, F.hardtanh,
]
SIZES = {"64x256": lambda: torch.rand(64, 256) + 0.1, "a million": lambda: torch.rand(1000, 1000) + 0.1}
for size, make in SIZES.items():
    for function in POINTWISE:
        both(f"{function.__name__} of {size}", lambda: [make()], function)
    both(f"add of {size}", lambda: [make(), make()], torch.add)
    both(f"mul of {size} by a row", lambda: [make(), make()[0]], torch.mul)
    both(f"div of {size}", lambda: [make(), make()], torch.div)
    both(f"pow 1.7 of {size}", lambda: [make()], lambda x: x**1.7)
    both(f"sum of {size}", lambda: [make()], torch.sum)
    both(f"sum of {size} by columns", lambda: [make()], lambda x: x.sum(0))
    both(f"sum of {size} by rows", lambda: [make()], lambda x: x.sum(1))
    both(f"mean of {size} by rows", lambda: [make()], lambda x: x.mean(1))
    both(f"var of {size} by rows", lambda: [make()], lambda x: x.var(1))
    both(f"max of {size} by rows", lambda: [make()], lambda x: x.max(1).values)
    both(f"softmax of {size}", lambda: [make()], lambda x: F.softmax(x, 1))
    both(f"log_softmax of {size}", lambda: [make()], lambda x: F.log_softmax(x, 1))
    both(f"logsumexp of {size}", lambda: [make()], lambda x: x.logsumexp(1))
    both(f"cumsum of {size}", lambda: [make()], lambda x: x.cumsum(1))
    both(f"where of {size}", lambda: [make(), make()], lambda x, y: torch.where(x > 0.5, x, y))
    both(f"masked_fill of {size}", lambda: [make()], lambda x: x.masked_fill(x > 0.5, 0.0))
    both(f"clamp of {size}", lambda: [make()], lambda x: x.clamp(0.2, 0.8))
    both(f"transpose and contiguous of {size}", lambda: [make()], lambda x: x.t().contiguous())
    both(f"cat of two {size}", lambda: [make(), make()], lambda x, y: torch.cat([x, y]))
    both(f"stack of two {size}", lambda: [make(), make()], lambda x, y: torch.stack([x, y]))
    both(f"pad of {size}", lambda: [make()], lambda x: F.pad(x, (1, 1, 1, 1)))
    both(f"flip of {size}", lambda: [make()], lambda x: x.flip(1))
    both(f"roll of {size}", lambda: [make()], lambda x: x.roll(3, 1))
    both(f"rows by index of {size}", lambda: [make(), torch.randint(0, 64, (64,))], lambda x, at: x[at])
    both(f"gather of {size}", lambda: [make(), torch.randint(0, 256, (64, 64))], lambda x, at: x.gather(1, at))
    both(f"sort of {size}", lambda: [make()], lambda x: x.sort(1).values)
    both(f"topk of {size}", lambda: [make()], lambda x: x.topk(5, 1).values)
    x = make()
    measure(f"argmax of {size} by rows", lambda: x.argmax(1))
    measure(f"comparison of {size}", lambda: x > 0.5)
    measure(f"to int64 of {size}", lambda: x.long())
    measure(f"to float64 of {size}", lambda: x.double())
    measure(f"boolean index of {size}", lambda: x[x > 0.5])
    measure(f"unique of {size}", lambda: torch.unique((x * 10).long()))
    measure(f"rand like {size}", lambda: torch.rand_like(x))
    measure(f"randn like {size}", lambda: torch.randn_like(x))
    measure(f"dropout of {size}", lambda: F.dropout(x, 0.5))
    measure(f"one_hot of {size}'s rows", lambda: F.one_hot(torch.arange(x.shape[0]) % 10, 10))

measure("randperm of 10,000", lambda: torch.randperm(10_000))
images = lambda: [torch.rand(32, 8, 28, 28)]
tokens = lambda: [torch.rand(16, 32, 64)]


def layer(name, module, make):
    """A layer's forward, and forward and backward with its parameters."""
    inputs = make()
    measure(name, lambda: module(*inputs))

    def backward():
        result = module(*inputs)
        (result[0] if isinstance(result, tuple) else result).sum().backward()

    measure(f"{name}, backward", backward)


layer("Linear 256 to 128", nn.Linear(256, 128), lambda: [torch.rand(64, 256)])
layer("Conv2d 8 to 16", nn.Conv2d(8, 16, 3, padding=1), images)
layer("Conv1d 64 to 64", nn.Conv1d(64, 64, 3, padding=1), lambda: [torch.rand(16, 64, 32)])
layer("ConvTranspose2d 8 to 8", nn.ConvTranspose2d(8, 8, 2, stride=2), lambda: [torch.rand(32, 8, 14, 14)])
layer("BatchNorm2d", nn.BatchNorm2d(8), images)
layer("BatchNorm1d", nn.BatchNorm1d(256), lambda: [torch.rand(64, 256)])
layer("LayerNorm", nn.LayerNorm(64), tokens)
layer("GroupNorm", nn.GroupNorm(2, 8), images)
both("MaxPool2d", images, nn.MaxPool2d(2))
both("AvgPool2d", images, nn.AvgPool2d(2))
both("AdaptiveAvgPool2d", images, nn.AdaptiveAvgPool2d(1))
both("interpolate", images, lambda x: F.interpolate(x, scale_factor=2.0))
layer("Embedding", nn.Embedding(100, 64), lambda: [torch.randint(0, 100, (16, 32))])
layer("LSTM 8 to 32", nn.LSTM(8, 32, batch_first=True), lambda: [torch.rand(16, 25, 8)])
layer("GRU 8 to 32", nn.GRU(8, 32, batch_first=True), lambda: [torch.rand(16, 25, 8)])
layer("RNN 8 to 32", nn.RNN(8, 32, batch_first=True), lambda: [torch.rand(16, 25, 8)])
layer("MultiheadAttention", nn.MultiheadAttention(64, 4, batch_first=True), lambda: tokens() * 3)
layer("TransformerEncoderLayer", nn.TransformerEncoderLayer(64, 4, 128, batch_first=True), tokens)
if hasattr(F, "scaled_dot_product_attention"):  # PyTorch 2 has it.
    both("scaled_dot_product_attention", lambda: [torch.rand(16, 4, 32, 16) for _ in range(3)], F.scaled_dot_product_attention)
both("matmul 64x256 256x64", lambda: [torch.rand(64, 256), torch.rand(256, 64)], torch.matmul)
both("bmm", lambda: [torch.rand(16, 32, 64), torch.rand(16, 64, 32)], torch.bmm)
both("einsum", lambda: [torch.rand(16, 32, 64), torch.rand(16, 32, 64)], lambda a, b: torch.einsum("bij,bkj->bik", a, b))
both("cdist", lambda: [torch.rand(64, 16), torch.rand(64, 16)], torch.cdist)

classes = torch.randint(0, 10, (64,))
both("cross_entropy", lambda: [torch.rand(64, 10)], lambda x: F.cross_entropy(x, classes))
both("nll_loss", lambda: [torch.rand(64, 10)], lambda x: F.nll_loss(x, classes))
for loss in (F.mse_loss, F.l1_loss, F.smooth_l1_loss, F.binary_cross_entropy, F.binary_cross_entropy_with_logits):
    both(loss.__name__, lambda: [torch.rand(64, 10), torch.rand(64, 10)], loss)

for optimizer in (torch.optim.SGD, torch.optim.Adam, torch.optim.AdamW, torch.optim.RMSprop, torch.optim.Adagrad):
    model = nn.Sequential(nn.Linear(256, 128), nn.ReLU(), nn.Linear(128, 10))
    model(torch.rand(64, 256)).sum().backward()
    measure(optimizer.__name__, optimizer(model.parameters(), lr=1e-3).step)

data = TensorDataset(torch.rand(2000, 16), torch.arange(2000))
for shuffle in (False, True):
    loader = DataLoader(data, batch_size=32, shuffle=shuffle)
    measure(f"DataLoader of 2,000{', shuffled' * shuffle}", lambda: [None for _ in loader])

rng = np.random.RandomState(0)
for size, shape in {"64x256": (64, 256), "a million": (1000, 1000)}.items():
    a, b = rng.rand(*shape), rng.rand(*shape)
    for function in (np.exp, np.sqrt, np.tanh, np.sum, np.mean, np.std, np.argmax, np.sort, np.cumsum):
        measure(f"numpy {function.__name__} of {size}", lambda: function(a))
    measure(f"numpy add of {size}", lambda: a + b)
    measure(f"numpy mean of {size} by rows", lambda: a.mean(axis=1))
    measure(f"numpy where of {size}", lambda: np.where(a > 0.5, a, b))
    measure(f"numpy boolean index of {size}", lambda: a[a > 0.5])
    measure(f"numpy dot of {size}", lambda: a @ b.T)
    measure(f"numpy randn of {size}", lambda: np.random.randn(*shape))
    measure(f"numpy concatenate of {size}", lambda: np.concatenate([a, b]))
measure("numpy arange, reshape", lambda: np.arange(1000).reshape(10, 100))
measure("numpy linspace", lambda: np.linspace(0, 1, 1000))
