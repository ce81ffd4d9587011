"""`tqdm`: bars of progress as text, which a carriage return writes over.

What it is not: widgets; the bar of `tqdm.notebook` is this one, too. Start reading at `tqdm` in `std`.
"""

from _kindling_absent import Absent
from tqdm.std import TqdmKeyError, tqdm, trange

__version__ = "4.70.1+kindling"


def __getattr__(name):
    if name in ("tqdm_gui", "tgrange", "tqdm_pandas", "TMonitor", "main", "tqdm_notebook", "tnrange"):
        return Absent(f"tqdm.{name} is not built into this tqdm; tqdm.tqdm draws bars as text")
    raise AttributeError(f"module 'tqdm' has no attribute '{name}'")
