"""Graphs: nodes in order, and the code that does what they say.

Not how a graph is found out. Start reading at `Graph.python_code`.
"""

import builtins
import keyword
import operator
import re
from contextlib import contextmanager

from torch.fx._node import Node, map_arg, nested, qualified_name, type_text

# Operators as code writes them.
_BINARY = {
    "add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**", "matmul": "@", "and_": "&",
    "or_": "|", "xor": "^", "lshift": "<<", "rshift": ">>", "eq": "==", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">=",
}  # fmt: skip
_UNARY = {"neg": "-", "pos": "+", "invert": "~"}
_IN_PLACE = {
    "iadd": "+=", "isub": "-=", "imul": "*=", "itruediv": "/=", "ifloordiv": "//=", "imod": "%=", "ipow": "**=", "imatmul": "@=",
    "iand": "&=", "ior": "|=", "ixor": "^=", "ilshift": "<<=", "irshift": ">>=",
}  # fmt: skip
_RESERVED = {"inf", "nan", "NoneType", "torch", "device", "fx_pytree", "pytree"}


class Graph:
    """The steps of a function, each a node that names those it uses."""

    def __init__(self, owning_module=None):
        self._nodes, self._used, self._counts, self.owning_module = [], set(), {}, owning_module
        self._root = Node(self, "", "root", "", (), {})
        self._place = None

    @property
    def nodes(self):
        return _Nodes(self._nodes)

    def _name(self, candidate):
        candidate = re.sub(r"[^0-9a-zA-Z_]+", "_", candidate) or "_unnamed"
        candidate = f"_{candidate}" if candidate[0].isdigit() else candidate
        ended = re.match(r"(.*)_(\d+)$", candidate)
        base, number = (candidate, 0) if ended is None else (ended[1], int(ended[2]))
        number = number or self._counts.get(base, 0)
        while candidate in self._used or keyword.iskeyword(candidate) or candidate in _RESERVED or hasattr(builtins, candidate):
            number += 1
            candidate = f"{base}_{number}"
        self._used.add(candidate)
        self._counts[base] = number
        return candidate

    def create_node(self, op, target, args=None, kwargs=None, name=None, type_expr=None):
        """Adds a node at the place that is chosen, the end by default."""
        if op not in ("call_function", "call_method", "get_attr", "call_module", "placeholder", "output"):
            raise AssertionError(f"invalid op: {op}")
        candidate = name if name is not None else _candidate(op, target)
        node = Node(self, self._name(candidate), op, target, args or (), kwargs or {}, type_expr)
        self._nodes.insert(len(self._nodes) if self._place is None else self._place(), node)
        return node

    def placeholder(self, name, type_expr=None, default_value=...):
        return self.create_node("placeholder", name, () if default_value is ... else (default_value,), type_expr=type_expr)

    def get_attr(self, qualified_name, type_expr=None):
        return self.create_node("get_attr", qualified_name, type_expr=type_expr)

    def call_module(self, module_name, args=None, kwargs=None, type_expr=None):
        return self.create_node("call_module", module_name, args, kwargs, type_expr=type_expr)

    def call_method(self, method_name, args=None, kwargs=None, type_expr=None):
        return self.create_node("call_method", method_name, args, kwargs, type_expr=type_expr)

    def call_function(self, the_function, args=None, kwargs=None, type_expr=None, name=None):
        return self.create_node("call_function", the_function, args, kwargs, name, type_expr)

    def output(self, result, type_expr=None):
        return self.create_node("output", "output", (result,), type_expr=type_expr)

    def node_copy(self, node, arg_transform=lambda node: node):
        """A node of another graph, whose arguments are made those of this one."""
        args, kwargs = map_arg(node.args, arg_transform), map_arg(node.kwargs, arg_transform)
        made = self.create_node(node.op, node.target, args, kwargs, node.name, node.type)
        made.meta = dict(node.meta)
        return made

    def graph_copy(self, g, val_map, return_output_node=False):
        """The nodes of another graph; what that gives out, in this one."""
        for node in g.nodes:
            if node in val_map:
                continue
            if node.op == "output":
                result = map_arg(node.args[0], val_map.__getitem__)
                return (result, node) if return_output_node else result
            val_map[node] = self.node_copy(node, val_map.__getitem__)
        return None

    def erase_node(self, to_erase):
        """Takes out a node that none uses."""
        if to_erase.users:
            raise RuntimeError(
                f"Tried to erase Node {to_erase} but it still had {len(to_erase.users)} users in the graph: {to_erase.users}!"
            )
        to_erase._set((), {})
        to_erase._erased = True
        self._nodes.remove(to_erase)

    @contextmanager
    def inserting_before(self, n=None):
        """Within it nodes are added before one, or at the front."""
        before, self._place = self._place, (lambda: 0) if n is None else (lambda: self._nodes.index(n))
        try:
            yield
        finally:
            self._place = before

    @contextmanager
    def inserting_after(self, n=None):
        """Within it nodes are added behind one, one after the other, or at the end."""
        before, behind = self._place, [n]

        def place():
            at = len(self._nodes) if n is None else self._nodes.index(behind[0]) + 1
            return at

        self._place = place
        try:
            yield
        finally:
            self._place = before

    def eliminate_dead_code(self, is_impure_node=None):
        """Takes out what none uses; whether there was any."""
        dead = []
        for node in reversed(list(self._nodes)):
            is_needed = node.is_impure() if is_impure_node is None else is_impure_node(node)
            if not node.users and not is_needed and node.op not in ("placeholder", "output"):
                self.erase_node(node)
                dead.append(node)
        return bool(dead)

    def find_nodes(self, *, op, target=None):
        return [node for node in self._nodes if node.op == op and (target is None or node.target == target)]

    def lint(self):
        """Refuses a graph that uses what comes later, or names that stand twice."""
        seen, names = set(), set()
        for node in self._nodes:
            for each in node.all_input_nodes:
                if each.graph is not self:
                    raise RuntimeError(f"Argument '{each}' of Node '{node}' does not belong to this Graph, but was used as an argument! If you are copying nodes from another graph, make sure to use ``arg_transform`` on node_copy() to remap values\n{self}")
                if each not in seen:
                    raise RuntimeError(f"Argument '{each}' of Node '{node}' was used before it has been defined! Please check that Nodes in the graph are topologically ordered\n{self}")
            if node.name in names:
                raise RuntimeError(f"Node redefined name {node.name}!")
            seen.add(node)
            names.add(node.name)

    def print_tabular(self):
        """The nodes as a table, by the package `tabulate`."""
        try:
            from tabulate import tabulate
        except ImportError:
            print(
                "`print_tabular` relies on the library `tabulate`, which could not be found on this machine. Run `pip install "
                "tabulate` to install the library."
            )
            raise
        rows = [[node.op, node.name, node.target, node.args, node.kwargs] for node in self._nodes]
        print(tabulate(rows, headers=["opcode", "name", "target", "args", "kwargs"]))

    # Code

    def python_code(self, root_module="self"):
        """The text of a function that does what the nodes say, and the names that it needs."""
        last, names = {}, {}
        for node in reversed(self._nodes):
            for each in _in_order(node):
                last.setdefault(each, node)
        ends = {}
        for node, user in last.items():
            ends.setdefault(user, []).append(node)
        parameters, body = [], []
        for node in self._nodes:
            line = self._line(node, root_module, names, parameters)
            if line is not None:
                gone = ends.get(node, []) if node.op not in ("placeholder", "output") else []
                gone = gone + [node] if not node.users and node.op not in ("placeholder", "output") else gone
                body.append(line + (f";  {' = '.join([each.name for each in gone] + ['None'])}" if gone else ""))
        if not any(node.op == "output" for node in self._nodes):
            body.append("return None")
        lines = "".join(f"    {line}\n" for line in body or ["pass"])
        listed = ", ".join(["self", *parameters])
        return f"\n\n\ndef forward({listed}):\n{lines}    ", names

    def _line(self, node, root, names, parameters):
        if node.op == "placeholder":
            word = node.target.lstrip("*")
            kind = f" : {_kind(node.type, names)}" if node.type is not None else ""
            default = f" = {_value(node.args[0], names)}" if node.args else ""
            parameters.append(f"{node.target}{kind}{default}")
            return f"{node.name} = {word}" if word != node.name else None
        if node.op == "output":
            return f"return {_value(node.args[0], names)}"
        if node.op == "get_attr":
            return f"{node.name} = {_path(root, node.target)}"
        args = [_value(each, names) for each in node.args]
        listed = ", ".join(args + [f"{name} = {_value(each, names)}" for name, each in node.kwargs.items()])
        if node.op == "call_module":
            return f"{node.name} = {_path(root, node.target)}({listed})"
        if node.op == "call_method":
            return f"{node.name} = {_path(args[0], node.target)}({_rest(node, names)})"
        return self._function(node, args, listed, names)

    def _function(self, node, args, listed, names):
        function = node.target
        name = getattr(function, "__name__", "")
        if getattr(operator, name, None) is function and len(args) in (1, 2):
            if name in _BINARY and len(args) == 2:
                return f"{node.name} = {args[0]} {_BINARY[name]} {args[1]}"
            if name in _UNARY:
                return f"{node.name} = {_UNARY[name]}{args[0]}"
            if name == "getitem":
                return f"{node.name} = {args[0]}[{_value(node.args[1], names)}]"
            if name in _IN_PLACE:
                return f"{args[0]} {_IN_PLACE[name]} {args[1]};  {node.name} = {args[0]}"
        if function is getattr and len(args) == 2 and isinstance(node.args[1], str) and node.args[1].isidentifier():
            return f"{node.name} = {args[0]}.{node.args[1]}"
        return f"{node.name} = {_global(function, names)}({listed})"

    def __str__(self):
        lines = [node.format_node() for node in self._nodes]
        return "graph():" + "".join(f"\n    {line}" for line in lines)


