"""`tqdm.notebook`: the bar as text, with the names of that of widgets.

What it is not: widgets. Start reading at `std`.
"""

from tqdm.std import tqdm, tqdm as tqdm_notebook, trange, trange as tnrange
