"""Who writes a call: its function and its arguments, as Python. Start reading at `Writer.call`."""

import random


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
