"""What axes give out of their artists: lists of those that are drawn in one way.

What it is not: the artists. Start reading at `ArtistList`.
"""


class ArtistList(list):
    """Those artists of axes that are drawn in one way."""

    def __init__(self, made, kind):
        list.__init__(self, made)
        self._named = kind

    def __repr__(self):
        return f"<Axes.ArtistList of {len(self)} {self._named}>"
