"""Items of a data set as one batch."""

import _torch


default_collate_err_msg_format = (
    "default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists; found {}"
)


def default_collate(batch):
    """A list of items as one: tensors stacked, numbers as a tensor, tuples and dicts entry by entry."""
    first = batch[0]
    if isinstance(first, _torch.Tensor):
        return _torch.stack(list(batch))
    if isinstance(first, float) and type(first).__module__ != "numpy":
        return _torch.tensor(batch, dtype=_torch.float64)
    if isinstance(first, int):
        return _torch.tensor(batch)
    if isinstance(first, (str, bytes)):
        return batch
    if type(first).__module__ == "numpy":
        if first.dtype.kind in "SUO":
            raise TypeError(default_collate_err_msg_format.format(first.dtype))
        return _torch.stack([_torch.as_tensor(item) for item in batch])
    if isinstance(first, dict):
        return {key: default_collate([item[key] for item in batch]) for key in first}
    if isinstance(first, (tuple, list)):
        if any(len(item) != len(first) for item in batch):
            raise RuntimeError("each element in list of batch should be of equal size")
        columns = [default_collate(column) for column in zip(*batch)]
        return type(first)(*columns) if hasattr(first, "_fields") else columns
    raise TypeError(default_collate_err_msg_format.format(type(first)))


def default_convert(data):
    """One item as it is, but arrays as tensors."""
    if type(data).__module__ == "numpy" and hasattr(data, "dtype"):
        return data if data.dtype.kind in "SUO" else _torch.as_tensor(data)
    if isinstance(data, dict):
        return {key: default_convert(value) for key, value in data.items()}
    if isinstance(data, tuple) and hasattr(data, "_fields"):
        return type(data)(*map(default_convert, data))
    if isinstance(data, (tuple, list)):
        return [default_convert(value) for value in data]
    return data
