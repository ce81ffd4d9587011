"""`numpy.random`: the functions of the global stream by name, and the generators with streams of their own.

Not the draws: those are `_legacy`'s and, for `default_rng`, `_generator`'s, which comes when it is asked for. Start
reading at `__getattr__`.
"""

from numpy.random._legacy import RandomState

_global = RandomState()
_OF_GENERATOR = ("BitGenerator", "Generator", "PCG64", "SeedSequence", "default_rng")
_MORE_BITS = ("MT19937", "PCG64DXSM", "Philox", "SFC64")

# With what comes later, for `from numpy.random import *`.
__all__ = ["RandomState", *_OF_GENERATOR, *_MORE_BITS, *(name for name in dir(_global) if name[0] != "_"), "ranf", "sample"]


def __getattr__(name):
    if name in _OF_GENERATOR:
        from numpy.random import _generator

        return getattr(_generator, name)
    if name in _MORE_BITS:
        from numpy.random import _more_bits

        return getattr(_more_bits, name)
    if name in ("ranf", "sample"):
        return _global.random_sample
    found = None if name.startswith("_") else getattr(_global, name, None)
    if found is not None:
        return found
    if name in _NOT_BUILT:
        raise NotImplementedError(f"numpy.random.{name} is not built into this numpy")
    raise AttributeError(f"module 'numpy.random' has no attribute '{name}'")


_NOT_BUILT = frozenset("get_bit_generator set_bit_generator".split())


def __dir__():
    public = [name for name in dir(_global) if not name.startswith("_")]
    return sorted({*globals(), *public, *_OF_GENERATOR, *_MORE_BITS, "ranf", "sample"})
