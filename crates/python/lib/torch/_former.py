"""Functions by the names that they had before all that write into their tensor got an underscore."""

import warnings


def former(module, name, call):
    """`call` by its name without the underscore, which says that it is deprecated."""

    def deprecated(*args, **kwargs):
        text = f"`{module}.{name}` is now deprecated in favor of `{module}.{name}_`."
        warnings.warn(text, FutureWarning, stacklevel=2)
        return call(*args, **kwargs)

    deprecated.__name__ = name
    deprecated.__doc__ = f"The same as `{name}_`."
    return deprecated
