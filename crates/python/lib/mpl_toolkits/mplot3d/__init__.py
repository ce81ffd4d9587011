"""`mpl_toolkits.mplot3d`: importing it once made `projection="3d"` known, and does no harm.

What it is not: axes in space, which are not drawn here and say so.
"""


class Axes3D:
    """Axes with depth: not drawn here."""

    def __init__(self, fig, *args, **kwargs):
        raise NotImplementedError("axes in space are not supported by Kindling's matplotlib")
