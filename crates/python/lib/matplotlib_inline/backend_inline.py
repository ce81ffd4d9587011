"""How figures come below cells; here the page draws them, sharp at every size."""

from IPython.display import set_matplotlib_close, set_matplotlib_formats
