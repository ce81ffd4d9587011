"""`tqdm.auto`: the one bar there is.

What it is not: a choice between text and widgets. Start reading at `std`.
"""

from tqdm.std import tqdm, trange