Graph.__module__ = "torch.fx.graph"


class _Nodes:
    """The nodes, in order, while some are added or taken out."""

    def __init__(self, nodes):
        self._listed = nodes

    def __iter__(self):
        return iter(list(self._listed))

    def __reversed__(self):
        return iter(list(reversed(self._listed)))

    def __len__(self):
        return len(self._listed)


def _in_order(node):
    found = []
    map_arg((node.args, node.kwargs), found.append)
    return found


def _candidate(op, target):
    if op == "call_function":
        name = getattr(target, "__name__", "function").strip("_")
        return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
    return target.replace(".", "_")


def _path(base, target):
    for part in target.split("."):
        base = f"{base}.{part}" if part.isidentifier() else f'getattr({base}, "{part}")'
    return base


def _global(function, names):
    path = qualified_name(function)
    if "." not in path:
        return path
    if path.startswith(("torch.", "operator.")) and "<" not in path:
        # What stands in `torch` or `operator` is found there; `torch._C._nn` is only what it is called by.
        return path if not path.startswith("torch._C.") else _named(path, function, names)
    return _named(path.replace(".", "_").replace("<", "").replace(">", ""), function, names)


def _named(word, function, names):
    names[word] = function
    return word


def _kind(kind, names):
    text = type_text(kind)
    if not text.startswith("torch.") and isinstance(kind, type) and kind.__module__ != "builtins":
        names[text.replace(".", "_")] = kind
        return text.replace(".", "_")
    return text


def _rest(node, names):
    args = [_value(each, names) for each in node.args[1:]]
    return ", ".join(args + [f"{name} = {_value(each, names)}" for name, each in node.kwargs.items()])


def _value(a, names):
    def text(each):
        if isinstance(each, Node):
            return each.name
        return _global(each, names) if callable(each) and hasattr(each, "__name__") else repr(each)

    return nested(a, text, repr)
