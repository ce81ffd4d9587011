"""`mpl_toolkits.mplot3d`: importing it once made `projection="3d"` known, and does no harm."""

from matplotlib._space import Axes3D
