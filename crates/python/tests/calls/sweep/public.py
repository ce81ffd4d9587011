"""Writes `public.txt`, the public names of the real libraries: python public.py

Not the names that are here: `docs/compatibility.md` compares. Start reading at `listed`.
"""

import importlib
import inspect
import pathlib
import types
import warnings

MODULES = (
    "torch torch.Tensor torch.Generator torch.nn torch.nn.functional torch.nn.init torch.nn.utils torch.nn.utils.rnn "
    "torch.optim torch.optim.lr_scheduler torch.utils.data torch.linalg torch.fft torch.special torch.autograd "
    "torch.distributions numpy numpy.ndarray numpy.random numpy.random.Generator numpy.random.RandomState numpy.linalg "
    "numpy.fft matplotlib.pyplot"
).split()
HEAD = """\
# Written by public.py: the public names of PyTorch 2.15, numpy 2 and matplotlib, a module or class a line.
# A dash follows what cannot be called or has no documentation of its own.
"""


def found(path):
    """A module, or a class of one."""
    try:
        return importlib.import_module(path)
    except ImportError:
        module, _, name = path.rpartition(".")
        return getattr(importlib.import_module(module), name)


def is_borrowed(value, owner):
    """Whether a module only imports this for its own use, from Python's library or from beside it."""
    home = getattr(value, "__module__", None) or ""
    package = owner.__name__.partition(".")[0]
    is_python = home.partition(".")[0] in ("typing", "collections", "functools", "enum", "contextlib", "abc", "builtins")
    return is_python and package not in ("numpy",) and not home.startswith(package)


def listed(path):
    owner = found(path)
    for name in sorted(dir(owner)):
        if name.startswith("_"):
            continue
        value = inspect.getattr_static(owner, name) if inspect.isclass(owner) else getattr(owner, name)
        if isinstance(value, types.ModuleType) or (inspect.ismodule(owner) and is_borrowed(value, owner)):
            continue
        with_docs = callable(getattr(owner, name, None)) and getattr(getattr(owner, name), "__doc__", None)
        yield name if with_docs else f"{name}-"


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    lines = "".join(f"{path}: {' '.join(listed(path))}\n" for path in MODULES)
    (pathlib.Path(__file__).parent / "public.txt").write_text(HEAD + lines)
