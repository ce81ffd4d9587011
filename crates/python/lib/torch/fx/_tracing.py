"""How a graph is found out: a function is run with proxies, which note down what is done to them.

Not the graph. Start reading at `Tracer.trace`.
"""

import inspect
import operator

import torch
import torch.nn.functional as F
from torch import nn
from torch.fx._graph import Graph
from torch.fx._module import GraphModule
from torch.fx._node import AS_CALLED, NATIVE, map_aggregate, map_arg


class TraceError(ValueError):
    """What cannot be noted down."""


class Proxy:
    """What stands for a value: all that is done to it becomes a node."""

    def __init__(self, node, tracer=None):
        self.node = node
        self.tracer = GraphAppendingTracer(node.graph) if tracer is None else tracer

    def __repr__(self):
        return f"Proxy({self.node.name})"

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Attribute(self, name)

    def __call__(self, *args, **kwargs):
        return self.tracer.create_proxy("call_method", "__call__", (self, *args), kwargs)

    def __iter__(self):
        raise TraceError(
            "Proxy object cannot be iterated. This can be attempted when the Proxy is used in a loop or as a *args or **kwargs "
            "function argument. See the torch.fx docs on pytorch.org for a more detailed explanation of what types of control "
            "flow can be traced, and check out the Proxy docstring for help troubleshooting Proxy iteration errors"
        )

    def __bool__(self):
        raise TraceError("symbolically traced variables cannot be used as inputs to control flow")

    def __len__(self):
        raise RuntimeError(
            "'len' is not supported in symbolic tracing by default. If you want this call to be recorded, please call "
            "torch.fx.wrap('len') at module scope"
        )

    def __abs__(self):
        return self.tracer.create_proxy("call_function", operator.abs, (self,), {})

    @classmethod
    def __torch_function__(cls, func, types, args=(), kwargs=None):
        kwargs = kwargs or {}
        tracer = _tracer_of((args, kwargs))
        name = getattr(func, "__name__", "")
        if name in ("add", "sub", "mul", "div", "matmul") and args and isinstance(args[0], torch.Tensor):
            # A sign between a tensor and a proxy: the tensor's method.
            return tracer.create_proxy("call_method", name, args, kwargs)
        if getattr(torch, name, None) is None and getattr(F, name, None) is None and hasattr(torch.Tensor, name):
            return tracer.create_proxy("call_method", name, args, kwargs)
        return tracer.create_proxy("call_function", getattr(torch, name, func), args, kwargs)

    __hash__ = object.__hash__


class Attribute(Proxy):
    """An attribute of a proxy: a method where it is called."""

    def __init__(self, root, attr):
        self.root, self.attr, self.tracer, self._node = root, attr, root.tracer, None

    @property
    def node(self):
        if self._node is None:
            self._node = self.tracer.create_proxy("call_function", getattr, (self.root, self.attr), {}).node
        return self._node

    def __call__(self, *args, **kwargs):
        return self.tracer.create_proxy("call_method", self.attr, (self.root, *args), kwargs)


class _Parameter(Proxy):
    """A parameter or a buffer, a node once it is used."""

    def __init__(self, tracer, path):
        self.tracer, self._path, self._node = tracer, path, None

    @property
    def node(self):
        if self._node is None:
            self._node = self.tracer.create_proxy("get_attr", self._path, (), {}).node
        return self._node


_SIGNS = "add sub mul truediv floordiv mod pow matmul and_ or_ xor lshift rshift".split()


def _operator(name, function, is_swapped):
    def apply(self, *others):
        return self.tracer.create_proxy("call_function", function, (*others, self) if is_swapped else (self, *others), {})

    setattr(Proxy, name, apply)


for _name in _SIGNS:
    _short = _name.strip("_")
    _operator(f"__{_short}__", getattr(operator, _name), False)
    _operator(f"__r{_short}__", getattr(operator, _name), True)
    _operator(f"__i{_short}__", getattr(operator, f"i{_short}"), False)
for _name in "eq ne lt le gt ge neg pos invert getitem".split():
    _operator(f"__{_name}__", getattr(operator, _name), False)


def _tracer_of(values):
    found = []
    map_aggregate(values, lambda each: found.append(each.tracer) if isinstance(each, Proxy) else None)
    return found[0]


class TracerBase:
    """What makes nodes of calls."""

    def create_proxy(self, kind, target, args, kwargs, name=None, type_expr=None):
        """A node, and the proxy that stands for its value."""
        args, kwargs = self.create_arg(tuple(args)), self.create_arg(dict(kwargs))
        return self.proxy(self.create_node(kind, target, args, kwargs, name, type_expr))

    def create_node(self, kind, target, args, kwargs, name=None, type_expr=None):
        return self.graph.create_node(kind, target, args, kwargs, name, type_expr)

    def proxy(self, node):
        return Proxy(node, self)

    def create_arg(self, a):
        """Arguments with nodes in place of proxies."""
        return map_aggregate(a, lambda each: each.node if isinstance(each, Proxy) else self._argument(each))

    def _argument(self, value):
        return value


