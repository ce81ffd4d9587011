"""Saving and loading tensors and what holds them, in PyTorch's own file format.

A file is a flat list of nodes that name each other by number (`_torch.checkpoint_write` and `checkpoint_read` make
bytes of them): ("none",), ("int", 3), ("list", [numbers]), ("dict", [key, value, key, value]), ("tensor", tensor, is
it a Parameter). Nothing that is loaded can run code. Objects besides weights are `_whole`'s.
"""

from _collections import OrderedDict

import _torch
from torch import _whole
from torch._ordered import OrderedDict as _StateDict


add_safe_globals, get_safe_globals = _whole.add_safe_globals, _whole.get_safe_globals
clear_safe_globals, safe_globals = _whole.clear_safe_globals, _whole.safe_globals


class UnpicklingError(Exception):
    """A file that holds more than weights, or is damaged."""


UnpicklingError.__module__ = "_pickle"


_NO_CUDA = (
    "Attempting to deserialize object on a CUDA device but torch.cuda.is_available() is False. If you are running on a "
    "CPU-only machine, please use torch.load with map_location=torch.device('cpu') to map your storages to the CPU."
)


class _Writer:
    """Numbers the objects below one, each once."""

    def __init__(self):
        self.nodes = []
        self._known = {}

    def add(self, value):
        known = self._known.get(id(value))
        if known is not None:
            return known[0]
        node = self._simple(value)
        if node is None:
            return self._container(value)
        return self._push(node, value)

    def _push(self, node, value):
        number = len(self.nodes)
        self.nodes.append(node)
        # The value is kept, so that its id stays its own.
        self._known[id(value)] = number, value
        return number

    def _simple(self, value):
        kind = type(value)
        if value is None:
            return ("none",)
        if kind is bool:
            return ("bool", value)
        if kind is int:
            if -(2**63) <= value < 2**63:
                return ("int", value)
            return ("bigint", value.to_bytes(value.bit_length() // 8 + 1, "little", signed=True))
        if kind is float:
            return ("float", value)
        if kind is str:
            return ("text", value)
        if kind is bytes:
            return ("bytes", value)
        if isinstance(value, _torch.Tensor):
            return ("tensor", value, isinstance(value, _torch._Parameter))
        if kind is _torch.Size:
            return ("size", list(value))
        if kind is _torch.dtype:
            return ("dtype", value)
        if kind is _torch.device:
            return ("device", str(value))
        return None

    def _container(self, value):
        kind = type(value)
        if kind is tuple:
            # Parts come before the tuple, which cannot be made empty and filled.
            return self._push(("tuple", [self.add(part) for part in value]), value)
        if kind in (list, set):
            numbers = []
            number = self._push(("list" if kind is list else "set", numbers), value)
            numbers.extend(self.add(part) for part in value)
            return number
        if kind in (dict, OrderedDict, _StateDict):
            numbers = []
            ordered = kind is not dict
            number = self._push(("dict", numbers), value)
            for key, item in value.items():
                numbers.extend((self.add(key), self.add(item)))
            if ordered:
                own = {name: item for name, item in value.__dict__.items() if name == "_metadata"}
                self.nodes[number] = ("ordered", numbers, self.add(own) if own else None)
            return number
        parts = _whole.parts_of(value)
        if type(parts) is tuple:
            return self._push(("tuple", [self.add(part) for part in parts]), value)
        numbers = []
        number = self._push(("dict", numbers), value)
        for key, item in parts.items():
            numbers.extend((self.add(key), self.add(item)))
        return number


def _name_of(f):
    """The archive's folder: the file's name without its ending, as PyTorch has it."""
    if hasattr(f, "write"):
        return "archive"
    name = str(f).replace("\\", "/").rsplit("/", 1)[-1]
    return name.rsplit(".", 1)[0] or "archive"


def save(obj, f, pickle_module=None, pickle_protocol=2, _use_new_zipfile_serialization=True):
    """Writes tensors, state dicts, numbers, strings and containers of them to a file that PyTorch loads.

    Whole models and other objects can be written, too: those files only this torch loads.
    """
    if not isinstance(f, str) and not hasattr(f, "__fspath__") and not hasattr(f, "write"):
        raise AttributeError("expected 'f' to be string, path, or a file-like object with a 'write' attribute")
    writer = _Writer()
    root = writer.add(obj)
    data = _torch.checkpoint_write(writer.nodes, root, _name_of(f))
    if hasattr(f, "write"):
        f.write(data)
        return
    folder = str(f).rpartition("/")[0]
    try:
        with open(f, "wb") as file:
            file.write(data)
    except FileNotFoundError:
        raise RuntimeError(f"Parent directory {folder} does not exist.") from None


def load(f, map_location=None, pickle_module=None, *, weights_only=None, mmap=None, **pickle_load_args):
    """Reads what `torch.save` wrote, here or in PyTorch."""
    if hasattr(f, "read"):
        data = f.read()
    else:
        with open(f, "rb") as file:
            data = file.read()
    if not data and weights_only is not False:
        raise EOFError
    nodes, root = _torch.checkpoint_read(data)
    refused = _whole.refusal(nodes) if weights_only is not False else None
    if refused is not None:
        raise UnpicklingError(refused)
    return _rebuild(nodes, map_location)[root]


def _rebuild(nodes, map_location):
    made, objects = [], []
    for node in nodes:
        # A tuple's parts always come before it; other containers are filled when all there is has been made.
        if node[0] == "tuple":
            made.append(_tuple(node, nodes, made))
        elif node[0] == "dict" and _is_object(node, nodes):
            objects.append((len(made), node[1][3]))
            made.append(_whole.empty_object(nodes[node[1][1]][1]))
        else:
            made.append(_make(node, map_location))
    states = {number for number, _ in objects}
    for number, (value, node) in enumerate(zip(made, nodes)):
        if number not in states:
            _fill(value, node, made)
    for value, node in zip(made, nodes):
        if node[0] == "ordered" and node[2] is not None:
            # Their attributes are a dict that comes behind them.
            value.__dict__.update(made[node[2]])
    # The last ones are the innermost.
    for number, state in reversed(objects):
        from torch import _reduced

        _reduced.give_state(made[number], made[state])
    return made


def _tuple(node, nodes, made):
    """A tuple, or what one stands for."""
    parts = tuple(made[part] for part in node[1])
    mark = parts[0] if parts and type(parts[0]) is str else None
    if mark == _whole.NAME:
        return _whole.found(parts[1])
    if mark == _whole.ARRAY:
        return parts[1].numpy()
    if mark == _whole.METHOD:
        return getattr(parts[2], parts[1])
    if mark == _whole.REDUCED:
        from torch import _reduced

        for part in _reduced.within(node[1], nodes):
            _fill(made[part], nodes[part], made)
        return _reduced.made(parts[1:])
    return parts


def _is_object(node, nodes):
    return len(node[1]) == 4 and nodes[node[1][0]] == ("text", _whole.OBJECT)


def _make(node, map_location):
    tag = node[0]
    if tag in ("bool", "int", "float", "text", "bytes", "dtype"):
        return node[1]
    if tag == "bigint":
        return int.from_bytes(node[1], "little", signed=True)
    if tag == "tensor":
        return _tensor(node[1], node[2], map_location)
    if tag == "size":
        return _torch.Size(node[1])
    if tag == "device":
        return _torch.device(node[1])
    empty = {"list": list, "set": set, "dict": dict, "ordered": _StateDict}.get(tag)
    return empty() if empty else None


def _tensor(tensor, is_parameter, map_location):
    if map_location is not None and not callable(map_location):
        target = map_location.get("cpu", "cpu") if isinstance(map_location, dict) else map_location
        if str(target).startswith("cuda"):
            raise RuntimeError(_NO_CUDA)
        if str(target) != "cpu":
            tensor = tensor.to(target)
    if is_parameter:
        from torch.nn.parameter import Parameter

        return Parameter(tensor.detach(), tensor.requires_grad)
    return tensor


def _fill(value, node, made):
    tag = node[0]
    if tag == "list":
        value[:] = [made[part] for part in node[1]]
    elif tag == "set":
        value.update(made[part] for part in node[1])
    elif tag in ("dict", "ordered"):
        numbers = node[1]
        for at in range(0, len(numbers), 2):
            value[made[numbers[at]]] = made[numbers[at + 1]]
