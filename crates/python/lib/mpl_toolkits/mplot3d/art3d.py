"""`mpl_toolkits.mplot3d.art3d`: areas in space by their corners. Start reading at `matplotlib._more_space`; no more is here."""

from matplotlib._more_space import Poly3DCollection  # noqa: F401
