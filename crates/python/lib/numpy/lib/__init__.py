"""`numpy.lib`: what lessons take from it, windows over arrays. Start reading at `stride_tricks`; nothing else is here."""

from numpy.lib import stride_tricks  # noqa: F401
