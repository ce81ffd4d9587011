"""As much of scipy as courses on PyTorch call beside it.

What it is not: files, and signals in earnest. Each part comes when it is imported or named. Start reading at
`stats`.
"""

from _kindling_absent import Absent


__version__ = "1.17.1+kindling"
_PARTS = ("cluster", "constants", "fft", "integrate", "interpolate", "linalg", "ndimage", "optimize", "signal", "sparse", "spatial",
          "special", "stats", "io")
_MISSING = (
    "datasets differentiate fftpack misc odr"
).split()


def __getattr__(name):
    if name in _PARTS:
        return __import__(f"scipy.{name}", fromlist=(name,))
    if name in _MISSING:
        return Absent(f"scipy.{name} is not built into this scipy")
    raise AttributeError(f"module 'scipy' has no attribute '{name}'")
