"""What can be called: functions by module, methods by object, and the parameters that they name."""

import matplotlib.pyplot as plt
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
from torch.optim import lr_scheduler
from torch.utils import data

# What ends the process, waits, or sets what later calls depend on and `reset` does not.
LEFT_OUT = frozenset("seed pause compile set_num_threads checkpoint_read checkpoint_write imag".split())


def parameters_of(function):
    """[(name, default as text)] of what may be given by place, and of what by name only; None if that is not known."""
    is_given_self = isinstance(function, type) or hasattr(function, "__self__")
    if isinstance(function, type):
        function = function.__init__
    function = getattr(function, "__func__", function)
    code = getattr(function, "__code__", None)
    if code is None:
        text = getattr(function, "__text_signature__", None)
        return parameters_in(text) if text else None
    names = code.co_varnames
    defaults = function.__defaults__ or ()
    count = code.co_argcount
    texts = [None] * (count - len(defaults)) + [repr(value) for value in defaults]
    positional = list(zip(names[:count], texts))
    if positional and positional[0][0] == "self" and is_given_self:
        positional = positional[1:]
    if code.co_flags & 4:
        positional.append(("*", None))
    keywords = function.__kwdefaults__ or {}
    only = names[count : count + code.co_kwonlyargcount]
    return positional, [(name, repr(keywords.get(name))) for name in only]


def parameters_in(text):
    """As parameters_of, from `(input, dim=None, *, dtype=None)`."""
    parts, depth, part = [], 0, ""
    for letter in text.strip()[1:-1]:
        depth += (letter in "([") - (letter in ")]")
        if letter == "," and depth == 0:
            parts.append(part.strip())
            part = ""
        else:
            part += letter
    positional, named, by_name = [], [], False
    for part in parts + [part.strip()]:
        if part == "*":
            by_name = True
        elif part.startswith("*"):
            if not part.startswith("**"):
                positional.append(("*", None))
        elif part and part != "/" and not part.startswith("$"):
            name, _, default = part.partition("=")
            (named if by_name else positional).append((name.strip(), default or None))
    return positional, named


def callables(module, *more):
    names = set(getattr(module, "__all__", ()) or dir(module)).union(more)
    found = []
    for name in sorted(names - LEFT_OUT):
        if not name.startswith("_") and callable(getattr(module, name, None)):
            found.append(name)
    return found


MODULES = {
    "torch": torch, "F": F, "linalg": torch.linalg, "Tensor": torch.Tensor, "init": nn.init, "optim": torch.optim,
    "lr_scheduler": lr_scheduler, "data": data, "np": np, "ndarray": np.ndarray,
    "np.float32": np.float32, "plt": plt, "nn": nn, "special": torch.special, "utils": nn.utils,
}
NAMES = {key: callables(module) for key, module in MODULES.items()}
NAMES["nn"] = [name for name in NAMES["nn"] if isinstance(getattr(nn, name), type)] + ["RNN", "LSTM", "GRU"]
NAMES["optim"] = [name for name in NAMES["optim"] if isinstance(getattr(torch.optim, name), type)] + ["LBFGS"]
NAMES["Tensor"] += "__contains__ __len__ __bool__ __float__ __index__ __iter__ __array__ __reversed__ __deepcopy__".split()
NAMES["Tensor"] = [name for name in NAMES["Tensor"] if hasattr(torch.Tensor, name)]


# What calls give and take, and what can be asked of it.
OBJECTS = (
    "torch.Generator()", "torch.Size([2, 3])", "torch.float32", "torch.device('cpu')", "torch.finfo(torch.float16)",
    "torch.iinfo(torch.int8)", "torch.arange(4.).max(0)", "torch.ones(2, requires_grad=True).exp().grad_fn",
    "torch.arange(4).untyped_storage()", "torch.no_grad()", "nn.Linear(2, 3)", "nn.Sequential(nn.Linear(2, 3), nn.ReLU())",
    "nn.ModuleList([nn.Linear(2, 3), nn.ReLU()])", "nn.ModuleDict({'a': nn.Linear(2, 3)})", "nn.LSTM(2, 3)",
    "nn.ParameterList([torch.ones(2)])", "nn.ParameterDict({'a': torch.ones(2)})", "nn.Parameter(torch.ones(2, 2))",
    "nn.BatchNorm1d(2)", "torch.optim.Adam([nn.Parameter(torch.ones(2))])", "data.TensorDataset(torch.ones(3))",
    "data.DataLoader(data.TensorDataset(torch.ones(3)), 2)", "data.RandomSampler(range(3))", "plt.gca()", "plt.gcf()",
    "plt.plot([1, 2])[0]", "plt.imshow(np.eye(3))", "plt.scatter([1, 2], [3, 4])", "plt.hist([1, 2])", "plt.bar([1], [2])",
    "plt.subplots(2, 2)[1]", "np.eye(2).flat", "np.dtype('float32')", "np.float64(2)", "plt.get_cmap('viridis')",
)
SPECIAL = "__getitem__ __setitem__ __delitem__ __call__ __len__ __iter__ __eq__ __contains__ __format__ __setattr__".split()


def methods_of(owner):
    names = sorted(set(dir(owner)) - LEFT_OUT)
    return [name for name in names if (name[0] != "_" or name in SPECIAL) and callable(getattr(owner, name, None))]


def methods():
    found = {}
    for text in OBJECTS:
        owner = eval(text)
        if names := methods_of(owner):
            found[text] = owner, names
    plt.close("all")
    return found


METHODS = methods()
