"""Numbers as tuples, as layers take them: `_pair(3)` is `(3, 3)`.

What it is not: what our layers use themselves. Start reading at `_ntuple`.
"""


def _ntuple(n, name="parse"):
    def parse(x):
        return tuple(x) if hasattr(x, "__iter__") else (x,) * n

    parse.__name__ = name
    return parse


_single, _pair, _triple, _quadruple = (_ntuple(n, name) for n, name in enumerate(("_single", "_pair", "_triple", "_quadruple"), 1))
