"""`mpl_toolkits.axes_grid1`: grids of images, and places for colour bars beside images.

What it is not: distances in inches, which the drawing finds. A colour bar drawn into such a place stands beside its image anyway. Start reading at
`make_axes_locatable`.
"""

from .axes_divider import make_axes_locatable  # noqa: F401
from .axes_grid import AxesGrid, Grid, ImageGrid  # noqa: F401
from .parasite_axes import host_subplot  # noqa: F401
