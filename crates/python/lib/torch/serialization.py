"""Saving and loading tensors and what they make up."""


def save(obj, f, pickle_module=None, pickle_protocol=2, _use_new_zipfile_serialization=True):
    """Writes an object of tensors, numbers, strings and containers to a file."""
    raise NotImplementedError("torch.save is not built into this torch yet")


def load(f, map_location=None, pickle_module=None, *, weights_only=None, mmap=None, **pickle_load_args):
    """Reads what save wrote."""
    with open(f, "rb"):
        raise NotImplementedError("torch.load is not built into this torch yet")
