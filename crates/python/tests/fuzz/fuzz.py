"""Calls with arguments that make no sense, written down as Python: `make_calls(from, to)` makes one for each seed.

A call is a line of source, so that what is printed before it is what makes it again. Start reading at `make_calls`.
"""

import random
import re
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

# These build an object for each of so many, in Python: a number without end takes a time without end, in PyTorch too.
EACH_AN_OBJECT = re.compile(r"(RNN|LSTM|GRU|subplots|tensor_split)\(.*\b(\d{5,}|2\*\*\d+|10\*\*\d+)")

# Which kind of argument a parameter of this name takes.
KINDS = {
    "tensor": "input other tensor x y target weight bias self mat1 mat2 vec1 vec2 tensor1 tensor2 src source "
    "A B a b running_mean running_var query key value input1 input2 x1 x2 anchor positive negative mask attn_mask "
    "condition values boundaries sorted_sequence var batch1 batch2 vec mat c z height width images X Y arr v1 v2",
    "indices": "index indices",
    "dim": "dim dim0 dim1 axis start_dim end_dim source destination axis1 axis2 dims",
    "sizes": "size shape sizes newshape output_size normalized_shape split_size_or_sections reps repeats shifts figsize",
    "small": "kernel_size stride padding dilation groups num_classes n k diagonal chunks "
    "num_layers num_groups nhead d_model batch_size num_workers bins minlength steps num length start offset output_padding "
    "step_size T_max last_epoch nrows ncols fontsize index_start decimals correction dim_size sections order "
    "scale_factor upscale_factor num_samples padding_idx unflattened_size total_iters milestones low high",
    "size": "in_features out_features in_channels out_channels num_features num_embeddings embedding_dim hidden_size "
    "input_size in1_features in2_features num_parameters num_channels",
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
        self.usual = [self.roll(3) + 1 for _ in range(self.random.choice((1, 2, 2, 3, 4, 5)))]
        # Half of the calls are nearly right: those get far.
        self.is_wild = self.one_in(2)

    def roll(self, sides):
        return self.random.randrange(sides)

    def one_in(self, times):
        return self.roll(times) == 0

    def of(self, items):
        return items[self.roll(len(items))]

    # Values.

    def int(self):
        return str(self.of(INTS)) if self.one_in(5 if self.is_wild else 20) else str(self.roll(8) - 3)

    def small(self):
        if self.one_in(8):
            return self.int()
        if self.one_in(5):
            return "(" + ", ".join(str(self.roll(4)) for _ in range(1 + self.roll(3))) + ",)"
        return str(self.roll(4) + (0 if self.one_in(4) else 1))

    def size(self):
        return self.small() if self.one_in(4) else str(self.of(self.usual))

    def dim(self):
        if self.one_in(6 if self.is_wild else 20):
            return self.sizes()
        if self.one_in(6 if self.is_wild else 20):
            return self.int()
        rank = len(self.usual)
        return str(self.roll(2 * rank + 1) - rank)

    def float(self):
        if self.one_in(4 if self.is_wild else 12):
            return self.of(FLOATS)
        return str(self.roll(41) / 10 - (2 if self.one_in(3) else 0))

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
        if not self.is_wild and not self.one_in(8):
            return tuple(self.usual)
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
        views += [".flip(0)", "[None]", "[0:0]", ".mT" if rank > 1 else "[1:]", ".detach()", "[..., 0:1]"]
        return self.of(views)

    def tensor(self):
        roll = self.roll(8 if self.is_wild else 5)
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
        makers += (self.odd,)
        return self.of(makers)()

    def odd(self):
        """What is legal, and hardly ever thought of."""
        return self.of((
            f"Odd({self.number()})", f"Odd({self.list()})", f"Odd({self.word()})", "in_itself()", "deep(500)", "deep(3000)",
            "10 ** 400", "-(10 ** 400)", "'x' * 10000", f"Whole({self.int()})", f"[{self.scalar()}, {self.scalar()}]",
            f"nn.Parameter({self.dense(self.shape(), 'float32')})", "range(2, 100, 7)", "'\\ud800'", "memoryview(b'abcd')",
        ))

    # Arguments.

    def argument(self, name, default):
        """One that suits the parameter's name or default, most times."""
        if self.one_in(8 if self.is_wild else 60):
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
                if not by_name:
                    texts += [self.of((self.any, self.tensor, self.array))() for _ in range(self.roll(4))]
                continue
            if default is not None and self.one_in(2):
                by_name = True
                continue
            text = self.argument(name, default)
            texts.append(f"{name}={text}" if by_name else text)
        texts += [f"{name}={self.argument(name, default)}" for name, default in named if self.one_in(3)]
        if self.is_wild and self.one_in(20):
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
        inputs = ", ".join(self.tensor() for _ in range(2 if name.endswith("Loss") else self.of((1, 1, 1, 1, 2, 3))))
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

    def calls_within_calls(self):
        """Functions of Python's that what is being called calls, and that disturb it."""
        x = f"x = {self.dense(self.shape(), 'float32')}.requires_grad_()"
        made = self.of(("x * x", "x.exp()[None]", "(x @ x.mT)", "x[..., None] / x", "x.cumsum(-1).sort(-1)[0]", "x"))
        disturbing = self.of((
            "y.sum().backward()", "y.sum().backward(retain_graph=True)", "x.grad.zero_()", "setattr(x, 'grad', None)",
            "x.detach().fill_(2)", "x.detach().resize_(1)", "handle.remove()", "x.register_hook(len)", "x.data.copy_(x[0])",
            "torch.autograd.grad(y.sum(), x)", "x.requires_grad_(False)", "x.exp().sum().backward()", "o.step()", "m(x)",
            "o.zero_grad()", "o.add_param_group({'params': [torch.ones(1)]})", "o.state.clear()", "y.detach_()",
            "o.load_state_dict(o.state_dict())",
            "torch.manual_seed(1)", "l.clear()", "l.extend(l)", "next(loader)", "g.manual_seed(3)", "plt.close('all')",
            "setattr(x, 'data', torch.ones(3, 3))", "m.register_forward_hook(disturb)", "setattr(m, 'child', m)",
        ))
        answer = self.of(("given[0]", "None", self.number()))
        before = (
            f"{x}; g = torch.Generator(); m = nn.Sequential(nn.Identity()); l = [x, 1, 2]; "
            f"o = torch.optim.SGD([x], 0.1, momentum=0.5); y = {made}; "
            f"disturb = lambda *given: ({disturbing}, {answer})[1]; "
            f"handle = x.register_hook(disturb); "
        )
        odd = f"Odd({self.number()}, disturb)"
        name = self.of(NAMES["Tensor"])
        return before + self.of((
            "y.sum().backward()",
            "m.register_forward_hook(disturb); m(x)",
            "m.register_full_backward_hook(disturb); y = m(x); y.sum().backward()",
            "o.step(disturb)",
            "y.sum().backward(); o.register_step_post_hook(disturb); o.step()",
            f"l = [x, {odd}, 2]; y = torch.stack(l)",
            f"l = [{odd}, 1, {odd}, 2]; y = x.reshape(l)",
            f"l = [{odd}, 1, {odd}, 2]; y = torch.tensor(l)",
            f"l = [{odd}, 1, {odd}]; y = x[l]",
            f"x = x.detach(); x[{odd}] = {odd}",
            f"x = x.detach(); y = x.{name}({odd})",
            f"x = x.detach(); y = x.{name}({self.tensor()}, {odd})",
            f"y = torch.{self.of(NAMES['torch'])}({odd}, {odd})",
            "loader = iter(data.DataLoader(range(5), 2, collate_fn=disturb)); list(loader)",
            "m.apply(disturb)",
            "Back.answer = property(disturb); y = Back.apply(x, 1); y.sum().backward()",
            f"a = np.array([1.0, 2.0]); a[{odd}] = {odd}; plt.plot([{odd}, 1])",
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

    def of_object(self):
        """A method of something that calls give or take."""
        made = self.of(list(METHODS))
        owner, names = METHODS[made]
        name = self.of(names)
        arguments = self.arguments(getattr(owner, name, None))
        return f"o = {made}; y = o.{name}({arguments})" + (f"; o.{self.of(names)}()" if self.one_in(3) else "")

    def special(self):
        return self.of_module("torch.special", torch.special, NAMES["special"])

    def utilities(self):
        return self.of_module("nn.utils", nn.utils, NAMES["utils"])

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
        after = f"plt.{self.of(('xlim', 'xscale', 'yscale', 'xticks', 'legend'))}({self.any()})"
        return f"{before}y = plt.{name}({arguments}); {after}; plt.show()"

    def call(self):
        # How often what is called: there is most in the first ones.
        calls = 7 * [self.function] + 7 * [self.method] + 6 * [self.operator] + 5 * [self.functional]
        calls += 2 * [self.linalg] + 5 * [self.layer] + 2 * [self.optimizer] + 2 * [self.dataset]
        calls += 3 * [self.differentiation] + 3 * [self.numpy_function] + 3 * [self.array_method] + 4 * [self.plot]
        calls += 4 * [self.of_object] + 3 * [self.calls_within_calls] + [self.special, self.utilities]
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


class Odd:
    """Stands for a value wherever Python asks for one, and may do something else on the way."""

    def __init__(self, value, on_the_way=lambda *given: None):
        self.value, self.on_the_way = value, on_the_way

    def asked(self, how):
        self.on_the_way(self)
        return how(self.value)

    def __index__(self):
        return self.asked(int)

    def __int__(self):
        return self.asked(int)

    def __float__(self):
        return self.asked(float)

    def __bool__(self):
        return self.asked(bool)

    def __len__(self):
        return self.asked(len) if hasattr(self.value, "__len__") else self.asked(int)

    def __iter__(self):
        return self.asked(iter)

    def __getitem__(self, place):
        return self.asked(lambda value: value[place])

    def __str__(self):
        return self.asked(str)

    def __eq__(self, other):
        return self.asked(lambda value: value == other)

    def __hash__(self):
        return self.asked(hash)


class Whole(int):
    """An integer that has a class of its own."""


def in_itself():
    found = [1.0]
    found.append(found)
    return found


def deep(levels):
    found = [1.0]
    for _ in range(levels):
        found = [found]
    return found


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
    if EACH_AN_OBJECT.search(source):
        return
    if writer.one_in(2):
        source += "; look_at(y)"
    elif writer.one_in(2):
        source += "; y.requires_grad and y.sum().backward()"
    sys.stdout.write(f"call {seed} {source}\n")
    torch.manual_seed(0)
    try:
        exec(source, dict(SURROUNDINGS))
    except SystemError:
        raise
    except (Exception, KeyboardInterrupt):
        COUNTS["refused"] += 1
    plt.close("all")
    COUNTS["all"] += 1
    if "set_" in source or "rcParams" in source or "style" in source:
        reset()


COUNTS = {"refused": 0, "all": 0}
SURROUNDINGS = {
    "torch": torch, "np": np, "nn": nn, "F": F, "plt": plt, "data": data, "lr_scheduler": lr_scheduler,
    "Back": Back, "look_at": look_at, "Odd": Odd, "Whole": Whole, "in_itself": in_itself, "deep": deep,
}


def make_calls(first, end):
    for seed in range(first, end):
        make_call(seed)
    reset()
    sys.stdout.write(f"so far {COUNTS}\n")
