"""Imports modules that lie among the student's files: NAME.py, or a folder of modules."""

import posix
import sys

import _kindling
from _frozen_importlib import ModuleSpec

_KIND, _FOLDER, _FILE = 0o170000, 0o040000, 0o100000


class _InFiles:
    """Finder and loader of these modules."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        last = name.rpartition(".")[2]
        for folder in sys.path if path is None else path:
            base = f"{folder}/{last}" if folder else last
            kind = _kind(base)
            if kind == _FOLDER:
                return _package(name, base)
            if _kind(f"{base}.py") == _FILE:
                return _spec(name, f"{base}.py")
        return None

    @staticmethod
    def create_module(spec):
        return None

    @staticmethod
    def exec_module(module):
        file = module.__spec__.origin
        if file is None:
            # A folder without __init__.py is a package of what lies in it.
            return
        module.__file__ = file
        with open(file, encoding="utf-8") as text:
            source = text.read()
        exec(_kindling.module_code(source, file), module.__dict__)


def _package(name, folder):
    file = f"{folder}/__init__.py"
    spec = _spec(name, file if _kind(file) == _FILE else None, is_package=True)
    spec.submodule_search_locations.append(folder)
    return spec


def _spec(name, file, is_package=False):
    return ModuleSpec(name, _InFiles, origin=file, is_package=is_package)


def _kind(path):
    try:
        return posix.stat(path).st_mode & _KIND
    except (OSError, ValueError):
        return None


# Files lie in the working directory; Python's own library is no folder here.
sys.path[:] = [""]
sys.meta_path.append(_InFiles)
