"""`numpy.core`: what `numpy._core` was called when older pickles were written.

What it is not: more than that; numpy's own names are found here, too. Start reading in `numpy._core.multiarray`.
"""


def __getattr__(name):
    import numpy

    if name in ("multiarray", "numeric"):
        return __import__(f"numpy.core.{name}", fromlist=(name,))
    if name == "records":
        return numpy.rec
    if name == "defchararray":
        return numpy.char
    if not name.startswith("_") and hasattr(numpy, name):
        return getattr(numpy, name)
    raise AttributeError(f"module 'numpy.core' has no attribute {name!r}")
