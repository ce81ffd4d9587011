"""`mpl_toolkits.mplot3d.axes3d`: `Axes3D` by its other address. Start reading at `matplotlib._space`; no more is here."""

from matplotlib._space import Axes3D  # noqa: F401
