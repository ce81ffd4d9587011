"""`matplotlib.pylab`: the plotting calls and numpy's functions under one roof, as older lessons import them.

What it is not: a module of its own: what numpy does not have is pyplot's. Start reading at pyplot.
"""

import numpy as np
from numpy import *  # noqa: F403
from numpy.fft import *  # noqa: F403
from numpy.linalg import *  # noqa: F403
from numpy.random import *  # noqa: F403

import datetime  # noqa: F401
import matplotlib as mpl  # noqa: F401
from builtins import abs, bool, bytes, max, min, pow, round  # noqa: F401
from matplotlib import pyplot as plt
from matplotlib.pyplot import *  # noqa: F403


def __getattr__(name):
    # Plots that come when they are asked for.
    try:
        return getattr(plt, name)
    except AttributeError:
        return getattr(np, name)
