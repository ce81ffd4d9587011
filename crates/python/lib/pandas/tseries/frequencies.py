"""`pandas.tseries.frequencies`: steps of time by their names. Nothing else is here."""

from pandas._by_time import infer_freq
from pandas._offsets import offset_of as to_offset

__all__ = ["infer_freq", "to_offset"]
