"""Saving and loading tensors and what holds them, in PyTorch's own file format.

A file is a flat list of nodes that name each other by number (`_torch.checkpoint_write` and `checkpoint_read` make
bytes of them): ("none",), ("int", 3), ("list", [numbers]), ("dict", [key, value, key, value]), ("tensor", tensor, is
it a Parameter). Nothing that is loaded can run code.
"""

from _collections import OrderedDict

import _torch
from torch._ordered import OrderedDict as _StateDict


class UnpicklingError(Exception):
    """A file that holds more than weights, or is damaged."""


UnpicklingError.__module__ = "_pickle"


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
        if isinstance(value, dict):
            numbers = []
            ordered = isinstance(value, OrderedDict)
            number = self._push(("dict", numbers), value)
            for key, item in value.items():
                numbers.extend((self.add(key), self.add(item)))
            if ordered:
                own = {name: item for name, item in value.__dict__.items() if name == "_metadata"}
                self.nodes[number] = ("ordered", numbers, self.add(own) if own else None)
            return number
        if isinstance(value, _torch._Module):
            raise NotImplementedError(
                "torch.save of a whole model is not built here: a model's class is not part of such a file, which breaks "
                "when the code changes. Save model.state_dict() instead."
            )
        raise NotImplementedError(
            f"torch.save of {kind.__name__} objects is not built here; tensors, numbers, strings and containers of them are"
        )


def _name_of(f):
    """The archive's folder: the file's name without its ending, as PyTorch has it."""
    if hasattr(f, "write"):
        return "archive"
    name = str(f).replace("\\", "/").rsplit("/", 1)[-1]
    return name.rsplit(".", 1)[0] or "archive"


def save(obj, f, pickle_module=None, pickle_protocol=2, _use_new_zipfile_serialization=True):
    """Writes tensors, state dicts, numbers, strings and containers of them to a file that PyTorch loads."""
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
    # weights_only changes nothing: nothing here ever runs code from a file.
    if hasattr(f, "read"):
        data = f.read()
    else:
        with open(f, "rb") as file:
            data = file.read()
    nodes, root = _torch.checkpoint_read(data)
    return _rebuild(nodes, map_location)[root]


def _rebuild(nodes, map_location):
    made = []
    for node in nodes:
        # A tuple's parts always come before it; other containers are filled when all there is has been made.
        is_tuple = node[0] == "tuple"
        made.append(tuple(made[part] for part in node[1]) if is_tuple else _make(node, map_location))
    for value, node in zip(made, nodes):
        _fill(value, node, made)
    return made


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
        if tag == "ordered" and node[2] is not None:
            value.__dict__.update(made[node[2]])
