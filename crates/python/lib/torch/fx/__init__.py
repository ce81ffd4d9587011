"""`torch.fx`: modules and functions as graphs of the calls that they make, and as code made of those.

What it is not: graphs of programs that branch by values, nor passes over graphs. Start reading at `Tracer.trace` in `_tracing`.
"""

from torch.fx._graph import Graph
from torch.fx._module import GraphModule, PythonCode
from torch.fx._node import Node, map_arg
from torch.fx._tracing import Interpreter, Proxy, TraceError, Tracer, Transformer, symbolic_trace, wrap

__all__ = [
    "Graph", "GraphModule", "Interpreter", "Node", "Proxy", "PythonCode", "TraceError", "Tracer", "Transformer", "map_arg",
    "symbolic_trace", "wrap",
]  # fmt: skip


def __getattr__(name):
    if name in ("graph", "graph_module", "node", "proxy", "interpreter"):
        return __import__(f"torch.fx.{name}", fromlist=(name,))
    raise AttributeError(f"module 'torch.fx' has no attribute '{name}'")
