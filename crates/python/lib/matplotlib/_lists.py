"""What axes give out of their artists: lists of those that are drawn in one way.

What it is not: the artists. Start reading at `ArtistList`.
"""


class silent_list(list):
    """A list that shows how many it has of a kind."""

    def __init__(self, kind, made):
        list.__init__(self, made)
        self._kind = kind

    def __repr__(self):
        return f"<a list of {len(self)} {self._kind} objects>"


class ArtistList(list):
    """Those artists of axes that are drawn in one way."""

    def __init__(self, made, kind):
        list.__init__(self, made)
        self._named = kind

    def __repr__(self):
        return f"<Axes.ArtistList of {len(self)} {self._named}>"


def numbered(artist):
    """The name of an artist without a label, by how many were drawn before it; nothing for one that is not in axes."""
    before = [made for _, made in artist.axes._artists] if artist.axes is not None else []
    place = next((at for at, made in enumerate(before) if made is artist), None)
    if place is None:
        return ""
    bars = [len(made) for made in before[:place] if hasattr(made, "patches")]
    return f"_container{len(bars)}" if hasattr(artist, "patches") else f"_child{place - len(bars) + sum(bars)}"
