"""Dtypes in the words of PyTorch's errors: `Long`, and in C++'s own `long int`.

Not the names of types (`_typename`). Start reading at `kind_of`.
"""

_IN_C = {
    "Long": "long int", "Int": "int", "Short": "short int", "Char": "signed char", "Byte": "unsigned char", "Bool": "bool",
    "Float": "float", "Double": "double", "Half": "c10::Half", "BFloat16": "c10::BFloat16",
}  # fmt: skip


def kind_of(tensor):
    """The dtype as most errors name it."""
    return tensor.type().removeprefix("torch.").removesuffix("Tensor")


def in_c(tensor):
    """The dtype as errors of kernels name it."""
    return _IN_C.get(kind_of(tensor), kind_of(tensor))


def called(value):
    """What errors about arguments call the type of a value that is no tensor."""
    kind = type(value)
    return f"numpy.{kind.__name__}" if kind.__module__ == "numpy" else kind.__name__


def refuse(kernel, tensor):
    """Says that there is no such kernel for the dtype."""
    raise NotImplementedError(f"\"{kernel}\" not implemented for '{kind_of(tensor)}'")
