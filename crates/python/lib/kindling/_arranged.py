"""Places for the nodes of a graph, so that each stands to the right of all that it is made from.

What it is not: a drawing. Start reading at `arranged`.
"""


def arranged(sources):
    """A (column, row) for each node, from the numbers of its sources. Node 0 is the last one, on the right."""
    columns = _columns(sources)
    rows, used = {}, {}
    for number in _in_depth(sources):
        column = columns[number]
        known = [rows[source] for source in sources[number]]
        # In the middle of what it is made from, unless somebody stands there.
        wanted = sum(known) / len(known) if known else 0.0
        rows[number] = max(wanted, used.get(column, -1.0) + 1.0)
        used[column] = rows[number]
    return [(columns[number], rows[number]) for number in range(len(sources))]


def _columns(sources):
    """The longest way from a leaf to each node."""
    columns = {}
    for number in _in_depth(sources):
        columns[number] = 1 + max((columns[source] for source in sources[number]), default=-1)
    return columns


def _in_depth(sources):
    """All numbers, each after its sources."""
    done, waiting = {}, [0]
    while waiting:
        number = waiting[-1]
        missing = [source for source in sources[number] if source not in done]
        if number in done or not missing:
            done[waiting.pop()] = True
        else:
            waiting += reversed(missing)
    return list(done)
