"""Modules that hold modules or parameters in order or by name."""

from _torch import _Parameter as Parameter
from torch.nn.modules.module import Module, _indented


class Sequential(Module):
    """Modules one after another: each gets what the one before it returned."""

    def __init__(self, *args):
        super().__init__()
        if len(args) == 1 and isinstance(args[0], dict):
            for name, module in args[0].items():
                self.add_module(name, module)
        else:
            for index, module in enumerate(args):
                self.add_module(str(index), module)

    def forward(self, input):
        for module in self._modules.values():
            input = module(input)
        return input

    def __len__(self):
        return len(self._modules)

    def __iter__(self):
        return iter(self._modules.values())

    def __getitem__(self, index):
        if isinstance(index, slice):
            return type(self)(dict(list(self._modules.items())[index]))
        return list(self._modules.values())[_checked(index, len(self))]

    def __setitem__(self, index, module):
        setattr(self, list(self._modules)[_checked(index, len(self))], module)

    def __delitem__(self, index):
        kept = list(self._modules.values())
        del kept[index]
        self._modules.clear()
        for place, module in enumerate(kept):
            self.add_module(str(place), module)

    def append(self, module):
        """Adds a module at the end."""
        self.add_module(str(len(self)), module)
        return self

    def extend(self, modules):
        for module in modules:
            self.append(module)
        return self

    def insert(self, index, module):
        modules = list(self._modules.values())
        modules.insert(index, module)
        self._modules.clear()
        return self.extend(modules)

    def pop(self, index):
        module = self[index]
        del self[index]
        return module


def _checked(index, count):
    if not -count <= index < count:
        raise IndexError(f"index {index} is out of range")
    return index


class ModuleList(Module):
    """A list of modules, whose parameters count as the owner's."""

    def __init__(self, modules=None):
        super().__init__()
        if modules is not None:
            self.extend(modules)

    __len__ = Sequential.__len__
    __iter__ = Sequential.__iter__
    __setitem__ = Sequential.__setitem__
    __delitem__ = Sequential.__delitem__
    append = Sequential.append
    extend = Sequential.extend
    insert = Sequential.insert
    pop = Sequential.pop

    def __getitem__(self, index):
        modules = list(self._modules.values())
        if isinstance(index, slice):
            return type(self)(modules[index])
        return modules[_checked(index, len(modules))]

    def __iadd__(self, modules):
        return self.extend(modules)

    def __repr__(self):
        """Equal modules in a row are shown once, with their number."""
        runs = []
        for index, module in enumerate(self):
            text = repr(module)
            if runs and runs[-1][2] == text:
                runs[-1][1] = index
            else:
                runs.append([index, index, text])
        if not runs:
            return f"{self._get_name()}()"
        lines = []
        for first, last, text in runs:
            if first == last:
                lines.append(f"({first}): " + _indented(text, 2))
            else:
                lines.append(f"({first}-{last}): {last - first + 1} x " + _indented(text, 2))
        return f"{self._get_name()}(\n  " + "\n  ".join(lines) + "\n)"


class ModuleDict(Module):
    """Modules by name, whose parameters count as the owner's."""

    def __init__(self, modules=None):
        super().__init__()
        if modules is not None:
            self.update(modules)

    def __getitem__(self, key):
        return self._modules[key]

    def __setitem__(self, key, module):
        self.add_module(key, module)

    def __delitem__(self, key):
        del self._modules[key]

    def __len__(self):
        return len(self._modules)

    def __iter__(self):
        return iter(self._modules)

    def __contains__(self, key):
        return key in self._modules

    def keys(self):
        return self._modules.keys()

    def items(self):
        return self._modules.items()

    def values(self):
        return self._modules.values()

    def update(self, modules):
        for name, module in modules.items() if hasattr(modules, "items") else modules:
            self[name] = module

    def pop(self, key):
        return self._modules.pop(key)

    def clear(self):
        self._modules.clear()


def _described(parameter):
    sizes = "x".join(str(size) for size in parameter.shape)
    return f"Parameter containing: [{parameter.dtype} of size {sizes}]"


class ParameterList(Module):
    """A list of parameters that count as the owner's."""

    def __init__(self, values=None):
        super().__init__()
        self._size = 0
        for value in values or ():
            self.append(value)

    def append(self, value):
        """Adds a parameter, or a tensor that becomes one."""
        setattr(self, str(self._size), value if isinstance(value, Parameter) else Parameter(value))
        self._size += 1
        return self

    def extend(self, values):
        for value in values:
            self.append(value)
        return self

    def __len__(self):
        return self._size

    def __iter__(self):
        return iter([self[index] for index in range(self._size)])

    def __getitem__(self, index):
        if isinstance(index, slice):
            return type(self)([self[place] for place in range(*index.indices(self._size))])
        return self._parameters[str(_checked(index, self._size) % self._size)]

    def __setitem__(self, index, value):
        setattr(self, str(_checked(index, self._size) % self._size), value)

    def extra_repr(self):
        return "\n".join(f"  ({index}): {_described(value)}" for index, value in enumerate(self))


class ParameterDict(Module):
    """Parameters by name that count as the owner's."""

    def __init__(self, parameters=None):
        super().__init__()
        for name, value in (parameters or {}).items():
            self[name] = value

    def __getitem__(self, key):
        return self._parameters[key]

    def __setitem__(self, key, value):
        setattr(self, key, value if isinstance(value, Parameter) else Parameter(value))

    def __len__(self):
        return len(self._parameters)

    def __iter__(self):
        return iter(self._parameters)

    def __contains__(self, key):
        return key in self._parameters

    def keys(self):
        return self._parameters.keys()

    def items(self):
        return self._parameters.items()

    def values(self):
        return self._parameters.values()

    def extra_repr(self):
        return "\n".join(f"  ({name}): {_described(value)}" for name, value in self.items())
