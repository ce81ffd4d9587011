"""Calls with arguments that make no sense, written down as Python: `make_calls(from, to)` makes one for each seed.

A call is a line of source, so that what is printed before it is what makes it again. Start reading at `make_calls`.
"""

import io
import random
import sys

import matplotlib.pyplot as plt
import numpy as np
import torch
from torch import nn
import torch.nn.functional as F
from torch.optim import lr_scheduler
from torch.utils import data

INTS = (0, -1, 1, 2**31, 2**31 - 1, -(2**31), 2**63 - 1, -(2**63), 2**64, 10**12, 2**32, 255, 256, -(2**63) + 1)
FLOATS = ("float('nan')", "float('inf')", "-float('inf')", "1e300", "-1e300", "1e-300", "-0.0", "0.0", "1e10")
WORDS = (
    "mean sum none batchmean floor trunc ij,jk->ik ii fro nuc left right linear nearest bilinear bicubic area "
    "constant reflect replicate circular relu leaky_relu tanh fan_in fan_out same valid log linear r-- C0 red "
    "viridis float32 int64 cpu cuda min max rel abs xy ij C F a"
).split() + ["", "é\\0\U0001f600"]
DTYPES = "float32 float64 float16 bfloat16 int64 int32 int16 int8 uint8 bool".split()
NP_DTYPES = "float32 float64 float16 int64 int32 int16 int8 uint8 bool_".split()

# What ends the process, waits, or sets what later calls depend on and `reset` does not.
LEFT_OUT = frozenset("seed pause compile set_num_threads checkpoint_read checkpoint_write".split())

# Which kind of argument a parameter of this name takes.
KINDS = {
    "tensor": "input other tensor x y target weight bias self mat1 mat2 vec1 vec2 tensor1 tensor2 end src source "
    "A B a b running_mean running_var query key value input1 input2 x1 x2 anchor positive negative mask attn_mask "
    "condition values boundaries sorted_sequence var batch1 batch2 vec mat c z height width images X Y arr v1 v2",
    "indices": "index indices",
    "dim": "dim dim0 dim1 axis start_dim end_dim source destination axis1 axis2 dims",
    "sizes": "size shape sizes newshape output_size normalized_shape split_size_or_sections reps repeats shifts figsize",
    "small": "kernel_size stride padding dilation groups num_classes n k diagonal chunks in_features out_features "
    "in_channels out_channels num_features num_embeddings embedding_dim hidden_size input_size num_layers "
    "num_groups nhead d_model batch_size num_workers bins minlength steps num length start offset output_padding "
    "step_size T_max last_epoch nrows ncols fontsize index_start decimals correction dim_size sections order "
    "scale_factor upscale_factor num_samples padding_idx unflattened_size total_iters milestones low high",
    "float": "p alpha beta eps lr momentum weight_decay dampening rho threshold negative_slope lambd min_val max_val "
    "std mean gain margin delta label_smoothing gamma factor betas linewidth s q rtol atol norm_type max_norm ord lw "
    "min max fill_value exponent scale base",
    "word": "reduction mode nonlinearity padding_mode approximate rounding_mode indexing equation color label marker "
    "linestyle cmap loc title dim_name fmt s xlabel ylabel origin aspect projection",
    "dtype": "dtype",
    "device": "device",
    "generator": "generator",
    "tensors": "tensors parameters params arrays inputs outputs arys args",
}
KIND_OF = {name: kind for kind, names in KINDS.items() for name in names.split()}


