"""Style sheets by name: each sets several rcParams. Their values are in _sheets.py. Start reading at `use`."""

from ._rc import rcParams


def __getattr__(name):
    if name in ("available", "library"):
        from ._sheets import SHEETS

        return list(SHEETS) if name == "available" else SHEETS
    if name == "core":
        import sys

        return sys.modules[__name__]
    raise AttributeError(f"module 'matplotlib.style' has no attribute {name!r}")


def use(style):
    """Sets what a sheet sets; several by a list, a dict as it is, "default" for all as at first."""
    for each in [style] if isinstance(style, (str, dict)) else style:
        if each == "default":
            rcParams.reset()
        else:
            rcParams.update(_sheet(each))


def _sheet(style):
    if isinstance(style, dict):
        return style
    from ._sheets import SHEETS

    if style not in SHEETS:
        raise OSError(f"{style!r} is not a valid package style, path of style file, URL of style file, or "
                      "library style name (library styles are listed in `style.available`)")
    return SHEETS[style]


class kept:
    """Gives rcParams back as they were, at the end of a block or as a decorator."""

    def __init__(self, change):
        self._change = change

    def __enter__(self):
        self._before = rcParams.copy()
        try:
            self._change()
        except Exception:
            self.__exit__()
            raise

    def __exit__(self, *raised):
        rcParams.reset(self._before)

    def __call__(self, function):
        import functools

        @functools.wraps(function)
        def within(*args, **kwargs):
            with self:
                return function(*args, **kwargs)

        return within


def context(style, after_reset=False):
    """with plt.style.context(name): as `use`, within a block."""

    def change():
        if after_reset:
            rcParams.reset()
        use(style)

    return kept(change)