class GraphAppendingTracer(TracerBase):
    """Adds to a graph that there is."""

    def __init__(self, graph):
        self.graph = graph


class Tracer(TracerBase):
    """Finds out the graph of a module or of a function."""

    def __init__(self, autowrap_modules=(), autowrap_functions=()):
        if autowrap_modules or autowrap_functions:
            raise NotImplementedError("torch.fx.Tracer: autowrap_modules and autowrap_functions are not built into this torch")
        self.graph = self.root = None

    def is_leaf_module(self, m, module_qualified_name):
        """Whether a module is one node: those of `torch.nn` are, but for rows of others."""
        is_own = m.__module__.startswith(("torch.nn", "torch.ao.nn")) and not isinstance(m, nn.Sequential)
        return is_own and bool(module_qualified_name)

    def path_of_module(self, mod):
        for name, each in self.root.named_modules():
            if each is mod:
                return name
        raise NameError("module is not installed as a submodule")

    def call_module(self, m, forward, args, kwargs):
        path = self.path_of_module(m)
        if self.is_leaf_module(m, path):
            return self.create_proxy("call_module", path, args, kwargs)
        return forward(*args, **kwargs)

    def _argument(self, value):
        if isinstance(value, torch.Tensor) and self.root is not None:
            for name, each in (*self._members,):
                if each is value:
                    return self.create_node("get_attr", name, (), {})
            name = f"_tensor_constant{sum(1 for each in vars(self.root) if each.startswith('_tensor_constant'))}"
            setattr(self.root, name, value)
            return self.create_node("get_attr", name, (), {})
        return value

    def trace(self, root, concrete_args=None):
        """The graph of what a module or a function does."""
        is_module = isinstance(root, nn.Module)
        self.root = root if is_module else nn.Module()
        function = type(root).forward if is_module else root
        self.graph = Graph()
        self._members = [*self.root.named_parameters(), *self.root.named_buffers()]
        given = self._inputs(function, root if is_module else None, concrete_args or {})
        with _Noting(self):
            result = function(*given[0], **given[1])
        self.create_node("output", "output", (self.create_arg(result),), {})
        return self.graph

    def _inputs(self, function, root, concrete):
        listed = list(inspect.signature(function).parameters.values())
        args, kwargs = ([root], {}) if root is not None else ([], {})
        for each in listed[1:] if root is not None else listed:
            if each.name in concrete:
                args.append(concrete[each.name])
                continue
            if each.kind in (each.VAR_POSITIONAL, each.VAR_KEYWORD):
                raise NotImplementedError("torch.fx: functions with *args or **kwargs are not built into this torch")
            default = () if each.default is each.empty else (each.default,)
            kind = None if each.annotation is each.empty else each.annotation
            proxy = self.create_proxy("placeholder", each.name, default, {}, type_expr=kind)
            if each.kind is each.KEYWORD_ONLY:
                kwargs[each.name] = proxy
            else:
                args.append(proxy)
        return args, kwargs


class _Noting:
    """While it lasts, calls of modules and of functional functions are noted down, and parameters are proxies."""

    def __init__(self, tracer):
        self.tracer = tracer

    def __enter__(self):
        tracer, module = self.tracer, nn.Module
        self._own_call = vars(module).get("__call__")
        native = module.__call__

        def call(own, *args, **kwargs):
            if not _has_proxy((args, kwargs)):
                return native(own, *args, **kwargs)
            return tracer.call_module(own, own.forward, args, kwargs)

        module.__call__ = call
        self._members = []
        for path, each in tracer.root.named_modules():
            if path and tracer.is_leaf_module(each, path):
                continue
            for held in (each._parameters, each._buffers):
                for name, value in list(held.items()):
                    if value is not None:
                        self._members.append((held, name, value))
                        held[name] = _Parameter(tracer, f"{path}.{name}".lstrip("."))
        self._functions = {}
        for name, value in list(vars(F).items()):
            if callable(value) and not isinstance(value, type) and name[0].islower() and getattr(value, "__name__", "") == name:
                self._functions[name] = value
                setattr(F, name, _noted(value, tracer))
        return self

    def __exit__(self, *error):
        if self._own_call is None:
            del nn.Module.__call__
        else:
            nn.Module.__call__ = self._own_call
        for held, name, value in self._members:
            held[name] = value
        for name, value in self._functions.items():
            setattr(F, name, value)


def _has_proxy(values):
    found = []
    map_aggregate(values, lambda each: found.append(each) if isinstance(each, Proxy) else None)
    return bool(found)


