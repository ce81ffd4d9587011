"""`summary`: runs a model once, and takes down what each layer does.

What it is not: training; gradients are off, and the model's mode comes back. Start reading at `summary`.
"""

import sys

import torch
from torchinfo._columns import ColumnSettings, Mode, RowSettings, Verbosity
from torchinfo._layers import LayerInfo, link
from torchinfo._statistics import ModelStatistics

# What an object that holds numbers weighs besides them.
_OBJECT_BYTES = 64


def summary(
    model,
    input_size=None,
    input_data=None,
    batch_dim=None,
    cache_forward_pass=None,
    col_names=None,
    col_width=25,
    depth=3,
    device=None,
    dtypes=None,
    mode=None,
    row_settings=None,
    verbose=None,
    **kwargs,
):
    """The layers of a model as a table: run with an input, of that size or as given, or without one only listed."""
    if cache_forward_pass:
        raise NotImplementedError("summary: cache_forward_pass=True is not built into this torchinfo")
    has_input = input_size is not None or input_data is not None
    columns = ColumnSettings.checked(col_names or (("output_size", "num_params") if has_input else ("num_params",)))
    rows = RowSettings.checked(("depth",) if row_settings is None else row_settings)
    mode = Mode.checked((mode or "eval",))[0]
    verbose = _verbosity(verbose)
    _check(has_input, input_size, input_data, columns)
    arguments, sizes, weight = _inputs(model, input_size, input_data, batch_dim, device, dtypes)
    if arguments is None and kwargs:
        arguments = ()
    layers = _listed(model, arguments, kwargs, device, mode)
    table = {"columns": columns, "col_width": col_width, "rows": rows, "depth": depth, "verbose": verbose}
    found = ModelStatistics(layers, sizes, weight, table)
    if verbose > Verbosity.QUIET:
        print(found)
    return found


def _verbosity(verbose):
    # Where values of cells are shown, the table is one, and need not be printed besides; a program shows none.
    if verbose is None:
        return Verbosity.DEFAULT if sys.argv[0].endswith(".py") else Verbosity.QUIET
    if verbose not in (0, 1, 2):
        raise ValueError("Verbose must be either 0 (quiet), 1 (default), or 2 (verbose).")
    return verbose


def _check(has_input, input_size, input_data, columns):
    if input_size is not None and input_data is not None:
        raise RuntimeError("Only one of (input_data, input_size) should be specified.")
    needing = {"input_size", "output_size", "mult_adds"}.intersection(columns)
    if needing and not has_input:
        told = ", ".join(f"<ColumnSettings.{name.upper()}: {name!r}>" for name in needing)
        raise ValueError(f"You must pass input_data or input_size in order to use columns: {{{told}}}")


def _inputs(model, input_size, input_data, batch_dim, device, dtypes):
    """What the model is called with, the sizes that were told, and what the tensors weigh."""
    if input_data is not None:
        arguments = input_data if isinstance(input_data, (list, tuple, dict)) else [input_data]
        tensors = [each for each in _values(arguments) if isinstance(each, torch.Tensor)]
        size = input_data.shape if isinstance(input_data, torch.Tensor) else [each.shape for each in tensors]
        return _moved(arguments, device), size, _weight(tensors)
    if input_size is None:
        return None, [], 0
    sizes = _checked_sizes(input_size)
    kinds = dtypes or [torch.float32] * len(sizes)
    tensors = []
    for size, kind in zip(sizes, kinds):
        shape = list(size)
        if batch_dim is not None:
            shape.insert(batch_dim, 1)
        tensors.append(torch.rand(*shape).to(device or _device_of(model)).to(kind))
    return tensors, sizes, _weight(tensors)


def _values(arguments):
    return list(arguments.values()) if isinstance(arguments, dict) else list(arguments)


def _moved(arguments, device):
    if device is None:
        return arguments
    move = lambda each: each.to(device) if isinstance(each, torch.Tensor) else each  # noqa: E731
    if isinstance(arguments, dict):
        return {name: move(each) for name, each in arguments.items()}
    return [move(each) for each in arguments]


def _weight(tensors):
    return sum(each.numel() * each.element_size() + _OBJECT_BYTES for each in tensors)


def _device_of(model):
    first = next(iter(model.parameters()), None)
    return "cpu" if first is None else first.device


def _checked_sizes(input_size):
    """A list of sizes, one an input.

    Raises:
        TypeError: for what is no size.
    """
    if isinstance(input_size, str):
        raise TypeError(
            "Input_size is not a recognized type. Please ensure input_size is valid.\nFor multiple inputs to the network, "
            "ensure input_size is a list of tuple sizes. If you are having trouble here, please submit a GitHub issue."
        )
    if len(input_size) and isinstance(input_size[0], (list, tuple)):
        return list(input_size)
    return [tuple(input_size)]


def _listed(model, arguments, kwargs, device, mode):
    """The layers in the order of their calls; without arguments all that there are, in the order of the model."""
    infos = _Watch(model)
    if arguments is None:
        layers = infos.all
    else:
        infos.run(model if device is None else model.to(device), arguments, kwargs, mode)
        layers = infos.with_containers()
    link(layers)
    return layers


class _Watch:
    """Hooks on all layers of a model, which take down calls."""

    def __init__(self, model):
        self.all, self._called, self._hooks, self._seen = [], [], [], set()
        self._places = []
        self._walk(type(model).__name__, model, 0, None)

    def _walk(self, name, module, depth, parent):
        info = LayerInfo(name, module, depth, parent)
        self.all.append(info)
        self._places.append((name, module, depth, info))
        for child_name, child in module.named_children():
            self._walk(child_name, child, depth + 1, info)

    def run(self, model, arguments, kwargs, mode):
        """Calls the model; its mode and its hooks are as before afterwards.

        Raises:
            RuntimeError: from what the call raised.
        """
        training = {module: module.training for module in model.modules()}
        hooked = set()
        for name, module, depth, info in self._places:
            if id(module) not in hooked:
                hooked.add(id(module))
                self._hook(name, module, depth, info.parent_info)
        if mode != "same":
            model.train(mode == "train")
        try:
            with torch.no_grad():
                if isinstance(arguments, dict):
                    model(**arguments, **kwargs)
                else:
                    model(*arguments, **kwargs)
        except Exception as error:
            executed = [each for each in self._called if each.executed]
            raise RuntimeError(
                f"Failed to run torchinfo. See above stack traces for more details. Executed layers up to: {executed}"
            ) from error
        finally:
            for hook in self._hooks:
                hook.remove()
            for module, was in training.items():
                module.training = was

    def _hook(self, name, module, depth, parent):
        waiting = []

        def before(module, inputs):
            info = LayerInfo(name, module, depth, parent)
            info.is_recursive = id(module) in self._seen and info.num_params > 0
            self._seen.add(id(module))
            self._called.append(info)
            waiting.append(info)

        def after(module, inputs, outputs):
            waiting.pop().called(inputs, outputs)

        self._hooks += [module.register_forward_pre_hook(before), module.register_forward_hook(after)]

    def with_containers(self):
        """The calls, each below the containers that are never called themselves, as lists of layers are."""
        listed, known = [], {each.layer_id for each in self._called}
        for info in self._called:
            missing, parent = [], info.parent_info
            while parent is not None and parent.layer_id not in known:
                missing.append(parent)
                known.add(parent.layer_id)
                parent = parent.parent_info
            listed += [*reversed(missing), info]
        return listed
