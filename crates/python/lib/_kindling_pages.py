"""The public name of what a library gives, as `torch.nn.Linear`, and the address of that name's page in its documentation.

What it is not: a table of pages; an address follows from the name. Start reading at `public_name` and `address`.
"""

import sys
import types

import _kindling_looking as looking

_SITES = {
    "torch": "https://docs.pytorch.org/docs/stable/",
    "numpy": "https://numpy.org/doc/stable/reference/",
    "matplotlib": "https://matplotlib.org/stable/api/",
}

# Where the libraries show their names, the likelier first: some names are found in several.
_SHOWN_IN = {
    "torch": """torch.nn torch.nn.functional torch torch.optim torch.optim.lr_scheduler torch.utils.data.distributed
        torch.utils.data torch.nn.init torch.nn.utils torch.nn.utils.rnn torch.linalg torch.fft torch.special torch.autograd
        torch.cuda torch.distributions torch.Tensor""".split(),
    "numpy": "numpy numpy.random numpy.linalg numpy.fft numpy.ndarray numpy.random.Generator".split(),
    "matplotlib": """matplotlib.pyplot matplotlib.axes matplotlib.figure matplotlib.lines matplotlib.patches matplotlib.text
        matplotlib.collections matplotlib.image matplotlib.legend matplotlib.colors matplotlib.ticker matplotlib.animation
        matplotlib matplotlib.axes.Axes""".split(),
}
# The pages of modules, by name where no rule has them.
_MODULES = {
    "torch.utils.data": "data", "torch.utils.data.distributed": "data", "torch.optim.lr_scheduler": "optim",
    "torch.nn.utils": "nn", "torch.nn.utils.rnn": "nn", "numpy": "index", "numpy.random": "random/index",
    "matplotlib": "matplotlib_configuration_api", "matplotlib.pyplot": "pyplot_summary",
}
_BY_MODULE = {"torch": "{}", "numpy": "routines.{}", "matplotlib": "{}_api"}
# Names of PyTorch that stand on a page together with others, by how they begin.
_TOGETHER = {
    "torch.utils.data.": "data", "torch.nn.init.": "nn.init", "torch.distributions.": "distributions",
    "torch.optim.Optimizer": "optim", "torch.autograd.Function": "autograd", "torch.autograd.Variable": "autograd",
    "torch.device": "tensor_attributes",
    "torch.dtype": "tensor_attributes", "torch.layout": "tensor_attributes", "torch.finfo": "type_info",
    "torch.iinfo": "type_info", "torch.Size": "size", "torch.Tensor": "tensors",
}
# Names without a page of their own, and whose page tells of them.
_TOLD_AT = {
    "numpy.abs": "numpy.absolute", "torch.Tensor.log_softmax": "torch.nn.functional.log_softmax",
    "torch.Tensor.relu": "torch.nn.functional.relu", "torch.Tensor.relu_": "torch.nn.functional.relu_",
}
# What `torch` has a page for besides that of `torch.nn.functional`.
_IN_BOTH = ("sigmoid", "softmax", "tanh")
# Classes each of whose methods has a page of its own.
_BY_METHOD = ("torch.Tensor", "torch.optim.Optimizer", "numpy.ndarray", "numpy.random.Generator", "matplotlib.axes.Axes",
              "matplotlib.figure.Figure")
_FUNCTIONS = (types.FunctionType, types.BuiltinFunctionType, types.MethodDescriptorType, types.WrapperDescriptorType)


def public_name(value, asked=""):
    """By which name its library shows a module, a class, a function or a method; of another value, its class's name.

    None of what belongs to no library. Of several names that one counts which was asked for.
    """
    kind = value if isinstance(value, type) else type(value)
    # A class may name a module that nobody has imported yet.
    if not looking.is_ours(kind) and not _library(looking.full_name(kind)):
        return None
    if isinstance(value, types.ModuleType):
        shown = _SHOWN_IN.get(_library(value.__name__), ())
        return value.__name__ if looking.is_ours_module(value) and value.__name__ in shown else None
    if isinstance(value, type):
        return _shown_name(value, asked)
    if isinstance(value, (*_FUNCTIONS, types.MethodType)):
        return _shown_name(value, asked) or _name_of_method(value, asked)
    return _shown_name(value, asked) or _shown_name(type(value), "")


def _library(module):
    """The library that a module's name belongs to."""
    first = module.partition(".")[0].removeprefix("_")
    return first if first in _SHOWN_IN else None


