"""Formula, shapes and an example of public names, which `help` and `name?` show below a docstring.

What it is not: anything that a session starts with; a file of the tables is imported once somebody asks for a name in it.
An entry is lines up to an empty one: `name: formula` or what it does, then the shapes (both may be missing), then the
example with what PyTorch prints, which `crates/python/tests/examples.py` holds. `name: = other` takes formula and shapes of
the other name. Start reading at `entry`.
"""

# The files that have the entries of names with that beginning; a longer beginning comes first.
FILES = {
    "torch.nn.functional.": ("functional", "functional_losses", "functional_rare"),
    "torch.nn.": ("nn", "nn_module", "nn_activations", "nn_losses", "nn_pooling", "nn_recurrent", "nn_lazy"),
    "torch.optim.": ("optim",),
    "torch.utils.data.": ("data",),
    "torch.Tensor.": ("tensor", "tensor_more"),
    "torch.": ("torch", "torch_shapes", "torch_math", "torch_reduce", "torch_more", "torch_parts", "torch_rare"),
    "numpy.ndarray.": ("ndarray",),
    "numpy.": ("numpy", "numpy_math", "numpy_more", "numpy_rare"),
    "matplotlib.axes.Axes.": ("axes",),
    "matplotlib.pyplot.": ("pyplot", "pyplot_rare"),
}
# What has no entry of its own is told of by the function that does the same.
_SAME = {
    "torch.Tensor.": "torch.",
    "torch.": "torch.nn.functional.",
    "numpy.ndarray.": "numpy.",
    "matplotlib.axes.Axes.": "matplotlib.pyplot.",
}


def entry(name):
    """The (formula, shapes, example) of a qualified name, each "" where there is none; None of a name without entry."""
    for start, files in FILES.items():
        if name.startswith(start):
            for file in files:
                found = _found(table(file), name[len(start):])
                if found is not None:
                    return found
    for start, other in _SAME.items():
        if name.startswith(start) and "." not in name[len(start):]:
            return entry(other + name[len(start):])
    return None


def table(file):
    """The text of a file's entries."""
    return __import__(f"_kindling_examples.{file}", fromlist=("ENTRIES",)).ENTRIES


def names():
    """The qualified names of all entries."""
    return [start + part.partition(":")[0]
            for start, files in FILES.items() for file in files for part in table(file).strip().split("\n\n")]


def _found(text, key):
    """The entry of that key in a file's text."""
    at = text.find(f"\n\n{key}:")
    if at < 0:
        return None
    head, *lines = text[at:].strip().partition("\n\n")[0].split("\n")
    has_shapes = bool(lines) and not lines[0].startswith(">>>")
    shapes = lines.pop(0) if has_shapes else ""
    formula = head.partition(":")[2].strip()
    if formula.startswith("= "):
        formula, shapes, _ = entry(formula[2:])
    return formula, shapes, "\n".join(lines)