def _noted(function, tracer):
    """A functional function whose calls with proxies are nodes: settings by name, as PyTorch hands them on."""

    own = function.__name__ in (*NATIVE, *AS_CALLED)
    target = getattr(torch, function.__name__) if own and function.__name__ not in NATIVE else function

    def apply(*args, **kwargs):
        if not _has_proxy((args, kwargs)):
            return function(*args, **kwargs)
        if function.__name__ in ("sigmoid", "tanh"):
            return tracer.create_proxy("call_method", function.__name__, args, kwargs)
        if own:
            return tracer.create_proxy("call_function", target, args, kwargs)
        try:
            bound = inspect.signature(function).bind(*args, **kwargs)
        except (TypeError, ValueError):
            return tracer.create_proxy("call_function", function, args, kwargs)
        if any(each.kind in (each.VAR_POSITIONAL, each.VAR_KEYWORD) for each in bound.signature.parameters.values()):
            return tracer.create_proxy("call_function", function, args, kwargs)
        bound.apply_defaults()
        plain, named = [], {}
        for each in bound.signature.parameters.values():
            value = bound.arguments[each.name]
            if value is each.default and isinstance(value, list) and len(value) == 1:
                # Such defaults are lists here only.
                value = value[0]
            if each.default is each.empty and each.kind is not each.KEYWORD_ONLY:
                plain.append(value)
            else:
                named[each.name] = value
        return tracer.create_proxy("call_function", function, plain, named)

    apply.__name__ = function.__name__
    return apply


def symbolic_trace(root, concrete_args=None):
    """The module that does what a module or a function does, by its graph."""
    tracer = Tracer()
    graph = tracer.trace(root, concrete_args)
    name = root.__class__.__name__ if isinstance(root, nn.Module) else root.__name__
    return GraphModule(tracer.root, graph, name)


def wrap(fn_or_name):
    """Notes down the calls of a function of the program's own as nodes."""
    if not callable(fn_or_name):
        raise NotImplementedError("torch.fx.wrap by name is not built into this torch; use it as a decorator")

    def apply(*args, **kwargs):
        if _has_proxy((args, kwargs)):
            return _tracer_of((args, kwargs)).create_proxy("call_function", apply, args, kwargs)
        return fn_or_name(*args, **kwargs)

    apply.__name__, apply.__module__ = fn_or_name.__name__, fn_or_name.__module__
    return apply


class Interpreter:
    """Runs a graph node by node."""

    def __init__(self, module, graph=None):
        self.module, self.graph, self.env = module, module.graph if graph is None else graph, {}

    def run(self, *args, initial_env=None):
        """What the graph gives out for values."""
        self.env, self._given = dict(initial_env or {}), iter(args)
        for node in self.graph.nodes:
            if node in self.env:
                continue
            self.env[node] = self.run_node(node)
            if node.op == "output":
                return self.env[node]
        return None

    def run_node(self, n):
        args, kwargs = self.fetch_args_kwargs_from_env(n)
        return getattr(self, n.op)(n.target, args, kwargs)

    def fetch_args_kwargs_from_env(self, n):
        return tuple(self.map_nodes_to_values(n.args, n)), self.map_nodes_to_values(n.kwargs, n)

    def map_nodes_to_values(self, args, _node):
        return map_arg(args, self.env.__getitem__)

    def placeholder(self, target, args, *_):
        try:
            return next(self._given)
        except StopIteration:
            if args:
                return args[0]
            raise RuntimeError(f"Expected positional argument for parameter {target}, but one was not passed in!") from None

    def get_attr(self, target, *_):
        return self.fetch_attr(target)

    def call_function(self, target, args, kwargs):
        return target(*args, **kwargs)

    def call_method(self, target, args, kwargs):
        return getattr(args[0], target)(*args[1:], **kwargs)

    def call_module(self, target, args, kwargs):
        return self.fetch_attr(target)(*args, **kwargs)

    def output(self, _target, args, *_):
        return args[0]

    def fetch_attr(self, target):
        found = self.module
        for name in target.split("."):
            found = getattr(found, name)
        return found


class Transformer(Interpreter):
    """Makes another graph by running one node by node with proxies."""

    def __init__(self, module):
        super().__init__(module)
        self.new_graph = Graph()
        self.tracer = GraphAppendingTracer(self.new_graph)

    def placeholder(self, target, args, *_):
        return Proxy(self.new_graph.placeholder(target, default_value=args[0] if args else ...), self.tracer)

    def get_attr(self, target, args, kwargs):
        return self.tracer.create_proxy("get_attr", target, args, kwargs)

    def call_module(self, target, args, kwargs):
        return self.tracer.create_proxy("call_module", target, args, kwargs)

    def call_function(self, target, args, kwargs):
        return self.tracer.create_proxy("call_function", target, args, kwargs)

    def call_method(self, target, args, kwargs):
        return self.tracer.create_proxy("call_method", target, args, kwargs)

    def transform(self):
        """The module of the other graph."""
        found = self.run()
        self.new_graph.output(map_aggregate(found, lambda each: each.node if isinstance(each, Proxy) else each))
        return GraphModule(self.module, self.new_graph, self.module._get_name())


Proxy.__module__ = "torch.fx.proxy"
Tracer.__module__ = "torch.fx._symbolic_trace"
Interpreter.__module__ = Transformer.__module__ = "torch.fx.interpreter"
TraceError.__module__ = "torch.fx.proxy"
