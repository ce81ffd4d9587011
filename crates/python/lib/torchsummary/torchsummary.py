"""`summary`: one row a call of a layer, with the shape it makes and the weights it has.

What it is not: exact for layers whose parameters have other names than `weight` and `bias`: like the package of this
name it does not count those, nor a model that is one layer alone. Start reading at `summary`.
"""

import math

import torch
from torch import nn

_MEGABYTE = 1024**2
_NUMBER_BYTES = 4.0


def summary(model, input_size, batch_size=-1, device="cuda"):
    """Prints the table for an input of that size, without its batch; several inputs are a list of sizes."""
    device = device.lower()
    assert device in ("cuda", "cpu"), "Input device is not valid, please specify 'cuda' or 'cpu'"
    sizes = [input_size] if isinstance(input_size, tuple) else input_size
    rows, hooks = [], []

    def listen(module):
        if not isinstance(module, (nn.Sequential, nn.ModuleList)) and module is not model:
            hooks.append(
                module.register_forward_hook(lambda *call: rows.append(_row(len(rows) + 1, batch_size, *call)))
            )

    # Two samples, as layers that normalise over the batch need them.
    inputs = [torch.rand(2, *size) for size in sizes]
    model.apply(listen)
    model(*inputs)
    for hook in hooks:
        hook.remove()
    _print(rows, sizes, batch_size)


def _row(number, batch_size, module, inputs, output):
    if isinstance(output, (list, tuple)):
        shape = [[-1, *each.size()[1:]] for each in output]
    else:
        shape = [batch_size, *output.size()[1:]]
    weight, bias = (getattr(module, name, None) for name in ("weight", "bias"))
    params = sum(each.numel() for each in (weight, bias) if hasattr(each, "numel"))
    trainable = hasattr(weight, "numel") and weight.requires_grad
    return {"name": f"{type(module).__name__}-{number}", "shape": shape, "params": params, "trainable": trainable}


def _print(rows, sizes, batch_size):
    line = "{:>20}  {:>25} {:>15}"
    print("-" * 64)
    print(line.format("Layer (type)", "Output Shape", "Param #"))
    print("=" * 64)
    for row in rows:
        print(line.format(row["name"], str(row["shape"]), f"{row['params']:,}"))
    total = sum(row["params"] for row in rows)
    trainable = sum(row["params"] for row in rows if row["trainable"])
    inputs = abs(math.prod(math.prod(size) for size in sizes) * batch_size * _NUMBER_BYTES / _MEGABYTE)
    # Once for the values, once for their gradients.
    outputs = abs(2.0 * sum(_count(row["shape"]) for row in rows) * _NUMBER_BYTES / _MEGABYTE)
    weights = abs(total * _NUMBER_BYTES / _MEGABYTE)
    print("=" * 64)
    print(f"Total params: {total:,}")
    print(f"Trainable params: {trainable:,}")
    print(f"Non-trainable params: {total - trainable:,}")
    print("-" * 64)
    print(f"Input size (MB): {inputs:0.2f}")
    print(f"Forward/backward pass size (MB): {outputs:0.2f}")
    print(f"Params size (MB): {weights:0.2f}")
    print(f"Estimated Total Size (MB): {inputs + outputs + weights:0.2f}")
    print("-" * 64)


def _count(shape):
    if shape and isinstance(shape[0], list):
        return math.prod(_count(each) for each in shape)
    return math.prod(shape)
