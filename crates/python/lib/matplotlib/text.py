"""`matplotlib.text`: words in a plot, as classes. Start reading at `matplotlib.artist`; nothing else is here."""

from .artist import Text

Annotation = Text
