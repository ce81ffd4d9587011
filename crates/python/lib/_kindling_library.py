"""Imports what of Python's library comes only when a program asks for it."""

import sys

import _kindling
from _frozen_importlib import ModuleSpec

# Those that `_kindling_mended` gives something.
_MENDED = ("importlib", "inspect", "os", "pickle", "traceback")


class _OnDemand:
    """Finder and loader of these modules."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        is_package = _kindling.library_is_package(name)
        return None if is_package is None else ModuleSpec(name, _OnDemand, is_package=is_package)

    @staticmethod
    def create_module(spec):
        return None

    @staticmethod
    def exec_module(module):
        exec(_kindling.library_code(module.__name__), module.__dict__)
        if module.__name__ in _MENDED:
            from _kindling_mended import MENDED

            MENDED[module.__name__](module)


sys.meta_path.append(_OnDemand)
