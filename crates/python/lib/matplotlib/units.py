"""`matplotlib.units`: the error for values that an axis cannot place."""


class ConversionError(TypeError):
    """A value that is none of the axis' kind."""
