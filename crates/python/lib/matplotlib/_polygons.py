"""Areas of any outline, in the pieces that a figure's bands can fill.

What it is not: curves, which come as many corners. Start reading at `bands`.
"""


def bands(points):
    """An outline as `(x, low, high)` lists: pieces that lie above one another nowhere (even and odd crossings alternate)."""
    edges = [(a, b) if a[0] < b[0] else (b, a) for a, b in zip(points, points[1:] + points[:1]) if a[0] != b[0]]
    columns = sorted({x for x, _ in points})
    open_pieces, done = {}, []
    for left, right in zip(columns, columns[1:]):
        crossing = [edge for edge in edges if edge[0][0] <= left and edge[1][0] >= right]
        crossing.sort(key=lambda edge: _height(edge, left) + _height(edge, right))
        kept = {}
        for low, high in zip(crossing[::2], crossing[1::2]):
            start = (_height(low, left), _height(high, left))
            piece = open_pieces.pop(start, None) or ([left], [start[0]], [start[1]])
            end = (_height(low, right), _height(high, right))
            for row, value in zip(piece, (right, *end)):
                row.append(value)
            kept[end] = piece
        done += open_pieces.values()
        open_pieces = kept
    return done + list(open_pieces.values())


def _height(edge, x):
    (left, low), (right, high) = edge
    return low if x == left else high if x == right else low + (high - low) * (x - left) / (right - left)
