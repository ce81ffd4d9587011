"""Two series, or two frames, row beside row by their labels.

What it is not: joins of frames by columns, which are in `_merge`. Start reading at `aligned`.
"""


def aligned(a, b):
    """Two series' columns in one order of labels, and these labels: those of either, in order, if they differ."""
    if a.index.equals(b.index):
        return a._column, b._column, a.index
    index = union(a.index, b.index)
    return a._column.take_or_missing(places(a.index, index)), b._column.take_or_missing(places(b.index, index)), index


def union(a, b):
    """The labels of both, in order where they can be ordered."""
    if a.equals(b):
        return a
    labels = list(dict.fromkeys([*a.tolist(), *b.tolist()]))
    try:
        labels.sort()
    except TypeError:
        pass
    return a._like(labels)


def places(index, labels):
    """Where an index has each label; None where it has not.

    Raises:
        ValueError: for labels that are there more than once.
    """
    if not index.is_unique:
        raise ValueError("cannot reindex on an axis with duplicate labels")
    return [(index.places(label) or [None])[0] for label in labels]
