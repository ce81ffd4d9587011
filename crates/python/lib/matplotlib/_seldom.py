"""Calls of pyplot that few lessons make: colour maps by their own names, properties asked for.

Not the plots (`axes.py`). Start reading at `found`, which pyplot asks for what it has not itself.
"""

_MAPS = (
    "autumn bone cool copper flag gray hot hsv inferno jet magma nipy_spectral pink plasma prism spring summer viridis winter"
).split()


def found(name):
    """The call of that name, or None."""
    if name in _MAPS:
        return _map_of(name)
    return _CALLS.get(name)


def _map_of(name):
    def call():
        from .pyplot import set_cmap

        set_cmap(name)

    call.__name__ = call.__qualname__ = name
    call.__doc__ = f"The colour map {name}, for the last image and for those that come."
    return call


def clim(vmin=None, vmax=None):
    """The values that the colours of the last image reach from and to."""
    from .pyplot import gci

    image = gci()
    if image is None:
        raise RuntimeError("You must first define an image, e.g., with imshow")
    image.set_clim(vmin, vmax)


def getp(obj, property=None):
    """A property of an artist, by its name."""
    if property is None:
        raise NotImplementedError("getp without a property is not supported by Kindling's matplotlib")
    return getattr(obj, f"get_{property}")()


def get_backend():
    """There is one: the page."""
    from . import get_backend

    return get_backend()


def switch_backend(newbackend):
    """There is one backend here, the page: asking for another changes nothing."""


def interactive(b):
    """Figures are shown when a cell ends; there is no other mode."""


def draw_all(force=False):
    """Figures are drawn when they are shown."""


def draw_if_interactive(*args, **kwargs):
    """Figures are drawn when they are shown."""


def warn_of_many(count):
    """So many figures are open when another one is made."""
    import warnings

    from . import rcParams

    if count == rcParams["figure.max_open_warning"]:
        warnings.warn(
            f"More than {count} figures have been opened. Figures created through the pyplot interface "
            "(`matplotlib.pyplot.figure`) are retained until explicitly closed and may consume too much memory. "
            "(To control this warning, see the rcParam `figure.max_open_warning`). Consider using `matplotlib.pyplot.close()`.",
            RuntimeWarning,
            stacklevel=3,
        )


def get_figlabels():
    """The names of the open figures, in the order of their numbers."""
    from .pyplot import _figures

    return [number if isinstance(number, str) else "" for number in _figures]


def figaspect(arg):
    """A figure's size with so much height for its width, or with that of an array's."""
    from numpy import array, clip

    height, width = arg.shape[:2] if hasattr(arg, "shape") and getattr(arg, "ndim", 0) > 1 else (arg, 1)
    ratio = height / width
    size = array((4.8 / ratio, 4.8))
    size = size / min(1.0, *(size / array((4.0, 2.0))))
    size = size / max(1.0, *(size / array((16.0, 16.0))))
    return clip(size, array((4.0, 2.0)), array((16.0, 16.0)))


_CALLS = {
    call.__name__: call
    for call in (
        clim, getp, get_backend, switch_backend, interactive, draw_all, draw_if_interactive, get_figlabels, figaspect,
    )
} | {"get": getp}  # fmt: skip
