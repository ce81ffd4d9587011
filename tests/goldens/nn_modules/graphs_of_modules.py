"""torch.fx: graphs of modules and functions, their code, and changes to them."""

import operator

import torch
import torch.nn as nn
import torch.nn.functional as F
from torch import fx


class Block(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.inner = nn.Sequential(nn.Linear(width, width), nn.Tanh())
        self.scale = nn.Parameter(torch.full((width,), 2.0))

    def forward(self, x, shift: float = 0.5):
        y = F.relu(self.inner(x)) * self.scale + shift
        return {"y": y.sum(dim=1), "size": y.shape[0], "both": torch.cat([y, x], 1)[:, 1:]}


def show(text):
    print(text.strip("\n").rstrip())


torch.manual_seed(0)
traced = fx.symbolic_trace(Block(2))
print(traced.graph)
show(traced.code)
print(repr(traced), type(traced).__name__, isinstance(traced, fx.GraphModule))
print(traced(torch.ones(3, 2)))
print([(node.op, node.name, node.target) for node in traced.graph.nodes if node.op in ("call_module", "get_attr", "call_method")])


def product(x, y):
    return (x @ y.t() - x.relu()).softmax(dim=-1)


made = fx.symbolic_trace(product)
for node in made.graph.nodes:
    if node.target is operator.matmul:
        with made.graph.inserting_after(node):
            other = made.graph.call_function(torch.mul, args=node.args)
            node.replace_all_uses_with(other)
        made.graph.erase_node(node)
made.graph.eliminate_dead_code()
made.graph.lint()
made.recompile()
show(made.code)

graph = fx.Graph()
x = graph.placeholder("x")
graph.output(graph.call_method("relu", (graph.call_function(torch.add, (x, 1)),)))
small = fx.GraphModule(nn.Module(), graph)
print(small(torch.tensor([-3.0, 1])), graph, x.users)


class Told(fx.Interpreter):
    def run_node(self, n):
        found = super().run_node(n)
        print(n.name, found)
        return found


Told(small).run(torch.ones(2))
for refused in (lambda x: x if x > 0 else -x, lambda x: [each for each in x], lambda x: len(x)):
    try:
        fx.symbolic_trace(refused)
    except Exception as error:
        print(type(error).__name__, error)
try:
    torch.where(torch.tensor([True, False]), 1)
except TypeError as error:
    print(error)
