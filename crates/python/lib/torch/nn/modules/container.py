"""Modules that hold others: `Sequential`, `ModuleList`, `ModuleDict`, `ParameterList`, `ParameterDict`."""

from _operator import index

from torch.nn.modules.module import Module, indented
from torch.nn.parameter import Parameter

_NO_DEFAULT = object()


class _Numbered(Module):
    """A list of modules under the names '0', '1', ..."""

    def _name_at(self, at):
        at, size = index(at), len(self)
        if not -size <= at < size:
            raise IndexError(f"index {at} is out of range")
        return str(at % size)

    def _refill(self, modules):
        modules = list(modules)
        # What is no module is refused before anything changes.
        Sequential(*modules)
        self._modules.clear()
        for name, module in enumerate(modules):
            self.add_module(str(name), module)

    def __len__(self):
        return len(self._modules)

    def __iter__(self):
        return iter(list(self._modules.values()))

    def __getitem__(self, at):
        if isinstance(at, slice):
            return self._sliced(list(self)[at])
        return self._modules[self._name_at(at)]

    def __setitem__(self, at, module):
        setattr(self, self._name_at(at), module)

    def __delitem__(self, at):
        modules = list(self)
        if not isinstance(at, slice):
            self._name_at(at)
        del modules[at]
        self._refill(modules)

    def append(self, module):
        """Adds a module at the end."""
        self.add_module(str(len(self)), module)
        return self

    def extend(self, modules):
        """Adds several modules at the end."""
        if not hasattr(modules, "__iter__"):
            raise TypeError(f"ModuleList.extend should be called with an iterable, but got {type(modules).__name__}")
        for module in modules:
            self.append(module)
        return self

    def insert(self, index, module):
        """Puts a module before the one at an index."""
        modules = list(self)
        modules.insert(index, module)
        self._refill(modules)
        return self

    def pop(self, key):
        """Takes a module out and returns it."""
        module = self[key]
        del self[key]
        return module


class Sequential(_Numbered):
    """Modules one after another: the output of each is the input of the next."""

    def __init__(self, *args):
        super().__init__()
        named = args[0].items() if len(args) == 1 and isinstance(args[0], dict) else enumerate(args)
        for name, module in named:
            self.add_module(str(name), module)

    def _name_at(self, at):
        return list(self._modules)[int(super()._name_at(at))]

    def _sliced(self, modules):
        names = {id(module): name for name, module in self._modules.items()}
        return type(self)({names[id(module)]: module for module in modules})

    def insert(self, index, module):
        """Puts a module before the one at an index."""
        if not isinstance(module, Module):
            raise AssertionError(f"module should be of type: {Module}")
        if not -len(self) <= index <= len(self):
            raise IndexError(f"Index out of range: {index}")
        return super().insert(index, module)

    def __add__(self, other):
        if not isinstance(other, Sequential):
            raise ValueError(f"add operator supports only objects of Sequential class, but {type(other)} is given.")
        return Sequential(*self, *other)

    def __iadd__(self, other):
        if not isinstance(other, Sequential):
            raise ValueError(f"add operator supports only objects of Sequential class, but {type(other)} is given.")
        return self.extend(list(other))

    def __mul__(self, times):
        return Sequential(*list(self) * self._positive(times))

    __rmul__ = __mul__

    def __imul__(self, times):
        return self.extend(list(self) * (self._positive(times) - 1))

    def _positive(self, times):
        if not isinstance(times, int):
            raise TypeError(f"unsupported operand type(s) for *: {type(self)} and {type(times)}")
        if times <= 0:
            raise ValueError(f"Non-positive multiplication factor {times} for {type(self)}")
        return times

    def forward(self, input):
        for module in self._modules.values():
            input = module(input)
        return input


