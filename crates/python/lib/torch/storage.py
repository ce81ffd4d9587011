"""A tensor's memory as older programs ask for it: `tensor.storage()`, `new`, `resize_`, `set_`.

What it is not: memory of its own; a `TypedStorage` is a flat view of all that the tensor's memory has. Start reading there.
"""

import warnings

import _torch
from _scalars import INTS
from torch import _modes


class TypedStorage:
    """All values of a tensor's memory, in one row."""

    def __init__(self, tensor):
        count = tensor.untyped_storage().nbytes() // tensor.element_size()
        self._flat = _torch.as_strided(tensor.detach(), (count,), (1,), 0)

    dtype = property(lambda self: self._flat.dtype)
    device = property(lambda self: self._flat.device)

    def __len__(self):
        return self._flat.numel()

    size = __len__

    def __getitem__(self, index):
        if isinstance(index, slice):
            raise RuntimeError("slices are only supported in UntypedStorage.__getitem__")
        return self._flat[index].item()

    def __setitem__(self, index, value):
        self._flat[index] = value

    def __iter__(self):
        return iter(self._flat.tolist())

    def tolist(self):
        return self._flat.tolist()

    def fill_(self, value):
        self._flat.fill_(value)
        return self

    def element_size(self):
        return self._flat.element_size()

    def nbytes(self):
        return len(self) * self.element_size()

    def data_ptr(self):
        return self._flat.data_ptr()

    def untyped(self):
        return self._flat.untyped_storage()

    def __repr__(self):
        values = "".join(f" {value}\n" for value in self)
        return f"{values}[torch.storage.TypedStorage(dtype={self.dtype}, device={self.device}) of size {len(self)}]"


# Whether the warning has been given: once is enough for a program.
_told = []


def storage(self):
    """The tensor's memory, value by value."""
    if _told:
        return TypedStorage(self)
    _told.append(True)
    warnings.warn(
        "TypedStorage is deprecated. It will be removed in the future and UntypedStorage will be the only storage class. "
        "This should only matter to you if you are using storages directly.  To access UntypedStorage directly, use "
        "tensor.untyped_storage() instead of tensor.storage()",
        UserWarning,
        stacklevel=3,
    )
    return TypedStorage(self)


def new(self, *args):
    """A tensor of this one's dtype: of a size, of values, or of another tensor's."""
    if len(args) == 1 and not isinstance(args[0], (INTS, _torch.Size)):
        return args[0].detach() if isinstance(args[0], _torch.Tensor) else self.new_tensor(args[0])
    sizes = tuple(args[0]) if args and isinstance(args[0], _torch.Size) else args
    return self.new_empty(sizes if sizes else (0,))


def resize_(self, *sizes, memory_format=None):
    """Another shape, the values in the order they lie in memory; what is added is not initialised."""
    if memory_format is not None:
        raise NotImplementedError("resize_(memory_format=...) is not built into this torch")
    if self.requires_grad:
        raise RuntimeError("cannot resize variables that require grad")
    shape = tuple(sizes[0]) if len(sizes) == 1 and not isinstance(sizes[0], INTS) else sizes
    if any(side < 0 for side in shape):
        raise RuntimeError(f"Trying to create tensor with negative dimension {min(shape)}: {list(shape)}")
    count = 1
    for side in shape:
        count *= side
    row = TypedStorage(self)._flat
    start = self.storage_offset()
    if count + start > len(row):
        row = _torch.cat([row, row.new_zeros(count + start - len(row))])
    self.data = row[start:start + count].view(shape)
    return self


def resize(self, *sizes):
    """The values in another shape."""
    warnings.warn("non-inplace resize is deprecated", UserWarning, stacklevel=2)
    return self.view(*sizes)


def set_(self, source=None, storage_offset=0, size=None, stride=None):
    """Makes the tensor one of other memory: another tensor's, or a storage's in a shape."""
    if source is None:
        source = self.new_empty((0,))
    flat = source._flat if isinstance(source, TypedStorage) else source
    if not isinstance(flat, _torch.Tensor):
        raise TypeError(f"set_() received an invalid combination of arguments - got ({type(source).__name__})")
    if size is not None:
        steps = _row_by_row(size) if stride is None else stride
        flat = _torch.as_strided(flat.detach(), size, steps, storage_offset)
    with _modes.no_grad():
        self.data = flat
    return self


def _row_by_row(size):
    steps = [1]
    for side in reversed(size[1:]):
        steps.insert(0, steps[0] * side)
    return steps
