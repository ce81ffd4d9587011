"""`tqdm`: bars of progress as text, which a carriage return writes over.

What it is not: widgets; the bar of `tqdm.notebook` is this one, too. Start reading at `tqdm` in `std`.
"""

from _kindling_absent import Absent
from tqdm.std import TqdmDeprecationWarning, TqdmKeyError, TqdmTypeError, TqdmWarning, tqdm, trange

__version__ = "4.70.1+kindling"


def _renamed(name, newer, bar):
    def make(*args, **kwargs):
        import warnings

        told = f"This function will be removed in tqdm==5.0.0\nPlease use `{newer}` instead of `tqdm.{name}`"
        warnings.warn(told, TqdmDeprecationWarning, stacklevel=2)
        return bar(*args, **kwargs)

    make.__name__ = name
    return make


tqdm_notebook = _renamed("tqdm_notebook", "tqdm.notebook.tqdm", tqdm)
tnrange = _renamed("tnrange", "tqdm.notebook.trange", trange)


def __getattr__(name):
    if name in ("tqdm_gui", "tgrange", "tqdm_pandas", "TMonitor", "main"):
        return Absent(f"tqdm.{name} is not built into this tqdm; tqdm.tqdm draws bars as text")
    raise AttributeError(f"module 'tqdm' has no attribute '{name}'")
