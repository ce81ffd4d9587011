"""`pylab`: what `matplotlib.pylab` has, by its older name. Start reading there; nothing else is here."""

from matplotlib.pylab import *  # noqa: F403
from matplotlib.pylab import __getattr__  # noqa: F401