class Writer:
    """Writes one call; all that is random in it comes from its seed."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        # Sizes agree often, because functions want that.
        self.usual = [self.roll(3) + 1 for _ in range(self.random.choice((1, 2, 2, 3, 4)))]

    def roll(self, sides):
        return self.random.randrange(sides)

    def one_in(self, times):
        return self.roll(times) == 0

    def of(self, items):
        return items[self.roll(len(items))]

    # Values.

    def int(self):
        return str(self.of(INTS)) if self.one_in(5) else str(self.roll(8) - 3)

    def small(self):
        if self.one_in(8):
            return self.int()
        if self.one_in(5):
            return "(" + ", ".join(str(self.roll(4)) for _ in range(1 + self.roll(3))) + ",)"
        return str(self.roll(4) + (0 if self.one_in(4) else 1))

    def dim(self):
        if self.one_in(6):
            return self.sizes()
        return self.int() if self.one_in(6) else str(self.roll(2 * len(self.usual) + 1) - len(self.usual))

    def float(self):
        return self.of(FLOATS) if self.one_in(4) else str(self.roll(41) / 10 - (2 if self.one_in(3) else 0))

    def number(self):
        return self.of((self.int, self.float, self.bool))()

    def bool(self):
        return self.of(("True", "False"))

    def word(self):
        return repr(self.of(WORDS))

    def none(self):
        return "None"

    def dtype(self):
        return self.of((f"torch.{self.of(DTYPES)}", f"np.{self.of(NP_DTYPES)}", "float", "int", "bool", "'float64'"))

    def device(self):
        return self.of(("'cpu'", "torch.device('cpu')", "'cuda'", "'meta'", "0", "'cpu:7'"))

    def generator(self):
        return "torch.Generator().manual_seed(1)"

    def sizes(self):
        if self.one_in(2):
            return "(" + "".join(f"{size}, " for size in self.usual) + ")"
        return "(" + "".join(f"{self.int()}, " for _ in range(self.roll(4))) + ")"

    def slice(self):
        ends = [self.of((self.int, self.none))() for _ in range(3)]
        return f"slice({', '.join(ends)})"

    def list(self):
        make = self.of((self.int, self.float, self.bool, self.number, self.tensor, self.any, self.list))
        return "[" + ", ".join(make() for _ in range(self.roll(4))) + "]"

    def tuple(self):
        return "(" + "".join(self.of((self.number, self.any, self.tensor))() + ", " for _ in range(self.roll(3))) + ")"

    def dict(self):
        keys = self.of((("'a'", "'b'"), ("0", "1"), ("'params'", "'lr'")))
        return "{" + ", ".join(f"{key}: {self.any()}" for key in keys[: self.roll(3)]) + "}"

    def shape(self):
        if self.one_in(10):
            return ()
        usual = list(self.usual)
        if self.one_in(4):
            usual[self.roll(len(usual))] = self.roll(4)
        if self.one_in(6):
            usual = usual[1:]
        if self.one_in(6):
            usual = [self.roll(3)] + usual
        return tuple(usual)

    def dense(self, shape, kind):
        """Values in a row, or all the same."""
        count = 1
        for size in shape:
            count *= size
        if kind == "bool":
            return f"(torch.arange({count}).reshape({shape}) % 2 == 1)"
        if self.one_in(5):
            value = self.float() if "float" in kind else str(self.roll(5) - 2)
            return f"torch.full({shape}, {value}).to(torch.{kind})"
        start = 0 if self.one_in(2) else self.roll(5) - 2
        if "float" in kind:
            start = f"{start}.5"
        return f"torch.arange({count}).add({start}).reshape({shape}).to(torch.{kind})"

    def view(self, rank):
        """Turned, cut or repeated without copying."""
        if rank == 0:
            return self.of(("", ".expand(2)", ".expand(3, 0)", "[None]", ".unsqueeze(0).expand(2, 3)"))
        views = ["[::2]", "[1:]", ".transpose(0, -1)", ".unsqueeze(0).expand(2, " + "-1, " * rank + ")", "[..., :1]"]
        views += [".flip(0)", "[None]", "[0:0]", ".mT" if rank > 1 else "[1:]", ".detach()", "[..., 0:1].expand_as({0})"]
        return self.of(views).replace(".expand_as({0})", "")

    def tensor(self):
        roll = self.roll(8)
        kind = "float32" if roll < 4 else "int64" if roll < 6 else self.of(DTYPES)
        shape = self.shape()
        text = self.dense(shape, kind)
        if self.one_in(3):
            text += self.view(len(shape))
        if "float" in kind and self.one_in(3):
            text += ".requires_grad_()"
            if self.one_in(4):
                text += ".clone()"
        return text

    def indices(self):
        if self.one_in(6):
            return self.any()
        return self.dense(self.shape(), "int64") + self.of(("", " % 2", " - 1", " * 0"))

    def array(self):
        kind = self.of(("float64", "float32", "int64", self.of(NP_DTYPES)))
        shape = self.shape()
        count = 1
        for size in shape:
            count *= size
        text = f"np.arange({count}).reshape({shape}).astype(np.{kind})"
        return text + (self.of((".T", "[::-1]", "[1:]", "[None]", "[..., None]", ".copy()")) if self.one_in(3) else "")

    def scalar(self):
        return f"np.{self.of(NP_DTYPES)}({self.number()})"

    def tensors(self):
        return "[" + ", ".join(self.tensor() for _ in range(self.roll(4))) + "]"

    def any(self):
        makers = (self.int, self.float, self.bool, self.word, self.none, self.dtype, self.device, self.generator)
        makers += (self.sizes, self.slice, self.list, self.tuple, self.dict, self.tensor, self.tensor, self.array)
        makers += (self.scalar, self.tensors, self.indices, lambda: "object()", lambda: "len", lambda: "b'ab'")
        makers += (lambda: "...", lambda: "1j", lambda: "range(3)", lambda: "iter([1, 2])", lambda: "{1, 2}")
        return self.of(makers)()

    # Arguments.

    def argument(self, name, default):
        """One that suits the parameter's name or default, most times."""
        if self.one_in(8):
            return self.any()
        kind = KIND_OF.get(name)
        if kind is None and default is not None:
            if default in ("True", "False"):
                kind = "bool"
            elif default[:1] in "'\"":
                kind = "word"
            elif default[:1] in "-0123456789":
                kind = "float" if "." in default else "int"
        return getattr(self, kind)() if kind else self.of((self.tensor, self.number, self.any))()

    def arguments(self, function, skip=0):
        """Arguments for the function, without its first `skip` ones."""
        known = parameters_of(function)
        if known is None:
            return ", ".join(self.of((self.tensor, self.any))() for _ in range(self.roll(4)))
        positional, named = known
        texts = []
        by_name = False
        for name, default in positional[skip:]:
            if name.startswith("*"):
                texts += [self.of((self.any, self.tensor, self.array))() for _ in range(self.roll(4))] if not by_name else []
                continue
            if default is not None and self.one_in(2):
                by_name = True
                continue
            text = self.argument(name, default)
            texts.append(f"{name}={text}" if by_name else text)
        texts += [f"{name}={self.argument(name, default)}" for name, default in named if self.one_in(3)]
        if self.one_in(40):
            texts.append(f"{self.of(('dim', 'out', 'dtype', 'nonsense'))}={self.any()}")
        return ", ".join(texts)

    # Calls: statements that leave what there is to see in `y`.

    def of_module(self, prefix, module, names):
        name = self.of(names)
        return f"y = {prefix}.{name}({self.arguments(getattr(module, name))})"

    def function(self):
        return self.of_module("torch", torch, NAMES["torch"])

    def functional(self):
        return self.of_module("F", F, NAMES["F"])

    def linalg(self):
        return self.of_module("torch.linalg", torch.linalg, NAMES["linalg"])

    def method(self):
        name = self.of(NAMES["Tensor"])
        arguments = self.arguments(getattr(torch.Tensor, name), 1)
        return f"x = {self.tensor()}; y = x.{name}({arguments})"

    def place(self):
        """What may stand between brackets."""
        makers = (self.int, self.slice, self.none, lambda: "...", self.indices, self.bool, self.tensor, self.any)
        makers += (self.dim, self.dim, self.slice, self.slice, self.list)
        places = [self.of(makers)() for _ in range(self.of((1, 1, 2, 2, 3)))]
        return ", ".join(places) + ("," if self.one_in(6) else "")

    def operator(self):
        x = self.of((self.tensor, self.tensor, self.array, self.scalar))()
        other = self.of((self.tensor, self.tensor, self.array, self.number, self.any))()
        binary = self.of("+ - * / // % ** @ & | ^ << >> == != < <= > >=".split())
        changing = self.of("+= -= *= /= //= %= **= @= &= |= ^= <<= >>=".split())
        return self.of((
            f"y = {x} {binary} {other}",
            f"y = {other} {binary} {x}",
            f"x = y = {x}; x {changing} {other}",
            f"y = {self.of('-+~')}{x}",
            f"x = {x}; y = x[{self.place()}]",
            f"x = {x}; y = x[{self.place()}]",
            f"x = y = {x}; x[{self.place()}] = {other}",
            f"x = y = {x}; x[{self.place()}] = {other}",
            f"x = y = {x}; x[{self.place()}] {changing} {other}",
            f"y = {self.of('int float bool len list str repr hash abs round tuple sum divmod complex'.split())}({x})",
            f"y = {other} in {x}",
            f"y = format({x}, {self.of(['.3f', 'd', 's', '>20', '.1e', ''])!r})",
        ))

    def attribute(self):
        name = self.of(("data", "grad", "requires_grad", "shape", "T", "dtype", "grad_fn", "names", "is_leaf", "real"))
        return f"x = y = {self.tensor()}; x.{name} = {self.any()}"

    def layer(self):
        name = self.of(NAMES["nn"])
        made = f"m = nn.{name}({self.arguments(getattr(nn, name), 0)})"
        inputs = ", ".join(self.tensor() for _ in range(self.of((1, 1, 1, 2, 3))))
        return made + f"; y = m({inputs})" + ("; repr(m); m.eval(); m.state_dict()" if self.one_in(3) else "")

    def init(self):
        return self.of_module("nn.init", nn.init, NAMES["init"])

    def optimizer(self):
        name = self.of(NAMES["optim"])
        arguments = self.arguments(getattr(torch.optim, name), 1)
        made = f"p = nn.Parameter({self.dense(self.shape(), 'float32')}); o = torch.optim.{name}([p], {arguments})"
        step = "p.square().sum().backward(); y = o.step()"
        if not self.one_in(2):
            return f"{made}; {step}; {step}; repr(o); o.state_dict(); o.zero_grad()"
        scheduler = self.of(NAMES["lr_scheduler"])
        chosen = self.arguments(getattr(lr_scheduler, scheduler), 1)
        return f"{made}; s = lr_scheduler.{scheduler}(o, {chosen}); {step}; s.step(); s.step(); y = s.state_dict()"

    def dataset(self):
        name = self.of(NAMES["data"])
        few = f"d = data.TensorDataset({self.tensor()}, {self.tensor()})"
        if self.one_in(3):
            return f"y = data.{name}({self.arguments(getattr(data, name))})"
        if self.one_in(3):
            return f"{few}; y = data.random_split(d, {self.list()})"
        if self.one_in(3):
            return f"{few}; y = d[{self.any()}]"
        return f"{few}; y = data.DataLoader(d, {self.arguments(data.DataLoader, 1)})"

    def differentiation(self):
        x = f"x = {self.dense(self.shape(), 'float32')}.requires_grad_()"
        made = self.of(("x * x", "x.exp()[None]", "(x @ x.mT)", "x[..., None] / x", "x.cumsum(-1).sort(-1)[0]", "x"))
        return self.of((
            f"{x}; y = torch.autograd.grad({made}, x, {self.any()}, create_graph={self.bool()})",
            f"{x}; y = torch.autograd.grad({self.arguments(torch.autograd.grad)})",
            f"{x}; y = {made}; y.backward({self.any()}, retain_graph={self.bool()}); y = x.grad",
            f"{x}; torch.autograd.backward({self.arguments(torch.autograd.backward)})",
            f"{x}; y, = torch.autograd.grad(({made}).sum(), x, create_graph=True); y.sum().backward()",
            f"Back.answer = {self.of((self.any, self.tensor))()}; y = Back.apply({self.tensor()}, {self.any()})",
            f"{x}; y = {made}; y[{self.place()}] = {self.number()}; x.detach().zero_()",
            f"{x}; y = ({made}).view({self.int()}, {self.int()}); y.mul_({self.number()})",
            f"{x}; x.register_hook(lambda grad: {self.any()}); y = {made}",
        ))

    def numpy_function(self):
        name = self.of(NAMES["np"])
        known = parameters_of(getattr(np, name))
        if self.one_in(2) and known and known[0]:
            first = self.of((self.array, self.array, self.tensor, self.list, self.scalar))()
            return f"y = np.{name}({first}, {self.arguments(getattr(np, name), 1)})"
        return f"y = np.{name}({self.arguments(getattr(np, name))})"

    def array_method(self):
        name = self.of(NAMES["ndarray"])
        return f"x = {self.array()}; y = x.{name}({self.arguments(getattr(np.ndarray, name), 1)})"

    def scalar_method(self):
        name = self.of(NAMES["np.float32"])
        return f"x = {self.scalar()}; y = x.{name}({self.any() if self.one_in(3) else ''})"

    def plot(self):
        name = self.of(NAMES["plt"])
        first = self.of((self.array, self.tensor, self.list, self.any))
        known = parameters_of(getattr(plt, name))
        if known and known[0] and known[0][0][0].startswith("*") and self.one_in(2):
            options = {"color": "word", "label": "word", "linewidth": "float", "marker": "word", "alpha": "float"}
            name_of = self.of(list(options))
            arguments = f"{first()}, {first()}, {name_of}={getattr(self, options[name_of])()}"
        else:
            arguments = self.arguments(getattr(plt, name))
        before = f"plt.plot({first()}); " if self.one_in(3) else ""
        return f"{before}y = plt.{name}({arguments}); plt.{self.of(('xlim', 'xscale', 'yscale', 'xticks', 'legend'))}({self.any()}); plt.show()"

    def call(self):
        # How often what is called: there is most in the first ones.
        calls = 7 * [self.function] + 7 * [self.method] + 6 * [self.operator] + 5 * [self.functional]
        calls += 2 * [self.linalg] + 5 * [self.layer] + 2 * [self.optimizer] + 2 * [self.dataset]
        calls += 3 * [self.differentiation] + 3 * [self.numpy_function] + 3 * [self.array_method] + 4 * [self.plot]
        calls += [self.init, self.scalar_method, self.attribute]
        return self.of(calls)()


