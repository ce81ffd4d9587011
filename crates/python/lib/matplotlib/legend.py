"""`matplotlib.legend`: the box that names what is drawn. Start reading at `matplotlib.artist`; nothing else is here."""

from .artist import Legend  # noqa: F401
