"""`mpl_toolkits.mplot3d.axes3d`: `Axes3D` by its other address, and a table to try it with. Start reading at `matplotlib._space`."""

from matplotlib._space import Axes3D  # noqa: F401


def get_test_data(delta=0.05):
    """X, Y and Z of the difference of two bells, one wide and one narrow, in steps of `delta`."""
    import numpy as np

    x = y = np.arange(-3.0, 3.0, delta)
    X, Y = np.meshgrid(x, y)
    first = np.exp(-(X**2 + Y**2) / 2) / (2 * np.pi)
    second = np.exp(-(((X - 1) / 1.5) ** 2 + ((Y - 1) / 0.5) ** 2) / 2) / (2 * np.pi * 0.5 * 1.5)
    return X * 10, Y * 10, (second - first) * 500