class Back(torch.autograd.Function):
    """Whose gradient is `answer`, whatever that is."""

    answer = None

    @staticmethod
    def forward(ctx, x, other):
        ctx.save_for_backward(x)
        return x * 2

    @staticmethod
    def backward(ctx, grad):
        ctx.saved_tensors
        return Back.answer, None


def parameters_of(function):
    """[(name, default as text)] of what may be given by place, and of what by name only; None if that is not known."""
    if isinstance(function, type):
        function = function.__init__
    code = getattr(function, "__code__", None)
    if code is None:
        text = getattr(function, "__text_signature__", None)
        return parameters_in(text) if text else None
    names = code.co_varnames
    defaults = function.__defaults__ or ()
    count = code.co_argcount
    texts = [None] * (count - len(defaults)) + [repr(value) for value in defaults]
    positional = list(zip(names[:count], texts))
    if positional and positional[0][0] == "self" and "." in function.__qualname__ and function.__name__ == "__init__":
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
    "np.float32": np.float32, "plt": plt, "nn": nn,
}
NAMES = {key: callables(module) for key, module in MODULES.items()}
NAMES["nn"] = [name for name in NAMES["nn"] if isinstance(getattr(nn, name), type)] + ["RNN", "LSTM", "GRU"]
NAMES["optim"] = [name for name in NAMES["optim"] if isinstance(getattr(torch.optim, name), type)] + ["LBFGS"]
NAMES["Tensor"] += "__contains__ __len__ __bool__ __float__ __index__ __iter__ __array__ __reversed__ __deepcopy__".split()
NAMES["Tensor"] = [name for name in NAMES["Tensor"] if hasattr(torch.Tensor, name)]


