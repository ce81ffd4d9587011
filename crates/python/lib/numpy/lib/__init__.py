"""`numpy.lib`: what lessons take from it, windows over arrays and columns of rows. Start reading at `stride_tricks`."""

from numpy.lib import stride_tricks  # noqa: F401


def __getattr__(name):
    if name == "recfunctions":
        return __import__("numpy.lib.recfunctions", fromlist=(name,))
    raise AttributeError(f"module 'numpy.lib' has no attribute '{name}'")
