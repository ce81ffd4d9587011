"""`GraphModule`: a module whose forward is the code of a graph.

Not the graph. Start reading at `GraphModule.recompile`.
"""

from math import inf, nan

import torch
from torch.fx._graph import Graph
from torch.nn import Module


class PythonCode:
    """The text of a function, and the names that it needs."""

    def __init__(self, src, names):
        self.src, self.globals = src, names

    def __repr__(self):
        return f"PythonCode(src={self.src!r}, globals={self.globals!r})"


class GraphModule(Module):
    """The modules and parameters that a graph uses, and the graph."""

    def __new__(cls, *_args, **_kwargs):
        # Each has a class of its own, whose forward is its own code.
        own = type(cls.__name__, (cls,), {"__module__": "torch.fx.graph_module"})
        return Module.__new__(own)

    def __init__(self, root, graph, class_name="GraphModule"):
        super().__init__()
        type(self).__name__ = type(self).__qualname__ = class_name
        if hasattr(root, "training"):
            self.training = root.training
        for node in graph.nodes:
            if node.op in ("get_attr", "call_module"):
                _copied(root, self, node.target)
        self._held = [graph]
        graph.owning_module = self
        self.recompile()

    @property
    def graph(self):
        return self._held[0]

    @graph.setter
    def graph(self, value):
        if not isinstance(value, Graph):
            raise AssertionError(f"Expected a Graph instance, but got {type(value)}")
        self._held[0] = value
        value.owning_module = self
        self.recompile()

    def recompile(self):
        """Makes the code anew, after the graph was changed."""
        source, names = self.graph.python_code("self")
        names = {"inf": inf, "nan": nan, "NoneType": type(None), "torch": torch, "device": torch.device, **names}
        # Names with points are none of Python's: a shorter one stands for them where the code runs.
        run, known = source, dict(names)
        for at, (name, value) in enumerate(names.items()):
            if "." in name:
                run = run.replace(f"{name}(", f"_function_{at}(")
                known[f"_function_{at}"] = value
        import operator

        known.setdefault("operator", operator)
        exec(compile(run, "<eval_with_key>", "exec"), known)
        self._held[1:] = [source]
        type(self).forward = known["forward"]
        return PythonCode(source, names)

    @property
    def code(self):
        return self._held[1]

    def print_readable(self, print_output=True):
        """The code as a class's."""
        lines = self.code.strip("\n").rstrip().split("\n")
        text = f"class {self._get_name()}(torch.nn.Module):\n" + "\n".join(f"    {line}" if line else "" for line in lines) + "\n        "
        if print_output:
            print(text)
        return text

    def add_submodule(self, target, m):
        *path, last = target.split(".")
        place = self
        for name in path:
            if not hasattr(place, name):
                place.add_module(name, Module())
            place = getattr(place, name)
        place.add_module(last, m)
        return True

    def delete_submodule(self, target):
        *path, last = target.split(".")
        place = self
        for name in path:
            place = getattr(place, name)
        delattr(place, last)
        return True

    def delete_all_unused_submodules(self):
        """Without the modules that no node calls."""
        used = {node.target for node in self.graph.nodes if node.op in ("call_module", "get_attr")}
        for name, _ in list(self.named_modules()):
            if name and not any(each == name or each.startswith(name + ".") or name.startswith(each + ".") for each in used):
                self.delete_submodule(name)

    def __str__(self):
        return "\n".join(
            [repr(self), self.code, "# To see more debug info, please use `graph_module.print_readable()`"]
        )


GraphModule.__module__ = "torch.fx.graph_module"


def _copied(root, target_module, path):
    """The member of a path, in the new module under the same path."""
    *prefix, last = path.split(".")
    source, place = root, target_module
    for name in prefix:
        if isinstance(root, dict):
            break
        source = getattr(source, name)
        if name not in place._modules:
            place.add_module(name, Module())
        place = place._modules[name]
    value = root[path] if isinstance(root, dict) else getattr(source, last)
    if isinstance(value, torch.Tensor) and not isinstance(value, torch.nn.Parameter):
        if last not in place._buffers:
            place.register_buffer(last, value)
    elif last not in place._modules and last not in place._parameters:
        setattr(place, last, value)
