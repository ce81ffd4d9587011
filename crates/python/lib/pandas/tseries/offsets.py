"""`pandas.tseries.offsets`: the steps of time by their other address; they are `pandas.offsets`'."""

from pandas import offsets as _offsets
from pandas.offsets import *  # noqa: F403


def __getattr__(name):
    return getattr(_offsets, name)
