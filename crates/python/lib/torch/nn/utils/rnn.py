"""Sequences of different lengths in one batch: padded with a value, or packed step by step."""

import _torch
from torch.autograd._named import made_by


class PackedSequence(tuple):
    """The values of a batch step by step: at each step of those sequences that go on, longest first."""

    __slots__ = ()
    _fields = ("data", "batch_sizes", "sorted_indices", "unsorted_indices")

    def __new__(cls, data, batch_sizes=None, sorted_indices=None, unsorted_indices=None):
        if unsorted_indices is None and sorted_indices is not None:
            unsorted_indices = invert_permutation(sorted_indices)
        return tuple.__new__(cls, (data, batch_sizes, sorted_indices, unsorted_indices))

    data = property(lambda self: self[0])
    batch_sizes = property(lambda self: self[1])
    sorted_indices = property(lambda self: self[2])
    unsorted_indices = property(lambda self: self[3])

    def __repr__(self):
        fields = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self))
        return f"PackedSequence({fields})"

    def to(self, *args, **kwargs):
        """With its values in another dtype or on another device."""
        return PackedSequence(self.data.to(*args, **kwargs), *self[1:])

    def cpu(self):
        """With its values in the computer's memory."""
        return self.to("cpu")

    def cuda(self, *args, **kwargs):
        """With its values on a graphics card."""
        return PackedSequence(self.data.cuda(*args, **kwargs), *self[1:])

    def _as(kind):
        def converted(self):
            return PackedSequence(getattr(self.data, kind)(), *self[1:])

        converted.__name__, converted.__qualname__ = kind, f"PackedSequence.{kind}"
        return converted

    double, float, half, long, int, short, char, byte = map(
        _as, ("double", "float", "half", "long", "int", "short", "char", "byte")
    )
    del _as

    def pin_memory(self):
        """As it is: there is no other memory here."""
        return self

    def is_pinned(self):
        return False

    @property
    def is_cuda(self):
        return self.data.is_cuda


def invert_permutation(permutation):
    """Where each place of a permutation comes from."""
    if permutation is None:
        return None
    return _torch.empty_like(permutation).scatter_(0, permutation, _torch.arange(len(permutation), device=permutation.device))


def pack_padded_sequence(input, lengths, batch_first=False, enforce_sorted=True):
    """Packs padded sequences of these lengths, which come longest first unless enforce_sorted is False."""
    lengths = _torch.as_tensor(lengths, dtype=_torch.int64)
    sorted_indices = None
    if not enforce_sorted:
        lengths, sorted_indices = _torch.sort(lengths, descending=True)
        input = input.index_select(0 if batch_first else 1, sorted_indices.to(input.device))
    steps = input.transpose(0, 1) if batch_first else input
    if len(lengths) != steps.size(1):
        raise RuntimeError(
            f"Expected `len(lengths)` to be equal to batch_size, but got {len(lengths)} (batch_size={steps.size(1)})"
        )
    sizes = lengths.tolist()
    if min(sizes, default=0) <= 0:
        raise RuntimeError("Length of all samples has to be greater than 0, but found an element in 'lengths' that is <= 0")
    if any(before < after for before, after in zip(sizes, sizes[1:])):
        raise RuntimeError(
            "`lengths` array must be sorted in decreasing order when `enforce_sorted` is True. You can pass "
            "`enforce_sorted=False` to pack_padded_sequence and/or pack_sequence to sidestep this requirement if you do "
            "not need ONNX exportability."
        )
    counts = [sum(size > step for size in sizes) for step in range(sizes[0])]
    data = _torch.cat([steps[step, :count] for step, count in enumerate(counts)])
    return PackedSequence(data, _torch.tensor(counts), sorted_indices)


def pad_packed_sequence(sequence, batch_first=False, padding_value=0.0, total_length=None):
    """The padded sequences, and their lengths."""
    counts = sequence.batch_sizes.tolist()
    data, _, _, unsorted_indices = sequence
    if total_length is not None and total_length < len(counts):
        raise ValueError(
            f"Expected total_length to be at least the length of the longest sequence in input, but got total_length={total_length} "
            f"and max sequence length being {len(counts)}"
        )
    rows = []
    for step in data.split(counts):
        missing = step.new_full((counts[0] - step.size(0), *step.shape[1:]), padding_value)
        rows.append(_torch.cat([step, missing]))
    for _ in range((total_length or len(counts)) - len(counts)):
        rows.append(data.new_full((counts[0], *data.shape[1:]), padding_value))
    padded = _torch.stack(rows)
    lengths = _torch.tensor([sum(count > at for count in counts) for at in range(counts[0])])
    padded = padded.transpose(0, 1) if batch_first else made_by("CopySlices", padded)
    if unsorted_indices is not None:
        lengths = lengths[unsorted_indices]
        padded = padded.index_select(0 if batch_first else 1, unsorted_indices.to(padded.device))
    return padded, lengths


def _checked(sequences):
    """The sequences as a list of tensors whose sizes differ in the first dimension alone."""
    if isinstance(sequences, _torch.Tensor):
        sequences = sequences.unbind(0)
    if not hasattr(sequences, "__iter__"):
        raise RuntimeError(
            f"pad_sequence: Expected iterable for input sequences, but got arg of type: {type(sequences)}"
        )
    sequences = list(sequences)
    for at, sequence in enumerate(sequences):
        if not isinstance(sequence, _torch.Tensor):
            kind = type(sequence).__name__
            raise TypeError(f"expected Tensor as element {at} in argument 0, but got {kind}")
    if not sequences:
        raise RuntimeError("received an empty list of sequences")
    wanted = sequences[0].shape[1:]
    for sequence in sequences:
        for at, (first, here) in enumerate(zip(wanted, sequence.shape[1:]), 1):
            if first != here:
                raise RuntimeError(
                    f"The size of tensor a ({first}) must match the size of tensor b ({here}) at non-singleton dimension {at}"
                )
    return sequences


def pad_sequence(sequences, batch_first=False, padding_value=0.0, padding_side="right"):
    """Stacks sequences, with a value after those that are shorter (or before them)."""
    if padding_side not in ("left", "right"):
        raise RuntimeError(f"Expected padding_side to be one of left or right, but got {padding_side}.")
    sequences = _checked(sequences)
    longest = max(len(sequence) for sequence in sequences)
    rows = []
    for sequence in sequences:
        missing = sequence.new_full((longest - len(sequence), *sequence.shape[1:]), padding_value)
        rows.append(_torch.cat([sequence, missing] if padding_side == "right" else [missing, sequence]))
    return _torch.stack(rows, 0 if batch_first else 1)


def unpad_sequence(padded_sequences, lengths, batch_first=False):
    """The sequences of these lengths without what they were padded with."""
    rows = padded_sequences if batch_first else padded_sequences.transpose(0, 1)
    return [row[:length] for row, length in zip(rows, lengths.tolist())]


def pack_sequence(sequences, enforce_sorted=True):
    """Packs sequences, which come longest first unless enforce_sorted is False."""
    lengths = _torch.tensor([len(sequence) for sequence in sequences])
    return pack_padded_sequence(pad_sequence(sequences), lengths, enforce_sorted=enforce_sorted)


def unpack_sequence(packed_sequences):
    """The sequences of a packed batch."""
    padded, lengths = pad_packed_sequence(packed_sequences, batch_first=True)
    return unpad_sequence(padded, lengths, batch_first=True)