def look_at(value, depth=0):
    """What one does with a result: shows it, and takes its gradient."""
    if isinstance(value, torch.Tensor):
        if value.numel() < 2000:
            repr(value)
        if value.requires_grad and value.numel() < 10_000:
            value.sum().backward()
    elif isinstance(value, (tuple, list)) and depth < 3:
        for part in value[:5]:
            look_at(part, depth + 1)
    elif isinstance(value, data.DataLoader):
        for number, part in enumerate(value):
            look_at(part, depth + 1)
            if number > 3:
                break
    elif not isinstance(value, np.ndarray) or value.size < 2000:
        repr(value)


def reset():
    """Undoes what a call may have changed beyond its own names."""
    torch.set_default_dtype(torch.float32)
    torch.set_default_device(None)
    torch.set_grad_enabled(True)
    torch.autograd.set_detect_anomaly(False)
    torch.set_printoptions(profile="default")
    plt.close("all")


def make_call(seed):
    writer = Writer(seed)
    source = writer.call()
    if writer.one_in(2):
        source += "; look_at(y)"
    elif writer.one_in(2):
        source += "; y.sum().backward()"
    shown = source.encode("unicode_escape").decode()
    sys.stdout.write(f"call {seed} {shown}\n")
    torch.manual_seed(0)
    try:
        exec(source, dict(SURROUNDINGS))
    except SystemError:
        raise
    except Exception:
        COUNTS["refused"] += 1
    plt.close("all")
    COUNTS["all"] += 1
    if "set_" in source or "rcParams" in source or "style" in source:
        reset()


COUNTS = {"refused": 0, "all": 0}
SURROUNDINGS = {
    "torch": torch, "np": np, "nn": nn, "F": F, "plt": plt, "data": data, "lr_scheduler": lr_scheduler,
    "Back": Back, "look_at": look_at,
}


def make_calls(first, end):
    for seed in range(first, end):
        make_call(seed)
    reset()
    sys.stdout.write(f"so far {COUNTS}\n")
