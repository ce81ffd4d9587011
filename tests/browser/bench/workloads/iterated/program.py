"""A function of a matrix, `NAME`, whose result moves the matrix a little: each step needs the one before whole."""

import torch.nn.functional as F

size = (8, 16, 28, 28) if NAME == "conv2d" else (256, 256)
x = values(*size)
weight, filters = values(256, 256) * 0.01, values(16, 16, 3, 3) * 0.01
rows = (torch.arange(256) * 7 % 256).to(DEVICE)
function = {
    "tanh": torch.tanh,
    "exp": torch.exp,
    "gelu": F.gelu,
    "softmax": lambda x: x.softmax(1),
    "log_softmax": lambda x: x.log_softmax(1),
    "layer_norm": lambda x: F.layer_norm(x, (256,)),
    "sum": lambda x: x.sum(1, keepdim=True),
    "max": lambda x: x.max(1, keepdim=True).values,
    "argmax": lambda x: x.argmax(1, keepdim=True).float(),
    "cumsum": lambda x: x.cumsum(1),
    "matmul": lambda x: x @ weight,
    "transpose": lambda x: x.T,
    "flip": lambda x: x.flip(1),
    "sort": lambda x: x.sort(1, descending=True).values,
    "index_select": lambda x: x[rows],
    "where": lambda x: torch.where(x > 0, x, 0.1 * x),
    "conv2d": lambda x: F.conv2d(x, filters, padding=1),
}[NAME]


def work(steps):
    global x
    for _ in range(steps):
        x = 0.99 * x + 0.01 * function(x)
    return x.sum().item()
