"""The part of IPython that notebooks call: `IPython.display`, `get_ipython`.

What it is not: a shell; a session's own things are in `_kindling_shell`. Start reading at `InteractiveShell`.
"""

from . import display
from ._shell import InteractiveShell, get_ipython

__version__ = "9.0.0"
version_info = (9, 0, 0)