def _shown_name(value, asked):
    """The name of the module (or class) that shows it, and its own there."""
    own, home = _text(value, "__name__"), _text(value, "__module__") or ""
    # Native functions of tensors know no module.
    library = _library(home or "torch")
    if own is None or library is None:
        return None
    if isinstance(value, type) and home in _SHOWN_IN[library]:
        return f"{home}.{own}"
    before, _, last = asked.rpartition(".")
    listed = sorted(_SHOWN_IN[library], key=lambda name: (name != before, not f"{home}.".startswith(f"{name}.")))
    places = [(name, place) for name in listed for place in [_place(name)] if place is not None]
    for name in (last, own):
        for shown, place in places:
            if name and _is_same(_held(place, name), value, name):
                return f"{shown}.{name}"
    found = [f"{shown}.{name}" for shown, place in places for name, held in vars(place).items() if held is value]
    return next((name for name in found if not name.rpartition(".")[2].startswith("_")), None)


def _held(place, name):
    """What lies there, also what comes only when it is asked for."""
    try:
        return getattr(place, name)
    except Exception:
        return None


def _is_same(found, value, name):
    """Whether both are one thing; methods, and functions that come on demand, are made anew at each look."""
    if isinstance(value, types.MethodType) and isinstance(found, types.MethodType):
        return found.__func__ is value.__func__ and found.__self__ is value.__self__
    if isinstance(value, types.FunctionType) and value.__name__ in (name, "<lambda>"):
        return isinstance(found, types.FunctionType) and found.__code__ is value.__code__
    return found is value


def _place(name):
    """The module or class of that name, if it is imported already."""
    if name in sys.modules:
        return sys.modules[name]
    module, _, last = name.rpartition(".")
    return _held(sys.modules[module], last) if module in sys.modules else None


def _text(value, name):
    found = getattr(value, name, None)
    return found if isinstance(found, str) else None


def _name_of_method(value, asked):
    """That of a method: the class that has it, and its name."""
    names = [asked.rpartition(".")[2], _text(value, "__name__")]
    owner = getattr(value, "__self__", None)
    if owner is None or isinstance(owner, types.ModuleType):
        kinds = [kind for kind in (getattr(value, "__objclass__", None), _class_written(value)) if kind]
    else:
        kinds = owner.__mro__ if isinstance(owner, type) else type(owner).__mro__
    held = next(((kind, name) for name in names for kind in kinds if name in kind.__dict__), None)
    if held is None:
        return None
    # What a class of numpy's or matplotlib's is put together from has no page; natively that is in `_torch`.
    is_part = _text(held[0], "__module__").startswith(("numpy", "matplotlib", "_torch"))
    shown = _shown_name(type(owner) if is_part and owner is not None else held[0], "")
    return None if shown is None else f"{shown}.{held[1]}"


def _class_written(value):
    """The class that a function was written in, by its `__qualname__`."""
    parts = (_text(value, "__qualname__") or "").split(".")
    module = sys.modules.get(_text(value, "__module__") or "")
    found = vars(module).get(parts[0]) if module is not None and len(parts) == 2 else None
    return found if isinstance(found, type) else None


def address(name):
    """The page of that public name."""
    library, name = _library(name), _TOLD_AT.get(name, name)
    if isinstance(sys.modules.get(name), types.ModuleType):
        page = _MODULES.get(name) or _BY_MODULE[library].format(name.partition(".")[2] or name)
        return f"{_SITES[library]}{page}.html"
    pages = {"torch": _page_of_torch, "numpy": _page_of_numpy, "matplotlib": _page_of_matplotlib}
    return _SITES[library] + pages[library](name)


def _page_of_torch(name):
    kind, method = _parts(name)
    if not method or kind not in _BY_METHOD:
        together = next((page for start, page in _TOGETHER.items() if name.startswith(start)), None)
        if together is None and not method and name.endswith("Tensor"):
            together = "tensors"
        if together is not None:
            return f"{together}.html#{name}"
    start, _, last = name.rpartition(".")
    if start == "torch" and last not in _IN_BOTH and last in dir(sys.modules.get("torch.nn.functional")):
        return f"generated/torch.nn.functional.{last}.html"
    if kind.startswith("torch.nn.") and kind.endswith("Parameter"):
        name, kind = name.replace("torch.nn.", "torch.nn.parameter."), kind.replace("torch.nn.", "torch.nn.parameter.")
    return "generated/" + _own_page(name, kind, method)


def _page_of_numpy(name):
    numpy = sys.modules["numpy"]
    found = vars(numpy).get(name.removeprefix("numpy."))
    if isinstance(found, type) and issubclass(found, numpy.generic):
        return f"arrays.scalars.html#{name}"
    folder = "random/generated/" if name.startswith("numpy.random.") else "generated/"
    return folder + _own_page(name, *_parts(name))


def _page_of_matplotlib(name):
    return "_as_gen/" + _own_page(name, *_parts(name))


def _parts(name):
    """A class's name and that of a method of it, which is "" where the name is no method's."""
    kind, _, method = name.rpartition(".")
    last = kind.rpartition(".")[2]
    return (kind, method) if last[:1].isupper() or last == "ndarray" else (name, "")


def _own_page(name, kind, method):
    return f"{kind}.html#{name}" if method and kind not in _BY_METHOD else f"{name}.html"