class ModuleList(_Numbered):
    """A list whose modules belong to the module that holds it."""

    def __init__(self, modules=None):
        super().__init__()
        self.extend(modules or ())

    def _sliced(self, modules):
        return type(self)(modules)

    def __add__(self, other):
        return ModuleList([*self, *other])

    def __iadd__(self, modules):
        return self.extend(modules)

    def _child_lines(self):
        """Modules that print the same follow each other as one line: `(0-1): 2 x ...`."""
        runs = []
        for at, module in enumerate(self):
            text = repr(module)
            if runs and runs[-1][2] == text:
                runs[-1][1] = at
            else:
                runs.append([at, at, text])
        lines = []
        for first, last, text in runs:
            label = f"({first}): " if first == last else f"({first}-{last}): {last - first + 1} x "
            lines.append(label + indented(text))
        return lines


class _Named:
    """A dict's ways for members by name; `_members` is the dict."""

    def __getitem__(self, key):
        return self._members[key]

    def __setitem__(self, key, value):
        self._add(key, value)

    def __delitem__(self, key):
        del self._members[key]

    def __len__(self):
        return len(self._members)

    def __iter__(self):
        return iter(self._members)

    def __contains__(self, key):
        return key in self._members

    def keys(self):
        return self._members.keys()

    def values(self):
        return self._members.values()

    def items(self):
        return self._members.items()

    def clear(self):
        self._members.clear()

    def pop(self, key, default=_NO_DEFAULT):
        return self._members.pop(key) if default is _NO_DEFAULT else self._members.pop(key, default)

    def get(self, key, default=None):
        return self._members.get(key, default)

    def update(self, members):
        """Adds members from a dict or from pairs."""
        if not hasattr(members, "__iter__"):
            raise TypeError(
                f"{type(self).__name__}.update should be called with an iterable of key/value pairs, but got "
                f"{type(members).__name__}"
            )
        for key, value in members.items() if hasattr(members, "items") else members:
            self[key] = value


class ModuleDict(_Named, Module):
    """A dict whose modules belong to the module that holds it."""

    def __init__(self, modules=None):
        super().__init__()
        self.update(modules or {})

    @property
    def _members(self):
        return self._modules

    def _add(self, key, module):
        self.add_module(key, module)


def _parameter_lines(members, kind):
    lines = []
    for name, value in members:
        shape = "x".join(str(size) for size in value.shape)
        lines.append(f"  ({name}): Parameter containing: [{kind(value)} of size {shape}]")
    return "\n".join(lines)


class ParameterList(Module):
    """A list whose parameters belong to the module that holds it."""

    def __init__(self, values=None):
        super().__init__()
        self.extend(values or ())

    def append(self, value):
        """Adds a parameter (or a tensor, made one) at the end."""
        value = value if isinstance(value, Parameter) else Parameter(value)
        self.register_parameter(str(len(self)), value)
        return self

    def extend(self, values):
        for value in values:
            self.append(value)
        return self

    def __iadd__(self, values):
        return self.extend(values)

    def __len__(self):
        return len(self._parameters)

    def __iter__(self):
        return iter(list(self._parameters.values()))

    def __getitem__(self, at):
        found = list(self)[at] if isinstance(at, slice) or -len(self) <= at < len(self) else None
        if found is None:
            raise IndexError(f"index {at} is out of range")
        return ParameterList(found) if isinstance(at, slice) else found

    def __setitem__(self, at, value):
        size = len(self)
        if not -size <= at < size:
            raise IndexError(f"index {at} is out of range")
        setattr(self, str(at % size), value if isinstance(value, Parameter) else Parameter(value))

    def extra_repr(self):
        return _parameter_lines(self._parameters.items(), lambda value: value.dtype)


class ParameterDict(_Named, Module):
    """A dict whose parameters belong to the module that holds it."""

    def __init__(self, parameters=None):
        super().__init__()
        self.update(parameters or {})

    @property
    def _members(self):
        return self._parameters

    def _add(self, key, value):
        self.register_parameter(key, value if isinstance(value, Parameter) else Parameter(value))

    def extra_repr(self):
        return _parameter_lines(self._parameters.items(), lambda value: value.data.type())
