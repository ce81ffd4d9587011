"""What artists know whose numbers have colours: between which ends, in which map.

What it is not: the colours that are drawn, which each artist finds itself. Start reading at `Colored`.
"""


class Colored:
    """For images and points. An artist says its `get_clim` and its `_cmap`."""

    @property
    def norm(self):
        """From its numbers to 0 … 1."""
        from .colors import Normalize

        return Normalize(*self.get_clim())

    def get_cmap(self):
        return self._cmap

    cmap = property(get_cmap)

    def to_rgba(self, x, alpha=None, bytes=False, norm=True):
        """The colours of numbers."""
        return self._cmap(self.norm(x) if norm else x, alpha=alpha, bytes=bytes)
